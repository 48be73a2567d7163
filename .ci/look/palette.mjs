// A screenshot with at most 256 colours: a quarter of the bytes, and no eye sees the difference.
import zlib from 'node:zlib';

const COLOURS = 256;

/** Takes a PNG as Chromium writes it (8 bits, RGB or RGBA, not interlaced); gives a palette PNG. */
export function withPalette(png) {
  const { width, height, pixels } = decoded(png);
  const palette = chosen(counted(pixels));
  const nearest = new Map();
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, i) => {
    if (!nearest.has(colour)) nearest.set(colour, closest(palette, colour));
    // Each row begins with its filter: 0, none, is best for a palette.
    rows[i + Math.floor(i / width) + 1] = nearest.get(colour);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Each pixel as 0xRRGGBB. */
function decoded(png) {
  const [width, height, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[25]];
  const size = kind === 6 ? 4 : 3;
  const data = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  }
  const raw = zlib.inflateSync(Buffer.concat(data));
  const row = width * size;
  const bytes = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) unfilter(raw, y * (row + 1), bytes, y * row, row, size);
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i += 1) {
    pixels[i] = (bytes[i * size] << 16) | (bytes[i * size + 1] << 8) | bytes[i * size + 2];
  }
  return { width, height, pixels };
}

/** Undoes a row's filter, as the PNG specification has it. */
function unfilter(raw, from, bytes, to, row, size) {
  const filter = raw[from];
  for (let x = 0; x < row; x += 1) {
    const left = x >= size ? bytes[to + x - size] : 0;
    const up = to >= row ? bytes[to + x - row] : 0;
    const corner = x >= size && to >= row ? bytes[to + x - row - size] : 0;
    const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    bytes[to + x] = raw[from + 1 + x] + guess;
  }
}

function paeth(left, up, corner) {
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

function counted(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  return counts;
}

/** Median cut: the box whose colours matter most and differ most is halved, until there are enough. */
function chosen(counts) {
  // The root keeps a plain background from taking every place.
  const all = [...counts].map(([colour, count]) => ({ rgb: parts(colour), weight: Math.sqrt(count) }));
  const boxes = [boxOf(all)];
  while (boxes.length < COLOURS) {
    boxes.sort((one, other) => other.worth - one.worth);
    if (boxes[0].worth === 0) break;
    boxes.push(...halves(boxes.shift()));
  }
  return boxes.map(({ colours }) => {
    const weight = sum(colours, () => 1);
    return colour([0, 1, 2].map((i) => Math.round(sum(colours, ({ rgb }) => rgb[i]) / weight)));
  });
}

function boxOf(colours) {
  const ranges = [0, 1, 2].map((i) => {
    const values = colours.map(({ rgb }) => rgb[i]);
    return (
      values.reduce((most, value) => Math.max(most, value), 0) -
      values.reduce((least, value) => Math.min(least, value), 255)
    );
  });
  const widest = ranges.indexOf(Math.max(...ranges));
  return { colours, widest, worth: ranges[widest] * sum(colours, () => 1) };
}

function halves({ colours, widest }) {
  const sorted = [...colours].sort((one, other) => one.rgb[widest] - other.rgb[widest]);
  const half = sum(sorted, () => 1) / 2;
  let [seen, cut] = [0, 0];
  while (seen < half && cut < sorted.length - 1) {
    seen += sorted[cut].weight;
    cut += 1;
  }
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))];
}

const sum = (colours, of) => colours.reduce((total, one) => total + of(one) * one.weight, 0);

function closest(palette, wanted) {
  const [red, green, blue] = parts(wanted);
  let [best, least] = [0, Infinity];
  palette.forEach((candidate, i) => {
    const [r, g, b] = parts(candidate);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [i, distance];
  });
  return best;
}

const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];

const colour = ([red, green, blue]) => (red << 16) | (green << 8) | blue;

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** Newer Nodes have it built in. */
function crc32(bytes) {
  if (zlib.crc32) return zlib.crc32(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

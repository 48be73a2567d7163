// What was looked at and what was wrong with it, as lines for the log and a gallery for the eye.
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

export class Findings {
  #out;
  #passed = 0;
  #failed = 0;
  #pictures = [];
  #isEmptied = false;

  constructor(out) {
    this.#out = out;
  }

  /** Counts one thing that was looked at. Each of the faults is printed. */
  check(what, faults) {
    if (faults.length === 0) {
      this.#passed += 1;
      return;
    }
    this.#failed += 1;
    console.log(`FAILED ${what}`);
    faults.forEach((fault) => console.log(`       ${fault}`));
  }

  /** Keeps a photograph under its group and name, and checks it. */
  async photograph(page, group, name, faults, options = {}) {
    const file = path.join(group, `${name}.png`);
    await this.#empty();
    await mkdir(path.join(this.#out, group), { recursive: true });
    await page.screenshot({ path: path.join(this.#out, file), fullPage: true, ...options });
    this.#pictures.push({ group, name, file, width: page.viewport().width, faults });
    this.check(`${group}/${name}`, faults);
  }

  /** Photographs of an earlier look would be taken for this one's. */
  async #empty() {
    if (this.#isEmptied) return;
    this.#isEmptied = true;
    for (const group of ['console', 'letters', 'gallery', 'pages', 'unsubscribe', 'month']) {
      await rm(path.join(this.#out, group), { recursive: true, force: true });
    }
  }

  async writeIndex() {
    const groups = Map.groupBy?.(this.#pictures, ({ group }) => group) ?? grouped(this.#pictures);
    const sections = [...groups].map(
      ([group, pictures]) =>
        `<h2>${escaped(group)}</h2><div class="row">${pictures
          .map(
            ({ name, file, faults }) => `<figure${faults.length > 0 ? ' class="bad"' : ''}>
        <a href="${escaped(file)}"><img src="${escaped(file)}" alt="" loading="lazy"></a>
        <figcaption>${escaped(name)}${faults.map((fault) => `<p>${escaped(fault)}</p>`).join('')}</figcaption>
      </figure>`,
          )
          .join('')}</div>`,
    );
    await writeFile(
      path.join(this.#out, 'index.html'),
      `<!doctype html><html lang="en"><meta charset="utf-8">
<title>The look of Comeback</title><style>
body{margin:32px;font:15px/1.5 system-ui,sans-serif;background:#f4f2ee;color:#1e2226}
.row{display:flex;flex-wrap:wrap;gap:20px;align-items:flex-start}figure{margin:0;width:240px}
img{width:100%;max-height:420px;object-fit:cover;object-position:top;border:1px solid #ddd;border-radius:8px}
figcaption{font-size:13px;overflow-wrap:anywhere}.bad img{border-color:#b00}.bad p{margin:0;color:#b00}
</style><h1>The look of Comeback</h1><p>${this.#passed} passed, ${this.#failed} failed</p>${sections.join('')}</html>`,
    );
  }

  /** Prints the last line and tells the exit code. */
  summary(isCounted) {
    if (isCounted || this.#failed > 0) console.log(`${this.#passed} passed, ${this.#failed} failed`);
    return this.#failed > 0 ? 1 : 0;
  }
}

function grouped(pictures) {
  const groups = new Map();
  for (const picture of pictures) groups.set(picture.group, [...(groups.get(picture.group) ?? []), picture]);
  return groups;
}

const escaped = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

// A letter as a mail program would show it: on a phone or on a desktop, in the light or in the dark.
import { h } from '../dom.js';

/** What a program shows, in CSS pixels, without its own frame. */
const SIZES = { phone: [375, 700], desktop: [620, 720] };

const DARK = /@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)/gi;
const LIGHT = /@media\s*\(\s*prefers-color-scheme\s*:\s*light\s*\)/gi;
const SCHEME_META = /(<meta\s+name="(?:supported-)?color-schemes?"\s+content=")[^"]*"/gi;
const SCHEME_RULE = /((?:supported-)?color-schemes?\s*:\s*)light\s+dark/gi;

const fitting = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));

/**
 * The letter in a frame. It may show itself and open links in a new window; no script of it runs. A frame can't be told
 * which scheme its viewer prefers, so the letter's own rules for it are switched on or off.
 */
export function framed(mail, size, scheme) {
  const [width, height] = SIZES[size];
  const frame = h('iframe', {
    title: `The letter on a ${size}: ${mail.subject}`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    srcdoc: inScheme(mail.html, scheme),
    width: String(width),
    height: String(height),
  });
  const device = h(`div.device.${size}.${scheme}`, {}, frame);
  const desk = h('div.desk', {}, device);
  fitting.observe(desk);
  return desk;
}

/** The letter's own rules for a scheme, switched on or off. */
export function inScheme(html, scheme) {
  const always = '@media all';
  const never = '@media not all';
  const switched = html
    .replace(DARK, scheme === 'dark' ? always : never)
    .replace(LIGHT, scheme === 'light' ? always : never)
    .replace(SCHEME_META, `$1${scheme}"`)
    .replace(SCHEME_RULE, `$1${scheme}`);
  const opening = '<base target="_blank">';
  return /<head[^>]*>/i.test(switched) ? switched.replace(/<head[^>]*>/i, `$&${opening}`) : opening + switched;
}

/** A narrow room shows the whole device, only smaller. */
function fit(desk) {
  const device = desk.firstElementChild;
  const scale = Math.min(1, (desk.clientWidth - 1) / device.offsetWidth);
  device.style.transform = scale < 1 ? `scale(${scale})` : '';
  desk.style.height = `${Math.ceil(device.offsetHeight * scale)}px`;
}

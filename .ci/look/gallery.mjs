// Every letter that ships, in every language, out of the gallery: the usual customer's in all views, the awkward ones' where
// they hurt most.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { faults, LETTER_RULES, settled } from './browser.mjs';
import { leftovers } from './letters.mjs';

const PHONE = 375;
const DESKTOP = 600;
const VIEWS = {
  usual: [
    [PHONE, 'light'],
    [PHONE, 'dark'],
    [DESKTOP, 'light'],
    [DESKTOP, 'dark'],
  ],
  'with-long-words': [[PHONE, 'dark']],
  'with-forty-items': [[PHONE, 'light']],
};

/** Photographs them all. */
export async function lookAtGallery(folder, browser, findings) {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.html') && file !== 'index.html').sort();
  findings.check('the gallery', files.length ? [] : [`nothing is in ${folder}`]);
  const page = await browser.page(PHONE, 800);
  for (const file of files) {
    const kind = Object.keys(VIEWS).find((one) => file.endsWith(`-${one}.html`));
    for (const [width, scheme] of kind ? VIEWS[kind] : []) {
      await page.setViewport({ width, height: 800 });
      await browser.prefer(page, scheme);
      await page.goto(pathToFileURL(path.resolve(folder, file)).href, { waitUntil: 'load' });
      await settled(page);
      const wrong = [...(await faults(page, LETTER_RULES)), ...(await page.evaluate(leftovers))];
      await findings.photograph(page, 'gallery', `${file.replace('.html', '')}-${width}-${scheme}`, wrong);
    }
  }
  await page.browserContext().close();
}

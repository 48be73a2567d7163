// The README's two pictures, small enough to be kept in the repository.
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { settled } from './browser.mjs';
import { withPalette } from './palette.mjs';
import { Visitor } from './visitor.mjs';

/** The console after a shopper's day. */
export async function consolePicture(world, browser, out) {
  await world.reset();
  const page = await browser.page(1440, 900);
  const visitor = new Visitor(page, world.base);
  await visitor.open();
  await visitor.press('signUp');
  await visitor.press('add-mug-01');
  await visitor.press('add-lamp-01');
  await visitor.turn('PT1H');
  await visitor.waitForText('.mails', 'cart / need-help', 10_000);
  await page.mouse.move(0, 0);
  await settled(page);
  await keep(page, path.join(out, 'console.png'));
  await page.browserContext().close();
}

/** One letter on a phone, by day and by night. */
export async function letterPicture(world, browser, out) {
  const [mail] = (await world.mailbox()).filter(({ message }) => message === 'need-help');
  const page = await browser.page(900, 760);
  const phones = ['light', 'dark'].map(
    (scheme) =>
      `<iframe title="${scheme}" class="${scheme}" srcdoc="${attribute(seenIn(mail.html, scheme))}"></iframe>`,
  );
  await page.setContent(
    `<!doctype html><html lang="en"><title>A letter</title><style>
    body{margin:0;height:100vh;display:flex;gap:38px;align-items:center;justify-content:center;background:#e9e5de}
    iframe{width:375px;height:680px;border:8px solid #24272c;border-radius:38px;background:#fff}.dark{background:#15181b}
  </style>${phones.join('')}</html>`,
    { waitUntil: 'load' },
  );
  await Promise.all(page.frames().map((frame) => settled(frame)));
  await keep(page, path.join(out, 'letter.png'));
  await page.browserContext().close();
}

async function keep(page, file) {
  const picture = withPalette(Buffer.from(await page.screenshot()));
  await writeFile(file, picture);
  console.log(`${file}: ${Math.round(picture.length / 1024)} KB`);
}

/** A frame shares its window's scheme, so the letter's rules for the dark are switched on or off instead. */
const seenIn = (html, scheme) =>
  html
    .replace(/@media\s*\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g, scheme === 'dark' ? '@media all' : '@media not all')
    .replace(/color-scheme:\s*light dark/g, `color-scheme:${scheme}`)
    .replace(/content="light dark"/g, `content="${scheme}"`);

const attribute = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

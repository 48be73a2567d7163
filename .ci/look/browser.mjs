// Chromium, cut off from every network but this machine, and the checks that hold for everything it shows.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A letter is not a page of a site: a mail program gives it its landmarks. */
export const LETTER_RULES = { 'landmark-one-main': { enabled: false }, region: { enabled: false } };

export class Browser {
  #chromium;

  static async open(executablePath) {
    const browser = new Browser();
    browser.#chromium = await puppeteer.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--hide-scrollbars',
        '--no-first-run',
        '--disable-background-networking',
        '--force-color-profile=srgb',
        '--lang=en-GB',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ],
    });
    return browser;
  }

  /** A page that remembers what went wrong in it, in `page.complaints`. */
  async page(width, height, scheme = 'light', scale = 1) {
    const context = await this.#chromium.createBrowserContext();
    const page = await context.newPage();
    page.complaints = [];
    page.on('console', (message) => {
      const isComplaint = message.type() === 'error' || message.type() === 'warn';
      if (isComplaint && !isIcon(message.location().url)) page.complaints.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => page.complaints.push(`script: ${error.message}`));
    page.on('response', (answer) => {
      if (answer.status() >= 400 && !isIcon(answer.url()))
        page.complaints.push(`${answer.status()} for ${answer.url()}`);
    });
    await page.emulateTimezone('America/New_York');
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    await this.prefer(page, scheme);
    return page;
  }

  prefer(page, scheme) {
    return page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ]);
  }

  close() {
    return this.#chromium.close();
  }
}

/** Browsers ask every host for its icon, whether a page has one or not. */
const isIcon = (url) => url?.endsWith('/favicon.ico');

/** Whatever is wrong with what the page shows now: overflow, broken images, axe violations, complaints. */
export async function faults(page, rules = {}) {
  const seen = await page.evaluate(layoutFaults);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const violations = await page.evaluate(axeFaults, TAGS, rules);
  return [...seen, ...violations, ...page.complaints.splice(0)];
}

/** Waits until every picture is there or has failed to come, and all of it is painted. */
export async function settled(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(
      [...document.images].map(
        (image) =>
          image.complete ||
          new Promise((done) => {
            image.addEventListener('load', done, { once: true });
            image.addEventListener('error', done, { once: true });
          }),
      ),
    );
    for (let frames = 0; frames < 2; frames += 1) await new Promise((painted) => requestAnimationFrame(painted));
  });
}

function layoutFaults() {
  const faults = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth) {
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { right, width } = element.getBoundingClientRect();
        return width > 0 && right > window.innerWidth + 1;
      })
      .slice(0, 3)
      .map((element) => `${element.tagName.toLowerCase()}.${element.className}`);
    faults.push(`overflow: ${root.scrollWidth} px wide in a window of ${window.innerWidth} (${wide.join(', ')})`);
  }
  for (const image of document.images) {
    if (image.getClientRects().length > 0 && image.naturalWidth === 0) faults.push(`broken image: ${image.src}`);
  }
  return faults;
}

async function axeFaults(tags, rules) {
  const { violations } = await window.axe.run(document, { iframes: false, runOnly: tags, rules });
  return violations.map(
    ({ id, impact, nodes }) =>
      `axe ${id} (${impact}): ${nodes
        .slice(0, 3)
        .map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary.replace(/\s+/g, ' ')}`)
        .join('; ')}`,
  );
}

// The page on which a shopper chooses what they get, in every language: before, after a choice, and before forgetting.
import { faults, settled } from './browser.mjs';

const SIZES = [
  [375, 812],
  [1440, 900],
];

/** Opens the links of these letters as their readers would. */
export async function lookAtPreferences(browser, findings, mails) {
  const welcomes = mails.filter(({ message }) => message === 'thanks-for-joining');
  for (const mail of welcomes) {
    const link = linkOf(mail);
    findings.check(`the welcome in ${mail.language} leads to the choices`, link ? [] : ['it has no such link']);
    if (link) await look(link, browser, findings, mail.language);
  }
}

async function look(link, browser, findings, language) {
  const page = await browser.page(375, 812);
  await page.goto(link, { waitUntil: 'load' });
  await photographs(page, browser, findings, `choices-${language}`);
  findings.check(`the choices in ${language} are reached by keyboard alone`, await unreached(page));
  await page.select('select[name=month]', '2');
  await page.select('select[name=day]', '29');
  await press(page, 'save');
  await photographs(page, browser, findings, `saved-${language}`);
  await press(page, 'pause');
  await photographs(page, browser, findings, `paused-${language}`);
  await press(page, 'erase');
  await photographs(page, browser, findings, `asked-${language}`);
  await page.browserContext().close();
}

async function press(page, does) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(`button[value=${does}]`)]);
}

/** What a reader without a mouse does not get to: everything that can be pressed must be met on the way of the tab key. */
async function unreached(page) {
  const wanted = await page.$$eval('button, select, a[href], input', (all) => {
    // Of the choices of one kind the tab key meets the chosen one.
    const met = all.filter((element) => element.type !== 'radio' || element.checked);
    met.forEach((element, index) => (element.dataset.stop = index));
    return met.length;
  });
  const seen = new Set();
  for (let i = 0; i < wanted * 2; i += 1) {
    await page.keyboard.press('Tab');
    seen.add(await page.evaluate(() => document.activeElement?.dataset?.stop));
  }
  seen.delete(undefined);
  return seen.size === wanted ? [] : [`${wanted - seen.size} of ${wanted} are not`];
}

async function photographs(page, browser, findings, name) {
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    for (const scheme of ['light', 'dark']) {
      await browser.prefer(page, scheme);
      await settled(page);
      await findings.photograph(page, 'preferences', `${name}-${width}-${scheme}`, await faults(page));
    }
  }
}

/** The link that a reader sees, and only when it leads to this machine. */
function linkOf(mail) {
  const [, link] = /href="(http:\/\/127\.0\.0\.1:\d+\/p\/[^"]+)"/.exec(mail.html) ?? [];
  return link?.replaceAll('&amp;', '&');
}

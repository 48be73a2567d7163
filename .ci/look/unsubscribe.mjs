// The page behind a letter's unsubscribe link, in every language, before and after its button.
import { faults, settled } from './browser.mjs';

const SIZES = [
  [390, 844],
  [1440, 900],
];

/** Opens the links of these letters as their readers would. */
export async function lookAtUnsubscribe(world, browser, findings, mails) {
  const welcomes = mails.filter(({ message }) => message === 'thanks-for-joining');
  findings.check('there are letters to unsubscribe from', welcomes.length > 0 ? [] : ['no welcome letter came']);
  for (const mail of welcomes) {
    const link = linkOf(mail);
    findings.check(
      `the welcome in ${mail.language} has an unsubscribe link`,
      link ? [] : ['it has none on this machine'],
    );
    if (link) await look(link, browser, findings, mail.language);
  }
}

async function look(link, browser, findings, language) {
  const page = await browser.page(390, 844);
  await page.goto(link, { waitUntil: 'load' });
  await photographs(page, browser, findings, `asks-${language}`);
  const button = await page.$('form button, form input[type="submit"]');
  findings.check(`the unsubscribe page in ${language} asks before it acts`, button ? [] : ['it has no button']);
  if (button) {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), button.click()]);
    await photographs(page, browser, findings, `done-${language}`);
  }
  await page.browserContext().close();
}

async function photographs(page, browser, findings, name) {
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    for (const scheme of ['light', 'dark']) {
      await browser.prefer(page, scheme);
      await settled(page);
      await findings.photograph(page, 'unsubscribe', `${name}-${width}-${scheme}`, await faults(page));
    }
  }
}

/** The link that a reader sees, and only when it leads to this machine. */
function linkOf(mail) {
  const [, link] = /href="(http:\/\/127\.0\.0\.1:\d+\/u\/[^"]+)"/.exec(mail.html) ?? [];
  return link?.replaceAll('&amp;', '&');
}

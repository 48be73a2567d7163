// The page behind a letter's "view your order", in every language: it shows, asks for no login, and changes nothing.
import { faults, settled } from './browser.mjs';

const SIZES = [
  [375, 812],
  [1440, 900],
];

/** Opens the links of these letters as their readers would. */
export async function lookAtOrders(browser, findings, mails) {
  const confirmations = mails.filter(({ flow }) => flow === 'order-confirmation');
  findings.check('there are orders to look at', confirmations.length > 0 ? [] : ['no order was confirmed']);
  for (const mail of confirmations) {
    const link = linkOf(mail);
    findings.check(`the confirmation in ${mail.language} leads to its order`, link ? [] : ['it has no link on this machine']);
    if (link) await look(link, browser, findings, mail.language);
  }
}

async function look(link, browser, findings, language) {
  const page = await browser.page(375, 812);
  const answer = await page.goto(link, { waitUntil: 'load' });
  findings.check(`the order page in ${language} is there`, answer.status() === 200 ? [] : [`it answers ${answer.status()}`]);
  const inputs = await page.$$('form, input, button');
  findings.check(`the order page in ${language} only shows`, inputs.length === 0 ? [] : ['something can be pressed']);
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    for (const scheme of ['light', 'dark']) {
      await browser.prefer(page, scheme);
      await settled(page);
      await findings.photograph(page, 'orders', `order-${language}-${width}-${scheme}`, await faults(page));
    }
  }
  await page.browserContext().close();
}

/** The link that a reader sees, and only when it leads to this machine. */
function linkOf(mail) {
  const [, link] = /href="(http:\/\/127\.0\.0\.1:\d+\/u\/v\.[^"]+)"/.exec(mail.html) ?? [];
  return link?.replaceAll('&amp;', '&');
}

// The page behind a letter's "view your order", in every language: it shows, asks for no login, and changes nothing.
import { faults, settled } from './browser.mjs';
import { shoppers } from './shoppers.mjs';

const SIZES = [
  [375, 812],
  [1440, 900],
];

/** Everybody orders once more, opens the link in the confirmation, and sees how far it is. */
export async function lookAtOrders(world, browser, findings) {
  for (const one of shoppers(world.base).filter(({ kind }) => kind !== 'reserved')) {
    const name = `${one.language}-${one.kind}`;
    const id = { order_id: `looked-at-${name}`, order_number: '1043' };
    await world.track('Order Completed', { ...one.bought, properties: { ...one.bought.properties, ...id } });
    // The awkward one has not paid, so nothing leaves.
    if (one.kind === 'usual') await world.track('Order Shipped', one.became({ ...one.shipped.properties, ...id }));
    const confirmation = (await world.mailbox(one.email)).find(({ subject }) => subject.includes(id.order_number));
    const link = confirmation && linkOf(confirmation);
    findings.check(`the confirmation of ${name} leads to the order`, link ? [] : ['it has no link on this machine']);
    if (link) await look(link, browser, findings, name);
  }
}

async function look(link, browser, findings, name) {
  const page = await browser.page(375, 812);
  const answer = await page.goto(link, { waitUntil: 'load' });
  findings.check(`the order page of ${name} is there`, answer.status() === 200 ? [] : [`it answers ${answer.status()}`]);
  const inputs = await page.$$('form, input, button');
  findings.check(`the order page of ${name} only shows`, inputs.length === 0 ? [] : ['something can be pressed']);
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    for (const scheme of ['light', 'dark']) {
      await browser.prefer(page, scheme);
      await settled(page);
      await findings.photograph(page, 'orders', `order-${name}-${width}-${scheme}`, await faults(page));
    }
  }
  await page.browserContext().close();
}

/** The link that a reader sees, and only when it leads to this machine. */
function linkOf(mail) {
  const [, link] = /href="(http:\/\/127\.0\.0\.1:\d+\/u\/v\.[^"]+)"/.exec(mail.html) ?? [];
  return link?.replaceAll('&amp;', '&');
}

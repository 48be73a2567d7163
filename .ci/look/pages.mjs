// The pages behind the other links in letters, in every language: agreeing once more, the cart, one question, and stars.
import { faults, settled } from './browser.mjs';
import { LANGUAGES, shopper } from './shoppers.mjs';

const SIZES = [
  [375, 812],
  [1440, 900],
];

const ADMIN = { Authorization: `Basic ${btoa('admin_demo:')}` };

/** Everybody signs up at a shop that asks back and takes carts, leaves a cart, and buys twice. It empties the world. */
export async function lookAtPages(world, browser, findings) {
  await world.reset();
  await asksBackAndTakesCarts(world);
  for (const language of LANGUAGES) {
    const one = shopper(world.base, language, 'usual');
    await world.track('Signed Up', one.signedUp);
    const asked = await linkIn(world, one, 'c');
    findings.check(`the question whether it was them leads to a page in ${language}`, asked ? [] : ['no link came']);
    if (asked) await look(asked, browser, findings, `agree-${language}`, press('confirm'));
    await world.track('Cart Updated', one.filledCart);
  }
  await world.advance('PT70M');
  for (const language of LANGUAGES) {
    const one = shopper(world.base, language, 'usual');
    const cart = await linkIn(world, one, 'k');
    findings.check(`the reminder in ${language} leads to the cart`, cart ? [] : ['no link came']);
    if (cart) await look(cart, browser, findings, `cart-${language}`);
    await world.track('Order Completed', one.bought);
    await world.track('Order Delivered', one.became({}));
    const again = { order_id: `again-${language}`, cart_id: undefined };
    await world.track('Order Completed', { ...one.bought, properties: { ...one.bought.properties, ...again } });
    await world.track('Order Delivered', one.became(again));
    if (cart) await look(cart, browser, findings, `cart-gone-${language}`);
  }
  await world.advance('P8D');
  for (const language of LANGUAGES) {
    const one = shopper(world.base, language, 'usual');
    const question = await linkIn(world, one, 'q');
    findings.check(`the one question leads to its page in ${language}`, question ? [] : ['no link came']);
    if (question) {
      await look(question, browser, findings, `question-none-${language}`, press('answer'));
      await look(question, browser, findings, `question-${language}`, chooses('delivery'));
    }
    const stars = await linkIn(world, one, 'r');
    findings.check(`the question how it was leads to stars in ${language}`, stars ? [] : ['no link came']);
    if (!stars) continue;
    await look(stars, browser, findings, `stars-none-${language}`, press('rate'));
    await look(stars, browser, findings, `stars-high-${language}`, gives('5'));
    await look(stars, browser, findings, `stars-low-${language}`, gives('1'));
  }
}

/** As its staff would enter it. */
async function asksBackAndTakesCarts(world) {
  const at = `${world.base}/v1/stores/demo`;
  const store = await (await fetch(at, { headers: ADMIN })).json();
  store.brand.cart = 'https://alderandpine.example/cart?take={cart}';
  store.policy = { ...store.policy, consent: { confirm: true }, quietHours: 'off' };
  store.policy.modes = { ...store.policy.modes, survey: 'live' };
  const answer = await fetch(at, {
    method: 'PUT',
    headers: { ...ADMIN, 'Content-Type': 'application/json' },
    body: JSON.stringify(store),
  });
  if (!answer.ok) throw new Error(`the store's settings were not taken: ${await answer.text()}`);
  await world.advance('PT2M');
}

async function look(link, browser, findings, name, act) {
  const page = await browser.page(375, 812);
  await page.goto(link, { waitUntil: 'load' });
  await photographs(page, browser, findings, name);
  findings.check(`the page ${name} is reached by keyboard alone`, await unreached(page));
  if (act) {
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), act(page)]);
    await photographs(page, browser, findings, `${name}-after`);
  }
  await page.browserContext().close();
}

const press = (does) => (page) => page.click(`button[value=${does}]`);

const gives = (stars) => async (page) => {
  await page.click(`input[name=stars-0][value="${stars}"]`);
  await page.click('button[value=rate]');
};

const chooses = (answer) => async (page) => {
  await page.click(`input[name=answer][value="${answer}"]`);
  await page.click('button[value=answer]');
};

/** What a reader without a mouse does not get to: of each question's stars the tab key meets the first. */
async function unreached(page) {
  const wanted = await page.$$eval('main button, main a[href], main input', (all) => {
    const questions = new Set();
    const met = all.filter(({ type, name }) => type !== 'radio' || (!questions.has(name) && questions.add(name)));
    met.forEach((element, index) => (element.dataset.stop = index));
    return met.length;
  });
  const seen = new Set();
  for (let i = 0; i < wanted * 2 + 8; i += 1) {
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
      await findings.photograph(page, 'pages', `${name}-${width}-${scheme}`, await faults(page));
    }
  }
}

/** The link of this kind in the last mail that has one, and only when it leads to this machine. */
async function linkIn(world, one, kind) {
  const pattern = new RegExp(`href="(http://127\\.0\\.0\\.1:\\d+/u/${kind}\\.[^"]+)"`);
  const found = (await world.mailbox(one.email)).map(({ html }) => pattern.exec(html)?.[1]).filter(Boolean);
  return found.at(-1)?.replaceAll('&amp;', '&');
}

// A month of a shop's life, always the same, and the console's pages after it: what letters brought, and why some did not go.
import { faults, settled } from './browser.mjs';

const HOURS = [9, 13, 17, 21];
const GOODS = [
  ['mug', 'Stoneware mug', 24],
  ['scarf', 'Lambswool scarf', 68.5],
  ['lamp', 'Oak desk lamp', 129],
  ['bag', 'Canvas tote bag', 32],
];

/** Nothing goes there: all mail stays in the mailbox of this machine. */
const INBOXES = ['gmail.com', 'example.com', 'naver.com', 'gmail.com', 'icloud.com', 'hotmail.com', 'yahoo.com'];

const PAGES = [
  ['overview', '/console'],
  ['flows', '/console/flows'],
  ['cart', '/console/flows/cart'],
  ['welcome', '/console/flows/welcome'],
  ['win-back', '/console/flows/win-back'],
  ['deliverability', '/console/deliverability'],
  ['customers', '/console/customers'],
  ['customer', '/console/customers?id=user:shopper-3'],
  ['experiments', '/console/experiments'],
  ['coupons', '/console/coupons'],
  ['goods', '/console/goods'],
  ['product', '/console/goods?id=mug'],
  ['settings', '/console/settings'],
  ['audit', '/console/audit'],
  ['sign-in', '/console/sign-in'],
];
const SIZES = [
  [320, 700],
  [375, 812],
  [1280, 900],
];

/** The same numbers in the same order each time (mulberry32). */
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Shoppers come, leave carts, read letters, buy, send back, and go away. */
export async function playMonth(world, days) {
  const draw = dice(7);
  const people = [];
  const looked = new Set();
  let orders = 0;
  for (let day = 0; day < days; day += 1) {
    for (let i = 0; i < HOURS.length; i += 1) {
      const newcomers = 1 + Math.floor(draw() * 3);
      for (let n = 0; n < newcomers; n += 1) people.push(await joins(world, draw, people.length));
      for (const one of people) orders = await lives(world, draw, one, orders);
      await reads(world, draw, looked);
      await world.advance('PT6H');
    }
  }
  await world.advance('PT30M');
}

async function joins(world, draw, number) {
  const one = { id: `shopper-${number}`, email: `shopper-${number}@${INBOXES[number % INBOXES.length]}`, cart: 0, restlessness: 0.02 + draw() * 0.08 };
  await world.track('Signed Up', {
    userId: one.id,
    properties: { email: one.email },
    traits: { email: one.email, firstName: 'Ana', acceptsMarketing: draw() < 0.85 },
  });
  return one;
}

async function lives(world, draw, one, orders) {
  const product = () => {
    const [id, name, price] = GOODS[Math.floor(draw() * GOODS.length)];
    return { product_id: id, name, price: String(price), quantity: 1, image_url: `${world.base}/shop/${id}.png` };
  };
  if (draw() < one.restlessness) {
    one.cart += 1;
    one.lines = [product(), product()].slice(0, draw() < 0.4 ? 2 : 1);
    await world.track('Cart Updated', {
      userId: one.id,
      properties: { cart_id: `${one.id}-${one.cart}`, currency: 'USD', products: one.lines },
    });
  }
  if (one.lines && draw() < 0.12) {
    const total = one.lines.reduce((sum, { price }) => sum + Number(price), 0);
    one.order = `order-${orders}`;
    await world.track('Order Completed', {
      userId: one.id,
      properties: {
        order_id: one.order,
        order_number: `${1000 + orders}`,
        cart_id: `${one.id}-${one.cart}`,
        currency: 'USD',
        products: one.lines,
        total,
        email: one.email,
      },
    });
    one.refundable = one.lines.slice(0, 1);
    one.lines = undefined;
    if (draw() < 0.07) {
      const properties = { order_id: one.order, refund_id: one.order, amount: total / 2, currency: 'USD', products: one.refundable };
      await world.track('Order Refunded', { userId: one.id, properties });
    }
    return orders + 1;
  }
  return orders;
}

/** Half of what came is opened, a third of that is followed, and a few come back or complain. */
async function reads(world, draw, looked) {
  for (const mail of await world.mailbox()) {
    if (looked.has(mail.id)) continue;
    looked.add(mail.id);
    const fate = draw();
    const tell = (how, body = {}) => world.post(`/local/ses/${mail.id}/${how}`, body);
    if (fate < 0.006) await tell('bounce');
    else if (fate < 0.0068) await tell('complaint');
    else if (fate < 0.55) {
      await tell('open');
      if (fate < 0.2) await tell('click', { link: 'https://alderandpine.example/' });
    }
  }
}

/** The product that a page shows, and somebody who waits for it. */
async function tells(world) {
  const variants = [
    { id: 'mug-s', sku: 'MS', title: 'Small', price: '18.00', stock: 0 },
    { id: 'mug-l', sku: 'ML', title: 'Large, with a long name that has to be broken', price: '24.00', stock: 7 },
  ];
  await world.tellGoods([{ id: 'mug', title: 'Stoneware mug', currency: 'USD', variants }]);
  await world.track('Back In Stock Subscribed', {
    userId: 'shopper-1',
    properties: { email: 'shopper-1@example.com', product_id: 'mug', variant_id: 'mug-s' },
  });
}

/** Somebody signs in with the link of a letter, looks round, and signs out. */
async function signsIn(world, browser, findings) {
  const page = await browser.page(375, 812);
  await page.goto(`${world.base}/console/sign-in`, { waitUntil: 'load' });
  await page.type('#address', 'admin@example.com');
  await Promise.all([page.waitForNavigation(), page.click('main button')]);
  await findings.photograph(page, 'month', 'sign-in-asked', await faults(page));
  await world.advance('PT1S');
  const mail = (await world.mailbox()).findLast(({ to }) => to === 'admin@example.com');
  const link = mail.text.match(/http\S+\/console\/sign-in\/\S+/)[0];
  await page.goto(link, { waitUntil: 'load' });
  await findings.photograph(page, 'month', 'sign-in-button', await faults(page));
  await Promise.all([page.waitForNavigation(), page.click('main button')]);
  const cookies = await page.browserContext().cookies();
  const kept = cookies.find(({ name }) => name === '__Host-comeback');
  findings.check('a browser keeps the session where no script sees it', kept?.httpOnly && kept.secure ? [] : ['it does not']);
  await findings.photograph(page, 'month', 'stores', await faults(page));
  for (const path of ['/console?store=demo', '/console/audit?store=demo']) await photographs(world, browser, findings, page, `in${path.replace(/\W/g, '-')}`, path);
  await page.setViewport({ width: 375, height: 812 });
  await Promise.all([page.waitForNavigation(), page.click('footer form button')]);
  await findings.photograph(page, 'month', 'signed-out', await faults(page));
  await page.browserContext().close();
}

/** Every page in every size, light and dark, and the first in every language. */
export async function lookAtMonth(world, browser, findings, days) {
  await world.reset();
  await playMonth(world, days);
  await tells(world);
  await signsIn(world, browser, findings);
  for (const [name, path] of PAGES) {
    const page = await browser.page(375, 812);
    await photographs(world, browser, findings, page, name, path);
    await page.browserContext().close();
  }
  for (const language of ['ko', 'tr']) {
    const page = await browser.page(375, 812);
    for (const [name, path] of [...PAGES.slice(0, 3), ...PAGES.slice(7)]) {
      await photographs(world, browser, findings, page, `${name}-${language}`, `${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    }
    await page.browserContext().close();
  }
}

async function photographs(world, browser, findings, page, name, path) {
  await page.goto(world.base + path, { waitUntil: 'load' });
  for (const [width, height] of SIZES) {
    await page.setViewport({ width, height });
    for (const scheme of ['light', 'dark']) {
      await browser.prefer(page, scheme);
      await settled(page);
      await findings.photograph(page, 'month', `${name}-${width}-${scheme}`, await faults(page));
    }
  }
}

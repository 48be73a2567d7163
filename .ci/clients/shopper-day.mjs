/**
 * Shoppers' days, posted by the storefront clients that shops really use, and the mails that must come of them.
 *
 *   node shopper-day.mjs http://127.0.0.1:8080
 *
 * It runs against `./comeback local` with its demo store. Addresses and ids are new in each run, so it may run again against
 * the same world; the clock it turns stays turned.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Analytics } from '@segment/analytics-node';
import RudderAnalytics from '@rudderstack/rudder-sdk-node';
import { Comeback } from './comeback.mjs';

const WRITE_KEY = 'sk_demo';
const CLIENT_PATIENCE_MS = 30_000;

const baseUrl = process.argv[2];
if (!baseUrl) {
  console.error('usage: node shopper-day.mjs <base url of a running Comeback>');
  process.exit(1);
}

const comeback = new Comeback(baseUrl);
const run = Date.now().toString(36);

const mug = {
  product_id: 'stoneware-mug',
  sku: 'MUG-SAND',
  name: 'Stoneware mug <sand>',
  variant: 'Sand',
  price: '18.00',
  quantity: 2,
  currency: 'usd',
  url: 'https://alderandpine.example/products/stoneware-mug',
};
const blanket = {
  product_id: 'wool-blanket',
  name: 'Wool blanket',
  price: 120,
  quantity: 1,
  currency: 'USD',
  url: 'https://alderandpine.example/products/wool-blanket',
};

function shopper(name, firstName) {
  return {
    userId: `${name}-${run}`,
    traits: { email: `${name}-${run}@shopper.example`, firstName, acceptsMarketing: true, locale: 'en-US' },
  };
}

/** Fails when the client's own queue does not empty: then it got an answer that it did not like. */
function withPatience(promise, what) {
  const late = new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`${what} did not finish in ${CLIENT_PATIENCE_MS} ms`)), CLIENT_PATIENCE_MS).unref();
  });
  return Promise.race([promise, late]);
}

/** Segment's Node client; `send` makes calls with it and returns once all of them were delivered. */
async function withSegment(send) {
  const failures = [];
  const client = new Analytics({ writeKey: WRITE_KEY, host: baseUrl, path: '/v1/batch', maxRetries: 1 });
  client.on('error', (failure) => failures.push(failure));
  send(client);
  await withPatience(client.closeAndFlush({ timeout: CLIENT_PATIENCE_MS }), '@segment/analytics-node');
  assert.deepEqual(failures, [], 'the client had nothing to complain about');
}

/** RudderStack's Node client, likewise. Each call has a callback that hears of its own delivery. */
async function withRudder(send) {
  const client = new RudderAnalytics(WRITE_KEY, { dataPlaneUrl: baseUrl });
  const delivered = [];
  const call = (type, message) => {
    delivered.push(
      new Promise((resolve, reject) => {
        client[type](message, (failure) => (failure ? reject(failure) : resolve()));
      }),
    );
  };
  send(call);
  await withPatience(new Promise((resolve) => client.flush(resolve)), '@rudderstack/rudder-sdk-node');
  await withPatience(Promise.all(delivered), '@rudderstack/rudder-sdk-node');
}

test('someone who signs up and leaves a cart is welcomed, and reminded after 1, 24 and 48 hours', async () => {
  const ada = shopper('ada', 'Ada');
  const email = ada.traits.email;
  await withSegment((client) => {
    client.identify(ada);
    client.track({ userId: ada.userId, event: 'Signed Up' });
    client.track({ userId: ada.userId, event: 'Product Added', properties: { ...mug, cart_id: `cart-${ada.userId}` } });
    client.track({ userId: ada.userId, event: 'Product Added', properties: { ...blanket, cart_id: `cart-${ada.userId}` } });
    client.track({
      userId: ada.userId,
      event: 'Checkout Started',
      properties: {
        cart_id: `cart-${ada.userId}`,
        checkout_id: `checkout-${ada.userId}`,
        checkout_url: 'https://alderandpine.example/checkout',
        currency: 'USD',
        products: [mug, blanket],
      },
    });
  });

  const welcome = 'welcome/thanks-for-joining';
  assert.deepEqual(await comeback.mailsTo(email), [welcome], 'at once');
  // A sender's clock is corrected in whole minutes, and reminders are due at a whole minute: so up to two earlier.
  await comeback.advance('PT57M');
  assert.deepEqual(await comeback.mailsTo(email), [welcome], 'before the hour is over');
  await comeback.advance('PT4M');
  assert.deepEqual(await comeback.mailsTo(email), [welcome, 'cart/need-help'], 'after an hour');
  await comeback.advance('PT23H');
  assert.deepEqual(await comeback.mailsTo(email), [welcome, 'cart/need-help', 'cart/your-things'], 'after a day');
  await comeback.advance('P1D');
  const all = [welcome, 'cart/need-help', 'cart/your-things', 'cart/last-note'];
  assert.deepEqual(await comeback.mailsTo(email), all, 'after two days');
  await comeback.advance('P3D');
  assert.deepEqual(await comeback.mailsTo(email), all, 'and nothing after that');

  const reminder = (await comeback.mailbox(email))[1];
  assert.match(reminder.html, /Stoneware mug &lt;sand&gt;/, 'what was left, escaped');
  assert.match(reminder.text, /Wool blanket/);
  assert.match(reminder.text, /\$18\.00/);
});

test('someone who buys gets the confirmation and the shipping mail, and no reminder', async () => {
  const bora = shopper('bora', 'Bora');
  const email = bora.traits.email;
  const order = `order-${bora.userId}`;
  await withRudder((call) => {
    call('identify', bora);
    call('track', { userId: bora.userId, event: 'Signed Up' });
    call('track', { userId: bora.userId, event: 'Product Added', properties: mug });
    call('track', { userId: bora.userId, event: 'Product Added', properties: blanket });
    call('track', {
      userId: bora.userId,
      event: 'Checkout Started',
      properties: { checkout_id: `checkout-${bora.userId}`, currency: 'USD', products: [mug, blanket] },
    });
  });
  await comeback.advance('PT10M');
  await withRudder((call) => {
    call('track', {
      userId: bora.userId,
      event: 'Order Completed',
      properties: {
        order_id: order,
        order_number: '#1001',
        checkout_id: `checkout-${bora.userId}`,
        currency: 'USD',
        subtotal: '156.00',
        shipping: 0,
        tax: '12.48',
        total: '168.48',
        products: [mug, blanket],
        shipping_address: { name: 'Bora Kaya', address1: 'Moda Cd. 1', city: 'Istanbul', zip: '34710', country: 'TR' },
      },
    });
  });
  const bought = ['welcome/thanks-for-joining', 'order-confirmation/thanks-for-your-order'];
  assert.deepEqual(await comeback.mailsTo(email), bought, 'confirmed at once');

  await comeback.advance('P1D');
  await withRudder((call) => {
    call('track', {
      userId: bora.userId,
      event: 'Order Shipped',
      properties: {
        order_id: order,
        carrier: 'DHL',
        tracking_number: '00340434161094042557',
        tracking_url: 'https://carrier.example/track/00340434161094042557',
        products: [mug, blanket],
      },
    });
  });
  await comeback.advance('P3D');
  const mails = await comeback.mailsTo(email);
  assert.deepEqual(
    mails.filter((mail) => mail !== 'welcome/goes-well-with-it'),
    [...bought, 'shipping/on-its-way'],
    'shipped, and never reminded',
  );

  const [confirmation, shipping] = (await comeback.mailbox(email)).filter((_, i) => /^(order|shipping)/.test(mails[i]));
  assert.match(confirmation.text, /168\.48/);
  assert.match(shipping.text, /00340434161094042557/);
});

test('someone who leaves a cart and comes back to buy is not reminded again', async () => {
  const cem = shopper('cem', 'Cem');
  const email = cem.traits.email;
  await withSegment((client) => {
    client.identify(cem);
    client.track({ userId: cem.userId, event: 'Added Product', properties: mug });
  });
  await comeback.advance('PT61M');
  assert.deepEqual(await comeback.mailsTo(email), ['cart/need-help']);
  await withSegment((client) => {
    client.track({
      userId: cem.userId,
      event: 'Completed Order',
      properties: { order_id: `order-${cem.userId}`, total: 36, currency: 'USD', products: [mug] },
    });
  });
  await comeback.advance('P3D');
  const mails = await comeback.mailsTo(email);
  assert.deepEqual(
    mails.filter((mail) => !mail.startsWith('thank-you/')),
    ['cart/need-help', 'order-confirmation/thanks-for-your-order'],
  );
});

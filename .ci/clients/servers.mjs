/**
 * The clients that run on shops' servers. With each of them somebody signs up, fills a cart and buys; what must come of it is
 * a welcome, a confirmation, and no reminder.
 *
 *   node servers.mjs http://127.0.0.1:8080
 *
 * It may run again against the same world; the clock it turns stays turned.
 */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { jitsuAnalytics } from '@jitsu/js';
import LegacySegment from 'analytics-node';
import { CloudEvent, HTTP, httpTransport } from 'cloudevents';
import * as klaviyo from 'klaviyo-api';
import { PostHog } from 'posthog-node';
import { Comeback } from './comeback.mjs';
import { mug, order, shopper, within } from './goods.mjs';

const KEY = 'sk_demo';
const PATIENCE_MS = 30_000;
const JVM_PATIENCE_MS = 120_000;

const baseUrl = process.argv[2]?.replace(/\/+$/, '');
if (!baseUrl) {
  console.error('usage: node servers.mjs <base url of a running Comeback>');
  process.exit(1);
}
const comeback = new Comeback(baseUrl);

/** Of each client: how it tells that day. Returns once all of it was delivered, and throws when something was not. */
const CLIENTS = {
  'analytics-node (the old one)': async ({ userId, traits }) => {
    const client = new LegacySegment(KEY, { host: baseUrl, path: '/v1/batch', flushAt: 20 });
    client.identify({ userId, traits });
    client.track({ userId, event: 'Signed Up' });
    client.track({ userId, event: 'Product Added', properties: mug });
    client.track({ userId, event: 'Order Completed', properties: order(userId) });
    await new Promise((resolve, reject) => client.flush((failure) => (failure ? reject(failure) : resolve())));
  },

  'posthog-node': async ({ userId, traits }) => {
    const client = new PostHog(KEY, { host: baseUrl });
    const failures = [];
    client.on('error', (failure) => failures.push(failure));
    client.identify({ distinctId: userId, properties: traits });
    client.capture({ distinctId: userId, event: 'Signed Up', properties: { email: traits.email } });
    client.capture({ distinctId: userId, event: 'Product Added', properties: mug });
    client.capture({ distinctId: userId, event: 'Order Completed', properties: order(userId) });
    await client.shutdown(PATIENCE_MS);
    assert.deepEqual(failures, []);
  },

  '@jitsu/js on a server': (day) => jitsu(day, { s2s: true }),
  '@jitsu/js as in a browser': (day) => jitsu(day, { s2s: false }),

  'klaviyo-api': async ({ userId, traits }) => {
    const session = new klaviyo.ApiKeySession(KEY);
    const profiles = new klaviyo.ProfilesApi(session);
    const events = new klaviyo.EventsApi(session);
    const catalogs = new klaviyo.CatalogsApi(session);
    for (const api of [profiles, events, catalogs]) api.basePath = baseUrl;
    const time = await comeback.now();
    const profile = {
      data: {
        type: 'profile',
        attributes: { email: traits.email, externalId: userId, firstName: traits.firstName, locale: traits.locale },
      },
    };
    const report = (name, properties, value) =>
      events.createEvent({
        data: {
          type: 'event',
          attributes: {
            properties,
            time,
            value,
            valueCurrency: 'USD',
            uniqueId: `${name}-${userId}`,
            metric: { data: { type: 'metric', attributes: { name } } },
            profile,
          },
        },
      });
    const items = [
      { ProductID: mug.product_id, SKU: mug.sku, ProductName: mug.name, Quantity: 2, ItemPrice: 18, ProductURL: mug.url },
    ];

    const imported = await profiles.createOrUpdateProfile(profile);
    assert.equal(imported.body.data.attributes.email, traits.email, 'the profile comes back');
    await profiles.bulkSubscribeProfiles({
      data: {
        type: 'profile-subscription-bulk-create-job',
        attributes: {
          profiles: {
            data: [
              {
                type: 'profile',
                attributes: {
                  email: traits.email,
                  subscriptions: { email: { marketing: { consent: 'SUBSCRIBED' } } },
                },
              },
            ],
          },
        },
        relationships: { list: { data: { type: 'list', id: 'newsletter' } } },
      },
    });
    await report('Signed Up', {});
    await report('Added to Cart', { AddedItemProductID: mug.product_id, Items: items }, 36);
    await report('Placed Order', { OrderId: `order-${userId}`, OrderNumber: '#1001', Items: items }, 36);
    await catalogs.createBackInStockSubscription({
      data: {
        type: 'back-in-stock-subscription',
        attributes: { channels: ['EMAIL'], profile },
        relationships: { variant: { data: { type: 'catalog-variant', id: '$custom:::$default:::BLANKET' } } },
      },
    });
    await assert.rejects(
      report('Placed Order', { Items: items }),
      (failure) => failure.response.status === 400 && failure.response.data.errors[0].source.pointer.endsWith('OrderId'),
      'a mistake is an error that its client understands',
    );
  },

  cloudevents: async ({ userId, traits }) => {
    const time = (await comeback.now()).toISOString();
    const event = (type, data) => new CloudEvent({ source: '/shop', type: `com.shop.${type}`, subject: userId, time, data });
    const authorization = `Bearer ${KEY}`;
    const post = async (message) => {
      const headers = { ...message.headers, authorization };
      const answer = await fetch(`${baseUrl}/v1/cloudevents`, { method: 'POST', headers, body: message.body });
      assert.equal(answer.status, 202, await answer.text());
    };
    await post(HTTP.structured(event('customer.updated', traits)));
    await post(HTTP.binary(event('customer.signed_up', { email: traits.email })));
    const batch = [event('product.added', mug), event('wheel.spun', {})];
    await post({
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(batch),
    });
    const send = httpTransport(`${baseUrl}/v1/cloudevents`);
    await send(HTTP.binary(event('order.completed', order(userId))), { headers: { authorization } });
  },

  'com.segment.analytics.java': (day) => onJava('segment', day),
  'com.rudderstack.sdk.java.analytics': (day) => onJava('rudder', day),
};

async function jitsu({ userId, traits }, options) {
  const failures = [];
  const client = jitsuAnalytics({
    host: baseUrl,
    writeKey: `${KEY}:jitsu`,
    ...options,
    errorPolicy: (message) => failures.push(message),
  });
  await client.identify(userId, traits);
  await client.track('Signed Up', {});
  await client.track('Product Added', mug);
  await client.track('Order Completed', order(userId));
  assert.deepEqual(failures, []);
}

/** The clients for the JVM are called by a small program; `.ci/run` has put them on a class path. */
async function onJava(client, { userId, traits }) {
  const { JAVA_HOME, CLIENTS_CLASS_PATH } = process.env;
  assert.ok(JAVA_HOME && CLIENTS_CLASS_PATH, 'JAVA_HOME and CLIENTS_CLASS_PATH are set');
  const program = new URL('java/JavaClients.java', import.meta.url).pathname;
  const words = ['-cp', CLIENTS_CLASS_PATH, program, client, baseUrl, KEY, userId, traits.email, traits.firstName];
  await promisify(execFile)(`${JAVA_HOME}/bin/java`, words, { timeout: JVM_PATIENCE_MS });
}

const days = Object.entries(CLIENTS).map(([name, tell], number) => ({
  name,
  tell,
  who: shopper(`server${number}`, 'Deniz'),
}));

for (const { name, tell, who } of days) {
  test(`${name}: who signs up is welcomed, and who buys gets a confirmation`, async () => {
    await within(JVM_PATIENCE_MS, tell(who), name);
    const expected = [
      'welcome/thanks-for-joining',
      'order-confirmation/thanks-for-your-order',
      // Klaviyo's client has also asked to be told when something is back.
      ...(name === 'klaviyo-api' ? ['stock-request/we-will-tell-you'] : []),
    ];
    // The old client's first event, which alone has the address, goes on its own, and its flush does not wait for it. When it
    // arrives after the order, the confirmation has waited for it by the clock: look again after a minute, and two more.
    for (let looks = 0; looks < 60 && (await comeback.mailsTo(who.traits.email)).length < expected.length; looks++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      if (looks % 20 === 19) await comeback.advance('PT1M');
    }
    assert.deepEqual(await comeback.mailsTo(who.traits.email), expected);
    const [, confirmation] = await comeback.mailbox(who.traits.email);
    assert.match(confirmation.text, /Stoneware mug <sand>/);
    assert.match(confirmation.text, /\$36\.00/);
  });
}

test('and three days later nobody was reminded of what they bought', async () => {
  await comeback.advance('P3D');
  for (const { name, who } of days) {
    const mails = await comeback.mailsTo(who.traits.email);
    assert.ok(!mails.some((mail) => mail.startsWith('cart/')), `${name}: ${mails}`);
  }
});

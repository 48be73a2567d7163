/**
 * The clients that run in shoppers' browsers, in a real Chromium, on a page of another origin than Comeback. With each of
 * them somebody says who they are and leaves a cart; a reminder must come of it. With the public key that stands in a page
 * nobody can start an order's mail.
 *
 *   CHROMIUM=/usr/bin/chromium node browsers.mjs http://127.0.0.1:8080
 */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { Comeback } from './comeback.mjs';
import { mug, order, shopper, within } from './goods.mjs';

const KEY = 'pk_demo';
const PATIENCE_MS = 60_000;

const baseUrl = process.argv[2]?.replace(/\/+$/, '');
if (!baseUrl || !process.env.CHROMIUM) {
  console.error('usage: CHROMIUM=<path> node browsers.mjs <base url of a running Comeback>');
  process.exit(1);
}
const comeback = new Comeback(baseUrl);
const modules = fileURLToPath(new URL('node_modules/', import.meta.url));

let shop;
let shopUrl;
let chromium;

before(async () => {
  shop = createServer(async (request, answer) => {
    const path = new URL(request.url, 'http://shop').pathname;
    try {
      const isScript = path.endsWith('.js');
      const body = isScript ? await readFile(modules + path.slice(1)) : '<!doctype html><title>Shop</title>';
      answer.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' }).end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise((resolve) => shop.listen(0, '127.0.0.1', resolve));
  shopUrl = `http://127.0.0.1:${shop.address().port}/`;
  chromium = await puppeteer.launch({
    executablePath: process.env.CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });
});

after(async () => {
  await chromium?.close();
  shop?.close();
});

/** A page of the shop, what it asked of Comeback, and what went wrong there. */
async function open(script) {
  const context = await chromium.createBrowserContext();
  const page = await context.newPage();
  const answers = [];
  const failures = [];
  page.on('response', (response) => {
    if (response.url().startsWith(baseUrl)) answers.push(`${response.request().method()} ${response.status()} ${new URL(response.url()).pathname}`);
  });
  page.on('requestfailed', (request) => {
    if (request.url().startsWith(baseUrl)) failures.push(`${request.url()}: ${request.failure()?.errorText}`);
  });
  await page.goto(shopUrl);
  if (script) await page.addScriptTag({ url: shopUrl + script });
  return { page, answers, failures, close: () => context.close() };
}

/** Of each client: its script, and what a page does with it. */
const CLIENTS = {
  '@segment/analytics-next': {
    script: '@segment/analytics-next/dist/umd/index.js',
    tell: async ({ base, key, who, mug }) => {
      const [analytics] = await globalThis.AnalyticsNext.AnalyticsBrowser.load({ writeKey: key, cdnURL: base });
      await analytics.identify(who.userId, who.traits);
      await analytics.page();
      await analytics.track('Product Added', mug);
      globalThis.track = (name, properties) => analytics.track(name, properties);
    },
    asks: ['GET 200 /v1/projects/pk_demo/settings', 'POST 200 /v1/i', 'POST 200 /v1/t'],
  },
  '@segment/analytics-next in batches': {
    script: '@segment/analytics-next/dist/umd/index.js',
    tell: async ({ base, key, who, mug }) => {
      const [analytics] = await globalThis.AnalyticsNext.AnalyticsBrowser.load(
        { writeKey: key, cdnURL: base },
        { integrations: { 'Segment.io': { deliveryStrategy: { strategy: 'batching', config: { size: 3, timeout: 500 } } } } },
      );
      await analytics.identify(who.userId, who.traits);
      await analytics.page();
      await analytics.track('Product Added', mug);
      globalThis.track = (name, properties) => analytics.track(name, properties);
    },
    asks: ['POST 200 /v1/b'],
  },
  '@rudderstack/analytics-js': {
    script: '@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js',
    tell: async ({ base, key, who, mug }) => {
      const { RudderAnalytics } = globalThis.RudderAnalytics ? globalThis : globalThis.rudderanalytics;
      const analytics = new RudderAnalytics();
      analytics.load(key, base, { configUrl: base, storage: { encryption: { version: 'legacy' } } });
      await new Promise((resolve) => analytics.ready(resolve));
      analytics.identify(who.userId, who.traits);
      analytics.page();
      analytics.track('Product Added', mug);
      globalThis.track = (name, properties) => void analytics.track(name, properties);
    },
    asks: ['GET 200 /sourceConfig/', 'POST 200 /v1/identify', 'POST 200 /v1/track'],
  },
  '@rudderstack/analytics-js by beacon': {
    script: '@rudderstack/analytics-js/dist/npm/modern/bundled/umd/index.js',
    tell: async ({ base, key, who, mug }) => {
      const { RudderAnalytics } = globalThis.RudderAnalytics ? globalThis : globalThis.rudderanalytics;
      const analytics = new RudderAnalytics();
      analytics.load(key, base, {
        configUrl: base,
        storage: { encryption: { version: 'legacy' } },
        useBeacon: true,
        beaconQueueOptions: { maxItems: 2, flushQueueInterval: 500 },
      });
      await new Promise((resolve) => analytics.ready(resolve));
      analytics.identify(who.userId, who.traits);
      analytics.track('Product Added', mug);
      globalThis.track = (name, properties) => void analytics.track(name, properties);
    },
    asks: ['POST 200 /beacon/v1/batch'],
  },
  "Klaviyo's calls for browsers": {
    tell: async ({ base, key, who, mug }) => {
      const profile = { data: { type: 'profile', attributes: { email: who.traits.email, external_id: who.userId } } };
      const post = async (path, data) => {
        const answer = await fetch(`${base}/client/${path}?company_id=${key}`, {
          method: 'POST',
          headers: { 'content-type': 'application/vnd.api+json', revision: '2026-07-15' },
          body: JSON.stringify({ data }),
        });
        return answer.text();
      };
      const event = (name, properties) =>
        post('events', {
          type: 'event',
          attributes: { properties, metric: { data: { type: 'metric', attributes: { name } } }, profile },
        });
      await post('subscriptions', { type: 'subscription', attributes: { profile } });
      await event('Added to Cart', mug);
      globalThis.track = event;
    },
    asks: ['POST 202 /client/subscriptions', 'POST 202 /client/events'],
  },
};

for (const [name, { script, tell, asks }] of Object.entries(CLIENTS)) {
  test(`${name}: who leaves a cart is reminded, and no order's mail can be started`, async () => {
    const who = shopper(`browser${Object.keys(CLIENTS).indexOf(name)}`, 'Ece');
    const { page, answers, failures, close } = await open(script);
    const words = { base: baseUrl, key: KEY, who, mug };
    await within(PATIENCE_MS, page.evaluate(tell, words), name);
    await within(PATIENCE_MS, until(() => isReported(who, 'Stoneware mug')), `${name}: the cart's arrival`);
    // What the page asked is heard of from the browser, in its own time.
    await within(PATIENCE_MS, until(() => asks.every((ask) => answers.includes(ask))), `${name}: ${asks}`);
    await comeback.advance('PT61M');
    const reminded = await comeback.mailsTo(who.traits.email);
    assert.ok(reminded.includes('cart/need-help'), `reminded: ${reminded}`);

    await page.evaluate((bought) => globalThis.track('Order Completed', bought), order(who.userId));
    await within(PATIENCE_MS, until(() => isReported(who, 'Order Completed')), `${name}: the order's arrival`);
    assert.deepEqual(failures, [], 'the browser let every request through');
    await close();
    await comeback.advance('P3D');
    const since = (await comeback.mailsTo(who.traits.email)).slice(reminded.length);
    assert.deepEqual(
      since.filter((mail) => !mail.startsWith('welcome/')),
      [],
      'no confirmation, no thanks, and no other reminder',
    );
  });
}

/** Whether this stands in the shopper's timeline. A page's requests arrive when they like. */
async function isReported(who, what) {
  const path = `/v1/customers/email:${encodeURIComponent(who.traits.email)}/timeline`;
  const answer = await fetch(baseUrl + path, { headers: { authorization: `Basic ${btoa('sk_demo:')}` } });
  return answer.ok && (await answer.text()).includes(what);
}

/** Asks again and again; who waits says how long. */
async function until(holds) {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 100));
}

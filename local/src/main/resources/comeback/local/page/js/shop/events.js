// The events that a storefront posts, in Segment's words. What a browser would tell goes with the store's public key;
// what only the shop's server may tell (sign-ups, orders, parcels) goes with the secret one.
import { priceIn, rounded, shopIn } from './goods.js';
import { homeOf } from './people.js';

const track = (event, key, who, properties, at) => ({
  path: '/v1/track',
  key,
  title: event,
  body: { ...envelope(who, at), event, properties },
});

/** Someone makes an account. */
export const signedUp = (who, at) => track('Signed Up', 'secret', who, { email: who.email }, at);

/** Someone's details or wishes changed. */
export const detailsChanged = (who, at) => ({
  path: '/v1/identify',
  key: 'secret',
  title: 'identify',
  body: { ...envelope(who, at, false), traits: { ...traits(who), acceptsMarketing: who.wantsOffers } },
});

export const productAdded = (who, line, at) => track('Product Added', 'public', who, oneProduct(who, line), at);

export const productRemoved = (who, line, at) => track('Product Removed', 'public', who, oneProduct(who, line), at);

/** Someone types an address at the checkout. */
export const checkoutStarted = (who, at) =>
  track(
    'Checkout Started',
    'public',
    who,
    {
      cart_id: who.cartId,
      checkout_id: who.checkoutId,
      email: who.email,
      ...(who.wantsOffers ? { accepts_marketing: true } : {}),
      ...basket(who, who.lines),
    },
    at,
  );

export function orderCompleted(who, order, at) {
  const { phone, address } = homeOf(who);
  return track(
    'Order Completed',
    'secret',
    who,
    {
      order_id: order.id,
      order_number: order.number,
      cart_id: order.cartId,
      checkout_id: order.checkoutId,
      email: who.email,
      phone,
      payment_status: 'paid',
      ...basket(who, order.lines),
      shipping: shopIn(who.language).shipping,
      total: totalOf(who, order.lines),
      shipping_address: address,
      billing_address: address,
    },
    at,
  );
}

export const orderShipped = (who, order, at) =>
  track(
    'Order Shipped',
    'secret',
    who,
    {
      order_id: order.id,
      shipment_id: `${order.id}-1`,
      carrier: { ko: 'CJ대한통운', tr: 'Yurtiçi Kargo' }[who.language] ?? 'UPS',
      tracking_number: `1Z${order.number}0E0205271688`,
      tracking_url: `https://tracking.example/1Z${order.number}0E0205271688`,
      products: order.lines.map(product),
    },
    at,
  );

export const orderDelivered = (who, order, at) => track('Order Delivered', 'secret', who, { order_id: order.id }, at);

export const orderCancelled = (who, order, at) => track('Order Cancelled', 'secret', who, { order_id: order.id }, at);

export const unsubscribed = (who, at) => track('Unsubscribed', 'secret', who, { email: who.email }, at);

/** What an order of these lines costs, shipping included. */
export const totalOf = (who, lines) => rounded(who.language, sum(lines) + shopIn(who.language).shipping);

/** The same event as a command to type. */
export function asCurl(origin, event, key) {
  return [
    `curl ${origin}${event.path} \\`,
    `  -u ${key}: \\`,
    `  -H 'Content-Type: application/json' \\`,
    `  -d ${quoted(JSON.stringify(event.body, null, 2))}`,
  ].join('\n');
}

/** For a POSIX shell: nothing inside single quotes means anything, but a single quote ends them. */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** A name belongs to the account, so only someone with an account is told by it; a guest is only a browser. */
function envelope(who, at, tellsTraits = true) {
  const { zone } = homeOf(who);
  const isKnown = who.userId !== undefined;
  return {
    messageId: `local-${crypto.randomUUID()}`,
    timestamp: at.toISOString(),
    ...(isKnown ? { userId: who.userId } : {}),
    anonymousId: who.anonymousId,
    context: {
      locale: who.language,
      timezone: zone,
      ...(tellsTraits && isKnown ? { traits: traits(who, who.wantsOffers) } : {}),
    },
  };
}

function traits(who, agrees = false) {
  return {
    email: who.email,
    ...(who.firstName ? { firstName: who.firstName } : {}),
    locale: who.language,
    ...(agrees ? { acceptsMarketing: true } : {}),
  };
}

const oneProduct = (who, line) => ({ cart_id: who.cartId, currency: shopIn(who.language).currency, ...product(line) });

function basket(who, lines) {
  return {
    currency: shopIn(who.language).currency,
    subtotal: rounded(who.language, sum(lines)),
    products: lines.map(product),
  };
}

function product(line) {
  return {
    product_id: line.id,
    name: line.name,
    variant: line.variant,
    price: line.price,
    quantity: line.quantity,
    image_url: new URL(line.picture, document.baseURI).href,
  };
}

const sum = (lines) => lines.reduce((total, line) => total + line.price * line.quantity, 0);

/** What someone's cart costs without shipping, as they see it. */
export const cartTotal = (who) => priceIn(who.language, sum(who.lines));

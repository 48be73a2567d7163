// Who the visitor is being right now, remembered by the browser, and what each button does.
import { post } from '../server.js';
import { look, nowExactly, world } from '../world.js';
import * as events from './events.js';
import { shopIn } from './goods.js';
import { firstPeople, freshCart, somebody, token } from './people.js';

const REMEMBERED = 'comeback-local-shop';

export const shop = remembered() ?? newShop();

/** The person being played. */
export const who = () => shop.people.find((person) => person.id === shop.current);

/** The store that events go to. */
export const store = () => world.stores.find((candidate) => candidate.id === shop.store) ?? world.stores[0];

export function chooseStore(id) {
  shop.store = id;
  remember();
}

export function become(id) {
  shop.current = id;
  remember();
}

/** Somebody new joins the people, and is played from now on. */
export function meetSomebody() {
  const person = somebody();
  shop.people.push(person);
  become(person.id);
}

/** The visitor typed something about the person. It is told to the shop only by a button. */
export function describe(details) {
  Object.assign(who(), details);
  // The shop of another language has the same things at its own prices.
  const { products } = shopIn(who().language);
  who().lines = who().lines.map(({ id, quantity }) => ({ ...products.find((product) => product.id === id), quantity }));
  remember();
}

/** An empty world knows nobody, so the browser forgets too. */
export function forgetEverybody() {
  const language = who()?.language;
  Object.assign(shop, newShop(), { store: shop.store });
  shop.current = (shop.people.find((person) => person.language === language) ?? shop.people[0]).id;
  remember();
}

/** Does one of the deeds below, as the person being played, and remembers what became of it. */
export async function play(deed, about) {
  await deeds[deed](who(), about);
  remember();
  look();
}

const deeds = {
  async signUp(person) {
    await tell(events.signedUp, { ...person, userId: person.id });
    Object.assign(person, { userId: person.id, told: detailsOf(person), isUnsubscribed: false });
  },

  async saveDetails(person) {
    await tell(events.detailsChanged, person);
    Object.assign(person, { told: detailsOf(person), isUnsubscribed: !person.wantsOffers });
  },

  async add(person, product) {
    await tell(events.productAdded, person, { ...product, quantity: 1 });
    const there = person.lines.find(({ id }) => id === product.id);
    if (there) there.quantity += 1;
    else person.lines.push({ ...product, quantity: 1 });
  },

  async remove(person, line) {
    await tell(events.productRemoved, person, line);
    person.lines = person.lines.filter((other) => other !== line);
  },

  async checkOut(person) {
    const checkoutId = person.checkoutId ?? token('checkout');
    await tell(events.checkoutStarted, { ...person, checkoutId });
    person.checkoutId = checkoutId;
  },

  async pay(person) {
    const { lines, cartId, checkoutId } = person;
    const order = { id: token('order'), number: String(shop.nextNumber), cartId, checkoutId, lines, state: 'paid' };
    await tell(events.orderCompleted, person, order);
    shop.nextNumber += 1;
    Object.assign(person, freshCart());
    person.orders.unshift(order);
  },

  async ship(person, order) {
    await tell(events.orderShipped, person, order);
    order.state = 'shipped';
  },

  async deliver(person, order) {
    await tell(events.orderDelivered, person, order);
    order.state = 'delivered';
  },

  async cancel(person, order) {
    await tell(events.orderCancelled, person, order);
    order.state = 'cancelled';
  },

  async unsubscribe(person) {
    await tell(events.unsubscribed, person);
    Object.assign(person, { isUnsubscribed: true, wantsOffers: false });
    person.told = detailsOf(person);
  },
};

/** Whether the form says something else than the shop was told. */
export const hasNews = (person) => person.userId !== undefined && person.told !== detailsOf(person);

async function tell(event, person, about) {
  const at = await nowExactly();
  const told = about === undefined ? event(person, at) : event(person, about, at);
  const key = keyOf(told);
  shop.last = { title: told.title, path: told.path, curl: events.asCurl(location.origin, told, key) };
  await post(told.path, told.body, { Authorization: `Basic ${btoa(`${key}:`)}` });
}

function keyOf(event) {
  if (!store()) throw new Error('No store is known yet.');
  return event.key === 'public' && store().publicKey ? store().publicKey : store().secretKey;
}

const detailsOf = ({ firstName, email, language, wantsOffers }) =>
  JSON.stringify([firstName, email, language, wantsOffers]);

function newShop() {
  const people = firstPeople();
  return { people, current: people[0].id, store: undefined, nextNumber: 1001, last: undefined };
}

function remember() {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(shop));
  } catch {
    // A browser that keeps nothing plays well enough until it is closed.
  }
}

function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(REMEMBERED));
    return kept?.people?.some((person) => person.id === kept.current) ? kept : undefined;
  } catch {
    return undefined;
  }
}

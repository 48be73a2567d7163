// What the page knows of the running world, kept fresh by asking once a second, and told to whoever listens.
import { get, post, Unreachable } from './server.js';

const PAUSE = 1000;
const PAUSE_UNSEEN = 5000;
const ENTRIES_MAX = 1000;

const listeners = new Map();

export const world = {
  stores: [],
  entries: [],
  mails: [],
  problems: [],
  isReachable: true,
  /** How far this world's clock is ahead of the viewer's, in milliseconds. */
  ahead: 0,
};

let seen = 0;
let isFirst = true;
let running = Promise.resolve();
let timer;

/** Calls back at each change of one of: clock, stores, entries, mails, problems, reachable, emptied. */
export function on(what, listener) {
  listeners.set(what, [...(listeners.get(what) ?? []), listener]);
}

/** The world's time now. */
export const now = () => new Date(Date.now() + world.ahead);

/** The world's time as the server says it this moment: what is posted must not lie in its future. */
export async function nowExactly() {
  keepTime((await get('/local/clock')).now);
  return now();
}

/** Begins to look, and never stops. */
export function watch() {
  document.addEventListener('visibilitychange', () => document.hidden || look());
  look();
}

/** Looks at once: after a press nobody wants to wait a second. */
export function look() {
  clearTimeout(timer);
  running = running.then(lookOnce).finally(() => {
    clearTimeout(timer);
    timer = setTimeout(look, document.hidden ? PAUSE_UNSEEN : PAUSE);
  });
  return running;
}

/** Turns the clock and tells what was sent meanwhile. */
export async function advance(by) {
  const answer = await post('/local/clock/advance', { by });
  keepTime(answer.now);
  await look();
  return answer.sent ?? [];
}

/** Empties the world. */
export async function startOver() {
  await post('/local/reset');
  forget();
  await look();
}

async function lookOnce() {
  try {
    if (world.stores.length === 0) await readStores();
    await readFeed();
    keepTime((await get('/local/clock')).now);
    await readProblems();
    reachable(true);
  } catch (error) {
    if (error instanceof Unreachable) reachable(false);
    // Anything else is a mistake of the server's: it is shown, and looking goes on.
    else reachable(false, error.message);
  }
}

async function readStores() {
  world.stores = listed(await get('/local/stores'), 'stores').map((store) => ({
    ...store,
    publicKey: store.publicKey ?? store.publicKeys?.[0],
    secretKey: store.secretKey ?? store.secretKeys?.[0],
  }));
  tell('stores');
}

async function readFeed() {
  const fresh = listed(await get(`/local/feed?since=${seen}`), 'entries').filter((entry) => entry.seq > seen);
  if (fresh.length === 0 && !isFirst) return;
  const emptied = fresh.findLast((entry) => entry.kind === 'clock' && /empt|start(ed)? over|reset/i.test(entry.title));
  if (emptied && !isFirst) forget();
  seen = fresh.at(-1)?.seq ?? seen;
  const kept = emptied ? fresh.filter((entry) => entry.seq >= emptied.seq) : fresh;
  world.entries = [...world.entries, ...kept].slice(-ENTRIES_MAX);
  isFirst = false;
  await readMails();
  tell('entries');
}

async function readMails() {
  const last = world.mails.at(-1);
  const since = last ? `?since=${encodeURIComponent(last.sentAt)}` : '';
  const known = new Set(world.mails.map((mail) => mail.id));
  const fresh = listed(await get(`/local/mailbox${since}`), 'messages').filter((mail) => !known.has(mail.id));
  world.mails = [...world.mails, ...fresh];
  if (fresh.length > 0) tell('mails', fresh);
}

async function readProblems() {
  const problems = listed(await get('/local/problems'), 'problems');
  if (JSON.stringify(problems) === JSON.stringify(world.problems)) return;
  world.problems = problems;
  tell('problems');
}

function forget() {
  world.entries = [];
  world.mails = [];
  tell('emptied');
  tell('mails', []);
  tell('entries');
}

function keepTime(instant) {
  const ahead = Date.parse(instant) - Date.now();
  // Under a second it is only the time that the answer took.
  if (Math.abs(ahead - world.ahead) > 1000) world.ahead = ahead;
  tell('clock');
}

function reachable(is, why) {
  if (world.isReachable === is && world.why === why) return;
  world.isReachable = is;
  world.why = why;
  tell('reachable');
}

function listed(document, name) {
  return Array.isArray(document) ? document : (document?.[name] ?? []);
}

function tell(what, ...details) {
  (listeners.get(what) ?? []).forEach((listener) => listener(...details));
}

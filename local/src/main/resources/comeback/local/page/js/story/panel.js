// The second room: what happened, newest first.
import { fill, h } from '../dom.js';
import { chooseMail, mailOf } from '../mail/panel.js';
import { dayOf, moment, timeOf } from '../when.js';
import { on, world } from '../world.js';
import { reasonLine } from './reasons.js';
import { grouped } from './grouping.js';

const SHOWN = 60;

const NEWS_TONE = {
  'to be sent': '.wait',
  'being sent': '.wait',
  sent: '.info',
  delivered: '.good',
  opened: '.good',
  clicked: '.good',
  'not sent': '',
  delayed: '.wait',
  'perhaps sent': '.wait',
};

let shown = SHOWN;
let list;
const built = new Map();

/** Furnishes the room. */
export function openStory(room) {
  list = room;
  on('entries', show);
  on('mails', show);
  on('stores', show);
  on('emptied', () => {
    shown = SHOWN;
  });
  show();
}

function show() {
  const groups = grouped(world.entries).reverse();
  // That the clock was turned or the world emptied is nothing to read about yet.
  const isQuiet = groups.every(({ kind }) => kind === 'clock');
  const names = addresses();
  const visible = groups.slice(0, shown);
  const days = new Set();
  fill(
    list,
    isQuiet && nothing(),
    !isQuiet &&
      h(
        'ol.happenings',
        {},
        visible.flatMap((group) => {
          const day = dayOf(group.at);
          const isNewDay = !days.has(day);
          days.add(day);
          return [isNewDay && h('li.day', {}, h('h3', {}, day)), cardOf(group, names)];
        }),
      ),
    !isQuiet &&
      groups.length > shown &&
      h(
        'div.row.more',
        {},
        h(
          'button',
          {
            type: 'button',
            'data-key': 'earlier',
            onclick: () => {
              shown += SHOWN;
              show();
            },
          },
          `Show earlier (${groups.length - shown})`,
        ),
      ),
  );
}

const nothing = () =>
  h(
    'div.empty',
    {},
    h(
      'p',
      {},
      h('strong', {}, 'Nothing has happened yet'),
      'Press “Sign up” or “Add to cart” in the shop. Or post an event of your own:',
    ),
    h('pre', { tabindex: '0', role: 'region', 'aria-label': 'An event to post' }, firstEvent()),
  );

const firstEvent = () => `curl ${location.origin}/v1/track \\
  -u ${world.stores[0]?.secretKey ?? 'sk_demo'}: -d '{
  "event": "Signed Up",
  "userId": "1",
  "properties": {
    "email": "you@example.com"
  }
}'`;

/** A card is built again only when something about it changed, so the page stays calm. */
function cardOf(group, names) {
  const subjects = group.letters.map(({ id }) => mailOf(id)?.subject);
  const name = names.get(group.customer);
  const state = JSON.stringify([group, subjects, name]);
  const before = built.get(group.key);
  if (before?.state === state) return before.card;
  const card = h(`li.happening.${group.kind}`, {}, group.kind === 'clock' ? turn(group) : happening(group, name));
  built.set(group.key, { state, card });
  return card;
}

const turn = (group) => h('p.turn', {}, h('span', {}, group.title), ' ', moment(group.at, timeOf(group.at)));

function happening(group, name) {
  return h(
    'article.card',
    { 'aria-label': group.title },
    h('header', {}, h('h4', {}, group.title), moment(group.at, timeOf(group.at))),
    group.customer &&
      h(
        'p.soft.tiny',
        {},
        [world.stores.length > 1 && group.store, name ?? `customer ${group.customer.slice(0, 8)}`, group.detail]
          .filter(Boolean)
          .join(' · '),
      ),
    !group.customer && group.detail && h('p.detail', {}, group.detail),
    group.reasons.length > 0 && h('ul.reasons', {}, group.reasons.map(reasonLine)),
    group.reasons.length === 0 &&
      group.letters.length === 0 &&
      group.kind === 'event' &&
      h('p.soft.tiny', {}, 'Kept. Nothing is sent because of it.'),
    group.letters.length > 0 && h('ul.letters', {}, group.letters.map(letterLine)),
  );
}

/** Why a letter was not sent, and what would have changed it. */
const sentences = ({ text, otherwise }) => (otherwise ? `${text}. ${otherwise}` : text);

function letterLine(letter) {
  const mail = mailOf(letter.id);
  const newest = letter.steps.at(-1) ?? 'to be sent';
  const state = h(`span.pill${NEWS_TONE[newest] ?? '.bad'}`, {}, newest);
  const words = h(
    'span.letter-words',
    {},
    h('strong', {}, mail?.subject ?? letter.title),
    h(
      'span.soft.tiny',
      {},
      mail ? `${mail.flow} / ${mail.message}` : letter.reasons.map(sentences).join('; '),
    ),
  );
  return h(
    'li',
    {},
    mail
      ? h(
          'button.letter',
          { type: 'button', 'data-key': `letter-${letter.id}`, onclick: () => chooseMail(mail.id) },
          words,
          state,
        )
      : h('div.letter', {}, words, state),
  );
}

/** The feed names customers by their ids; their letters say where they live. */
const addresses = () => new Map(world.mails.map(({ customer, to }) => [customer, to]));

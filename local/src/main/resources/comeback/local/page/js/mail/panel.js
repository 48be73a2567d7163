// The third room: the mailbox and the chosen letter.
import { fill, h, press, segments } from '../dom.js';
import { post } from '../server.js';
import { reasonLine } from '../story/reasons.js';
import { grouped } from '../story/grouping.js';
import { goTo } from '../views.js';
import { allOf, moment } from '../when.js';
import { look, on, world } from '../world.js';
import { questions } from './asked.js';
import { framed } from './letter.js';

const LISTED = 100;
const SES = [
  ['delivery', 'delivered'],
  ['open', 'opened'],
  ['click', 'clicked'],
  ['bounce', 'bounced'],
  ['complaint', 'complained'],
];

const chosen = { id: undefined, size: 'phone', scheme: 'light', part: 'letter' };
const read = new Set();
const list = h('div.inbox');
const letter = h('article.reader', { tabindex: '-1', 'aria-label': 'The chosen letter', hidden: true });
const beside = h('div.beside');
const sesSaid = h('p.soft.tiny.told', { role: 'status' });
const arrival = h('p.unseen', { role: 'status' });
const shown = { letter: undefined, cause: undefined };

/** Furnishes the room. */
export function openMailbox(room) {
  fill(room, arrival, list, letter);
  on('mails', (fresh) => {
    // The newest letter opens by itself until a reader has chosen one.
    if (!chosen.isByHand && fresh.length > 0) chosen.id = world.mails.at(-1).id;
    arrival.textContent =
      fresh.length > 0 ? `New in the mailbox: ${fresh.map(({ subject }) => subject).join(', ')}` : '';
    showList();
    showLetter();
  });
  on('entries', showLetter);
  on('emptied', () => {
    Object.assign(chosen, { id: undefined, isByHand: false });
    read.clear();
  });
  showList();
}

/** The letter that carries this message, by our id or by SES's. */
export const mailOf = (id) => world.mails.find((mail) => mail.id === id || mail.tags?.id === id);

/** Opens a letter, wherever the reader is. */
export function chooseMail(id) {
  Object.assign(chosen, { id, isByHand: true, part: 'letter' });
  sesSaid.textContent = '';
  read.add(id);
  showList();
  showLetter();
  goTo('mail');
  letter.firstElementChild.scrollIntoView({ block: matchMedia('(max-width: 719px)').matches ? 'start' : 'nearest' });
  letter.focus({ preventScroll: true });
}

function showList() {
  const newest = world.mails.slice(-LISTED).reverse();
  fill(
    list,
    newest.length === 0
      ? h(
          'p.empty',
          {},
          h('strong', {}, 'No letters yet'),
          'Sign up in the shop and the first one comes at once. Or leave a cart behind and turn the clock by an hour.',
        )
      : h(
          'ul.card.mails',
          { 'aria-label': `Letters, newest first` },
          newest.map((mail) =>
            h(
              'li',
              {},
              h(
                'button.mail-line',
                {
                  type: 'button',
                  'data-key': `mail-${mail.id}`,
                  'aria-current': mail.id === chosen.id ? 'true' : undefined,
                  onclick: () => chooseMail(mail.id),
                },
                h(`strong${read.has(mail.id) ? '.read' : ''}`, {}, mail.subject),
                moment(mail.sentAt),
                h('span.soft.tiny.mail-whose', {}, `to ${mail.to} · ${mail.flow} / ${mail.message}`),
              ),
            ),
          ),
        ),
  );
}

function showLetter() {
  const mail = mailOf(chosen.id);
  letter.hidden = !mail;
  if (!mail) {
    Object.assign(shown, { letter: undefined, cause: undefined });
    return;
  }
  const asked = JSON.stringify(chosen);
  if (asked !== shown.letter) {
    // The letter itself is built only when another one, or another look of it, was asked for: else a reader would lose
    // their place in it.
    fill(letter, head(mail), toolbar(), h(`div.spread.${chosen.part}-${chosen.size}`, {}, bodyOf(mail), beside));
    Object.assign(shown, { letter: asked, cause: undefined });
  }
  const cause = causeOf(mail);
  const told = JSON.stringify(cause ?? null);
  if (told !== shown.cause) {
    fill(beside, whyOf(mail, cause), sesRow(mail));
    shown.cause = told;
  }
}

const head = (mail) =>
  h(
    'header',
    {},
    h('h3', {}, mail.subject),
    h('p.soft.tiny', {}, `From ${mail.from}`),
    h(
      'p.soft.tiny',
      {},
      `To ${mail.to} · `,
      moment(mail.sentAt, allOf(mail.sentAt)),
      ' · ',
      String(mail.class ?? '').toLowerCase(),
    ),
  );

function causeOf(mail) {
  return grouped(world.entries)
    .map((group) => ({
      ...group,
      letter: group.letters.find(({ id }) => id === mail.id || id === mail.tags?.id),
      flow: mail.flow,
    }))
    .find((group) => group.letter);
}

function whyOf(mail, cause) {
  if (!cause)
    return h(
      'section.why-box',
      {},
      h('h4', {}, 'Why it was sent'),
      h('p.soft.tiny', {}, 'It is too long ago: the reasons are no longer listed.'),
      questions(mail),
    );
  const own = cause.reasons.filter(({ flow }) => flow === cause.flow);
  return h(
    'section.why-box',
    {},
    h('h4', {}, 'Why it was sent'),
    h('p.tiny', {}, `${cause.title}, `, moment(cause.at)),
    h('ul.reasons', {}, (own.length > 0 ? own : cause.reasons).map(reasonLine)),
    cause.letter.steps.length > 0 && h('p.soft.tiny', {}, cause.letter.steps.join(' → ')),
    questions(mail),
  );
}

const sesRow = (mail) =>
  h(
    'section.ses',
    { 'aria-labelledby': 'ses-title' },
    h('h4', { id: 'ses-title' }, 'Make SES say it was'),
    h(
      'div.row',
      {},
      SES.map(([kind, word]) =>
        h(
          'button.small',
          {
            type: 'button',
            'data-key': `ses-${kind}`,
            onclick: ({ currentTarget }) =>
              press(currentTarget, async () => {
                await post(`/local/ses/${encodeURIComponent(mail.id)}/${kind}`);
                sesSaid.textContent = `SES said: ${word}.`;
                await look();
              }),
          },
          word,
        ),
      ),
    ),
    sesSaid,
  );

function toolbar() {
  const choose = (what) => (value) => {
    chosen[what] = value;
    showLetter();
  };
  const isLetter = chosen.part === 'letter';
  return h(
    'div.row.toolbar',
    {},
    segments(
      'Part',
      [
        ['letter', 'Letter'],
        ['text', 'Text'],
        ['headers', 'Headers'],
      ],
      chosen.part,
      choose('part'),
    ),
    isLetter &&
      segments(
        'Screen',
        [
          ['phone', 'Phone'],
          ['desktop', 'Desktop'],
          ['both', 'Both'],
        ],
        chosen.size,
        choose('size'),
      ),
    isLetter &&
      segments(
        'Light',
        [
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
        chosen.scheme,
        choose('scheme'),
      ),
  );
}

function bodyOf(mail) {
  switch (chosen.part) {
    case 'text':
      return h('pre.plain', { tabindex: '0', role: 'region', 'aria-label': 'The letter as text' }, mail.text);
    case 'headers':
      return headersOf(mail);
    default:
      return h(
        'div.desks',
        {},
        (chosen.size === 'both' ? ['phone', 'desktop'] : [chosen.size]).map((size) =>
          framed(mail, size, chosen.scheme),
        ),
      );
  }
}

function headersOf(mail) {
  const rows = [
    ['From', mail.from],
    ['To', mail.to],
    ['Subject', mail.subject],
    ...Object.entries(mail.headers ?? {}).sort(),
    ['SES message id', mail.id],
    ...Object.entries(mail.tags ?? {})
      .sort()
      .map(([name, value]) => [`Tag: ${name}`, value]),
  ];
  return h(
    'dl.card.headers',
    {},
    rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, h('code', {}, value))]),
  );
}

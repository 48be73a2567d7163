// What a shop's staff would ask about the chosen letter: how the flow went, and all that happened to its customer.
import { fill, h, press } from '../dom.js';
import { get } from '../server.js';
import { readable, reasonLine } from '../story/reasons.js';
import { reasonOf } from '../story/grouping.js';
import { moment } from '../when.js';
import { world } from '../world.js';

const LINES = 20;

/** Two questions beneath a letter's reasons; the answer comes below them, from the API that a shop uses. */
export function questions(mail) {
  const answer = h('div.asked');
  const said = h('p.unseen', { role: 'status' });
  const ask = (key, label, path, show) =>
    h(
      'button.small',
      {
        type: 'button',
        'data-key': `ask-${key}`,
        onclick: ({ currentTarget }) =>
          press(currentTarget, async () => {
            fill(answer, show(await get(path, keyOf(mail.store))));
            said.textContent = `${label}: answered below.`;
          }),
      },
      label,
    );
  const customer = `/v1/customers/${encodeURIComponent(mail.customer)}`;
  return [
    h(
      'div.row',
      {},
      ask('flow', `The whole of ${mail.flow}`, `${customer}/explain?flow=${encodeURIComponent(mail.flow)}`, explained),
      ask('timeline', 'The customer’s timeline', `${customer}/timeline?limit=${LINES}`, told),
    ),
    said,
    answer,
  ];
}

function explained({ explanation: { answer } }) {
  return [h('p.tiny', {}, readable(answer.text)), answer.otherwise && h('p.soft.tiny', {}, readable(answer.otherwise))];
}

function told({ lines }) {
  return h(
    'div.timeline',
    { tabindex: '0', role: 'region', 'aria-label': 'The customer’s timeline, newest first' },
    h('ol', {}, lines.map(lineOf)),
  );
}

const lineOf = (line) =>
  h(
    'li.tiny',
    {},
    h('strong', {}, line.event),
    ' ',
    moment(line.at),
    line.decisions && h('ul.reasons', {}, line.decisions.map(reasonOf).map(reasonLine)),
    (line.messages ?? []).map((letter) => h('p.soft', {}, `${letter.flow} / ${letter.step} `, readable(letter.text))),
  );

/** As a shop's own server would send it. */
function keyOf(store) {
  const { secretKey } = world.stores.find(({ id }) => id === store) ?? world.stores[0];
  return { Authorization: `Basic ${btoa(`${secretKey}:`)}` };
}

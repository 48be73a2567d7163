// The first room: a store to choose, a person to be, the counter, and the last event as a command to type.
import { fill, h, press } from '../dom.js';
import { on, world } from '../world.js';
import { whenChanged } from './button.js';
import { parts as counter, showCounter } from './counter.js';
import { card as person, showPerson } from './person.js';
import { chooseStore, forgetEverybody, shop, store } from './shopper.js';

const parts = { store: h('div'), last: h('div.last') };

/** Furnishes the room. */
export function openShop(room) {
  fill(room, parts.store, person, ...Object.values(counter), parts.last);
  whenChanged((isDone) => (isDone ? showAll() : showLast()));
  showAll();
  on('stores', showAll);
  on('emptied', () => {
    forgetEverybody();
    showAll();
  });
  let isFirst = true;
  on('entries', () => {
    // The server was started anew since this browser was last here: what it remembers never happened.
    if (isFirst && !world.entries.some(({ kind }) => kind === 'event')) {
      forgetEverybody();
      showAll();
    }
    isFirst = false;
  });
}

function showAll() {
  showStore();
  showPerson();
  showCounter();
  showLast();
}

function showStore() {
  fill(
    parts.store,
    world.stores.length > 1 &&
      h(
        'label.store',
        {},
        'Store',
        h(
          'select',
          {
            'data-key': 'store',
            onchange: ({ target }) => {
              chooseStore(target.value);
              showAll();
            },
          },
          world.stores.map(({ id, name }) => h('option', { value: id, selected: id === store()?.id }, name)),
        ),
      ),
  );
}

function showLast() {
  const { last } = shop;
  const wasOpen = parts.last.querySelector('details')?.open;
  fill(
    parts.last,
    last &&
      h(
        'details',
        { open: wasOpen },
        h('summary', { 'data-key': 'curl' }, 'Last event as curl: ', h('strong', {}, last.title)),
        h('pre', { tabindex: '0', role: 'region', 'aria-label': 'The last event as curl' }, h('code', {}, last.curl)),
        h(
          'div.row',
          {},
          h(
            'button.small',
            {
              type: 'button',
              'data-key': 'copy',
              onclick: ({ currentTarget }) =>
                press(currentTarget, async () => {
                  await navigator.clipboard.writeText(last.curl);
                  currentTarget.textContent = 'Copied';
                }),
            },
            'Copy',
          ),
        ),
      ),
  );
}

// The buttons of the shop: each does one deed, and whoever shows the shop hears of it.
import { h, press } from '../dom.js';
import { play } from './shopper.js';

let listener = () => {};

/** Calls back when the shop looks different now; with false when a deed failed and only its event is to be shown. */
export function whenChanged(show) {
  listener = show;
}

/** Something about the shop is different now. */
export const changed = (isDone = true) => listener(isDone);

/** A button that plays a deed and then shows what became of it. */
export function deedButton(text, deed, about, { kind = '', key = deed, disabled = false, label } = {}) {
  return h(
    `button${kind}`,
    {
      type: 'button',
      'data-key': key,
      'aria-label': label,
      disabled,
      onclick: async ({ currentTarget }) => {
        const isDone = await press(currentTarget, async () => {
          await play(deed, about);
          return true;
        });
        changed(isDone === true);
      },
    },
    text,
  );
}

// Which room is in view where there is no place for all three.
import { world, on } from './world.js';

const rooms = [...document.querySelectorAll('.views button')];

/** Shows a room, and scrolls it into view. Where all rooms are in view nothing changes. */
export function goTo(room) {
  document.body.dataset.view = room;
  for (const button of rooms) {
    button.setAttribute('aria-pressed', String(button.dataset.to === room));
    if (button.dataset.to === room) hint(button, false);
  }
}

/** Makes the buttons work, and marks a room where something is new. */
export function openViews() {
  rooms.forEach((button) =>
    button.addEventListener('click', () => {
      goTo(button.dataset.to);
      window.scrollTo({ top: 0 });
    }),
  );
  on('entries', () => mark('story', world.entries.length > 0));
  on('mails', (fresh) => mark('mail', fresh.length > 0));
}

function mark(room, isNews) {
  const button = rooms.find(({ dataset }) => dataset.to === room);
  if (isNews && document.body.dataset.view !== room) hint(button, true);
}

function hint(button, isNews) {
  const dot = button.querySelector('.fresh');
  if (!dot) return;
  dot.hidden = !isNews;
  dot.replaceChildren(
    ...(isNews ? [Object.assign(document.createElement('span'), { className: 'unseen', textContent: ' (new)' })] : []),
  );
}

// Making elements. Text is always set as text, never as markup, so nothing that a shopper is called can become code.

/** An element: h('a.quiet', { href: '/', onclick: f }, 'text', otherElement). False and null children are left out. */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && typeof value !== 'string') element[key] = value;
    else element.setAttribute(key, value === true ? '' : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== false && child !== null && child !== undefined),
  );
  return element;
}

/**
 * Puts new children in place of the old ones. Whoever works with the keyboard stays where they were: focus goes to the
 * new element of the same data-key, and when that is gone, to the element itself.
 */
export function fill(element, ...children) {
  const held = element.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  element.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (held === undefined) return;
  const again = element.querySelector(`[data-key="${CSS.escape(held)}"]`);
  if (again && !again.disabled) {
    again.focus({ preventScroll: true });
  } else {
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
  }
}

/**
 * Does what a button promises. While it runs the button waits; what went wrong is said beneath the button's row, and
 * goes away with the next press.
 */
export async function press(button, work) {
  const place = button.closest('.row, .turns, form') ?? button;
  place.parentElement?.querySelectorAll(':scope > .wrong').forEach((old) => old.remove());
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  try {
    return await work();
  } catch (error) {
    place.after(h('p.wrong', { role: 'alert' }, error.message));
    return undefined;
  } finally {
    const hadFocus = document.activeElement === document.body;
    button.disabled = false;
    button.removeAttribute('aria-busy');
    if (hadFocus && button.isConnected) button.focus({ preventScroll: true });
  }
}

/** A row of buttons of which one is chosen. */
export function segments(label, choices, chosen, choose) {
  return h(
    'div.segments',
    { role: 'group', 'aria-label': label },
    choices.map(([value, text]) =>
      h(
        'button',
        {
          type: 'button',
          'data-key': `${label}-${value}`,
          'aria-pressed': String(value === chosen),
          onclick: () => choose(value),
        },
        text,
      ),
    ),
  );
}

// The person being played: who they are, what they want, and the shop's account of them.
import { fill, h } from '../dom.js';
import { changed, deedButton } from './button.js';
import { LANGUAGES } from './people.js';
import { become, describe, hasNews, meetSomebody, shop, who } from './shopper.js';

/** Where it is shown. */
export const card = h('section.card.person', { 'aria-labelledby': 'person-title' });

let isFormOpen = false;

/** Shows the person being played. */
export function showPerson() {
  const person = who();
  fill(
    card,
    h(
      'div.row.person-head',
      {},
      h('h3', { id: 'person-title' }, 'You are'),
      h('span.pill', {}, person.isUnsubscribed ? 'unsubscribed' : person.userId ? 'has an account' : 'a guest'),
    ),
    h(
      'div.faces',
      { role: 'group', 'aria-label': 'People' },
      shop.people.map(face),
      h(
        'button.face.new',
        {
          type: 'button',
          'data-key': 'new',
          onclick: () => {
            meetSomebody();
            changed();
          },
        },
        'Someone new',
      ),
    ),
    form(person),
    h(
      'label.check',
      {},
      h('input', {
        type: 'checkbox',
        checked: person.wantsOffers,
        'data-key': 'offers',
        onchange: ({ target }) => described({ wantsOffers: target.checked }),
      }),
      'Agrees to marketing e-mail',
    ),
    h(
      'div.row',
      {},
      person.userId
        ? deedButton('Save changes', 'saveDetails', undefined, { disabled: !hasNews(person) })
        : deedButton('Sign up', 'signUp', undefined, { kind: '.main' }),
      deedButton('Unsubscribe', 'unsubscribe', undefined, { kind: '.quiet', disabled: person.isUnsubscribed }),
    ),
  );
}

const face = (person) =>
  h(
    'button.face',
    {
      type: 'button',
      'data-key': person.id,
      'aria-pressed': String(person === who()),
      onclick: () => {
        become(person.id);
        changed();
      },
    },
    person.firstName || 'No name',
    h('span.tongue', {}, person.language),
  );

function form(person) {
  return h(
    'details.details',
    {
      open: isFormOpen,
      ontoggle: ({ currentTarget }) => {
        isFormOpen = currentTarget.open;
      },
    },
    h('summary', { 'data-key': 'details' }, summaryOf(person)),
    h(
      'div.form',
      {},
      h(
        'label',
        {},
        'First name',
        h('input', {
          value: person.firstName,
          'data-key': 'name',
          autocomplete: 'off',
          placeholder: 'none',
          maxlength: '60',
          oninput: ({ target }) => described({ firstName: target.value.trim() }),
        }),
      ),
      h(
        'label',
        {},
        'Language',
        h(
          'select',
          {
            'data-key': 'language',
            onchange: ({ target }) => {
              described({ language: target.value });
              changed();
            },
          },
          LANGUAGES.map(([code, name]) => h('option', { value: code, selected: code === person.language }, name)),
        ),
      ),
      h(
        'label.wide',
        {},
        'E-mail',
        h('input', {
          value: person.email,
          'data-key': 'email',
          type: 'email',
          autocomplete: 'off',
          spellcheck: false,
          oninput: ({ target }) => described({ email: target.value.trim() }),
        }),
      ),
    ),
  );
}

const summaryOf = ({ email, language }) =>
  `${email || 'no e-mail'} · ${LANGUAGES.find(([code]) => code === language)[1]}`;

function described(details) {
  describe(details);
  showNews();
}

/** Typing must not rebuild the field that is typed in, so only what depends on it follows. */
function showNews() {
  const save = card.querySelector('[data-key="saveDetails"]');
  if (save) save.disabled = !hasNews(who());
  const pressed = card.querySelector('.face[aria-pressed="true"]');
  card.querySelector('summary').textContent = summaryOf(who());
  pressed.replaceChildren(who().firstName || 'No name', h('span.tongue', {}, who().language));
}

// People to be: four who show the differences, and as many more as wanted.

const READY = [
  { firstName: 'Ana', email: 'ana@example.com', language: 'en', wantsOffers: true },
  { firstName: '민지', email: 'minji@example.com', language: 'ko', wantsOffers: true },
  { firstName: 'Işıl', email: 'isil@example.com', language: 'tr', wantsOffers: true },
  { firstName: '', email: 'guest@example.com', language: 'en', wantsOffers: false },
];

const NAMES = {
  en: ['Noah', 'Maya', 'Theo', 'Grace', 'Oscar', 'Ruth'],
  ko: ['서연', '도윤', '하은', '지호', '수아'],
  tr: ['Elif', 'Deniz', 'Mert', 'Ayşe', 'Can', 'Özge'],
};

const HOMES = {
  en: {
    zone: 'America/New_York',
    phone: '+1 503 555 0134',
    lines: ['418 Larch Street', 'Portland', 'OR', '97201', 'United States'],
  },
  ko: {
    zone: 'Asia/Seoul',
    phone: '010-1234-5678',
    lines: ['성수이로 118, 1203호', '서울', '성동구', '04781', '대한민국'],
  },
  tr: {
    zone: 'Europe/Istanbul',
    phone: '+90 555 010 20 30',
    lines: ['Moda Caddesi 42/5', 'Kadıköy', 'İstanbul', '34710', 'Türkiye'],
  },
};

export const LANGUAGES = [
  ['en', 'English'],
  ['ko', '한국어'],
  ['tr', 'Türkçe'],
];

/** The people who are there at the beginning. */
export const firstPeople = () => READY.map(person);

/** Somebody new. */
export function somebody() {
  const language = pick(LANGUAGES)[0];
  const number = Math.floor(1000 + Math.random() * 9000);
  return person({
    firstName: pick(NAMES[language]),
    email: `shopper-${number}@example.com`,
    language,
    wantsOffers: Math.random() < 0.7,
  });
}

/** Where someone of a language lives. */
export function homeOf({ language, firstName }) {
  const {
    zone,
    phone,
    lines: [street, city, state, postalCode, country],
  } = HOMES[language] ?? HOMES.en;
  return {
    zone,
    phone,
    address: { name: firstName || undefined, street, city, state, postal_code: postalCode, country },
  };
}

/** What a browser and a shop remember of someone: who they are, their cart, their orders. */
function person(who) {
  const id = token('u');
  return {
    ...who,
    id,
    anonymousId: token('anon'),
    userId: undefined,
    isUnsubscribed: false,
    ...freshCart(),
    orders: [],
  };
}

/** A cart nobody has touched. */
export const freshCart = () => ({ cartId: token('cart'), checkoutId: undefined, lines: [] });

/** A name that nothing else has. Browsers offer randomUUID on this machine's own addresses. */
export const token = (kind) => `${kind}-${crypto.randomUUID().slice(0, 8)}`;

function pick(list) {
  return list[Math.floor(Math.random() * list.length)];
}

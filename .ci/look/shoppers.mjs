// Three shoppers a language, whose days bring forth every letter: the usual one, one with everything awkward, and one
// who agreed to nothing.

const COUNTRIES = {
  en: {
    zone: 'America/Los_Angeles',
    currency: 'USD',
    decimals: 2,
    name: 'Ana',
    phone: '+1 503 555 0134',
    carrier: 'UPS',
    address: {
      name: 'Ana Moreno',
      street: '418 Larch Street, Apt 5',
      city: 'Portland',
      state: 'OR',
      postal_code: '97201',
      country: 'United States',
    },
    goods: [
      ['mug', 'Stoneware mug', 'Sand', 24],
      ['scarf', 'Lambswool scarf', 'Forest green', 68.5],
      ['lamp', 'Oak desk lamp', 'Warm white', 129],
      ['bag', 'Canvas tote bag', 'Natural', 32],
    ],
    longWord: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft <b>mug</b> & "saucer"',
  },
  ko: {
    zone: 'Asia/Seoul',
    currency: 'KRW',
    decimals: 0,
    name: '민지',
    phone: '010-1234-5678',
    carrier: 'CJ대한통운',
    address: {
      name: '김민지',
      street: '성수이로 118, 1203호',
      city: '서울특별시',
      state: '성동구',
      postal_code: '04781',
      country: '대한민국',
    },
    goods: [
      ['mug', '도자기 머그', '샌드', 28000],
      ['scarf', '램스울 머플러', '포레스트 그린', 89000],
      ['lamp', '참나무 탁상 조명', '전구색', 154000],
      ['bag', '캔버스 토트백', '내추럴', 42000],
    ],
    longWord: '손으로빚어천천히구워낸도톰한흙빛도자기머그와받침그리고나무숟가락한벌선물세트',
  },
  tr: {
    zone: 'Europe/Istanbul',
    currency: 'TRY',
    decimals: 2,
    name: 'Işıl',
    phone: '+90 555 010 20 30',
    carrier: 'Yurtiçi Kargo',
    address: {
      name: 'Işıl İnci Öztürk',
      street: 'Moda Caddesi 42/5',
      city: 'Kadıköy',
      state: 'İstanbul',
      postal_code: '34710',
      country: 'Türkiye',
    },
    goods: [
      ['mug', 'Taş işi kupa', 'Kum rengi', 640],
      ['scarf', 'Kuzu yünü atkı', 'Orman yeşili', 1968],
      ['lamp', 'Meşe masa lambası', 'Sıcak beyaz', 3450.5],
      ['bag', 'Kanvas çanta', 'Doğal', 890],
    ],
    longWord: 'Muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine işlenmiş kupa',
  },
};

export const LANGUAGES = Object.keys(COUNTRIES);

const REMINDERS = ['cart/need-help', 'cart/your-things', 'cart/last-note'];
const ASKED = ['stock-request/we-will-tell-you', 'back-in-stock/it-is-back'];
const WELCOMED = ['welcome/thanks-for-joining', 'welcome/goes-well-with-it'];
const BOUGHT = [
  'payment-problem/payment-failed',
  'payment-problem/still-unpaid',
  'order-confirmation/thanks-for-your-order',
  'shipping/on-its-way',
  'shipping/arriving-today',
  'shipping/ready-to-fetch',
  'shipping/we-missed-you',
  'shipping/a-little-later',
  'shipping/not-arriving',
  'shipping/it-has-arrived',
  'thank-you/thank-you',
  'order-changes/order-changed',
  'order-changes/order-cancelled',
  'order-changes/your-refund',
  'returns/we-have-your-request',
  'returns/send-it-back',
  'returns/a-few-days-left',
  'returns/we-cannot-take-it-back',
  'returns/it-is-with-us',
];

const KINDS = {
  usual: {
    agrees: true,
    hasName: true,
    count: 3,
    isPaid: true,
    hasTracking: true,
    gets: [...WELCOMED, ...REMINDERS, ...BOUGHT, ...ASKED],
  },
  awkward: {
    agrees: true,
    hasName: false,
    count: 24,
    isPaid: false,
    hasTracking: false,
    isAwkward: true,
    gets: [...WELCOMED, ...REMINDERS, ...BOUGHT, ...ASKED],
  },
  // Nobody agreed to anything, so one reminder is all that the demo store's policy allows.
  reserved: {
    agrees: false,
    hasName: true,
    count: 1,
    isPaid: true,
    hasTracking: true,
    gets: ['welcome/your-account', REMINDERS[0], ...BOUGHT, ...ASKED],
  },
};

/** All of them. */
export const shoppers = (base) =>
  LANGUAGES.flatMap((language) => Object.keys(KINDS).map((kind) => shopper(base, language, kind)));

/** One shopper: who they are, what they do, and which letters must come of it. */
export function shopper(base, language, kind) {
  const country = COUNTRIES[language];
  const how = KINDS[kind];
  const email = `${kind}.${language}@example.com`;
  const products = lines(base, country, how);
  return {
    language,
    kind,
    email,
    products,
    gets: how.gets,
    signedUp: {
      ...known(`${kind}-${language}`, language, country),
      properties: { email },
      traits: {
        email,
        locale: language,
        ...(how.hasName ? { firstName: country.name } : {}),
        ...(how.agrees ? { acceptsMarketing: true } : {}),
      },
    },
    filledCart: {
      ...known(`${kind}-${language}`, language, country),
      properties: { cart_id: `cart-${kind}-${language}`, currency: country.currency, products },
    },
    bought: {
      ...known(`${kind}-${language}`, language, country),
      properties: order(country, how, `${kind}-${language}`, email, products),
    },
    asked: {
      ...known(`${kind}-${language}`, language, country),
      properties: { product_id: `asked-${kind}-${language}`, name: products[0].name },
    },
    // What the shop tells of it: first that there is none.
    product: {
      id: `asked-${kind}-${language}`,
      title: products[0].name,
      url: `${base}/shop/${products[0].product_id}`,
      currency: country.currency,
      price: products[0].price,
    },
    became: (properties) => ({
      ...known(`${kind}-${language}`, language, country),
      properties: { order_id: `order-${kind}-${language}`, currency: country.currency, ...properties },
    }),
    unpaid: {
      ...known(`${kind}-${language}`, language, country),
      properties: {
        ...order(country, how, `${kind}-${language}`, email, products),
        order_id: `unpaid-${kind}-${language}`,
        order_number: '1041',
        cart_id: undefined,
        ...(how.hasTracking ? { payment_url: `https://alderandpine.example/pay/${kind}-${language}` } : {}),
      },
    },
    shipped: {
      ...known(`${kind}-${language}`, language, country),
      properties: {
        order_id: `order-${kind}-${language}`,
        shipment_id: 'parcel-1',
        carrier: country.carrier,
        ...(how.hasTracking
          ? { tracking_number: '1Z999AA10123456784', tracking_url: 'https://tracking.example/1Z999AA10123456784' }
          : {}),
        products: products.slice(0, 2),
      },
    },
  };
}

const known = (userId, locale, { zone }) => ({ userId, context: { locale, timezone: zone } });

function lines(base, { goods, longWord }, { count, isAwkward }) {
  return Array.from({ length: count }, (_, i) => {
    const [picture, name, variant, price] = goods[i % goods.length];
    return {
      product_id: `${picture}-${i}`,
      name: isAwkward && i === 0 ? longWord : name,
      variant,
      price: String(price),
      quantity: i === 0 ? 2 : 1,
      // The awkward shop has not photographed everything.
      ...(isAwkward && i % 3 === 1 ? {} : { image_url: `${base}/shop/${picture}.png` }),
    };
  });
}

function order({ currency, decimals, phone, address }, { isPaid }, name, email, products) {
  const subtotal = products.reduce((sum, { price, quantity }) => sum + Number(price) * quantity, 0);
  const rounded = (amount) => Number(amount.toFixed(decimals));
  const [discount, shipping, tax] = [rounded(subtotal * 0.1), decimals ? 6.5 : 3000, rounded(subtotal * 0.08)];
  return {
    order_id: `order-${name}`,
    order_number: '1042',
    cart_id: `cart-${name}`,
    currency,
    products,
    email,
    phone,
    subtotal: rounded(subtotal),
    discount,
    coupon: 'AUTUMN10',
    shipping,
    tax,
    total: rounded(subtotal - discount + shipping + tax),
    payment_status: isPaid ? 'paid' : 'pending',
    shipping_address: address,
    billing_address: address,
    ...(isPaid ? { order_url: `https://alderandpine.example/orders/${name}` } : {}),
  };
}

/** Everybody's days, from sign-up to parcel, and something that comes back: the cart is left for every reminder. */
export async function play(world, people) {
  for (const one of people) {
    await world.track('Signed Up', one.signedUp);
    await world.track('Cart Updated', one.filledCart);
  }
  await world.advance('P3D');
  for (const one of people) await world.track('Order Payment Failed', one.unpaid);
  await world.advance('P1DT1H');
  for (const one of people) {
    await world.track('Order Completed', one.bought);
    await world.track('Order Shipped', one.shipped);
  }
  await becomes(world, people);
  const goods = people.map(({ product }) => product);
  await world.tellGoods(goods.map((one) => ({ ...one, stock: 0 })));
  for (const one of people) await world.track('Back In Stock Subscribed', one.asked);
  await world.tellGoods(goods.map((one) => ({ ...one, stock: 1 })));
  await world.advance('PT10M');
}

/** What becomes of everybody's order: the parcel takes every turn that there is, things go back, the rest is cancelled. */
async function becomes(world, people) {
  for (const status of ['out_for_delivery', 'attempted_delivery', 'ready_for_pickup', 'delayed', 'failure', 'delivered']) {
    await world.advance('PT3H');
    for (const one of people) {
      // Nothing comes of a parcel that is lost, so it is another one.
      const parcel = status === 'failure' ? { ...one.shipped.properties, shipment_id: 'parcel-2' } : one.shipped.properties;
      const expected = new Date(Date.parse(await world.now()) + 2 * 86400000).toISOString();
      await world.track('Shipment Updated', one.became({ ...parcel, status, estimated_delivery_at: expected }));
    }
  }
  for (const one of people) {
    await world.track('Order Delivered', one.became({}));
    const fewer = one.products.slice(0, 1).map((line) => ({ ...line, quantity: 3 }));
    await world.track('Order Updated', one.became({ ...one.bought.properties, products: fewer, total: undefined }));
    const goods = { products: one.products.slice(0, 2), reason: 'A scratch on the rim' };
    const sendBy = new Date(Date.parse(await world.now()) + 10 * 86400000).toISOString();
    await world.track('Return Requested', one.became({ return_id: 'a', return_number: '1042-R1', ...goods }));
    await world.track(
      'Return Approved',
      one.became({ return_id: 'a', return_number: '1042-R1', ...goods, send_by: sendBy, label_url: 'https://alderandpine.example/label/a' }),
    );
    await world.track('Return Declined', one.became({ return_id: 'b', ...goods, reason: 'It was used for more than 30 days' }));
  }
  await world.advance('P8D');
  for (const one of people) {
    await world.track('Return Received', one.became({ return_id: 'a', return_number: '1042-R1' }));
    await world.track('Order Refunded', one.became({ refund_id: 'r', amount: one.products[0].price, products: one.products.slice(0, 1) }));
    await world.track('Order Cancelled', one.became({}));
  }
}

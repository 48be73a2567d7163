// What the demo shop sells: the same four things in three languages and three currencies.

const PICTURES = ['mug', 'scarf', 'lamp', 'bag'];

const SHOPS = {
  en: {
    currency: 'USD',
    decimals: 2,
    shipping: 6.5,
    things: [
      ['Stoneware mug', 'Sand', 24],
      ['Lambswool scarf', 'Forest green', 68.5],
      ['Oak desk lamp', 'Warm white', 129],
      ['Canvas tote bag', 'Natural', 32],
    ],
  },
  ko: {
    currency: 'KRW',
    decimals: 0,
    shipping: 3000,
    things: [
      ['도자기 머그', '샌드', 28000],
      ['램스울 머플러', '포레스트 그린', 89000],
      ['참나무 탁상 조명', '전구색', 154000],
      ['캔버스 토트백', '내추럴', 42000],
    ],
  },
  tr: {
    currency: 'TRY',
    decimals: 2,
    shipping: 89.9,
    things: [
      ['Taş işi kupa', 'Kum rengi', 640],
      ['Kuzu yünü atkı', 'Orman yeşili', 1968],
      ['Meşe masa lambası', 'Sıcak beyaz', 3450.5],
      ['Kanvas çanta', 'Doğal', 890],
    ],
  },
};

/** The shop in a language: its currency and its products. */
export function shopIn(language) {
  const shop = SHOPS[language] ?? SHOPS.en;
  return {
    ...shop,
    products: shop.things.map(([name, variant, price], i) => ({
      id: `${PICTURES[i]}-01`,
      name,
      variant,
      price,
      picture: `/shop/${PICTURES[i]}.png`,
    })),
  };
}

/** An amount as that shop shows it. */
export const priceIn = (language, amount) =>
  new Intl.NumberFormat(language, {
    style: 'currency',
    currency: shopIn(language).currency,
    minimumFractionDigits: shopIn(language).decimals,
    maximumFractionDigits: shopIn(language).decimals,
  }).format(amount);

/** An amount as events carry it, without the noise of binary fractions. */
export const rounded = (language, amount) => Number(amount.toFixed(shopIn(language).decimals));

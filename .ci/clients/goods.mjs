/** What shoppers of these tests look at, and shoppers. */

export const mug = {
  product_id: 'stoneware-mug',
  sku: 'MUG-SAND',
  name: 'Stoneware mug <sand>',
  variant: 'Sand',
  price: '18.00',
  quantity: 2,
  currency: 'usd',
  url: 'https://alderandpine.example/products/stoneware-mug',
};

const run = Date.now().toString(36);

/** Somebody new in each run. */
export function shopper(name, firstName) {
  return {
    userId: `${name}-${run}`,
    traits: { email: `${name}-${run}@shopper.example`, firstName, acceptsMarketing: true, locale: 'en-US' },
  };
}

/** A purchase of the mug. */
export function order(userId) {
  return { order_id: `order-${userId}`, order_number: '#1001', currency: 'USD', total: '36.00', products: [mug] };
}

/** Fails when a client does not finish: then it got an answer that it did not like. */
export function within(milliseconds, promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not finish in ${milliseconds} ms`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

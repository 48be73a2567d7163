// The counter: the goods, the cart and what was bought.
import { fill, h } from '../dom.js';
import { deedButton } from './button.js';
import { cartTotal } from './events.js';
import { priceIn, shopIn } from './goods.js';
import { who } from './shopper.js';

/** Where it is shown, from top to bottom. */
export const parts = {
  goods: h('section.goods.card', { 'aria-label': 'Goods' }),
  cart: h('section.card.cart', { 'aria-labelledby': 'cart-title' }),
  orders: h('div.orders'),
};

/** Shows the goods, the cart and the orders of the person being played. */
export function showCounter() {
  showGoods();
  showCart();
  showOrders();
}

function showGoods() {
  const { language } = who();
  fill(
    parts.goods,
    h(
      'ul',
      {},
      shopIn(language).products.map((product) =>
        h(
          'li.thing',
          {},
          h('img', { src: product.picture, alt: '', width: '320', height: '320' }),
          h('p.thing-name', { lang: language }, product.name),
          h('p.soft.tiny.figure', {}, priceIn(language, product.price)),
          h(
            'div.row',
            {},
            deedButton('Add to cart', 'add', product, {
              kind: '.small',
              key: `add-${product.id}`,
              label: `Add to cart: ${product.name}`,
            }),
          ),
        ),
      ),
    ),
  );
}

function showCart() {
  const person = who();
  const isEmpty = person.lines.length === 0;
  fill(
    parts.cart,
    h(
      'div.row.person-head',
      {},
      h('h3', { id: 'cart-title' }, 'Cart'),
      !isEmpty && h('strong.figure', {}, cartTotal(person)),
    ),
    isEmpty
      ? h('p.soft.tiny', {}, 'Empty. Add something, then leave it and turn the clock by an hour.')
      : h(
          'ul.lines',
          {},
          person.lines.map((line) =>
            h(
              'li',
              {},
              h(
                'div.row',
                {},
                h('img', { src: line.picture, alt: '', width: '40', height: '40' }),
                h('span.line-name', {}, `${line.quantity} × ${line.name}`),
                deedButton('Remove', 'remove', line, {
                  kind: '.small.quiet',
                  key: `remove-${line.id}`,
                  label: `Remove ${line.name}`,
                }),
              ),
            ),
          ),
        ),
    h(
      'div.row',
      {},
      deedButton(person.checkoutId ? 'Check out again' : 'Check out', 'checkOut', undefined, { disabled: isEmpty }),
      deedButton('Pay', 'pay', undefined, { kind: '.main', disabled: isEmpty }),
    ),
  );
}

function showOrders() {
  const { orders } = who();
  fill(
    parts.orders,
    orders.length > 0 &&
      h(
        'section.card',
        { 'aria-labelledby': 'orders-title' },
        h('h3', { id: 'orders-title' }, 'Orders'),
        h(
          'ul.lines',
          {},
          orders.map((order) =>
            h(
              'li',
              {},
              h(
                'div.row',
                {},
                h('strong.line-name', {}, `No. ${order.number}`),
                h(`span.pill${tone[order.state]}`, {}, order.state),
              ),
              h(
                'div.row',
                {},
                deedButton('Ship the order', 'ship', order, {
                  kind: '.small',
                  key: `ship-${order.id}`,
                  disabled: order.state !== 'paid',
                }),
                deedButton('Deliver', 'deliver', order, {
                  kind: '.small',
                  key: `deliver-${order.id}`,
                  disabled: order.state !== 'shipped',
                }),
                deedButton('Cancel', 'cancel', order, {
                  kind: '.small.quiet',
                  key: `cancel-${order.id}`,
                  disabled: order.state !== 'paid',
                }),
              ),
            ),
          ),
        ),
      ),
  );
}

const tone = { paid: '.info', shipped: '.wait', delivered: '.good', cancelled: '' };

// The running Comeback, as a storefront and a person at its controls see it.

export class World {
  constructor(base) {
    this.base = base;
  }

  /** Fails with one clear sentence when nothing answers. */
  async isThere() {
    try {
      await this.get('/local/clock');
    } catch (error) {
      throw new Error(`nothing answers at ${this.base}: start ./comeback local first (${error.message})`);
    }
  }

  async get(path) {
    return read(`GET ${path}`, await fetch(this.base + path));
  }

  async post(path, body = {}, headers = {}) {
    return read(
      `POST ${path}`,
      await fetch(this.base + path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    );
  }

  /** An event of the demo store's server. */
  track(event, message) {
    return this.post('/v1/track', { event, ...message }, { Authorization: `Basic ${btoa('sk_demo:')}` });
  }

  /** What the demo store's server tells of its goods. */
  async tellGoods(products) {
    const answer = await fetch(`${this.base}/v1/products`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('sk_demo:')}` },
      body: JSON.stringify({ products }),
    });
    return read('PUT /v1/products', answer);
  }

  advance(by) {
    return this.post('/local/clock/advance', { by });
  }

  async now() {
    return (await this.get('/local/clock')).now;
  }

  reset() {
    return this.post('/local/reset');
  }

  async mailbox(to) {
    const mails = await this.get(`/local/mailbox${to ? `?to=${encodeURIComponent(to)}` : ''}`);
    return Array.isArray(mails) ? mails : mails.messages;
  }
}

async function read(call, answer) {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${call} was answered ${answer.status}: ${text.slice(0, 400)}`);
  return text === '' ? {} : JSON.parse(text);
}

/** The control surface of a Comeback that runs on this machine: its clock and its mailbox. */
export class Comeback {
  constructor(baseUrl) {
    this.baseUrl = baseUrl.replace(/\/+$/, '');
  }

  /** Turns the clock by an ISO 8601 duration, and waits until all that falls due is done. */
  async advance(by) {
    await this.#call('/local/clock/advance', { method: 'POST', body: JSON.stringify({ by }) });
  }

  /** The time there, for clients that say when something happened and not when they said so. */
  async now() {
    return new Date((await this.#call('/local/clock', {})).now);
  }

  /** What an address has got so far, oldest first, as "flow/message". */
  async mailsTo(address) {
    const mails = await this.mailbox(address);
    return mails.map((mail) => `${mail.flow}/${mail.message}`);
  }

  /** The mails that an address has got so far, oldest first. */
  async mailbox(address) {
    return this.#call(`/local/mailbox?to=${encodeURIComponent(address)}`, {});
  }

  async #call(path, options) {
    const answer = await fetch(this.baseUrl + path, {
      ...options,
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(60_000),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${options.method ?? 'GET'} ${path} answered ${answer.status}: ${text}`);
    }
    return JSON.parse(text);
  }
}

// Somebody at the console page, with a mouse and a keyboard.

const WAIT = 10_000;

export class Visitor {
  #page;
  #base;
  #answer;

  constructor(page, base) {
    this.#page = page;
    this.#base = base;
  }

  async open() {
    await this.#page.goto(this.#base, { waitUntil: 'load' });
    await this.#page.waitForFunction(() => document.querySelector('#now').dateTime !== '', { timeout: WAIT });
    // Until the first look at the feed is done, the page may still forget what an earlier visit left in the browser.
    await this.#page.waitForNetworkIdle({ idleTime: 200, timeout: WAIT });
  }

  /** Presses the button of that key and waits until it has done its work. */
  async press(key) {
    const button = await this.#button(`[data-key="${key}"]`);
    await button.click();
    await this.#quiet();
  }

  /** Presses the first button whose key begins so. */
  async pressFirst(prefix) {
    const button = await this.#button(`[data-key^="${prefix}"]`);
    await button.click();
    await this.#quiet();
  }

  /** Walks to the button with Tab and presses Enter. */
  async pressByKeyboard(key) {
    for (let steps = 0; steps < 60; steps += 1) {
      await this.#page.keyboard.press('Tab');
      if (await this.#page.evaluate((wanted) => document.activeElement.dataset.key === wanted, key)) {
        await this.#page.keyboard.press('Enter');
        return this.#quiet();
      }
    }
    throw new Error(`Tab does not lead to ${key}`);
  }

  async become(name) {
    const [face] = await this.#page.$$(`xpath/.//button[contains(@class, "face") and contains(., "${name}")]`);
    await face.click();
  }

  async type(key, text) {
    const field = await this.#button(`[data-key="${key}"]`);
    await field.click({ count: 3 });
    await this.#page.keyboard.type(text);
  }

  async choose(key, value) {
    await this.#button(`[data-key="${key}"]`);
    await this.#page.select(`[data-key="${key}"]`, value);
  }

  async turn(by) {
    const button = await this.#button(`[data-by="${by}"]`);
    await button.click();
    await this.#quiet();
  }

  textOf(selector) {
    return this.#page.$eval(selector, (element) => element.textContent).catch(() => '');
  }

  /** Whether that text comes within a time. */
  waitForText(selector, text, timeout) {
    return this.#page
      .waitForFunction(
        (where, what) => document.querySelector(where)?.textContent.includes(what),
        { timeout },
        selector,
        text,
      )
      .then(
        () => true,
        () => false,
      );
  }

  /** What the page says went wrong. */
  wrongs() {
    return this.#page.$$eval('.wrong', (all) => all.map((one) => one.textContent));
  }

  /** From now on requests under this path get this answer; without one they fail. */
  async answering(path, answer) {
    await this.answeringAsUsual();
    this.#answer = (request) => {
      if (!new URL(request.url()).pathname.startsWith(path)) request.continue();
      else if (answer) request.respond(answer);
      else request.abort('connectionrefused');
    };
    await this.#page.setRequestInterception(true);
    this.#page.on('request', this.#answer);
  }

  async answeringAsUsual() {
    if (!this.#answer) return;
    this.#page.off('request', this.#answer);
    this.#answer = undefined;
    await this.#page.setRequestInterception(false);
  }

  #button(selector) {
    return this.#page.waitForSelector(`${selector}:not(:disabled)`, { visible: true, timeout: WAIT });
  }

  /** A button is busy until the server has answered. */
  #quiet() {
    return this.#page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'), { timeout: 60_000 });
  }
}

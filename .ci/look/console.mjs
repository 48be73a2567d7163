// The console page: played with mouse and keyboard as a visitor would, and photographed in every size and scheme.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { faults, settled } from './browser.mjs';
import { Visitor } from './visitor.mjs';

/** Sizes, and the rooms that have to be opened there to see everything. */
const SIZES = [
  { width: 390, height: 844, rooms: ['shop', 'story', 'mail'] },
  { width: 768, height: 1024, rooms: ['story', 'mail'] },
  { width: 1440, height: 900, rooms: [undefined] },
];

const WAIT = 10_000;

/** Plays a visit from the empty world to a full one. */
export async function lookAtConsole(world, browser, findings) {
  await world.reset();
  const page = await browser.page(1440, 900);
  const visitor = new Visitor(page, world.base);
  await visitor.open();
  await everywhere(page, browser, findings, 'empty');
  await aDay(visitor, findings);
  await everywhere(page, browser, findings, 'full');
  await theLetter(page, visitor, browser, findings);
  await theCurl(visitor, findings);
  await aRefusal(page, visitor, findings);
  await mistakes(page, visitor, browser, findings);
  await silence(page, visitor, findings);
  await startingOver(page, visitor, browser, findings);
  await page.browserContext().close();
}

/** Ana signs up with the keyboard, leaves a cart, comes back and buys; 민지 stays a guest. */
async function aDay(visitor, findings) {
  await visitor.pressByKeyboard('signUp');
  await expectLetter(visitor, findings, 'welcome / thanks-for-joining');
  await visitor.press('add-mug-01');
  await visitor.press('add-lamp-01');
  await visitor.press('add-bag-01');
  await visitor.press('remove-bag-01');
  await visitor.turn('PT1H');
  await expectLetter(visitor, findings, 'cart / need-help');
  await visitor.press('checkOut');
  await visitor.press('pay');
  await expectLetter(visitor, findings, 'order-confirmation / thanks-for-your-order');
  await visitor.pressFirst('ship-');
  await expectLetter(visitor, findings, 'shipping / on-its-way');
  await visitor.press('details');
  await visitor.choose('language', 'tr');
  await visitor.press('add-lamp-01');
  await visitor.choose('language', 'en');
  const cart = await visitor.textOf('.cart');
  findings.check('the cart follows the language', cart.includes('Oak desk lamp') ? [] : [`it holds ${cart}`]);
  await visitor.press('remove-lamp-01');
  await visitor.press('details');
  await visitor.become('민지');
  await visitor.press('add-scarf-01');
  await visitor.press('checkOut');
  await visitor.turn('PT1H');
  const story = await visitor.textOf('#story');
  for (const words of ['Signed Up', 'Product Added', 'Order Completed', 'Order Shipped', 'Checkout Started']) {
    findings.check(`what happened tells of ${words}`, story.includes(words) ? [] : ['it does not']);
  }
}

async function expectLetter(visitor, findings, name) {
  const came = await visitor.waitForText('.mails', name, WAIT);
  findings.check(`the mailbox shows ${name}`, came ? [] : ['it did not come']);
}

async function everywhere(page, browser, findings, state) {
  for (const { width, height, rooms } of SIZES) {
    await page.setViewport({ width, height });
    for (const room of rooms) {
      if (room) await page.$eval(`.views [data-to="${room}"]`, (button) => button.click());
      for (const scheme of ['light', 'dark']) {
        await photograph(page, browser, findings, [state, width, room, scheme].filter(Boolean).join('-'), scheme);
      }
    }
  }
  await page.setViewport({ width: 1440, height: 900 });
}

async function photograph(page, browser, findings, name, scheme = 'light') {
  await browser.prefer(page, scheme);
  const window = page.viewport();
  // A frame far below the window is not painted, so the window is made as high as the page.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ ...window, height: Math.max(window.height, height) });
  await settled(page);
  await findings.photograph(page, 'console', name, await faults(page), { fullPage: false });
  await page.setViewport(window);
}

/** The letter in each way of looking at it. */
async function theLetter(page, visitor, browser, findings) {
  const frame = () => page.waitForSelector('.device iframe').then((element) => element.contentFrame());
  const background = async () => (await frame()).$eval('body', (body) => getComputedStyle(body).backgroundColor);
  await visitor.pressFirst('mail-');
  const light = await background();
  await visitor.press('Screen-desktop');
  await visitor.press('Light-dark');
  findings.check('a letter can be seen in the dark', (await background()) === light ? ['it looks the same'] : []);
  await photograph(page, browser, findings, 'letter-desktop-dark', 'dark');
  for (const part of ['text', 'headers']) {
    await visitor.press(`Part-${part}`);
    await photograph(page, browser, findings, `letter-${part}`);
  }
  await visitor.press('Part-letter');
  await visitor.press('Screen-phone');
  await visitor.press('Light-light');
  for (const said of ['delivery', 'open', 'click', 'bounce', 'complaint']) {
    await visitor.press(`ses-${said}`);
    findings.check(`SES can be made to say ${said}`, await visitor.wrongs());
  }
  await photograph(page, browser, findings, 'letter-after-ses');
  await page.setViewport({ width: 1920, height: 1080 });
  await visitor.press('Screen-both');
  await photograph(page, browser, findings, 'letter-both-1920');
  await visitor.press('Screen-phone');
  await page.setViewport({ width: 1440, height: 900 });
}

/** What the page shows as curl is typed into a shell as it stands. */
async function theCurl(visitor, findings) {
  await typed(await visitor.textOf('.last pre'), 'the last event as curl works', findings);
}

async function typed(command, what, findings) {
  const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --silent --show-error`]);
  findings.check(what, /"success"\s*:\s*true/.test(stdout) ? [] : [stdout, command]);
}

/** A mistake is said where the button is. */
async function aRefusal(page, visitor, findings) {
  await visitor.become('No name');
  await visitor.press('details');
  await visitor.type('email', 'not an address');
  await visitor.press('signUp');
  const shown = await page.waitForSelector('.person .wrong', { timeout: WAIT }).catch(() => undefined);
  findings.check('a refusal is said at its button', shown ? [] : ['nothing was said']);
  // The browser itself notes each 400.
  page.complaints.length = 0;
  await findings.photograph(page, 'console', 'refused', await faults(page));
  await visitor.type('email', 'guest@example.com');
  await visitor.press('signUp');
  await page.waitForFunction(() => !document.querySelector('.person .wrong'), { timeout: WAIT });
}

/** Mistakes in templates, as the server would tell them. */
async function mistakes(page, visitor, browser, findings) {
  const problems = [
    { file: 'cart/need-help.vm', line: 7, what: '$customer.fristName: there is no such thing in the model' },
    { file: 'welcome/words_tr.properties', line: 12, what: 'the key "hello" is missing; words.properties has it' },
  ];
  await visitor.answering('/local/problems', {
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify(problems),
  });
  const shown = await visitor.waitForText('#problems', 'cart/need-help.vm:7', WAIT);
  findings.check('mistakes in templates are shown with file and line', shown ? [] : ['they are not']);
  await photograph(page, browser, findings, 'mistakes');
  await page.setViewport({ width: 390, height: 844 });
  await photograph(page, browser, findings, 'mistakes-390', 'dark');
  await page.setViewport({ width: 1440, height: 900 });
  await browser.prefer(page, 'light');
  await visitor.answeringAsUsual();
  await page.waitForSelector('#problems[hidden]', { timeout: WAIT });
}

/** The server stops, and comes back. */
async function silence(page, visitor, findings) {
  await visitor.answering('/local/');
  const shown = await visitor.waitForText('#connection', 'does not answer', WAIT);
  findings.check('a stopped server is told', shown ? [] : ['it is not']);
  page.complaints.length = 0;
  await findings.photograph(page, 'console', 'stopped', await faults(page));
  await visitor.answeringAsUsual();
  const gone = await page.waitForSelector('#connection[hidden]', { timeout: WAIT }).catch(() => undefined);
  findings.check('the page goes on when the server is back', gone ? [] : ['it does not']);
  page.complaints.length = 0;
}

async function startingOver(page, visitor, browser, findings) {
  await page.click('#start-over');
  await photograph(page, browser, findings, 'start-over');
  await page.click('#ask button[value="no"]');
  findings.check('starting over can be called off', (await visitor.textOf('.mails')) ? [] : ['the mailbox is empty']);
  await page.click('#start-over');
  await page.click('#ask button[value="yes"]');
  const empty = await visitor.waitForText('#mail', 'No letters yet', WAIT);
  findings.check('starting over empties the world', empty ? [] : ['letters are left']);
  await photograph(page, browser, findings, 'started-over');
  await typed(await visitor.textOf('#story pre'), 'the first event to try works', findings);
  await expectLetter(visitor, findings, 'welcome / your-account');
}

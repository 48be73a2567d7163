// Plays shoppers' days in a running Comeback, and looks at what came of them through a real browser.
import { letterPicture, consolePicture } from './readme.mjs';
import { lookAtConsole } from './console.mjs';
import { lookAtGallery } from './gallery.mjs';
import { lookAtLetters } from './letters.mjs';
import { lookAtMonth } from './month.mjs';
import { lookAtOrders } from './orders.mjs';
import { lookAtPages } from './pages.mjs';
import { lookAtPreferences } from './preferences.mjs';
import { lookAtUnsubscribe } from './unsubscribe.mjs';
import { Browser } from './browser.mjs';
import { Findings } from './findings.mjs';
import { World } from './world.mjs';

const [mode, base, out] = process.argv.slice(2);
const world = new World(base);
const findings = new Findings(out);
await world.isThere().catch((error) => {
  console.error(`look: ${error.message}`);
  process.exit(1);
});
const browser = await Browser.open(process.env.CHROMIUM);

try {
  if (mode === 'readme') {
    await consolePicture(world, browser, out);
    await letterPicture(world, browser, out);
  } else {
    await lookAtConsole(world, browser, findings);
    console.log('The console page was looked at.');
    const mails = await lookAtLetters(world, browser, findings);
    console.log('The letters were looked at.');
    await lookAtOrders(world, browser, findings);
    console.log('The order page was looked at.');
    await lookAtPreferences(browser, findings, mails);
    console.log('The choices were looked at.');
    if (process.env.GALLERY) {
      await lookAtGallery(process.env.GALLERY, browser, findings);
      console.log('The gallery was looked at.');
    }
    await lookAtUnsubscribe(world, browser, findings, mails);
    console.log('The unsubscribe page was looked at.');
    await lookAtPages(world, browser, findings);
    console.log('The pages behind the other links were looked at.');
    // Last: it empties the world. A month takes a quarter of an hour, so it has to be asked for: DAYS=30.
    if (process.env.DAYS) {
      await lookAtMonth(world, browser, findings, Number(process.env.DAYS));
      console.log('The days of a shop were looked at.');
    }
    await findings.writeIndex();
  }
} catch (error) {
  findings.check('the look itself', [error.stack ?? String(error)]);
} finally {
  await browser.close();
}
process.exitCode = findings.summary(mode === 'photographs');

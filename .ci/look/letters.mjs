// Every letter that ships, in every language, for the usual and the awkward shopper, as a phone and a desktop show it.
import { faults, LETTER_RULES, settled } from './browser.mjs';
import { play, shoppers } from './shoppers.mjs';

const WIDTHS = [375, 600];

/** Photographs all letters; gives back those of the usual shoppers. */
export async function lookAtLetters(world, browser, findings) {
  await world.reset();
  const people = shoppers(world.base);
  await play(world, people);
  const page = await browser.page(WIDTHS[0], 800);
  const kept = [];
  for (const one of people) {
    const mails = await world.mailbox(one.email);
    arrived(one, mails, findings);
    for (const mail of mails) await photographs(page, browser, findings, one, mail);
    if (one.kind === 'usual') kept.push(...mails.map((mail) => ({ ...mail, language: one.language })));
  }
  await page.browserContext().close();
  return kept;
}

/** Exactly these, and no other. */
function arrived({ email, gets }, mails, findings) {
  const got = mails.map(({ flow, message }) => `${flow}/${message}`);
  for (const wanted of gets) {
    const count = got.filter((one) => one === wanted).length;
    findings.check(`${email} gets ${wanted}`, count === 1 ? [] : [`it came ${count} times`]);
  }
  const others = got.filter((one) => !gets.includes(one));
  findings.check(
    `${email} gets nothing else`,
    others.map((one) => `came unasked: ${one}`),
  );
}

async function photographs(page, browser, findings, { language, kind }, mail) {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    for (const scheme of ['light', 'dark']) {
      await browser.prefer(page, scheme);
      await page.setContent(mail.html, { waitUntil: 'load' });
      await settled(page);
      const wrong = [...(await faults(page, LETTER_RULES)), ...(await page.evaluate(leftovers))];
      await findings.photograph(
        page,
        'letters',
        `${mail.flow}-${mail.message}-${language}-${kind}-${width}-${scheme}`,
        wrong,
      );
    }
  }
}

/** What a template leaves behind when it went wrong. */
export function leftovers() {
  const text = document.body.innerText;
  return [...text.matchAll(/\$\{?[a-z][\w.]*\}?|\bnull\b|\bNaN\b|\bundefined\b|\{\d\}|&(?:amp|lt|gt|quot|#\d+);/g)].map(
    ([left]) => `left over in the text: ${left}`,
  );
}

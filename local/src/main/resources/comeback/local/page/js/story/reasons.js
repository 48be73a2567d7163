// One reason of a decision, as a line.
import { h } from '../dom.js';
import { dayOf, timeOf, utcOf } from '../when.js';

const VERDICTS = {
  STARTED: ['started', '.info'],
  NOT_STARTED: ['not started', ''],
  SENDING: ['sends', '.good'],
  SKIPPED: ['skips', ''],
  WOULD_SEND: ['would send', ''],
  DEFERRED: ['is put off', '.wait'],
  WAITING: ['waits', '.wait'],
  CHOSE: ['goes on', '.info'],
  STOPPED: ['stopped', ''],
  FINISHED: ['finished', ''],
};

const INSTANT = /(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z)/;

export function reasonLine({ flow, verdict, text, otherwise }) {
  const [word, tone] = VERDICTS[verdict] ?? [verdict.toLowerCase().replaceAll('_', ' '), ''];
  return h(
    'li',
    {},
    flow && h('span.flow', {}, flow),
    word && h(`span.pill${tone}`, {}, word),
    h('span.why', {}, readable(text), otherwise && h('span.otherwise.soft.tiny', {}, readable(otherwise))),
  );
}

/** Instants in a sentence, in the viewer's own time. */
export function readable(text) {
  return text
    .split(INSTANT)
    .map((piece) =>
      INSTANT.test(piece)
        ? h('time', { datetime: piece, title: utcOf(piece) }, `${dayOf(piece)}, ${timeOf(piece)}`)
        : piece,
    );
}

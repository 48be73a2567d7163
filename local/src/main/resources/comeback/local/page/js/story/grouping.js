// Cause and effect out of a flat list: each event or alarm with what was decided and with the letters that came of it.

/** What SES tells later about a letter. It belongs to the letter, not to the top of the list. */
const FEEDBACK = /^(?:email )?(send|sent|reject|render|delay|deliver|open|click|bounce|compl)[a-z ]*$/i;

const SAID = [
  [/^sen[dt]/i, 'sent'],
  [/delay/i, 'delayed'],
  [/^deliver/i, 'delivered'],
  [/^open/i, 'opened'],
  [/^click/i, 'clicked'],
  [/^bounce/i, 'bounced'],
  [/^compl/i, 'complained'],
  [/^reject/i, 'rejected'],
  [/^render/i, 'not rendered'],
];

/** The states of a message as they are stored, in a reader's words. */
const STATES = {
  DUE: 'to be sent',
  CLAIMED: 'being sent',
  ACCEPTED: 'sent',
  SKIPPED: 'not sent',
  FAILED: 'refused',
  UNKNOWN: 'perhaps sent',
};

/**
 * Groups the feed's entries (oldest first). A group: key, seq, at, kind, title, detail, store, customer, reasons,
 * letters. A letter: id, title, steps (its states in order), reasons (why it was not sent).
 */
export function grouped(entries) {
  const groups = [];
  const letters = new Map();
  for (const entry of entries) {
    if (entry.kind === 'message' || isFeedback(entry)) continue;
    const group = groupOf(entry);
    groups.push(group);
    for (const id of idsOf(entry)) if (!letters.has(id)) letters.set(id, adopt(group, id));
  }
  for (const entry of entries) {
    if (entry.kind === 'message') moved(entry, groups, letters);
    else if (isFeedback(entry)) said(entry, groups, letters);
  }
  return groups.sort((one, other) => one.seq - other.seq);
}

/** A reason as flow, verdict, text and what would have changed it, whether it came as an object or as "flow: text". */
export function reasonOf(reason) {
  if (typeof reason !== 'string')
    return {
      flow: reason.flow ?? '',
      verdict: reason.verdict ?? '',
      text: reason.text ?? '',
      otherwise: reason.otherwise ?? '',
    };
  const [, flow, text] = /^([a-z][a-z0-9-]*): (.*)$/s.exec(reason) ?? [];
  return flow ? { flow, verdict: '', text, otherwise: '' } : { flow: '', verdict: '', text: reason, otherwise: '' };
}

function moved(entry, groups, letters) {
  const letter = letters.get(entry.messageId) ?? alone(entry, groups, letters);
  letter.title = entry.title;
  step(letter, STATES[entry.detail] ?? entry.detail.toLowerCase());
  if (entry.reasons.length > 0) letter.reasons = entry.reasons.map(reasonOf);
}

/** A bounce or a complaint decides something, so it is told as an event of its own, too. */
function said(entry, groups, letters) {
  const [id] = idsOf(entry);
  const letter = letters.get(id);
  const what = feedbackOf(entry);
  if (letter) step(letter, what);
  if (!letter || entry.reasons.length > 0) groups.push(groupOf(entry));
}

/** A message whose cause is no longer in the list. */
function alone(entry, groups, letters) {
  const group = { ...groupOf(entry), title: 'A letter', detail: '', reasons: [] };
  groups.push(group);
  letters.set(entry.messageId, adopt(group, entry.messageId));
  return letters.get(entry.messageId);
}

function adopt(group, id) {
  const letter = { id, title: '', steps: [], reasons: [] };
  group.letters.push(letter);
  return letter;
}

/** SES's "sent" says once more what its answer said already. */
function step(letter, what) {
  if (!letter.steps.includes(what)) letter.steps.push(what);
}

const groupOf = ({ seq, at, kind, title, detail, store, customer, reasons }) => ({
  key: `entry-${seq}`,
  seq,
  at,
  kind,
  title,
  detail,
  store,
  customer,
  reasons: reasons.map(reasonOf),
  letters: [],
});

const idsOf = ({ messages, messageId }) => messages ?? (messageId ? [messageId] : []);

const isFeedback = (entry) => entry.kind !== 'problem' && idsOf(entry).length > 0 && FEEDBACK.test(entry.title);

const feedbackOf = ({ title }) => {
  const [, what] = FEEDBACK.exec(title);
  return SAID.find(([pattern]) => pattern.test(what))[1];
};

// The one door to the server.

/** Said when the server answered, but not with what was wanted. */
export class Refused extends Error {}

/** Said when nobody answered. */
export class Unreachable extends Error {
  constructor() {
    super('Comeback does not answer. Is ./comeback local still running?');
  }
}

/** Reads a document. */
export const get = (path, headers = {}) => ask(path, { method: 'GET', headers });

/** Posts a document. */
export const post = (path, body = {}, headers = {}) =>
  ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function ask(path, request) {
  let answer;
  try {
    answer = await fetch(path, { cache: 'no-store', ...request });
  } catch {
    throw new Unreachable();
  }
  const text = await answer.text();
  const document = parsed(text);
  if (!answer.ok) {
    throw new Refused(wordsOf(document) ?? `${request.method} ${path} was answered ${answer.status}. ${text}`.trim());
  }
  return document;
}

function parsed(text) {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function wordsOf(document) {
  const what = document?.error ?? document?.message;
  if (!what) return undefined;
  return document.problems?.length ? `${what}: ${document.problems.join('; ')}` : what;
}

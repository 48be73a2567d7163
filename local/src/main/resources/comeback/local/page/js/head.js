// The head of the page: the clock, starting over, and what is wrong.
import { fill, h, press } from './dom.js';
import { allOf, utcOf } from './when.js';
import { advance, now, on, startOver, world } from './world.js';

const PROBLEMS_SHOWN = 5;

const time = document.querySelector('#now');
const says = document.querySelector('#clock-says');
const ask = document.querySelector('#ask');
const connection = document.querySelector('#connection');
const problems = document.querySelector('#problems');

/** Makes the head work. */
export function openHead() {
  on('clock', showTime);
  setInterval(showTime, 1000);
  document.querySelectorAll('[data-by]').forEach((button) => button.addEventListener('click', () => turn(button)));
  document.querySelector('#start-over').addEventListener('click', () => ask.showModal());
  ask.addEventListener('close', () => ask.returnValue === 'yes' && empty());
  on('reachable', showConnection);
  on('problems', showProblems);
}

function showTime() {
  const at = now().toISOString();
  if (time.dateTime === at.slice(0, 19)) return;
  time.dateTime = at;
  time.title = utcOf(at);
  time.textContent = allOf(at);
}

async function turn(button) {
  says.textContent = 'Turning the clock …';
  const sent = await press(button, () => advance(button.dataset.by));
  says.textContent = sent === undefined ? '' : `${button.textContent}: ${lettersIn(sent.length)}`;
}

const lettersIn = (count) =>
  ({ 0: 'no letter was sent', 1: 'one letter was sent' })[count] ?? `${count} letters were sent`;

async function empty() {
  ask.returnValue = '';
  says.textContent = '';
  await press(document.querySelector('#start-over'), startOver);
}

function showConnection() {
  connection.hidden = world.isReachable;
  fill(
    connection,
    !world.isReachable && h('h2', {}, world.why ? 'Comeback could not answer' : 'Comeback does not answer'),
    !world.isReachable &&
      h('p', {}, world.why ?? 'Is ./comeback local still running? This page keeps trying, and goes on by itself.'),
  );
}

function showProblems() {
  const count = world.problems.length;
  problems.hidden = count === 0;
  fill(
    problems,
    count > 0 && h('h2', {}, count === 1 ? 'A mistake in the templates' : `${count} mistakes in the templates`),
    count > 0 && h('p', {}, 'The last good state stays in use until they are mended.'),
    count > 0 &&
      h(
        'ul',
        {},
        world.problems
          .slice(0, PROBLEMS_SHOWN)
          .map(({ file, line, what }) => h('li', {}, h('code', {}, `${file}:${line}`), what)),
      ),
    count > PROBLEMS_SHOWN && h('p', {}, `And ${count - PROBLEMS_SHOWN} more.`),
  );
}

// Times as a person reads them: in the viewer's own zone, with UTC at hand.
import { h } from './dom.js';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'short', day: 'numeric', month: 'short' });
const full = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

/** 14:05 */
export const timeOf = (instant) => clock.format(new Date(instant));

/** Mon, 2 Mar */
export const dayOf = (instant) => day.format(new Date(instant));

/** Monday, 2 March 2026, 14:05 */
export const allOf = (instant) => `${full.format(new Date(instant))}, ${timeOf(instant)}`;

/** 2026-03-02 12:05:09 UTC */
export const utcOf = (instant) => `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** An element that says the day and time, and UTC to whoever points at it. */
export const moment = (instant, words = `${dayOf(instant)}, ${timeOf(instant)}`) =>
  h('time', { datetime: instant, title: utcOf(instant) }, words);

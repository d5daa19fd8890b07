// Gives the elements the module.

import './checks.js';
import { ask, give } from './ask.js';
import { acts, define, dress, live, made, pressed, schedule } from './elements.js';
import './explainer.js';
import './signin.js';

/** @param {typeof ask} answer the module's only function */
export function attach(answer) {
  give(answer);
  dress('page', ask(0, ''));
  made.ready = true;
  define();
  live.forEach(schedule);
  // What was pressed before.
  pressed.forEach((host) => acts.request(host));
  pressed.clear();
}

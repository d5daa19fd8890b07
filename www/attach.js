// Gives the elements the module.

import './checks.js';
import { give } from './ask.js';
import { acts, define, dress, made, pressed, scheduleAll } from './elements.js';
import './explainer.js';
import './signin.js';

/**
 * @param {(question: number, text: string) => string} answer the module's only function
 * @param {string} style the style sheet of explainer, sheet and return page
 * @param {string} returned the return page's records
 * @param {string} sentences what it says of each failure (`sentences` in src/view/return_page.rs)
 */
export function attach(answer, style, returned, sentences) {
  give(answer);
  dress('page', style);
  Object.assign(made, { returned, sentences });
  made.ready = true;
  define('eligibility', 'api hash heading-level remember scheme who');
  define('return', 'heading-level scheme');
  define('sheet', 'api heading-level scheme');
  scheduleAll();
  // What was pressed before.
  pressed.forEach((host) => acts.request(host));
  pressed.clear();
}

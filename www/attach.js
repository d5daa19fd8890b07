// Gives the elements the module.

import { refuse, verify } from './checks.js';
import { give } from './ask.js';
import { acts, define, dress, made, pressed, scheduleAll } from './elements.js';
import './explainer.js';
import { fit } from './find.js';
import { assess, signIn } from './signin.js';

/** What an element follows of itself and of what stands in it. */
const FOLLOWED =
  'api authorize-url caption claims client-id disabled environment hash heading-level href idp-hint level prompt redirect-uri remember scheme scope target who'.split(' ');

/** Hears of each change of an element and in it, from now on. @param {any} host */
function follow(host) {
  if (host.own.followed) return;
  host.own.followed = true;
  new MutationObserver(() => host.refresh()).observe(host, { childList: true, subtree: true, attributeFilter: FOLLOWED });
  // A disabled link does nothing, nor what it stands in: a label, a summary, another link.
  host.shadowRoot.addEventListener('click', (event) => event.target.closest('[aria-disabled]') && event.preventDefault());
  host.shadowRoot.addEventListener('change', (event) => acts[event.target.dataset.change]?.(host, event));
}

/**
 * @param {(question: number, text: string) => string} answer the module's only function
 * @param {string} style the style sheet of explainer, sheet and return page
 * @param {string} returned the return page's records
 * @param {string} sentences what it says of each failure (`sentences` in src/view/return_page.rs)
 */
export function attach(answer, style, returned, sentences) {
  give(answer);
  dress('page', style);
  Object.assign(made, { returned, sentences, put: (root, view) => fit(root, [view]) });
  Object.assign(acts, {
    examine(host) {
      follow(host);
      verify(host);
    },
    refuse,
    assess,
    signIn,
  });
  define('eligibility');
  define('return');
  define('sheet');
  made.early.disconnect();
  made.early = undefined;
  // Language and scheme can be said by any element above.
  new MutationObserver(scheduleAll).observe(document, {
    subtree: true,
    attributeFilter: ['lang', 'data-fr-scheme', 'data-fr-theme'],
  });
  document.addEventListener('DOMContentLoaded', scheduleAll);
  scheduleAll();
  // What was pressed before.
  pressed.forEach(signIn);
  pressed.clear();
}

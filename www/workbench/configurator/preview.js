// The real element, as the settings make it. It shows, and leads nowhere.

import { CLIENT_ID } from './settings.js';

/** What would act on this page rather than on the partner's: the choice in the address, ticks that are kept. */
const LEFT_OUT = ['hash', 'remember'];
/** Where a link or a form may lead here. */
const NOWHERE = '#apercu';

/** @param {import('./tree.js').Branch} tree @returns {HTMLElement} */
export function previewOf({ name, attributes, children }) {
  const made = document.createElement(name);
  for (const [key, value] of attributes) {
    if (LEFT_OUT.includes(key)) continue;
    if (key === 'href' || key === 'action') made.setAttribute(key, NOWHERE);
    // The recipes' placeholder is refused, rightly; here it stands for an identifier.
    else if (key === 'client-id' && value === CLIENT_ID) made.setAttribute(key, 'apercu');
    else if (typeof value !== 'object') made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.map((child) => (typeof child === 'string' ? child : previewOf(child))));
  return made;
}

/** Keeps the page where it is, whatever is pressed in the preview. @param {HTMLElement} stage */
export function keepHere(stage) {
  for (const type of ['franceconnect-start', 'franceconnect-apply', 'submit', 'click']) {
    stage.addEventListener(type, (event) => {
      // A press of the explainer's own buttons and boxes is to work.
      const leaves = type !== 'click' || event.composedPath().some((part) => part instanceof HTMLAnchorElement && !part.target);
      if (leaves) event.preventDefault();
    });
  }
}

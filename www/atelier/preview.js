// The preview: the widget’s own elements, which show the document that compiles.

import { catalogue } from '../../target/atelier-work/atelier.js';

const find = (/** @type {string} */ id) => document.getElementById(id);
const explainer = document.querySelector('franceconnect-eligibility');
const elements = [explainer, document.querySelector('franceconnect-sheet')];

/** Whether what it holds is the document that is being written, as it was when it last compiled. */
let isOurs = false;
/** @type {string[]} the choices on show */
let shown = [];

/** Another document is being written: what is on show is not it. */
export function leave() {
  isOurs = false;
}

/**
 * Shows the document, or why it cannot be shown.
 * @param {{api: string, changed: boolean, sound: boolean}} outcome as `compile` gives it
 * @param {string} errors « 2 erreurs dans la fiche », where it is not sound
 */
export function preview({ api, changed, sound }, errors) {
  if (changed) repaint(api);
  isOurs ||= sound;
  find('stale').hidden = sound || !isOurs;
  find('shown').hidden = !isOurs;
  find('nothing').hidden = isOurs;
  find('nothing').textContent = isOurs ? '' : `Rien à montrer : ${errors}.`;
}

/** The choices of the document on show, in its order. @returns {string[]} */
const choices = () =>
  catalogue().flatMap(({ accessPage }) =>
    accessPage.flatMap(({ who }) => who.map(({ id }) => id)));

/** Has the elements read the catalogue anew; the choice stays, be it renamed. @param {string} api */
function repaint(api) {
  const ids = choices();
  const who = explainer.getAttribute('who');
  if (who && !ids.includes(who)) {
    const renamed = ids.length === shown.length && ids[shown.indexOf(who)];
    if (renamed) explainer.setAttribute('who', renamed);
    else explainer.removeAttribute('who');
  }
  shown = ids;
  for (const element of elements) {
    element.setAttribute('api', api);
    element.scheduleUpdate();
  }
}

// The configurator: what is chosen, shown by the real element, as code, and as what else it asks for. The
// choices stand in the address behind `#`, which no server is sent.

import { CODE, elementHtml } from './configurator/code.js';
import { described } from './configurator/data.js';
import { fillForm, readForm, showParts } from './configurator/form.js';
import { listsFor } from './configurator/partner.js';
import { keepHere, previewOf } from './configurator/preview.js';
import { policyOf } from './configurator/servers.js';
import { SCOPES, addressOf, ignoredIn, settingsOf } from './configurator/settings.js';
import { treeOf } from './configurator/tree.js';
import { FAILED, rules } from './module.js';
import { element } from './nodes.js';
import { findingGroups } from './report.js';

/** How long somebody who types must pause, in ms. */
const PAUSE = 150;

const find = (/** @type {string} */ id) => document.getElementById(id);
const form = /** @type {HTMLFormElement} */ (find('choix'));
const stage = find('apercu');
let timer;
/** The previewed element's HTML, so that it is made anew only if it has changed. */
let shown = '';

const boxes = SCOPES.map((scope) => element('label', {},
  element('input', { type: 'checkbox', name: 'donnees', value: scope, ...(scope === 'openid' ? { disabled: '' } : {}) }),
  element('span', {}, element('code', {}, scope), `\u00a0: ${described(scope)}`)));
find('donnees').append(...boxes);

/** What the rules cannot see in the element alone. */
const OWN_CAPTION = 'Sans la phrase du composant, votre page doit écrire elle-même la phrase officielle au-dessus du bouton.';

/** Shows what is chosen, everywhere. @param {import('./configurator/settings.js').Settings} settings */
function show(settings) {
  showParts(document.body, settings);
  const tree = treeOf(settings);
  const html = elementHtml(tree);
  if (html !== shown) stage.replaceChildren(previewOf(tree));
  shown = html;
  find('code').textContent = CODE[settings.form](tree);
  find('politique').textContent = policyOf(settings);
  const lists = listsFor(settings);
  find('datapass').replaceChildren(lists.datapass);
  find('espace').replaceChildren(lists.space);
  find('bibliotheque').replaceChildren(lists.library);
  return explain(settings, html);
}

/** What the rules say of the code, and in each mode of the data that the request asks for. */
async function explain(settings, html) {
  let diagnose;
  try {
    diagnose = await rules();
  } catch (error) {
    console.error(error);
    find('state').textContent = FAILED;
    return;
  }
  if (html !== shown) return;
  let { findings } = diagnose(html);
  if (settings.element === 'bouton' && settings.mode !== 'demande') {
    const request = elementHtml(treeOf({ ...settings, mode: 'demande' }));
    const ofScope = diagnose(request).findings.filter(({ subject }) => subject === 'scope');
    findings = [...findings, ...ofScope];
  }
  const wrong = findings.filter(({ verdict }) => verdict === 'broken').length;
  const verdict = wrong === 0 ? 'Aucune règle n’est enfreinte.' : `À corriger ou à revoir\u00a0: ${wrong}.`;
  const isBare = settings.element === 'bouton' && !settings.caption;
  const said = isBare ? `${verdict} ${OWN_CAPTION}` : verdict;
  // The same words again would be announced again.
  if (find('state').textContent !== said) find('state').textContent = said;
  find('regles').replaceChildren(...findingGroups(findings, { level: 3, only: ['Enfreinte', 'À revoir', 'À vérifier'] }));
}

/** Whether what stands behind `#` is choices, and not a place of this page. */
const isState = (/** @type {string} */ hash) => hash.includes('=');

/** Takes what the address has: behind `#`, or from the demo's form behind `?`. */
function restore() {
  const address = isState(location.hash) ? location.hash.slice(1) : location.search;
  const given = new URLSearchParams(address);
  const settings = settingsOf(given);
  fillForm(form, settings);
  remember(settings);
  const ignored = ignoredIn(given);
  find('ignore').textContent = ignored.length > 0 ? `Dans l’adresse, valeur inconnue, ignorée\u00a0: ${ignored.join(', ')}.` : '';
  return show(settings);
}

/** @param {import('./configurator/settings.js').Settings} settings */
function remember(settings) {
  const address = addressOf(settings).toString();
  history.replaceState(null, '', location.pathname + (address ? `#${address}` : ''));
  find('partage').textContent = location.href;
}

function update() {
  const settings = readForm(form);
  find('ignore').textContent = '';
  remember(settings);
  show(settings);
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
});
// A field that was left empty shows what the code has.
form.addEventListener('change', () => fillForm(form, readForm(form)));
form.addEventListener('reset', () => setTimeout(() => {
  fillForm(form, settingsOf(new URLSearchParams()));
  update();
}));
addEventListener('hashchange', () => isState(location.hash) && restore());
keepHere(stage);
for (const part of document.querySelectorAll('[data-script]')) part.hidden = false;
await restore();

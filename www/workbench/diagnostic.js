// The diagnosis page: what is pasted is judged here, and shown. It goes nowhere: no request, no address, no
// storage holds it.

import { EXAMPLES } from './examples.js';
import { FAILED, rules } from './module.js';
import { element } from './nodes.js';
import { answerList, findingGroups } from './report.js';

/** How long somebody who types must pause, in ms. */
const PAUSE = 250;

const field = /** @type {HTMLTextAreaElement} */ (document.getElementById('texte'));
const state = document.getElementById('bilan');
const results = document.getElementById('resultats');
const copied = document.getElementById('copie');
const plain = document.getElementById('rapport');
let timer;

/** Judges what stands in the field, and shows it. */
async function update() {
  clearTimeout(timer);
  const text = field.value;
  if (text.trim() === '') return show('', []);
  let diagnose;
  try {
    diagnose = await rules();
  } catch (error) {
    console.error(error);
    return show(FAILED, []);
  }
  // It may have changed while the module came.
  if (field.value !== text) return update();
  const report = diagnose(text);
  const server = report.serverTitle ? ` (${report.serverTitle})` : '';
  const notes = report.notes.length > 0 ? [element('p', { class: 'note' }, report.notes.join(' '))] : [];
  const parts = [...notes, ...answerList(report.answers), ...findingGroups(report.findings, { level: 3 })];
  // A figure stays with its words.
  const summary = report.summary.replaceAll(/: (?=\d)/g, ':\u00a0');
  return show(`${report.title}${server}. ${summary}.`, parts, report.plain);
}

/** @param {string} summary @param {HTMLElement[]} nodes @param {string} [report] to be copied */
function show(summary, nodes, report = '') {
  // The same words again would be announced again.
  if (state.textContent !== summary) state.textContent = summary;
  results.replaceChildren(...nodes);
  plain.textContent = report;
  copied.hidden = report === '';
}

/** Asks for the module before it is needed; a failure is told once it is. */
const prepare = () => rules().catch(() => undefined);

field.addEventListener('focus', prepare, { once: true });
field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
});

const examples = EXAMPLES.map(({ name, text }) => {
  const button = element('button', { type: 'button' }, name);
  button.addEventListener('pointerenter', prepare, { once: true });
  button.addEventListener('click', () => {
    field.value = text;
    update();
  });
  return element('li', {}, button);
});
document.getElementById('exemples').append(...examples);

const clear = document.getElementById('effacer');
clear.addEventListener('click', () => {
  field.value = '';
  update();
  field.focus();
});
for (const part of document.querySelectorAll('[data-script]')) part.hidden = false;
// A browser may have kept what stood there, for a visitor who comes back.
update();

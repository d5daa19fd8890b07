// The authoring page: what is typed is compiled here, in a module of its own, and shown by the
// widget's elements. `tools/atelier.mjs` bundles it into build/.

import start, { catalogue, changed as typed, compile, compiled, saved } from '../../target/atelier-work/atelier.js';
import DOCUMENT from '../../catalogue/documents/franceconnect.md';
import QUESTIONS from '../../catalogue/documents/franceconnect.questions.yaml';
import { Editor, tabs } from './editor.js';
import { download, takeFiles } from './files.js';

const find = (/** @type {string} */ id) => document.getElementById(id);
const explainer = document.querySelector('franceconnect-eligibility');
const preview = [explainer, document.querySelector('franceconnect-sheet')];

/** Whether the module is there. */
let started = false;
/** A field was typed into: compiled once the author pauses. @param {number} field */
const later = (field) => started && typed(field, update);
const text = new Editor('document', () => later(0));
const questions = new Editor('questions', () => later(1));
const show = tabs([text, questions]);

/** Compiles both texts, shows what was found and what comes of it. */
function update() {
  compiled();
  performance.mark('compile');
  let outcome;
  try {
    outcome = compile(text.name, text.text, questions.text, document.documentElement.lang);
  } catch (error) {
    fail('Le compilateur s’est arrêté sur ce texte, ce qui est un défaut : téléchargez votre document, puis rechargez la page.', error);
    return;
  }
  performance.measure('compile', 'compile');
  const { api, changed, sound, remarks } = outcome;
  say(remarks);
  find('stale').hidden = sound;
  if (changed) repaint(api);
  performance.measure('update', 'compile');
}

/** The choices of the document on show, in its order. @returns {string[]} */
const choices = () =>
  catalogue().flatMap(({ accessPage }) =>
    accessPage.flatMap(({ who }) => who.map(({ id }) => id)));

/** @type {string[]} */
let shown = [];

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
  for (const element of preview) {
    element.setAttribute('api', api);
    element.scheduleUpdate();
  }
}

const count = (/** @type {number} */ number, /** @type {string} */ noun) =>
  number ? `${number} ${noun}${number > 1 ? 's' : ''}` : '';

/** @param {any[]} remarks as `compile` gives them */
function say(remarks) {
  const errors = remarks.filter(({ error }) => error).length;
  const said = [count(errors, 'erreur'), count(remarks.length - errors, 'avertissement')];
  const state = said.filter(Boolean).join(', ') || 'Aucune remarque';
  // The same words again would be announced again.
  if (find('state').textContent !== state) find('state').textContent = state;
  for (const editor of [text, questions]) {
    editor.mark(remarks.filter(({ inQuestions }) => inQuestions === (editor === questions)));
  }
  find('remarks').replaceChildren(...remarks.map(item));
}

/** A remark, as a button that leads to its place. */
function item(remark) {
  const editor = remark.inQuestions ? questions : text;
  const entry = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = remark.error ? 'error' : 'warning';
  const severity = leaf('b', remark.error ? 'Erreur' : 'Avertissement');
  const place = leaf('span', '', 'place');
  const code = leaf('code', remark.code);
  place.append(severity, ' ', code, ` — ${editor.name}, ligne ${remark.line}, colonne ${remark.column}`);
  button.append(place, leaf('span', remark.message, 'message'), leaf('span', remark.help, 'help'));
  button.addEventListener('click', () => {
    show(editor);
    editor.go(remark);
  });
  entry.append(button);
  return entry;
}

/** @param {string} name @param {string} content @param {string} [className] */
function leaf(name, content, className) {
  const element = document.createElement(name);
  element.textContent = content;
  if (className) element.className = className;
  return element;
}

/** @param {string} message @param {unknown} error */
function fail(message, error) {
  find('failure').textContent = message;
  console.error(error);
}

const isQuestions = (/** @type {string} */ name) => /\.ya?ml$/i.test(name);

takeFiles((files) => {
  const document = files.find(({ name }) => !isQuestions(name));
  const beside = files.find(({ name }) => isQuestions(name));
  if (document) {
    text.open(document.name, document.text);
    // Another document's questions are not this one's.
    questions.open(document.name.replace(/(\.md)?$/, '.questions.yaml'), '');
    if (started) [0, 1].forEach(saved);
  }
  if (beside) {
    questions.open(beside.name, beside.text);
    if (started) saved(1);
  }
  show(document ? text : questions);
  const guessed = files.filter(({ guessed }) => guessed).map(({ name }) => name);
  find('opened').textContent = guessed.length
    ? `Ce fichier n’est pas en UTF-8 et a été lu comme du Windows-1252 ; vérifiez ses accents : ${guessed.join(', ')}`
    : '';
  update();
});

find('download').addEventListener('click', () => {
  const editor = text.panel.hidden ? questions : text;
  download(editor.name, editor.text);
  if (started) saved(editor === text ? 0 : 1);
});

text.open('franceconnect.md', DOCUMENT);
questions.open('franceconnect.questions.yaml', QUESTIONS);
try {
  await start({ module_or_path: new URL('atelier.wasm', import.meta.url) });
  started = true;
  update();
} catch (error) {
  fail('L’atelier n’a pas pu démarrer : ce navigateur, ou la politique de sécurité de la page, refuse WebAssembly, ou le fichier atelier.wasm manque.', error);
}

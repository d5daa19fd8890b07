// The kinds of files that an author writes, in the order of their tabs. Another kind is one more entry
// here, and one more argument of `compile` (atelier/src/page.rs).

import { markdownLanguage } from '@codemirror/lang-markdown';
import { yaml, yamlFrontmatter } from '@codemirror/lang-yaml';
import documentSchema from '../../catalogue/schema.json';
import questionsSchema from '../../catalogue/questions.schema.json';
import amendmentsSchema from '../../catalogue/amendments.schema.json';
import DOCUMENT from '../../catalogue/documents/franceconnect.md';
import QUESTIONS from '../../catalogue/documents/franceconnect.questions.yaml';
import AMENDMENTS from '../../catalogue/documents/franceconnect.amendments.yaml';
import DOCUMENT_MODEL from './models/document.md';
import QUESTIONS_MODEL from './models/questions.yaml';
import AMENDMENTS_MODEL from './models/amendments.yaml';

/**
 * @typedef {object} Kind
 * @property {string} id what the compiler calls it
 * @property {string} ending that of its files’ names
 * @property {string} label what its field is called
 * @property {string} noun what it is called in a sentence
 * @property {string} start what the page opens with
 * @property {string} model what « Nouveau » gives
 * @property {string} about what « Nouveau » says of the model
 * @property {any} schema the JSON Schema of its YAML
 * @property {boolean} isYaml whether it is YAML as a whole, not between two lines `---`
 * @property {() => import('@codemirror/state').Extension} language
 * @property {(text: string) => string[]} names what such a text names of the document it stands beside
 */

/** Today, as the author’s calendar has it: in days from 1 January 1970. */
export function today() {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}

/** The model’s sources are read on the day that it is taken: later, they would be old. */
const AMENDMENTS_MODEL_TODAY = AMENDMENTS_MODEL.replaceAll(
  /checked: .*/g, `checked: ${new Date(today() * 86_400_000).toISOString().slice(0, 10)}`,
);

/** @type {Kind[]} */
export const KINDS = [
  {
    id: 'document',
    ending: '.md',
    label: 'La fiche, en Markdown',
    noun: 'la fiche',
    start: DOCUMENT,
    model: DOCUMENT_MODEL,
    about: 'La fiche : son en-tête, trois réponses à « Qui êtes-vous ? », un texte',
    schema: documentSchema,
    isYaml: false,
    language: () => yamlFrontmatter({ content: markdownLanguage }),
    names: () => [],
  },
  {
    id: 'questions',
    ending: '.questions.yaml',
    label: 'Les questions, en YAML',
    noun: 'les questions',
    start: QUESTIONS,
    model: QUESTIONS_MODEL,
    about: 'Les questions : une question courte pour l’une des réponses de ce modèle',
    schema: questionsSchema,
    isYaml: true,
    language: yaml,
    names: (text) => valuesOf(text, 'who'),
  },
  {
    id: 'amendments',
    ending: '.amendments.yaml',
    label: 'Les modifications, en YAML',
    noun: 'les modifications',
    start: AMENDMENTS,
    model: AMENDMENTS_MODEL_TODAY,
    about: 'Les modifications : ce qui a changé depuis que la fiche a été écrite, et par quelle source',
    schema: amendmentsSchema,
    isYaml: true,
    language: yaml,
    names: (text) => [...valuesOf(text, 'who'), ...itemsOf(text, 'choices'), ...itemsOf(text, 'links')],
  },
];

/** The kind of a file by its name: other YAML is questions, anything else a document. @param {string} name */
export function kindOf(name) {
  const [document, questions] = KINDS;
  const byEnding = KINDS.find(({ ending }) => name.toLowerCase().endsWith(ending));
  return byEnding ?? (/\.ya?ml$/i.test(name) ? questions : document);
}

/** What the files beside a document are called after: `franceconnect`. @param {string} name the document’s */
export const stem = (name) => name.replace(/\.md$/i, '');

/**
 * Whether a text is another document than the one whose place it takes: less than half of its lines stand there.
 * A title does not tell: it may be what was corrected, or what is missing.
 * @param {string} before @param {string} after
 */
export function isAnother(before, after) {
  const linesOf = (/** @type {string} */ text) => text.split('\n').map((line) => line.trim()).filter((line) => /\p{L}/u.test(line));
  const known = new Set(linesOf(before));
  const lines = linesOf(after);
  return lines.filter((line) => known.has(line)).length < lines.length / 2;
}

const unquoted = (/** @type {string} */ value) => value.trim().replace(/^(['"])(.*)\1$/, '$2');

/** The values of a key, wherever it stands. @param {string} text @param {string} key @returns {string[]} */
const valuesOf = (text, key) =>
  [...text.matchAll(new RegExp(`^ *(?:- +)?${key}: *(.*)$`, 'gm'))].map(([, value]) => unquoted(value));

/** The items of a key’s list, an item a line. @param {string} text @param {string} key @returns {string[]} */
const itemsOf = (text, key) =>
  [...text.matchAll(new RegExp(`^ *${key}: *\n((?: *- .*(?:\n|$))+)`, 'gm'))]
    .flatMap(([, items]) => [...items.matchAll(/^ *- (.*)$/gm)].map(([, item]) => unquoted(item)));

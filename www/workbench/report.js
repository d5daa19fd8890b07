// A diagnosis as nodes: what is to be mended first, then what nobody can tell from here, then the rest.

import { element, linkOutside } from './nodes.js';

/** @typedef {{name?: string, text?: string, secretLength?: number, instead?: string, corrected?: boolean}} Value masked already */
/** @typedef {{label: string, url: string}} Source */
/** @typedef {{rule: string, subjectTitle: string, severity: string, verdict: string, sentence: string, mend: string, source: Source, values: Value[]}} Finding */
/** @typedef {{code: string, http?: string, cause: string, menderTitle?: string, rules: {rule: string, sentence: string, mend: string}[], mend?: string, source: Source}} Answer */

const REFUSED = ['refused', 'asked'];

/** The groups of findings, in the order in which they are read: a title, and the verdict in a word. @type {{title: string, word: string, has: (finding: Finding) => boolean, open: boolean}[]} */
const GROUPS = [
  { title: 'À corriger', word: 'Enfreinte', has: ({ verdict, severity }) => verdict === 'broken' && REFUSED.includes(severity), open: true },
  { title: 'Accepté, à revoir', word: 'À revoir', has: ({ verdict, severity }) => verdict === 'broken' && !REFUSED.includes(severity), open: true },
  { title: 'Ce que cette page ne peut pas savoir', word: 'À vérifier', has: ({ verdict }) => verdict === 'unknown', open: true },
  { title: 'Règles respectées', word: 'Respectée', has: ({ verdict }) => verdict === 'kept', open: false },
  { title: 'Règles sans objet ici', word: 'Sans objet', has: ({ verdict }) => verdict === 'not-concerned', open: false },
];

/** How bad it is, in the words of « Les règles ». @type {Record<string, string>} */
const SEVERITIES = { refused: 'refusé', asked: 'demandé', 'no-effect': 'sans effet', advice: 'conseil' };

/**
 * The findings, a group a section; none of a group that is empty.
 * @param {Finding[]} findings
 * @param {{level: number, only?: string[]}} options level of the headings; only the groups of these words
 * @returns {HTMLElement[]}
 */
export function findingGroups(findings, { level, only }) {
  return GROUPS.filter(({ word }) => !only || only.includes(word)).flatMap(({ title, word, has, open }) => {
    const found = findings.filter(has);
    if (found.length === 0) return [];
    const list = element('ul', { class: 'findings' }, ...found.map((finding) => item(finding, word, open)));
    if (open) return [element(`h${level}`, {}, title), list];
    return [element('details', {}, element('summary', {}, `${title}\u00a0: ${found.length}`), list)];
  });
}

/** The answers to codes and errors. @param {Answer[]} answers @returns {HTMLElement[]} */
export function answerList(answers) {
  if (answers.length === 0) return [];
  return [element('ul', { class: 'findings' }, ...answers.map((answer) => element('li', { 'data-verdict': 'Code' },
    element('p', { class: 'head' }, element('code', {}, answer.code), answer.http ? ` (HTTP ${answer.http})` : null),
    element('p', {}, element('strong', {}, answer.cause)),
    answer.menderTitle ? labelled('Qui peut corriger', answer.menderTitle) : null,
    ...answer.rules.flatMap(({ rule, sentence, mend }) => [
      element('p', {}, 'D’après la description\u00a0: ', element('strong', {}, sentence), ' (règle ', ruleLink(rule), ')'),
      labelled('Que faire', mend)]),
    answer.mend ? labelled('Que faire', answer.mend) : null,
    source(answer.source))))];
}

/** @param {Finding} finding @param {string} word its verdict @param {boolean} isOpen whether there is something to do */
function item({ rule, severity, verdict, sentence, mend, source: from, values }, word, isOpen) {
  return element('li', { 'data-verdict': word },
    element('p', { class: 'head' }, element('b', {}, word), verdict === 'broken' ? ` (${SEVERITIES[severity]})` : null, ' \u2013 règle ', ruleLink(rule)),
    element('p', {}, element('strong', {}, sentence)),
    isOpen && values.length > 0 ? element('p', {}, 'Trouvé\u00a0: ', ...values.flatMap(shown), values.some(({ corrected }) => corrected) ? ' (une fois l’encodage corrigé)' : null) : null,
    isOpen ? labelled('Que faire', mend) : null,
    isOpen ? source(from) : null);
}

const ruleLink = (/** @type {string} */ rule) => linkOutside(`les-regles.html#${rule}`, rule, element('code', {}, rule));

const labelled = (/** @type {string} */ label, /** @type {string} */ text) => element('p', {}, `${label}\u00a0: ${text}`);

/** @param {Source} source */
const source = ({ label, url }) => element('p', { class: 'source' }, 'Source\u00a0: ', linkOutside(url, label));

/** A value as it may be shown. @param {Value} value @param {number} at @returns {(Node | string)[]} */
function shown({ name, text, secretLength, instead }, at) {
  const before = at > 0 ? [', '] : [];
  const code = (/** @type {string} */ content) => element('code', {}, content);
  const parts = [];
  if (name) parts.push(code(name));
  if (name && (text != null || secretLength != null)) parts.push('\u00a0: ');
  if (text != null) parts.push(text === '' ? 'une valeur vide' : code(text));
  if (secretLength != null) parts.push(text == null ? `valeur masquée de ${characters(secretLength)}` : ` (masqué, ${characters(secretLength)})`);
  if (instead) parts.push(' – vouliez-vous dire ', code(instead), '\u202f?');
  return [...before, ...parts];
}

const characters = (/** @type {number} */ count) => `${count} caractère${count > 1 ? 's' : ''}`;

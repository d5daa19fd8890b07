// What was found, in words: how many, and a list, each leading to its place.

import { withCode } from './code.js';

/** @typedef {import('./editor.js').Remark & {file: string, code: string, line: number, column: number}} Remark */

const count = (/** @type {number} */ number, /** @type {string} */ noun) => `${number} ${noun}${number > 1 ? 's' : ''}`;

/** « 1 erreur, 2 avertissements ». @param {Remark[]} remarks */
export function summary(remarks) {
  const errors = remarks.filter(({ error }) => error).length;
  const warnings = remarks.length - errors;
  return [errors && count(errors, 'erreur'), warnings && count(warnings, 'avertissement')].filter(Boolean).join(', ')
    || 'Aucune remarque';
}

/**
 * « 2 erreurs dans la fiche et 1 erreur dans les questions ».
 * @param {Remark[]} remarks
 * @param {import('./kinds.js').Kind[]} kinds
 */
export function errorsByFile(remarks, kinds) {
  const parts = kinds.flatMap(({ id, noun }) => {
    const errors = remarks.filter(({ error, file }) => error && file === id).length;
    return errors > 0 ? [`${count(errors, 'erreur')} dans ${noun}`] : [];
  });
  return new Intl.ListFormat(document.documentElement.lang).format(parts);
}

/**
 * A remark in the list: a button that leads to its place, one that corrects it where that is certain.
 * @param {Remark} remark
 * @param {string} name of the file
 * @param {{go: () => void, fix: () => void}} acts
 */
export function item(remark, name, { go, fix }) {
  const entry = leaf('li', '', remark.error ? 'error' : 'warning');
  const place = leaf('button', '', 'place');
  place.type = 'button';
  place.append(
    leaf('b', remark.error ? 'Erreur' : 'Avertissement'), ' ', leaf('code', remark.code),
    ` — ${name}, ligne ${remark.line}, colonne ${remark.column}`,
  );
  const message = leaf('span', remark.message, 'message');
  place.append(message);
  place.addEventListener('click', go);
  entry.append(place, leaf('p', remark.help, 'help'));
  if (remark.fix?.length) {
    const mend = leaf('button', 'Corriger', 'fix');
    mend.type = 'button';
    mend.setAttribute('aria-label', `Corriger : ${remark.message}`.replaceAll('`', ''));
    mend.addEventListener('click', fix);
    entry.append(mend);
  }
  return entry;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name @param {string} content @param {string} [className]
 */
function leaf(name, content, className) {
  const element = document.createElement(name);
  element.append(withCode(content));
  if (className) element.className = className;
  return element;
}

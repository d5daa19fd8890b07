// Every rule that is checked, by group: what the checks answer, what the report says and what the page
// verifier-mon-installation.html lists are all of this table.

import { BUTTON_RULES } from './rules/button.js';
import { FILE_RULES } from './rules/files.js';
import { PAGE_RULES } from './rules/page.js';
import { POLICY_RULES } from './rules/policy.js';

export { MANUAL_RULES } from './rules/manual.js';

/** @type {{title: import('./outcome.js').Sentence, rules: import('./outcome.js').Rule[]}[]} */
export const GROUPS = [
  { title: { fr: 'Les fichiers', en: 'The files' }, rules: FILE_RULES },
  { title: { fr: 'La politique de sécurité', en: 'The security policy' }, rules: POLICY_RULES },
  { title: { fr: 'Le bouton et ce qui l’entoure', en: 'The button and what stands around it' }, rules: BUTTON_RULES },
  { title: { fr: 'La page', en: 'The page' }, rules: PAGE_RULES },
];

/** By id. @type {Map<string, import('./outcome.js').Rule>} */
export const RULES = new Map(GROUPS.flatMap(({ rules }) => rules).map((rule) => [rule.id, rule]));

/** The rule's outcome that a finding names. @param {import('./description.js').Finding} finding */
export const outcomeOf = ({ rule, outcome }) => RULES.get(rule).outcomes[outcome];

/**
 * A sentence in a language, with a finding's values in it.
 * @param {import('./outcome.js').Sentence} sentence @param {'fr' | 'en'} language @param {Record<string, string | number>} [values]
 */
export const filled = (sentence, language, values = {}) =>
  sentence[language].replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? value.toLocaleString(language, { maximumFractionDigits: 2 }) : value;
  });

// What a rule's outcomes are made of: a verdict, what was found, how to mend it, in both languages.

/**
 * @typedef {'mend' | 'look' | 'kept'} Verdict to mend; for a person to look at; kept
 * @typedef {{fr: string, en: string}} Sentence `{name}` stands for a value of the finding
 * @typedef {{verdict: Verdict, found: Sentence, mend?: Sentence}} Outcome
 *
 * @typedef {object} Rule
 * @property {string} id
 * @property {import('./sources.js').Source} source
 * @property {Sentence} title what must hold
 * @property {Record<string, Outcome>} outcomes
 */

/** @param {string} fr @param {string} en @returns {Outcome} */
export const kept = (fr, en) => ({ verdict: 'kept', found: { fr, en } });

/** @param {[string, string]} found @param {[string, string]} mend each in French, then in English @returns {Outcome} */
export const toMend = (found, mend) => ({ verdict: 'mend', found: sentence(found), mend: sentence(mend) });

/** @param {[string, string]} found @param {[string, string]} mend each in French, then in English @returns {Outcome} */
export const toLookAt = (found, mend) => ({ verdict: 'look', found: sentence(found), mend: sentence(mend) });

/** @param {[string, string]} texts @returns {Sentence} */
const sentence = ([fr, en]) => ({ fr, en });

// What the widget aims at, beside what was measured. A target that is missed fails nothing: a machine
// that was busy could miss it.

/**
 * @typedef {object} Target
 * @property {string} what the page, and the one that it is compared to
 * @property {'ratio' | 'ms'} unit a ratio is of the two medians, of one run of the bench
 * @property {number} value
 * @property {'≤' | '<'} sign
 * @property {number} bound
 * @property {boolean} met
 */

/**
 * By part of the bench: which page; the page that its time is compared to or, without one, the work
 * of an answer in milliseconds: that of our scripts. Style, layout and painting come on top, and are
 * those of the same nodes whoever makes them.
 * @type {Record<string, {page: string, to?: string, sign: '≤' | '<', bound: number}[]>}
 */
const TARGETS = {
  button: [
    { page: 'prerendered', to: 'inline', sign: '≤', bound: 1.05 },
    { page: 'tag', to: 'element', sign: '≤', bound: 1.05 },
    ...['dsfr-standalone', 'dsfr-core', 'dsfr', 'vue', 'react'].map((to) => (
      { page: 'tag', to, sign: /** @type {const} */ ('<'), bound: 1 })),
  ],
  choices: [
    { page: 'prerendered', to: 'libraries', sign: '≤', bound: 0.5 },
    { page: 'recipe', to: 'libraries', sign: '≤', bound: 0.95 },
    { page: 'tag', to: 'libraries', sign: '≤', bound: 1.1 },
  ],
  explainer: [{ page: 'explainer', sign: '≤', bound: 16 }],
  atelier: [],
};

/**
 * @param {string} part
 * @param {any[]} results of that part; a target whose page or peer was left out is left out too
 * @returns {Target[]}
 */
export function targets(part, results) {
  const result = (/** @type {string | undefined} */ id) => results.find((each) => each.id === id);
  return TARGETS[part].filter(({ page, to }) => result(page) && (!to || result(to))).map(({ page, to, sign, bound }) => {
    const value = to ? result(page).time.median / result(to).time.median : result(page).scripting.median;
    return {
      what: to ? `${result(page).name} / ${result(to).name}` : `${result(page).name}, an answer (scripting)`,
      unit: to ? 'ratio' : 'ms',
      value, sign, bound,
      met: sign === '<' ? value < bound : value <= bound,
    };
  });
}

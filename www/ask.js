// The way to the module, once it is there.

/** @type {undefined | ((question: number, text: string) => string)} */
let module;

export const give = (/** @type {typeof ask} */ answer) => (module = answer);

/** Asks the module (src/page.rs). @param {number} question @param {string} text @returns {string} */
export function ask(question, text) {
  if (!module) throw new Error('FranceConnect: not there yet: wait for FranceConnect.ready');
  return module(question, text);
}

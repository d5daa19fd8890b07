/** All that a selector finds in an element's view. @returns {any[]} */
export const find = (/** @type {Element} */ host, /** @type {string} */ selector) => [
  ...host.shadowRoot.querySelectorAll(selector),
];

/** Moves the focus to the first of them. */
export const focus = (/** @type {Element} */ host, /** @type {string} */ selector) => find(host, selector)[0]?.focus();

// What stands in an element's view: found, made to fit what was built, its headings. One file, for
// the runner of the wasm tests hangs more often with every module that it serves.

/** All that a selector finds in an element's view. @returns {any[]} */
export const find = (/** @type {Element} */ host, /** @type {string} */ selector) => [
  ...host.shadowRoot.querySelectorAll(selector),
];

/** Moves the focus to the first of them. */
export const focus = (/** @type {Element} */ host, /** @type {string} */ selector) => find(host, selector)[0]?.focus();

/**
 * A view's records with its headings (`#1`: one below its own) at the level that the element asks for.
 * @param {Element} host @param {string} nodes
 */
export const headed = (host, nodes) => {
  const level = +host.getAttribute('heading-level') || 2;
  return nodes.replace(/(^|\0)#(.)/g, (record, before, below) => before + '<h' + Math.min(6, level + +below));
};

/**
 * Makes what stands somewhere equal to what was built, and keeps of it what fits: focus stays where it
 * is, and a prerendered explainer is taken over without a flash.
 * @param {Node} parent @param {Iterable<Node>} wanted what it shall hold
 */
export function fit(parent, wanted) {
  let next = /** @type {any} */ (parent.firstChild);
  for (const child of /** @type {any[]} */ ([...wanted])) {
    if (next?.nodeName !== child.nodeName) {
      parent.insertBefore(child, next);
      continue;
    }
    if (!child.attributes) {
      if (next.data !== child.data) next.data = child.data;
    } else {
      for (const { name, value } of child.attributes) {
        if (next.getAttribute(name) !== value) next.setAttribute(name, value);
      }
      for (const name of next.getAttributeNames()) {
        if (!child.hasAttribute(name)) next.removeAttribute(name);
      }
      fit(next, child.childNodes);
    }
    next = next.nextSibling;
  }
  while (next) {
    const rest = next.nextSibling;
    next.remove();
    next = rest;
  }
}

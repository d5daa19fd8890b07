// The button's nodes, as its template says.

import { createElement } from './document.js';

/**
 * @typedef {{when: string, value?: Part, otherwise?: Part}} Conditional by whether that holds
 * @typedef {string | {slot: string} | Record<string, string>} Value a text; what the state says; a text by language
 * @typedef {{tag: string, svg?: boolean, attributes?: Record<string, Value | Conditional>, children?: Part[]}} Template
 *   an element: src/view/button/template.rs
 * @typedef {Template | Value | Conditional} Part
 */

/**
 * A template by its own properties alone, without what the page has put on `Object.prototype`.
 * @param {any} part a `Template`, or what stands in one
 */
export function ownProperties(part) {
  const copy = Array.isArray(part) ? [] : Object.create(null);
  for (const [name, value] of Object.entries(part)) copy[name] = typeof value === 'object' ? ownProperties(value) : value;
  return copy;
}

/**
 * Gives an attribute this value, if it has another; `null` and `undefined` take it away.
 * @param {Element} element @param {string} name @param {any} value
 */
export function writeAttribute(element, name, value) {
  if (value == null) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/**
 * Makes an element what a template says of a state. What fits is kept: a focus stays, and a press that
 * has begun; no logo is drawn anew.
 * @template {Element} E
 * @param {E} element @param {Template} template one by its own properties alone
 * @param {Record<string, any>} state the same
 * @returns {E} the element
 */
export function render(element, { attributes = {}, children = [] }, state) {
  /** What stands there; nothing where a condition leaves it out, or a slot is empty. @param {any} part a `Part` */
  const fill = (part) => {
    // A text would have what the page has put on every object.
    if (typeof part !== 'object') return part;
    if (part.when) return fill(state[part.when] ? part.value : part.otherwise);
    return part.slot ? state[part.slot] : (part[state.language] ?? part);
  };
  for (const [name, part] of Object.entries(attributes)) {
    writeAttribute(element, name, fill(part));
  }
  // What stood there may have been another line.
  for (const { name } of [...element.attributes]) {
    if (!Object.hasOwn(attributes, name)) element.removeAttribute(name);
  }
  let next = /** @type {any} */ (element.firstChild);
  for (const child of children.map(fill)) {
    if (child == null) continue;
    const isElement = typeof child === 'object';
    if (next?.nodeName.toLowerCase() !== (isElement ? child.tag : '#text')) {
      next = element.insertBefore(isElement ? createElement(child.tag, child.svg && 'http://www.w3.org/2000/svg') : new Text(), next);
    }
    if (isElement) render(next, child, state);
    else if (next.data !== child) next.data = child;
    next = next.nextSibling;
  }
  while (next) {
    const rest = next.nextSibling;
    next.remove();
    next = rest;
  }
  return element;
}

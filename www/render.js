// The button's nodes: made of its template, and put in the place of those before.

import { createElement } from './document.js';

/**
 * @typedef {string | {slot: string} | Record<string, string>} Value a text; what the state says; a
 *   text by language
 * @typedef {{when?: string, unless?: string}} Conditional
 * @typedef {Conditional & {tag?: string, svg?: boolean, attributes?: (Conditional & {name: string, value: Value})[], children?: Template[], text?: Value}} Template
 *   an element or a text: src/view/button/template.rs
 */

/**
 * The nodes that a template makes of a state.
 * @param {Template} template @param {Record<string, any>} state
 * @returns {any} an element, or a text
 */
export function render(template, state) {
  const stands = (/** @type {Conditional} */ { when, unless }) => (!when || state[when]) && !(unless && state[unless]);
  const say = (/** @type {any} */ value) => (typeof value === 'string' ? value : 'slot' in value ? state[value.slot] : value[state.language]);
  const { tag, svg, attributes = [], children = [], text } = template;
  if (!tag) return say(text);
  const element = createElement(tag, svg && 'http://www.w3.org/2000/svg');
  for (const attribute of attributes.filter(stands)) {
    const value = say(attribute.value);
    if (value != null) element.setAttribute(attribute.name, value);
  }
  element.append(...children.filter(stands).map((child) => render(child, state)));
  return element;
}

/**
 * Makes an element equal to another of its name. What fits is kept, so a focus stays, and a press
 * that has begun.
 * @param {Element} element @param {Element} wanted
 */
export function patch(element, wanted) {
  for (const { name, value } of wanted.attributes) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
  for (const name of element.getAttributeNames()) {
    if (!wanted.hasAttribute(name)) element.removeAttribute(name);
  }
  let next = /** @type {any} */ (element.firstChild);
  for (const child of /** @type {any[]} */ ([...wanted.childNodes])) {
    if (next?.nodeName !== child.nodeName) {
      element.insertBefore(child, next);
      continue;
    }
    if (child.attributes) patch(next, child);
    else if (next.data !== child.data) next.data = child.data;
    next = next.nextSibling;
  }
  while (next) {
    const rest = next.nextSibling;
    next.remove();
    next = rest;
  }
}

// The button's nodes: made of its template, and put in the place of those before.

import { createElement } from './document.js';

/**
 * @typedef {{when: string, value?: Part, otherwise?: Part}} Conditional by whether that holds
 * @typedef {string | {slot: string} | Record<string, string>} Value a text; what the state says; a text by language
 * @typedef {{tag: string, svg?: boolean, attributes?: Record<string, Value | Conditional>, children?: Part[]}} Template
 *   an element: src/view/button/template.rs
 * @typedef {Template | Value | Conditional} Part
 */

/** An object's own properties: nothing of what the page has put on `Object.prototype`. @param {any} object */
export const own = (object) => Object.assign(Object.create(null), object);

/**
 * The element that a template makes of a state.
 * @param {any} template a `Template` @param {Record<string, any>} state
 * @returns {Element}
 */
export function render(template, state) {
  /** What stands there; nothing where a condition leaves it out, or a slot is empty. @param {any} part a `Part` */
  const fill = (part) => {
    const { when, value, otherwise, tag, slot, [state.language]: translation } = own(part);
    if (when) return fill(state[when] ? value : otherwise);
    if (tag) return render(part, state);
    return slot ? state[slot] : (translation ?? part);
  };
  const { tag, svg, attributes = {}, children = [] } = own(template);
  const element = createElement(tag, svg && 'http://www.w3.org/2000/svg');
  for (const [name, part] of Object.entries(attributes)) {
    const value = fill(part);
    if (value != null) element.setAttribute(name, value);
  }
  element.append(...children.map(fill).filter((child) => child != null));
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

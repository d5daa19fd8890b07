// The page's nodes by the browser's own properties: of a form, a field may be called `childNodes`.

import { documentProperty } from '../document.js';

/** @param {object} prototype @param {string} name @returns {(node: any) => any} */
const property = (prototype, name) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name);
  return (node) => get.call(node);
};

export const childNodes = property(Node.prototype, 'childNodes');
export const nodeType = property(Node.prototype, 'nodeType');
export const parentNode = property(Node.prototype, 'parentNode');
export const textContent = property(Node.prototype, 'textContent');
export const baseURI = property(Node.prototype, 'baseURI');
export const localName = property(Element.prototype, 'localName');
export const shadowRoot = property(Element.prototype, 'shadowRoot');
export const assignedSlot = property(Element.prototype, 'assignedSlot');

/** @param {Element} element @param {string} name @returns {string | null} */
export const attribute = (element, name) => Element.prototype.getAttribute.call(element, name);
/** @param {Element} element */
export const box = (element) => Element.prototype.getBoundingClientRect.call(element);
/** @param {string} selector @returns {any[]} what fits in the page itself, shadow roots left out */
export const all = (selector) => [...Document.prototype.querySelectorAll.call(document, selector)];

const isElement = (/** @type {Node} */ node) => nodeType(node) === Node.ELEMENT_NODE;

/** What stands in an element as it is seen: of its shadow root, of its slot. @param {Element} element @returns {Node[]} */
export function seenChildren(element) {
  const root = shadowRoot(element);
  if (root) return [...childNodes(root)];
  const assigned = localName(element) === 'slot' ? HTMLSlotElement.prototype.assignedNodes.call(element) : [];
  return assigned.length > 0 ? assigned : [...childNodes(element)];
}

/** What an element stands in as it is seen, the nearest first. @param {Element} element @returns {Element[]} */
export function seenAncestors(element) {
  const found = [];
  for (let node = element; ; ) {
    const parent = assignedSlot(node) ?? parentNode(node);
    const next = parent instanceof ShadowRoot ? parent.host : parent;
    if (!next || !isElement(next)) return found;
    found.push(next);
    node = next;
  }
}

/** Every element of the page in its order, inside open shadow roots too. @returns {Element[]} */
export function everyElement() {
  const found = [];
  const walk = (/** @type {Node} */ node) => {
    if (!isElement(node)) return;
    found.push(/** @type {Element} */ (node));
    const root = shadowRoot(node);
    for (const child of [...(root ? childNodes(root) : []), ...childNodes(node)]) walk(child);
  };
  walk(documentProperty('documentElement'));
  return found;
}

/** Whether an element takes a place on the screen and lets itself be seen. @param {Element} element */
export function isSeen(element) {
  const { width, height } = box(element);
  // Less is what is there for assistive technology alone.
  if (width <= 1 || height <= 1 || getComputedStyle(element).visibility !== 'visible') return false;
  return [element, ...seenAncestors(element)].every((each) => Number(getComputedStyle(each).opacity) > 0);
}

/** What lies uppermost at a point of the window, inside shadow roots too. @param {number} x @param {number} y */
export function elementAt(x, y) {
  let found = Document.prototype.elementFromPoint.call(document, x, y);
  for (let inner = found; inner && shadowRoot(inner); ) {
    inner = shadowRoot(inner).elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** An element as a partner would look for it. @param {Element} element */
export function nameOf(element) {
  const id = attribute(element, 'id');
  const [first] = (attribute(element, 'class') ?? '').split(/\s+/);
  return localName(element) + (id ? `#${id}` : first ? `.${first}` : '');
}

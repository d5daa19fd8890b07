// Reads the page as a visitor sees it: in its order, what is hidden left out.

import { isKnown } from '../button.js';
import { documentProperty } from '../document.js';
import { all, attribute, baseURI, childNodes, everyElement, isSeen, localName, nodeType, seenChildren, textContent } from './dom.js';
import { readButton } from './read-button.js';

/** What is never text. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'svg', 'option', 'datalist']);
const CONTROLS = 'a[href], button, [role="button"], [role="link"], input[type="submit"], input[type="button"], input[type="image"]';
const FIELDS = 'input, select, textarea';

const folded = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').trim();
const matches = (/** @type {Element} */ element, /** @type {string} */ selector) => Element.prototype.matches.call(element, selector);

/** @returns {import('./description.js').Page} */
export function readPage() {
  const elements = everyElement();
  const heading = elements.find((element) => localName(element) === 'h1' && isSeen(element));
  return {
    address: location.href,
    isFramed: window.top !== window,
    forcedColours: matchMedia('(forced-colors: active)').matches,
    language: attribute(documentProperty('documentElement'), 'lang') ?? '',
    title: folded(documentProperty('title')),
    heading: heading ? folded(textContent(heading)) || pictured(heading) : '',
    buttons: elements.filter((element) => localName(element) === 'franceconnect-button').map(readButton),
    items: readItems(documentProperty('body')),
  };
}

/** What pictures in an element say. @param {Element} element */
const pictured = (element) => folded([...element.querySelectorAll('img[alt], svg[aria-label]')].map((each) => attribute(each, 'alt') ?? attribute(each, 'aria-label')).join(' '));

/** @param {Element} body @returns {import('./description.js').Item[]} */
function readItems(body) {
  /** @type {import('./description.js').Item[]} */
  const items = [];
  const add = (/** @type {import('./description.js').Item['kind']} */ kind, text = '', address = '', type = '') => items.push({ kind, text, address, type });
  const walk = (/** @type {Node} */ node, /** @type {Element} */ parent) => {
    if (nodeType(node) === Node.TEXT_NODE) {
      const text = folded(textContent(node));
      if (text && isSeen(parent)) add('text', text);
      return;
    }
    if (nodeType(node) !== Node.ELEMENT_NODE) return;
    const element = /** @type {any} */ (node);
    if (SILENT.has(localName(element)) || getComputedStyle(element).display === 'none') return;
    const isControl = matches(element, CONTROLS);
    if (localName(element) === 'franceconnect-button') add('franceconnect');
    else if (localName(element) === 'iframe') add('frame', attribute(element, 'title') ?? '', absolute(attribute(element, 'src')));
    else if (isControl && isSeen(element)) add('control', labelOf(element), absolute(attribute(element, 'href') ?? attribute(element, 'formaction') ?? actionOf(element)));
    else if (!isControl && matches(element, FIELDS) && isSeen(element)) add('field', labelOf(element), '', attribute(element, 'type') ?? 'text');
    else for (const child of seenChildren(element)) walk(child, element);
  };
  walk(body, body);
  return items;
}

/** Where the form of a submit button leads. @param {Element} element */
function actionOf(element) {
  const form = element.closest('form');
  const isSubmit = matches(element, 'button:not([type="button"], [type="reset"]), input[type="submit"], input[type="image"]');
  return form && isSubmit ? attribute(form, 'action') : null;
}

/** @param {string | null} address */
function absolute(address) {
  try {
    return address === null ? '' : new URL(address, baseURI(document)).href;
  } catch {
    return '';
  }
}

/** What a link, a button or a field says, and what it is called where nothing is read. @param {any} element */
function labelOf(element) {
  const labels = [...(element.labels ?? [])].map(textContent);
  const value = matches(element, 'input[type="submit"], input[type="button"]') ? attribute(element, 'value') : '';
  const names = ['aria-label', 'title', 'alt', 'placeholder'].map((name) => attribute(element, name));
  const parts = [childNodes(element).length > 0 ? textContent(element) : '', pictured(element), value, ...labels, ...names, attribute(element, 'autocomplete')];
  return [...new Set(parts.map((part) => folded(part ?? '')).filter(Boolean))].join(' ');
}

/** Where the widget's elements are, and what they ask for. */
export function readWidget() {
  const elements = everyElement().filter((element) => /^franceconnect-(button|eligibility|sheet|return)$/.test(localName(element)));
  const buttons = elements.filter((element) => localName(element) === 'franceconnect-button');
  const isForm = (/** @type {Element} */ button) => !button.querySelector('a[href]') && Boolean(button.querySelector('form'));
  const request = (/** @type {Element} */ button) => !button.querySelector('a[href], form') && !attribute(button, 'href') && Boolean(attribute(button, 'client-id'));
  // The elements have no properties where the widget has not started.
  const values = (/** @type {Element} */ button) => ({ level: attribute(button, 'level') ?? '', scheme: attribute(button, 'scheme') ?? '' });
  return {
    needsModule: elements.length > buttons.length || buttons.some((button) => request(button) || !isKnown(values(button))),
    hasForm: buttons.some(isForm),
    isPlus: buttons.some((button) => /^eidas[23]$/.test(attribute(button, 'level') ?? '')),
  };
}

/** The policies that the page's head has. */
export const readMetaPolicies = () =>
  all('meta[http-equiv]').filter((meta) => attribute(meta, 'http-equiv').toLowerCase() === 'content-security-policy').map((meta) => attribute(meta, 'content') ?? '');

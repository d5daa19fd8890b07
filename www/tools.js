// What the explainer does without Rust: boxes ticked and remembered, the list copied or printed,
// the choice kept in the address.

import { fire, language, live } from './elements.js';
import { say } from './paint.js';

const KEY = 'franceconnect-ticks';
const HASH = '#eligibilite=';

/** The views shown last, so that a repaint changes no box. @type {WeakMap<Element, string>} */
const shown = new WeakMap();

/** The ticked boxes by choice, as long as the page lasts. @type {Record<string, number[]>} */
let ticks = {};

/** Those of before, if the page asks for them; storage may be empty, damaged or refused. */
function kept(/** @type {Element} */ host) {
  try {
    if (host.hasAttribute('remember')) return { ...JSON.parse(localStorage.getItem(KEY)), ...ticks };
  } catch {
    // As without `remember`.
  }
  return ticks;
}

/** The name of the list that stands there. @param {Element} host */
const list = (host) => host.getAttribute('api') + '/' + host.getAttribute('who');

/** The address and the choice that an element came with. @type {WeakMap<Element, string[]>} */
const first = new WeakMap();

const find = (/** @type {Element} */ host, /** @type {string} */ selector) => [
  ...host.shadowRoot.querySelectorAll(selector),
];

/**
 * After a painting: the boxes as remembered for this choice, the choice in the address.
 * @param {Element} host @param {string} who @param {number} depth
 */
export function settle(host, who, depth) {
  const view = who + depth;
  if (shown.get(host) === view) return;
  if (host.hasAttribute('hash')) {
    if (!first.has(host)) {
      first.set(host, [location.hash, who]);
      restore(host);
    } else if (who && told(host) !== who) {
      history.pushState(history.state, '', HASH + who);
    }
  }
  shown.set(host, view);
  const ticked = [kept(host)[list(host)]].flat();
  find(host, '[type=checkbox]').forEach((box, index) => (box.checked = ticked.includes(index)));
}

/** The choice that the address tells; none if it speaks of another part of the page. */
function told(/** @type {Element} */ host) {
  const [hash, own] = first.get(host);
  const who = location.hash.startsWith(HASH) ? location.hash.slice(HASH.length) : '';
  if (find(host, '[name=who]').some(({ value }) => value === who)) return who;
  return location.hash === hash ? own : undefined;
}

function restore(/** @type {Element} */ host) {
  const who = told(host);
  if (who) host.setAttribute('who', who);
  else if (who === '') host.removeAttribute('who');
}

addEventListener('popstate', () => live.forEach((host) => first.has(host) && restore(host)));

/** Copies a text, and says so beside the button. @param {HTMLElement} button @param {string} text */
async function copy(button, text, [done, failed]) {
  const state = button.parentNode.querySelector('output');
  let said = done;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = failed;
  }
  state.textContent = say(said, language(button.getRootNode().host));
}

/** The page's other parts, left out while the answer is printed. */
let alone;

function print(/** @type {Element} */ host) {
  alone ??= new CSSStyleSheet();
  alone.replaceSync(
    `@media print{body *:not([data-franceconnect-print]):not(:has([data-franceconnect-print])){display:none!important}}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
  host.setAttribute('data-franceconnect-print', '');
  addEventListener(
    'afterprint',
    () => {
      host.removeAttribute('data-franceconnect-print');
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone);
    },
    { once: true },
  );
  window.print();
}

/** A choice becomes the element's `who`. @param {Element} host @param {Event} event */
export const choose = (host, { target }) => host.setAttribute('who', target.value);

/** The place of a question's answer among the others. @param {Event} event */
export const picked = ({ target }) => [...target.getRootNode().querySelectorAll('[name=answer]')].indexOf(target);

/** The call to action is followed, if the page lets it. @param {Element} host @param {Event} event */
export function apply(host, event) {
  const url = event.target.closest('a').href;
  const detail = { api: host.getAttribute('api') || 'franceconnect', who: host.getAttribute('who'), url };
  if (!fire(host, 'apply', detail)) event.preventDefault();
}

/**
 * A box or a button of the list of what to prepare.
 * @param {Element} host @param {Event} event @param {string} copied
 */
export function tool(host, { target: doer }, copied) {
  const action = doer.dataset.do;
  const boxes = find(host, '[type=checkbox]');
  if (action === 'forget') for (const box of boxes) box.checked = false;
  if (action === 'tick' || action === 'forget') {
    const ticked = boxes.flatMap((box, index) => (box.checked ? index : []));
    ticks = action === 'tick' ? { ...kept(host), [list(host)]: ticked } : {};
    try {
      if (action === 'forget') localStorage.removeItem(KEY);
      else if (host.hasAttribute('remember')) localStorage.setItem(KEY, JSON.stringify(ticks));
    } catch {
      // Storage refused: the ticks last as long as the page, as without `remember`.
    }
  } else if (action === 'print') {
    print(host);
  } else if (action === 'copy') {
    const lines = boxes.map((box) => `${box.checked ? '☑' : '☐'} ${box.parentNode.textContent}`);
    copy(doer, lines.join('\n'), copied.split('\0'));
  } else if (action === 'link') {
    copy(doer, location.href.split('#')[0] + HASH + host.getAttribute('who'), copied.split('\0'));
  }
}

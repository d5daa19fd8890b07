// The explainer and the sheet: the answers given, the boxes ticked and remembered, the list
// copied or printed, the choice kept in the address.

import { ask } from './ask.js';
import { acts, fire, live, views } from './elements.js';
import { find, focus, headed } from './find.js';

const KEY = 'franceconnect-ticks';
const HASH = '#eligibilite=';
/** In milliseconds. */
const YEAR = 365.25 * 864e5;

const apiOf = (/** @type {Element} */ host) => host.getAttribute('api') || 'franceconnect';
const whoOf = (/** @type {Element} */ host) => host.getAttribute('who') || '';

/** Which list, which visit. @param {Element} host */
const place = (host) => apiOf(host) + '/' + whoOf(host);

/** A document's answers. @param {string} api */
const pages = (api) => catalogue().find(({ slug }) => slug === api)?.accessPage ?? [];

/**
 * What the module has for a document, a choice and the answers given (`look` in
 * src/view/eligibility.rs). Throws [attribute, value, what is accepted].
 * @param {string} api @param {string} who @param {string[]} path
 */
export function look(api, who, path) {
  const [wrong, choices, state, tail, updated, sheet] = ask(1, [api, who, ...path].join('\0')).split('\x10');
  if (wrong) {
    const known = wrong === 'api' ? catalogue().map(({ slug }) => slug) : pages(api).flatMap(({ who }) => who.map(({ id }) => id));
    throw [wrong, wrong === 'api' ? api : who, known.join(' ')];
  }
  const [question, verdict, unmet, options, nodes] = state.split('\x15');
  const list = (/** @type {string} */ text) => (text ? text.split('\x16') : []);
  return {
    nodes: choices + nodes + tail,
    options: list(options).map((option) => option.split('\x17')[0]),
    // What the page hears.
    detail: { api, who, verdict, unmet: list(unmet), ...(question && { question }) },
    updated,
    sheet,
  };
}

/**
 * What a visitor has answered, of the choice that stands there. Those answers beyond `depth` are
 * kept for when the visitor comes back to them.
 * @param {any} host
 * @returns {{key: string, path: string[], depth: number, missing?: boolean, then?: string}}
 */
function visit(host) {
  const key = place(host);
  const known = host.own.visit;
  if (known?.key === key) return known;
  // The choice may be the visitor's, which the page is yet to hear of.
  return (host.own.visit = { key, path: [], depth: 0, then: known?.then });
}

views.eligibility = (host) => {
  // Of a prerendered explainer, the answer that is open stays.
  const [open] = find(host, 'details[data-who][open]');
  if (open && !whoOf(host)) host.setAttribute('who', open.dataset.who);
  const given = visit(host);
  const { nodes, detail } = look(apiOf(host), whoOf(host), given.path.slice(0, given.depth));
  return [headed(host, nodes), given, () => {
    for (const radio of find(host, '[type=radio]')) {
      radio.checked = radio.value === (radio.name === 'who' ? whoOf(host) : given.path[given.depth]);
    }
    settle(host, given.depth);
    // Events last, since a listener may call back.
    const { then, missing } = given;
    given.then = undefined;
    if (then === 'answer') {
      // The status says the verdict: the focus goes below it, to the reason, so that it is heard
      // once and what follows is next.
      focus(host, missing ? '[name=answer]' : '[part=question],[part=reason]');
      if (missing) return;
    }
    if (then) fire(host, 'eligibility', detail);
  }];
};

views.sheet = (host) => {
  const { sheet, updated } = look(apiOf(host), '', []);
  // As it is written: 20191210.
  const yearAgo = new Date(Date.now() - YEAR).toISOString().replace(/\D/g, '');
  return [headed(host, sheet), { old: updated && updated < yearAgo }];
};

/** « Continuer » or « Revenir ». @param {any} host @param {number} step */
function go(host, step) {
  const given = visit(host);
  given.missing = step > 0 && given.path.length <= given.depth;
  if (!given.missing) given.depth = Math.max(0, given.depth + step);
  given.then = 'answer';
  host.refresh();
}

/** The ticked boxes by choice, as long as the page lasts. @type {Record<string, number[]>} */
let ticks = {};

/** Those of before, if the page asks for them; storage may be empty, damaged or refused. */
function kept(/** @type {Element} */ host) {
  let known;
  if (host.hasAttribute('remember')) attempt(() => (known = JSON.parse(localStorage.getItem(KEY))));
  return { ...known, ...ticks };
}

/** Storage may be refused: the ticks then last as long as the page, as without `remember`. @param {() => void} work */
function attempt(work) {
  try {
    work();
  } catch {
    // Nothing is lost but that.
  }
}

/**
 * After a painting: the boxes as remembered for this choice, the choice in the address.
 * @param {any} host @param {number} depth
 */
function settle(host, depth) {
  const who = whoOf(host);
  const view = who + depth;
  // A repaint changes no box.
  if (host.own.shown === view) return;
  if (host.hasAttribute('hash')) {
    if (!host.own.first) {
      // The address and the choice that the element came with.
      host.own.first = [location.hash, who];
      restore(host);
    } else if (who && told(host) !== who) {
      history.pushState(history.state, '', HASH + who);
    }
  }
  host.own.shown = view;
  const ticked = [kept(host)[place(host)]].flat();
  find(host, '[type=checkbox]').forEach((box, index) => (box.checked = ticked.includes(index)));
}

/** The choice that the address tells; none if it speaks of another part of the page. */
function told(/** @type {any} */ host) {
  const [hash, own] = host.own.first;
  const who = location.hash.startsWith(HASH) ? location.hash.slice(HASH.length) : '';
  if (find(host, '[name=who]').some(({ value }) => value === who)) return who;
  return location.hash === hash ? own : undefined;
}

function restore(/** @type {Element} */ host) {
  const who = told(host);
  if (who) host.setAttribute('who', who);
  else if (who === '') host.removeAttribute('who');
}

/** Copies a text, and says so beside the button. @param {HTMLElement} button @param {string} text */
async function copy(button, text) {
  const state = button.parentNode.querySelector('output');
  let said = state.dataset.done;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = state.dataset.failed;
  }
  state.textContent = said;
}

const PRINTED = 'data-franceconnect-print';

/** The choice's boxes are as they stand. */
const tick = (/** @type {Element} */ host) => {
  const ticked = find(host, '[type=checkbox]').flatMap((box, index) => (box.checked ? index : []));
  ticks = { ...kept(host), [place(host)]: ticked };
  if (host.hasAttribute('remember')) attempt(() => localStorage.setItem(KEY, JSON.stringify(ticks)));
};

Object.assign(acts, {
  who(host, { target }) {
    visit(host).then = 'choice';
    host.setAttribute('who', target.value);
  },
  pick(host, { target: { value } }) {
    const given = visit(host);
    if (given.path[given.depth] !== value) given.path = [...given.path.slice(0, given.depth), value];
  },
  next: (host) => go(host, 1),
  back: (host) => go(host, -1),
  /** The call to action is followed, if the page lets it. */
  apply(host, event, doer) {
    if (!fire(host, 'apply', { api: apiOf(host), who: whoOf(host), url: doer.href })) event.preventDefault();
  },
  tick,
  forget(host) {
    for (const box of find(host, '[type=checkbox]')) box.checked = false;
    ticks = {};
    attempt(() => localStorage.removeItem(KEY));
  },
  copy(host, event, doer) {
    const lines = find(host, '[type=checkbox]').map((box) => `${box.checked ? '☑' : '☐'} ${box.parentNode.textContent}`);
    copy(doer, lines.join('\n'));
  },
  link: (host, event, doer) => copy(doer, location.href.split('#')[0] + HASH + whoOf(host)),
  /** Prints the answer alone: in each tree around it, all that does not hold it is left out. */
  print(host) {
    const alone = new CSSStyleSheet();
    alone.replaceSync(`@media print{:not([${PRINTED}]):not(:has([${PRINTED}])){display:none!important}}`);
    for (let at = host; at; at = at.getRootNode().host) {
      const root = at.getRootNode();
      at.setAttribute(PRINTED, '');
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, alone];
      addEventListener(
        'afterprint',
        () => {
          at.removeAttribute(PRINTED);
          root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== alone);
        },
        { once: true },
      );
    }
    window.print();
  },
});

export const catalogue = () => JSON.parse(ask(0, ''));

/**
 * The answer that the explainer shows, as data.
 * @param {string} api @param {string} who @param {Record<string, string>} [answers]
 */
export function eligibility(api, who, answers = {}) {
  const page = pages(api).find((answer) => answer.who.some(({ id }) => id === who));
  if (!page) throw new RangeError(`FranceConnect.eligibility: no answer to ${api}, ${who}`);
  const path = [];
  for (;;) {
    const { detail, options } = look(api, who, path);
    const answer = answers[detail.question];
    if (!options.includes(answer)) return { ...page, ...detail };
    path.push(answer);
  }
}

if (typeof window === 'object') {
  addEventListener('popstate', () => live.forEach((host) => host.own.first && restore(host)));
}

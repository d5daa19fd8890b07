// The custom elements: when they come, change and go; what all of them share; the button. The
// explainer, the sheet and the sign-in add themselves (explainer.js, signin.js), and are defined
// once the module is there (attach.js): before that they have nothing to show.
//
// What the elements show are records, made when the widget was built, or given by the module
// (src/page.rs), with blanks that are filled here by facts: attributes, the light DOM, the page.

import { art, draw } from './paint.js';

/** Every element that stands in the page, inside other shadow roots too. @type {Set<any>} */
export const live = new Set();

/** Elements to bring up to date at the end of the task: a burst of changes counts once. */
const due = new Set();

export const schedule = (/** @type {any} */ host) => {
  if (!due.size) queueMicrotask(flush);
  due.add(host);
};

function flush() {
  const hosts = [...due];
  due.clear();
  for (const host of hosts) {
    try {
      if (host.isConnected) host.refresh();
    } catch (error) {
      // One element's trouble must not keep the others from being painted.
      reportError(error);
    }
  }
}

/**
 * What the elements are made with: style sheets; `button`, `returned`, the records of the button and
 * of the return page, and what that says, `sentences`. `ready`: the module is there. `failed`:
 * nothing will come any more, the light DOM shows.
 * @type {{styles: Record<string, CSSStyleSheet>, button?: string, returned?: string, sentences?: string, ready?: boolean, failed?: boolean}}
 */
export const made = { styles: {} };

/** Brings a style sheet. @param {string} name @param {string} text */
export const dress = (name, text) => (made.styles[name] = new CSSStyleSheet()).replaceSync(text);

/** Brings all up to date that stand there: something around them, or inside, says something else. */
export const scheduleAll = () => live.forEach(schedule);

/** @type {MutationObserver} */
let observer;

/**
 * The button, which needs no more to be painted.
 * @param {string} style @param {string} logo @param {string} nodes its records
 */
export function equip(style, logo, nodes) {
  dress('button', style);
  art.logo = logo;
  made.button = nodes;
  document.addEventListener('DOMContentLoaded', scheduleAll);
  // Language and scheme can be said by any element above; children are the fallback to follow.
  observer = new MutationObserver(scheduleAll);
  observer.observe(document, {
    subtree: true,
    attributeFilter: ['lang', 'data-fr-scheme', 'data-fr-theme'],
  });
  define(
    'button',
    'authorize-url caption claims client-id disabled environment href idp-hint level prompt redirect-uri scheme scope',
  );
}

/**
 * Defines an element, once.
 * @param {string} kind
 * @param {string} observed the attributes that it watches
 */
export function define(kind, observed) {
  const name = 'franceconnect-' + kind;
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = observed.split(' ');

      /** What each part of the page's side keeps of this element. @type {Record<string, any>} */
      own = {};

      connectedCallback() {
        live.add(this);
        schedule(this);
      }

      disconnectedCallback() {
        live.delete(this);
      }

      attributeChangedCallback() {
        schedule(this);
      }

      refresh() {
        // Nothing of ours to take away.
        if (made.failed && !this.own.heard) return;
        const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
        if (!this.own.heard) {
          this.own.heard = true;
          root.adoptedStyleSheets = [made.styles[kind] ?? made.styles.page];
          // A prerendered element brings its own.
          root.querySelector('style')?.remove();
          root.addEventListener('click', this);
          root.addEventListener('change', this);
          observer.observe(this, { childList: true, subtree: true, attributeFilter: ['href', 'target'] });
        }
        paint(this, kind, root);
      }

      handleEvent(event) {
        const doer = event.target.closest('[data-do]');
        if (doer && (event.type === 'change') === (doer.localName === 'input')) {
          acts[doer.dataset.do]?.(this, event, doer);
        }
      }
    },
  );
}

/** Elements whose sign-in waits for the module. @type {Set<Element>} */
export const pressed = new Set();

/**
 * What each element shows: its records, the facts that fill them, what to do once they are
 * painted. Throws [attribute, value, what is accepted] for an attribute that cannot be used.
 * @type {Record<string, (host: any) => [string, Record<string, any>, (() => void)?]>}
 */
export const views = {
  button(host) {
    const [link, form] = light(host);
    const href = link || !form ? (link ?? host).getAttribute('href') : null;
    if (href !== null && !isWeb(href)) throw ['href', href];
    if (href === null && !form) {
      if (!host.getAttribute('client-id')) {
        // What stands inside may not be parsed yet.
        if (document.readyState === 'loading') return [FALLBACK, {}];
        throw ['href', ''];
      }
      if (made.ready) acts.check(host);
    }
    const has = (/** @type {string} */ name) => host.hasAttribute(name);
    return [
      made.button,
      {
        plus: /[23]$/.test(host.getAttribute('level')),
        link: href !== null,
        href,
        target: link?.getAttribute('target'),
        caption: has('caption'),
        disabled: has('disabled'),
        ...host.own.trouble,
      },
    ];
  },
};

/**
 * What clicks and changes do, by the `data-do` of what they happened to.
 * @type {Record<string, (host: any, event?: any, doer?: any) => void>}
 */
export const acts = {
  start(host, event, doer) {
    const [link, form] = light(host);
    const href = doer.getAttribute('href');
    if (doer.hasAttribute('aria-disabled')) event.preventDefault();
    else if (!href && href !== '' && !form) {
      if (made.ready) acts.request(host);
      else pressed.add(host);
    }
    // The light DOM's link and form have no address of their own to tell.
    else if (!fire(host, 'start', link || form ? {} : { url: href })) event.preventDefault();
    // As if the form's own button had been pressed: validation and its events included.
    else if (!link && form) form.requestSubmit();
  },
};

/** The light DOM's link and form, which come first. @param {Element} host */
const light = (host) => ['a[href]', 'form'].map((selector) => host.querySelector(selector));

/** Whether a link may lead there, as the browser itself reads it. @param {string} href */
function isWeb(href) {
  // A path surely may; a browser's first URL takes a while.
  if (/^\/\w/.test(href)) return true;
  try {
    return /^https?:/.test(new URL(href, 'https://a/').protocol);
  } catch {
    return false;
  }
}

function paint(host, kind, root) {
  const read = (/** @type {string} */ name) => host.getAttribute(name);
  try {
    if (made.failed) throw [];
    acts.verify?.(host);
    const page = document.documentElement;
    const scheme = [read('scheme'), page.getAttribute('data-fr-theme'), page.getAttribute('data-fr-scheme')]
      .find((said) => said === 'light' || said === 'dark');
    const [nodes, facts, then] = views[kind](host);
    facts.class = scheme ? 'root ' + scheme : 'root';
    draw(root, nodes, facts, language(host), +read('heading-level') || 2);
    acts.refuse?.(host);
    then?.();
  } catch (problem) {
    if (!problem.pop) throw problem;
    draw(root, FALLBACK, {}, 0, 2);
    acts.refuse?.(host, problem);
  }
}

const FALLBACK = '<slot\0>';

/** The languages of the interface, in the order in which views say them. */
const LANGUAGES = ['fr', 'en', 'de', 'es'];

/**
 * The place in LANGUAGES of the nearest `lang`, through the shadow roots around; French for a
 * language that the widget does not speak. @param {Element} host
 */
export function language(host) {
  for (let at = host; at; at = at.getRootNode().host) {
    const said = at.closest('[lang]');
    if (said) return Math.max(0, LANGUAGES.indexOf(said.lang.toLowerCase().split('-')[0]));
  }
  return 0;
}

/**
 * Dispatches `franceconnect-<name>`. @returns {boolean} false if it was cancelled
 * @param {Element} host @param {string} name @param {any} detail
 */
export const fire = (host, name, detail) =>
  host.dispatchEvent(
    new CustomEvent('franceconnect-' + name, { bubbles: true, composed: true, cancelable: true, detail }),
  );

// The custom elements: when they come, change and go. What they show and do is Rust
// (src/browser); a class that extends HTMLElement can only be written here.

import { art, draw } from './paint.js';
import { light, settings } from './signin.js';

/** The elements, by the numbers that Rust knows them by, and the attributes that they watch. */
const OBSERVED = {
  button:
    'authorize-url caption claims client-id disabled environment href idp-hint level prompt redirect-uri scheme scope',
  eligibility: 'api hash heading-level remember scheme who',
  return: 'heading-level scheme',
  sheet: 'api heading-level scheme',
};

const KINDS = Object.keys(OBSERVED);
const NAMES = KINDS.map((kind) => 'franceconnect-' + kind).join();

/** The style sheets' texts: the loader's, or the module's when it comes alone. */
export const styles = { button: '', page: '' };

/** Builds the Rust side of an element. @type {(host: Element, kind: number) => any} */
let mount;

/** Every element that stands in the page, inside other shadow roots too. */
export const live = new Set();

/** Elements to bring up to date at the end of the task: a burst of changes counts once. */
const due = new Set();

const schedule = (/** @type {Element} */ host) => {
  if (!due.size) queueMicrotask(flush);
  due.add(host);
};

function flush() {
  const hosts = [...due];
  due.clear();
  for (const host of hosts) {
    try {
      host.refresh();
    } catch (error) {
      // One element's trouble must not keep the others from being painted.
      reportError(error);
    }
  }
}

/** Language and scheme can be said by any element above; children are the fallback to follow. */
const observer = new MutationObserver((records) => {
  for (const { target } of records) {
    const host = target.nodeType === 1 && target.closest(NAMES);
    if (host) schedule(host);
    else live.forEach(schedule);
  }
});
/** @type {Record<string, CSSStyleSheet>} */
const sheets = {};

function sheet(name) {
  if (!sheets[name]) {
    sheets[name] = new CSSStyleSheet();
    sheets[name].replaceSync(styles[name]);
  }
  return sheets[name];
}

/** Defines the elements; they wait for `attach` with their fallback showing. */
export function define() {
  if (customElements.get('franceconnect-button')) return;
  observer.observe(document, {
    subtree: true,
    attributeFilter: ['lang', 'data-fr-scheme', 'data-fr-theme'],
  });
  for (const kind in OBSERVED) {
    customElements.define(
      'franceconnect-' + kind,
      class extends HTMLElement {
        static observedAttributes = OBSERVED[kind].split(' ');

        connectedCallback() {
          live.add(this);
          schedule(this);
        }

        disconnectedCallback() {
          live.delete(this);
          schedule(this);
        }

        attributeChangedCallback() {
          schedule(this);
        }

        refresh() {
          if (!mount) return;
          if (!this.isConnected) {
            this.core?.free();
            this.core = undefined;
            return;
          }
          if (!this.core) {
            const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
            root.adoptedStyleSheets = [sheet(kind === 'button' ? kind : 'page')];
            observer.observe(this, { childList: true, subtree: true, attributeFilter: ['href', 'target'] });
            this.core = mount(this, KINDS.indexOf(kind));
          }
          this.core.update();
        }
      },
    );
  }
}

/**
 * Gives the elements their Rust side. Texts that the loader has already brought come empty.
 * @param {typeof mount} mounter
 * @param {string} button @param {string} page @param {string} logo
 */
export function attach(mounter, button, page, logo) {
  styles.button ||= button;
  styles.page ||= page;
  art.logo ||= logo;
  mount = mounter;
  define();
  live.forEach(schedule);
}

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

/** What the view of each element depends on, in the order in which `src/view` takes it. */
const FACTS = {
  button: ({ read, host }) => {
    const [link, form] = light(host);
    const href = link ?? host;
    return [
      ...read('level'),
      href.getAttribute('href'),
      link?.getAttribute('target'),
      href.hasAttribute('href') && 1,
      form && 1,
      host.hasAttribute('caption') && 1,
      host.hasAttribute('disabled') && 1,
      settings(host),
    ];
  },
  eligibility: ({ read }) => read('heading-level', 'api', 'who'),
  return: ({ read }) => read('heading-level'),
  sheet: ({ read }) => {
    const day = new Date();
    const yearAgo = ((day.getFullYear() - 1) * 100 + day.getMonth() + 1) * 100 + day.getDate();
    return [...read('heading-level', 'api'), yearAgo];
  },
};

/** What an element's view depends on, as one text. @param {Element} host */
export function facts(host) {
  const { frScheme, frTheme } = document.documentElement.dataset;
  const read = (...names) =>
    names.map((name) => host.getAttribute(name) || (name === 'api' ? 'franceconnect' : ''));
  const own = FACTS[host.localName.slice(14)]({ read, host });
  const page = [frTheme, frScheme].find((said) => said === 'light' || said === 'dark');
  return [...read('scheme'), page, ...own].map((fact) => fact || '').join('\0');
}

/** What was clicked or changed means to do; only its own kind of event counts. @param {Event} event */
export function doing({ target, type }) {
  const doer = target.closest('[data-do]');
  return doer && (type === 'change') === (doer.localName === 'input') ? doer.dataset.do : '';
}

/** Makes what stands in the element equal to the nodes. @param {Element} host @param {string} nodes @param {number} level */
export function paint(host, nodes, level) {
  said.delete(host);
  draw(host.shadowRoot, nodes, language(host), level);
}

/** Moves the focus to what a selector finds in the view. @param {Element} host @param {string} selector */
export const focus = (host, selector) => host.shadowRoot.querySelector(selector)?.focus();

/**
 * Dispatches `franceconnect-<name>`. @returns {boolean} false if it was cancelled
 * @param {Element} host @param {string} name @param {any} detail
 */
export const fire = (host, name, detail) =>
  host.dispatchEvent(
    new CustomEvent('franceconnect-' + name, { bubbles: true, composed: true, cancelable: true, detail }),
  );

/** The mistake said last of each element, so that a repaint does not repeat it. */
const said = new WeakMap();

/**
 * Shows the light DOM, and says that an attribute cannot be used, to the developer and to the page.
 * @param {Element} host @param {string} attribute @param {string} value @param {string} accepted
 */
export function refuse(host, attribute, value, accepted) {
  draw(host.shadowRoot, '<slot\0>', 0, 2);
  const message = `<${host.localName} ${attribute}="${value}">: accepted here: ${accepted}`;
  if (message === said.get(host)) return;
  said.set(host, message);
  console.error(message);
  fire(host, 'error', { element: host.localName, attribute, value, accepted, message });
}

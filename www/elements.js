// The custom elements: when they come, change and go. What they show and do is Rust
// (src/browser); a class that extends HTMLElement can only be written here.

import { art, say } from './paint.js';

/** The elements, by the numbers that Rust knows them by, and the attributes that they watch. */
const OBSERVED = {
  button: 'authorize-url caption client-id disabled environment href level prompt redirect-uri scheme scope',
  eligibility: 'api hash heading-level remember scheme who',
  return: 'scheme',
  sheet: 'api heading-level scheme',
};

const KINDS = Object.keys(OBSERVED);
const NAMES = KINDS.map((kind) => 'franceconnect-' + kind).join();

/** The style sheets' texts: the loader's, or the module's when it comes alone. */
export const styles = { button: '', page: '' };

/** Builds the Rust side of an element. @type {(host: Element, kind: number) => any} */
let mount;

/** Elements to bring up to date at the end of the task: a burst of changes counts once. */
const due = new Set();

const schedule = (/** @type {Element} */ host) => {
  if (!due.size) queueMicrotask(flush);
  due.add(host);
};

function flush() {
  const hosts = [...due];
  due.clear();
  for (const host of hosts) host.refresh();
}

/** Language and scheme can be said by any element above; children are the fallback to follow. */
const observer = new MutationObserver((records) => {
  for (const { target } of records) {
    const host = target.nodeType === 1 && target.closest(NAMES);
    if (host) schedule(host);
    else document.querySelectorAll(NAMES).forEach(schedule);
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
          schedule(this);
        }

        disconnectedCallback() {
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
            observer.observe(this, { childList: true, subtree: true, attributes: true });
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
  document.querySelectorAll(NAMES).forEach(schedule);
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

/** The scheme that the page says: 1 light, 2 dark, 0 if it does not. @param {Element} host */
export function scheme(host) {
  const { frScheme, frTheme } = document.documentElement.dataset;
  const schemes = ['', 'light', 'dark'];
  return schemes.indexOf(
    [host.getAttribute('scheme'), frTheme, frScheme].find((said) => schemes.indexOf(said) > 0) ?? '',
  );
}

/** Today in the visitor's time zone: year × 10,000 + month × 100 + day. */
export function today() {
  const now = new Date();
  return (now.getFullYear() * 100 + now.getMonth() + 1) * 100 + now.getDate();
}

/** What was clicked or changed, of the things that do something. @param {Event} event */
export const doer = ({ target }) => target.closest('[data-do]') ?? undefined;

/** As if the form's own button had been pressed. @param {HTMLFormElement} form */
export const submit = (form) => form.requestSubmit();

/** The sign-in's settings, as attributes spell them, in the order that `signin::settings` reads. */
const SETTINGS =
  'client-id redirect-uri scope level environment authorize-url prompt state nonce claims idp-hint'.split(' ');

/** A setting for Rust: nothing when absent, a blank, which is refused, when given but empty. */
const given = (/** @type {any} */ value) => (value === '' ? ' ' : value ?? '');

/** The settings that stand in an element's attributes; state and nonce are made, never read. */
export const settings = (/** @type {Element} */ host) =>
  SETTINGS.map((name) => (/^(state|nonce)$/.test(name) ? '' : given(host.getAttribute(name)))).join('\0');

/** The same settings out of an object, as scripts spell them. @param {Record<string, any>} from */
export const join = (from, names = SETTINGS) =>
  names
    .map((name) => {
      const value = given(from[name.replace(/-./g, ([, letter]) => letter.toUpperCase())]);
      return typeof value === 'object' ? JSON.stringify(value) : value;
    })
    .join('\0');

const KEY = 'franceconnect';

/** What this tab remembers, '' for nothing, undefined if the browser refuses. */
export function recall() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return undefined;
  }
}

/** Remembers it for this tab; false if the browser refuses. @param {string} text */
export function keep(text) {
  try {
    sessionStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export const random = (/** @type {Uint8Array} */ bytes) => void crypto.getRandomValues(bytes);
export const now = () => Date.now();
export const address = () => location.href;
export const replace_address = (/** @type {string} */ url) => history.replaceState(history.state, '', url);
export const navigate = (/** @type {string} */ url) => location.assign(url);

/**
 * An error for scripts: `message` for the user, `detail` for the developer.
 * @param {string} kind @param {string} message @param {string} detail
 */
export const error = (kind, message, detail) =>
  Object.assign(new Error(say(message, language(document.documentElement))), { kind, detail });

/** Tells the page of a sign-in that failed. @param {Element} host @param {any} failure */
export function fail(host, failure) {
  console.warn(`<${host.localName}>: ${failure.kind}: ${failure.detail}`);
  const { kind, message, detail } = failure;
  fire(host, 'error', { kind, message, detail });
}

/** When the reply has been shown, tells the page. @param {Element} host @param {any} reply */
export const after = (host, reply) =>
  queueMicrotask(() => {
    if (reply instanceof Error) {
      focus(host, '[tabindex]');
      fail(host, reply);
    } else {
      fire(host, 'reply', reply);
    }
  });

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
 * Says that an attribute cannot be used, to the developer and to the page.
 * @param {Element} host @param {string} attribute @param {string} value @param {string} accepted
 */
export function report(host, attribute, value, accepted) {
  const message = attribute && `<${host.localName} ${attribute}="${value}">: accepted here: ${accepted}`;
  if (message === (said.get(host) ?? '')) return;
  said.set(host, message);
  if (message) {
    console.error(message);
    fire(host, 'error', { element: host.localName, attribute, value, accepted, message });
  }
}

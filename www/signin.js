// The sign-in's page side: settings read, what the tab remembers, the navigation. What is sent
// and what is accepted is Rust (src/signin).

import { language, fire, focus } from './elements.js';
import { say } from './paint.js';

/** The settings, as attributes spell them, in the order that `AuthorizationSettings::read` reads. */
const SETTINGS =
  'client-id redirect-uri scope level environment authorize-url prompt state nonce claims idp-hint'.split(' ');

/** Given but empty is not absent: it is to be refused. */
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

/** The light DOM's link and form, which come first. @param {Element} host */
export const light = (host) => ['a[href]', 'form'].map((selector) => host.querySelector(selector));

/**
 * The button is pressed. @returns {boolean} whether the request is for us to make
 * @param {Element} host @param {Event} event
 */
export function start(host, event) {
  const button = event.target.closest('[data-do]');
  const [link, form] = light(host);
  if (button.hasAttribute('aria-disabled')) event.preventDefault();
  else if (!button.hasAttribute('href') && !form) return true;
  // The light DOM's link and form have no address of their own to tell.
  else if (!fire(host, 'start', link || form ? {} : { url: button.getAttribute('href') })) event.preventDefault();
  // As if the form's own button had been pressed: validation and its events included.
  else if (!link && form) form.requestSubmit();
  return false;
}

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
export function fail(host, { kind, message, detail }) {
  console.warn(`<${host.localName}>: ${kind}: ${detail}`);
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

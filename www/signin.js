// The sign-in's page side: settings read, what the tab remembers, the navigation. What is sent
// and what is accepted is Rust (src/signin).

import { language, fire, focus } from './elements.js';
import { say } from './paint.js';

/** The settings, as attributes spell them, in the order of `AuthorizationSettings`. */
const SETTINGS =
  'client-id redirect-uri scope level environment authorize-url prompt state nonce claims idp-hint'.split(' ');

/** Given but empty is not absent: it is to be refused. */
const given = (/** @type {any} */ value) => (value === '' ? ' ' : value ?? '');

/** The settings that stand in an element's attributes; state and nonce are made, never read. */
export const settings = (/** @type {Element} */ host) =>
  SETTINGS.map((name) => (/^(state|nonce)$/.test(name) ? '' : given(host.getAttribute(name)))).join('\0');

/** The same settings out of an object, as scripts spell them. @param {Record<string, any>} from */
const join = (from, names = SETTINGS) =>
  names
    .map((name) => {
      const value = given(from[camel(name)]);
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

/** Remembers it for this tab, if the browser lets it. @param {string} text */
export function keep(text) {
  try {
    sessionStorage.setItem(KEY, text);
  } catch {
    // Rust reads it back.
  }
}

export const random = (/** @type {Uint8Array} */ bytes) => void crypto.getRandomValues(bytes);
export const now = () => Date.now() / 1000;
export const address = () => location.href;
export const replace_address = (/** @type {string} */ url) => history.replaceState(history.state, '', url);

const REQUEST = ['url', 'state', 'nonce'];
const REPLY = ['code', 'state', 'nonce', 'iss'];

/** The settings of a logout, in the order of `LogoutSettings`. */
const LOGOUT = 'id-token-hint state post-logout-redirect-uri level environment authorize-url';

const camel = (/** @type {string} */ name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

/** What is quoted must not break a line of the console, nor reorder it. @param {string} value */
const quoted = (value) => ` "${value.slice(0, 60).replace(/[\p{C}\p{Z}]/gu, ' ')}"`;

/**
 * What Rust tells, as an object of these names; or an Error, its `message` for the user, its
 * `detail` for the developer.
 * @param {string} text @param {string[]} names
 */
function told(text, names) {
  const [kind, ...values] = text.split('\0');
  if (!kind) return Object.fromEntries(values.map((value, at) => [names[at], value]));
  let [message, detail] = values;
  if (values[2]) {
    const field = camel(message);
    message = `${field}${detail && quoted(detail)} is not acceptable; accepted: ${values[2]}`;
    detail = field;
  }
  return Object.assign(new Error(say(message, language(document.documentElement))), { kind, detail });
}

/** A call for scripts, by its place in Rust. @param {(place: number, text: string) => string} rust */
function call(rust, place, text, names = REQUEST) {
  const answer = told(rust(place, text), names);
  if (answer.kind) throw answer;
  return answer;
}

/** The calls for scripts. @param {(place: number, text: string) => string} rust the module's `sign_in` */
export const calls = (rust) => ({
  authorizationRequest: (settings) => call(rust, 0, join(settings)),
  reply: (url) => call(rust, 1, url, REPLY),
  logoutUrl: (settings) => call(rust, 2, join(settings, LOGOUT.split(' '))).url,
});

/** Tells the page of a sign-in that failed. @param {Element} host @param {any} failure */
function fail(host, { kind, message, detail }) {
  console.warn(`<${host.localName}>: ${kind}: ${detail}`);
  fire(host, 'error', { kind, message, detail });
}

/** Leaves for a request; false if it is an error. @param {Element} host @param {string} text */
export function leave(host, text) {
  const request = told(text, REQUEST);
  if (request.kind) return fail(host, request), false;
  // « Réessayer » only does again what was started.
  if (host.localName !== 'franceconnect-button' || fire(host, 'start', request)) location.assign(request.url);
  return true;
}

/** When the reply has been shown, tells the page. @param {Element} host @param {string} text */
export const after = (host, text) =>
  queueMicrotask(() => {
    const reply = told(text, REPLY);
    if (reply.kind) {
      focus(host, '[tabindex]');
      fail(host, reply);
    } else {
      fire(host, 'reply', reply);
    }
  });

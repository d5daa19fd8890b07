// The sign-in's page side: settings read, what the tab remembers, the navigation. What is sent
// and what is accepted is Rust (src/signin, src/page.rs).

import { ask } from './ask.js';
import { acts, fire, language, made, schedule, views } from './elements.js';
import { focus, headed } from './find.js';
import { say } from './paint.js';

const KEY = 'franceconnect';
const PART = '\x1d';

/** The settings, as attributes spell them, in the order of `AuthorizationSettings`. */
const SETTINGS =
  'client-id redirect-uri scope level environment authorize-url prompt state nonce claims idp-hint'.split(' ');
/** Those of a logout, in the order of `LogoutSettings`. */
const LOGOUT = 'id-token-hint state post-logout-redirect-uri level environment authorize-url'.split(' ');
const REQUEST = 'url state nonce'.split(' ');
const REPLY = 'code state nonce iss'.split(' ');

const camel = (/** @type {string} */ name) => name.replace(/-./g, ([, letter]) => letter.toUpperCase());

/** What no setting may hold: control characters and halves of a character. */
const WRONG = /[\p{Cc}\p{Cs}]/gu;
/** The same, without the white space that may stand between words, or between the parts of a JSON text. */
const WRONG_IN_WORDS = /(?![\t\n\f\r])[\p{Cc}\p{Cs}]/gu;

/**
 * Settings as the module takes them. Given but empty is not absent: it is to be refused.
 *
 * What would separate two settings becomes U+0001, which every rule refuses: so no setting can become
 * another, and the module names the one at fault, and quotes it if it is no secret.
 * @param {string[]} names @param {(name: string) => any} find
 */
const write = (names, find) =>
  names
    .map((name) => {
      const value = find(name);
      if (value == null) return '';
      const text = typeof value === 'object' ? JSON.stringify(value) : `${value}`;
      return text?.replace(/^(scope|prompt|claims)$/.test(name) ? WRONG_IN_WORDS : WRONG, '\x01') || ' ';
    })
    .join('\0');

/** The settings that stand in an element's attributes; state and nonce are made, never read. */
const settings = (/** @type {Element} */ host) =>
  write(SETTINGS, (name) => (/^(state|nonce)$/.test(name) ? null : host.getAttribute(name)));

/** The same settings out of an object, as scripts spell them. @param {Record<string, any>} from */
const join = (from, names = SETTINGS) => write(names, (name) => from[camel(name)]);

const now = () => Math.floor(Date.now() / 1000);

/** What this tab remembers; undefined if the browser refuses. */
function recall() {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return undefined;
  }
}

/** Remembers it for this tab; whether it does, since some browsers drop a write without a word. */
function keep(/** @type {string} */ text) {
  try {
    sessionStorage.setItem(KEY, text);
    return recall() === text;
  } catch {
    return false;
  }
}

/** What is quoted must not break a line of the console, nor reorder it. @param {string} value */
const quoted = (value) => ` "${value.slice(0, 60).replace(/[\p{C}\p{Z}]/gu, ' ')}"`;

/**
 * What the module tells of a kind (none for what went well), as an object of these names; or an
 * Error, its `message` for the user, its `detail` for the developer, `facts` for a view.
 * @param {string[]} names @param {string} kind @param {string} detail @param {string} [accepted] @param {string} [value]
 */
function read(names, kind, detail, accepted, value) {
  if (!kind) return Object.fromEntries(detail.split('\0').map((value, at) => [names[at], value]));
  let said, title, message;
  if (kind === 'refused') {
    detail = camel(detail);
    said = `${detail}${value && quoted(value)} is not acceptable; accepted: ${accepted}`;
  } else {
    [, title, message] = made.sentences
      .split(PART)
      .map((/** @type {string} */ line) => line.split('\0'))
      .find(([kinds]) => kinds.includes(kind));
    said = say(message, language(document.documentElement));
  }
  return Object.assign(new Error(said), { kind, detail, facts: { title, message } });
}

/** What the module makes of these settings: a request. @param {string} settings */
function make(settings) {
  // Seven bits of each random byte: Rust takes the values that make no character likelier.
  const random = String.fromCharCode(...crypto.getRandomValues(new Uint8Array(512)).map((byte) => byte & 127));
  return ask(2, random + [now(), recall() ?? '', settings].join(PART)).split(PART);
}

/** Makes and remembers a request. @param {string} settings */
function begin(settings) {
  const told = make(settings);
  const [kind, , memory] = told;
  return kind || keep(memory) ? read(REQUEST, ...told) : read(REQUEST, 'storage', 'sessionStorage is blocked or full');
}

/** What a reply is made of, in the order of `receive` in src/signin/reply.rs; all of it leaves the address. */
const REPLIED = 'code state iss error error_description error_uri session_state'.split(' ');

/** Reads and spends a reply. @param {string} url */
function receive(url) {
  const [, page, query, hash] = /([^?#]*)\??([^#]*)(.*)/s.exec(url);
  const given = new URLSearchParams(query);
  // What is there twice, or would break a line or a part, is told to be so.
  const values = REPLIED.slice(0, 5).map((name) => given.getAll(name).join('\x1e').replace(/\p{Cc}/gu, '\x1e'));
  // The page's own parameters stay as they are written.
  const own = query.split('&').filter((pair) => pair && ![...new URLSearchParams(pair)].some(([name]) => REPLIED.includes(name)));
  const found = recall();
  const [kind, text, left, retry] = ask(3, [now(), found, values.join('\0')].join(PART)).split(PART);
  const told =
    found === undefined
      ? ['no-request', 'sessionStorage is blocked']
      : // Else it could be used twice.
        left && !keep(left)
        ? ['technical', 'sessionStorage is full']
        : [kind, text];
  return { reply: read(REPLY, ...told), retry, clean: page + (own.length ? '?' + own.join('&') : '') + hash };
}

const orThrow = (/** @type {any} */ result) => {
  if (result.kind) throw result;
  return result;
};

// The calls for scripts.
export const authorizationRequest = (settings) => orThrow(begin(join(settings)));
export const reply = (url) => orThrow(receive(String(url)).reply);
export const logoutUrl = (settings) => orThrow(read(['url'], ...ask(4, join(settings, LOGOUT)).split(PART))).url;

/** Tells the page of a sign-in that failed. @param {Element} host @param {any} failure */
function fail(host, { kind, message, detail }) {
  console.warn(`<${host.localName}>: ${kind}: ${detail}`);
  fire(host, 'error', { kind, message, detail });
}

/** Leaves for a request. @param {any} host @param {string} settings @returns {any} the error, if it is one */
function leave(host, settings) {
  const request = begin(settings);
  if (request.kind) {
    fail(host, request);
    return request;
  }
  // « Réessayer » only does again what was started.
  if (host.localName !== 'franceconnect-button' || fire(host, 'start', request)) location.assign(request.url);
}

views.return = (host) => {
  const nodes = headed(host, made.returned);
  if (host.own.came) return [nodes, host.own.came.facts];
  // What this page has received.
  const came = (host.own.came = receive(location.href));
  // At once: neither the history nor what the page loads next may hold the code.
  if (came.clean !== location.href) history.replaceState(history.state, '', came.clean);
  const { reply } = came;
  came.facts = { ...reply.facts, retry: came.retry };
  return [nodes, came.facts, () => {
    // Once it is shown.
    queueMicrotask(() => {
      if (reply.kind) {
        focus(host, '[tabindex]');
        fail(host, reply);
      } else {
        fire(host, 'reply', reply);
      }
    });
  }];
};

/** Throws for a setting that FranceConnect would refuse. @param {Element} host */
export function assess(host) {
  const [kind, field, accepted, value] = make(settings(host));
  // As it is written there.
  if (kind) throw [field, host.getAttribute(field) || value, accepted];
}

/** Mode 3 of the button: the request is ours. @param {any} host */
export function signIn(host) {
  // What is refused was said when the button was painted: only the storage is left.
  host.own.trouble = leave(host, settings(host))?.facts;
  schedule(host);
}

/** The same settings, a new state and nonce. */
acts.retry = (host) => {
  const { came } = host.own;
  came.facts = leave(host, came.retry)?.facts ?? {};
  schedule(host);
};

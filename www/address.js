// The page's address and its history. By `window`: a script of the page's may declare `const history`.
//
// Not in Rust: src/dom.rs says why.

/** The page's address. */
export const href = () => window.location.href;

/**
 * Leaves for another address with the whole tab, since FranceConnect lets no frame show it; false in a
 * frame that the browser does not let out. Another site's is one: what it remembers, the tab would not
 * know when it comes back.
 * @param {string} url
 */
export function leave(url) {
  try {
    // A frame of another site may not call it.
    window.top.location.assign(url);
    return true;
  } catch {
    return false;
  }
}

/**
 * Adds an entry to the history, with the page's state of the one before.
 * @param {string} url
 */
export function pushEntry(url) {
  try {
    window.history.pushState(window.history.state, '', url);
  } catch {
    // Refused where the page has changed it too often: the address then stays.
  }
}

/**
 * Writes an address without the reply into the present entry of the history, with the page's state. Next's
 * App Router learns of it from a state that is not its own alone: hence the first call.
 * @param {string} url
 */
export function cleanEntry(url) {
  const { history, location } = window;
  try {
    const state = withoutReply(history.state, location.search, new URL(url).search);
    history.replaceState(null, '', url);
    history.replaceState(state, '', url);
  } catch {
    // As above.
  }
}

/**
 * A state of the history in which a router keeps the address, which it would write back: vue-router's,
 * Next's Pages Router's. Its own texts are looked at, and nothing else.
 * @param {any} state @param {string} search the address's query with the reply @param {string} clean without
 */
function withoutReply(state, search, clean) {
  if (!search || state?.constructor !== Object) return state;
  const entries = Object.entries(state).map(([name, value]) => [name, typeof value === 'string' ? value.replaceAll(search, () => clean) : value]);
  return Object.fromEntries(entries);
}

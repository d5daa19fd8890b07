// The page's address and its history. By `window`: a script of the page's may declare `const history`.

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
 * Writes an address without the reply into the present entry of the history, with the page's state. A
 * router may keep the address there, and would write it back: vue-router, Next's Pages Router. Next's
 * App Router hears of a new address by one without its own state alone: hence the first call.
 * @param {string} url
 */
export function cleanEntry(url) {
  try {
    const { history, location } = window;
    const { state } = history;
    const { search } = location;
    history.replaceState(null, '', url);
    if (typeof state === 'object') {
      for (const name in state) {
        if (typeof state[name] === 'string') state[name] = state[name].replace(search, () => location.search);
      }
    }
    history.replaceState(state, '', url);
  } catch {
    // As above.
  }
}

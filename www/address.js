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
 * Writes another address into the history, with the page's state: as an entry, or into the present one.
 * @param {string} url @param {boolean} isEntry
 */
export function writeHistory(url, isEntry) {
  const { history } = window;
  try {
    history[isEntry ? 'pushState' : 'replaceState'](history.state, '', url);
  } catch {
    // Refused where the page has changed it too often: the address then stays.
  }
}

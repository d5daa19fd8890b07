// What the browser keeps for this tab and for this origin. It may refuse, be full, or forget.
//
// Not in Rust: src/dom.rs says why.

/**
 * What is kept under a key: an empty text where nothing is, `undefined` where the browser refuses.
 * @param {'sessionStorage' | 'localStorage'} area @param {string} key
 */
export function readItem(area, key) {
  try {
    // As a text, whatever the page may have put in the place of the browser's function.
    return `${window[area].getItem(key) ?? ''}`;
  } catch {
    return undefined;
  }
}

/**
 * Keeps a text; an empty one is none, and its key goes. Whether it is kept: some browsers drop a write
 * without a word.
 * @param {'sessionStorage' | 'localStorage'} area @param {string} key @param {string} text
 */
export function writeItem(area, key, text) {
  try {
    if (text) window[area].setItem(key, text);
    else window[area].removeItem(key);
  } catch {
    return false;
  }
  return readItem(area, key) === text;
}

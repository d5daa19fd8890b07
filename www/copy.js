// Copies a text.
//
// Not in Rust: src/dom.rs says why.

/**
 * Copies a text, and says beside the button what became of that.
 * @param {string} text
 * @param {Element} output where it is said, as long as it stands in the page
 * @param {string} copied @param {string} refused what is said
 */
export async function copy(text, output, copied, refused) {
  // Said anew, the same words are announced again.
  output.textContent = '';
  let said = copied;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // No clipboard here: no https, or the browser refuses.
    said = refused;
  }
  if (output.isConnected) output.textContent = said;
}

/* global document, getComputedStyle, window */
// Looks for the button, in the document and in every open shadow root: a link or a button with the
// text FranceConnect, a box, and the official background.
if (window.bench) {
  const BACKGROUND = 'rgb(0, 0, 145)';
  const shows = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot && shows(element.shadowRoot)) return true;
      if ((element.localName === 'a' || element.localName === 'button')
        && element.textContent.includes('FranceConnect')
        && getComputedStyle(element).backgroundColor === BACKGROUND
        && element.getBoundingClientRect().width > 100
        && element.checkVisibility()) return true;
    }
    return false;
  };
  window.bench.watch(() => shows(document));
}

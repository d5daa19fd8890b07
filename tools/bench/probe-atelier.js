/* global document, window */
// Looks for an element of the authoring page that has a text, by the selector that is expected; in the
// shadow root of an editor's panel too.
if (window.bench) {
  window.bench.watch(() => {
    const { host, selector } = window.bench.expected;
    const root = host ? document.querySelector(host)?.shadowRoot : document;
    return root?.querySelector(selector)?.textContent.trim();
  });
}

/* global document, getComputedStyle, location, requestAnimationFrame, window */
// Runs in every page before its own scripts, and notes when the button is painted.
//
// At each frame it looks, in the document and in every open shadow root, for a link or a button
// with the text FranceConnect, a box, and the official background. (Element Timing would be
// dearer to read: it sees nothing inside a shadow root.) The time noted is that of the first task
// after the frame in which the button is found, so style, layout and painting are in it; what the
// compositor does afterwards, in its own threads, is not, for any of the pages.
if (location.protocol === 'http:') {
  const bench = { shift: 0 };
  window.bench = bench;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) bench.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });

  // The heap's figures leave a module's memory out: keep a hold of it.
  const { Instance } = WebAssembly;
  WebAssembly.Instance = function (...given) {
    const instance = new Instance(...given);
    bench.module = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    return instance;
  };

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
  const { port1, port2 } = new MessageChannel();
  bench.button = new Promise((resolve) => {
    port1.onmessage = () => resolve(performance.now());
  });
  const frame = () => {
    if (shows(document)) port2.postMessage(0);
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

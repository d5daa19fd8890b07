/* global location, requestAnimationFrame, window */
// Runs in every page before its own scripts; the probe that comes after it says what to look for.
//
// It looks at each frame. (Element Timing would be dearer to read: it sees nothing inside a shadow
// root.) The time noted is that of the first task after the frame in which something is found, so
// style, layout and painting are in it; what the compositor does afterwards, in its own threads, is
// not, for any of the pages.
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

  /** `look` gives something true once it is there. */
  bench.watch = (look) => {
    bench.look = look;
    const { port1, port2 } = new MessageChannel();
    bench.painted = new Promise((resolve) => {
      port1.onmessage = () => resolve(performance.now());
    });
    const frame = () => {
      if (look()) port2.postMessage(0);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
}

// What a catalogue's size costs in a page: Chromium, unthrottled, files from loopback.

import { startBrowser } from '../../tests/e2e/harness/browsers.mjs';
import { startSite } from '../../tests/e2e/harness/site.mjs';

const RUNS = 5;

/** Notes when the button's first nodes stand in its shadow root, in the microtask after. */
const WATCH = `
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attach.call(this, init);
    new MutationObserver(() => {
      if (root.querySelector('.button')) window.first ??= performance.now();
    }).observe(root, { childList: true, subtree: true });
    return root;
  };`;
const HTML = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Mesure</title><link rel="icon" href="data:,">
<script>${WATCH}</script><script async src="/dist/franceconnect.js"></script>
<franceconnect-button href="/connexion"></franceconnect-button><franceconnect-sheet></franceconnect-sheet>`;

const median = (/** @type {number[]} */ values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * @param {string} dist the folder that holds franceconnect.js
 * @returns {Promise<{first: number, decode: number, all: number}>} medians, in milliseconds: first
 *   button; the sheet of the catalogue's last document found, decoded and compared with the page;
 *   every document as objects for scripts
 */
export async function measure(dist) {
  const site = await startSite({ pages: { '/': HTML }, mounts: { '/dist/': dist }, recorder: false });
  const browser = await startBrowser('chromium');
  const runs = [];
  try {
    // The first run also starts the browser's own processes: not counted.
    for (let run = 0; run <= RUNS; run++) {
      await browser.fresh();
      await browser.driver.get(site.origin);
      const times = await browser.driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1];
        FranceConnect.ready.then(async () => {
          const sheet = document.querySelector('franceconnect-sheet');
          const all = performance.now();
          const documents = FranceConnect.catalogue();
          const listed = performance.now() - all;
          sheet.setAttribute('api', documents.at(-1).slug);
          await new Promise((resolve) => setTimeout(resolve, 50));
          const title = sheet.shadowRoot.querySelector('[part=title]').textContent;
          if (title !== documents.at(-1).title) throw new Error('the sheet shows ' + title);
          const before = performance.now();
          for (let turn = 0; turn < 200; turn++) sheet.update();
          done({ first: window.first, decode: (performance.now() - before) / 200, all: listed });
        }).catch((error) => done({ error: String(error) }));`);
      if (times.error) throw new Error(times.error);
      if (run > 0) runs.push(times);
    }
  } finally {
    await browser.stop();
    await site.close();
  }
  const of = (/** @type {string} */ name) => median(runs.map((times) => times[name]));
  return { first: of('first'), decode: of('decode'), all: of('all') };
}

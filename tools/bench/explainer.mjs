// From choosing an answer to the answer painted: the main thread's work, with a slow CPU.

import { startPhone, until } from './browser.mjs';
import { serve } from './server.mjs';
import { spread } from './statistics.mjs';

/**
 * @typedef {object} ExplainerResult
 * @property {string} id
 * @property {string} name
 * @property {boolean} ours
 * @property {number} bytes of the whole page, as they travelled
 * @property {import('./statistics.mjs').Spread} scripting of the first choice made in a page, milliseconds:
 *   the event's listeners and the microtasks that they leave
 * @property {import('./statistics.mjs').Spread} painted of that choice, milliseconds: scripting, then
 *   style, layout and painting of the next frame
 * @property {import('./statistics.mjs').Spread} work of that choice: scripts, style and layout, in
 *   milliseconds of the thread's own time, which a busy machine lengthens less
 * @property {import('./statistics.mjs').Spread} later painted, of the choices made after it
 */

/** Finds the radio buttons, wherever they stand, and says how many there are. */
const FIND = `
  const find = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('input[type=radio]:not([name=answer])') ? [element] : []),
    ...(element.shadowRoot ? find(element.shadowRoot) : []),
  ]);
  window.radios = find(document);
  return radios.length;`;

/** Notes what stands around the choices, to see afterwards that it has changed. */
const NOTE = `
  const root = radios[0].getRootNode();
  window.shown = () => (root.body ?? root).textContent;
  window.before = shown();`;

/**
 * The choice is made inside a frame's own callback, so that the frame's work follows it at once
 * and no wait for the screen's next refresh is counted; the message comes after that frame.
 */
const CHOOSE = `
  const [index, done] = arguments;
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    let scripting = 0;
    const start = performance.now();
    port1.onmessage = () => {
      const painted = performance.now() - start;
      // An answer that came in a later task would not be in this time: it must be here by now.
      done({ scripting, painted, changed: shown() !== before });
    };
    radios[index].click();
    // Microtasks leave microtasks: the last of these comes after them.
    let turns = 20;
    const turn = () => {
      scripting = performance.now() - start;
      if (turns-- > 0) queueMicrotask(turn);
    };
    turn();
    port2.postMessage(0);
  });`;

/**
 * The choices, each after one that shows something else: under the last two, which have questions, our
 * explainer shows the same button.
 */
const ORDER = [0, 2, 1, 3];

/** What the page's thread has spent so far on scripts, style and layout, in ms of its own time. */
async function spent(browser) {
  const { metrics } = await browser.devtools('Performance.getMetrics');
  const counted = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
  return metrics.reduce((sum, { name, value }) => sum + (counted.includes(name) ? value * 1000 : 0), 0);
}

/** Makes one choice. */
async function choose(browser, id, index) {
  const { driver } = browser;
  await driver.executeScript(NOTE);
  const before = await spent(browser);
  const { changed, ...sample } = await driver.executeAsyncScript(CHOOSE, index);
  const work = await spent(browser) - before;
  if (!changed) throw new Error(`${id}: choice ${index} changed nothing by the next frame`);
  return { ...sample, work };
}

/**
 * Makes every choice of the page, in a new page each run, each run starting with the next choice.
 * @param {import('./pages.mjs').Page[]} pages
 * @param {number} runs
 * @returns {Promise<ExplainerResult[]>}
 */
export async function explainer(pages, runs) {
  const site = await serve(Object.fromEntries(pages.map(({ id, files }) => [id, files])));
  const browser = await startPhone({ network: false }).catch(async (error) => {
    await site.close();
    throw error;
  });
  const { driver } = browser;
  // The thread's own time: what other programs take of the processor meanwhile is not in it.
  await browser.devtools('Performance.enable', { timeDomain: 'threadTicks' });
  const results = new Map(pages.map(({ id }) => [id, { first: [], later: [], bytes: 0 }]));
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const { id } of pages) {
        const { address, traffic } = site.visit(id);
        await driver.get('about:blank');
        await driver.get(address);
        await until(browser, `(() => { ${FIND} })()`, `${id}: the choices`);
        const count = await driver.executeScript(FIND);
        const result = results.get(id);
        for (let turn = 0; turn < count; turn += 1) {
          const sample = await choose(browser, id, ORDER[(run + turn) % count]);
          (turn === 0 ? result?.first : result?.later)?.push(sample);
        }
        if (traffic.missing.length > 0) throw new Error(`${id}: not served: ${traffic.missing.join(', ')}`);
        if (result) result.bytes = traffic.bytes;
      }
    }
  } finally {
    await browser.stop();
    await site.close();
  }
  return pages.map(({ id, name, ours }) => {
    const { first, later, bytes } = results.get(id) ?? { first: [], later: [], bytes: 0 };
    return {
      id, name, ours, bytes,
      scripting: spread(first.map(({ scripting }) => scripting)),
      painted: spread(first.map(({ painted }) => painted)),
      work: spread(first.map(({ work }) => work)),
      later: spread(later.map(({ painted }) => painted)),
    };
  });
}

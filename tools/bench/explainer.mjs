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
 * @property {import('./statistics.mjs').Spread} later painted, of the choices made after it
 */

/** The radio buttons, wherever they stand; and what the page shows, to see that it has changed. */
const TOOLS = `
  const find = (root) => [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches('input[type=radio][name=who]') ? [element] : []),
    ...(element.shadowRoot ? find(element.shadowRoot) : []),
  ]);
  const radios = find(document);
  const shown = () => radios[0].getRootNode() === document ? document.body.innerText : radios[0].getRootNode().textContent;`;

/**
 * The choice is made inside a frame's own callback, so that the frame's work follows it at once
 * and no wait for the screen's next refresh is counted; the message comes after that frame.
 */
const CHOOSE = `
  const [index, done] = arguments;
  ${TOOLS}
  requestAnimationFrame(() => {
    const before = shown();
    const { port1, port2 } = new MessageChannel();
    let scripting = 0;
    const start = performance.now();
    port1.onmessage = () => {
      const painted = performance.now() - start;
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
  const results = new Map(pages.map(({ id }) => [id, { first: [], later: [], bytes: 0 }]));
  try {
    for (let run = 0; run < runs; run += 1) {
      for (const { id } of pages) {
        const { address, traffic } = site.visit(id);
        await driver.get('about:blank');
        await driver.get(address);
        await until(browser, `(() => { ${TOOLS} return radios.length })()`, `${id}: the choices`);
        const count = await driver.executeScript(`${TOOLS} return radios.length`);
        const result = results.get(id);
        for (let turn = 0; turn < count; turn += 1) {
          const { changed, ...sample } = await driver.executeAsyncScript(CHOOSE, (run + turn) % count);
          if (!changed) throw new Error(`${id}: a choice changed nothing before the next frame`);
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
      later: spread(later.map(({ painted }) => painted)),
    };
  });
}

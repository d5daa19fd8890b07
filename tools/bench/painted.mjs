// From navigation to something painted, on a slow network with a slow CPU.

import { createHash } from 'node:crypto';
import { memory, startPhone } from './browser.mjs';
import { serve } from './server.mjs';
import { spread } from './statistics.mjs';

/**
 * What is waited for.
 * @typedef {object} Goal
 * @property {string} probe the script that looks for it in the page: a file of this folder
 * @property {any} [expected] what the probe finds as `bench.expected`
 * @property {string} what its name, for an error
 * @property {string} base the page that the others' medians are compared to
 * @property {(browser: any, id: string, first: boolean) => Promise<void>} check fails if it is not
 *   what it should be, once the visit's time is known; `first`: this visit is not a measured one
 *
 * @typedef {object} PaintResult
 * @property {string} id
 * @property {string} name
 * @property {boolean} ours
 * @property {number} bytes bodies as they travelled, for the whole page, fonts included
 * @property {number} fonts the part of fonts in these bytes
 * @property {number} requests
 * @property {import('./statistics.mjs').Spread} time milliseconds
 * @property {number | undefined} ratio of the medians, to the base's; none if the base was left out
 * @property {number} shift cumulative layout shift, the median
 * @property {number} memory bytes of the JavaScript heap after a collection and of the WebAssembly
 *   module's memory, the median
 */

/** Milliseconds in which what the last page has left is done: its processes ending, its code being compiled. */
const QUIET = 200;

/**
 * Visits every page once a run, in another order each time, so that what changes on the machine
 * meanwhile, and what the page before has left to do, falls on all of them.
 * @param {import('./pages.mjs').Page[]} pages
 * @param {number} runs
 * @param {Goal} goal
 * @param {(done: number, all: number) => void} progress
 * @returns {Promise<PaintResult[]>}
 */
export async function painted(pages, runs, goal, progress) {
  const site = await serve(Object.fromEntries(pages.map(({ id, files }) => [id, files])));
  const browser = await startPhone({ network: true, probe: goal.probe, expected: goal.expected }).catch(async (error) => {
    await site.close();
    throw error;
  });
  /** @type {Map<string, Awaited<ReturnType<typeof visit>>[]>} */
  const samples = new Map(pages.map(({ id }) => [id, []]));
  try {
    // The first visit of a browser pays for the browser's own start.
    for (const { id } of pages) await visit(browser, site, id, goal, true);
    for (let run = 0; run < runs; run += 1) {
      for (const [turn, { id }] of shuffled(pages, run).entries()) {
        samples.get(id)?.push(await visit(browser, site, id, goal));
        progress(run * pages.length + turn + 1, runs * pages.length);
      }
    }
  } finally {
    await browser.stop();
    await site.close();
  }
  const times = (/** @type {string} */ id) => spread((samples.get(id) ?? []).map(({ time }) => time));
  const base = pages.some(({ id }) => id === goal.base) ? times(goal.base).median : undefined;
  return pages.map(({ id, name, ours }) => {
    const own = samples.get(id) ?? [];
    const time = times(id);
    const median = (key) => spread(own.map((sample) => sample[key])).median;
    return {
      id, name, ours, time,
      bytes: median('bytes'), fonts: median('fonts'), requests: median('requests'),
      ratio: base && time.median / base, shift: median('shift'), memory: median('memory'),
    };
  });
}

/**
 * The list in an order of its own for each seed, the same each time.
 * @template T @param {T[]} list @param {number} seed @returns {T[]}
 */
function shuffled(list, seed) {
  const place = (/** @type {number} */ index) => createHash('sha256').update(`${seed} ${index}`).digest('hex');
  return list.map((item, index) => ({ item, at: place(index) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ item }) => item);
}

/** One visit, until nothing more comes. */
async function visit(browser, site, id, { what, check }, first = false) {
  const { driver } = browser;
  const { address, traffic } = site.visit(id);
  await driver.get('about:blank');
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  await driver.get(address);
  // One question, asked once: asking again and again would be work for the page's slow CPU.
  const time = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    setTimeout(done, 20000);
    window.bench.painted.then(done);`);
  if (!time) throw new Error(`${id}: no ${what} within 20 s`);
  // What comes later still counts: fonts, bytes, the shift that they cause.
  let before = -1;
  while (before !== traffic.requests) {
    before = traffic.requests;
    await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      document.fonts.ready.then(() => setTimeout(done, 250));`);
  }
  if (traffic.missing.length > 0) throw new Error(`${id}: not served: ${traffic.missing.join(', ')}`);
  await check(browser, id, first);
  const shift = await driver.executeScript('return window.bench.shift');
  return { time, shift, ...traffic, memory: await memory(browser) };
}

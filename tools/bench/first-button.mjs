// From navigation to the button painted, on a slow network with a slow CPU.

import { createHash } from 'node:crypto';
import { PNG } from 'pngjs';
import { memory, startPhone } from './browser.mjs';
import { serve } from './server.mjs';
import { spread } from './statistics.mjs';

/**
 * @typedef {object} ButtonResult
 * @property {string} id
 * @property {string} name
 * @property {boolean} ours
 * @property {number} bytes bodies as they travelled, for the whole page, fonts included
 * @property {number} fonts the part of fonts in these bytes
 * @property {number} requests
 * @property {import('./statistics.mjs').Spread} time milliseconds
 * @property {number} ratio of the medians, to the inline limit's
 * @property {number} shift cumulative layout shift, the median
 * @property {number} memory bytes of the JavaScript heap after a collection and of the WebAssembly
 *   module's memory, the median
 */

/** Milliseconds in which what the last page has left is done: its processes ending, its code being compiled. */
const QUIET = 200;

/**
 * Visits every page once a run, in another order each time, so that what changes on the machine
 * meanwhile, and what the page before has left to do, falls on all of them.
 * @param {import('./pages.mjs').Page[]} pages the first is the limit
 * @param {number} runs
 * @param {(done: number, all: number) => void} progress
 * @returns {Promise<ButtonResult[]>}
 */
export async function firstButton(pages, runs, progress) {
  const site = await serve(Object.fromEntries(pages.map(({ id, files }) => [id, files])));
  const browser = await startPhone({ network: true }).catch(async (error) => {
    await site.close();
    throw error;
  });
  /** @type {Map<string, Awaited<ReturnType<typeof visit>>[]>} */
  const samples = new Map(pages.map(({ id }) => [id, []]));
  try {
    // The first visit of a browser pays for the browser's own start.
    for (const { id } of pages) {
      await visit(browser, site, id);
      if (!(await hasLogo(browser))) throw new Error(`${id}: the button has no logo`);
    }
    for (let run = 0; run < runs; run += 1) {
      for (const [turn, { id }] of shuffled(pages, run).entries()) {
        samples.get(id)?.push(await visit(browser, site, id));
        progress(run * pages.length + turn + 1, runs * pages.length);
      }
    }
  } finally {
    await browser.stop();
    await site.close();
  }
  const limit = spread((samples.get(pages[0].id) ?? []).map(({ time }) => time)).median;
  return pages.map(({ id, name, ours }) => {
    const own = samples.get(id) ?? [];
    const time = spread(own.map((sample) => sample.time));
    const median = (key) => spread(own.map((sample) => sample[key])).median;
    return {
      id, name, ours, time,
      bytes: median('bytes'), fonts: median('fonts'), requests: median('requests'),
      ratio: time.median / limit, shift: median('shift'), memory: median('memory'),
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

/** Whether the logo's red is seen: a button whose logo does not come would be measured without it. */
async function hasLogo({ driver }) {
  const { data } = PNG.sync.read(Buffer.from(await driver.takeScreenshot(), 'base64'));
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > 180 && data[at + 1] < 80 && data[at + 2] < 80) return true;
  }
  return false;
}

/** One visit, until nothing more comes. */
async function visit(browser, site, id) {
  const { driver } = browser;
  const { address, traffic } = site.visit(id);
  await driver.get('about:blank');
  await new Promise((resolve) => setTimeout(resolve, QUIET));
  await driver.get(address);
  // One question, asked once: asking again and again would be work for the page's slow CPU.
  const time = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    setTimeout(done, 20000);
    window.bench.button.then(done);`);
  if (!time) throw new Error(`${id}: no button within 20 s`);
  // What comes later still counts: fonts, bytes, the shift that they cause.
  let before = -1;
  while (before !== traffic.requests) {
    before = traffic.requests;
    await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      document.fonts.ready.then(() => setTimeout(done, 250));`);
  }
  if (traffic.missing.length > 0) throw new Error(`${id}: not served: ${traffic.missing.join(', ')}`);
  const shift = await driver.executeScript('return window.bench.shift');
  return { time, shift, ...traffic, memory: await memory(browser) };
}

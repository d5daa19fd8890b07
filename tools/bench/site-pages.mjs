// First paint and size of each page of our site, as a telephone on a slow network has them:
//
//     RUNS=5 node tools/bench/site-pages.mjs
//
// Prints a row a page: first contentful paint (median, quartiles), what comes with the page (brotli 11) and
// in how many requests. What a page asks for only once it is used is not in it.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { PAGES } from '../../tests/e2e/pages.mjs';
import { DEMO, ROOT } from '../serve.mjs';
import { startPhone } from './browser.mjs';
import { serve } from './server.mjs';
import { spread } from './statistics.mjs';

const runs = Number(process.env.RUNS || 5);
/** How long nothing more must come until a page counts as there, in ms. */
const QUIET = 1000;
/** What no page loads by itself. */
const SKIPPED = /^(release|www\/examples)\//;

const files = Object.fromEntries(Object.values(DEMO).flatMap(below)
  .map((file) => [path.relative(ROOT, file), file])
  .filter(([name]) => !SKIPPED.test(name))
  .map(([name, file]) => [name, readFileSync(file)]));
const site = await serve({ all: files });
const browser = await startPhone({ network: true });
try {
  console.log('| page | first paint (ms) | quartiles | KB | requests |\n|---|---|---|---|---|');
  for (const [address, name] of Object.entries(PAGES)) {
    const visits = [];
    for (let run = 0; run < runs; run += 1) visits.push(await visit(address));
    const paint = spread(visits.map(({ paint }) => paint));
    const [{ bytes, requests }] = visits;
    const ms = (/** @type {number} */ value) => Math.round(value).toLocaleString('en');
    console.log(`| ${name} | ${ms(paint.median)} | ${ms(paint.low)} to ${ms(paint.high)} | ${(bytes / 1000).toFixed(1)} | ${requests} |`);
  }
} finally {
  await browser.stop();
  await site.close();
}

/** The files in a folder, and in those in it; or the file itself. @param {string} place @returns {string[]} */
function below(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).filter((name) => name !== 'node_modules').flatMap((name) => below(path.join(place, name)));
}

/** One visit, until nothing more comes. @param {string} address */
async function visit(address) {
  const { address: origin, traffic } = site.visit('all');
  await browser.driver.get('about:blank');
  await browser.driver.get(new URL(address, origin).href);
  for (let before = -1; before !== traffic.requests;) {
    before = traffic.requests;
    await new Promise((resolve) => setTimeout(resolve, QUIET));
  }
  const [paint] = await browser.driver.executeScript(`return performance.getEntriesByName('first-contentful-paint').map(({ startTime }) => startTime)`);
  return { paint, bytes: traffic.bytes, requests: traffic.requests };
}

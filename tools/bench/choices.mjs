// From navigation to the choices of the explainer painted.

import { until } from './browser.mjs';
import { DOCUMENT } from './pages.mjs';
import { painted } from './painted.mjs';

/** The document's choices, read from the lines of its front matter. */
const LABELS = [...DOCUMENT.matchAll(/^ {2}- who:\n((?: {6}- .+\n)+)/gm)]
  .flatMap(([, lines]) => lines.trim().split('\n').map((line) => line.trim().slice(2)));

/**
 * @param {import('./pages.mjs').Page[]} pages
 * @param {number} runs
 * @param {(done: number, all: number) => void} progress
 */
export function choices(pages, runs, progress) {
  return painted(pages, runs, {
    probe: 'probe-choices.js',
    expected: LABELS,
    what: `choices « ${LABELS.join(' », « ')} »`,
    base: 'libraries',
    check,
  }, progress);
}

/** A prerendered page's disclosures must become radio buttons. */
async function check(browser, id) {
  const taken = "window.bench.look() && window.bench.look().every(({ localName }) => localName === 'label')";
  await until(browser, taken, `${id}: a radio button for each choice`);
}

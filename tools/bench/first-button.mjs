// From navigation to the button painted.

import { PNG } from 'pngjs';
import { painted } from './painted.mjs';

/**
 * @param {import('./pages.mjs').Page[]} pages
 * @param {number} runs
 * @param {(done: number, all: number) => void} progress
 */
export function firstButton(pages, runs, progress) {
  return painted(pages, runs, { probe: 'probe-button.js', what: 'button', base: 'inline', check }, progress);
}

/** A button whose logo does not come would be measured without it. */
async function check(browser, id, first) {
  if (first && !(await hasLogo(browser))) throw new Error(`${id}: the button has no logo`);
}

/** Whether the logo's red is seen. */
async function hasLogo({ driver }) {
  const { data } = PNG.sync.read(Buffer.from(await driver.takeScreenshot(), 'base64'));
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] > 180 && data[at + 1] < 80 && data[at + 2] < 80) return true;
  }
  return false;
}

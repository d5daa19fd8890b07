// What README gives to copy into a page's head, filled in for dist/: read there, so that what is
// measured is what partners are told to do.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../serve.mjs';

/**
 * @typedef {object} Recipe
 * @property {string} tag the script tag
 * @property {string[]} hints for a page with that tag that will need the module
 *
 * @returns {Recipe}
 * @throws {Error} when README has no such lines
 */
export function recipe() {
  const lines = [...read('README.md').matchAll(/^```html\n([^`]+)^```/gm)].flatMap(([, block]) => block.split('\n'));
  const tag = lines.find((line) => /^<script\b.*"\/franceconnect\/franceconnect\.js"/.test(line));
  const hints = lines.filter((line) => /^<link\b.*preload.*"\/franceconnect\/franceconnect\.(more\.js|wasm)"/.test(line));
  if (!tag || hints.length === 0) throw new Error('tools/bench/recipe.mjs finds no script tag or no preload hint in README.md');
  return { tag, hints: hints.map(filledIn) };
}

/** The file's hash in the place of README's dots. */
function filledIn(/** @type {string} */ line) {
  const [, file] = /\/([\w.]+)" crossorigin/.exec(line) ?? [];
  return line.replace('integrity="…"', () => `integrity="${JSON.parse(read('dist/integrity.json'))[file]}"`);
}

const read = (/** @type {string} */ file) => readFileSync(path.join(ROOT, file), 'utf8');

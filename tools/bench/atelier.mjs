// The authoring page: from navigation to its first text, to the author's own, and to what the compiler
// says of it.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../serve.mjs';
import { painted } from './painted.mjs';

/** Where each file stands for the page, and in the repository. */
const FILES = {
  'index.html': 'www/atelier/index.html',
  'atelier.css': 'www/atelier/atelier.css',
  'demo.css': 'www/demo.css',
  'build/atelier.js': 'www/atelier/build/atelier.js',
  'build/atelier.wasm': 'www/atelier/build/atelier.wasm',
};

/** What is waited for, in its order. */
const GOALS = [
  { id: 'title', name: 'the page’s title', expected: { selector: 'h1' } },
  { id: 'text', name: 'the document, in its editor', expected: { host: '#panel-document', selector: '.cm-line' } },
  { id: 'findings', name: 'what the compiler says of it', expected: { selector: '#state' } },
];

/**
 * @param {number} runs
 * @param {(done: number, all: number) => void} progress
 * @returns {Promise<import('./painted.mjs').PaintResult[]>} a row for each thing that is waited for
 */
export async function atelier(runs, progress) {
  const files = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, readFileSync(path.join(ROOT, file))]));
  const results = [];
  for (const { id, name, expected } of GOALS) {
    const goal = { probe: 'probe-atelier.js', expected, what: name, base: GOALS[0].id, check: async () => {} };
    results.push(...await painted([{ id, name, ours: true, files }], runs, goal, progress));
  }
  return results;
}

// What a visitor downloads, against the budgets.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BUDGETS, FILES } from '../budgets.mjs';
import { ROOT } from '../serve.mjs';
import { brotli } from './server.mjs';

/**
 * @typedef {object} Size a build's size in bytes
 * @property {string} build its folder
 * @property {Record<string, {raw: number, brotli: number}>} files
 * @property {number} total loader and module together, brotli 11
 * @property {number} budget what `make dist` allows
 */

/**
 * Measures dist/.
 * @returns {Size[]}
 * @throws {Error} when it is missing
 */
export function sizes() {
  const files = Object.fromEntries(FILES.map((name) => {
    const file = path.join(ROOT, 'dist', name);
    if (!existsSync(file)) throw new Error(`dist/${name} is missing: run \`make dist\``);
    const bytes = readFileSync(file);
    return [name, { raw: bytes.length, brotli: brotli(bytes).length }];
  }));
  const total = FILES.reduce((sum, name) => sum + files[name].brotli, 0);
  return [{ build: 'dist', files, total, budget: BUDGETS.together.most }];
}

// What a visitor downloads, against the budgets that stand in tools/dist.mjs.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
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
 * Measures every build that `tools/dist.mjs` knows.
 * @returns {Size[]}
 * @throws {Error} when dist/ is missing, or when the budgets no longer stand where they are read
 */
export function sizes() {
  // Read, not imported: importing that file is building.
  const source = readFileSync(path.join(ROOT, 'tools/dist.mjs'), 'utf8');
  const budgets = [...source.matchAll(/const BUDGET = ([\d_]+)/g)].map(([all, budget]) => [all, 'dist', budget]);
  if (budgets.length === 0) throw new Error('tools/bench/sizes.mjs finds no budget in tools/dist.mjs');
  return budgets.map(([, build, budget]) => {
    const names = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];
    const files = Object.fromEntries(names.map((name) => {
      const file = path.join(ROOT, build, name);
      if (!existsSync(file)) throw new Error(`${build}/${name} is missing: run \`make dist\``);
      const bytes = readFileSync(file);
      return [name, { raw: bytes.length, brotli: brotli(bytes).length }];
    }));
    const total = names.reduce((sum, name) => sum + files[name].brotli, 0);
    return { build, files, total, budget: Number(budget.replaceAll('_', '')) };
  });
}

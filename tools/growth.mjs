/**
 * What a larger catalogue costs: builds the widget with 1, 10, 100 and 170 documents, measures
 * each build, writes catalogue/GROWTH.md and catalogue/growth.svg.
 *
 *     node tools/growth.mjs
 *
 * It builds in a copy of the checkout (target/growth/), so dist/ stays as it is. Ten minutes on
 * two cores. Needs what `make test` installs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fill, realDocuments } from './growth/documents.mjs';
import { measure } from './growth/page.mjs';
import { markdown, plot } from './growth/report.mjs';
import { ROOT } from './serve.mjs';

const COUNTS = [1, 10, 100, 170];

process.chdir(ROOT);
const house = path.join(ROOT, 'target/growth/house');
const environment = {
  ...process.env,
  PATH: execFileSync('tools/setup.sh', ['path'], { encoding: 'utf8' }).trim(),
  CARGO_TARGET_DIR: process.env.CARGO_TARGET_DIR ?? path.join(ROOT, 'target/growth/cargo'),
};
const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { encoding: 'utf8' });

rmSync(house, { recursive: true, force: true });
for (const file of git('ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')) {
  if (!file) continue;
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  cpSync(file, path.join(house, file));
}
symlinkSync(path.join(ROOT, 'node_modules'), path.join(house, 'node_modules'));

/** `tools/dist.mjs` with the documents of a folder; the seconds it took. @param {string} folder */
function build(folder) {
  const before = performance.now();
  const { status, stderr } = spawnSync('node', ['tools/dist.mjs'], {
    cwd: house,
    env: { ...environment, FRANCECONNECT_CATALOGUE: folder },
    encoding: 'utf8',
  });
  // A large catalogue is over the budget of the widget's own, which is no failure here.
  if (status !== 0 && !/over its budget/.test(stderr)) throw new Error(stderr);
  return (performance.now() - before) / 1000;
}

const real = realDocuments('../shared/corpus');
const counts = [...new Set([...COUNTS, real.length])].sort((a, b) => a - b);
const rows = [];
for (const count of counts) {
  const folder = path.join(ROOT, `target/growth/catalogue of ${count}`);
  const source = fill(folder, count, real);
  // Dependencies first, so that every row's time is of the same work.
  if (rows.length === 0) build(path.join(ROOT, 'catalogue/documents'));
  const seconds = build(folder);
  const module = readFileSync(path.join(house, 'dist/franceconnect.wasm'));
  const brotli = brotliCompressSync(module, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: module.length },
  }).length;
  const times = await measure(path.join(house, 'dist'));
  rows.push({ documents: count, source, raw: module.length, brotli, build: seconds, ...times });
  console.log(JSON.stringify(rows.at(-1)));
}
const told = {
  real: real.length,
  machine: `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'})`,
  date: new Date().toISOString().slice(0, 10),
  version: git('rev-parse', '--short', 'HEAD').trim(),
};
writeFileSync('catalogue/GROWTH.md', markdown(rows, told));
writeFileSync('catalogue/growth.svg', plot(rows));

// The module of the configurator and of the diagnosis page, into www/workbench/build/: the rules, which
// the widget never loads. The pages' own scripts are taken as they stand in www/workbench/.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { ROOT } from './serve.mjs';
import { SMALLEST, STRIP, optimise } from './wasm.mjs';

process.chdir(ROOT);
const WORK = 'target/workbench-work';
const OUT = 'www/workbench/build';
const NEXT = 'target/workbench-next';

execFileSync('wasm-pack', [
  '--log-level', 'warn', 'build', '--target', 'web', '--release', '--no-opt', '--no-pack', '--no-typescript',
  '--out-dir', path.join(ROOT, WORK), '--out-name', 'workbench', 'workbench', '--', '--locked',
], { stdio: ['ignore', 'inherit', 'inherit'] });

rmSync(NEXT, { recursive: true, force: true });
mkdirSync(NEXT, { recursive: true });
// For size: it is asked for once, and a text is judged in a few milliseconds.
optimise(`${WORK}/workbench_bg.wasm`, `${NEXT}/workbench.wasm`, ...SMALLEST, ...STRIP);
await build({
  entryPoints: [`${WORK}/workbench.js`],
  outdir: NEXT,
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
});
// All at once, as for dist/.
rmSync(OUT, { recursive: true, force: true });
mkdirSync(path.dirname(OUT), { recursive: true });
renameSync(NEXT, OUT);
for (const name of ['workbench.js', 'workbench.wasm']) {
  const bytes = readFileSync(`${OUT}/${name}`);
  console.log(`${`${OUT}/${name}`.padEnd(32)} ${String(bytes.length).padStart(7)} bytes, ${String(brotliCompressSync(bytes).length).padStart(6)} brotli`);
}

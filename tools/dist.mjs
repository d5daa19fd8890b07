// `make dist`: builds the module and the loader, prints what a visitor downloads, fails above
// the budget.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { shrink } from './shrink.mjs';

/** Loader and module together, brotli 11, in bytes: the one place where the budget stands. */
const BUDGET = 28_000;

const WORK = 'target/dist-work';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
/** What LLVM may inline: of 0 to 275 (its own for size is 5), 25 gives the smallest module: 240 bytes less. */
const RUSTFLAGS = '-C llvm-args=-inline-threshold=25';

const run = (command, ...args) =>
  execFileSync(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
    env: { ...process.env, CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS: RUSTFLAGS },
  });
const integrity = (bytes, hash = 'sha384') => `${hash}-${createHash(hash).update(bytes).digest('base64')}`;
const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

/** The module: what wasm-bindgen wrote, made small. */
function wasm() {
  run('wasm-pack', '--log-level', 'warn', 'build', '--target', 'bundler', '--release', '--no-opt',
    '--no-pack', '--no-typescript', '--out-dir', WORK, '--out-name', 'franceconnect', '.',
    '--', '--locked', '--no-default-features');
  return shrink(readFileSync(`${WORK}/franceconnect_bg.wasm`));
}

/** What the loader hands to `more.js`, which would else have a copy of its own. */
const SHARED = `export const { StartError, acts, define, dress, fire, language, live, made, pressed, say, schedule, views } =
  globalThis[Symbol.for('franceconnect')];`;

/** One of our scripts, with what the build knows. */
async function script(entry, outfile, format, known, shared = false) {
  const { outputFiles } = await build({
    entryPoints: [`www/${entry}.js`],
    bundle: true,
    write: false,
    charset: 'utf8',
    format,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [{ name: 'franceconnect', setup: (esbuild) => plug(esbuild, known, shared) }],
  });
  // esbuild's own minifier leaves 270 bytes of brotli more.
  const { code } = await minify(outputFiles[0].text, {
    ecma: 2020,
    module: format === 'esm',
    compress: { passes: 3, keep_fargs: false, pure_getters: true },
    format: { preamble: `/* FranceConnect widget ${known.version}, MIT */` },
  });
  const bytes = Buffer.from(code);
  writeFileSync(`${next}/${outfile}`, bytes);
  return bytes;
}

function plug({ onResolve, onLoad }, known, shared) {
  onResolve({ filter: /^franceconnect:build$/ }, ({ path }) => ({ path, namespace: 'build' }));
  onLoad({ filter: /.*/, namespace: 'build' }, () => ({ contents: JSON.stringify(known), loader: 'json' }));
  if (!shared) return;
  onResolve({ filter: /^\.\/(elements|paint|start)\.js$/ }, ({ path }) => ({ path, namespace: 'shared' }));
  onLoad({ filter: /.*/, namespace: 'shared' }, () => ({ contents: SHARED }));
}

const { prerendered, ...parts } = JSON.parse(run('cargo', 'run', '-q', '--locked', '--example', 'prerender'));
const next = 'target/dist-next';
rmSync(next, { recursive: true, force: true });
mkdirSync(next, { recursive: true });
const module = wasm();
writeFileSync(`${next}/franceconnect.wasm`, module);
const known = { ...parts, integrity: integrity(module, 'sha256') };
const more = await script('more', 'franceconnect.more.js', 'esm', known, true);
await script('loader', 'franceconnect.js', 'iife', { ...known, more: integrity(more, 'sha256') });
await script('single', 'franceconnect.single.js', 'iife', { ...known, module: module.toString('base64') });
await script('module', 'franceconnect.mjs', 'esm', known);

mkdirSync(`${next}/prerendered`);
for (const [name, html] of Object.entries(prerendered)) {
  const style = /<style>([^]*?)<\/style>/.exec(html)[1];
  writeFileSync(`${next}/prerendered/${name}.html`, `<!-- FranceConnect widget ${parts.version}, to paste; see README, « Prerendered ».
     Under a content security policy: style-src '${integrity(style, 'sha256')}' -->
${html}`);
}

const hashes = {};
for (const name of readdirSync(next).filter((name) => /\.(m?js|wasm)$/.test(name)).sort()) {
  hashes[name] = integrity(readFileSync(`${next}/${name}`));
}
writeFileSync(`${next}/integrity.json`, JSON.stringify(hashes, null, 2) + '\n');

/** What the script tag loads. */
const files = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];
let total = 0;
for (const name of files) {
  const bytes = readFileSync(`${next}/${name}`);
  const size = brotli(bytes);
  total += size;
  console.log(`${`dist/${name}`.padEnd(26)} ${String(bytes.length).padStart(7)} bytes, ${String(size).padStart(6)} brotli`);
}
console.log(`${'together'.padEnd(26)} ${String(total).padStart(22)} brotli, budget ${BUDGET}`);
// All at once, so that whoever reads dist/ meanwhile never finds half of it.
rmSync('dist', { recursive: true, force: true });
renameSync(next, 'dist');
if (total > BUDGET) {
  console.error(`dist/ is over its budget by ${total - BUDGET} bytes (tools/dist.mjs).`);
  process.exitCode = 1;
}

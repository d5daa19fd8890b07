// `make dist`: builds the module and the scripts that start it, prints what a visitor downloads,
// fails above the budgets. `node tools/dist.mjs FOLDER` writes elsewhere, to compare two builds.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { minify } from 'terser';
import { customElements, packageJson, types } from './manifest.mjs';
import { shrink } from './shrink.mjs';
import { pack } from './single.mjs';

/** What the script tag loads, brotli 11, in bytes: the one place where the budgets stand. */
const BUDGET = 24_000;
/** Of it, what paints the button. */
const LOADER_BUDGET = 6_000;

/** What the script tag loads. */
const TAG = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];

const WORK = 'target/dist-work';
const NEXT = 'target/dist-next';
const [OUT = 'dist'] = process.argv.slice(2);

/**
 * What LLVM may inline: of 0 to 275 (its own for size is 5), 63 gives the smallest module, by 290
 * bytes less than 25; what two branches share is taken out of both, 50 more.
 */
const RUSTFLAGS = ['-inline-threshold=63', '-hoist-common-insts', '-sink-common-insts'].map((flag) => `-C llvm-args=${flag}`).join(' ');

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
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

/**
 * What only our own scripts call each other's parts by: nobody else does, so a letter will do. Not
 * what views, attributes or callers know, nor what a browser's own object has.
 */
const OWN =
  /^(assess|came|clean|depth|due|early|examine|facts|followed|gaveUp|heard|nodes|own|put|refuse|returned|said|sentences|shown|signIn|styles|trouble|visit)$/;
/** The letters that they got, the same in every file. */
const letters = {};

/** What the loader hands to `more.js`, which would else have a copy of its own. */
const SHARED = `export const [acts, define, dress, failure, fire, language, live, made, pressed, say, schedule, scheduleAll, views] =
  globalThis[Symbol.for('franceconnect')];`;

const LICENCE = '/* FranceConnect widget, MIT */';

/**
 * Tells V8 that whatever the file defines runs at once, so it is compiled while the rest of the page
 * loads, off the main thread, not function by function while the visitor waits: 0.8 ms of 3.9.
 * To be the file's first line. https://v8.dev/blog/explicit-compile-hints
 */
const EAGER = '//# allFunctionsCalledOnLoad\n';

/**
 * One of our scripts.
 * @param {string} entry its place in www/
 * @param {string} name in dist/
 * @param {Record<string, any>} known what the build knows, by the name that it is imported by
 * @returns {Promise<Buffer>}
 */
async function script(entry, name, known, shared = false) {
  // Nobody sees what a script declares; a module is one for its exports.
  const format = /mjs$|more/.test(name) ? 'esm' : 'iife';
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
    compress: { passes: 3, keep_fargs: false, pure_getters: true, unsafe_arrows: true, unsafe_methods: true },
    mangle: { properties: { regex: OWN } },
    nameCache: letters,
    format: {
      // A script takes its page's character set, which may be none: nothing but ASCII, then.
      ascii_only: format === 'iife',
      preamble: shared ? undefined : entry === 'loader' ? EAGER + LICENCE : LICENCE,
    },
  });
  writeFileSync(`${NEXT}/${name}`, code);
  return Buffer.from(code);
}

function plug({ onResolve, onLoad }, known, shared) {
  onResolve({ filter: /^franceconnect:/ }, ({ path }) => ({ path: path.split(':')[1], namespace: 'known' }));
  onLoad({ filter: /.*/, namespace: 'known' }, ({ path }) => ({ contents: JSON.stringify(known[path]), loader: 'json' }));
  if (!shared) return;
  onResolve({ filter: /^\.\/(elements|paint|start)\.js$/ }, () => ({ path: 'all', namespace: 'shared' }));
  onLoad({ filter: /.*/, namespace: 'shared' }, () => ({ contents: SHARED }));
}

const { prerendered, ...parts } = JSON.parse(run('cargo', 'run', '-q', '--locked', '--example', 'prerender'));
rmSync(NEXT, { recursive: true, force: true });
mkdirSync(`${NEXT}/prerendered`, { recursive: true });
const module = wasm();
writeFileSync(`${NEXT}/franceconnect.wasm`, module);
// Within our own scripts the short hash will do; integrity.json has the long ones.
const known = { ...parts, integrity: integrity(module, 'sha256') };
const more = await script('more', 'franceconnect.more.js', { build: known }, true);
const scripts = {
  'franceconnect.js': await script('loader', 'franceconnect.js', { build: { ...known, more: integrity(more, 'sha256') } }),
  'franceconnect.more.js': more,
  'franceconnect.mjs': await script('module', 'franceconnect.mjs', { build: known }),
  'franceconnect.single.js': await script('single', 'franceconnect.single.js', { build: known, packed: pack(module) }),
};
const files = { ...scripts, 'franceconnect.wasm': module };

for (const [name, html] of Object.entries(prerendered)) {
  const style = /<style>([^]*?)<\/style>/.exec(html)[1];
  writeFileSync(`${NEXT}/prerendered/${name}.html`, `<!-- FranceConnect widget ${parts.version}, to paste: see README, « Prerendered ».
     Under a content security policy: style-src '${integrity(style, 'sha256')}' -->
${html}`);
}

const json = (name, value) => writeFileSync(`${NEXT}/${name}`, JSON.stringify(value, null, 2) + '\n');
json('integrity.json', Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, integrity(bytes)])));
json('custom-elements.json', customElements(parts.version));
json('package.json', packageJson(parts.version));
writeFileSync(`${NEXT}/franceconnect.d.ts`, types());
copyFileSync('LICENSE', `${NEXT}/LICENSE`);

const report = (name) => {
  const size = brotli(files[name]);
  console.log(`${`dist/${name}`.padEnd(30)} ${String(files[name].length).padStart(7)} bytes, ${String(size).padStart(6)} brotli`);
  return size;
};
const sizes = TAG.map(report);
const total = sizes.reduce((sum, size) => sum + size);
console.log(`${'together'.padEnd(30)} ${String(total).padStart(22)} brotli, budget ${BUDGET}`);
for (const name of Object.keys(files)) if (!TAG.includes(name)) report(name);
// All at once, so that whoever reads dist/ meanwhile never finds half of it.
rmSync(OUT, { recursive: true, force: true });
renameSync(NEXT, OUT);
for (const [what, size, budget] of [['dist/', total, BUDGET], ['franceconnect.js', sizes[0], LOADER_BUDGET]]) {
  if (size <= budget) continue;
  console.error(`${what} is over its budget by ${size - budget} bytes (tools/dist.mjs).`);
  process.exitCode = 1;
}

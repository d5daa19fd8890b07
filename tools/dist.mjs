// `make dist`: builds the module and the scripts that start it, prints what a visitor downloads, fails above
// the budget.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { customElements, packageJson, types } from './manifest.mjs';
import { shrink } from './shrink.mjs';
import { pack } from './single.mjs';

/** Loader and module together, brotli 11, in bytes: the one place where the budget stands. */
const BUDGET = 36_500;

/** What pages load, and where each begins. */
const SCRIPTS = {
  'franceconnect.js': 'www/loader.js',
  'franceconnect.single.js': 'www/loader.single.js',
  'franceconnect.mjs': 'www/loader.module.js',
};

const WORK = 'target/dist-work';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const run = (command, ...args) =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 });
const integrity = (bytes) => 'sha384-' + createHash('sha384').update(bytes).digest('base64');
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

/** What the module calls, under the short names that it now has. */
function glue({ imports, exports }) {
  return [
    `export * from './franceconnect_bg.js';`,
    ...imports.map(([short, from, name]) => `import { ${name} as ${short}_ } from '${from}';`),
    `export const imports = { a: { ${imports.map(([short]) => `${short}: ${short}_`)} } };`,
    `export const start = (wasm) => wasm.${exports.__wbindgen_start}();`,
  ].join('\n');
}

/** A script: ours, the glue, and what the build knows. */
function script(name, entry, { module, exports }) {
  const known = { ...parts, integrity: integrity(module) };
  return build({
    entryPoints: [entry],
    outfile: `${next}/${name}`,
    bundle: true,
    minify: true,
    // A script takes its page's character set, which may be none: nothing but ASCII, then.
    charset: 'ascii',
    // Nobody sees what a script declares; the ES module is one for its exports.
    format: name.endsWith('.mjs') ? 'esm' : 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: `/* FranceConnect widget ${parts.version}, MIT. Logo: DSFR, reserved use. */` },
    plugins: [{ name: 'franceconnect', setup: (esbuild) => plug(esbuild, exports, { build: known, packed: pack(module) }) }],
  });
}

function plug({ onResolve, onLoad }, exports, known) {
  const at = (path) => fileURLToPath(new URL('../' + path, import.meta.url));
  // The glue's copies of our own files are the files themselves.
  onResolve({ filter: /\/snippets\/.*\/www\// }, ({ path }) => ({ path: at('www/' + path.split('/www/')[1]) }));
  onResolve({ filter: /^franceconnect:glue$/ }, () => ({ path: at(`${WORK}/glue.js`) }));
  onLoad({ filter: /franceconnect_bg\.js$/ }, ({ path }) => ({
    // A name left out here was not called by anything that stays.
    contents: readFileSync(path, 'utf8').replace(/\bwasm\.(\w+)/g, (_, name) => 'wasm.' + (exports[name] ?? name)),
  }));
  onResolve({ filter: /^franceconnect:(build|packed)$/ }, ({ path }) => ({ path: path.split(':')[1], namespace: 'known' }));
  onLoad({ filter: /.*/, namespace: 'known' }, ({ path }) => ({ contents: JSON.stringify(known[path]), loader: 'json' }));
}

const parts = JSON.parse(run('cargo', 'run', '-q', '--locked', '--example', 'prerender'));
/** Elsewhere than in dist/, to compare two builds: `node tools/dist.mjs FOLDER`. */
const [OUT = 'dist'] = process.argv.slice(2);
const next = 'target/dist-next';
rmSync(next, { recursive: true, force: true });
mkdirSync(next, { recursive: true });
const small = wasm();
writeFileSync(`${next}/franceconnect.wasm`, small.module);
writeFileSync(`${WORK}/glue.js`, glue(small));
for (const [name, entry] of Object.entries(SCRIPTS)) await script(name, entry, small);
const hashes = Object.fromEntries(
  [...Object.keys(SCRIPTS), 'franceconnect.wasm'].map((name) => [name, integrity(readFileSync(`${next}/${name}`))]));


const json = (name, value) => writeFileSync(`${next}/${name}`, JSON.stringify(value, null, 2) + '\n');
writeFileSync(`${next}/franceconnect.d.ts`, types());
json('integrity.json', hashes);
json('custom-elements.json', customElements(parts.version));
json('package.json', packageJson(parts.version));
copyFileSync('LICENSE', `${next}/LICENSE`);

const report = (name, bytes) => {
  const size = brotli(bytes);
  console.log(`${`dist/${name}`.padEnd(30)} ${String(bytes.length).padStart(7)} bytes, ${String(size).padStart(6)} brotli`);
  return size;
};
let total = 0;
for (const name of ['franceconnect.js', 'franceconnect.wasm']) total += report(name, readFileSync(`${next}/${name}`));
console.log(`${'together'.padEnd(30)} ${String(total).padStart(22)} brotli, budget ${BUDGET}`);
for (const name of ['franceconnect.single.js', 'franceconnect.mjs']) report(name, readFileSync(`${next}/${name}`));
// All at once, so that whoever reads dist/ meanwhile never finds half of it.
rmSync(OUT, { recursive: true, force: true });
renameSync(next, OUT);
if (total > BUDGET) {
  console.error(`dist/ is over its budget by ${total - BUDGET} bytes (tools/dist.mjs).`);
  process.exitCode = 1;
}

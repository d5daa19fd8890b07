// `make dist`: builds the module and the loader, prints what a visitor downloads, fails above
// the budget.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { shrink } from './shrink.mjs';

/** Loader and module together, brotli 11, in bytes: the one place where the budget stands. */
const BUDGET = 36_500;

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

/** The loader: ours, the glue, and what the build knows. */
async function loader({ module, imports, exports }, outfile) {
  // What the module calls, under the short names that it now has.
  const glue = [
    `export * from './franceconnect_bg.js';`,
    ...imports.map(([short, from, name]) => `import { ${name} as ${short}_ } from '${from}';`),
    `export const imports = { a: { ${imports.map(([short]) => `${short}: ${short}_`)} } };`,
    `export const start = (wasm) => wasm.${exports.__wbindgen_start}();`,
  ];
  writeFileSync(`${WORK}/glue.js`, glue.join('\n'));
  const known = { ...parts, integrity: integrity(module) };
  await build({
    entryPoints: ['www/loader.js'],
    outfile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    banner: { js: `/* FranceConnect widget ${parts.version}, MIT. Logo: DSFR, reserved use. */` },
    plugins: [{ name: 'franceconnect', setup: (esbuild) => plug(esbuild, exports, known) }],
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
  onResolve({ filter: /^franceconnect:build$/ }, ({ path }) => ({ path, namespace: 'build' }));
  onLoad({ filter: /.*/, namespace: 'build' }, () => ({ contents: JSON.stringify(known), loader: 'json' }));
}

const parts = JSON.parse(run('cargo', 'run', '-q', '--locked', '--example', 'prerender'));
const next = 'target/dist-next';
rmSync(next, { recursive: true, force: true });
mkdirSync(next, { recursive: true });
const small = wasm();
writeFileSync(`${next}/franceconnect.wasm`, small.module);
await loader(small, `${next}/franceconnect.js`);
const files = ['franceconnect.js', 'franceconnect.wasm'];
const hashes = Object.fromEntries(files.map((name) => [name, integrity(readFileSync(`${next}/${name}`))]));
writeFileSync(`${next}/integrity.json`, JSON.stringify(hashes, null, 2) + '\n');

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

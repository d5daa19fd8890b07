// `make dist`: builds the module and the loader into dist/, prints what a visitor downloads,
// fails above the budget.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { shrink } from './shrink.mjs';

/** Loader and module together, brotli 11, in bytes. The one place where the budget stands. */
const BUDGET = 24_000;

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const run = (command, ...args) =>
  execFileSync(command, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 });

const work = 'target/dist';
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist', { recursive: true });

run('wasm-pack', 'build', '--target', 'bundler', '--release', '--no-opt', '--no-pack', '--no-typescript',
  '--out-dir', work, '--out-name', 'franceconnect', '.', '--', '--no-default-features', '--locked');
const { module, imports, exports } = shrink(readFileSync(`${work}/franceconnect_bg.wasm`));
writeFileSync('dist/franceconnect.wasm', module);

const parts = JSON.parse(run('cargo', 'run', '-q', '--locked', '--example', 'prerender'));
const integrity = (bytes) => 'sha384-' + createHash('sha384').update(bytes).digest('base64');
/** What the module calls, under the short names that it now has. */
const glue = [
  `export * from './franceconnect_bg.js';`,
  ...imports.map(([short, from, name]) => `import { ${name} as ${short}_ } from '${from}';`),
  `export const imports = { a: { ${imports.map(([short]) => `${short}: ${short}_`)} } };`,
  `export const start = (wasm) => wasm.${exports.__wbindgen_start}();`,
];
writeFileSync(`${work}/glue.js`, glue.join('\n'));

await build({
  entryPoints: ['www/loader.js'],
  outfile: 'dist/franceconnect.js',
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'iife',
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning',
  banner: { js: `/* FranceConnect widget ${parts.version}, MIT. Logo: DSFR, reserved use. */` },
  plugins: [
    {
      name: 'franceconnect',
      setup({ onResolve, onLoad }) {
        // The glue's copies of our own files are the files themselves.
        onResolve({ filter: /\/snippets\/.*\/www\// }, ({ path }) => ({
          path: fileURLToPath(new URL('../www/' + path.split('/www/')[1], import.meta.url)),
        }));
        onResolve({ filter: /^franceconnect:glue$/ }, () => ({
          path: fileURLToPath(new URL(`../${work}/glue.js`, import.meta.url)),
        }));
        onLoad({ filter: /franceconnect_bg\.js$/ }, ({ path }) => ({
          contents: readFileSync(path, 'utf8').replace(/\bwasm\.(\w+)/g, (_, name) => {
            // A name left out here was not called by anything that stays.
            return 'wasm.' + (exports[name] ?? name);
          }),
        }));
        onResolve({ filter: /^franceconnect:build$/ }, ({ path }) => ({ path, namespace: 'virtual' }));
        onLoad({ filter: /.*/, namespace: 'virtual' }, () => ({
          contents: JSON.stringify({ ...parts, integrity: integrity(module) }),
          loader: 'json',
        }));
      },
    },
  ],
});

const files = ['franceconnect.js', 'franceconnect.wasm'];
const hashes = Object.fromEntries(files.map((name) => [name, integrity(readFileSync(`dist/${name}`))]));
writeFileSync('dist/integrity.json', JSON.stringify(hashes, null, 2) + '\n');

const brotli = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
let total = 0;
for (const name of files) {
  const bytes = readFileSync(`dist/${name}`);
  const size = brotli(bytes);
  total += size;
  console.log(`${name.padEnd(20)} ${String(bytes.length).padStart(7)} bytes, ${String(size).padStart(6)} brotli`);
}
console.log(`${'loader and module'.padEnd(20)} ${String(total).padStart(22)} brotli, budget ${BUDGET}`);
if (total > BUDGET) {
  console.error(`Over the budget by ${total - BUDGET} bytes (tools/dist.mjs).`);
  process.exit(1);
}

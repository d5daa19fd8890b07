// `make dist`: builds the module and the scripts that start it, prints what a visitor downloads,
// fails above the budgets. `node tools/dist.mjs FOLDER` writes elsewhere, to compare two builds.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';
import { BUDGETS, FILES } from './budgets.mjs';
import { customData, webTypes } from './editors.mjs';
import { customElements, packageJson, types } from './manifest.mjs';
import { CHECKER, checker } from './verifier.mjs';
import { attributesByElement } from '../www/interface.mjs';
import { INLINE_SHORT, SMALLEST, STRIP, optimise, panics, shortenImports } from './wasm.mjs';

const WORK = 'target/dist-work';
const NEXT = 'target/dist-next';
/** The standard library's panic entry points that the module links, one a line. */
const PANICS = 'tools/panics.txt';
const [OUT = 'dist'] = process.argv.slice(2);

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Panics name source files: not where this machine keeps them, or another would build other bytes. */
const RUSTFLAGS = Object.entries({
  [process.cwd()]: '.',
  [path.join(process.env.CARGO_HOME ?? path.join(homedir(), '.cargo'), 'registry/src')]: 'crates',
}).map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`).join(' ');

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

/**
 * Builds the module, and wasm-bindgen's glue beside it, into WORK.
 * @returns {{module: Buffer, imports: Record<string, string>}} the module, and how its imports are
 *   called there, by their names in the glue
 */
function wasm() {
  run('wasm-pack', '--log-level', 'warn', 'build', '--target', 'web', '--release', '--no-opt', '--no-pack',
    '--no-typescript', '--out-dir', WORK, '--out-name', 'franceconnect', '.', '--', '--locked',
    '--no-default-features', '--features', 'elements');
  const raw = `${WORK}/franceconnect_bg.wasm`;
  const listed = SMALLEST.filter((option) => option !== INLINE_SHORT);
  optimise(raw, `${WORK}/franceconnect.named.wasm`, ...listed, '--debuginfo');
  const optimised = `${WORK}/franceconnect.optimised.wasm`;
  optimise(raw, optimised, ...SMALLEST, ...STRIP);
  const imports = shortenImports(optimised, `${WORK}/franceconnect.wasm`);
  return { module: readFileSync(`${WORK}/franceconnect.wasm`), imports };
}

const LICENCE = '/* FranceConnect widget, MIT */';

/**
 * Tells V8 that whatever the file defines runs at once, so it is compiled while the rest of the page
 * loads, off the main thread, not function by function while the visitor waits: 0.8 ms of 3.9.
 * To be the file's first line. https://v8.dev/blog/explicit-compile-hints
 */
const EAGER = '//# allFunctionsCalledOnLoad';

/**
 * The scripts of dist/: the file in www/ that each begins with, and its format. What is imported is a
 * module, for its exports; of a script for the tag, nobody sees what it declares.
 */
const SCRIPTS = {
  'franceconnect.js': { entry: 'loader', format: 'iife', banner: `${EAGER}\n${LICENCE}` },
  'franceconnect.more.js': { entry: 'more', format: 'esm', banner: LICENCE },
  'franceconnect.mjs': { entry: 'es-module', format: 'esm', banner: LICENCE },
  'franceconnect.single.js': { entry: 'single', format: 'iife', banner: LICENCE },
};

/**
 * Builds one of our scripts.
 * @param {keyof typeof SCRIPTS} name
 * @param {Record<string, any>} known what the build knows, by the name that it is imported by
 * @returns {Promise<Buffer>}
 */
async function script(name, known) {
  const { entry, format, banner } = SCRIPTS[name];
  const { outputFiles } = await build({
    entryPoints: [`www/${entry}.js`],
    bundle: true,
    minify: true,
    write: false,
    // A script takes its page's character set, which may be none: nothing but ASCII, then.
    charset: format === 'iife' ? 'ascii' : 'utf8',
    format,
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    // The glue's functions, by the names that the module imports them by; no other property.
    mangleProps: new RegExp(`^(${Object.keys(imports).join('|')})$`),
    mangleCache: { ...imports },
    // wasm-bindgen's own way to find the module, which none of our scripts takes.
    logOverride: { 'empty-import-meta': 'silent' },
    banner: { js: banner },
    plugins: [{ name: 'franceconnect', setup: (esbuild) => provide(esbuild, known) }],
  });
  const code = Buffer.from(outputFiles[0].contents);
  writeFileSync(`${NEXT}/${name}`, code);
  return code;
}

/** `franceconnect:module` is wasm-bindgen's glue, `franceconnect:NAME` what the build knows. */
function provide({ onResolve, onLoad }, known) {
  onResolve({ filter: /^franceconnect:module$/ }, () => ({ path: path.resolve(WORK, 'franceconnect.js'), sideEffects: false }));
  onResolve({ filter: /^franceconnect:/ }, ({ path: name }) => ({ path: name.split(':')[1], namespace: 'known' }));
  onLoad({ filter: /.*/, namespace: 'known' }, ({ path: name }) => ({ contents: JSON.stringify(known[name]), loader: 'json' }));
}

const { prerendered, ...parts } = JSON.parse(run('cargo', 'run', '-q', '--locked', '--example', 'prerender'));
rmSync(NEXT, { recursive: true, force: true });
mkdirSync(`${NEXT}/prerendered`, { recursive: true });
const { module, imports } = wasm();
writeFileSync(`${NEXT}/franceconnect.wasm`, module);
// Within our own scripts the short hash will do; integrity.json has the long ones.
const hashes = { wasm: integrity(module, 'sha256') };
const known = { ...parts, attributes: attributesByElement, integrity: hashes };
const more = await script('franceconnect.more.js', { build: known });
const scripts = {
  'franceconnect.js': await script('franceconnect.js', { build: { ...known, integrity: { ...hashes, more: integrity(more, 'sha256') } } }),
  'franceconnect.more.js': more,
  'franceconnect.mjs': await script('franceconnect.mjs', { build: known }),
  'franceconnect.single.js': await script('franceconnect.single.js', { build: known, wasm: module.toString('base64') }),
};
const built = { ...scripts, 'franceconnect.wasm': module };
const hashesOf = (some) => Object.fromEntries(Object.entries(some).map(([name, bytes]) => [name, integrity(bytes)]));
// It knows what all others are; none of them knows it.
const check = await checker({ version: parts.version, integrity: hashesOf(built), repository: parts.repository });
writeFileSync(`${NEXT}/${CHECKER}`, check);
const files = { ...built, [CHECKER]: check };

for (const [name, html] of Object.entries(prerendered)) {
  const style = /<style>([^]*?)<\/style>/.exec(html)[1];
  writeFileSync(`${NEXT}/prerendered/${name}.html`, `<!-- FranceConnect widget ${parts.version}, to paste: see README, « Prerendered ».
     Under a content security policy: style-src '${integrity(style, 'sha256')}' -->
${html}`);
}

const json = (name, value) => writeFileSync(`${NEXT}/${name}`, JSON.stringify(value, null, 2) + '\n');
json('integrity.json', hashesOf(files));
json('custom-elements.json', customElements(parts.version));
json('web-types.json', webTypes(parts.version));
json('vscode.html-custom-data.json', customData());
json('package.json', packageJson(parts.version, parts.repository));
writeFileSync(`${NEXT}/franceconnect.d.ts`, types());
// README's links to files that are not in the package: npm's site resolves them by `repository`.
for (const name of ['LICENSE', 'README.md']) copyFileSync(name, `${NEXT}/${name}`);

/** Prints a file's size. @param {string} name @param {string} [more] @returns {number} brotli 11 */
function report(name, more = '') {
  const size = brotli(files[name]);
  console.log(`${`dist/${name}`.padEnd(30)} ${String(files[name].length).padStart(7)} bytes, ${String(size).padStart(6)} brotli${more}`);
  return size;
}
const budget = ({ aim, most }) => `, aim ${aim}, budget ${most}`;
const loader = report('franceconnect.js', budget(BUDGETS.loader));
const together = FILES.slice(1).reduce((sum, name) => sum + report(name), loader);
console.log(`${'together'.padEnd(30)} ${String(together).padStart(22)} brotli${budget(BUDGETS.together)}`);
for (const name of Object.keys(files)) if (!FILES.includes(name)) report(name);

const found = panics(`${WORK}/franceconnect.named.wasm`);
const accepted = existsSync(PANICS) ? readFileSync(PANICS, 'utf8').split('\n').filter(Boolean) : [];
const added = found.filter((name) => !accepted.includes(name));
console.log(`\nPanic entry points that the module links (${PANICS}):`);
for (const name of found) console.log(`  ${added.includes(name) ? 'new: ' : ''}${name}`);
for (const name of accepted) if (!found.includes(name)) console.log(`  gone, take its line out: ${name}`);

// All at once, so that whoever reads dist/ meanwhile never finds half of it.
rmSync(OUT, { recursive: true, force: true });
renameSync(NEXT, OUT);

for (const [what, size, { most }] of [['dist/', together, BUDGETS.together], ['franceconnect.js', loader, BUDGETS.loader]]) {
  if (size <= most) continue;
  console.error(`${what}: ${size - most} bytes over its budget, ${most} (tools/budgets.mjs)`);
  process.exitCode = 1;
}
if (added.length > 0) {
  console.error(`The module links new panic entry points, marked above: handle the case, or add the line to ${PANICS}`);
  process.exitCode = 1;
}

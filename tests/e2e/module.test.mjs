/** What `make dist` has written, without a browser: no parser inside, within the budget, reproducible. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { ROOT } from '../../tools/serve.mjs';
import { BUDGETS, FILES } from '../../tools/budgets.mjs';
import { SMALLEST, STRIP, optimise, shortenImports } from '../../tools/wasm.mjs';

/** What the compiler left for the optimiser. */
const RAW = 'target/dist-work/franceconnect_bg.wasm';
/** The module as in dist/, before its imports have short names. */
const OPTIMISED = 'target/dist-work/franceconnect.optimised.wasm';
/** The same module as in dist/, with the names of its functions. */
const NAMED = 'target/dist-work/franceconnect.named.wasm';

const read = (name) => readFileSync(path.join(ROOT, name));
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
/** The compiler's packages, and what Markdown and YAML parsers call their parts. */
const PARSERS = /pulldown|saphyr|granit|yaml|markdown|annotate_snippets|bumpalo|serde_json|regex/gi;

test('the embedded document is the catalogue’s, byte for byte', () => {
  const document = read('catalogue/documents/franceconnect.md');
  assert.equal(document.length, 10_891);
  assert.equal(createHash('sha256').update(document).digest('hex'), '990f4ada15a21be9d7797174495ad8b56525277579259d3418173beeb65dbb69');
});

test('the module holds no Markdown or YAML parser, by the names of its functions', () => {
  const names = read(NAMED).toString('latin1');
  assert(names.includes('franceconnect'), 'the names are kept, so that their absence means something');
  assert.deepEqual([...new Set(names.match(PARSERS))], []);
});

test('no source path, which differs from one machine to another, and no parser’s text is left in the module', () => {
  const text = read('dist/franceconnect.wasm').toString('latin1');
  assert.deepEqual([...new Set(text.match(PARSERS))], []);
  // A panic names a place as `src/…`, `cargo/registry/…` or `/rustc/…`: the same on every machine.
  assert.deepEqual(text.match(/\.cargo|\.rustup|\/home\/|\/root\/|\/Users\//g) ?? [], []);
  assert(!text.includes(ROOT));
});

test('the loader, and all that the script tag loads, are within their budgets', () => {
  const [loader, ...others] = FILES.map((name) => brotli(read(`dist/${name}`)));
  const together = others.reduce((sum, size) => sum + size, loader);
  assert(loader <= BUDGETS.loader.most, `${loader} bytes, ${BUDGETS.loader.most} allowed`);
  assert(together <= BUDGETS.together.most, `${together} bytes, ${BUDGETS.together.most} allowed`);
});

test('the same module comes out of the optimiser again, and is the one in dist', () => {
  const again = 'target/dist-work/again.wasm';
  optimise(RAW, again, ...SMALLEST, ...STRIP);
  shortenImports(again, again);
  assert(read(again).equals(read('dist/franceconnect.wasm')), 'dist/ is not of this build: run make dist');
});

test('the hashes are those of the files, and the loader asks for its module by its hash', () => {
  const hash = (name) => 'sha384-' + createHash('sha384').update(read(`dist/${name}`)).digest('base64');
  for (const [name, expected] of Object.entries(JSON.parse(read('dist/integrity.json').toString()))) {
    assert.equal(hash(name), expected, name);
  }
  const short = (name) => 'sha256-' + createHash('sha256').update(read(`dist/${name}`)).digest('base64');
  for (const name of ['franceconnect.wasm', 'franceconnect.more.js']) {
    assert(read('dist/franceconnect.js').includes(short(name)), name);
  }
});

test('the module asks the page for wasm-bindgen’s own functions alone, and for none of WebAssembly’s features that a browser may lack', async () => {
  const module = await WebAssembly.compile(read('dist/franceconnect.wasm'));
  const names = shortenImports(OPTIMISED, 'target/dist-work/again.wasm');
  assert.deepEqual(Object.keys(names).filter((name) => !/^__wb(g|indgen)_/.test(name)), []);
  // Those, under their short names, and nothing else: no memory, no table.
  assert.deepEqual(
    WebAssembly.Module.imports(module).map(({ kind, name }) => `${kind} ${name}`).sort(),
    Object.values(names).map((name) => `function ${name}`).sort());
});

/** What a plain `wasm-pack build --target web` gives, without tools/dist.mjs: a module that defines the elements itself. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { ROOT } from '../../tools/serve.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, page, painted } from './helpers.mjs';

const PKG = path.join(ROOT, 'target/plain-build');

// Once for the three engines. It takes a minute when nothing of it is compiled yet.
before(() => {
  execFileSync('wasm-pack', ['--log-level', 'warn', 'build', '--target', 'web', '--out-dir', PKG], {
    cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'],
  });
}, { timeout: 600_000 });

test('a plain build’s package lists the files that it imports', () => {
  const read = (name) => readFileSync(path.join(PKG, name), 'utf8');
  const { files, main } = JSON.parse(read('package.json'));
  const listed = (name) => files.some((file) => name === file || name.startsWith(file + '/'));
  /** The modules that one of the package's imports, from the package's root. */
  const imports = (name) => [...read(name).matchAll(/^import .* from '(\..*)';?$/gm)].map(([, address]) => path.join(path.dirname(name), address));
  const modules = [main];
  for (const name of modules) modules.push(...imports(name).filter((found) => !modules.includes(found)));
  const scripts = modules.map((name) => name.replace(/^snippets\/franceconnect-[0-9a-f]+\//, '')).sort();
  assert.deepEqual(scripts, ['franceconnect.js', 'target/standalone.js', 'www/address.js', 'www/copy.js', 'www/document.js', 'www/object.js', 'www/print.js', 'www/storage.js'],
    'wasm-bindgen’s glue, www/standalone.js in one file, and the scripts that Rust calls');
  for (const name of [...modules, 'franceconnect_bg.wasm']) assert(listed(name), `${name} in ${files}`);
});

acrossEngines('a plain build defines the four elements, which paint', {
  mounts: { '/pkg/': PKG },
  pages: {
    '/': page(`${BODY}<franceconnect-eligibility></franceconnect-eligibility><franceconnect-sheet></franceconnect-sheet>`, {
      script: '<script type="module">import start from "/pkg/franceconnect.js"; await start(); window.started = true;</script>',
    }),
  },
}, async ({ driver, open }) => {
  await open('/');
  await until(() => driver.executeScript('return window.started'), 'the module');
  const defined = await driver.executeScript(`
    return ['button', 'eligibility', 'return', 'sheet'].filter((name) => customElements.get('franceconnect-' + name));`);
  assert.deepEqual(defined, ['button', 'eligibility', 'return', 'sheet']);
  await until(() => painted(driver), 'the button');
  const shown = (name, selector) => driver.executeScript(`
    const root = document.querySelector('franceconnect-' + arguments[0]).shadowRoot;
    return [...root.querySelectorAll(arguments[1])].map((found) => found.textContent);`, name, selector);
  assert.deepEqual(await shown('button', '.button'), ['S’identifier avec FranceConnect']);
  assert.equal((await shown('eligibility', '[part=choice]')).length, 4);
  assert.deepEqual(await shown('sheet', '[part=title]'), ['API Bouton FranceConnect']);
});

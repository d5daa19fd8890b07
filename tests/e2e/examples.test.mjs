/** The npm package, packed and installed: the four examples build and work, and the types hold. */
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../tools/serve.mjs';
import { workshop } from './examples/applications.mjs';
import { run } from './examples/install.mjs';
import { freePort } from './harness/process.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { ready } from './helpers.mjs';

/** How each example is built, and which folder of it is then served. @type {Record<string, [string[], string]>} */
const EXAMPLES = {
  script: [[], '.'],
  vite: [['vite', 'build'], 'dist'],
  webpack: [['webpack'], 'public'],
  next: [['next', 'build'], 'out'],
};

/** @type {Map<string, Promise<string>>} */
const built = new Map();

/** Builds an example, once for the three engines. @returns {Promise<string>} the folder to serve */
function build(name) {
  if (!built.has(name)) built.set(name, made(name));
  return built.get(name);
}

async function made(name) {
  const { folder, bin } = await workshop();
  const [[command, ...args], served] = EXAMPLES[name];
  const here = path.join(folder, name);
  if (command) await run(here, [path.join(bin, command), ...args]);
  else {
    // What the page says: three files, copied together.
    await mkdir(path.join(here, 'franceconnect'));
    for (const file of ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm']) {
      await cp(path.join(folder, 'node_modules/franceconnect-widget', file), path.join(here, 'franceconnect', file));
    }
  }
  return path.join(here, served);
}

const painted = 'Boolean(document.querySelector("franceconnect-button")?.shadowRoot?.querySelector(".button"))';

/** A visitor's way through an example: asks who may, then signs in. */
async function walk(driver) {
  await until(() => driver.executeScript(`return ${painted}`), 'the button');
  // A page that React takes over listens a moment after the elements stand: hence more than one choice.
  let round = 0;
  await until(async () => /^(eligible|maybe|not-eligible)$/.test(await driver.executeScript(`
    const choices = document.querySelector('franceconnect-eligibility').shadowRoot.querySelectorAll('[part=choices] input');
    choices[arguments[0] % choices.length].click();
    return document.querySelector('#verdict').value;`, round++)), 'the verdict reaches the page’s own code');
  const button = await driver.executeScript('return document.querySelector("franceconnect-button").shadowRoot.querySelector(".button")');
  await button.click();
  await until(async () => (await driver.getCurrentUrl()).endsWith('/connexion'), 'the partner’s own route');
}

for (const name of Object.keys(EXAMPLES)) {
  acrossEngines(`the example for ${name} builds, and leads through the explainer to the sign-in`, {
    timeout: 400_000,
    pages: { '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>' },
  }, async ({ driver, open, addSite }) => {
    const site = await addSite({
      mounts: { '/': await build(name) },
      pages: { '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>' },
    });
    await open(`${site.origin}/`);
    await walk(driver);
    const modules = site.requests.filter(({ path: asked }) => asked.endsWith('.wasm'));
    assert.equal(modules.length, 1, 'one module');
    assert.equal(modules[0].status, 200);
  });
}

acrossEngines('Vite’s development server finds the module too', {
  engines: ['chromium'], timeout: 400_000,
}, async ({ driver, open }) => {
  const { folder } = await workshop();
  const { createServer } = createRequire(path.join(folder, 'vite/'))('vite');
  const server = await createServer({
    root: path.join(folder, 'vite'),
    logLevel: 'error',
    // The package stands in the project's own folder elsewhere, which Vite serves unasked.
    server: { host: '127.0.0.1', port: await freePort(), fs: { allow: [folder] } },
  });
  try {
    await server.listen();
    await open(`http://127.0.0.1:${server.config.server.port}/`);
    await until(() => driver.executeScript(`return ${painted}`), 'the button');
    // The module comes after the button: without it, the server would close on its fetch.
    await ready(driver);
  } finally {
    await server.close();
  }
});

test('the page that Next renders on the server holds the fallback link', { timeout: 400_000 }, async () => {
  const html = await readFile(path.join(await build('next'), 'index.html'), 'utf8');
  assert.match(html, /<franceconnect-button[^>]*><a href="\/connexion">/);
});

test('the package holds what its description promises, and the bytes of dist/', { timeout: 400_000 }, async () => {
  const { folder, packed } = await workshop();
  const widget = path.join(folder, 'node_modules/franceconnect-widget');
  const { exports, types, customElements } = JSON.parse(await readFile(path.join(widget, 'package.json'), 'utf8'));
  const promised = Object.values(exports).flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each)));
  for (const file of [...promised, types, customElements]) {
    // The static pages are made by another step.
    if (!file.includes('*')) assert(packed.includes(file.replace('./', '')), file);
  }
  assert(packed.includes('LICENSE'));
  for (const file of Object.keys(JSON.parse(await readFile(path.join(ROOT, 'dist/integrity.json'), 'utf8')))) {
    assert((await readFile(path.join(widget, file))).equals(await readFile(path.join(ROOT, 'dist', file))), file);
  }
});

/** A type checker's run over tests/e2e/types/. */
async function checked(...command) {
  const { folder, bin } = await workshop();
  return run(path.join(folder, 'types'), [path.join(bin, command[0]), ...command.slice(1)]);
}

/** Each file holds right values, and wrong ones under `@ts-expect-error`, which is an error if none comes. */
for (const [what, ...command] of [
  ['TypeScript without a framework, every library checked', 'tsc', '-p', 'plain'],
  ['React’s JSX', 'tsc', '-p', 'react'],
  ['Preact’s JSX', 'tsc', '-p', 'preact'],
  ['Vue’s templates', 'vue-tsc', '-p', 'vue'],
]) {
  test(`the types take what is right and refuse what is wrong in ${what}`, { timeout: 400_000 }, async () => {
    await checked(...command);
  });
}

test('the types take what is right and refuse what is wrong in Svelte’s templates', { timeout: 400_000 }, async () => {
  await checked('svelte-check', '--workspace', 'svelte', '--tsconfig', './tsconfig.json', '--no-color', '--output', 'machine');
  // A template has no place for @ts-expect-error: each line of the other folder must be refused.
  const said = await checked('svelte-check', '--workspace', 'svelte-wrong', '--tsconfig', './tsconfig.json', '--no-color', '--output', 'machine')
    .then(() => '', ({ message }) => message);
  const lines = (await readFile(path.join(ROOT, 'tests/e2e/types/svelte-wrong/App.svelte'), 'utf8')).split('\n');
  const wrong = lines.flatMap((line, at) => (line.startsWith('<franceconnect') ? [at + 1] : []));
  const refused = new Set([...said.matchAll(/ERROR "App\.svelte" (\d+):/g)].map(([, line]) => Number(line)));
  assert.deepEqual([...refused].sort((a, b) => a - b), wrong, said);
});

test('the manifest is a Custom Elements Manifest, by its own schema’s types', { timeout: 400_000 }, async () => {
  const { folder } = await workshop();
  const manifest = await readFile(path.join(folder, 'node_modules/franceconnect-widget/custom-elements.json'), 'utf8');
  await mkdir(path.join(folder, 'types/manifest'), { recursive: true });
  await writeFile(path.join(folder, 'types/manifest/manifest.ts'),
    `import type { Package } from 'custom-elements-manifest/schema.d.ts';\nexport default ${manifest.trim()} satisfies Package;\n`);
  await cp(path.join(folder, 'types/plain/tsconfig.json'), path.join(folder, 'types/manifest/tsconfig.json'));
  await checked('tsc', '-p', 'manifest');
});

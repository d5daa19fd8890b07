/** When the widget cannot start: the partner’s own link shows and works, and `ready` says why. */
import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../tools/serve.mjs';
import { failures } from '../../www/interface.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, SCRIPT, fallbackWorks, page, painted, ready } from './helpers.mjs';

const WASM = '/dist/franceconnect.wasm';
const pages = { '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>' };

/** Why `ready` was rejected. @returns {Promise<{name: string, kind: string, message: string, cause: boolean}>} */
function reason(driver) {
  return driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const wait = () => window.FranceConnect
      ? FranceConnect.ready.then(() => done(null), ({ name, kind, message }) => done({ name, kind, message }))
      : setTimeout(wait, 20);
    wait();`);
}

/** That it has failed for this reason, said so, and left the link. */
async function failed(driver, kind, message) {
  const error = await reason(driver);
  assert.equal(error?.kind, kind, JSON.stringify(error));
  assert.equal(error.name, 'FranceConnectStartError');
  assert.match(error.message, message);
  assert(failures.some((each) => each.kind === kind), 'README tells of it');
  assert(!await painted(driver));
  await fallbackWorks(driver);
}

const bad = (body, type, status = 200) => ({ status, headers: { 'Content-Type': type }, body });
const policy = (text) => ({ body: page(BODY), headers: { 'Content-Security-Policy': text } });

/** What goes wrong, as a sentence; the pages that make it so; the kind; what the message says. */
const CASES = [
  ['a module that is missing', { [WASM]: bad('absent', 'text/plain', 404) }, 'missing', /franceconnect\.wasm.*beside.*404/],
  ['a page in the module’s place', { [WASM]: bad('<!doctype html><title>Accueil</title>', 'text/html; charset=utf-8') }, 'mime', /franceconnect\.wasm.*page/],
  ['a module that is not the one built with the script', { [WASM]: bad('abc', 'application/wasm') }, 'integrity', /franceconnect\.wasm.*together, unchanged/],
  ['a policy that refuses the request', { '/': policy("script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'") }, 'policy', /franceconnect\.wasm.*connect-src http:\/\/127/],
  // WebKitGTK does not ask this of the policy.
  ['a policy that refuses WebAssembly', { '/': policy("script-src 'self'") }, 'policy', /script-src 'wasm-unsafe-eval'/, ['chromium', 'firefox']],
  ['a browser without WebAssembly', { '/': page(BODY, { script: `<script>delete window.WebAssembly</script>${SCRIPT}` }) }, 'webassembly', /WebAssembly/],
  ['a browser without constructable style sheets', { '/': page(BODY, { script: `<script>delete CSSStyleSheet.prototype.replaceSync</script>${SCRIPT}` }) }, 'webassembly', /replaceSync/],
  ['a module that the browser cannot compile', {
    '/': page(BODY, { script: `<script>WebAssembly.compileStreaming = () => Promise.reject(new WebAssembly.CompileError('x'))</script>${SCRIPT}` }),
  }, 'module', /franceconnect\.wasm.*cannot start/],
];

for (const [what, more, kind, message, engines] of CASES) {
  acrossEngines(`${what} leaves the link, which works, and rejects ready as « ${kind} »`, {
    engines, pages: { ...pages, '/': page(BODY), ...more }, expected: [/console\.error: .*FranceConnect: /],
  }, async ({ driver, open, allow }) => {
    // The browser's own words for it.
    allow(/^log: |^http: .*\.wasm|^policy: (connect-src|script-src blocked wasm-eval)/);
    await open('/');
    await failed(driver, kind, message);
  });
}

acrossEngines('markup that is called like a function does not change why the start failed', {
  pages: { ...pages, '/': page(`<img name="addEventListener" alt=""><img name="removeEventListener" alt="">${BODY}`), [WASM]: bad('absent', 'text/plain', 404) },
  expected: [/console\.error: .*FranceConnect: /],
}, async ({ driver, open, allow }) => {
  allow(/^log: |^http: .*\.wasm/);
  await open('/');
  await failed(driver, 'missing', /404/);
});

acrossEngines('a script that lacks its other half leaves the link, and says what is missing', {
  pages: { ...pages, '/': page(BODY), '/dist/franceconnect.more.js': bad('absent', 'text/plain', 404) },
  expected: [/console\.error: .*FranceConnect: /],
}, async ({ driver, open, allow }) => {
  allow(/^log: |^http: .*more\.js|^load: /);
  await open('/');
  await failed(driver, 'fetch', /franceconnect\.more\.js.*missing/);
});

acrossEngines('another origin that does not share the module leaves the link, and CORS is named', {
  pages, expected: [/console\.error: .*FranceConnect: /],
}, async ({ driver, open, site, addSite, allow }) => {
  allow(/^log: |^load: <(link|script)>/);
  const cdn = await addSite({});
  site.set({ '/': page(BODY, { script: `<script async src="${cdn.origin}/dist/franceconnect.js"></script>` }) });
  await open('/');
  await failed(driver, 'fetch', /franceconnect\.(wasm|more\.js).*CORS/);
});

acrossEngines('a policy that refuses another origin’s module leaves the link, and says what to allow', {
  pages, expected: [/console\.error: .*FranceConnect: /],
}, async ({ driver, open, site, addSite, allow }) => {
  allow(/^log: |^policy: connect-src/);
  const cdn = await addSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  site.set({ '/': {
    body: page(BODY, { script: `<script async src="${cdn.origin}/dist/franceconnect.js"></script>` }),
    headers: { 'Content-Security-Policy': `script-src 'self' ${cdn.origin} 'wasm-unsafe-eval'; connect-src 'self'` },
  } });
  await open('/');
  await failed(driver, 'policy', new RegExp(`allow connect-src ${cdn.origin}$`));
});

acrossEngines('a policy that only reports is not blamed for a module that is missing', {
  pages: {
    ...pages,
    '/': { body: page(BODY), headers: { 'Content-Security-Policy-Report-Only': "connect-src 'none'" } },
    [WASM]: bad('absent', 'text/plain', 404),
  },
  expected: [/console\.error: .*FranceConnect: /],
}, async ({ driver, open, allow }) => {
  allow(/^log: |^http: .*\.wasm|^policy: connect-src/);
  await open('/');
  await failed(driver, 'missing', /404/);
});

/** A folder with files of dist/ and a page, opened without a server. */
async function onDisk(engine, names, html) {
  await mkdir(path.join(ROOT, 'tests/output'), { recursive: true });
  const folder = await mkdtemp(path.join(ROOT, `tests/output/file-${engine}-`));
  for (const name of names) await copyFile(path.join(ROOT, 'dist', name), path.join(folder, name));
  await writeFile(path.join(folder, 'connexion'), '');
  await writeFile(path.join(folder, 'page.html'), html);
  return { address: pathToFileURL(path.join(folder, 'page.html')).href, remove: () => rm(folder, { recursive: true }) };
}

/** Without a word on its character set, which a script must then not depend on. */
const bare = (script) => `<!doctype html><html lang="fr"><title>Fichier</title><script async src="${script}"></script>${BODY.replace('/connexion', 'connexion')}`;

acrossEngines('a page opened as a file keeps its link, and franceconnect.single.js is named', {}, async ({ driver, open, engine, allow }) => {
  allow(/^log: |^load: /);
  const { address, remove } = await onDisk(engine, ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'], bare('franceconnect.js'));
  try {
    await open(address);
    await failed(driver, 'file', /franceconnect\.single\.js/);
  } finally {
    await remove();
  }
});

acrossEngines('franceconnect.single.js starts in a page opened as a file, and shows French as it is written', {}, async ({ driver, open, engine }) => {
  const { address, remove } = await onDisk(engine, ['franceconnect.single.js'], bare('franceconnect.single.js'));
  try {
    await open(address);
    await ready(driver);
    await until(() => painted(driver), 'the button');
    const text = await driver.executeScript('return document.querySelector("franceconnect-button").shadowRoot.textContent');
    assert.match(text, /Qu’est-ce que FranceConnect/);
  } finally {
    await remove();
  }
});

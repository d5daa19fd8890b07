/** Changed bytes of franceconnect.more.js are never run: what README and SECURITY.md say of each engine and policy. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, fallbackWorks, page } from './helpers.mjs';

const FILES = Object.fromEntries(['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'].map((name) => [name, readFileSync(path.join(ROOT, 'dist', name))]));
const TYPES = { js: 'text/javascript', wasm: 'application/wasm' };

/** README's policy, and what a page may have instead. */
const STRICT = readFileSync(path.join(ROOT, 'README.md'), 'utf8').match(/```\nContent-Security-Policy:([^`]+)```/)[1].replace(/\s+/g, ' ').trim();
const POLICIES = {
  'without a policy': '',
  'under README’s policy': STRICT,
  'under README’s policy with a nonce': STRICT.replace("script-src 'self'", "script-src 'nonce-abc' 'strict-dynamic'"),
  'under a policy with a nonce alone': STRICT.replace("script-src 'self'", "script-src 'nonce-abc'"),
};

/** What the page may have had fetched before, without the hash. */
const PRELOADS = {
  'no preload': () => '',
  'a modulepreload': (/** @type {string} */ file) => `<link rel="modulepreload" href="${file}" crossorigin nonce="abc">`,
  'a preload': (/** @type {string} */ file) => `<link rel="preload" as="script" href="${file}" crossorigin nonce="abc">`,
  'a script element': (/** @type {string} */ file) => `<script type="module" src="${file}" nonce="abc"></script>`,
};

const CASES = Object.keys(PRELOADS).flatMap((preload) =>
  ['async', 'type="module"'].flatMap((kind) =>
    ['no-store', 'max-age=60'].flatMap((cache) => [false, true].map((changed) => ({ preload, kind, cache, changed })))));

/** How the start ended: `ready`, or the kind of the error. */
const outcome = async (driver) => {
  await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the script');
  return driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    FranceConnect.ready.then(() => done('ready'), ({ kind }) => done(kind));`);
};

for (const [way, policy] of Object.entries(POLICIES)) {
  acrossEngines(`the loader starts ${way}, and never runs changed bytes of what it imports`, {
    headers: policy ? { 'Content-Security-Policy': policy } : {}, timeout: 240_000,
  }, async ({ driver, open, site, allow, problems }) => {
    // The browser's own words for a hash that does not fit; what the page's own element ran is not ours.
    allow(/^log: |^load: |^console\.error: .*franceconnect\.more\.js/);
    for (const [number, { preload, kind, cache, changed }] of CASES.entries()) {
      // A nonce without 'strict-dynamic' reaches what a classic script adds, not what a module adds.
      if (way === 'under a policy with a nonce alone' && kind === 'type="module"') continue;
      // A folder of its own, so that no cache answers for another.
      const file = (/** @type {string} */ name) => `/${number}/${name}`;
      site.set(Object.fromEntries(Object.entries(FILES).map(([name, bytes]) => [file(name), {
        headers: { 'Content-Type': TYPES[name.split('.').pop()], 'Cache-Control': cache },
        body: changed && name === 'franceconnect.more.js' ? `window.ran = (window.ran ?? 0) + 1; ${bytes}` : bytes,
      }])));
      const head = PRELOADS[preload](file('franceconnect.more.js'));
      site.set({ '/': page(BODY, { head, script: `<script ${kind} nonce="abc" src="${file('franceconnect.js')}"></script>` }) });
      await open('/');
      const end = await outcome(driver);
      const ran = await driver.executeScript('return window.ran ?? 0');
      const title = `${preload}, ${kind}, ${cache}, ${changed ? 'changed' : 'as built'}`;
      // The page's own script element runs it once, by itself.
      const own = changed && preload === 'a script element' ? 1 : 0;
      if (!changed) assert.equal(end, 'ready', title);
      else assert.deepEqual([end, ran], ['fetch', own], title);
    }
    const refused = (await problems()).filter((problem) => problem.startsWith('policy:'));
    assert.deepEqual(refused, [], 'nothing is refused');
  });
}

acrossEngines('where Trusted Types allow no policy of ours nothing is run unchecked: the link stays, and the error says what to allow', {
  headers: { 'Content-Security-Policy': STRICT.replace('trusted-types franceconnect', "trusted-types 'none'") },
  pages: { '/': page(BODY), '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>' },
  expected: [/console\.error: .*trusted-types/],
}, async ({ driver, open, site, allow }) => {
  allow(/^log: |^policy: trusted-types/);
  await open('/');
  assert.equal(await outcome(driver), 'fetch');
  assert(!site.requests.some(({ path: asked }) => asked.endsWith('more.js')), 'it is not even asked for');
  await fallbackWorks(driver);
});

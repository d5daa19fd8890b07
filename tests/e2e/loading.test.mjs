/** The script tag: how it starts, what it asks for, and what stands there when it cannot. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { policyFor } from './policy.mjs';
import { BODY, SCRIPT, fallbackWorks, page, painted, ready, settled } from './helpers.mjs';

const WASM = '/dist/franceconnect.wasm';
const MORE = '/dist/franceconnect.more.js';
const HASHES = JSON.parse(readFileSync(path.join(ROOT, 'dist/integrity.json'), 'utf8'));
const pages = { '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>' };

acrossEngines('the script tag works with and without type="module", and asks for three files of ours', {
  pages: {
    '/classique': page(BODY),
    '/module': page(BODY, { script: '<script type="module" src="/dist/franceconnect.js"></script>' }),
    '/fin': page(`${BODY}<script src="/dist/franceconnect.js?v=2"></script>`, { script: '' }),
    '/deux': page(BODY, { script: SCRIPT + SCRIPT }),
  },
}, async ({ driver, open, site }) => {
  for (const address of ['/classique', '/module', '/fin', '/deux']) {
    const before = site.requests.length;
    await open(address);
    await ready(driver);
    assert(await painted(driver), address);
    const asked = site.requests.slice(before).map(({ path }) => path).filter((path) => path !== '/favicon.ico');
    // WebKit keeps a module script from one page to the next.
    if (address !== '/classique') asked.push(MORE);
    assert.deepEqual(new Set(asked), new Set([address, '/dist/franceconnect.js', MORE, WASM]));
    assert.equal(asked.filter((path) => path === WASM).length, 1, 'the module comes once');
  }
});

acrossEngines('a page that changes its address at once still finds the files beside the script', {
  pages: {
    '/dossier/page': page(`${BODY}<script src="../dist/franceconnect.js"></script>
      <script>history.replaceState(null, '', '/autre/part/ici');</script>`, { script: '' }),
  },
}, async ({ driver, open }) => {
  await open('/dossier/page');
  await ready(driver);
  assert.equal(new URL(await driver.getCurrentUrl()).pathname, '/autre/part/ici');
});

acrossEngines('nothing leaves the page’s own origin', {
  pages: { '/': page(`${BODY}<franceconnect-eligibility who="un-particulier"></franceconnect-eligibility><franceconnect-sheet></franceconnect-sheet>`) },
}, async ({ driver, open, site }) => {
  await open('/');
  await ready(driver);
  const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
  assert(names.length > 0);
  for (const name of names) assert(name.startsWith(site.origin) || name.startsWith('data:'), name);
  assert.equal(await driver.executeScript('return document.cookie + localStorage.length + sessionStorage.length'), '00');
});

acrossEngines('version and catalogue() are there, as the interface says', { pages: { '/': page(BODY) } }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const [version, catalogue] = await driver.executeScript('return [FranceConnect.version, FranceConnect.catalogue()]');
  assert.match(version, /^\d+\.\d+\.\d+$/);
  assert.equal(catalogue.length, 1);
  const [api] = catalogue;
  assert.deepEqual(Object.keys(api).sort(), [
    'accessPage', 'amendments', 'contact', 'documentation', 'externalSite', 'keywords', 'lastUpdate', 'owner', 'ownerAcronym',
    'partners', 'slug', 'tagline', 'themes', 'title', 'uptime', 'visits']);
  assert.deepEqual([api.slug, api.ownerAcronym, api.uptime, api.visits], ['franceconnect', 'DINUM', 99.893, 120883]);
  assert.deepEqual(api.partners, ['impots.gouv.fr', 'Ameli', 'MSA', 'La Poste', 'France Identité']);
  assert.deepEqual(api.accessPage.map(({ who, verdict }) => [who[0].id, verdict]), [
    ['un-particulier', 'not-eligible'], ['une-collectivite-ou-une-administration', 'eligible'],
    ['un-editeur-de-logiciel', 'maybe'], ['une-entreprise-de-droit-prive', 'maybe']]);
  assert.deepEqual(api.accessPage[0].cta, { label: 'Consultez la FAQ usager de FranceConnect', url: 'https://franceconnect.gouv.fr/faq' });
});

for (const type of ['text/plain', 'application/octet-stream', 'application/wasm; charset=utf-8']) {
  acrossEngines(`a module served as ${type} still starts, with a warning`, {
    pages: { '/': page(BODY), [WASM]: { headers: { 'Content-Type': type } } },
  }, async ({ driver, open, problems }) => {
    await open('/');
    await ready(driver);
    assert(await painted(driver));
    assert((await problems()).some((problem) => /console\.warn: .*application\/wasm/.test(problem)));
  });
}

/** What a site was asked for since a number of requests, without the browser's own wishes. */
const asked = (site, since = 0) => site.requests.slice(since).map(({ path }) => path).filter((path) => path !== '/favicon.ico');

acrossEngines('the ES module exports what window.FranceConnect has, and starts', {
  pages: {
    '/': page(BODY, { script: '<script type="module">window.names = import("/dist/franceconnect.mjs").then((all) => ({ ...all }))</script>' }),
  },
}, async ({ driver, open, site }) => {
  await open('/');
  await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the module');
  await ready(driver);
  assert(await painted(driver));
  const [exported, global, same] = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    names.then((all) => done([Object.keys(all).sort(), Object.keys(FranceConnect).sort(),
      Object.keys(all).every((name) => all[name] === FranceConnect[name])]));`);
  assert.deepEqual(exported, ['authorizationRequest', 'catalogue', 'eligibility', 'logoutUrl', 'ready', 'reply', 'version']);
  assert.deepEqual(exported, global);
  assert(same, 'the same functions');
  assert.equal(asked(site).filter((path) => path === WASM).length, 1);
});

acrossEngines('script tags, the single file and the ES module on one page start one module, whichever comes first', {
  pages: Object.fromEntries([
    ['/script', ['franceconnect.js', 'franceconnect.mjs', 'franceconnect.single.js', 'franceconnect.js?2']],
    ['/module', ['franceconnect.mjs', 'franceconnect.js', 'franceconnect.single.js']],
    ['/seul', ['franceconnect.single.js', 'franceconnect.js', 'franceconnect.mjs']],
  ].map(([address, names]) => [address, page(BODY, {
    // All of them modules, which run in this order.
    script: names.map((name) => `<script type="module" src="/dist/${name}"></script>`).join(''),
  })])),
}, async ({ driver, open, site }) => {
  for (const [address, modules] of [['/script', 1], ['/module', 1], ['/seul', 0]]) {
    const before = site.requests.length;
    await open(address);
    await until(() => driver.executeScript('return document.readyState === "complete" && Boolean(window.FranceConnect)'), 'the scripts');
    await ready(driver);
    assert(await painted(driver), address);
    assert.equal(asked(site, before).filter((path) => path === WASM).length, modules, address);
  }
});

acrossEngines('the single file asks for nothing but itself', {
  pages: { '/': page(BODY, { script: '<script async src="/dist/franceconnect.single.js"></script>' }) },
}, async ({ driver, open, site }) => {
  await open('/');
  await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the script');
  await ready(driver);
  assert(await painted(driver));
  assert.deepEqual(asked(site), ['/', '/dist/franceconnect.single.js']);
});

acrossEngines('from another origin it starts, checked by its hash, and its module comes from there', {}, async ({ driver, open, site, addSite }) => {
  const cdn = await addSite({ headers: { 'Access-Control-Allow-Origin': '*' } });
  const tag = (name, more) => page(BODY, {
    script: `<script ${more} src="${cdn.origin}/dist/${name}" integrity="${HASHES[name]}" crossorigin></script>`,
  });
  site.set({ '/classique': tag('franceconnect.js', 'async'), '/module': tag('franceconnect.mjs', 'type="module"') });
  for (const address of ['/classique', '/module']) {
    const [here, there] = [site.requests.length, cdn.requests.length];
    await open(address);
    await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), address);
    await ready(driver);
    assert(await painted(driver), address);
    assert.deepEqual(asked(site, here), [address]);
    assert.equal(asked(cdn, there).filter((path) => path === WASM).length, 1);
  }
});

acrossEngines('a preloaded module that may be kept is not fetched twice', {
  // WebKit fetches it again, for a plain fetch() too: README says so.
  engines: ['chromium', 'firefox'],
  pages: {
    '/': page(BODY, { head: '<link rel="preload" as="fetch" href="/dist/franceconnect.wasm" crossorigin>' }),
    // Firefox hands a preload on by its cache.
    [WASM]: { headers: { 'Cache-Control': 'max-age=60' } },
  },
}, async ({ driver, open, site }) => {
  await open('/');
  await ready(driver);
  assert(await painted(driver));
  assert.equal(asked(site).filter((path) => path === WASM).length, 1);
});

acrossEngines('a second version is warned of and stays out; an element of that id is not taken for one', {
  pages: {
    '/': page(BODY, { script: `<script>window.FranceConnect = { version: '0.0.0', ready: Promise.resolve() }</script>${SCRIPT}` }),
    '/nom': page(`<p id="FranceConnect"></p>${BODY}`),
  },
}, async ({ driver, open, problems }) => {
  await open('/');
  await until(async () => (await problems()).some((problem) => /console\.warn: .*after 0\.0\.0: load one/.test(problem)), 'the warning');
  assert.equal(await driver.executeScript('return FranceConnect.version'), '0.0.0');
  await open('/nom');
  await until(() => painted(driver), 'the button');
});

const STRICT = policyFor();
const EVERYTHING = `${BODY}
  <franceconnect-button href="/connexion" level="eidas2" caption></franceconnect-button>
  <franceconnect-eligibility hash remember></franceconnect-eligibility><franceconnect-sheet></franceconnect-sheet>
  <franceconnect-return><a href="/autre">Autrement</a></franceconnect-return>`;

for (const [name, script, policy, requests] of [
  ['franceconnect.js', SCRIPT, STRICT, ['/dist/franceconnect.js', MORE, WASM]],
  ['franceconnect.mjs', '<script type="module" src="/dist/franceconnect.mjs"></script>', STRICT, ['/dist/franceconnect.mjs', WASM]],
  ['franceconnect.single.js', '<script async src="/dist/franceconnect.single.js"></script>',
    STRICT.replace(/connect-src[^;]*;/, ''), ['/dist/franceconnect.single.js']],
  ['no style sheet and no picture allowed', SCRIPT, STRICT.replace(/(style|img)-src[^;]*;/g, ''), ['/dist/franceconnect.js', MORE, WASM]],
  ['a hash', `<script async src="/dist/franceconnect.single.js" integrity="${HASHES['franceconnect.single.js']}" crossorigin></script>`,
    STRICT.replace(/script-src 'self'/, `script-src '${HASHES['franceconnect.single.js']}'`).replace(/connect-src[^;]*;/, ''), ['/dist/franceconnect.single.js']],
  ['a nonce and strict-dynamic', '<script nonce="abc" async src="/dist/franceconnect.js"></script>',
    STRICT.replace(/script-src 'self'/, "script-src 'nonce-abc' 'strict-dynamic'"), ['/dist/franceconnect.js', MORE, WASM]],
]) {
  acrossEngines(`README’s policy is kept by every element, with ${name}, and these are all the requests`, {
    pages: { '/': policy.includes('img-src') ? page(EVERYTHING, { script }) : page(EVERYTHING, { script }).replace('<link rel="icon" href="data:,">', '') },
    headers: { 'Content-Security-Policy': policy },
  }, async ({ driver, open, site, allow }) => {
    // Under a hash or a nonce the harness's recorder does not run; Chromium's log still tells.
    // Nobody has come back from FranceConnect.
    allow(/franceconnect-return/);
    // The browsers' own wish, where the page names no icon.
    allow(/img-src blocked .*favicon/);
    await open('/');
    await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the script');
    await ready(driver);
    assert(await painted(driver));
    await settled(driver, `
      document.querySelector('franceconnect-eligibility').shadowRoot.querySelector('input').click();
      document.documentElement.lang = 'en';`);
    // Often enough for the module to use again what it has freed.
    const titles = await driver.executeScript(`
      return Array.from({ length: 99 }, () => FranceConnect.catalogue()[0].title
        + FranceConnect.eligibility('franceconnect', 'un-particulier').verdict);`);
    assert.deepEqual([...new Set(titles)], ['API Bouton FranceConnectnot-eligible']);
    const ground = await driver.executeScript(`
      const root = document.querySelector('franceconnect-button').shadowRoot;
      return getComputedStyle(root.querySelector('.button')).backgroundColor;`);
    assert.equal(ground, 'rgb(0, 0, 145)', 'the styles apply');
    assert.deepEqual(asked(site).filter((path) => path !== '/').sort(), requests.toSorted());
    const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
    for (const each of names) assert(each.startsWith('data:') || each.startsWith(site.origin), each);
  });
}

acrossEngines('without scripts the partner’s own link shows and works', {
  pages: { ...pages, '/': { body: page(BODY), headers: { 'Content-Security-Policy': "script-src 'none'" } } },
}, async ({ driver, open, allow }) => {
  allow(/^log: .*(script-src|Content Security Policy)/);
  await open('/');
  assert.equal(await driver.executeScript('return typeof window.FranceConnect'), 'undefined');
  await fallbackWorks(driver);
});

acrossEngines('an attribute that cannot be used is said whole, once, and can be mended', {
  pages: { '/': page('<franceconnect-button href="/x" level="eidas9"><a id="secours">Secours</a></franceconnect-button>') },
  expected: [/console\.error: .*franceconnect-button.*level.*eidas9.*eidas1.*eidas2.*eidas3/],
}, async ({ driver, open, allow, problems }) => {
  allow(/^log: .*eidas9/);
  await open('/');
  await driver.executeScript('addEventListener("franceconnect-error", ({ detail }) => { (window.errors ??= []).push(detail) })');
  await ready(driver);
  assert(await driver.executeScript('return document.getElementById("secours").getClientRects().length > 0'), 'the fallback shows');
  // Painted again, it is not said again; another mistake is.
  await settled(driver, 'document.documentElement.lang = "en"');
  assert.equal((await problems()).filter((problem) => /^console\.error.*eidas9/.test(problem)).length, 1);
  await settled(driver, 'document.querySelector("franceconnect-button").setAttribute("level", "eidas2")');
  assert(await painted(driver));
  await settled(driver, 'document.querySelector("franceconnect-button").setAttribute("scheme", "sombre")');
  assert(!await painted(driver));
  const errors = await driver.executeScript('return window.errors');
  const { element, attribute, value, accepted } = errors.at(-1);
  assert.deepEqual([element, attribute, value], ['franceconnect-button', 'scheme', 'sombre']);
  assert.match(accepted, /light.*dark/);
  allow(/sombre/);
});

acrossEngines('elements come, move and go a thousand times without a word', {
  pages: { '/': page('<div id="a"></div><div id="b"></div>') }, timeout: 120_000,
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const left = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    (async () => {
      const kinds = ['button', 'eligibility', 'sheet'];
      for (let round = 0; round < 1000; round++) {
        const element = document.createElement('franceconnect-' + kinds[round % 3]);
        element.setAttribute('href', '/x');
        a.append(element);
        if (round % 2) await 0;
        element.setAttribute('scheme', round % 4 ? 'dark' : 'light');
        if (round % 5 === 0) await new Promise((resolve) => setTimeout(resolve));
        b.append(element);
        if (round % 3 === 0) await 0;
        element.remove();
        if (round % 7 === 0) { a.append(element); await 0; element.remove(); }
      }
      const last = document.createElement('franceconnect-button');
      last.setAttribute('href', '/x');
      a.append(last);
      await new Promise((resolve) => setTimeout(resolve));
      done(last.shadowRoot.querySelectorAll('.button').length);
    })().catch((error) => done(String(error)));`);
  assert.equal(left, 1);
});

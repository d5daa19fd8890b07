/** The script tag: how it starts, what it asks for, and what stands there when it cannot. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { SCRIPT, page, ready, settled } from './helpers.mjs';

const BODY = '<franceconnect-button><a href="/connexion">S’identifier avec FranceConnect</a></franceconnect-button>';
const WASM = '/dist/franceconnect.wasm';
const MORE = '/dist/franceconnect.more.js';
const painted = (driver) => driver.executeScript(
  'return Boolean(document.querySelector("franceconnect-button").shadowRoot?.querySelector(".button"))');

/** The partner's own link: shown, as large as text is, and followed by a click. */
async function fallbackWorks(driver) {
  // The console hears of a failed start a moment later, if the visitor has not left.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const link = await driver.executeScript('return document.querySelector("franceconnect-button a")');
  assert(await link.isDisplayed(), 'the fallback shows');
  await link.click();
  await until(async () => (await driver.getCurrentUrl()).endsWith('/connexion'), 'the fallback leads on');
}

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
    assert.deepEqual(new Set(asked), new Set([address, '/dist/franceconnect.js', MORE, WASM]));
    assert.equal(asked.filter((path) => path === WASM).length, 1, 'the module comes once');
  }
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
    'accessPage', 'contact', 'documentation', 'externalSite', 'keywords', 'lastUpdate', 'owner', 'ownerAcronym',
    'partners', 'slug', 'tagline', 'themes', 'title', 'uptime', 'visits']);
  assert.deepEqual([api.slug, api.ownerAcronym, api.uptime, api.visits], ['franceconnect', 'DINUM', 99.893, 120883]);
  assert.deepEqual(api.partners, ['DGFiP', 'Ameli', 'La Poste', 'MobileConnect & Moi', 'MSA']);
  assert.deepEqual(api.accessPage.map(({ who, verdict }) => [who[0].id, verdict]), [
    ['un-particulier', 'not-eligible'], ['une-collectivite-ou-une-administration', 'eligible'],
    ['un-editeur-de-logiciel', 'maybe'], ['une-entreprise-de-droit-prive', 'maybe']]);
  assert.deepEqual(api.accessPage[0].cta, { label: 'Consultez la FAQ usager de FranceConnect', url: 'https://franceconnect.gouv.fr/faq' });
});

for (const [what, reply, kind] of [
  ['a missing module', { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'absent' }, 'missing'],
  ['a module that is not the one built with the loader', { body: 'abc', headers: { 'Content-Type': 'application/wasm' } }, 'integrity'],
]) {
  acrossEngines(`${what} leaves the fallback and rejects ready with its kind`, {
    pages: { ...pages, '/': page(BODY), [WASM]: reply },
    expected: [/console\.error: .*FranceConnect: /],
  }, async ({ driver, open, allow }) => {
    // The browser's own words for it, and the 404 itself.
    allow(/^log: /);
    allow(/^http: .*\.wasm/);
    await open('/');
    const error = await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      const wait = () => window.FranceConnect
        ? FranceConnect.ready.then(() => done(null), ({ name, kind, message }) => done({ name, kind, message }))
        : setTimeout(wait, 20);
      wait();`);
    assert.equal(error?.kind, kind, JSON.stringify(error));
    assert.match(error.message, /franceconnect\.wasm/);
    assert(!await painted(driver));
    await fallbackWorks(driver);
  });
}

acrossEngines('a module of the wrong type still starts, with a warning', {
  pages: { '/': page(BODY), [WASM]: { headers: { 'Content-Type': 'text/plain' } } },
}, async ({ driver, open, problems }) => {
  await open('/');
  await ready(driver);
  assert(await painted(driver));
  assert((await problems()).some((problem) => /console\.warn: .*application\/wasm/.test(problem)));
});

acrossEngines('without WebAssembly the fallback stays and the reason is said', {
  pages: { ...pages, '/': page(BODY, { script: `<script>delete window.WebAssembly</script>${SCRIPT}` }) },
  expected: [/console\.error: .*WebAssembly/],
}, async ({ driver, open, allow }) => {
  allow(/^log: /);
  await open('/');
  await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the loader');
  assert.equal(await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1]; FranceConnect.ready.catch(({ kind }) => done(kind))`), 'webassembly');
  await fallbackWorks(driver);
});

acrossEngines('a strict policy is kept without a violation', {
  pages: { '/': page(`${BODY}<franceconnect-eligibility></franceconnect-eligibility><franceconnect-sheet></franceconnect-sheet>`) },
  headers: {
    'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; "
      + "img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'",
  },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  assert(await painted(driver));
  await settled(driver, `
    document.querySelector('franceconnect-eligibility').shadowRoot.querySelector('input').click();
    document.documentElement.lang = 'en';`);
  const ground = await driver.executeScript(`
    const root = document.querySelector('franceconnect-button').shadowRoot;
    return getComputedStyle(root.querySelector('.button')).backgroundColor;`);
  assert.equal(ground, 'rgb(0, 0, 145)', 'the styles apply');
});

acrossEngines('a policy that refuses WebAssembly leaves the fallback and says what to allow', {
  // WebKitGTK does not ask this of the policy.
  engines: ['chromium', 'firefox'],
  pages: { ...pages, '/': { body: page(BODY), headers: { 'Content-Security-Policy': "script-src 'self'" } } },
  expected: [/console\.error: .*wasm-unsafe-eval/],
}, async ({ driver, open, allow }) => {
  allow(/^log: |^policy: script-src blocked wasm-eval/);
  await open('/');
  await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the loader');
  assert.equal(await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1]; FranceConnect.ready.catch(({ kind }) => done(kind))`), 'policy');
  await fallbackWorks(driver);
});

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

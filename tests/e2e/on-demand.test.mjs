/** What a page asks for: the loader, and the rest once something needs it. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, keepBack, page, painted, ready, settled } from './helpers.mjs';

const LOADER = '/dist/franceconnect.js';
const REST = ['/dist/franceconnect.more.js', '/dist/franceconnect.wasm'];
const asked = (site) => site.requests.map(({ path }) => path).filter((path) => path.startsWith('/dist/')).sort();

/** Longer than the loader waits for a frame before it asks for more. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 400));

const FORM = '<franceconnect-button><form action="/connexion"></form></franceconnect-button>';
const ROUTE = '<franceconnect-button href="/connexion"></franceconnect-button>';

acrossEngines('buttons with a link, a form or an address ask for the loader alone, whatever they use and change', {
  pages: { '/': page(BODY + FORM + ROUTE + ROUTE.replace('/connexion', 'https://service.example/connexion?a=b')) },
}, async ({ driver, open, site }) => {
  await open('/');
  await until(() => painted(driver), 'the button');
  await settled(driver, `
    document.documentElement.lang = 'de';
    document.documentElement.dataset.frTheme = 'dark';
    for (const host of document.querySelectorAll('franceconnect-button')) {
      host.setAttribute('level', 'eidas3');
      host.setAttribute('scheme', 'light');
      host.toggleAttribute('caption');
      host.toggleAttribute('disabled');
    }`);
  await pause();
  assert.match(await driver.executeScript('return FranceConnect.version'), /^\d/);
  assert.deepEqual(asked(site), [LOADER]);
  assert.equal(await driver.executeScript(`
    return [...document.querySelectorAll('franceconnect-button')].filter((host) => /Einloggen.*FranceConnect\\+/.test(host.shadowRoot.textContent)).length`), 4);
});

const LEVEL = ROUTE.replace('href', 'level="eidas9" href');
/** What needs the rest, as a sentence; the page; what happens in it. */
for (const [what, body, script = ''] of [
  ['a button that makes its request itself', '<franceconnect-button client-id="essai" redirect-uri="https://service.example/retour"></franceconnect-button>'],
  ['a level that there is not', LEVEL],
  ['an address that leads to no page', ROUTE.replace('/connexion', 'mailto:a@b.example')],
  ['a button that has nothing to follow', '<franceconnect-button></franceconnect-button>'],
  ['an attribute that becomes wrong', ROUTE, "document.querySelector('franceconnect-button').setAttribute('scheme', 'sombre')"],
  ['an explainer', '<franceconnect-eligibility></franceconnect-eligibility>'],
  ['a sheet that comes later', BODY, "document.body.append(document.createElement('franceconnect-sheet'))"],
  ['a return page in a shadow root', '<p id="ici"></p>', `
    const root = document.getElementById('ici').attachShadow({ mode: 'closed' });
    root.append(document.createElement('franceconnect-return'))`],
  ['a script that reads ready, twice', BODY, 'FranceConnect.ready === FranceConnect.ready'],
  ['all of that at once', `${LEVEL}<franceconnect-eligibility></franceconnect-eligibility>`,
    "FranceConnect.ready; document.body.append(document.createElement('franceconnect-sheet'))"],
]) {
  acrossEngines(`${what} asks for the rest, once`, { pages: { '/': page(body) } }, async ({ driver, open, site, allow }) => {
    // A mistake is told; nobody has come back from FranceConnect.
    allow(/accepted here: |no-request|franceconnect-error/);
    await open('/');
    await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the script');
    if (script) await settled(driver, script);
    await until(() => asked(site).length === 3, 'the rest');
    await ready(driver);
    await pause();
    assert.deepEqual(asked(site), [LOADER, ...REST].sort());
  });
}

acrossEngines('what a button’s press waits for is void once the button is another', {
  pages: { '/': page('<div id="ici"></div>') },
}, async ({ driver, open, allow, site }) => {
  const letGo = keepBack(site, '/dist/franceconnect.wasm');
  allow(/accepted here: /);
  await open('/');
  await until(() => driver.executeScript('return Boolean(window.FranceConnect)'), 'the script');
  await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    window.starts = 0;
    addEventListener('franceconnect-start', (event) => { event.preventDefault(); window.starts += 1; });
    const changes = [
      (host) => host.setAttribute('disabled', ''),
      (host) => host.setAttribute('href', '/connexion'),
      (host) => { host.innerHTML = '<a href="/connexion">FC</a>'; },
      (host) => host.remove(),
      (host) => document.createElement('template').content.append(host),
      () => {},
    ];
    (async () => {
      for (const change of changes) {
        const host = document.createElement('franceconnect-button');
        host.setAttribute('client-id', 'essai');
        host.setAttribute('redirect-uri', 'https://service.example/retour');
        document.getElementById('ici').append(host);
        await new Promise((go) => setTimeout(go));
        host.shadowRoot.querySelector('.button').click();
        change(host);
        await new Promise((go) => setTimeout(go));
        host.removeAttribute('disabled');
      }
      done();
    })();`);
  letGo();
  await ready(driver);
  assert.equal(await settled(driver, 'return window.starts'), 1, 'only the one that stayed as it was');
});

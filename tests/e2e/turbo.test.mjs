/** Turbo, which fetches pages and puts them into the document: the return page, the button’s link, a refresh that morphs. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { COMPANY, HOST, heard, listen, pick, shown, shows, walk } from './explainer-steps.mjs';
import { MOUNTS } from './harness/site.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, keepBack, page, ready, settled } from './helpers.mjs';

const mounts = { ...MOUNTS, '/turbo/': path.join(ROOT, 'node_modules/@hotwired/turbo/dist') };

/** What the return page tells, and what is written into the history afterwards: both outlast a visit of Turbo’s. */
const RECORD = `<script>
  window.heard = [];
  window.written = [];
  for (const name of ['pushState', 'replaceState']) {
    const write = History.prototype[name];
    History.prototype[name] = function (state, unused, url) {
      written.push(JSON.stringify(state) + url);
      return write.call(this, state, unused, url);
    };
  }
  addEventListener('popstate', () => written.push(location.href));
  addEventListener('franceconnect-reply', ({ detail }) => { heard.push(detail.code); written = []; });
  addEventListener('franceconnect-error', ({ detail }) => heard.push(detail.kind));
</script>`;

/** Turbo gives the address that it remembers as the referrer of what it fetches. */
const REFERRER = '<meta name="referrer" content="no-referrer">';
const TURBO = '<script defer src="/turbo/turbo.es2017-umd.js"></script>';
/** Turbo once the reply has been told. */
const LATE = `<script>
  addEventListener('franceconnect-reply', () => {
    document.head.append(Object.assign(document.createElement('script'), { src: '/turbo/turbo.es2017-umd.js' }));
  });
</script>`;

const pages = (turbo) => Object.fromEntries(Object.entries({
  '/': '<p id="accueil">Accueil</p>',
  '/retour': `<franceconnect-return><p><a href="/mot-de-passe">Autrement</a></p></franceconnect-return>
    <p><a id="suite" href="/bonjour">Suite</a></p>`,
  '/bonjour': '<p id="bonjour">Bonjour</p>',
}).map(([address, body]) => [address, page(body, { head: RECORD + REFERRER + turbo })]));

/** Waits until Turbo has put the page in that has this element. */
const arrived = (driver, selector) => until(() => driver.executeScript(`
  return Boolean(document.querySelector(arguments[0])) && !document.documentElement.hasAttribute('aria-busy')`, selector), selector);

/** Makes a request as a page would. @returns {Promise<string>} the address that FranceConnect comes back to */
async function request({ driver, open }) {
  await open('/');
  await ready(driver);
  const { url, state } = await driver.executeScript(`
    return FranceConnect.authorizationRequest({ clientId: 'essai', redirectUri: 'https://service.example/retour', environment: 'sandbox' })`);
  return `/retour?code=c0de&state=${state}&iss=${encodeURIComponent(url.split('/authorize')[0])}`;
}

/** From the return page on by a link of Turbo's, back, forward and back: nothing of the reply is met on the way. */
async function goOnAndBack({ driver, site }) {
  await until(() => driver.executeScript('return heard.length > 0'), 'the reply');
  const asked = site.requests.length;
  await arrived(driver, '#suite');
  for (const [script, selector, address] of [
    ['', '#suite', '/retour'],
    ['document.getElementById("suite").click()', '#bonjour', '/bonjour'],
    ['history.back()', '#suite', '/retour'],
    ['history.forward()', '#bonjour', '/bonjour'],
    ['history.back()', '#suite', '/retour'],
  ]) {
    await driver.executeScript(script);
    await arrived(driver, selector);
    await ready(driver);
    assert.equal(await driver.getCurrentUrl(), site.origin + address);
    assert.doesNotMatch(await driver.executeScript('return JSON.stringify(history.state)'), /c0de/, address);
  }
  const message = await settled(driver, 'return document.querySelector("franceconnect-return").shadowRoot.textContent');
  assert.match(message, /Connexion en cours…/, 'the reply is not taken for another one');
  const { told, written } = await driver.executeScript('return { told: heard, written }');
  assert.deepEqual(told, ['c0de'], 'once, in the one document');
  assert.doesNotMatch(written.join('\n'), /c0de/);
  assert.doesNotMatch(site.requests.slice(asked).map(({ url, headers }) => `${url} ${headers.referer}`).join('\n'), /c0de/);
}

acrossEngines('with Turbo, back and forward meet nothing of the reply that Turbo has met first', { pages: pages(TURBO), mounts }, async (context) => {
  const { driver, open, site } = context;
  const address = await request(context);
  const letGo = keepBack(site, '/dist/franceconnect.wasm');
  await open(address);
  await until(() => driver.executeScript('return Boolean(history.state?.turbo)'), 'Turbo');
  letGo();
  await goOnAndBack(context);
});

acrossEngines('with Turbo, back and forward meet nothing of the reply that was taken before Turbo came', { pages: pages(LATE), mounts }, async (context) => {
  const { driver, open } = context;
  await open(await request(context));
  await until(() => driver.executeScript('return Boolean(history.state?.turbo)'), 'Turbo');
  await goOnAndBack(context);
});

acrossEngines('with Turbo, back and forward meet nothing of a reply that a visit of Turbo’s has led to', { pages: pages(TURBO), mounts }, async (context) => {
  const { driver } = context;
  const address = await request(context);
  await driver.executeScript('Turbo.visit(arguments[0])', address);
  await goOnAndBack(context);
});

acrossEngines('Turbo follows the page’s own link in the button, unless that link says that it may not', { mounts, pages: {
  '/suivi': page(BODY, { head: TURBO }),
  '/laisse': page(BODY.replace('<a ', '<a data-turbo="false" '), { head: TURBO }),
  '/connexion': page('<p id="connexion">Connexion</p>', { head: TURBO }),
} }, async ({ driver, open, site }) => {
  for (const [address, isTurbo] of [['/suivi', true], ['/laisse', false]]) {
    await open(address);
    await ready(driver);
    await (await driver.executeScript('return document.querySelector("franceconnect-button").shadowRoot.querySelector(".button")')).click();
    await arrived(driver, '#connexion');
    const [{ headers }, ...others] = site.requests.splice(0).filter(({ path: asked }) => asked === '/connexion');
    assert.deepEqual(['x-turbo-request-id' in headers, others], [isTurbo, []], address);
  }
});

acrossEngines('a refresh of Turbo’s that morphs the page takes nothing of the visitor’s away', {
  mounts,
  pages: {
    '/': () => page(`<p id="heure">${performance.now()}</p>${BODY}<${HOST}></${HOST}><franceconnect-sheet></franceconnect-sheet>`,
      { head: `${TURBO}<meta name="turbo-refresh-method" content="morph"><meta name="turbo-refresh-scroll" content="preserve">` }),
  },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  await walk(driver, COMPANY, 'non');
  await pick(driver, 'oui');
  await heard(driver);
  await settled(driver, `
    window.hosts = [...document.querySelectorAll('franceconnect-button, ${HOST}, franceconnect-sheet')];
    window.inside = hosts.map(({ shadowRoot }) => [...shadowRoot.children]);
    window.disclosures = hosts.slice(1).map(({ shadowRoot }) => shadowRoot.querySelector('details'));
    for (const disclosure of disclosures) disclosure.open = true;
    hosts[1].scrollIntoView();
    window.at = scrollY;`);
  const before = await shown(driver);
  for (let time = 0; time < 2; time += 1) {
    await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      const hour = document.getElementById('heure').textContent;
      addEventListener('turbo:load', () => setTimeout(() => done(document.getElementById('heure').textContent !== hour)), { once: true });
      Turbo.session.refresh(location.href);`).then((isMorphed) => assert(isMorphed));
    await shows(driver, { who: COMPANY, question: /texte réglementaire/, checked: 'oui', actions: ['next', 'back'] });
    assert.deepEqual(await shown(driver), before);
    const kept = await settled(driver, `
      const now = [...document.querySelectorAll('franceconnect-button, ${HOST}, franceconnect-sheet')];
      return {
        hosts: now.every((host, at) => host === hosts[at]),
        inside: now.every(({ shadowRoot }, at) => [...shadowRoot.children].every((child, index) => child === inside[at][index])),
        button: Boolean(now[0].shadowRoot.querySelector('.button')),
        opened: disclosures.every((disclosure) => disclosure.isConnected && disclosure.open),
        // Firefox rounds.
        isWhereItWas: Math.abs(scrollY - at) <= 1,
      };`);
    assert.deepEqual(kept, { hosts: true, inside: true, button: true, opened: true, isWhereItWas: true });
  }
  assert.deepEqual(await heard(driver), [], 'nothing is new');
});

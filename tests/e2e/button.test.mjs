/** `<franceconnect-button>` with the partner's own link, form or route (modes 1 and 2). */
import assert from 'node:assert/strict';
import { Key, acrossEngines, axe, press, until } from './harness/suite.mjs';
import { accessible, page, ready, settled } from './helpers.mjs';

const LINK = '<franceconnect-button><a href="/connexion?de=lien">S’identifier avec FranceConnect</a></franceconnect-button>';
const FORM = `<franceconnect-button><form action="/connexion" method="post">
  <input type="hidden" name="csrf" value="jeton &amp; é"><button>S’identifier avec FranceConnect</button></form></franceconnect-button>`;
const pages = {
  '/lien': page(LINK),
  '/formulaire': page(FORM),
  '/route': page('<franceconnect-button href="/connexion?de=route"></franceconnect-button>'),
  '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>',
};

const HOST = 'franceconnect-button';
const button = (driver, host = HOST) =>
  driver.executeScript('return document.querySelector(arguments[0]).shadowRoot.querySelector(".button")', host);
const arrived = (driver) => until(async () => (await driver.getTitle()) === 'Arrivée', 'the next page');
const arrivals = (site) => site.requests.filter(({ path }) => path === '/connexion');

acrossEngines('the page’s own link is followed by a click and by Enter', { pages }, async ({ driver, open, site }) => {
  await open('/lien');
  await ready(driver);
  assert.deepEqual(await accessible(driver, HOST, '.button'), { role: 'link', name: 'S’identifier avec FranceConnect' });
  await (await button(driver)).click();
  await arrived(driver);
  await open('/lien');
  await ready(driver);
  await press(driver, Key.TAB);
  // Space scrolls, as on any link.
  await press(driver, Key.SPACE);
  assert.equal(await driver.getTitle(), 'Essai');
  await press(driver, Key.ENTER);
  await arrived(driver);
  assert.deepEqual(arrivals(site).map(({ method, url }) => `${method} ${url}`), Array(2).fill('GET /connexion?de=lien'));
});

acrossEngines('the page’s own form is submitted with its fields, by pointer, Enter and Space', { pages }, async ({ driver, open, site }) => {
  for (const how of ['click', Key.ENTER, Key.SPACE]) {
    await open('/formulaire');
    await ready(driver);
    assert.deepEqual(await accessible(driver, HOST, '.button'), { role: 'button', name: 'S’identifier avec FranceConnect' });
    if (how === 'click') await (await button(driver)).click();
    else await press(driver, Key.TAB, how);
    await arrived(driver);
  }
  assert.deepEqual(arrivals(site).map(({ method, body }) => [method, new URLSearchParams(body).get('csrf')]),
    Array(3).fill(['POST', 'jeton & é']));
});

acrossEngines('a form that is not valid is not submitted, as with its own button', {
  pages: { ...pages, '/': page('<franceconnect-button><form action="/connexion"><input name="a" required></form></franceconnect-button>') },
}, async ({ driver, open, site, allow }) => {
  // Chromium says so of a form that nobody sees.
  allow(/^log: .*is not focusable/);
  await open('/');
  await ready(driver);
  await (await button(driver)).click();
  await settled(driver);
  assert.equal(arrivals(site).length, 0);
});

acrossEngines('href makes a real link; a cancelled start stays', { pages }, async ({ driver, open, site }) => {
  for (const [address, detail] of [['/lien', {}], ['/route', { url: '/connexion?de=route' }], ['/formulaire', {}]]) {
    await open(address);
    await ready(driver);
    await driver.executeScript(`
      addEventListener('franceconnect-start', (event) => {
        event.preventDefault();
        window.start = { detail: event.detail, composed: event.composed, on: event.target.localName };
      }, { once: true });`);
    await (await button(driver)).click();
    assert.deepEqual(await settled(driver, 'return window.start'), { detail, composed: true, on: HOST });
    assert.equal(await driver.getTitle(), 'Essai');
  }
  assert.equal(arrivals(site).length, 0);
  await (await button(driver)).click();
  await arrived(driver);
});

acrossEngines('Ctrl-click and middle click open a tab, as on a link', { engines: ['chromium', 'firefox'], pages }, async ({ browser, driver, open, site }) => {
  for (const how of ['ctrl', 'middle']) {
    await open('/route');
    await ready(driver);
    const link = await button(driver);
    if (how === 'ctrl') await driver.actions().keyDown(Key.CONTROL).click(link).keyUp(Key.CONTROL).perform();
    else await driver.actions().move({ origin: link }).press(1).release(1).perform();
    await until(async () => (await driver.getAllWindowHandles()).length === 2, 'a second tab');
    assert.equal(await driver.getTitle(), 'Essai', 'this one stays');
    await until(() => arrivals(site).length === (how === 'ctrl' ? 1 : 2), 'the request of the second tab');
    await browser.fresh();
  }
});

acrossEngines('a disabled button is announced as such and starts nothing', {
  pages: { ...pages, '/': page(`${FORM.replace('<franceconnect-button', '$& disabled')}<franceconnect-button id="lien" href="/connexion" disabled></franceconnect-button>`) },
}, async ({ driver, open, site }) => {
  await open('/');
  await ready(driver);
  assert.equal(await (await button(driver)).isEnabled(), false);
  const link = await accessible(driver, '#lien', '.button');
  assert.deepEqual(link, { role: 'link', name: 'S’identifier avec FranceConnect' });
  await driver.executeScript(`
    window.starts = 0;
    addEventListener('franceconnect-start', () => starts++);
    for (const host of document.querySelectorAll('${HOST}')) host.shadowRoot.querySelector('.button').click();`);
  await driver.actions().click(await button(driver, '#lien')).perform();
  assert.equal(await settled(driver, 'return window.starts'), 0);
  assert.equal(arrivals(site).length, 0);
  await settled(driver, `document.getElementById('lien').removeAttribute('disabled')`);
  await (await button(driver, '#lien')).click();
  await arrived(driver);
});

acrossEngines('a click on a disabled link does not do what the element around it would', {
  pages: { ...pages, '/': page('<details><summary><franceconnect-button href="/connexion" disabled></franceconnect-button></summary></details>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await (await button(driver)).click();
  assert.equal(await settled(driver, "return document.querySelector('details').open"), false);
});

acrossEngines('FranceConnect+ has a plus that is text, its own link and its sentence', {
  pages: { '/': page('<franceconnect-button href="/x" level="eidas2" caption></franceconnect-button>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  assert.equal((await accessible(driver, HOST, '.button')).name, 'S’identifier avec FranceConnect+');
  const said = await driver.executeScript(`
    const root = document.querySelector('${HOST}').shadowRoot;
    const help = root.querySelector('.help');
    return { help: help.textContent, title: help.title, href: help.href, rel: help.rel, target: help.target,
      caption: root.querySelector('.caption').textContent };`);
  assert.deepEqual(said, {
    help: 'Qu’est-ce que FranceConnect+\u202f?', title: 'Qu’est-ce que FranceConnect+\u202f? - nouvelle fenêtre',
    href: 'https://franceconnect.gouv.fr/france-connect-plus', rel: 'noopener', target: '_blank',
    caption: 'FranceConnect+ est la solution proposée par l’État pour renforcer la sécurité de vos services en ligne les plus sensibles.',
  });
  await settled(driver, `document.querySelector('${HOST}').setAttribute('level', 'eidas1')`);
  assert.equal((await accessible(driver, HOST, '.button')).name, 'S’identifier avec FranceConnect');
  assert.deepEqual(await driver.executeScript(`
    const help = document.querySelector('${HOST}').shadowRoot.querySelector('.help'); return [help.title, help.href]`),
  ['Qu’est-ce que FranceConnect\u202f? - nouvelle fenêtre', 'https://franceconnect.gouv.fr/']);
});

acrossEngines('a line that takes another one’s place has nothing of it left', {
  pages: { '/': page('<franceconnect-button href="/x" caption></franceconnect-button>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const lines = () => settled(driver, `
    return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('p')]
      .map((line) => [...line.attributes].map(({ name, value }) => name + '=' + value).join());`);
  assert.deepEqual(await lines(), ['class=caption', '']);
  await settled(driver, `document.querySelector('${HOST}').removeAttribute('caption')`);
  assert.deepEqual(await lines(), ['']);
});

acrossEngines('the language is the nearest one, through shadow roots, and follows changes', {
  pages: { '/': page(`<franceconnect-button id="fr" href="/x"></franceconnect-button>
    <p lang="de-AT"><franceconnect-button id="de" href="/x"></franceconnect-button></p>
    <p lang="es"><x-outer></x-outer></p><franceconnect-button id="en" lang="en" href="/x"></franceconnect-button>
    <script>customElements.define('x-outer', class extends HTMLElement {
      connectedCallback() {
        const inner = document.createElement('franceconnect-button');
        inner.setAttribute('href', '/x');
        this.attachShadow({ mode: 'open' }).append(inner);
      }
    });</script>`) },
}, async ({ driver, open }) => {
  const names = () => settled(driver, `
    const inner = document.querySelector('x-outer').shadowRoot.firstElementChild;
    return [...document.querySelectorAll('${HOST}'), inner].map((host) => host.shadowRoot.querySelector('.button').textContent);`);
  await open('/');
  await ready(driver);
  assert.deepEqual(await names(), ['S’identifier avec FranceConnect', 'Einloggen mit FranceConnect', 'Sign in with FranceConnect', 'Iniciar sesión con FranceConnect']);
  await settled(driver, `document.documentElement.lang = 'en'; document.getElementById('en').lang = 'fr';`);
  assert.deepEqual(await names(), ['Sign in with FranceConnect', 'Einloggen mit FranceConnect', 'S’identifier avec FranceConnect', 'Iniciar sesión con FranceConnect']);
});

acrossEngines('the scheme is the attribute’s, else the page’s, and follows changes', {
  pages: { '/': page('<franceconnect-button href="/x"></franceconnect-button>') },
}, async ({ driver, open }) => {
  const ground = () => settled(driver, `
    return getComputedStyle(document.querySelector('${HOST}').shadowRoot.querySelector('.button')).backgroundColor`);
  const LIGHT = 'rgb(0, 0, 145)';
  const DARK = 'rgb(133, 133, 246)';
  await open('/');
  await ready(driver);
  const html = (name, value) => settled(driver, 'document.documentElement.setAttribute(args[0], args[1])', name, value);
  assert.equal(await ground(), LIGHT);
  await html('data-fr-scheme', 'dark');
  assert.equal(await ground(), DARK);
  await settled(driver, `document.querySelector('${HOST}').setAttribute('scheme', 'light')`);
  assert.equal(await ground(), LIGHT);
  await settled(driver, `document.querySelector('${HOST}').removeAttribute('scheme')`);
  // The DSFR says `system` for the scheme, and resolves it in the theme.
  await html('data-fr-scheme', 'system');
  await html('data-fr-theme', 'light');
  assert.equal(await ground(), LIGHT);
  await html('data-fr-theme', 'dark');
  assert.equal(await ground(), DARK);
});

acrossEngines('without a word from the page, the visitor’s scheme decides', {
  launch: { dark: true }, pages: { '/': page('<franceconnect-button href="/x"></franceconnect-button>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  assert.equal(await settled(driver, `
    return getComputedStyle(document.querySelector('${HOST}').shadowRoot.querySelector('.button')).backgroundColor`), 'rgb(133, 133, 246)');
});

acrossEngines('the page’s styles do not reach the button, and axe finds nothing', {
  engines: ['chromium', 'firefox'],
  pages: {
    '/nue': page(LINK),
    '/': page(`${LINK}<franceconnect-button href="/x" level="eidas3" caption></franceconnect-button>`, {
      head: '<style>body * { font: 40px/3 serif !important; letter-spacing: 1em; text-transform: uppercase; direction: rtl } body { color: red }</style>',
    }),
  },
}, async ({ driver, open }) => {
  const size = async (address) => {
    await open(address);
    await ready(driver);
    const { width, height } = await (await button(driver)).getRect();
    return [width, height].map(Math.round);
  };
  assert.deepEqual(await size('/'), await size('/nue'));
  await open('/');
  await ready(driver);
  assert.deepEqual(await axe(driver, { rules: { region: { enabled: false } } }), []);
});

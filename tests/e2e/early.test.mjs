/** The button before the module: painted by the loader, usable at once, never wrong. */
import assert from 'node:assert/strict';
import { By, acrossEngines, shadow, until } from './harness/suite.mjs';
import { BODY, SCRIPT, keepBack, page, ready, settled } from './helpers.mjs';

const WASM = '/dist/franceconnect.wasm';
const arrival = '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Arrivée</title><h1>Arrivée</h1>';

const there = (driver) => driver.executeScript(
  'return Boolean(document.querySelector("franceconnect-button").shadowRoot?.querySelector(".button svg path"))');

/** Whether `ready` has settled. */
const started = (driver) => driver.executeAsyncScript(`
  const done = arguments[arguments.length - 1];
  FranceConnect.ready.then(() => done(true));
  setTimeout(() => done(false), 0);`);

acrossEngines('the loader paints the button before the module has come, and the module changes nothing of it', {
  pages: { '/': page(`${BODY}<franceconnect-sheet></franceconnect-sheet>`) },
}, async ({ driver, open, site }) => {
  const letGo = keepBack(site, WASM);
  await open('/');
  await until(() => there(driver), 'the button');
  assert.equal(await started(driver), false, 'the module is still on its way');
  const before = await driver.executeScript(`
    const root = document.querySelector('franceconnect-button').shadowRoot;
    window.kept = root.querySelector('.button');
    kept.focus();
    return [root.innerHTML, getComputedStyle(kept).backgroundColor, document.querySelector('franceconnect-sheet').shadowRoot === null];`);
  assert.deepEqual(before.slice(1), ['rgb(0, 0, 145)', true], 'styled; the others wait');
  letGo();
  await ready(driver);
  const after = await settled(driver, `
    const root = document.querySelector('franceconnect-button').shadowRoot;
    return [root.innerHTML, root.querySelector('.button') === kept && root.activeElement === kept];`);
  assert.deepEqual(after, [before[0], true]);
});

/** Notes whether the button stands when the first file is asked for, or the single one is unpacked. */
const NOTE = `<script>
  for (const name of ['fetch', 'atob']) {
    const own = window[name];
    window[name] = (...given) => {
      window.painted ??= document.querySelector('franceconnect-button').shadowRoot?.querySelector('.button svg path') != null;
      return own(...given);
    };
  }
</script>`;

// The script comes last, so that the button stands there when it runs.
const last = (/** @type {string} */ script) => page(BODY + NOTE + script, { script: '' });

acrossEngines('the button is painted before anything else is asked for or unpacked, in every build', {
  pages: {
    '/tag': last(SCRIPT),
    '/seul': last('<script src="/dist/franceconnect.single.js"></script>'),
    '/module': last('<script type="module" src="/dist/franceconnect.mjs"></script>'),
  },
}, async ({ driver, open }) => {
  for (const address of ['/tag', '/seul', '/module']) {
    await open(address);
    await ready(driver);
    assert.equal(await driver.executeScript('return window.painted'), true, address);
  }
});

acrossEngines('a page that gets no frame, as in a hidden tab, starts all the same', {
  pages: { '/': page(`${BODY}<script>window.requestAnimationFrame = () => 0;</script>${SCRIPT}`, { script: '' }) },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
});

acrossEngines('what changes before the module has come is followed at once: attribute, content, language, scheme', {
  pages: { '/': page('<franceconnect-button href="/connexion"></franceconnect-button><div id="plus-bas"></div>') },
}, async ({ driver, open, site }) => {
  keepBack(site, WASM);
  await open('/');
  await until(() => there(driver), 'the button');
  const told = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const host = document.querySelector('franceconnect-button');
    const find = (selector) => host.shadowRoot.querySelector(selector);
    const changes = [
      () => host.setAttribute('href', '/ailleurs'),
      () => { host.innerHTML = '<a href="/dedans" target="_blank">FC</a>'; },
      () => host.querySelector('a').setAttribute('href', '/encore'),
      () => host.querySelector('a').remove(),
      () => host.setAttribute('disabled', ''),
      () => host.removeAttribute('disabled'),
      () => document.documentElement.setAttribute('lang', 'de'),
      () => document.documentElement.setAttribute('data-fr-scheme', 'dark'),
      () => document.getElementById('plus-bas').append(host),
    ];
    (async () => {
      const told = [];
      for (const change of changes) {
        change();
        await new Promise((go) => setTimeout(go));
        told.push([find('.button').getAttribute('href'), find('span').textContent, getComputedStyle(find('.button')).backgroundColor].join(' '));
      }
      done(told);
    })();`);
  assert.equal(await started(driver), false, 'the module is still on its way');
  const [blue, pale] = ['rgb(0, 0, 145)', 'rgb(133, 133, 246)'];
  assert.deepEqual(told, [
    `/ailleurs S’identifier avec ${blue}`,
    `/dedans S’identifier avec ${blue}`,
    `/encore S’identifier avec ${blue}`,
    `/ailleurs S’identifier avec ${blue}`,
    ' S’identifier avec rgb(229, 229, 229)',
    `/ailleurs S’identifier avec ${blue}`,
    `/ailleurs Einloggen mit ${blue}`,
    `/ailleurs Einloggen mit ${pale}`,
    `/ailleurs Einloggen mit ${pale}`,
  ]);
});

acrossEngines('a button in a shadow root is followed before the module has come, and painted when its content is parsed', {
  pages: {
    '/': page(`<x-boite><template shadowrootmode="open"><franceconnect-button><a href="/dedans">FC</a></franceconnect-button></template></x-boite>`,
      { script: '<script src="/dist/franceconnect.js"></script>' }),
  },
}, async ({ driver, open, site }) => {
  keepBack(site, WASM);
  await open('/');
  const told = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const host = document.querySelector('x-boite').shadowRoot.querySelector('franceconnect-button');
    const turn = () => new Promise((go) => setTimeout(go));
    const href = () => host.shadowRoot.querySelector('.button')?.getAttribute('href');
    (async () => {
      await turn();
      const told = [href()];
      host.replaceChildren();
      host.setAttribute('href', '/ailleurs');
      await turn();
      told.push(href());
      host.setAttribute('disabled', '');
      await turn();
      done([...told, href()]);
    })();`);
  assert.deepEqual(told, ['/dedans', '/ailleurs', null]);
  assert.equal(await started(driver), false, 'the module is still on its way');
});

acrossEngines('a button that stands as it should keeps its focus, whatever changes around it before the module has come', {
  pages: { '/': page(BODY) },
}, async ({ driver, open, site }) => {
  keepBack(site, WASM);
  await open('/');
  await until(() => there(driver), 'the button');
  assert.equal(await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const { shadowRoot } = document.querySelector('franceconnect-button');
    shadowRoot.querySelector('.button').focus();
    document.body.append(document.createElement('p'));
    document.body.className = 'autre';
    document.documentElement.dataset.frTheme = 'dark';
    setTimeout(() => done([shadowRoot.activeElement?.className, shadowRoot.firstChild.className].join()));`), 'button,dark');
  assert.equal(await started(driver), false, 'the module is still on its way');
});

acrossEngines('a click before the module has come makes the request once it has', {
  pages: { '/fc/authorize': arrival },
}, async ({ driver, open, site }) => {
  const letGo = keepBack(site, WASM);
  site.set({ '/': page(`<franceconnect-button client-id="essai" redirect-uri="${site.origin}/retour" authorize-url="${site.origin}/fc/authorize"></franceconnect-button>`) });
  await open('/');
  await until(() => there(driver), 'the button');
  assert.equal(await started(driver), false, 'the module is still on its way');
  await (await (await shadow(driver, 'franceconnect-button')).findElement(By.css('.button'))).click();
  letGo();
  await until(async () => (await driver.getCurrentUrl()).includes('/fc/authorize'), 'the address');
  // WebKit says an address before it has asked for it.
  const asked = await until(() => {
    const requests = site.requests.filter(({ path }) => path === '/fc/authorize');
    return requests.length && requests;
  }, 'the request');
  assert.equal(asked.length, 1);
  assert.match(asked[0].url, /client_id=essai.*state=[0-9A-Za-z]{43}/);
});

acrossEngines('a link is followed before the module has come', {
  pages: { '/': page(BODY), '/connexion': arrival },
}, async ({ driver, open, site }) => {
  keepBack(site, WASM);
  await open('/');
  await until(() => there(driver), 'the button');
  await (await (await shadow(driver, 'franceconnect-button')).findElement(By.css('.button'))).click();
  await until(async () => (await driver.getCurrentUrl()).endsWith('/connexion'), 'the partner’s own route');
});

acrossEngines('a button whose content is still being parsed is not said to lack any', {
  pages: {
    '/': page('<franceconnect-button><script src="/lent.js"></script><a href="/connexion">FC</a></franceconnect-button>',
      { script: '<script src="/dist/franceconnect.js"></script>' }),
    '/lent.js': { body: '', delay: 400, headers: { 'Content-Type': 'text/javascript' } },
    // Here before the parser goes on.
    [WASM]: {},
  },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  assert(await there(driver));
});

acrossEngines('a script’s address as an address is never painted, not even early', {
  pages: { '/': page('<franceconnect-button href="javascript:alert(1)"><p id="secours">Secours</p></franceconnect-button>') },
  expected: [/console\.error: .*href="javascript:alert\(1\)".*a path or an http/],
}, async ({ driver, open, allow, site }) => {
  const letGo = keepBack(site, WASM);
  allow(/^log: .*javascript:alert/);
  await open('/');
  await until(() => driver.executeScript('return Boolean(document.querySelector("franceconnect-button").shadowRoot)'), 'the fallback');
  assert(!await there(driver));
  letGo();
  await ready(driver);
  assert(!await there(driver));
});

acrossEngines('no address of another protocol is ever painted, however it is written, before the module or after', {
  pages: { '/': page('<franceconnect-button href="/connexion"></franceconnect-button>') },
}, async ({ driver, open, allow, site }) => {
  const letGo = keepBack(site, WASM);
  allow(/accepted here: |franceconnect-error/);
  await open('/');
  await until(() => there(driver), 'the button');
  const look = () => driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const host = document.querySelector('franceconnect-button');
    const before = ['', ' ', '\\t', '\\n', '\\f', '\\0', '\\x01', '\\x1f', '\\xa0', '\\ufeff', '\\u2028', '.', '\\\\', 'x:'];
    const turn = () => new Promise((go) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = go; port2.postMessage(0); });
    const wicked = ['javascript:alert(1)', 'JavaScript:alert(1)', 'java\\tscript:alert(1)', 'java\\nscript:alert(1)', 'javascript\\r:alert(1)',
      'javascript:/*?#*/alert(1)', 'javascript://%0aalert(1)', 'java\\0script:alert(1)', 'data:text/html,x', 'vbscript:x', 'blob:https://x/y', 'file:///x', 'view-source:http://x/', 'httpsx:y', 'http', 'https://', 'http://[', 'https://x y/'];
    (async () => {
      const painted = [];
      let links = 0;
      for (const first of before) for (const rest of wicked) for (const own of [true, false]) {
        host.removeAttribute('href');
        host.replaceChildren();
        if (own) host.setAttribute('href', first + rest);
        else host.append(Object.assign(document.createElement('a'), { href: '/' }));
        host.querySelector('a')?.setAttribute('href', first + rest);
        await turn();
        const link = host.shadowRoot.querySelector('a.button');
        links += Boolean(link);
        if (link && !/^https?:$/.test(link.protocol) && link.protocol !== ':') painted.push([first + rest, link.protocol]);
      }
      host.replaceChildren();
      host.setAttribute('href', '/connexion');
      await turn();
      done([painted, links > 0]);
    })();`);
  assert.deepEqual(await look(), [[], true]);
  assert.equal(await started(driver), false, 'the module is still on its way');
  letGo();
  await ready(driver);
  assert.deepEqual(await look(), [[], true]);
});

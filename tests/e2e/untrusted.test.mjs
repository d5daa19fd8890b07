/** What other scripts of the page leave in the storage, and do when they are told of something. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';

const RETURN = 'https://service.example/retour';
/** What the tab remembers of a sign-in, as a script of the origin may have written it. */
const remembered = (settings) => `<script>
  sessionStorage.setItem('franceconnect', JSON.stringify({ last: ${JSON.stringify({ clientId: 'essai', redirectUri: RETURN, ...settings })}, waiting: [] }));
  </script>`;

acrossEngines('« Réessayer » leads to FranceConnect, or to the test server that the page itself names, and nowhere else', {
  expected: [/console\.warn: <franceconnect-return>/],
}, async ({ driver, open, site }) => {
  const test = 'https://essai.example/authorize';
  for (const [what, settings, attribute, offered] of [
    ['FranceConnect', {}, '', true],
    ['the sandbox', { environment: 'sandbox' }, '', true],
    ['a server that only the storage names', { authorizeUrl: 'https://other.example/authorize' }, '', false],
    ['another than the page’s', { authorizeUrl: 'https://other.example/authorize' }, `authorize-url="${test}"`, false],
    ['the page’s own', { authorizeUrl: test }, `authorize-url="${test}"`, true],
    ['FranceConnect, on a page that names a test server', {}, `authorize-url="${test}"`, true],
  ]) {
    site.set({ '/retour': page(`<franceconnect-return ${attribute}><p>Secours</p></franceconnect-return>`, { head: remembered(settings) }) });
    await open('/retour?error=access_denied&state=l8Vd0Gk2uQyTzN4rXw7Jb1');
    await ready(driver);
    const [shown, retry] = await driver.executeScript(`
      const root = document.querySelector('franceconnect-return').shadowRoot;
      return [Boolean(root.querySelector('[part=message]')), Boolean(root.querySelector('[part=retry]'))];`);
    assert.deepEqual([shown, retry], [true, offered], what);
  }
});

acrossEngines('a listener that changes what it is told changes nothing', {
  pages: {
    '/': page(`<franceconnect-button client-id="essai" redirect-uri="${RETURN}"></franceconnect-button>
      <franceconnect-button href="/connexion"></franceconnect-button>`),
    '/connexion': '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>',
  },
}, async ({ driver, open, site }) => {
  await open('/');
  await ready(driver);
  // Not an asynchronous script: the page leaves while it runs.
  const told = await driver.executeScript(`
    const told = [];
    addEventListener('franceconnect-start', (event) => {
      const { detail } = event;
      for (const name of ['url', 'state', 'more']) try { detail[name] = 'javascript:alert(1)'; } catch { }
      told.push([Object.isFrozen(detail), detail.url.slice(0, 20), 'more' in detail]);
      // The first would leave for FranceConnect.
      if (told.length === 1) event.preventDefault();
    });
    for (const host of document.querySelectorAll('franceconnect-button')) host.shadowRoot.querySelector('.button').click();
    return told;`);
  assert.deepEqual(told, [[true, 'https://oidc.francec', false], [true, '/connexion', false]]);
  await until(async () => (await driver.getTitle()) === 'Arrivée', 'the button’s own address');
  assert(site.requests.some(({ path }) => path === '/connexion'));
});

acrossEngines('a listener that answers a mistake with another ends, and the page goes on', {
  pages: { '/': page(`<franceconnect-button href="/connexion"><p>Secours</p></franceconnect-button>
    <franceconnect-eligibility><p>Secours</p></franceconnect-eligibility>`) },
}, async ({ driver, open, allow }) => {
  allow(/accepted here: /);
  await open('/');
  await ready(driver);
  for (const [tag, attribute] of [['button', 'level'], ['button', 'scheme'], ['eligibility', 'who'], ['eligibility', 'heading-level']]) {
    const count = await driver.executeAsyncScript(`
      const [tag, attribute, done] = arguments;
      const host = document.querySelector('franceconnect-' + tag);
      let count = 0;
      const answer = () => host.setAttribute(attribute, 'faux' + count++);
      host.addEventListener('franceconnect-error', answer);
      host.setAttribute(attribute, 'faux');
      setTimeout(() => {
        host.removeEventListener('franceconnect-error', answer);
        host.removeAttribute(attribute);
        setTimeout(() => done(count), 1100);
      }, 300);`, tag, attribute);
    // A second may end while it goes on.
    assert(count > 0 && count <= 1000, `${tag} ${attribute}: ${count} times`);
  }
  assert(await driver.executeScript('return Boolean(document.querySelector("franceconnect-button").shadowRoot.querySelector(".button"))'), 'mended');
});

acrossEngines('a listener that has an element fail again, in a page that has replaced a function, ends', {
  pages: { '/': page('<franceconnect-button href="/connexion"><p>Secours</p></franceconnect-button>') }, expected: [/console\.error: /],
}, async ({ driver, open, allow }) => {
  // Firefox tells of an error as an empty object.
  allow(/console\.error: |refused/);
  await open('/');
  await ready(driver);
  const count = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const host = document.querySelector('franceconnect-button');
    const { hasAttribute } = Element.prototype;
    let count = 0;
    host.addEventListener('franceconnect-error', ({ detail }) => { host.toggleAttribute('data-x'); count += detail.kind === 'internal'; });
    Element.prototype.hasAttribute = () => { throw new Error('refused'); };
    host.toggleAttribute('data-x');
    setTimeout(() => {
      Element.prototype.hasAttribute = hasAttribute;
      host.toggleAttribute('data-x');
      setTimeout(() => done(count), 50);
    }, 200);`);
  assert.equal(count, 1);
  assert(await driver.executeScript('return Boolean(document.querySelector("franceconnect-button").shadowRoot.querySelector(".button"))'), 'mended');
});

acrossEngines('what FranceConnect would ignore or refuse without a rule of ours is told in the console, once', {
  pages: Object.fromEntries([
    ['/portee', 'scope="openid mail"'],
    ['/invite', 'prompt="consent"'],
    ['/juste', 'scope="openid email dgfip_rfr"'],
  ].map(([address, attribute]) => [address, page(`<franceconnect-button client-id="essai" redirect-uri="${RETURN}" ${attribute}></franceconnect-button>`)])),
}, async ({ driver, open, allow, problems }) => {
  allow(/console\.warn: (scope|prompt)=/);
  let before = 0;
  for (const [address, expected] of [['/portee', /scope="mail"/], ['/invite', /prompt="consent"/], ['/juste', null]]) {
    await open(address);
    await ready(driver);
    await settled(driver, 'document.documentElement.lang = "en"');
    await settled(driver);
    // Those of the pages before are in the list too.
    const told = (await problems()).filter((problem) => problem.startsWith('console.warn')).slice(before);
    before += told.length;
    assert.equal(told.length, expected ? 1 : 0, `${address}: ${told}`);
    if (expected) assert.match(told[0], expected);
  }
});

acrossEngines('an address, or a choice, that is no text is taken for the text that it makes', { pages: { '/': page('') } }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const told = await settled(driver, `
    const kind = (call) => { try { return call(); } catch (error) { return error.kind ?? error.name; } };
    return [location, new URL(location), 7, {}, true, null, undefined, Symbol('x'), [], { length: 4e9 }].map((url) => kind(() => FranceConnect.reply(url)))
      .concat([kind(() => FranceConnect.eligibility('franceconnect')), kind(() => FranceConnect.eligibility(location, {})),
        FranceConnect.eligibility(new String('franceconnect'), 'un-particulier').verdict]);`);
  assert.deepEqual(told, [...Array(10).fill('no-request'), 'RangeError', 'RangeError', 'not-eligible']);
});

/** What a page's scripts may have put on every object, by name: texts, for Chromium's driver takes an object for a circle. */
const POLLUTION = {
  authorizeUrl: 'https://other.example/authorize', state: 'x', nonce: 'x', idpHint: 'x', prompt: 'login', clientId: 'x', environment: 'sandbox',
  title: '', label: '', text: '', 0: 'x', tag: 'p', when: 'x', slot: 'x', children: 'x', attributes: 'x', module: 'x', error: 'x', since: 1, last: 'x',
};

acrossEngines('what stands on Object.prototype changes no request, no reply and no view', {
  pages: Object.fromEntries(['', `<script>Object.assign(Object.prototype, ${JSON.stringify(POLLUTION)})</script>`].map((head, at) => [`/${at}`, page(
    `<franceconnect-button href="/connexion"></franceconnect-button><franceconnect-eligibility who="un-particulier"></franceconnect-eligibility>
     <franceconnect-sheet></franceconnect-sheet>`, { head })])),
}, async ({ driver, open }) => {
  const looked = [];
  for (const address of ['/0', '/1']) {
    await open(address);
    await ready(driver);
    looked.push(await settled(driver, `
      const { url } = FranceConnect.authorizationRequest({ clientId: 'essai', redirectUri: '${RETURN}' });
      const { origin, pathname, searchParams } = new URL(url);
      let kind;
      try { FranceConnect.reply('${RETURN}?code=a&state=b'); } catch (error) { kind = error.kind; }
      const shown = [];
      for (const host of document.querySelectorAll('main > *')) if (host.shadowRoot) shown.push(host.shadowRoot.textContent);
      return [origin + pathname, [...searchParams.keys()].join(), searchParams.get('client_id'), kind, shown.join('|')];`));
  }
  assert.match(looked[0][4], /FranceConnect.*\|.*éligible.*\|.*API/s);
  assert.deepEqual(looked[1], looked[0]);
});

acrossEngines('an object whose own code throws, or speaks for itself, is refused with a kind', { pages: { '/': page('') } }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const refused = await settled(driver, `
    const good = { clientId: 'essai', redirectUri: '${RETURN}' };
    const fail = () => { throw new Error('x'); };
    return [
      new Proxy({}, { get: fail, has: fail, getOwnPropertyDescriptor: fail, ownKeys: fail }),
      new Proxy(good, { get: fail }),
      Object.defineProperty({ redirectUri: good.redirectUri }, 'clientId', { get: fail }),
      { ...good, claims: { toJSON: fail } },
      { ...good, claims: { toJSON: () => 7 } },
      { ...good, claims: new Proxy({}, { ownKeys: fail }) },
      Object.create(good),
      null, undefined, 7, 'clientId', Symbol('x'), () => {},
    ].map((settings) => {
      try { return FranceConnect.authorizationRequest(settings).url; } catch ({ kind, detail }) { return kind + ' ' + detail; }
    });`);
  assert.deepEqual(refused, [
    'refused clientId', 'refused clientId', 'refused clientId', 'refused claims', 'refused claims', 'refused claims',
    ...Array(7).fill('refused clientId'),
  ]);
});

acrossEngines('our own files are asked for without the address of the page of return', {
  pages: { '/retour': page('<franceconnect-return><p>Secours</p></franceconnect-return>') }, expected: [/console\.warn: <franceconnect-return>/],
}, async ({ driver, open, site }) => {
  await open('/retour?code=secret&state=l8Vd0Gk2uQyTzN4rXw7Jb1');
  await ready(driver);
  const asked = site.requests.filter(({ path }) => /more\.js$|\.wasm$/.test(path));
  assert.equal(asked.length, 2);
  assert.deepEqual(asked.map(({ headers }) => headers.referer), [undefined, undefined]);
});

acrossEngines('a JSON.stringify of the page’s that gives no text keeps the request from being made, and it is said', {
  pages: {
    '/': page(`<franceconnect-button client-id="essai" redirect-uri="${RETURN}"></franceconnect-button>`, {
      // The page's own script: a driver's may have a JSON of its own, and has a use for it too.
      head: `<script>
        window.failures = [];
        document.addEventListener('franceconnect-error', ({ detail }) => failures.push(detail.kind));
        function press() {
          const { stringify } = JSON;
          JSON.stringify = () => ({});
          document.querySelector('franceconnect-button').shadowRoot.querySelector('.button').click();
          JSON.stringify = stringify;
        }
      </script>`,
    }),
  },
  expected: [/console\.warn: <franceconnect-button>: storage/],
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  assert.deepEqual(await settled(driver, 'window.press(); return window.failures'), ['storage']);
  assert.equal(new URL(await driver.getCurrentUrl()).pathname, '/');
});

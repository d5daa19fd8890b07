/** The page of return and its scripts, which come early, late or twice: the reply is had once, whoever asks for it. */
import assert from 'node:assert/strict';
import { acrossEngines, axe, until } from './harness/suite.mjs';
import { keepBack, page, ready, settled } from './helpers.mjs';

const ELEMENT = '<franceconnect-return><p><a href="/mot-de-passe">Autrement</a></p></franceconnect-return>';
const RETURN = `<div id="app">${ELEMENT}</div>`;

/** What became of the reply, for the tests to read; each page has it before anything else. */
const RECORD = `<script>
  window.heard = [];
  window.hear = (name) => ({ detail }) => window.heard.push(name + ': ' + detail.code);
  window.failures = [];
  addEventListener('franceconnect-error', ({ detail }) => window.failures.push(detail.kind));
</script>`;

const retour = (script = '') => page(RETURN + script, { head: RECORD });

/**
 * Makes a request as a page would, and opens the page of return with the reply to it.
 * @param {any} context
 * @param {{reply?: string, before?: () => void}} [options] `before`: what happens between the two pages
 * @returns {Promise<{state: string, nonce: string, iss: string}>} what the reply must be of
 */
async function comeBack({ driver, open }, { reply = 'code=c', before = () => {} } = {}) {
  await open('/');
  await ready(driver);
  const { url, ...request } = await driver.executeScript(`
    return FranceConnect.authorizationRequest({ clientId: 'essai', redirectUri: 'https://service.example/retour', environment: 'sandbox' })`);
  const iss = url.split('/authorize')[0];
  before();
  await open(`/retour?${reply}&state=${request.state}&iss=${encodeURIComponent(iss)}`);
  return { ...request, iss };
}

/** What a script gives, or the kind of what it throws or rejects. */
const outcome = (driver, script) => driver.executeAsyncScript(`
  const done = arguments[arguments.length - 1];
  (async () => { ${script} })().then((value) => done(value), (error) => done(error.kind ?? String(error)));`);

/** What the return page shows: its texts, whether they can be seen, whether the heading has the focus. */
const shown = (driver) => settled(driver, `
  const host = document.querySelector('franceconnect-return');
  const part = (name) => host.shadowRoot?.querySelector('[part=' + name + ']');
  const box = part('message')?.getBoundingClientRect();
  return {
    title: part('title')?.textContent, message: part('message')?.textContent, retry: part('retry')?.textContent,
    isVisible: box?.width > 50 && box?.height > 10, isFocused: part('title') && host.shadowRoot.activeElement === part('title'),
  };`);

const heard = (driver) => driver.executeScript('return window.heard');
const pages = (script) => ({ '/': page(''), '/retour': retour(script) });

/** Who listens, as a sentence; its script. */
for (const [who, script] of [
  ['a script before the widget', '<script>document.addEventListener("franceconnect-reply", hear("late"));</script>'],
  ['a callback of ready', `<script>
    addEventListener('load', () => FranceConnect.ready.then(() => document.addEventListener('franceconnect-reply', hear('late'))));</script>`],
  ['a module script', '<script type="module">document.addEventListener("franceconnect-reply", hear("late"));</script>'],
  ['a component that is hydrated after 1.5 s', `<script>
    setTimeout(() => document.querySelector('franceconnect-return').addEventListener('franceconnect-reply', hear('late')), 1500);</script>`],
]) {
  acrossEngines(`${who} hears the reply, once, and who comes after it does not`, { pages: pages(script) }, async (context) => {
    const { driver } = context;
    await comeBack(context);
    await until(async () => (await heard(driver)).length > 0, 'the reply');
    await ready(driver);
    await settled(driver, `
      const host = document.querySelector('franceconnect-return');
      host.addEventListener('franceconnect-reply', hear('after'));
      host.setAttribute('scheme', 'light');`);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.deepEqual(await heard(driver), ['late: c']);
    assert.equal(await outcome(driver, 'return FranceConnect.reply()'), 'no-request', 'it is taken');
    assert.deepEqual(await driver.executeScript('return window.failures'), []);
  });
}

acrossEngines('a listener that does not read the code takes nothing', {
  pages: pages('<script>document.addEventListener("franceconnect-reply", () => heard.push("nothing"));</script>'),
}, async (context) => {
  const { driver } = context;
  await comeBack(context);
  await ready(driver);
  await until(async () => (await heard(driver)).length > 0, 'the event');
  assert.equal(await outcome(driver, 'return (await document.querySelector("franceconnect-return").reply).code'), 'c');
});

acrossEngines('the element’s reply is had before the module comes, and late, by as many as ask', { pages: pages() }, async (context) => {
  const { driver, site } = context;
  let letGo;
  const request = await comeBack(context, { before: () => { letGo = keepBack(site, '/dist/franceconnect.wasm'); } });
  await outcome(driver, `
    await customElements.whenDefined('franceconnect-return');
    window.early = document.querySelector('franceconnect-return').reply;`);
  letGo();
  assert.deepEqual(await outcome(driver, 'return { ...(await window.early) }'), { code: 'c', ...request });
  assert.equal(await outcome(driver, 'return (await document.querySelector("franceconnect-return").reply).code'), 'c');
  assert.equal(new URL(await driver.getCurrentUrl()).search, '', 'the reply has left the address');
  assert.equal(await outcome(driver, 'return FranceConnect.reply(location)'), 'no-request', 'it is taken');
});

for (const call of ['FranceConnect.reply()', 'FranceConnect.reply(location)', 'FranceConnect.reply(window.address)']) {
  acrossEngines(`${call} gives the reply that nobody has taken, once`, {
    pages: pages('<script>window.address = location.href</script>'),
  }, async (context) => {
    const { driver } = context;
    await comeBack(context);
    await ready(driver);
    assert.equal((await shown(driver)).message, 'Connexion en cours…');
    assert.equal(await outcome(driver, `return ${call}.code`), 'c');
    assert.equal(await outcome(driver, `return ${call}`), 'no-request');
    await settled(driver, 'document.addEventListener("franceconnect-reply", hear("after")); document.getElementById("app").innerHTML = arguments[0];', ELEMENT);
    await ready(driver);
    assert.deepEqual([await heard(driver), (await shown(driver)).message], [[], 'Connexion en cours…']);
  });
}

acrossEngines('reply(location) before the element takes the reply out of the address, and the element goes on', {
  pages: { '/': page(''), '/retour': page('<div id="app"></div>', { head: RECORD }) },
}, async (context) => {
  const { driver } = context;
  await comeBack(context);
  await ready(driver);
  assert.equal(await outcome(driver, 'return FranceConnect.reply(location).code'), 'c');
  assert.equal(new URL(await driver.getCurrentUrl()).search, '');
  await settled(driver, 'document.getElementById("app").innerHTML = arguments[0]', ELEMENT);
  await ready(driver);
  assert.equal((await shown(driver)).message, 'Connexion en cours…');
  assert.deepEqual(await driver.executeScript('return window.failures'), []);
});

acrossEngines('an element made anew after a good reply shows that the sign-in goes on, whatever the address says by then', {
  pages: pages(),
}, async (context) => {
  const { driver } = context;
  const { state } = await comeBack(context);
  await ready(driver);
  for (const address of ['/retour', `/retour?code=c&state=${state}`, '/retour?error=access_denied&state=autre', '/retour?code=a&code=b']) {
    await settled(driver, `
      history.replaceState(null, '', arguments[0]);
      document.getElementById('app').innerHTML = arguments[1];`, address, ELEMENT);
    await ready(driver);
    const now = await shown(driver);
    assert.deepEqual([now.title, now.message, now.isVisible], [undefined, 'Connexion en cours…', true].map((each) => each ?? null), address);
    assert.equal(new URL(await driver.getCurrentUrl()).search, '', 'nor does it stay in the address');
  }
  assert.deepEqual(await driver.executeScript('return window.failures'), []);
  assert.equal(await outcome(driver, 'return (await document.querySelector("franceconnect-return").reply).code'), 'c', 'nobody has taken it');
});

acrossEngines('a refusal by the page’s server is shown in its words, with the ways on, by whichever element', { pages: pages() }, async (context) => {
  const { driver } = context;
  await comeBack(context);
  await ready(driver);
  // The element that the page knows may be another than the one that stands there by now.
  await settled(driver, `
    const old = document.querySelector('franceconnect-return');
    document.getElementById('app').innerHTML = arguments[0];
    old.fail('Le service est fermé <jusqu’à lundi>.');`, ELEMENT);
  const now = await until(async () => {
    const each = await shown(driver);
    return each.title && each;
  }, 'the refusal');
  assert.deepEqual(now, {
    title: 'Vous n’êtes pas connecté', message: 'Le service est fermé <jusqu’à lundi>.', retry: 'Réessayer', isVisible: true, isFocused: true,
  });
  assert(await driver.executeScript('return document.querySelector("franceconnect-return a").checkVisibility?.() ?? true'), 'the page’s other way');
  assert.deepEqual(await axe(driver), []);
  assert.deepEqual(await driver.executeScript('return window.failures'), [], 'the page knows of it');
  assert.equal(await outcome(driver, 'return (await document.querySelector("franceconnect-return").reply).code'), 'c');
});

for (const words of ['', '" \\n"']) acrossEngines(`fail(${words}), before the module has come, says the ways on`, { pages: pages() }, async (context) => {
  const { driver, site } = context;
  let letGo;
  await comeBack(context, { before: () => { letGo = keepBack(site, '/dist/franceconnect.wasm'); } });
  await outcome(driver, `
    await customElements.whenDefined('franceconnect-return');
    document.querySelector('franceconnect-return').fail(${words});`);
  letGo();
  const now = await until(async () => {
    const each = await shown(driver);
    return each.title && each;
  }, 'the refusal');
  assert.deepEqual([now.title, now.message], ['Vous n’êtes pas connecté', 'Réessayez ou choisissez une autre façon de vous connecter.']);
});

acrossEngines('a cancelled sign-in is told as one, whatever the page says of it afterwards', { pages: pages() }, async (context) => {
  const { driver, allow } = context;
  allow(/console\.(error|warn)/);
  await comeBack(context, { reply: 'error=access_denied' });
  await ready(driver);
  assert.equal(await outcome(driver, 'return await document.querySelector("franceconnect-return").reply'), 'denied');
  assert.equal(await outcome(driver, 'return FranceConnect.reply()'), 'denied');
  await settled(driver, 'document.querySelector("franceconnect-return").fail("Refus")');
  await ready(driver);
  const { title, message, isFocused } = await shown(driver);
  assert.deepEqual([title, message, isFocused], ['La connexion a été annulée', 'Réessayez ou choisissez une autre façon de vous connecter.', true]);
  assert.deepEqual(await driver.executeScript('return window.failures'), ['denied']);
});

acrossEngines('« Réessayer » is not spoken of where this tab cannot', { pages: pages() }, async ({ driver, open, allow }) => {
  allow(/console\.(error|warn)/);
  await open('/retour?error=access_denied&state=inconnu');
  await ready(driver);
  const { title, message, retry } = await shown(driver);
  assert.equal(title, 'Aucune connexion n’est en cours');
  assert.equal(message, 'Cette page a été rechargée, ou ouverte dans un autre onglet. Choisissez une autre façon de vous connecter.');
  assert.equal(retry, null);
});

acrossEngines('where the module does not come, the reply is refused with the reason, and the page’s own way stands there', {
  pages: pages(),
}, async ({ driver, open, site, allow, expect }) => {
  allow(/franceconnect|FranceConnect|404/);
  expect(/404/);
  site.set({ '/dist/franceconnect.wasm': { status: 404 } });
  await open('/retour?code=c&state=s');
  assert.equal(await outcome(driver, `
    await customElements.whenDefined('franceconnect-return');
    const host = document.querySelector('franceconnect-return');
    host.fail('Refus');
    return await host.reply;`), 'missing');
  const link = await driver.executeScript('return document.querySelector("franceconnect-return a")');
  assert(await link.isDisplayed());
});

acrossEngines('what a router has kept of the address in the history’s state is rid of the reply too, the rest stays', {
  pages: {
    '/': page(''),
    '/retour': retour().replace('<head>', `<head><script>
      history.replaceState({ as: location.pathname + location.search + '&a=$1', key: 'k', scroll: { x: 1 } }, '');</script>`),
  },
}, async (context) => {
  const { driver } = context;
  await comeBack(context, { reply: 'lang=fr&code=c' });
  await until(() => driver.executeScript('return !location.search.includes("code=")'), 'the address without the reply');
  assert.deepEqual(await driver.executeScript('return [location.search, history.state]'),
    ['?lang=fr', { as: '/retour?lang=fr&a=$1', key: 'k', scroll: { x: 1 } }]);
});

for (const state of ['texte', 12, null, ['/retour']]) {
  acrossEngines(`a state of the history that is ${JSON.stringify(state)} keeps nobody from taking the reply out of the address`, {
    engines: ['chromium'],
    pages: {
      '/': page(''),
      '/retour': retour().replace('<head>', `<head><script>history.replaceState(${JSON.stringify(state)}, '');</script>`),
    },
  }, async (context) => {
    const { driver } = context;
    await comeBack(context);
    await until(() => driver.executeScript('return location.search === ""'), 'the address without the reply');
    assert.deepEqual(await driver.executeScript('return history.state'), state);
  });
}

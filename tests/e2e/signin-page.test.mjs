/** What surrounds the sign-in trip: the guide, the calls for scripts, the variant with a form. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { By, acrossEngines, axe, pageScreenshot, until } from './harness/suite.mjs';
import { message, pressButton, signInTest } from './provider/service.mjs';

const MOUNTS = { '/dist/': path.join(ROOT, 'dist'), '/www/': path.join(ROOT, 'www'), '/index.html': path.join(ROOT, 'index.html') };
const PAGES = { guide: '/www/integrer-la-connexion.html', securite: '/www/securite.html' };

for (const [name, address] of Object.entries(PAGES)) acrossEngines(`the page ${name} reads well: no finding of axe, nothing cut at 360 px, every link leads somewhere`, {
  mounts: MOUNTS,
}, async ({ browser, driver, engine, open, site }) => {
  for (const width of [1280, 360]) {
    await open(address, { width });
    const overflow = await driver.executeScript('return document.documentElement.scrollWidth - innerWidth');
    assert(overflow <= 0, `${overflow} px too wide at ${width}`);
    assert.deepEqual(await axe(driver), []);
  }
  await open(address);
  const links = await driver.executeScript('return [...document.links].map((link) => link.href)');
  for (const link of links) {
    const url = new URL(link);
    if (url.origin !== site.origin) continue;
    const answer = await fetch(url);
    assert.equal(answer.status, 200, link);
    if (url.hash) assert((await answer.text()).includes(`id="${url.hash.slice(1)}"`), link);
  }
  if (engine !== 'chromium') return;
  for (const width of [1280, 360]) await pageScreenshot(browser, `${name}/${width}`, { width });
});

const SCRIPTS = { '/': '<!doctype html><html lang="fr"><head><title>Essai</title><script src="/dist/franceconnect.js"></script></head><body></body></html>' };

acrossEngines('scripts make requests, read replies and log out by the same rules as the button', {
  mounts: MOUNTS, pages: SCRIPTS,
}, async ({ driver, open, site }) => {
  await open('/');
  /** Runs a body once the widget is ready; gives what it returns or the error it throws. */
  const call = (body) => driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    FranceConnect.ready.then(() => { ${body} }).then((value) => done({ value }),
      ({ message, kind, detail }) => done({ message, kind, detail }));`);
  const good = "clientId: 'c', redirectUri: 'https://service.example/retour'";

  const { value: request } = await call(`return FranceConnect.authorizationRequest({ ${good}, level: 'eidas2', claims: { id_token: { amr: null } } });`);
  const url = new URL(request.url);
  assert.equal(url.origin + url.pathname, 'https://auth.franceconnect.gouv.fr/api/v2/authorize');
  assert.equal(url.searchParams.get('claims'), '{"id_token":{"amr":null}}');
  assert.equal(url.searchParams.get('state'), request.state);
  assert.equal(url.searchParams.get('nonce'), request.nonce);

  for (const [settings, field] of [
    ["redirectUri: 'https://service.example/retour'", 'clientId'],
    ["clientId: 'c'", 'redirectUri'],
    ["clientId: 'c', redirectUri: 'http://service.example/retour'", 'redirectUri'],
    [`${good}, scope: 'email'`, 'scope'],
    [`${good}, scope: ''`, 'scope'],
    [`${good}, level: 'eidas4'`, 'level'],
    [`${good}, environment: 'test'`, 'environment'],
    [`${good}, authorizeUrl: 'http://fc.example/authorize'`, 'authorizeUrl'],
    [`${good}, prompt: 'none'`, 'prompt'],
    [`${good}, prompt: ''`, 'prompt'],
    [`${good}, state: 'court'`, 'state'],
    [`${good}, nonce: 'court'`, 'nonce'],
    [`${good}, claims: '{'`, 'claims'],
    [`${good}, claims: '{"a":}'`, 'claims'],
    [`${good}, claims: '[]'`, 'claims'],
    [`${good}, claims: []`, 'claims'],
    [`${good}, claims: '"x"'`, 'claims'],
    [`${good}, claims: 'null'`, 'claims'],
    [`${good}, claims: '{} x'`, 'claims'],
    [`${good}, claims: ''`, 'claims'],
    [`${good}, idpHint: 'a b'`, 'idpHint'],
  ]) {
    const { value, message: said } = await call(`return FranceConnect.authorizationRequest({ ${settings} });`);
    assert.equal(value, undefined, settings);
    assert.match(said, new RegExp(`\\b${field}\\b`), settings);
  }

  const refused = async (settings) => (await call(`return FranceConnect.authorizationRequest({ ${settings} });`)).message;
  assert.match(await refused(`${good}, prompt: 'none'`), /^prompt "none" is not acceptable; accepted: login, consent/);
  assert.match(await refused("clientId: 'c'"), /^redirectUri is not acceptable; accepted: an https address registered/);
  // An excerpt is short and stays on its line, in its order.
  assert.match(await refused(`${good}, prompt: 'a\\nb\\u202ec'`), /^prompt "a b c" is/);
  assert.match(await refused(`${good}, prompt: 'é'.repeat(99)`), /^prompt "é{60}" is/);

  const reply = (query) => call(`return FranceConnect.reply(${JSON.stringify(`${site.origin}/retour?${query}`)});`);
  const iss = 'https%3A%2F%2Fauth.franceconnect.gouv.fr%2Fapi%2Fv2';
  assert.equal((await reply('code=c&state=inconnu')).kind, 'state-mismatch');
  for (const query of ['code=c&code=d', 'code=c&c%6Fde=', 'state=a%00b', 'iss=a%0Ab', 'code=a%1Db']) {
    assert.equal((await reply(query)).kind, 'malformed', query);
  }
  // What the tab cannot be made to forget must not be used: the reply could be used twice.
  const spent = `code=c&state=${request.state}&iss=${iss}`;
  for (const [broken, kind, detail] of [
    ["Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }", 'technical', 'sessionStorage is full'],
    ['Storage.prototype.setItem = () => {}', 'technical', 'sessionStorage is full'],
    ["Storage.prototype.getItem = () => { throw new DOMException('', 'SecurityError'); }", 'no-request', 'sessionStorage is blocked'],
  ]) {
    const name = /\.(\w+) =/.exec(broken)[1];
    await driver.executeScript(`window.whole = Storage.prototype.${name}; ${broken}`);
    const { value, ...told } = await reply(spent);
    await driver.executeScript(`Storage.prototype.${name} = window.whole`);
    assert.equal(value, undefined, broken);
    assert.deepEqual([told.kind, told.detail], [kind, detail], broken);
  }
  assert.deepEqual((await reply(`code=c&state=${request.state}&iss=${iss}`)).value, {
    code: 'c', state: request.state, nonce: request.nonce, iss: decodeURIComponent(iss),
  });
  assert.equal((await reply(`code=c&state=${request.state}&iss=${iss}`)).kind, 'no-request');

  const { value: end } = await call(`return FranceConnect.logoutUrl({ idTokenHint: 'a.b.c',
    postLogoutRedirectUri: 'https://service.example/au-revoir', state: 'e', environment: 'sandbox' });`);
  assert.equal(end, 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2/session/end?id_token_hint=a.b.c&state=e'
    + '&post_logout_redirect_uri=https%3A%2F%2Fservice.example%2Fau-revoir');
  const { message: said } = await call("return FranceConnect.logoutUrl({ idTokenHint: 'secret', state: 'e' });");
  assert.match(said, /idTokenHint/);
  assert(!said.includes('secret'));
});

for (const [lang, title, again] of [
  ['en', 'The sign-in was cancelled', 'Try again'],
  ['de', 'Die Anmeldung wurde abgebrochen', 'Erneut versuchen'],
  ['es', 'El inicio de sesión se ha cancelado', 'Volver a intentarlo'],
]) {
  signInTest(`a cancel is told in the page’s language: ${lang}`, async ({ allow, driver, signIn, choose }) => {
    allow(/console\.(error|warn)/);
    await signIn();
    await choose('cancel');
    await message(driver);
    await driver.executeScript('document.documentElement.lang = arguments[0]', lang);
    const told = await until(async () => {
      const now = await message(driver);
      return now.title === title && now;
    }, `the message in ${lang}`);
    const button = await told.root.findElement(By.css('button'));
    assert.equal(await button.getText(), again);
    assert.deepEqual(await axe(driver), []);
  });
}

signInTest('the button around a form submits it, token included, and the server does the rest', async (service) => {
  const { driver, open, site, choose, welcomed } = service;
  await open('/');
  await pressButton(driver);
  await choose('continue');
  await welcomed();
  const [posted] = site.requests.filter(({ path: at }) => at === '/connexion');
  assert.match(posted.body, /^csrf=[\w-]{43}$/);
}, { program: 'formulaire' });

/** The sign-in trip: button → provider → return page → partner's server, in the three engines. */
import assert from 'node:assert/strict';
import { By, Key, axe, focused, press, until } from './harness/suite.mjs';
import { policyFor } from './policy.mjs';
import { message, officialButton, pressButton, settled, signInTest } from './provider/service.mjs';

/** What the console may say of a failed sign-in; never with a secret (see `silent`). */
const TOLD = /console\.(error|warn)/;

/** What the return page says once the page's server has refused. */
const REFUSED = 'Vous n’êtes pas connecté';

/** Nothing recorded on any page quotes what must stay secret. */
async function silent({ problems, request, reply }) {
  const sent = (await request()).searchParams;
  const got = new URLSearchParams(reply().split('?')[1]);
  const said = (await problems()).join('\n');
  for (const secret of [sent.get('state'), sent.get('nonce'), got.get('code')]) {
    if (secret) assert(!said.includes(secret), 'a code, a state or a nonce was logged');
  }
}

const retry = async (root) => {
  const buttons = await root.findElements(By.css('button'));
  for (const button of buttons) if (/Réessayer/.test(await button.getText())) return button;
  throw new Error('no button « Réessayer »');
};

/** The requests that wait in this tab; the page must be of the service's origin. */
const waiting = (driver) => driver.executeScript(
  "return JSON.parse(sessionStorage.getItem('franceconnect') ?? '{\"waiting\":[]}').waiting.length");

signInTest('the button leads to the identity, checked by the server', async (service) => {
  const { driver, site, signIn, choose, welcomed, request } = service;
  await signIn();
  const sent = (await request()).searchParams;
  assert.deepEqual([...sent.keys()].sort(), [
    'acr_values', 'client_id', 'nonce', 'redirect_uri', 'response_type', 'scope', 'state',
  ]);
  assert.equal(sent.get('scope'), 'openid identite_pivot');
  assert.equal(sent.get('acr_values'), 'eidas1');
  for (const name of ['state', 'nonce']) assert.match(sent.get(name) ?? '', /^[0-9A-Za-z]{43,}$/);
  await choose('continue');
  await welcomed();
  assert.equal(new URL(await driver.getCurrentUrl()).pathname, '/');
  assert.equal(await waiting(driver), 0, 'the request is spent');
  const posted = site.requests.filter(({ path }) => path === '/session');
  assert.equal(posted.length, 1);
  assert.deepEqual(Object.keys(JSON.parse(posted[0].body)).sort(), ['code', 'nonce', 'state']);
  await silent(service);
});

signInTest('a cancel is said calmly, and « Réessayer » starts again with the same settings', async (service) => {
  const { driver, allow, signIn, choose, welcomed, request } = service;
  allow(TOLD);
  await signIn();
  const first = (await request()).searchParams;
  await choose('cancel');
  const { title, root } = await message(driver);
  assert.equal(title, 'La connexion a été annulée');
  const active = await focused(driver);
  assert.match(await active.getText(), /La connexion a été annulée/, 'the message has the focus');
  assert.equal(new URL(await driver.getCurrentUrl()).search, '', 'the reply has left the address');
  assert(await driver.findElement(By.css('franceconnect-return a[href="/mot-de-passe"]')).isDisplayed(), 'another way to sign in');
  assert.deepEqual(await axe(driver), []);

  await (await retry(root)).click();
  await choose('continue');
  await welcomed();
  const second = (await request()).searchParams;
  for (const name of ['client_id', 'redirect_uri', 'scope', 'acr_values']) assert.equal(second.get(name), first.get(name));
  for (const name of ['state', 'nonce']) assert.notEqual(second.get(name), first.get(name));
  await silent(service);
});

signInTest('a technical fault is told as one', async (service) => {
  const { driver, allow, signIn, choose } = service;
  allow(TOLD);
  await signIn();
  await choose('fault');
  assert.equal((await message(driver)).title, 'FranceConnect ne répond pas comme prévu');
  await silent(service);
});

signInTest('a scope that was not granted is the partner’s mistake, and its detail is for the console', async (service) => {
  const { driver, allow, open, problems } = service;
  allow(TOLD);
  await open('/');
  await pressButton(driver);
  assert.match((await message(driver)).title, /pas disponible sur ce site/);
  assert.match((await problems()).join('\n'), /invalid_scope/);
  await silent(service);
}, { button: 'scope="openid dgfip_rfr"' });

signInTest('a reply used once is refused the second time, and reaches no server', async (service) => {
  const { driver, allow, open, site, signIn, choose, welcomed, reply } = service;
  allow(TOLD);
  await signIn();
  await choose('continue');
  await welcomed();
  await open(reply());
  assert.equal((await message(driver)).title, 'Aucune connexion n’est en cours');
  assert.equal(site.requests.filter(({ path }) => path === '/session').length, 1);
  assert.equal(new URL(await driver.getCurrentUrl()).search, '');
});

signInTest('a forged state is refused and does not spend the request under way', async (service) => {
  const { driver, allow, open, provider, site, signIn, choose, welcomed } = service;
  allow(TOLD);
  await signIn();
  const interaction = await driver.getCurrentUrl();
  const iss = encodeURIComponent(provider.issuer);
  for (const query of [`code=vole&state=forge&iss=${iss}`, `error=access_denied&state=forge&iss=${iss}`]) {
    await open(`/retour?${query}`);
    assert.equal((await message(driver)).title, 'La connexion n’a pas pu être vérifiée');
    assert.equal(await waiting(driver), 1);
  }
  assert.equal(site.requests.filter(({ path }) => path === '/session').length, 0);
  await driver.get(interaction);
  await choose('continue');
  await welcomed();
});

signInTest('a reply from another issuer is refused', async (service) => {
  const { driver, allow, open, site, signIn, request } = service;
  allow(TOLD);
  await signIn();
  const state = (await request()).searchParams.get('state');
  await open(`/retour?code=vole&state=${state}&iss=${encodeURIComponent('https://ailleurs.example/api/v2')}`);
  const { title, root } = await message(driver);
  assert.equal(title, 'La connexion n’a pas pu être vérifiée');
  assert.match(await (await root.findElement(By.css('[part=message]'))).getText(), /n’a pas été utilisée/);
  assert.equal(site.requests.filter(({ path }) => path === '/session').length, 0);
  await silent(service);
});

signInTest('a reply that comes after half an hour has expired', async (service) => {
  const { driver, allow, open, provider, signIn, request } = service;
  allow(TOLD);
  await signIn();
  const state = (await request()).searchParams.get('state');
  await open('/mot-de-passe');
  // The tab remembers the time of the request: 31 minutes are taken from it.
  await driver.executeScript(`
    const memory = JSON.parse(sessionStorage.getItem('franceconnect'));
    for (const request of memory.waiting) request.since -= 31 * 60;
    sessionStorage.setItem('franceconnect', JSON.stringify(memory));`);
  await open(`/retour?code=tard&state=${state}&iss=${encodeURIComponent(provider.issuer)}`);
  assert.equal((await message(driver)).title, 'Le délai pour vous connecter est dépassé');
  await silent(service);
});

signInTest('a refused storage is said before anybody leaves the page', async (service) => {
  const { driver, expect, open, provider } = service;
  await open('/');
  const button = await officialButton(driver);
  await driver.executeScript(`
    Storage.prototype.setItem = () => { throw new DOMException('refused', 'QuotaExceededError'); };
    window.failures = [];
    document.addEventListener('franceconnect-error', ({ detail }) => window.failures.push(detail.kind + ': ' + detail.detail));`);
  expect(/console\.(warn|error).*storage/i);
  await button.click();
  const failures = await until(async () => {
    const list = await driver.executeScript('return window.failures');
    return list.length > 0 && list;
  }, 'the event franceconnect-error');
  assert.match(failures[0], /storage/i);
  assert.equal(new URL(await driver.getCurrentUrl()).pathname, '/');
  assert.equal(provider.requests.length, 0, 'no request left');
});

signInTest('two tabs sign in at once, each with its own request', async (service) => {
  const { driver, signIn, choose, welcomed, request } = service;
  await signIn();
  const first = (await request()).searchParams.get('state');
  const tab = await driver.getWindowHandle();
  await driver.switchTo().newWindow('tab');
  await signIn();
  assert.notEqual((await request()).searchParams.get('state'), first);
  await choose('continue');
  await welcomed();
  await driver.close();
  await driver.switchTo().window(tab);
  await choose('continue');
  await welcomed();
});

signInTest('the back button, then the button again, signs in', async (service) => {
  const { driver, signIn, choose, welcomed } = service;
  await signIn();
  await driver.navigate().back();
  await until(async () => new URL(await driver.getCurrentUrl()).pathname === '/', 'the service’s page');
  await pressButton(driver);
  await choose('continue');
  await welcomed();
});

signInTest('the request left by the back button is still good', async (service) => {
  const { driver, signIn, choose, welcomed } = service;
  await signIn();
  await driver.navigate().back();
  await until(async () => new URL(await driver.getCurrentUrl()).pathname === '/', 'the service’s page');
  await settled(driver);
  await driver.navigate().forward();
  await choose('continue');
  await welcomed();
});

signInTest('a double click signs in once', async (service) => {
  const { driver, open, site, choose, welcomed } = service;
  await open('/');
  await driver.actions().doubleClick(await officialButton(driver)).perform();
  await choose('continue');
  await welcomed();
  assert.equal(site.requests.filter(({ path }) => path === '/session').length, 1);
});

signInTest('the reply leaves the address bar at once, and a reload does not use it again', async (service) => {
  const { driver, allow, expect, site, signIn, choose } = service;
  allow(TOLD);
  expect(/POST .*\/session → 500/);
  allow(/500/);
  // The page stays where it is: the server is down.
  site.set({ '/session': { status: 500 } });
  await signIn();
  await choose('continue');
  assert.equal((await message(driver)).title, REFUSED);
  assert.equal(new URL(await driver.getCurrentUrl()).href, `${site.origin}/retour`);
  await driver.navigate().refresh();
  assert.equal((await message(driver)).title, 'Aucune connexion n’est en cours');
  assert.equal(site.requests.filter(({ path }) => path === '/session').length, 1);
  await silent(service);
});

signInTest('what is not the reply’s stays in the address as it is written', async (service) => {
  const { driver, allow, open, site } = service;
  allow(TOLD);
  for (const [before, after] of [
    ['?lang=f%72&code=1&x=%7a+z&state=2&q#haut', '?lang=f%72&x=%7a+z&q#haut'],
    ['?error=access_denied&error_description=a+b&error_uri=c&session_state=d&iss=e', ''],
    ['?c%6Fde=1', ''],
    ['?encode=2#?x=2', '?encode=2#?x=2'],
    ['?encode=1#?code=2', '?encode=1#'],
  ]) {
    await open(`/retour${before}`);
    await message(driver);
    assert.equal(await driver.getCurrentUrl(), `${site.origin}/retour${after}`);
  }
});

signInTest('the page may cancel the start, and is told what it would be', async (service) => {
  const { driver, open, provider } = service;
  await open('/');
  await driver.executeScript(`
    window.starts = [];
    document.addEventListener('franceconnect-start', (event) => { window.starts.push(event.detail); event.preventDefault(); });`);
  await pressButton(driver);
  const [detail] = await until(async () => {
    const list = await driver.executeScript('return window.starts');
    return list.length > 0 && list;
  }, 'the event');
  assert.deepEqual(Object.keys(detail).sort(), ['nonce', 'state', 'url']);
  const url = new URL(detail.url);
  assert.equal(url.origin + url.pathname, provider.authorizeUrl);
  assert.equal(url.searchParams.get('state'), detail.state);
  assert.equal(url.searchParams.get('nonce'), detail.nonce);
  await new Promise((resolve) => setTimeout(resolve, 200));
  assert.equal(provider.requests.length, 0);
});

for (const [name, key] of [['Enter', Key.ENTER], ['Space', Key.SPACE]]) {
  signInTest(`${name} presses the button`, async ({ driver, open, choose, welcomed }) => {
    await open('/');
    await officialButton(driver);
    await press(driver, Key.TAB, key);
    await choose('continue');
    await welcomed();
  });
}

for (const program of /** @type {const} */ (['node', 'php', 'python', 'java', 'formulaire'])) {
  signInTest(`the program ${program} signs in, and its logout closes both sessions and comes back`, async (service) => {
    const { driver, open, signIn, choose, welcomed, signOut } = service;
    await signIn();
    await choose('continue');
    await welcomed();
    assert.deepEqual(await axe(driver), []);
    await signOut();
    await open('/');
    await officialButton(driver);
  }, { program });
}

signInTest('the policy of production stops a logout to a test server: hence a line for each server', async (service) => {
  const { driver, expect, problems, site, signIn, choose, welcomed } = service;
  expect(/form-action/);
  await signIn();
  await choose('continue');
  await welcomed();
  await driver.findElement(By.id('deconnexion')).click();
  await until(() => site.requests.some(({ path }) => path === '/deconnexion'), 'the request');
  await until(async () => (await problems()).some((problem) => /form-action/.test(problem)), 'the refusal');
  assert((await driver.getCurrentUrl()).startsWith(site.origin), 'the visitor does not leave');
}, { engines: ['chromium', 'webkit'], policy: () => policyFor() });

signInTest('a refusal by the server is told in its words, with the way back, and has the focus', async (service) => {
  const { driver, expect, allow, site, signIn, choose, tamper } = service;
  expect(/POST .*\/session → 401/);
  allow(/401/);
  await signIn();
  tamper((sent) => ({ ...sent, nonce: 'autre0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab' }));
  await choose('continue');
  const { title, root } = await message(driver);
  assert.equal(title, REFUSED);
  assert.equal(await (await root.findElement(By.css('[part=message]'))).getText(), 'Votre identité n’a pas pu être vérifiée. Réessayez, ou connectez-vous autrement.');
  assert.equal(await (await focused(driver)).getText(), REFUSED, 'the message has the focus');
  assert(await (await retry(root)).isDisplayed());
  assert.deepEqual(await axe(driver), []);
  await driver.findElement(By.css('franceconnect-return a')).click();
  await until(async () => (await driver.getCurrentUrl()) === `${site.origin}/`, 'the sign-in again');
});

signInTest('a page that answers with status 200 in the route’s place is no session: a refusal, with both ways on', async (service) => {
  const { driver, site, signIn, choose } = service;
  site.set({ '/session': '<!doctype html><html lang="fr"><title>Accueil</title><h1>Accueil</h1>' });
  await signIn();
  await choose('continue');
  const { title, root } = await message(driver);
  assert.equal(title, REFUSED);
  assert.equal(await driver.getCurrentUrl(), `${site.origin}/retour`);
  assert.equal(await (await root.findElement(By.css('[part=message]'))).getText(), 'Réessayez ou choisissez une autre façon de vous connecter.');
  assert(await (await retry(root)).isDisplayed());
  const ways = await Promise.all((await driver.findElements(By.css('franceconnect-return a'))).map((each) => each.getAttribute('href')));
  assert.deepEqual(ways, [`${site.origin}/`, `${site.origin}/mot-de-passe`]);
});

signInTest('a request that FranceConnect would refuse is refused here, and the fallback shows', async (service) => {
  const { driver, expect, open } = service;
  expect(/franceconnect-button prompt=.*none.*login/);
  await open('/');
  await settled(driver);
  const fallback = driver.findElement(By.css('franceconnect-button > p'));
  await until(() => fallback.isDisplayed(), 'the fallback');
}, { button: 'prompt="none"' });

/** The examples for client-side routers and for Auth.js, with the packed widget, against a real provider. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../tools/serve.mjs';
import { build, serveApplication, workshop } from './examples/applications.mjs';
import { By, acrossEngines, deep, until } from './harness/suite.mjs';
import { painted, ready } from './helpers.mjs';
import { startProvider } from './provider/provider.mjs';
import { identified, signIn, withPartner } from './recipe-partner.mjs';

/** The application's page with two buttons: a link of its own inside the first, the router's inside the second. */
const LINKS = {
  'vue-router': { 'Connexion.vue': `<template>
    <franceconnect-button id="serveur"><a href="/connexion">FranceConnect</a></franceconnect-button>
    <franceconnect-button id="application"><RouterLink to="/bonjour">FranceConnect</RouterLink></franceconnect-button>
  </template>` },
  'react-router': { 'Connexion.jsx': `import { Link } from 'react-router';
  export const Connexion = () => <>
    <franceconnect-button id="serveur"><a href="/connexion">FranceConnect</a></franceconnect-button>
    <franceconnect-button id="application"><Link to="/bonjour">FranceConnect</Link></franceconnect-button>
  </>;` },
};

/** An example with an identifier in the place of `VOTRE_IDENTIFIANT`, and other files as they are given. */
async function buildIdentified(name, purpose = 'sign-in', files = {}) {
  const { folder } = await workshop();
  const [file] = Object.keys(LINKS[name]);
  return build(name, purpose, { ...files, [file]: identified(await readFile(path.join(folder, name, file), 'utf8')) });
}

for (const name of Object.keys(LINKS)) {
  acrossEngines(`with ${name}, the sign-in comes back to a route, and leaves nothing of the reply in the address or the history`, {
    timeout: 400_000,
  }, async (context) => {
    const { driver, open } = context;
    const site = await serveApplication(context, await buildIdentified(name));
    await withPartner({ ...context, site }, '/retour', async ({ provider, users, choose }) => {
      await open(`${site.origin}/`);
      await signIn(driver, provider);
      await choose('continue');
      await until(async () => (await driver.getCurrentUrl()) === `${site.origin}/bonjour`, 'the route after the sign-in');
      assert.deepEqual(users.map(({ family_name: last }) => last), ['DUBOIS']);
      // There vue-router keeps the way that it has come.
      assert.doesNotMatch(await driver.executeScript('return JSON.stringify(history.state)'), /code=|state=|retour/);
      // A page in the route's place answers 200: no session.
      site.set({ '/session': '<!doctype html><html lang="fr"><title>Accueil</title><h1>Accueil</h1>' });
      await open(`${site.origin}/`);
      await signIn(driver, provider);
      await choose('continue');
      const title = await until(() => deep(driver, '[part=title]'), 'what the return page says of a refusal');
      assert.equal(await title.getText(), 'Vous n’êtes pas connecté');
      assert.equal(await driver.getCurrentUrl(), `${site.origin}/retour`);
    });
  });

  acrossEngines(`with ${name}, a plain link in the button leaves for the server, the router’s own stays in the application`, {
    timeout: 400_000,
  }, async (context) => {
    const { driver, open } = context;
    const site = await serveApplication(context, await build(name, 'links', LINKS[name]));
    site.set({ '/connexion': '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Arrivée</title><h1>Arrivée</h1>' });
    const pressed = async (id) => {
      await open(`${site.origin}/`);
      await until(() => painted(driver), 'the buttons');
      // To leave while the module loads is an error on the console.
      await ready(driver);
      await (await driver.executeScript('return document.getElementById(arguments[0]).shadowRoot.querySelector(".button")', id)).click();
    };
    await pressed('application');
    await until(async () => (await driver.getCurrentUrl()) === `${site.origin}/bonjour`, 'the route');
    assert(!site.requests.some(({ path: asked }) => asked === '/bonjour'), 'without the server');
    await pressed('serveur');
    await until(async () => (await driver.getTitle()) === 'Arrivée', 'the server’s page');
  });
}

acrossEngines('with react-router, back and forward meet nothing of the reply after a push either', { timeout: 400_000 }, async (context) => {
  const { driver, open } = context;
  const { folder } = await workshop();
  const recipe = await readFile(path.join(folder, 'react-router/Retour.jsx'), 'utf8');
  const pushing = recipe.replace(', { replace: true }', '');
  assert.notEqual(pushing, recipe);
  const site = await serveApplication(context, await buildIdentified('react-router', 'push', { 'Retour.jsx': pushing }));
  site.set({ '/session': { status: 204 } });
  await open(`${site.origin}/`);
  await ready(driver);
  const { url, state } = await driver.executeScript(`
    return FranceConnect.authorizationRequest({ clientId: 'essai', redirectUri: 'https://service.example/retour', environment: 'sandbox' })`);
  await open(`${site.origin}/retour?code=c0de&state=${state}&iss=${encodeURIComponent(url.split('/authorize')[0])}`);
  for (const [move, address] of [['', '/bonjour'], ['back', '/retour'], ['forward', '/bonjour']]) {
    if (move) await driver.executeScript('history[arguments[0]]()', move);
    await until(async () => (await driver.getCurrentUrl()) === site.origin + address, address);
    assert.doesNotMatch(await driver.executeScript('return JSON.stringify(history.state)'), /c0de/);
  }
});

acrossEngines('with Auth.js, the form in the button leads to the identity, and a cancel back to the partner’s own page', {
  mounts: { '/franceconnect/': path.join(ROOT, 'dist') }, timeout: 400_000,
}, async ({ driver, open, site }) => {
  const { folder } = await workshop();
  const { handler } = await import(pathToFileURL(path.join(folder, 'authjs/serveur.mjs')).href);
  const provider = await startProvider();
  const client = { clientId: 'essai', clientSecret: 'un-secret-de-test' };
  provider.register({ id: client.clientId, secret: client.clientSecret, redirectUris: [`${site.origin}/auth/callback/franceconnect`] });
  const handle = handler({ publicUrl: site.origin, issuer: provider.issuer, secret: 'un secret de session, pour cet essai', ...client });
  const answer = async (request) => {
    const response = await handle(request);
    const headers = Object.fromEntries(response.headers);
    delete headers['set-cookie'];
    const type = headers['content-type'] ?? 'text/plain';
    delete headers['content-type'];
    return { status: response.status, headers: { ...headers, 'Content-Type': type, 'Set-Cookie': response.headers.getSetCookie() }, body: await response.text() };
  };
  site.set(Object.fromEntries(['/', '/auth/signin/franceconnect', '/auth/callback/franceconnect'].map((each) => [each, answer])));
  const press = async (id) => {
    await open('/');
    await until(() => painted(driver), 'the button');
    await (await deep(driver, '.button')).click();
    await (await until(() => driver.findElement(By.id(id)), id)).click();
  };
  try {
    await press('cancel');
    await until(async () => (await driver.getCurrentUrl()).startsWith(`${site.origin}/?error=`), 'the partner’s own page');
    await until(() => painted(driver), 'the button, again');
    await press('continue');
    const name = await until(() => driver.findElement(By.id('nom')), 'the identity');
    assert.match(await name.getText(), /DUBOIS/);
  } finally {
    await provider.close();
  }
});

/** README's recipes: each block is a file of www/examples/, and each file leads through, against a real provider. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { ROOT } from '../../tools/serve.mjs';
import { recipesIn, withRecipes } from '../../tools/recipes.mjs';
import { By, acrossEngines, axe, deep, until } from './harness/suite.mjs';
import { painted, ready } from './helpers.mjs';
import { identified, signIn, withPartner } from './recipe-partner.mjs';

const file = (name) => readFileSync(path.join(ROOT, 'www/examples', name), 'utf8');
const MOUNTS = { '/franceconnect/': path.join(ROOT, 'dist') };
const ARRIVAL = '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Arrivée</title><h1>Arrivée</h1>';

test('README’s recipes are their files, whole', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  assert.equal(readme, withRecipes(readme), 'run `make fmt`');
  const shown = recipesIn(readme);
  for (const name of ['lien/index.html', 'formulaire/index.html', 'demande/index.html', 'demande/retour.html', 'demande/retour.js']) {
    assert(shown.includes(`www/examples/${name}`), name);
  }
});

test('every link of README leads to a file or to one of its headings', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8').replace(/^```[^]*?^```/gm, '');
  // As the forges make them.
  const headings = [...readme.matchAll(/^#+ (.*)$/gm)].map(([, text]) => text.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').replaceAll(' ', '-'));
  const links = [...readme.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link).filter((link) => !link.startsWith('https:'));
  assert(links.length > 20);
  for (const link of links) {
    if (link.startsWith('#')) assert(headings.includes(link.slice(1)), link);
    else {
      const [file, id] = link.split('#');
      assert(existsSync(path.join(ROOT, file)), link);
      if (id) assert(readFileSync(path.join(ROOT, file), 'utf8').includes(`id="${id}"`), link);
    }
  }
});

acrossEngines('« Your own link » leads to the link', {
  mounts: MOUNTS, pages: { '/': file('lien/index.html'), '/connexion': ARRIVAL },
}, async ({ driver, open, site }) => {
  await open('/');
  await until(() => painted(driver), 'the button');
  await (await deep(driver, '.button')).click();
  await until(async () => (await driver.getTitle()) === 'Arrivée', 'the link’s page');
  assert.deepEqual(site.requests.map(({ path: asked }) => asked).filter((asked) => asked.startsWith('/franceconnect/')), ['/franceconnect/franceconnect.js']);
});

acrossEngines('« Your own form » is posted, with its token', {
  mounts: MOUNTS, pages: { '/': file('formulaire/index.html'), '/connexion': ARRIVAL },
}, async ({ driver, open, site }) => {
  await open('/');
  await until(() => painted(driver), 'the button');
  await (await deep(driver, '.button')).click();
  await until(async () => (await driver.getTitle()) === 'Arrivée', 'the form’s page');
  const { method, body } = site.requests.find(({ path: asked }) => asked === '/connexion');
  assert.deepEqual([method, body], ['POST', 'csrf=LE_JETON_CSRF_DE_LA_SESSION']);
});

acrossEngines('« The widget makes the request » leads to the identity, and says so where it does not', {
  mounts: MOUNTS,
  pages: {
    '/': ({ headers }) => identified(file('demande/index.html')).replace('https://service.example', `http://${headers.host}`),
    '/retour.html': file('demande/retour.html'),
    '/retour.js': file('demande/retour.js'),
  },
}, async (context) => {
  const { driver, open, site, allow, expect } = context;
  await withPartner(context, '/retour.html', async ({ provider, users, choose }) => {
    await open('/');
    await signIn(driver, provider);
    await choose('continue');
    await until(async () => (await driver.getCurrentUrl()) === `${site.origin}/`, 'the way back');
    assert.deepEqual(users.map(({ family_name: name }) => name), ['DUBOIS']);
    // A page in the route’s place answers 200: no session either.
    const refusedBy = async (answer) => {
      await signIn(driver, provider);
      site.set({ '/session': answer });
      await choose('continue');
      const title = await until(() => deep(driver, '[part=title]'), 'what the return page says of a refusal');
      assert.equal(await title.getText(), 'Vous n’êtes pas connecté');
    };
    await refusedBy(ARRIVAL);
    await open('/');
    expect(/401/);
    await refusedBy({ status: 401 });
    const way = await driver.findElement(By.css('franceconnect-return a'));
    assert(await way.isDisplayed(), 'and a way on');
    assert.equal(await way.getAttribute('href'), `${site.origin}/`);
    allow(/console\.(error|warn)/);
    await open('/');
    await signIn(driver, provider);
    await choose('cancel');
    const title = await until(() => deep(driver, '[part=title]'), 'what the return page says');
    assert.match(await title.getText(), /La connexion a été annulée/);
    assert(await driver.findElement(By.css('franceconnect-return a[href="/mot-de-passe"]')).isDisplayed());
  });
});

acrossEngines('the explainer’s page shows the explainer and the sheet', {
  mounts: MOUNTS, pages: { '/': file('eligibilite/index.html') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await (await deep(driver, '[part=choices] input')).click();
  assert(await (await until(() => deep(driver, '[part=answer]'), 'the answer')).isDisplayed());
  assert.match(await driver.getCurrentUrl(), /#eligibilite=un-particulier$/);
  assert(await driver.executeScript('return Boolean(document.querySelector("franceconnect-sheet").shadowRoot.querySelector("[part=title]"))'));
});

const PAGES = ['lien/index.html', 'formulaire/index.html', 'demande/index.html', 'eligibilite/index.html'];

acrossEngines('axe finds nothing on the recipes’ pages, whose ground is dark where the elements are', {
  engines: ['chromium', 'firefox'], mounts: MOUNTS, pages: Object.fromEntries(PAGES.map((name) => [`/${name}`, identified(file(name))])),
}, async ({ driver, open }) => {
  for (const name of PAGES) {
    await open(`/${name}`, { scheme: 'light' });
    await ready(driver);
    assert.deepEqual(await axe(driver), [], name);
    // In the dark it takes the ground for white: that is looked at here.
    for (const scheme of ['light', 'dark']) {
      await open(`/${name}`, { scheme });
      // To leave while the module loads is an error on the console.
      await ready(driver);
      const { data } = PNG.sync.read(Buffer.from(await driver.takeScreenshot(), 'base64'));
      assert.equal(data[0] < 64 ? 'dark' : 'light', scheme, name);
    }
  }
});

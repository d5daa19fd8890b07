/** www/configurateur.html: choices → the real element, the code, and what else it asks for. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { LOGIN } from '../../www/workbench/configurator/fallback.js';
import { CODE } from '../../www/workbench/configurator/code.js';
import { DATA } from '../../www/workbench/configurator/data.js';
import { issuerOf, policyOf, serverOf } from '../../www/workbench/configurator/servers.js';
import { FIELDS, SCOPES, addressOf, ignoredIn, settingsOf } from '../../www/workbench/configurator/settings.js';
import { treeOf } from '../../www/workbench/configurator/tree.js';
import { ROOT } from '../../tools/serve.mjs';
import { By, acrossEngines, until } from './harness/suite.mjs';
import { painted, ready } from './helpers.mjs';
import { STRICT } from './pages.mjs';
import { SERVERS, policyFor } from './policy.mjs';

const PAGE = '/www/configurateur.html';
const chosen = (address = '') => settingsOf(new URLSearchParams(address));
const codeOf = (address) => CODE[chosen(address).form](treeOf(chosen(address)));

/** The element of a recipe of README's, as it stands there. */
function recipe(name, element) {
  const text = readFileSync(path.join(ROOT, 'www/examples', name), 'utf8');
  return new RegExp(`^<${element}[\\s>][^]*?</${element}>`, 'm').exec(text)[0];
}

test('the code of each mode is README’s recipe, letter for letter', () => {
  for (const mode of ['lien', 'formulaire', 'demande']) {
    const [tag, element] = codeOf(`mode=${mode}`).split('\n\n');
    assert.equal(tag, recipe(`${mode}/index.html`, 'script'));
    assert.equal(element, recipe(`${mode}/index.html`, 'franceconnect-button'));
  }
  assert(codeOf('element=parcours').endsWith(recipe('eligibilite/index.html', 'franceconnect-eligibility')));
  assert(codeOf('element=fiche').endsWith(recipe('eligibilite/index.html', 'franceconnect-sheet')));
});

test('the policy is README’s, on one line, for each of its servers', () => {
  assert.equal(policyOf(chosen('environnement=production')), `Content-Security-Policy: ${policyFor()}`);
  const french = { production: 'production', sandbox: 'bac à sable' };
  const names = [];
  for (const level of ['eidas1', 'eidas2']) for (const environment of ['production', 'sandbox']) {
    const settings = chosen(`niveau=${level}&environnement=${environment}`);
    const name = `${level === 'eidas1' ? 'FranceConnect' : 'FranceConnect+'}, ${environment}`;
    names.push(name);
    assert.equal(serverOf(settings).name, name.replace(environment, french[environment]));
    assert.equal(serverOf(settings).origin, SERVERS[name]);
    assert.equal(issuerOf(settings), `${SERVERS[name]}/api/v2`);
    assert.equal(policyOf(settings), `Content-Security-Policy: ${policyFor(SERVERS[name])}`);
  }
  assert.deepEqual(names.sort(), Object.keys(SERVERS).sort());
});

test('the explainer and the sheet lead to no server: their policy names none', () => {
  for (const element of ['parcours', 'fiche']) assert.match(policyOf(chosen(`element=${element}`)), /form-action 'self';/);
});

test('what stands inside the button has its name and its language', () => {
  const login = /^ {2}login: \{(.*)\}$/m.exec(readFileSync(path.join(ROOT, 'src/texts.yaml'), 'utf8'))[1];
  const official = Object.fromEntries([...login.matchAll(/(\w\w): "([^"]*)"/g)].map(([, language, text]) => [language, text]));
  assert.deepEqual(LOGIN, official);
  for (const [language, text] of Object.entries(official)) for (const mode of ['lien', 'formulaire']) {
    for (const [level, name] of [['eidas1', 'FranceConnect'], ['eidas2', 'FranceConnect+'], ['eidas3', 'FranceConnect+']]) {
      assert(codeOf(`mode=${mode}&niveau=${level}&langue=${language}`).includes(`>${text} ${name}</`), `${mode} ${level} ${language}`);
    }
  }
  assert.match(codeOf('mode=demande&niveau=eidas2'), /La connexion avec FranceConnect\+ n’est/);
  assert.equal(new Set(Object.keys(official).map((language) => codeOf(`mode=demande&langue=${language}`).match(/<p>.*<\/p>/)[0])).size, 4);
});

test('what an address has and is not taken is named', () => {
  const ignored = (address) => ignoredIn(new URLSearchParams(address));
  assert.deepEqual(ignored('niveau=eidas9&langue=de&phrase=peut-etre&donnees=openid+mail&couleur=bleu&constructor=1'),
    ['niveau=eidas9', 'phrase=peut-etre', 'donnees=openid mail', 'couleur=bleu', 'constructor=1']);
  assert.deepEqual(ignored(addressOf(chosen('mode=demande&niveau=eidas3&donnees=openid+email&retenir=oui')).toString()), []);
});

test('every scope that has a box is in the guide’s table and has its words', () => {
  const guide = readFileSync(path.join(ROOT, 'www/integrer-la-connexion.html'), 'utf8');
  for (const scope of SCOPES) assert(guide.includes(`<th scope="row"><code>${scope}</code></th>`), scope);
  assert.deepEqual(Object.keys(DATA), SCOPES);
});

test('settings come back from their address, and what is not accepted does not', () => {
  const all = 'element=bouton&mode=demande&route=%2Fx&client=a&retour=https%3A%2F%2Fa.fr%2F&donnees=openid+email&autres=dgfip_rfr&niveau=eidas3&environnement=production&phrase=non&langue=de&apparence=dark&titre=4&lienpartage=non&retenir=oui&forme=vue';
  const settings = chosen(all);
  assert.deepEqual(chosen(addressOf(settings).toString()), settings);
  assert.deepEqual(Object.keys(FIELDS), [...new URLSearchParams(all).keys()]);
  assert.equal(addressOf(chosen()).toString(), '');
  assert.deepEqual(chosen('element=script&mode=__proto__&niveau=eidas9&donnees=<script>&langue=xx&forme=php&constructor=1'), { ...chosen(), scopes: ['openid'] });
  assert.equal(chosen(`route=${'x'.repeat(9999)}`).route.length, 500);
});

test('a value is a value in each form of code, whatever it is', () => {
  const hostile = encodeURIComponent('"><script>alert(1)</script>{x}&amp;');
  for (const form of ['html', 'react', 'vue']) {
    const code = codeOf(`forme=${form}&route=${hostile}`);
    assert(code.includes('href="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;{x}&amp;amp;"'), code);
  }
});

const text = (driver, selector) => driver.executeScript('return document.querySelector(arguments[0]).textContent', selector);
const state = (driver) => text(driver, '#state');
const loaded = (driver) => until(() => state(driver), 'the rules', 20_000);
/** Chooses all of them in one go: the page shows what is chosen once the visitor pauses, which two commands may do or not. */
const choose = (driver, choices) => driver.executeScript(`
  for (const [name, value] of Object.entries(arguments[0])) {
    const field = document.getElementById('choix').elements.namedItem(name);
    if (typeof value === 'boolean') field.checked = value;
    else field.value = value;
    (field.length && field[0]?.type === 'checkbox' ? field[0] : field).dispatchEvent(new Event('input', { bubbles: true }));
  }`, choices);

acrossEngines('what is chosen shows at once: the element itself, its code, its policy, what to declare, the address', {
  headers: { 'Content-Security-Policy': STRICT },
}, async ({ driver, open, site }) => {
  await open(PAGE);
  await loaded(driver);
  await until(() => painted(driver), 'the button');
  assert.equal(await text(driver, '#code'), codeOf(''));
  assert.equal(await state(driver), 'Aucune règle n’est enfreinte.');
  await choose(driver, { niveau: 'eidas2', environnement: 'production' });
  await until(async () => (await text(driver, '#code')).includes('level="eidas2"'), 'the level');
  assert.match(await text(driver, '#politique'), /https:\/\/auth\.franceconnect\.gouv\.fr/);
  assert.match(await text(driver, '#datapass'), /FranceConnect\+, eidas2/);
  assert.match(await text(driver, '#espace'), /jwks_uri/);
  assert.match(await text(driver, '#bibliotheque'), /https:\/\/auth\.franceconnect\.gouv\.fr\/api\/v2/);
  await until(() => driver.executeScript('return document.querySelector("#apercu franceconnect-button").shadowRoot.textContent.includes("FranceConnect+")'), 'the plus');
  assert.equal(new URL(await driver.getCurrentUrl()).hash, '#niveau=eidas2&environnement=production');
  await choose(driver, { mode: 'demande' });
  await until(async () => (await text(driver, '#code')).includes('client-id='), 'the request');
  await until(async () => /À corriger/.test(await state(driver)), 'the placeholder refused');
  assert.match(await text(driver, '#regles'), /client-id-placeholder/);
  // The choices go nowhere but into the address, behind its #.
  assert(site.requests.every(({ url }) => !url.includes('niveau')), 'no server is told');
});

acrossEngines('a wrong setting is told in the diagnosis’ own words', {}, async ({ driver, open, allow }) => {
  allow(/franceconnect-button|redirect-uri|scope/);
  await open(`${PAGE}#mode=demande&client=mon-service&retour=http%3A%2F%2Fservice.example%2Fretour&autres=mail`);
  await until(async () => /À corriger/.test(await state(driver)), 'the rules', 20_000);
  const told = await driver.executeScript(`return [...document.querySelectorAll('#regles li')].map((item) => [item.dataset.verdict,
    item.querySelector('a').textContent, item.querySelector('strong').textContent])`);
  const rule = told.find(([, name]) => name === 'redirect-uri-loopback');
  assert.equal(rule?.[0], 'Enfreinte');
  const page = await (await fetch(`${new URL(await driver.getCurrentUrl()).origin}/www/les-regles.html`)).text();
  assert(page.includes(rule[2]), 'the sentence stands in « Les règles »');
  assert(told.some(([, name]) => name.startsWith('scope-')), 'the scope too');
});

acrossEngines('an address gives its settings back, in the same tab too; a hostile one gives nothing', {}, async ({ driver, open, allow }) => {
  allow(/franceconnect-button|href/);
  await open(`${PAGE}#niveau=eidas3&langue=de&apparence=dark&forme=vue`);
  await loaded(driver);
  assert.match(await text(driver, '#code'), /<template>[^]*level="eidas3"[^]*lang="de"/);
  assert.equal(await driver.executeScript('return document.querySelector("[name=langue]").value'), 'de');
  await driver.executeScript('location.hash = "mode=formulaire&route=javascript:window.pwned=1&element=<img src=x onerror=window.pwned=1>"');
  await until(async () => (await text(driver, '#code')).includes('<form'), 'the form');
  await until(async () => (await driver.executeScript('return document.querySelector("#apercu form")?.getAttribute("action")')) === '#apercu', 'the preview leads nowhere');
  await driver.executeScript('location.hash = "route=javascript:window.pwned=1"');
  await until(async () => (await text(driver, '#code')).includes('href="javascript:'), 'the link');
  await until(() => painted(driver), 'the button');
  await driver.executeScript('document.querySelector("#apercu franceconnect-button").shadowRoot.querySelector(".button").click()');
  await until(async () => /À corriger/.test(await state(driver)), 'the link refused');
  assert.equal(await driver.executeScript('return window.pwned ?? null'), null);
  assert.equal(await driver.executeScript('return document.querySelectorAll("#contenu img, #contenu script").length'), 0);
  // A place of the page is no setting.
  const before = await text(driver, '#code');
  await driver.executeScript('location.hash = "contenu"');
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(await text(driver, '#code'), before);
});

acrossEngines('the preview leads nowhere, whichever way the button goes', {}, async ({ driver, open }) => {
  for (const mode of ['lien', 'formulaire', 'demande']) {
    await open('/__harness/blank.html');
    await open(`${PAGE}#mode=${mode}`);
    await loaded(driver);
    await until(() => painted(driver), 'the button');
    const before = await driver.getCurrentUrl();
    await driver.executeScript('document.querySelector("#apercu franceconnect-button").shadowRoot.querySelector(".button").click()');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await driver.getCurrentUrl(), before, mode);
  }
});

acrossEngines('an address is told what is not taken of it; an empty field shows what the code has', {}, async ({ driver, open }) => {
  await open(`${PAGE}#niveau=eidas9&route=`);
  await loaded(driver);
  assert.equal(await text(driver, '#ignore'), 'Dans l’adresse, valeur inconnue, ignorée\u00a0: niveau=eidas9.');
  assert.match(await text(driver, '#code'), /href="\/connexion"/);
  const route = await driver.findElement(By.css('[name=route]'));
  assert.equal(await route.getAttribute('value'), '/connexion');
  await route.clear();
  await (await driver.findElement(By.css('[name=autres]'))).click();
  await until(async () => (await route.getAttribute('value')) === '/connexion', 'the value of the code');
  assert.match(await text(driver, '#code'), /href="\/connexion"/);
});

acrossEngines('without the element’s sentence the page is told to write it; an unknown scope is not to be declared', {}, async ({ driver, open }) => {
  await open(`${PAGE}#phrase=non&autres=mail+dgfip_rfr`);
  await loaded(driver);
  assert.match(await state(driver), /votre page doit écrire elle-même la phrase officielle/);
  const declared = await text(driver, '#datapass');
  assert.match(declared, /dgfip_rfr/);
  assert.doesNotMatch(declared, /\bmail\b/);
});

acrossEngines('no choice is wider than its list, on a phone or beside the preview', {}, async ({ driver, open }) => {
  for (const width of [360, 1280]) {
    await open(PAGE, { width });
    await loaded(driver);
    const cut = await driver.executeScript(`
      const pen = document.createElement('canvas').getContext('2d');
      const ARROW = 20;
      for (const part of document.querySelectorAll('[data-for]')) part.hidden = false;
      return [...document.querySelectorAll('#choix select')].flatMap((list) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(list);
        pen.font = font;
        const room = list.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) - ARROW;
        return [...list.options].filter(({ text }) => pen.measureText(text).width > room).map(({ text }) => text);
      });`);
    assert.deepEqual(cut, [], `${width} px`);
  }
});

acrossEngines('the demo’s form leads here with what was chosen there', {}, async ({ driver, open, site }) => {
  await open('/');
  // A page that is left while a script comes says that it could not be loaded.
  await ready(driver);
  await driver.executeScript('const form = document.querySelector(".compose"); form.elements.niveau.value = "eidas2"; form.elements.mode.value = "formulaire"');
  await (await driver.findElement(By.css('.compose button'))).click();
  await until(async () => (await driver.getCurrentUrl()) === `${site.origin}${PAGE}#mode=formulaire&niveau=eidas2`, 'the configurator');
  await loaded(driver);
  assert.match(await text(driver, '#code'), /level="eidas2"[^]*<form/);
});

for (const mode of ['lien', 'formulaire']) {
  acrossEngines(`the code that is copied works as it is: ${mode}`, {
    mounts: { '/franceconnect/': path.join(ROOT, 'dist') },
    pages: {
      '/': `<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Essai</title>${codeOf(`mode=${mode}&niveau=eidas2&langue=en`)}`,
      '/connexion': '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Arrivée</title>',
    },
  }, async ({ driver, open }) => {
    await open('/');
    await until(() => painted(driver), 'the button');
    await driver.executeScript('document.querySelector("franceconnect-button").shadowRoot.querySelector(".button").click()');
    await until(async () => (await driver.getTitle()) === 'Arrivée', 'the route');
  });
}

acrossEngines('without a script the configurator and the diagnosis say what they would do, and lead to the guide', {
  headers: { 'Content-Security-Policy': "script-src 'none'" },
}, async ({ driver, open, allow }) => {
  allow(/^log: .*(script-src|Content Security Policy)/);
  for (const address of [PAGE, '/www/diagnostic.html']) {
    await open(address);
    const lead = await driver.findElement(By.css('.lead'));
    assert.match(await lead.getText(), /\p{L}{4,}.{40}/u);
    const links = await driver.findElements(By.css('main a[href="integrer-la-connexion.html"]'));
    assert((await Promise.all(links.map((link) => link.isDisplayed()))).includes(true), address);
    for (const control of await driver.findElements(By.css('main :is(button, textarea, select, input)'))) {
      assert(!await control.isDisplayed(), `${address} ${await control.getAttribute('name')}`);
    }
  }
});

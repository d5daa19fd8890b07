/** www/etats.html: the button and the return page in every state, by the elements themselves. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { By, acrossEngines, axe, focused, until } from './harness/suite.mjs';
import { ready, settled } from './helpers.mjs';
import { ROOT } from '../../tools/serve.mjs';
import { STRICT, WANTED } from './pages.mjs';

const PAGE = '/www/etats.html';
const headers = { 'Content-Security-Policy': STRICT };

const start = async ({ driver, open, expect }, view) => {
  expect(WANTED);
  await open(PAGE, view);
  await ready(driver);
  // The page's own script makes the table last.
  await until(() => driver.executeScript('return Boolean(document.querySelector("#retours tbody button"))'), 'the table');
};

/** What the buttons of a section show. */
const buttons = (driver, section) => settled(driver, `
  return [...document.querySelectorAll('[aria-labelledby=' + args[0] + '] franceconnect-button')].map((host) => {
    const root = host.shadowRoot;
    const button = root.querySelector('.button');
    const style = button && getComputedStyle(button);
    return button && {
      tag: button.localName, text: button.textContent, ground: style.backgroundColor, help: root.querySelector('.help').textContent,
      caption: root.querySelector('.caption')?.textContent ?? '',
      disabled: button.matches(':disabled, [aria-disabled=true]'),
    };
  });`, section);

/** One thing of each of them. */
const each = async (driver, section, key) => (await buttons(driver, section)).map((button) => button[key]);

const BLUE = 'rgb(0, 0, 145)';

acrossEngines('the gallery shows levels, captions, languages, disabled, light and dark', { headers }, async (context) => {
  const { driver } = context;
  await start(context);
  await settled(driver, 'document.documentElement.dataset.frScheme = "light"');
  const plus = 'S’identifier avec FranceConnect+';
  assert.deepEqual(await each(driver, 'niveaux', 'text'), ['S’identifier avec FranceConnect', plus, plus]);
  assert.deepEqual((await each(driver, 'legende', 'caption')).map((text) => /^(\S+) est la solution proposée par l’État/.exec(text)?.[1]), ['FranceConnect', 'FranceConnect+']);
  assert.deepEqual(await each(driver, 'langues', 'text'), ['S’identifier avec', 'Sign in with', 'Einloggen mit', 'Iniciar sesión con']
    .flatMap((text) => [`${text} FranceConnect`, `${text} FranceConnect+`]));
  assert.equal(new Set(await each(driver, 'langues', 'caption')).size, 8);
  assert.deepEqual(await each(driver, 'desactive', 'disabled'), [true, true, true]);
  assert.deepEqual(await each(driver, 'desactive', 'tag'), ['a', 'button', 'a']);
  const dark = 'rgb(133, 133, 246)';
  assert.deepEqual(await each(driver, 'couleurs', 'ground'), [BLUE, BLUE, 'rgb(229, 229, 229)', dark, dark, 'rgb(42, 42, 42)']);
  assert.deepEqual(await each(driver, 'menent', 'tag'), ['a', 'button', 'a', 'button']);
});

acrossEngines('a wrong attribute leaves the page’s own link, and the console says which', { headers }, async (context) => {
  await start(context);
  const { driver } = context;
  assert.deepEqual(await buttons(driver, 'erreur'), [null]);
  assert(await driver.findElement(By.css('[aria-labelledby=erreur] franceconnect-button a')).isDisplayed());
});

/** The official button of a host. */
const official = (driver, id) => driver.executeScript('return document.getElementById(arguments[0]).shadowRoot.querySelector(".button")', id);
const said = (driver, id) => driver.executeScript('return document.getElementById(arguments[0]).textContent', id);
/** How many characters this tab's storage holds of what fills it. */
const kept = (driver) => driver.executeScript(
  'return Object.entries(sessionStorage).reduce((sum, [key, text]) => sum + (key.startsWith("etats-") ? text.length : 0), 0)');

acrossEngines('a button that makes its request makes it, and the page keeps it', { headers }, async (context) => {
  const { driver, site } = context;
  await start(context);
  await (await official(driver, 'demande')).click();
  await until(async () => /fcp-low\.sbx\.dev-franceconnect\.fr, avec .*client_id.*state/.test(await said(driver, 'demande-dit')), 'what the page says of it');
  assert.equal(await driver.getCurrentUrl(), site.origin + PAGE);
});

acrossEngines('a full storage is told by the button, and is emptied then', { headers }, async (context) => {
  const { driver, expect, site } = context;
  await start(context);
  expect(/console\.(error|warn).*storage/i);
  await driver.findElement(By.css('#plein-remplir button')).click();
  assert.match(await said(driver, 'plein-dit'), /est plein/);
  assert(await kept(driver) > 1_000_000);
  await (await official(driver, 'plein')).click();
  const alert = await until(() => driver.executeScript('return document.getElementById("plein").shadowRoot.querySelector("[role=alert]")?.textContent'), 'the message');
  assert.match(alert, /^Votre navigateur empêche la connexion\. /);
  assert.equal(await kept(driver), 0);
  assert.deepEqual(await axe(driver), []);
  assert.equal(await driver.getCurrentUrl(), site.origin + PAGE);
});

/** What visitors read, from where it is written: name → language → text. */
const SENTENCES = Object.fromEntries([...readFileSync(path.join(ROOT, 'src/signin/sentences.yaml'), 'utf8').matchAll(/^(\w+): \{(.*)\}$/gm)]
  .map(([, name, texts]) => [name, Object.fromEntries([...texts.matchAll(/(\w\w): "([^"]*)"/g)].map(([, language, text]) => [language, text]))]));

/** The table's rows, as they should be: what is shown, and whether one may try again. */
const ROWS = [
  ['reply_denied', true],
  ['reply_denied', false],
  ['reply_technical', true],
  ['reply_configuration', true],
  ['reply_unverified', true],
  ['reply_no_request', false],
  ['reply_expired', true],
  ['reply_unverified', true],
  ['reply_unverified', true],
  ['storage', true],
  ['reply_success', false],
];

/** What the return page shows. */
const shown = (driver) => driver.executeScript(`
  const host = document.querySelector('#retour-ici franceconnect-return');
  const text = (part) => host.shadowRoot?.querySelector('[part=' + part + ']')?.textContent;
  return host && { title: text('title') ?? text('message'), retry: text('retry') };`);

/** Presses a row's button of a language, and waits for the page that comes. */
async function open(driver, row, language) {
  await driver.executeScript(`
    window.isOld = true;
    document.querySelectorAll('#retours tbody tr')[arguments[0]].querySelector('button[lang=' + arguments[1] + ']').click()`, row, language);
  await until(() => driver.executeScript('return !window.isOld'), 'the page of the reply');
}

const retry = (driver) => driver.executeScript(
  'return document.querySelector("#retour-ici franceconnect-return").shadowRoot.querySelector("[part=retry]")');

for (const language of ['fr', 'en', 'de', 'es']) {
  acrossEngines(`the gallery shows the return page’s messages, each by a real request: ${language}`, { headers, timeout: 120_000 }, async (context) => {
    const { driver, site, allow } = context;
    // Each failure is told to the developer.
    allow(/console\.(error|warn).*(FranceConnect|franceconnect)/i);
    await start(context);
    assert.equal((await driver.findElements(By.css('#retours tbody tr'))).length, ROWS.length);
    for (const [row, [name, again]] of ROWS.entries()) {
      const full = name === 'storage';
      const texts = SENTENCES[full ? 'reply_denied_title' : name === 'reply_success' ? name : `${name}_title`];
      await open(driver, row, language);
      const at = await until(async () => {
        const { search } = new URL(await driver.getCurrentUrl());
        const now = await shown(driver);
        // The element takes the reply out of the address.
        return new RegExp(`^\\?langue=${language}(&horloge=31|&plein=?)?$`).test(search) && now?.title === texts[language] && now;
      }, `row ${row}: ${texts[language]}`);
      assert.equal(at.retry, again ? SENTENCES.reply_retry[language] : null, `row ${row}`);
      if (name !== 'reply_success') assert.equal(await (await focused(driver)).getText(), texts[language], 'the message has the focus');
      if (!again) continue;
      await (await retry(driver)).click();
      if (full) {
        await until(async () => (await shown(driver)).title === SENTENCES.storage_title[language], 'the storage is told');
        assert.equal((await shown(driver)).retry, null);
        assert.equal(await kept(driver), 0);
      } else {
        await until(() => said(driver, 'retour-dit'), 'what « Réessayer » would do');
      }
      assert((await driver.getCurrentUrl()).startsWith(site.origin + PAGE));
    }
    assert.deepEqual(await axe(driver), []);
  });
}

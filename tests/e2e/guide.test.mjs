/** The guide's code is the examples' own, and its policies are README's: what is copied there works as it is tested. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { ROOT } from '../../tools/serve.mjs';
import { By, Key, acrossEngines, axe, focused, press, until } from './harness/suite.mjs';
import { COMMANDS } from './provider/programs.mjs';
import { SERVERS, WRITTEN, policyFor } from './policy.mjs';

const read = (name) => readFileSync(path.join(ROOT, name), 'utf8');
const parsed = (name) => new JSDOM(read(name)).window.document;
const GUIDE = 'www/integrer-la-connexion.html';

/** Lines without the indentation that they share. */
function flush(lines) {
  const margin = Math.min(...lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)[0].length));
  return lines.map((line) => line.slice(margin)).join('\n');
}

/** Whether these lines stand in the file, one after another, wherever their margin is. */
function holds(file, block) {
  const lines = read(file).split('\n');
  const count = block.split('\n').length;
  return lines.some((_, at) => at + count <= lines.length && flush(lines.slice(at, at + count)) === block);
}

describe('the guide', () => {
  const blocks = [...parsed(GUIDE).querySelectorAll('pre')];

  test('every code block says which file it is of, or which policy it holds, and has a name', () => {
    assert(blocks.length > 20);
    for (const block of blocks) {
      const label = block.getAttribute('aria-label');
      assert(label, block.textContent);
      assert(Boolean(block.dataset.source) !== Boolean(block.dataset.policy), label);
    }
    assert.equal(new Set(blocks.map((block) => block.getAttribute('aria-label'))).size, blocks.length);
  });

  for (const block of blocks.filter(({ dataset }) => dataset.source)) {
    const { source } = block.dataset;
    test(`« ${block.getAttribute('aria-label')} » stands as it is in ${source}`, () => {
      assert(holds(path.join('www', source), block.textContent), `www/${source} has changed, or the guide: they must say the same`);
    });
  }

  test('the script of the page of return is the whole file, a refusal included', () => {
    const [script] = blocks.filter(({ dataset }) => dataset.source?.endsWith('/retour.js'));
    assert.equal(`${script.textContent}\n`, read('www/examples/connexion/site/retour.js'));
  });

  test('README’s recipe has the same script and the same ways on', () => {
    assert.equal(read('www/examples/demande/retour.js'), read('www/examples/connexion/site/retour.js'));
    const ways = (name) => parsed(name).querySelector('franceconnect-return').innerHTML.replace(/^ +/gm, '');
    assert.equal(ways('www/examples/demande/retour.html'), ways('www/examples/connexion/site/retour.html'));
  });

  test('README’s recipes have the same buttons, but for addresses', () => {
    const button = (name) => {
      const { attributes, firstElementChild } = parsed(name).querySelector('franceconnect-button');
      return [[...attributes].map((each) => each.name), firstElementChild.localName, firstElementChild.textContent.trim()];
    };
    assert.deepEqual(button('www/examples/demande/index.html'), button('www/examples/connexion/site/accueil.html'));
    assert.deepEqual(button('www/examples/formulaire/index.html'), button('www/examples/connexion/site/formulaire.html'));
  });

  test('Apache, nginx and PHP each have README’s policy on a line, for production and for the sandbox', () => {
    const forms = [
      (policy) => `Header always set Content-Security-Policy "${policy}"`,
      (policy) => `add_header Content-Security-Policy "${policy}" always;`,
      (policy) => `header("Content-Security-Policy: ${policy}");`,
    ];
    const expected = forms.flatMap((form) => ['FranceConnect, production', 'FranceConnect, sandbox'].map((name) => [name, form(policyFor(SERVERS[name]))]));
    const written = blocks.filter(({ dataset }) => dataset.policy).map((block) => [block.dataset.policy, block.textContent]);
    assert.deepEqual(written, expected);
  });

  test('its list of origins is README’s', () => {
    const list = parsed(GUIDE).querySelector('[aria-label="L’origine dans form-action"]');
    const items = [...list.children].map(({ textContent }) => textContent.split('\u00a0: '));
    const french = { production: 'en production', sandbox: 'en bac à sable' };
    const known = Object.entries(SERVERS).map(([name, origin]) => [name.replace(/production|sandbox/, (each) => french[each]), origin]);
    assert.equal(known.length, 4);
    assert.deepEqual(items, [...known, ['make sandbox', 'http://127.0.0.1:8081']]);
  });
});

test('the security page has README’s policy, line by line', () => {
  const [block] = parsed('www/securite.html').querySelectorAll('pre[data-policy]');
  assert.equal(`${block.textContent}\n`, `Content-Security-Policy:\n${WRITTEN}`);
});

test('nothing but README, the guide and the security page writes a policy down for partners', () => {
  for (const name of ['index.html', 'SECURITY.md', 'www/examples/connexion/LISEZMOI.md']) {
    assert.doesNotMatch(read(name), /script-src 'self' 'wasm-unsafe-eval'/, name);
  }
});

test('the examples’ LISEZMOI names files that are there, and Node’s package is the one that is tested', () => {
  const folder = 'www/examples/connexion';
  const text = read(`${folder}/LISEZMOI.md`);
  const named = [...text.matchAll(/`((?:site|php|python|java|tests)\/[\w./-]+\.\w+|[\w-]+\.mjs)`/g)].map(([, file]) => file);
  assert(named.length > 10);
  for (const file of named) assert([folder, '.'].some((base) => existsSync(path.join(ROOT, base, file))), file);
  // The commands that the tests start the programs with.
  for (const [program, command] of Object.entries(COMMANDS)) {
    const [file, ...args] = command(3000);
    const line = [path.basename(file), ...args].join(' ');
    if (program !== 'formulaire') assert(text.replaceAll("'", '').includes(`${line}\n`), line);
  }
  const { dependencies } = JSON.parse(read(`${folder}/package.json`));
  const { devDependencies } = JSON.parse(read('package.json'));
  for (const [name, version] of Object.entries(dependencies)) assert.equal(version, devDependencies[name], name);
});

test('Maven is asked for the Nimbus JOSE + JWT that LISEZMOI names, a patch of the version that was tried', () => {
  const pom = new JSDOM(read('www/examples/connexion/java/pom.xml'), { contentType: 'application/xml' }).window.document;
  const [asked, ...others] = [...pom.querySelectorAll('dependency')];
  assert.deepEqual(others, []);
  assert.equal(asked.querySelector('artifactId').textContent, 'nimbus-jose-jwt');
  const [, tried, named] = /avec Nimbus lui-même, ([\d.]+),.*`java\/pom\.xml` demande ([\d.]+),/.exec(read('www/examples/connexion/LISEZMOI.md'));
  assert.equal(asked.querySelector('version').textContent, named);
  const minor = (version) => version.split('.', 2).join('.');
  assert.equal(minor(named), minor(tried));
});

test('Composer is asked for the version of firebase/php-jwt that LISEZMOI says was tried', () => {
  const { require: needed } = JSON.parse(read('www/examples/connexion/php/composer.json'));
  const [, tried] = /avec la bibliothèque elle-même, ([\d.]+),/.exec(read('www/examples/connexion/LISEZMOI.md'));
  assert.equal(needed['firebase/php-jwt'], `^${tried}`);
});

acrossEngines('the guide’s languages are tabs: keys move, an address leads to its own, and all are read without a script', {}, async ({ driver, open, engine, browser }) => {
  await open(`/${GUIDE}`);
  const group = '[data-tabs="Langages"]';
  const state = () => driver.executeScript(`
    const group = document.querySelector(arguments[0]);
    const tabs = [...group.querySelectorAll('[role=tab]')];
    return tabs.map((tab) => {
      const panel = document.getElementById(tab.getAttribute('aria-controls'));
      return [tab.textContent, tab.getAttribute('aria-selected'), tab.tabIndex, panel.checkVisibility(), panel.getAttribute('aria-labelledby') === tab.id];
    });`, group);
  const chosen = (name) => ['Node', 'PHP', 'Python', 'Java'].map((each) => [each, String(each === name), each === name ? 0 : -1, each === name, true]);
  await until(async () => (await state()).length === 4, 'the tabs');
  assert.deepEqual(await state(), chosen('Node'));
  assert.deepEqual(await axe(driver), []);

  const php = await driver.findElement(By.css(`${group} [role=tab]:nth-child(2)`));
  await php.click();
  assert.deepEqual(await state(), chosen('PHP'));
  for (const [key, name] of [
    [Key.ARROW_RIGHT, 'Python'], [Key.END, 'Java'], [Key.ARROW_RIGHT, 'Node'], [Key.ARROW_LEFT, 'Java'], [Key.HOME, 'Node'],
  ]) {
    await press(driver, key);
    assert.deepEqual(await state(), chosen(name));
    assert.equal(await (await focused(driver)).getText(), name, 'the focus follows');
  }
  // The languages further down follow, not those further up; the web servers are others.
  const selected = () => driver.executeScript(
    'return Object.fromEntries([...document.querySelectorAll("[aria-selected=true]")].map((tab) => [tab.closest("[data-tabs]").dataset.tabs, tab.textContent]))');
  await press(driver, Key.ARROW_RIGHT);
  assert.deepEqual(await selected(), { Langages: 'PHP', 'Langages de la déconnexion': 'PHP', 'Serveurs web': 'Apache' });
  await driver.findElement(By.id('deconnexion-java-onglet')).click();
  assert.deepEqual(await selected(), { Langages: 'PHP', 'Langages de la déconnexion': 'Java', 'Serveurs web': 'Apache' });

  await driver.executeScript('location.hash = "serveur-python"');
  await until(async () => (await state())[2][3], 'the panel that the address names');
  await open(`/${GUIDE}#politique-nginx`);
  await until(() => driver.executeScript('return document.getElementById("politique-nginx").checkVisibility()'), 'the panel that the address names');

  if (engine === 'chromium') {
    // Printed, every panel is there, under its heading.
    await open(`/${GUIDE}`, { medium: 'print' });
    await until(() => driver.executeScript('return document.querySelectorAll("[role=tab]").length === 11'), 'the tabs');
    assert(await driver.executeScript(`
      return [...document.querySelectorAll('[role=tabpanel]')].every((panel) => panel.checkVisibility() && panel.firstElementChild.checkVisibility());`));
    await browser.media({});
  }
});

acrossEngines('without its script the guide shows every language and server in order, under headings', {
  pages: { '/www/onglets.js': { status: 200, headers: { 'Content-Type': 'text/javascript' }, body: '' } },
}, async ({ driver, open }) => {
  await open(`/${GUIDE}`);
  const shown = await driver.executeScript(`
    return [...document.querySelectorAll('[data-tabs] > section')].filter((panel) => panel.checkVisibility())
      .map(({ firstElementChild: heading }) => heading.localName + ' ' + heading.textContent);`);
  const languages = ['h3 Node', 'h3 PHP', 'h3 Python', 'h3 Java'];
  assert.deepEqual(shown, [...languages, ...languages, 'h4 Apache', 'h4 nginx', 'h4 PHP']);
  assert.deepEqual(await axe(driver), []);
});

acrossEngines('opened from the disk, the guide has its tabs, and its blocks of code are copied', {}, async ({ driver, open }) => {
  await open(pathToFileURL(path.join(ROOT, GUIDE)).href);
  await until(() => driver.executeScript(`
    return document.querySelectorAll('[role=tab]').length === 11 && document.querySelectorAll('.copy button').length > 20;`), 'the tabs');
  assert.equal(await driver.executeScript('return document.getElementById("serveur-php").checkVisibility()'), false);
});

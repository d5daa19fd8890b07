/** What is made of www/interface.mjs agrees with what the widget does; and dist/ is made twice alike. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import vscode from 'vscode-html-languageservice';
import { ROOT } from '../../tools/serve.mjs';
import { withTables } from '../../tools/manifest.mjs';
import { elements, events, members, properties, propertyOf } from '../../www/interface.mjs';
import { acrossEngines } from './harness/suite.mjs';
import { BODY, page, ready } from './helpers.mjs';

const read = (name) => readFileSync(path.join(ROOT, name), 'utf8');

test('README’s tables are those of www/interface.mjs', () => {
  assert.equal(read('README.md'), withTables(read('README.md')), 'run `make fmt`');
});

acrossEngines('the elements follow the attributes that are written down, and scripts see the members', {
  engines: ['chromium'], pages: { '/': page(BODY) },
}, async ({ driver, open, allow }) => {
  await open('/');
  await ready(driver);
  // Values that are refused are said to be so, and a return page that nobody returned to.
  allow(/accepted here|<franceconnect-return>/);
  // An element is brought up to date for these. A class or an id changes nothing of what it shows.
  const followed = await driver.executeAsyncScript(`
    const [elements, done] = arguments;
    const pause = () => new Promise((go) => setTimeout(go));
    (async () => {
      const told = [];
      for (const { tag, names } of elements) {
        const host = document.body.appendChild(document.createElement(tag));
        await pause();
        const { update } = host;
        let heard;
        host.update = () => { heard = true; update.call(host); };
        const changes = new MutationObserver(() => {});
        changes.observe(host.shadowRoot, { attributes: true, characterData: true, childList: true, subtree: true });
        for (const name of ['class', 'style', 'id']) {
          host.setAttribute(name, 'x');
          await pause();
          if (changes.takeRecords().length) told.push(tag + ' is drawn anew for ' + name);
        }
        changes.disconnect();
        for (const name of names) {
          heard = false;
          host.setAttribute(name, 'x');
          await pause();
          if (heard) told.push(tag + ' ' + name);
        }
        host.remove();
      }
      done(told);
    })();`, elements.map(({ tag, attributes }) => ({ tag, names: attributes.map(({ name }) => name) })));
  assert.deepEqual(followed, elements.flatMap(({ tag, attributes }) => attributes.map(({ name }) => `${tag} ${name}`)));
  assert.deepEqual(
    await driver.executeScript('return Object.keys(FranceConnect).sort()'),
    members.map(({ name }) => name.replace(/\(.*/, '')).sort());
});

test('the style sheets read the custom properties that are written down, and no other', () => {
  const used = new Set([...read('www/styles/page.css').matchAll(/--franceconnect-([\w-]+)/g)].map(([, name]) => name));
  assert.deepEqual([...used].sort(), properties.map(({ name }) => name).sort());
  assert.doesNotMatch(read('www/styles/button.css'), /--franceconnect-/);
});

test('every part in the views is written down for an element', () => {
  const sources = readdirSync(path.join(ROOT, 'src/view'), { recursive: true }).filter((name) => name.endsWith('.rs')).map((name) => read(`src/view/${name}`));
  const found = new Set(sources.flatMap((text) => [...text.matchAll(/\bpart\("([\w-]+)"\)|"part", "([\w-]+)"/g)].map(([, set, written]) => set ?? written)));
  assert(found.size > 10);
  const known = new Set(elements.flatMap(({ parts = {} }) => Object.keys(parts)));
  assert.deepEqual([...found].filter((name) => !known.has(name)), []);
});

test('the types declare what the ES module exports, and every element and event', async () => {
  const types = read('dist/franceconnect.d.ts');
  // On a server, as here, it must not throw.
  const exported = Object.keys(await import(path.join(ROOT, 'dist/franceconnect.mjs'))).sort();
  const declared = [...types.matchAll(/^export const (\w+)/gm)].map(([, name]) => name).sort();
  assert.deepEqual(declared, exported);
  for (const { tag } of elements) {
    const places = types.match(new RegExp(`'${tag}': (FranceConnect\\w+;|import|new|Omit)`, 'g'));
    assert.equal(places?.length, 5, `${tag}: the DOM and four templates`);
  }
  for (const { name, type } of events) {
    assert(types.includes(`'${name}': CustomEvent<${type}>`), name);
    assert.match(types, new RegExp(`export (interface|type) ${type}\\b`));
  }
});

const { TextDocument, getLanguageService, newHTMLDataProvider } = vscode;
const dist = (name) => JSON.parse(read(`dist/${name}`));
/** The values of a closed set, as its type spells them; none for what is open. */
const closed = (type) => [...new Set([...type.matchAll(/'([^']+)'/g)].map(([, value]) => value))];

test('web-types.json holds every element, attribute, event, part and property', () => {
  const { name, version, contributions: { html } } = dist('web-types.json');
  assert.deepEqual([name, version], [dist('package.json').name, dist('package.json').version]);
  const names = (list) => list.map((each) => each.name);
  assert.deepEqual(names(html.elements), elements.map(({ tag }) => tag));
  for (const [at, { tag, attributes, events: own, parts = {}, themed }] of elements.entries()) {
    const told = html.elements[at];
    assert.deepEqual(names(told.attributes), names(attributes), tag);
    assert.deepEqual(names(told.js.events), own, tag);
    assert.deepEqual(names(told.js.properties), attributes.map((each) => propertyOf(each.name)), tag);
    assert.deepEqual(names(told.css.parts), Object.keys(parts), tag);
    assert.deepEqual(names(told.css.properties), themed ? properties.map((each) => `--franceconnect-${each.name}`) : [], tag);
    for (const [index, { type }] of attributes.entries()) {
      assert.equal(told.attributes[index].value.type, type === 'Present' ? 'boolean' : type);
      assert.match(told.attributes[index].description, /^Accepts .+\.$/);
    }
  }
});

test('custom-elements.json and the types hold a property for every attribute', () => {
  const types = read('dist/franceconnect.d.ts');
  for (const { tagName, name, attributes, members: own } of dist('custom-elements.json').modules[0].declarations.filter((each) => each.customElement)) {
    const written = elements.find(({ tag }) => tag === tagName).attributes.map((each) => each.name);
    assert.deepEqual(attributes.map((each) => [each.name, each.fieldName]), written.map((each) => [each, propertyOf(each)]));
    assert.deepEqual(own.filter((each) => each.kind === 'field' && !each.readonly).map((each) => each.name), written.map(propertyOf));
    const [, declared] = types.match(new RegExp(`interface ${name} extends HTMLElement {([^}]*)}`));
    assert.deepEqual([...declared.matchAll(/ get (\w+)\(/g)].map(([, property]) => property), written.map(propertyOf));
  }
});

test('VS Code’s own reader offers every element, attribute and value of vscode.html-custom-data.json', () => {
  const { tags } = dist('vscode.html-custom-data.json');
  const service = getLanguageService({ useDefaultDataProvider: false, customDataProviders: [newHTMLDataProvider('franceconnect', dist('vscode.html-custom-data.json'))] });
  /** What is offered where the text has a `|`. */
  const offered = (text) => {
    const document = TextDocument.create('page.html', 'html', 1, text.replace('|', ''));
    return service.doComplete(document, document.positionAt(text.indexOf('|')), service.parseHTMLDocument(document)).items.map(({ label }) => label);
  };
  assert.deepEqual(offered('<|').filter((label) => label.startsWith('franceconnect')), elements.map(({ tag }) => tag));
  assert.equal(tags.length, elements.length);
  for (const { tag, attributes } of elements) {
    // That one it offers on any element.
    assert.deepEqual(offered(`<${tag} |>`).filter((label) => label !== 'data-'), attributes.map(({ name }) => name), tag);
    for (const { name, type } of attributes) {
      assert.deepEqual(offered(`<${tag} ${name}="|">`), closed(type), `${tag} ${name}`);
    }
  }
});

test('on a server ready waits, and what needs a page says so', async () => {
  const { ready: never, catalogue, version } = await import(path.join(ROOT, 'dist/franceconnect.mjs'));
  assert.equal(version, JSON.parse(read('dist/package.json')).version);
  assert.throws(() => catalogue(), /browser/);
  const first = await Promise.race([never.then(() => 'settled', () => 'settled'), new Promise((done) => setTimeout(done, 20, 'waits'))]);
  assert.equal(first, 'waits');
});

test('dist/ comes out the same, byte for byte, when it is made again', { timeout: 300_000 }, () => {
  const again = 'target/dist-again';
  try {
    execFileSync('node', ['tools/dist.mjs', again], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
    const [first, second] = ['dist', again].map((folder) => Object.fromEntries(
      readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.join(parentPath, name))
        .map((file) => [path.relative(path.join(ROOT, folder), file), readFileSync(file).toString('base64')])));
    assert.deepEqual(Object.keys(second), Object.keys(first));
    for (const name in first) assert(first[name] === second[name], `${name} differs`);
  } finally {
    rmSync(path.join(ROOT, again), { recursive: true, force: true });
  }
});

/** What `make release` writes: packed twice from one build, unpacked, checked, and served as a partner would. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, test } from 'node:test';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { unzipSync } from 'fflate';
import { FILES } from '../../tools/budgets.mjs';
import { epoch } from '../../tools/release/when.mjs';
import { ROOT } from '../../tools/serve.mjs';
import { CHECKER } from '../../tools/verifier.mjs';
import { functionNames } from '../../tools/wasm.mjs';
import { acrossEngines, axe, deep, pageScreenshot, until } from './harness/suite.mjs';
import { painted, ready } from './helpers.mjs';
import { policyFor } from './policy.mjs';

const read = (name) => readFileSync(path.join(ROOT, name), 'utf8');
const { version } = JSON.parse(read('dist/package.json'));
const TITLE = `franceconnect-widget-${version}`;

mkdirSync(path.join(ROOT, 'tests/output'), { recursive: true });
const work = mkdtempSync(path.join(ROOT, 'tests/output/release-'));
after(() => rmSync(work, { recursive: true, force: true }));

/** Packs into a folder of its own, on a machine somewhere else. */
function pack(name, timeZone) {
  execFileSync('node', ['tools/release.mjs', path.join(work, name)], { cwd: ROOT, stdio: 'pipe', env: { ...process.env, TZ: timeZone } });
  return path.join(work, name);
}

const folder = pack('first', 'America/Guadeloupe');
const packed = (name) => readFileSync(path.join(folder, name));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** The archive's files, by their path in it, and the folder that they were unpacked into. */
const files = unzipSync(packed(`${TITLE}.zip`));
const unpacked = path.join(work, 'unpacked', TITLE);
for (const [name, bytes] of Object.entries(files)) {
  const file = path.join(work, 'unpacked', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
const inArchive = (name) => Buffer.from(files[`${TITLE}/${name}`]);

test('what is packed twice is the same, byte for byte, wherever it is packed', () => {
  const again = pack('second', 'Asia/Tokyo');
  assert.deepEqual(readdirSync(again), readdirSync(folder));
  for (const name of readdirSync(folder)) assert(packed(name).equals(readFileSync(path.join(again, name))), `${name} differs`);
});

test('the checksums are those of every file there', () => {
  const lines = packed('SHA256SUMS').toString().trimEnd().split('\n').map((line) => line.split('  '));
  assert.deepEqual(lines.map(([, name]) => name), [`${TITLE}.cdx.json`, `${TITLE}.tgz`, `${TITLE}.zip`]);
  assert.deepEqual([...lines.map(([, name]) => name), 'SHA256SUMS'].sort(), readdirSync(folder).sort());
  for (const [sum, name] of lines) assert.equal(sum, sha256(packed(name)), name);
});

test('the archive holds what it promises, with the hashes and the date of its commit', () => {
  assert.deepEqual(Object.keys(files).map((name) => path.relative(TITLE, name)), [
    'LISEZMOI.html', 'LICENSE', ...FILES.map((name) => `franceconnect/${name}`),
    'prerendered/button.html', 'prerendered/eligibility.html', 'franceconnect.d.ts', CHECKER, 'integrity.json',
  ]);
  const hashes = JSON.parse(inArchive('integrity.json').toString());
  assert.deepEqual(Object.keys(hashes), [...FILES, CHECKER]);
  for (const [name, hash] of Object.entries(hashes)) {
    assert.equal(hash, `sha384-${createHash('sha384').update(inArchive(name === CHECKER ? name : `franceconnect/${name}`)).digest('base64')}`, name);
  }
  for (const name of ['prerendered/button.html', 'franceconnect.d.ts', 'LICENSE']) {
    assert(inArchive(name).equals(readFileSync(path.join(ROOT, 'dist', name))), name);
  }
  // https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.4.6: two seconds a step, and no zone.
  const date = packed(`${TITLE}.zip`).readUInt32LE(10);
  const [year, month, day, hours, minutes, seconds] = [[25, 127], [21, 15], [16, 31], [11, 31], [5, 63], [0, 31]].map(([shift, mask]) => (date >>> shift) & mask);
  assert.equal(Date.UTC(year + 1980, month - 1, day, hours, minutes, seconds * 2), Math.floor(epoch() / 2) * 2000);
});

test('the npm package has its README, its addresses, and what editors read', () => {
  const list = execFileSync('tar', ['tzf', path.join(folder, `${TITLE}.tgz`)], { encoding: 'utf8' }).trim().split('\n');
  const inPackage = (name) => execFileSync('tar', ['xzOf', path.join(folder, `${TITLE}.tgz`), `package/${name}`], { maxBuffer: 1 << 24 });
  const own = JSON.parse(inPackage('package.json').toString());
  const [, address] = /^repository = "(.*)"$/m.exec(read('Cargo.toml'));
  assert.equal(own.repository.url, `git+${address}.git`);
  assert.equal(own.homepage, `${address}#readme`);
  assert.equal(own['web-types'], './web-types.json');
  for (const name of ['LICENSE', 'README.md', 'web-types.json', 'vscode.html-custom-data.json', 'custom-elements.json', 'franceconnect.d.ts', CHECKER, ...FILES]) {
    assert(list.includes(`package/${name}`), name);
  }
  assert.equal(inPackage('README.md').toString(), read('README.md'));
  assert(inPackage('franceconnect.wasm').equals(inArchive('franceconnect/franceconnect.wasm')), 'the same module in both');
  assert.deepEqual(list.filter((name) => name.endsWith('.zip')), []);
});

test('every place that names the version names this one', () => {
  const named = (name, pattern) => [...read(name).matchAll(pattern)].map(([, found]) => found);
  const places = {
    'Cargo.toml': named('Cargo.toml', /^version = "(.*)"/gm),
    'package.json': [JSON.parse(read('package.json')).version],
    'package-lock.json': [JSON.parse(read('package-lock.json')).version],
    'CHANGELOG.md': named('CHANGELOG.md', /^## (\S+)/gm).slice(0, 1),
    'www/interface.mjs': named('www/interface.mjs', /`"(\d+\.\d+\.\d+)"`/g),
    'README.md': named('README.md', /franceconnect-widget-(\d+\.\d+\.\d+)/g),
    'index.html': named('index.html', /(?:franceconnect-widget-|version )(\d+\.\d+\.\d+)/g),
    'Cargo.lock': named('Cargo.lock', /^name = "franceconnect[\w-]*"\nversion = "(.*)"/gm),
  };
  for (const [name, found] of Object.entries(places)) {
    assert(found.length > 0, `${name} names no version`);
    assert.deepEqual([...new Set(found)], [version], name);
  }
});

const bill = () => JSON.parse(packed(`${TITLE}.cdx.json`).toString());

test('the bill of materials is CycloneDX, by its own schema', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot5);
  assert.equal(await validator.validate(packed(`${TITLE}.cdx.json`).toString()), null);
  // It can say no.
  assert.notEqual(await validator.validate(JSON.stringify({ ...bill(), components: [{ type: 'crate' }] })), null);
});

test('the bill of materials is that of the lock files, and of what is in the module', () => {
  const { metadata, components, dependencies } = bill();
  assert.equal(metadata.component.version, version);
  const [crates, others] = [components.filter(({ purl }) => purl.startsWith('pkg:cargo/')), components.filter(({ purl }) => !purl.startsWith('pkg:cargo/'))];
  const locked = new Set([...read('Cargo.lock').matchAll(/^name = "(.*)"\nversion = "(.*)"/gm)].map(([, name, of]) => `${name}@${of}`));
  const listed = crates.map((crate) => `${crate.name}@${crate.version}`);
  assert.deepEqual(listed.filter((crate) => !locked.has(crate)), []);
  assert.deepEqual(others.map(({ purl }) => purl), [`pkg:npm/%40gouvfr/dsfr@${JSON.parse(read('package-lock.json')).packages['node_modules/@gouvfr/dsfr'].version}`]);
  for (const component of components) assert(component.licenses?.length > 0, `${component.name}: its licence`);

  // Of which crates does the module hold functions? By its own names, before they are taken out.
  const linked = functionNames(path.join(ROOT, 'target/dist-work/franceconnect.named.wasm'))
    .flatMap((name) => [...name.matchAll(/(?:^|[<( &])([a-z]\w*)(?:\[[0-9a-f]+\])?::/g)].map(([, crate]) => crate));
  const ours = new Set(linked.filter((name) => !['alloc', 'core', 'std'].includes(name)));
  assert(ours.has('talc') && ours.has('franceconnect'));
  const names = new Set([metadata.component, ...crates].map(({ name }) => name.replaceAll('-', '_')));
  assert.deepEqual([...ours].filter((name) => !names.has(name)), []);
  // What only works while it is built is no part of it.
  for (const name of ['serde_derive', 'syn', 'pulldown-cmark', 'serde-saphyr', 'clap']) assert(!names.has(name.replaceAll('-', '_')), name);

  const refs = new Set([metadata.component, ...components].map((component) => component['bom-ref']));
  for (const { ref, dependsOn = [] } of dependencies) for (const each of [ref, ...dependsOn]) assert(refs.has(each), each);
  assert(!packed(`${TITLE}.cdx.json`).includes(ROOT), 'no folder of this machine');
});

// As the page in the archive says: one folder at the site's root, the tag, an element.
const recipe = (label) => new RegExp(`<pre[^>]*aria-label="${label}"[^>]*>([^<]*)</pre>`).exec(inArchive('LISEZMOI.html').toString())[1]
  .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const partnerPage = (...body) => `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Mairie</title>
  <link rel="icon" href="data:,">${recipe('La balise')}</head><body><main><h1>Se connecter</h1>${body.join('\n')}</main></body></html>`;

acrossEngines('a partner unpacks the archive, copies its folder and sees a button and an explainer, under the policy that its page gives', {
  mounts: { '/franceconnect/': path.join(unpacked, 'franceconnect') },
  headers: { 'Content-Security-Policy': recipe('La politique') },
  pages: {
    '/lien': () => partnerPage(recipe('Votre propre lien'), '<franceconnect-eligibility></franceconnect-eligibility>'),
    '/formulaire': () => partnerPage(recipe('Votre propre formulaire')),
    '/demande': () => partnerPage(recipe('Le composant fait la demande').replace('VOTRE_IDENTIFIANT', 'mairie-essai')),
    '/connexion': '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Arrivée</title><h1>Arrivée</h1>',
  },
}, async ({ driver, engine, open, site }) => {
  assert.equal(recipe('La politique'), policyFor());
  await open('/lien');
  await ready(driver);
  const button = await deep(driver, '.button');
  assert(await button.isDisplayed());
  const choice = await deep(driver, '[part=choices] input');
  await choice.click();
  const answer = await until(() => deep(driver, '[part=answer]'), 'the answer');
  assert(await answer.isDisplayed());
  await button.click();
  await until(async () => (await driver.getCurrentUrl()).endsWith('/connexion'), 'the partner’s own route');

  await open('/formulaire');
  await until(() => painted(driver), 'the button');
  await (await deep(driver, '.button')).click();
  await until(() => site.requests.find(({ method, path: asked }) => method === 'POST' && asked === '/connexion'), 'the form arrives');
  await until(async () => (await driver.getTitle()) === 'Arrivée', 'its page');

  await open('/demande');
  await ready(driver);
  // Until it leaves for FranceConnect, which is not for a test.
  const url = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    document.addEventListener('franceconnect-start', (event) => { event.preventDefault(); done(event.detail.url); });
    document.querySelector('franceconnect-button').shadowRoot.querySelector('.button').click();`);
  assert.match(url, /^https:\/\/fcp-low\.sbx\.dev-franceconnect\.fr\/api\/v2\/authorize\?.*client_id=mairie-essai/);
  assert.deepEqual([...new Set(site.requests.map(({ path: asked }) => asked).filter((asked) => asked.startsWith('/franceconnect/')))].sort(),
    FILES.map((name) => `/franceconnect/${name}`), engine);
});

acrossEngines('the archive’s page reads well, and prints on one sheet', {
  mounts: { '/LISEZMOI.html': path.join(unpacked, 'LISEZMOI.html') },
}, async ({ browser, driver, engine, open }) => {
  for (const width of [1280, 360]) {
    await open('/LISEZMOI.html', { width });
    assert(await driver.executeScript('return document.documentElement.scrollWidth <= innerWidth'), `${width} px`);
    assert.deepEqual(await axe(driver), []);
  }
  assert.doesNotMatch(await driver.executeScript('return document.body.textContent'), /\{\{/);
  const prose = await driver.executeScript('return [...document.querySelectorAll("h1, h2, h3, p, li")].map((each) => each.textContent).join(" ")');
  assert.doesNotMatch(prose, /undefined| [:;?!»]|« /, 'a space before punctuation that may break');
  if (engine !== 'chromium') return;
  for (const width of [1280, 360]) await pageScreenshot(browser, `lisezmoi/${width}`, { width });
  await open('/LISEZMOI.html');
  const pdf = Buffer.from(await driver.printPage({ width: 21, height: 29.7 }), 'base64');
  writeFileSync(path.join(ROOT, 'tests/output/lisezmoi.pdf'), pdf);
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length, 1);
});

acrossEngines('the demo offers the archive of this version, and it is there', {}, async ({ driver, open, site }) => {
  await open('/');
  const link = await driver.executeScript('return document.querySelector("a[download]").href');
  assert.equal(link, `${site.origin}/release/${TITLE}.zip`);
  const archive = unzipSync(new Uint8Array(await (await fetch(link)).arrayBuffer()));
  assert.deepEqual(Object.keys(archive), Object.keys(files));
});

/** What this tab remembers of a visitor’s choice and answers, for who leaves and comes back. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { By, acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import { ADMINISTRATION, COMPANY, EDITOR, HOST, PERSON, asAnother, change, choose, click, inside, next, pick, showing, shown, shows, walk } from './explainer-steps.mjs';

/** The key of a page of the site, as `stored` gives it. @param {string} address */
const keyOf = (address) => `franceconnect-choice/franceconnect/${address}`;
/** Without the back/forward cache: a page that says when it goes is not kept there, nor is one that may not be stored. */
const fresh = (attributes = '') => page(`<${HOST}${attributes}></${HOST}>`, { script: `
  <script>
    addEventListener('unload', () => {});
    addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted; });
    // The partner's own route stands for DataPass.
    addEventListener('franceconnect-apply', (event) => { event.preventDefault(); location.href = '/demande'; });
  </script>
  <script async src="/dist/franceconnect.js"></script>` });
const pages = {
  '/': fresh(),
  '/hash': fresh(' hash'),
  '/remember': fresh(' remember'),
  '/person': fresh(` who="${PERSON}"`),
  '/editor': fresh(` who="${EDITOR}"`),
  '/prerendered': page(readFileSync(path.join(ROOT, 'dist/prerendered/eligibility.html'), 'utf8').replace(`data-who="${PERSON}"`, '$& open')),
  '/demande': page('<a href="/">sans adresse</a> <a href="/hash">avec adresse</a>', { script: '' }),
};

/** Everything that is stored, of the tab and of the origin, which its keys do not say again. */
const stored = (driver) => driver.executeScript(`
  return Object.fromEntries(Object.entries({ ...sessionStorage, ...localStorage }).map(([key, text]) => [key.replace(location.origin, ''), text]));`);
// As JSON: a driver takes no half character.
const remember = (driver, text, address = '/', api = 'franceconnect') => driver.executeScript(`
  const [text, address, api] = arguments;
  sessionStorage.setItem('franceconnect-choice/' + api + '/' + location.origin + address, JSON.parse(text));`, JSON.stringify(text), address, api);

/** Opens a page of the site, from nothing: an address that differs by its fragment alone would be the same page. */
const visit = async ({ driver, open }, address) => {
  await open('/demande');
  await open(address);
  await ready(driver);
};

for (const address of ['/', '/hash']) {
  acrossEngines(`at ${address} who follows the call to action and comes back, by a link or by Back, finds the choice and the answers again`, {
    pages,
  }, async ({ driver, open, engine }) => {
    await open(address);
    await ready(driver);
    await walk(driver, COMPANY, 'non', 'oui');
    await shows(driver, { verdict: 'eligible' });
    for (const way of ['Back', 'a link']) {
      await (await inside(driver, '[part=action]')).click();
      const link = await until(() => driver.findElement(By.css(`a[href="${address}"]`)), 'the other page');
      if (way === 'Back') await driver.navigate().back();
      else await link.click();
      await until(async () => !(await driver.getCurrentUrl()).endsWith('/demande'), 'the page again');
      await ready(driver);
      await showing(driver, COMPANY);
      await shows(driver, { verdict: 'eligible' });
      // WebKitGTK takes Back from its cache whatever the page says.
      if (engine !== 'webkit' || way !== 'Back') {
        assert.equal(await driver.executeScript('return window.persisted'), false, `${way} without the cache`);
      }
    }
    // And may go on from there.
    await change(driver, 2);
    await shows(driver, { question: /texte réglementaire/, checked: 'oui' });
    assert.deepEqual(await stored(driver), { [keyOf(address)]: `#eligibilite=${COMPANY}/adresse=non` }, 'this key, and no other');
    if (address !== '/hash') return;
    // The address as it was when the element came: what was shown then is shown again.
    await driver.navigate().back();
    await until(async () => (await shown(driver)).verdict === 'eligible', 'the verdict again');
  });
}

acrossEngines('nothing is remembered before an act of the visitor’s: not the page’s choice, not a shared link, not an answer that is not gone on from', {
  pages,
}, async (context) => {
  const { driver } = context;
  for (const address of ['/', '/person', `/hash#eligibilite=${COMPANY}/adresse=non`, '/prerendered']) {
    await visit(context, address);
    await settled(driver, `document.documentElement.lang = 'en'`);
    assert.deepEqual(await stored(driver), {}, address);
  }
  await visit(context, `/hash#eligibilite=${COMPANY}`);
  await next(driver);
  await pick(driver, 'non');
  assert.deepEqual(await stored(driver), {});
  await settled(driver, `document.querySelector('${HOST}').setAttribute('who', arguments[0])`, PERSON);
  assert.deepEqual(await stored(driver), {}, 'a script’s choice');
  await choose(driver, EDITOR);
  assert.deepEqual(await stored(driver), { [keyOf('/hash')]: `#eligibilite=${EDITOR}` });
});

acrossEngines('a page gets the visitor’s choice back before its own, another page does not, and a script’s stands', {
  pages,
}, async (context) => {
  const { driver } = context;
  await visit(context, '/person');
  await walk(driver, COMPANY, 'non');
  await visit(context, '/person');
  await shows(driver, { who: COMPANY, question: /texte réglementaire/ });
  for (const [address, who] of [['/editor', EDITOR], ['/', null]]) {
    await visit(context, address);
    await shows(driver, { who });
  }
  await visit(context, '/person');
  await settled(driver, `document.querySelector('${HOST}').setAttribute('who', arguments[0])`, ADMINISTRATION);
  await shows(driver, { who: ADMINISTRATION });
  await settled(driver, `document.documentElement.lang = 'en'`);
  await shows(driver, { who: ADMINISTRATION });
});

acrossEngines('what the address tells, what is open already and what the element has kept win over what the tab remembers', {
  pages,
}, async (context) => {
  const { driver } = context;
  await visit(context, '/hash');
  await choose(driver, COMPANY);
  await visit(context, `/hash#eligibilite=${ADMINISTRATION}`);
  await shows(driver, { who: ADMINISTRATION });
  await visit(context, '/hash#ailleurs');
  await shows(driver, { who: COMPANY });
  await remember(driver, `#eligibilite=${COMPANY}`, '/prerendered');
  await visit(context, '/prerendered');
  await settled(driver);
  await shows(driver, { who: PERSON });
  await visit(context, '/');
  await walk(driver, COMPANY, 'non');
  await remember(driver, `#eligibilite=${EDITOR}`);
  await settled(driver, `window.host = document.querySelector('${HOST}'); host.remove()`);
  await settled(driver, `document.querySelector('main').append(host)`);
  await shows(driver, { who: COMPANY, question: /texte réglementaire/ });
});

acrossEngines('what is answered once the element was taken out and put back is remembered too, under any query', { pages }, async (context) => {
  const { driver } = context;
  for (const address of ['/', '/person']) {
    await visit(context, address);
    await walk(driver, COMPANY, 'non');
    await settled(driver, `window.host = document.querySelector('${HOST}'); host.remove()`);
    await settled(driver, `document.querySelector('main').append(host)`);
    await shows(driver, { who: COMPANY, question: /texte réglementaire/ });
    await pick(driver, 'oui');
    await click(driver, '[data-action=next]');
    await visit(context, `${address}?de=datapass`);
    await shows(driver, { who: COMPANY, verdict: 'eligible' });
  }
});

acrossEngines('whatever stands in the storage is read as an address is: a choice of the document and its answers, or nothing', {
  pages, timeout: 240_000,
}, async (context) => {
  const { driver } = context;
  await context.open('/demande');
  for (const [text, expected] of [
    ['', { who: null }],
    ['{"who":"un-particulier"}', { who: null }],
    ['#eligibilite=', { who: null }],
    ['#eligibilite=jamais', { who: null }],
    [PERSON, { who: null }],
    [`#eligibilite=<img src=x onerror=alert(1)>`, { who: null }],
    ['\ud800\u0000"]', { who: null }],
    [`#eligibilite=${'/'.repeat(1_000_000)}`, { who: null }],
    [`#eligibilite=${COMPANY}${'/adresse=jamais'.repeat(50_000)}`, { who: COMPANY, question: '', checked: null }],
    [`#eligibilite=${COMPANY}/adresse=non/identite=<b>`, { who: COMPANY, question: /texte réglementaire/, checked: null }],
    [`#eligibilite=${PERSON}/adresse=oui`, { who: PERSON, verdict: 'not-eligible' }],
  ]) {
    await remember(driver, text);
    // Of another document, and of another page.
    await remember(driver, `#eligibilite=${EDITOR}`, '/', 'autre');
    await remember(driver, `#eligibilite=${EDITOR}`, '/person');
    await visit(context, '/');
    await shows(driver, expected);
  }
});

acrossEngines('a storage that refuses, is full or lies is silent: the explainer works without', {
  pages: { ...pages, ...Object.fromEntries([
    'Storage.prototype.getItem = () => { throw new Error("refused"); }',
    'Storage.prototype.setItem = () => { throw new DOMException("", "QuotaExceededError"); }',
    'Storage.prototype.getItem = () => ({})',
    'Storage.prototype.getItem = () => Symbol()',
    'Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("", "SecurityError"); } })',
    'Object.defineProperty(window, "sessionStorage", { value: undefined })',
  ].map((script, at) => [`/${at}`, page(`<${HOST}></${HOST}>`, { head: `<script>${script}</script>` })])) },
}, async (context) => {
  const { driver, open } = context;
  for (let at = 0; at < 6; at += 1) {
    await open('/demande');
    await asAnother(driver);
    await visit(context, `/${at}`);
    await walk(driver, COMPANY, 'non', 'oui');
    await shows(driver, { who: COMPANY, verdict: 'eligible' });
  }
});

acrossEngines('another tab knows nothing, and « Tout décocher et oublier » leaves nothing', { pages }, async (context) => {
  const { driver, open } = context;
  await visit(context, '/remember');
  await choose(driver, ADMINISTRATION);
  await click(driver, '[part=checklist] li:nth-child(2) input');
  assert.deepEqual(Object.keys(await stored(driver)).sort(), [keyOf('/remember'), 'franceconnect-ticks']);
  const own = await driver.getWindowHandle();
  await driver.switchTo().newWindow('tab');
  await open('/remember');
  await ready(driver);
  assert.equal((await shown(driver)).who, null);
  await driver.close();
  await driver.switchTo().window(own);
  await (await inside(driver, '[data-action=forget]')).click();
  assert.deepEqual(await stored(driver), {});
  await visit(context, '/remember');
  assert.equal((await shown(driver)).who, null);
});

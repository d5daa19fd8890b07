/** index.html, the first thing that a partner sees. */
import assert from 'node:assert/strict';
import { acrossEngines, axe, until } from './harness/suite.mjs';
import { ready, settled } from './helpers.mjs';

const overflow = (driver) => driver.executeScript(`
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [];
  const look = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.getBoundingClientRect().right > innerWidth + 1) wide.push(element.localName + ' ' + (element.getAttribute('part') ?? element.className));
    if (element.shadowRoot) look(element.shadowRoot);
  });
  look(document);
  return ['page', ...wide];`);

const choose = (driver, name, value) => settled(driver, `
  const select = document.querySelector('select[name=' + args[0] + ']');
  select.value = args[1];
  select.dispatchEvent(new Event('change', { bubbles: true }));`, name, value);

acrossEngines('the demo shows the three elements, its switches work and nothing leaves the site', {}, async ({ driver, open, site }) => {
  await open('/');
  await ready(driver);
  const looks = () => settled(driver, `
    const root = (name) => document.querySelector('franceconnect-' + name).shadowRoot;
    const button = root('button').querySelector('.button');
    return { button: button.textContent, ground: getComputedStyle(button).backgroundColor,
      legend: root('eligibility').querySelector('legend').textContent, title: root('sheet').querySelector('[part=title]').textContent };`);
  await choose(driver, 'scheme', 'light');
  assert.deepEqual(await looks(), {
    button: 'S’identifier avec FranceConnect', ground: 'rgb(0, 0, 145)', legend: 'Qui êtes-vous\u202f?', title: 'API Bouton FranceConnect',
  });
  await choose(driver, 'lang', 'en');
  await choose(driver, 'scheme', 'dark');
  assert.deepEqual(await looks(), {
    button: 'Sign in with FranceConnect', ground: 'rgb(133, 133, 246)', legend: 'Who are you?', title: 'API Bouton FranceConnect',
  });
  await choose(driver, 'lang', 'es');
  assert.equal((await looks()).button, 'Iniciar sesión con FranceConnect');
  const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
  for (const name of names) assert(name.startsWith(site.origin) || name.startsWith('data:'), name);
});

acrossEngines('the copy button says what it has done', {}, async ({ driver, open }) => {
  await open('/');
  await (await driver.findElement({ id: 'copy' })).click();
  const status = await until(() => driver.executeScript('return document.getElementById("copied").textContent'), 'the status');
  // Without the right to the clipboard, the code is selected and the key is said.
  assert.match(status, /^(Copié|Sélectionné)/);
});

acrossEngines('nothing overflows at 360 and at 1280 pixels', {}, async ({ driver, open }) => {
  for (const width of [360, 1280]) {
    await open('/', { width });
    await ready(driver);
    assert.deepEqual(await overflow(driver), [], `${width} px`);
    await settled(driver, `document.querySelector('franceconnect-eligibility').setAttribute('who', 'une-entreprise-de-droit-prive')`);
    assert.deepEqual(await overflow(driver), [], `${width} px, an answer shown`);
  }
});

acrossEngines('nothing overflows when the visitor’s text is twice as large', {
  engines: ['chromium', 'firefox'], launch: { fontSize: 32 },
}, async ({ driver, open }) => {
  await open('/', { width: 1280 });
  await ready(driver);
  assert.equal(await driver.executeScript('return getComputedStyle(document.documentElement).fontSize'), '32px');
  assert.deepEqual(await overflow(driver), []);
  // On a phone the button gives way before it leaves the screen.
  await open('/', { width: 360 });
  await ready(driver);
  const { width } = await (await driver.executeScript(
    'return document.querySelector("franceconnect-button").shadowRoot.querySelector(".button")')).getRect();
  assert(width < 330, `${width} px of 360`);
});

acrossEngines('axe finds nothing on the demo, light and dark, wide and narrow', {
  engines: ['chromium', 'firefox'], timeout: 120_000,
}, async ({ driver, open }) => {
  for (const [scheme, width] of [['light', 1280], ['light', 360], ['dark', 1280], ['dark', 360]]) {
    await open('/', { scheme, width });
    await ready(driver);
    await settled(driver, `document.querySelector('franceconnect-eligibility').setAttribute('who', 'un-editeur-de-logiciel')`);
    assert.deepEqual(await axe(driver), [], `${scheme} ${width}`);
  }
});

acrossEngines('without scripts the demo’s links show', {
  headers: { 'Content-Security-Policy': "script-src 'none'" },
}, async ({ driver, open, allow }) => {
  allow(/^log: .*(script-src|Content Security Policy)/);
  await open('/');
  const link = await driver.executeScript('return document.querySelector("franceconnect-button a")');
  assert(await link.isDisplayed());
  assert.equal(await driver.executeScript('return document.querySelector(".switches").hidden'), true);
});

/** What an answer gives to prepare: the list, ticked, kept, copied. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import { ADMINISTRATION, COMPANY, EDITOR, HOST, PERSON, choose, click, inside, walk } from './explainer-steps.mjs';

const pages = {
  '/': page(`<${HOST}></${HOST}>`),
  '/remember': page(`<${HOST} remember></${HOST}>`),
  '/hash': page(`<${HOST} hash></${HOST}>`),
};

acrossEngines('the list is ticked by pointer and kept through a change of choice; nothing is stored but the choice, in the tab', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  // Those of the document, and those that have come since.
  const ticked = async () => {
    const boxes = await settled(driver, `
      return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('[type=checkbox]')].map(({ checked }) => checked)`);
    assert.equal(boxes.length, 12);
    return boxes.flatMap((checked, index) => (checked ? [index] : []));
  };
  await choose(driver, ADMINISTRATION);
  assert.deepEqual(await ticked(), []);
  await click(driver, '[part=checklist] li:nth-child(3) input');
  await click(driver, '[part=checklist] li:nth-child(5) input');
  await click(driver, '[part=amendment] + [part=checklist] li:nth-child(5) input');
  await settled(driver, `document.documentElement.lang = 'en'`);
  assert.deepEqual(await ticked(), [2, 4, 9]);
  await walk(driver, EDITOR, 'oui');
  assert.deepEqual(await ticked(), []);
  await choose(driver, ADMINISTRATION);
  assert.deepEqual(await ticked(), [2, 4, 9]);
  assert.deepEqual(await driver.executeScript('return [document.cookie, Object.keys(localStorage), { ...sessionStorage }]'),
    ['', [], { [`franceconnect-choice/franceconnect/${await driver.executeScript('return location.href')}`]: `#eligibilite=${ADMINISTRATION}` }]);
  assert(!await (await inside(driver, '[data-action=forget]')).isDisplayed());
  assert(!await (await inside(driver, '[data-action=link]')).isDisplayed(), 'no link without the choice in the address');
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  assert.deepEqual(await ticked(), []);
});

acrossEngines('remember keeps the ticks through a reload, until they are forgotten', { pages }, async ({ driver, open }) => {
  const boxes = `[...document.querySelector('${HOST}').shadowRoot.querySelectorAll('[type=checkbox]')]`;
  const ticked = () => settled(driver, `return ${boxes}.flatMap((box, index) => box.checked ? [index] : [])`);
  const show = async () => {
    await open('/remember');
    await ready(driver);
    await choose(driver, ADMINISTRATION);
  };
  await show();
  await click(driver, '[part=checklist] li:nth-child(2) input');
  await click(driver, '[part=checklist] li:nth-child(4) input');
  await show();
  assert.deepEqual(await ticked(), [1, 3]);
  await click(driver, '[part=checklist] li:nth-child(2) input');
  await show();
  assert.deepEqual(await ticked(), [3]);
  const forget = await inside(driver, '[data-action=forget]');
  assert.equal(await forget.getText(), 'Tout décocher et oublier');
  await forget.click();
  assert.deepEqual(await ticked(), []);
  assert.equal(await driver.executeScript('return localStorage.length'), 0);
  await show();
  assert.deepEqual(await ticked(), []);
  // What another script or an older version left there is no reason to fail.
  for (const damaged of ['{', '5', 'null', '{"un":', '[]', `{"${ADMINISTRATION}":{"a":1}}`]) {
    await driver.executeScript('localStorage.setItem("franceconnect-ticks", arguments[0])', damaged);
    await show();
    assert.deepEqual(await ticked(), [], damaged);
  }
});

acrossEngines('where storage is refused, the list works as without remember', {
  pages: { '/': page(`<${HOST} remember></${HOST}>`, {
    head: `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('non', 'SecurityError') } })</script>`,
  }) },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  await click(driver, '[part=checklist] li:nth-child(2) input');
  await choose(driver, PERSON);
  await choose(driver, ADMINISTRATION);
  const box = await inside(driver, '[part=checklist] li:nth-child(2) input');
  assert(await box.isSelected());
  await click(driver, '[data-action=forget]');
  assert(!await box.isSelected());
});

acrossEngines('the list and the link are copied, and what became of it is said', { pages }, async ({ driver, open, site }) => {
  await open('/hash');
  await ready(driver);
  await driver.executeScript(`
    window.copies = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => void copies.push(text) } })`);
  const said = (text) => until(async () => await (await inside(driver, '[part=tools] output')).getText() === text, text);
  await choose(driver, ADMINISTRATION);
  await click(driver, '[part=checklist] li:nth-child(1) input');
  await click(driver, '[data-action=copy]');
  await said('Copié');
  await click(driver, '[data-action=link]');
  const [list, link] = await until(async () => {
    const copies = await driver.executeScript('return copies');
    return copies.length === 2 && copies;
  }, 'two copies');
  const lines = list.split('\n');
  assert.equal(lines.length, 12);
  assert.deepEqual([lines[0], lines[2]], ['☑ numéro SIRET', '☐ description du service']);
  assert.match(lines[11], /^☐ l’attestation qu’il existe un autre moyen de connexion équivalent$/);
  assert.equal(link, `${site.origin}/hash#eligibilite=${ADMINISTRATION}`);
  await driver.executeScript(`Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('non')) } })`);
  await click(driver, '[data-action=copy]');
  await said('La copie est refusée par le navigateur.');
  // A choice without a list has its link too.
  await choose(driver, PERSON);
  assert(await (await inside(driver, '[data-action=link]')).isDisplayed());
  assert.equal(await inside(driver, '[data-action=copy]'), null);
});

acrossEngines('a copy that ends once its explainer has left the page changes nothing of it', { pages }, async ({ driver, open }) => {
  await open('/hash');
  await ready(driver);
  await driver.executeScript(`
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => new Promise((resolve) => { window.endCopy = resolve }) } })`);
  await walk(driver, COMPANY, 'oui');
  await click(driver, '[data-action=link]');
  const [before, after] = await settled(driver, `
    const host = document.querySelector('${HOST}');
    const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
    return (async () => {
      const before = host.shadowRoot.textContent;
      host.remove();
      await wait();
      endCopy();
      await wait();
      return [before, host.shadowRoot.textContent];
    })();`);
  assert.equal(after, before);
});

acrossEngines('the clipboard itself receives the list, or its refusal is said', { pages, skip: { webkit: 'its clipboard belongs to the display' } }, async ({ driver, open, browser, site }) => {
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  if (browser.engine === 'chromium') {
    await browser.devtools('Browser.grantPermissions', { origin: site.origin, permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'] });
  }
  await click(driver, '[data-action=copy]');
  const said = await until(async () => (await inside(driver, 'output')).getText(), 'a word on the copy');
  assert.equal(said, 'Copié');
});

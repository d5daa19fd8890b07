/** Elements that stand in another document than the script's: a frame's, or a window's that the page has opened. */
import assert from 'node:assert/strict';
import { By, acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';

const ELEMENTS = {
  'franceconnect-button': '.button',
  'franceconnect-eligibility': 'input',
  'franceconnect-sheet': 'dt',
};
const pages = {
  '/': page('<iframe id="cadre" src="/autre" title="Cadre"></iframe><button onclick="window.other = window.open(\'/autre\')">Ouvrir</button>',
    { head: '<script>window.prints = []; window.print = () => prints.push("page")</script>' }),
  '/autre': `<!doctype html><html lang="en" data-fr-scheme="dark"><meta charset="utf-8"><title>Autre</title><link rel="icon" href="data:,">
    <script>window.print = () => (window.opener ?? parent).prints.push('autre')</script>
    <img name="defaultView" alt=""><main></main><p id="dehors">dehors</p>
    <x-boite lang="de"><template shadowrootmode="open"><div id="dedans"></div></template></x-boite>`,
  '/connexion': '<!doctype html><title>x</title>',
};

/** Where each goes: the frame's document, or a window's. */
const PLACES = {
  'a frame': "document.getElementById('cadre').contentDocument",
  'a window that the page has opened': 'window.other?.document',
};

/** Opens the page, and waits for the document that elements are to stand in. */
async function begin({ driver, open }, there) {
  await open('/');
  await ready(driver);
  // Without a press a window would not be opened.
  await driver.findElement(By.css('button')).click();
  await until(() => driver.executeScript(`return Boolean(${there}?.querySelector('x-boite')) && ${there}.readyState === 'complete'`), 'the other document');
}

/** How an element is displayed, and by how many style sheets. */
const STATE = `
  const state = (host, selector) => !host.shadowRoot?.querySelector(selector) ? 'no view' :
    Reflect.get(Document.prototype, 'defaultView', host.ownerDocument).getComputedStyle(host).display + ' ' + host.shadowRoot.adoptedStyleSheets.length;`;

acrossEngines('in a document that is nowhere shown nothing fails; back in the page, each element has its view', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await settled(driver, `
    window.failures = [];
    addEventListener('franceconnect-error', ({ detail }) => failures.push(detail.kind));
    window.hidden = document.implementation.createHTMLDocument('');
    window.elements = Object.keys(arguments[0]).map((name) => document.createElement(name));
    for (const element of elements) {
      element.innerHTML = '<a href="/connexion">Secours</a>';
      element.addEventListener('franceconnect-error', ({ detail }) => failures.push(detail.kind));
      hidden.body.append(element);
    }`, ELEMENTS);
  await settled(driver, 'document.querySelector("main").append(...elements)');
  const shown = () => driver.executeScript(`
    return elements.map((element, at) => Boolean(element.shadowRoot?.querySelector(Object.values(arguments[0])[at])));`, ELEMENTS);
  await until(async () => (await shown()).every(Boolean), 'the views');
  assert.deepEqual(await driver.executeScript('return failures'), []);
});

for (const [place, there] of Object.entries(PLACES)) {
  acrossEngines(`in ${place}, first or moved there and back, each element has its view and its style`, { pages }, async (suite) => {
    const { driver } = suite;
    await begin(suite, there);
    const look = () => driver.executeScript(`${STATE}
      return Object.entries(arguments[0]).map(([name, selector]) => state(window.elements[name], selector));`, ELEMENTS);
    const move = (to) => driver.executeScript(`
      window.elements ??= Object.fromEntries(Object.keys(arguments[0]).map((name) => [name, document.createElement(name)]));
      for (const element of Object.values(window.elements)) {
        if (element.localName.endsWith('button') && !element.firstChild) element.innerHTML = '<a href="/connexion">Secours</a>';
        ${to}.querySelector('main').append(element);
      }`, ELEMENTS);
    for (const to of [there, 'document', there]) {
      await move(to);
      await until(async () => (await look()).every((each) => each !== 'no view'), 'the views');
      assert.deepEqual(await look(), ['inline-block 1', 'block 1', 'block 1'], to);
    }
  });

  acrossEngines(`in ${place}, elements follow its language and scheme, and share a style sheet`, { pages }, async (suite) => {
    const { driver } = suite;
    await begin(suite, there);
    await driver.executeScript(`
      const there = ${there};
      window.buttons = [there.querySelector('main'), there.querySelector('main'), there.querySelector('x-boite').shadowRoot.getElementById('dedans')].map((parent) => {
        const button = document.createElement('franceconnect-button');
        button.setAttribute('href', '/connexion');
        parent.append(button);
        return button;
      });`);
    const look = () => settled(driver, `return buttons.map(({ shadowRoot }) => {
      const { lang, className } = shadowRoot.querySelector('div');
      return lang + ' ' + className;
    })`);
    assert.deepEqual(await look(), ['en dark', 'en dark', 'de dark']);
    await driver.executeScript(`
      const there = ${there};
      there.documentElement.lang = 'es';
      there.documentElement.dataset.frScheme = 'light';
      there.querySelector('x-boite').lang = 'fr';`);
    assert.deepEqual(await look(), ['es light', 'es light', 'fr light']);
    assert.deepEqual(await driver.executeScript(`
      const [[first], [second], [third]] = buttons.map(({ shadowRoot }) => shadowRoot.adoptedStyleSheets);
      return [first === second, second === third];`), [true, true]);
  });

  acrossEngines(`in ${place}, « Imprimer » prints the answer alone, by its own window`, { pages, engines: ['chromium', 'firefox'] }, async (suite) => {
    const { driver } = suite;
    await begin(suite, there);
    await driver.executeScript(`
      window.explainer = document.createElement('franceconnect-eligibility');
      explainer.setAttribute('who', 'un-particulier');
      ${there}.querySelector('main').append(explainer);`);
    await until(() => driver.executeScript("return Boolean(explainer.shadowRoot?.querySelector('[data-action=print]'))"), 'the answer');
    const look = () => driver.executeScript(`
      const [sheet] = ${there}.adoptedStyleSheets;
      return [prints, explainer.hasAttribute('data-franceconnect-print'), sheet?.cssRules[0].cssText.startsWith('@media print')];`);
    for (const times of [1, 2]) {
      await driver.executeScript("explainer.shadowRoot.querySelector('[data-action=print]').click()");
      assert.deepEqual(await look(), [Array(times).fill('autre'), true, true]);
      await driver.executeScript(`Reflect.get(Document.prototype, 'defaultView', ${there}).dispatchEvent(new Event('afterprint'))`);
      assert.equal((await look())[1], false);
    }
    // Back in the page, it is the page's window that prints.
    await driver.executeScript("document.querySelector('main').append(explainer)");
    await settled(driver);
    await driver.executeScript("explainer.shadowRoot.querySelector('[data-action=print]').click()");
    assert.deepEqual((await look())[0], ['autre', 'autre', 'page']);
  });
}

acrossEngines('a listener that moves the explainer into a frame finds it there, as the visitor has left it', { pages }, async ({ driver, open }) => {
  const there = PLACES['a frame'];
  await begin({ driver, open }, there);
  await settled(driver, `
    window.failures = [];
    addEventListener('franceconnect-error', ({ detail }) => failures.push(detail));
    window.explainer = document.createElement('franceconnect-eligibility');
    explainer.addEventListener('franceconnect-error', ({ detail }) => failures.push(detail));
    explainer.addEventListener('franceconnect-eligibility', () => ${there}.querySelector('main').append(explainer), { once: true });
    document.querySelector('main').append(explainer);`);
  await driver.executeScript('explainer.shadowRoot.querySelector("[value=un-particulier]").click()');
  const state = () => driver.executeScript(`${STATE}
    return [explainer.ownerDocument === ${there}, state(explainer, '[part=answer].not-eligible')];`);
  await until(async () => (await state()).join() === 'true,block 1', 'the answer in the frame');
  // And it goes on there.
  await driver.executeScript('explainer.shadowRoot.querySelector("[value=un-editeur-de-logiciel]").click()');
  await until(() => driver.executeScript('return Boolean(explainer.shadowRoot.querySelector("[data-action=next]"))'), 'the way on');
  assert.deepEqual(await driver.executeScript('return failures'), []);
});

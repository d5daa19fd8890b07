/** Elements that stand in another document than the script's: a frame's, or a window's that the page has opened. */
import assert from 'node:assert/strict';
import { By, acrossEngines, until } from './harness/suite.mjs';
import { page, ready } from './helpers.mjs';

const ELEMENTS = {
  'franceconnect-button': '.button',
  'franceconnect-eligibility': 'input',
  'franceconnect-sheet': 'dt',
};
const pages = {
  '/': page('<iframe id="cadre" src="/vide" title="Cadre"></iframe><button onclick="window.other = window.open(\'/vide\')">Ouvrir</button>'),
  '/vide': '<!doctype html><html lang="fr"><meta charset="utf-8"><title>Vide</title><link rel="icon" href="data:,"><main></main>',
  '/connexion': '<!doctype html><title>x</title>',
};

/** Where each goes: the frame's document, or a window's. */
const PLACES = {
  'a frame': "document.getElementById('cadre').contentDocument",
  'a window that the page has opened': "window.other?.document",
};

/** How an element is displayed, and by how many style sheets. */
const STATE = `
  const state = (host, selector) => !host.shadowRoot?.querySelector(selector) ? 'no view' :
    host.ownerDocument.defaultView.getComputedStyle(host).display + ' ' + host.shadowRoot.adoptedStyleSheets.length;`;

for (const [place, there] of Object.entries(PLACES)) {
  acrossEngines(`in ${place}, first or moved there and back, each element has its view and its style`, { pages }, async ({ driver, open }) => {
    await open('/');
    await ready(driver);
    // Without a press a window would not be opened.
    await driver.findElement(By.css('button')).click();
    await until(() => driver.executeScript(`return Boolean(${there}?.querySelector('main')) && ${there}.readyState === 'complete'`), 'the other document');
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
}

/** Elements that are called like the page's own properties and functions change nothing. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, page, painted, ready } from './helpers.mjs';

/** What the widget, or wasm-bindgen's glue, asks of a document, a window or an element. */
const NAMES = [
  'activeElement', 'addEventListener', 'adoptedStyleSheets', 'append', 'attributes', 'baseURI', 'body', 'children', 'childNodes', 'cookie',
  'createElement', 'createElementNS', 'createTextNode', 'currentScript', 'defaultView', 'dispatchEvent', 'documentElement', 'FranceConnect',
  'getAttribute', 'getRootNode', 'head', 'history', 'host', 'isConnected', 'lang', 'localName', 'location', 'nodeType', 'ownerDocument',
  'parentNode', 'querySelector', 'readyState', 'ready', 'removeEventListener', 'sessionStorage', 'shadowRoot', 'styleSheets', 'trustedTypes', 'URL', 'version',
];

const ELEMENTS = `${BODY}<franceconnect-eligibility></franceconnect-eligibility><franceconnect-sheet></franceconnect-sheet>`;

for (const [kind, named] of [
  ['pictures', (name) => `<img name="${name}" id="${name}" alt="">`],
  ['forms', (name) => `<form name="${name}" id="${name}"></form>`],
  ['frames', (name) => `<iframe name="${name}" id="${name}" title="${name}"></iframe>`],
  ['embedded objects', (name) => `<object name="${name}" id="${name}"></object>`],
]) {
  acrossEngines(`${kind} that are called like the page’s own properties leave every element as it is`, {
    pages: { '/': page(NAMES.map(named).join('') + ELEMENTS) },
  }, async ({ driver, open, allow }) => {
    // Firefox says that an object without content has none.
    allow(/^load: <object>/);
    await open('/');
    await until(() => driver.executeScript('return Object.hasOwn(window, "FranceConnect")'), 'the script');
    await ready(driver);
    // The test must not be taken in either.
    await until(() => driver.executeScript(`
      return ['button .button', 'eligibility input', 'sheet dt'].every((place) => {
        const [name, part] = place.split(' ');
        const host = Document.prototype.querySelector.call(document, 'franceconnect-' + name);
        return host.shadowRoot?.querySelector(part);
      })`), 'every element');
  });
}

acrossEngines('a form around an element, whose fields are called like its functions, says the language', {
  pages: {
    '/': page(`<form lang="en">${['lang', 'getAttribute', 'closest', 'getRootNode', 'host', 'attributes', 'matches'].map((name) => `<input name="${name}" aria-label="${name}">`).join('')}
      ${ELEMENTS}</form><svg lang="de" width="9" height="9"></svg>`),
  },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await until(() => painted(driver), 'the button');
  const texts = await driver.executeScript('return [...document.querySelectorAll("franceconnect-button, franceconnect-eligibility")].map((host) => host.shadowRoot.textContent)');
  assert.match(texts[0], /Sign in with/);
  assert.match(texts[1], /Who are you/);
});

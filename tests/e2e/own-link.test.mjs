/** In whatever page the widget stands, each way to fail ends with the page's own link in sight. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { SCRIPT, page } from './helpers.mjs';

const LINK = '<a data-own href="/connexion">S’identifier avec FranceConnect</a>';
const BUTTON = `<franceconnect-button>${LINK}</franceconnect-button>`;
const RETURN = `<franceconnect-return>${LINK}</franceconnect-return>`;
const EXPLAINER = `<franceconnect-eligibility>${LINK}</franceconnect-eligibility>`;
const HOST = "document.querySelector('main').querySelector('franceconnect-button, franceconnect-return, franceconnect-eligibility')";

/**
 * What real pages do (issue 17's kinds), as a sentence: how they hold an element, and what they do to
 * it once it is there.
 * @type {Record<string, {hold?: (element: string) => string, head?: string, html?: string, act?: string}>}
 */
const PAGES = {
  'a page that does nothing': {},
  'a form around it': { hold: (element) => `<form method="post" action="/c">${element}<button name="f" value="v">Envoyer</button></form>` },
  'a router that listens to every click': { head: "<script>addEventListener('click', (event) => event.preventDefault(), true)</script>" },
  'listeners of every event of ours that throw': {
    head: `<script>for (const name of ['start', 'error', 'reply', 'eligibility', 'apply'])
      addEventListener('franceconnect-' + name, () => { throw new Error('refused by a listener'); });</script>`,
  },
  'a framework that makes the element anew': { act: `const host = ${HOST}; host.replaceWith(host.cloneNode(true));` },
  'a router that writes its state': { head: "<script>history.replaceState({ as: location.href }, '')</script>" },
  'a base on another origin': { head: '<base href="https://ailleurs.example/">' },
  'a page that moves the element into a frame': {
    act: `const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentDocument.body.append(${HOST}); window.inside = frame.contentDocument;`,
  },
  'an extension that puts a style into the shadow tree': { act: `${HOST}.shadowRoot?.prepend(document.createElement('style'));` },
  'an address with a choice that is none': { act: "location.hash = '#eligibilite=%E0%A4%A';" },
  'a library that takes attributes away': { act: `const host = ${HOST}; host.setAttribute('who', 'x'); for (const name of host.getAttributeNames()) host.removeAttribute(name);` },
  'a language written with an underscore': { html: 'lang="en_US"' },
  'a box that paints nothing outside itself': { hold: (element) => `<div style="contain: content">${element}</div>` },
  'properties of every kind': { act: `Object.assign(${HOST}, { href: '/a', lang: 'x', hidden: false, caption: 'oui', who: {}, level: 3 });` },
};

/** A way to fail, as a sentence: the element that fails, what makes it, and what the console may say. */
const FAILURES = {
  'a browser in which nothing can start': {
    element: BUTTON, script: `<script>delete CSSStyleSheet.prototype.replaceSync;</script>${SCRIPT}`,
  },
  'a module that is not there': { element: EXPLAINER, more: { '/dist/franceconnect.wasm': { status: 404, body: 'absent' } } },
  'a shadow tree that the browser refuses': {
    element: BUTTON, script: `<script>Element.prototype.attachShadow = () => { throw new Error('refused by the page'); };</script>${SCRIPT}`,
  },
  'nodes that the page refuses': {
    element: BUTTON,
    script: `<script>{
      const { insertBefore } = Node.prototype;
      Node.prototype.insertBefore = function (node, next) {
        if (this.getRootNode() instanceof ShadowRoot || this.localName === 'div') throw new Error('refused by the page');
        return insertBefore.call(this, node, next);
      };
    }</script>${SCRIPT}`,
  },
  'a sign-in that was refused': { element: RETURN, query: '?error=access_denied&state=inconnu' },
  'a storage that is refused': {
    element: RETURN, query: '?code=c&state=inconnu',
    script: `<script>Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('refused by the browser'); } });</script>${SCRIPT}`,
  },
};

for (const [failure, { element, script, query = '', more = {} }] of Object.entries(FAILURES)) {
  const names = Object.keys(PAGES);
  const pages = Object.fromEntries(Object.values(PAGES).map(({ hold = (it) => it, head, html }, at) =>
    [`/${at}`, page(hold(element), { head, html, script })]));
  acrossEngines(`with ${failure}, the page’s own link is seen, whatever the page does`, {
    pages: { ...pages, ...more }, timeout: 120_000,
  }, async ({ driver, open, allow }) => {
    allow(/./);
    for (const [at, name] of names.entries()) {
      await open(`/${at}${query}`);
      await until(() => driver.executeScript(`return document.readyState === 'complete' && Boolean(${HOST})`), name);
      await driver.executeScript(PAGES[name].act ?? '');
      // Long enough for what starts, and for what fails, to be told.
      await driver.executeAsyncScript('setTimeout(arguments[0], 250)');
      const isSeen = await driver.executeScript(`
        const { width, height } = (window.inside ?? document).querySelector('[data-own]').getBoundingClientRect();
        return width > 50 && height > 5;`);
      assert(isSeen, name);
    }
  });
}

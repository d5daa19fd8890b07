/**
 * Pages that have replaced the browser's own functions. Whatever that makes the widget throw, each
 * element shows its view or what stands inside it, an error with its kind tells of it, and the others go on.
 */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready } from './helpers.mjs';

/** What a page may do, as statements. `lie` and `fail` stand in for a function; `replace` puts them there. */
const BREAKS = {
  'no clock': "replace(Date, 'now', () => NaN)",
  'a clock that throws': "replace(Date, 'now', fail)",
  'no TextEncoder': "replace(window, 'TextEncoder', undefined)",
  'no TextDecoder': "replace(window, 'TextDecoder', undefined)",
  'a TextEncoder that throws': "replace(TextEncoder.prototype, 'encodeInto', fail); replace(TextEncoder.prototype, 'encode', fail)",
  'a URL of its own': "replace(window, 'URL', class { constructor() { this.href = 'x'; } })",
  'a URL that throws': "replace(window, 'URL', fail)",
  'a fetch that throws': "replace(window, 'fetch', fail)",
  'a fetch that gives nothing': "replace(window, 'fetch', () => undefined)",
  'a fetch that never ends': "replace(window, 'fetch', () => new Promise(() => {}))",
  'a requestAnimationFrame that throws': "replace(window, 'requestAnimationFrame', fail)",
  'a requestAnimationFrame that does nothing': "replace(window, 'requestAnimationFrame', lie)",
  'a setTimeout that throws': "replace(window, 'setTimeout', fail)",
  'a setAttribute that throws': "replace(Element.prototype, 'setAttribute', fail)",
  'a removeAttribute that throws': "replace(Element.prototype, 'removeAttribute', fail)",
  'a getAttribute that throws': "replace(Element.prototype, 'getAttribute', fail)",
  'a getAttribute that gives a number': "replace(Element.prototype, 'getAttribute', () => 7)",
  'a closest that throws': "replace(Element.prototype, 'closest', fail)",
  'a getRootNode that throws': "replace(Node.prototype, 'getRootNode', fail)",
  'an append that throws': "replace(Element.prototype, 'append', fail); replace(DocumentFragment.prototype, 'append', fail)",
  'an insertBefore that throws': "replace(Node.prototype, 'insertBefore', fail)",
  'an appendChild that throws': "replace(Node.prototype, 'appendChild', fail)",
  'a replaceWith that throws': "replace(Element.prototype, 'replaceWith', fail)",
  'a createElementNS that throws': "replace(Document.prototype, 'createElementNS', fail)",
  'a createTextNode that throws': "replace(Document.prototype, 'createTextNode', fail)",
  'a querySelector that throws': "replace(Element.prototype, 'querySelector', fail); replace(DocumentFragment.prototype, 'querySelector', fail)",
  'an attachShadow that throws': "replace(Element.prototype, 'attachShadow', fail)",
  'an attachInternals that throws': "replace(HTMLElement.prototype, 'attachInternals', fail)",
  'a replaceSync that throws': "replace(CSSStyleSheet.prototype, 'replaceSync', fail)",
  'a CustomEvent that throws': "replace(window, 'CustomEvent', fail)",
  'a dispatchEvent that throws': "replace(EventTarget.prototype, 'dispatchEvent', fail)",
  'an addEventListener that throws': "replace(EventTarget.prototype, 'addEventListener', fail)",
  'JSON.parse that throws': "replace(JSON, 'parse', fail)",
  'JSON.stringify that throws': "replace(JSON, 'stringify', fail)",
  'JSON.stringify that gives an object': "replace(JSON, 'stringify', () => ({}))",
  'a toJSON for every object': "replace(Object.prototype, 'toJSON', () => 'x')",
  'an Object.hasOwn that throws': "replace(Object, 'hasOwn', fail)",
  'an Object.entries that throws': "replace(Object, 'entries', fail)",
  'a Reflect.get that throws': "replace(Reflect, 'get', fail)",
  'an Array.prototype.map that throws': "replace(Array.prototype, 'map', fail)",
  'an Array.prototype.filter that throws': "replace(Array.prototype, 'filter', fail)",
  'no random values': "replace(Crypto.prototype, 'getRandomValues', fail)",
  'a history that refuses': "replace(History.prototype, 'replaceState', fail); replace(History.prototype, 'pushState', fail)",
  'a console that throws': "for (const name of ['error', 'warn', 'log']) replace(console, name, fail)",
  'Object.prototype with names of ours': "for (const name of ['when', 'tag', 'slot', 'attributes', 'children', 'kind', 'module', 'error', 'detail']) replace(Object.prototype, name, 'x')",
};

/** The elements, with what stands inside each. */
const ELEMENTS = [
  '<franceconnect-button><a href="/connexion">Secours</a></franceconnect-button>',
  '<franceconnect-button href="/connexion"><p>Secours</p></franceconnect-button>',
  '<franceconnect-button client-id="essai" redirect-uri="https://service.example/retour"><p>Secours</p></franceconnect-button>',
  '<franceconnect-eligibility hash remember who="un-particulier"><p>Secours</p></franceconnect-eligibility>',
  '<franceconnect-sheet><p>Secours</p></franceconnect-sheet>',
  '<franceconnect-return><p>Secours</p></franceconnect-return>',
].join('');

/** First in the page: it replaces, puts back, and looks, by functions taken beforehand. */
const SETUP = `<script>{
  const [wait, rects, find] = [setTimeout.bind(window), Element.prototype.getClientRects, Document.prototype.querySelectorAll.bind(document)];
  const text = Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get;
  const [define, describe, call, own] = [Object.defineProperty, Object.getOwnPropertyDescriptor, Reflect.apply, Object.hasOwn];
  const then = (promise, done) => call(Promise.prototype.then, promise, [done, done]);
  const fail = function () { throw new Error('refused by the page'); };
  const lie = () => {};
  const told = [];
  const undo = [];
  const replace = (object, name, value) => {
    const before = describe(object, name);
    undo[undo.length] = () => { if (before) define(object, name, before); else delete object[name]; };
    define(object, name, { value, writable: true, configurable: true });
  };
  const restore = () => { for (let at = undo.length; at--;) undo[at](); undo.length = 0; };
  const breaks = ${JSON.stringify(BREAKS).replaceAll('<', '\\u003c')};
  const make = (name) => Function('replace', 'fail', 'lie', breaks[name])(replace, fail, lie);
  addEventListener('franceconnect-error', ({ detail }) => { told[told.length] = detail.kind ?? detail.attribute ?? 'nothing'; });
  addEventListener('click', (event) => event.preventDefault());
  /** What each element shows: its view, what stands inside, or nothing. */
  const shown = () => {
    let all = '';
    for (const host of find('franceconnect-button, franceconnect-eligibility, franceconnect-sheet, franceconnect-return')) {
      const root = host.shadowRoot, first = root && root.lastElementChild;
      const inside = host.firstElementChild && call(rects, host.firstElementChild, []).length > 0;
      const view = Boolean(first) && first.localName !== 'slot' && call(rects, first, []).length > 0 && call(text, first, []).length > 20;
      all += (view ? 'view' : inside ? 'inside' : 'NOTHING') + ' ';
    }
    return all;
  };
  const change = () => {
    document.documentElement.lang = document.documentElement.lang === 'fr' ? 'en' : 'fr';
    for (const host of find('main *')) if (host.localName.startsWith('franceconnect-')) host.toggleAttribute('data-x');
  };
  window.before = (name) => {
    make(name);
    const end = () => { restore(); wait(() => { window.outcome = [shown(), told.join()]; }, 100); };
    // Until the widget has started, or not; at most half a second, for what never ends.
    let left = 20;
    let started = false;
    const look = () => {
      left -= 1;
      if (started || !left) return wait(end, 50);
      if (own(window, 'FranceConnect')) then(window.FranceConnect.ready, () => { started = true; });
      wait(look, 25);
    };
    look();
  };
  // Once the driver has its answer.
  window.later = (name) => wait(() => {
    const whole = shown();
    told.length = 0;
    make(name);
    try { change(); } catch { }
    wait(() => {
      const broken = shown();
      restore();
      const kinds = told.join();
      change();
      wait(() => { window.outcome = [whole, broken, kinds, shown()]; }, 60);
    }, 60);
  }, 60);
}</script>`;

/** What the page has found, once it has; its own functions may be broken meanwhile. */
async function outcome(driver) {
  let found;
  await until(async () => {
    found = await driver.executeScript('return window.outcome').catch(() => null);
    return found;
  }, 'the page’s outcome');
  return found;
}

acrossEngines('a page that has replaced a function before the script came shows views, or what stands inside', {
  timeout: 240_000,
}, async ({ driver, open, site, allow }) => {
  allow(/./);
  const found = [];
  for (const name of Object.keys(BREAKS)) {
    site.set({ '/': page(ELEMENTS, { head: `${SETUP}<script>before(${JSON.stringify(name)})</script>` }) });
    await open('/');
    const [shown] = await outcome(driver);
    if (shown.includes('NOTHING')) found.push(`${name}: ${shown}`);
  }
  assert.deepEqual(found, []);
});

acrossEngines('a page that replaces a function later keeps views, or what stands inside, and all is well once it is put back', {
  timeout: 240_000, pages: { '/': page(ELEMENTS, { head: SETUP }) },
}, async ({ driver, open, allow }) => {
  allow(/./);
  const found = [];
  for (const name of Object.keys(BREAKS)) {
    await open('/');
    await ready(driver);
    await driver.executeScript(`later(${JSON.stringify(name)})`);
    const [whole, broken, kinds, mended] = await outcome(driver);
    if (broken.includes('NOTHING')) found.push(`${name}: ${broken}`);
    // Where an element no longer shows its view, an error tells of it, unless none can be told.
    if (broken !== whole && !kinds && !/Event|console/.test(name)) found.push(`${name}: ${broken} untold: ${kinds}`);
    if (mended !== whole) found.push(`${name}: ${mended} afterwards, not ${whole}`);
  }
  assert.deepEqual(found, []);
});

acrossEngines('a shadow root that markup has closed does not hide what stands inside, and an error tells of it', {
  pages: {
    '/': page(ELEMENTS.replaceAll(/(<franceconnect-[^>]+>)/g, '$1<template shadowrootmode="closed"><b>Fermé</b></template>'), {
      head: `<script>addEventListener('franceconnect-error', ({ target, detail }) => (window.told ??= []).push(target.localName + ' ' + detail.kind))</script>`,
    }),
  },
}, async ({ driver, open, allow }) => {
  // Each browser in words of its own.
  allow(/NotSupportedError/);
  await open('/');
  await until(async () => (await driver.executeScript('return window.told?.length')) === 6, 'six errors');
  assert.deepEqual(
    await driver.executeScript(`return Array.from(document.querySelectorAll('main a, main p'), (inside) => inside.getClientRects().length)`),
    [1, 1, 1, 1, 1, 1],
  );
  assert.ok((await driver.executeScript('return window.told')).every((told) => told.endsWith(' internal')));
});

// franceconnect.mjs, for `import` and bundlers: the module is an asset beside it. It starts when it is
// imported, for an export cannot know when it is read.

import { functions, start } from './start.js';
import { createWidget } from './widget.js';
import { integrity, version as buildVersion } from 'franceconnect:build';

/**
 * On a server nothing starts, and nothing must throw before the page's own code does. The same in
 * tests on Node, whatever document they imitate: no element is defined, your own link stays.
 */
function serverWidget() {
  const outside = () => {
    throw new Error('FranceConnect: only in a browser');
  };
  const names = Object.keys(functions);
  return { version: buildVersion, ready: new Promise(() => {}), ...Object.fromEntries(names.map((name) => [name, outside])) };
}

function pageWidget() {
  // In this very form bundlers take the file along.
  const address = new URL('./franceconnect.wasm', import.meta.url).href;
  // No browser imports from the disk; Node does. (A bundler may well say so of `import.meta.url`.)
  if (address.startsWith('file:')) return serverWidget();
  const load = async () => start(address, fetch(address, { integrity: integrity.wasm, referrerPolicy: 'no-referrer' }));
  return createWidget(load, functions);
}

const widget = typeof document === 'object' ? pageWidget() : serverWidget();

/** The page's widget may be one that a script tag brings, whose functions are yet to come. @param {string} name */
const call = (name) => widget[name] ?? ((/** @type {any[]} */ ...given) => widget[name](...given));

export const { ready, version } = widget;
export const authorizationRequest = call('authorizationRequest');
export const catalogue = call('catalogue');
export const eligibility = call('eligibility');
export const logoutUrl = call('logoutUrl');
export const reply = call('reply');

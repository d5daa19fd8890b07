// franceconnect.mjs, for `import` and bundlers: the module is an asset beside it.

import { calls } from './calls.js';
import { run } from './run.js';
import { begin } from './start.js';
import { integrity, version as own } from 'franceconnect:build';

/** On a server nothing starts, and nothing must throw before the page's own code does. */
const outside = () => {
  throw new Error('FranceConnect: only in a browser');
};

function start() {
  // In this very form bundlers take the file along.
  const address = new URL('./franceconnect.wasm', import.meta.url).href;
  return begin(() => run(address, fetch(address, { integrity })), calls);
}

const api = typeof document === 'object' ? start() : { ready: new Promise(() => {}), version: own };

/** The page's widget may be one that a script tag brings, whose functions are yet to come. @param {string} name */
const call = (name) => api[name] ?? (typeof document === 'object' ? (...given) => api[name](...given) : outside);

export const { ready, version } = api;
export const catalogue = call('catalogue');
export const eligibility = call('eligibility');
export const authorizationRequest = call('authorizationRequest');
export const reply = call('reply');
export const logoutUrl = call('logoutUrl');

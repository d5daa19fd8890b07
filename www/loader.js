// franceconnect.js, for the script tag. It holds the button; the rest comes from beside it, once
// something needs it.

import { createElement, documentProperty } from './document.js';
import { startError } from './start-error.js';
import { createWidget } from './widget.js';
import { integrity } from 'franceconnect:build';

/**
 * This file's address, read at once: a relative one leads elsewhere once the page's own changes.
 * `import.meta` would be a syntax error without type="module", and with it there is no current
 * script: an error knows which file it was made in. No markup can tell another address.
 */
const current = documentProperty('currentScript');
const scriptUrl = (current instanceof HTMLScriptElement && current.src) || /\w+:\/\/.+/.exec(new Error().stack)?.[0] || location.href;

const beside = (/** @type {string} */ name) => new URL(name, scriptUrl).href;

/**
 * A script of ours by its hash: what answers in its place is never run. An import cannot ask for a
 * hash; the script element before it can, and is told of what it got.
 * @param {string} address
 */
async function importChecked(address) {
  // An address of its own: what the page has preloaded from there may not have been checked.
  const href = address + '#' + Math.random();
  // An element of that name would be no property of the window's own.
  const policy =
    Object.hasOwn(window, 'trustedTypes') && window.trustedTypes.createPolicy('franceconnect', { createScriptURL: String });
  await new Promise((onload, onerror) => {
    const script = Object.assign(createElement('script'), {
      type: 'module',
      src: policy ? policy.createScriptURL(href) : href,
      integrity: integrity.more,
      referrerPolicy: 'no-referrer',
      nonce: current?.nonce,
      onload,
      onerror,
    });
    documentProperty('head').append(script);
  });
  return import(href);
}

createWidget(async () => {
  const wasm = beside('franceconnect.wasm');
  const loading = fetch(wasm, { integrity: integrity.wasm, referrerPolicy: 'no-referrer' });
  // Why it failed is said by what is imported.
  loading.catch(() => {});
  const more = beside('franceconnect.more.js');
  const { start } = await importChecked(more).catch((cause) => {
    throw more.startsWith('file:')
      ? startError('file', more, 'needs a server, or use franceconnect.single.js', cause)
      : startError('fetch', more, 'is missing, changed or refused: script-src, trusted-types, CORS', cause);
  });
  return start(wasm, loading);
});

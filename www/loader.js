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

createWidget(async () => {
  const wasm = beside('franceconnect.wasm');
  // With its hash: what answers in its place is never run.
  const loading = fetch(wasm, { integrity: integrity.wasm, referrerPolicy: 'no-referrer' });
  // Why it failed is said by what is imported.
  loading.catch(() => {});
  const href = beside('franceconnect.more.js');
  // An import cannot ask for a hash, what was preloaded can.
  const preload = { rel: 'modulepreload', crossOrigin: '', referrerPolicy: 'no-referrer', integrity: integrity.more, href };
  documentProperty('head').append(Object.assign(createElement('link'), preload));
  const { start } = await import(href).catch((cause) => {
    throw href.startsWith('file:')
      ? startError('file', href, 'needs a server: from a file, use franceconnect.single.js', cause)
      : startError('fetch', href, 'is missing, of another build or refused: script-src, CORS', cause);
  });
  return start(wasm, loading);
});

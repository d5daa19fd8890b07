// The script tag. It holds the button, which it paints at once; what the other elements need
// (more.js) and the module come beside it, together.

import { acts, define, dress, fire, language, live, made, pressed, schedule, views } from './elements.js';
import { say } from './paint.js';
import { StartError, begin, fetched, obtain } from './start.js';
import { more } from 'franceconnect:build';

/** This file's address: `import.meta` would be a syntax error without type="module". */
const script =
  document.currentScript ?? document.querySelector('script[src*="/franceconnect.js"]');

const beside = (/** @type {string} */ name) => new URL(name, script?.src || location.href).href;

/** Imports a script of ours with its hash, which an import alone cannot ask for. @param {string} file */
function imported(file) {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', crossOrigin: '', integrity: more, href: file });
  document.head.append(link);
  return obtain(file, () => import(file));
}

const wasm = beside('franceconnect.wasm');

begin(wasm, async () => {
  // What is imported takes from here what both need (tools/dist.mjs).
  globalThis[Symbol.for('franceconnect')] = { StartError, acts, define, dress, fire, language, live, made, pressed, say, schedule, views };
  const [{ run }, response] = await Promise.all([imported(beside('franceconnect.more.js')), fetched(wasm)]);
  return run(wasm, response);
});

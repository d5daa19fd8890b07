// franceconnect.js, for the script tag. It holds the button, which it paints at once; what the
// other elements need (more.js) and the module come beside it, together.

import { acts, define, dress, fire, language, live, made, pressed, schedule, scheduleAll, views } from './elements.js';
import { say } from './paint.js';
import { begin, failure } from './start.js';
import { integrity, more } from 'franceconnect:build';

/**
 * What the document itself says: `document.currentScript` would be an `<img name="currentScript">`, if
 * there is one, and its address would choose what is imported.
 */
const get = (/** @type {string} */ name) => Object.getOwnPropertyDescriptor(Document.prototype, name).get.call(document);

const current = get('currentScript');
/**
 * This file's address, read at once: a relative one leads elsewhere once the page's own changes.
 * `import.meta` would be a syntax error without type="module".
 */
const own =
  (current instanceof HTMLScriptElement ? current : [...get('scripts')].find(({ src }) => src.includes('/franceconnect.js')))?.src ||
  location.href;

const beside = (/** @type {string} */ name) => new URL(name, own).href;

begin(async () => {
  const wasm = beside('franceconnect.wasm');
  // With its hash: what answers in its place is never run.
  const loading = fetch(wasm, { integrity });
  // Why is said by what is imported.
  loading.catch(() => {});
  const href = beside('franceconnect.more.js');
  // An import cannot ask for a hash, what was preloaded can.
  get('head').append(Object.assign(Document.prototype.createElement.call(document, 'link'), { rel: 'modulepreload', crossOrigin: '', integrity: more, href }));
  // What both need is here, in the order of SHARED in tools/dist.mjs.
  globalThis[Symbol.for('franceconnect')] = [acts, define, dress, failure, fire, language, live, made, pressed, say, schedule, scheduleAll, views];
  const { run } = await import(href).catch((cause) => {
    throw href[0] === 'f'
      ? failure('file', href, 'needs a server: from a file, use franceconnect.single.js', cause)
      : failure('fetch', href, 'is missing, of another build or refused: script-src, CORS', cause);
  });
  return run(wasm, loading);
});

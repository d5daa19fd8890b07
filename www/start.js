// What every script of dist/ has in common: the module's start, or why it cannot start, and the
// object that scripts see. The entries (loader*.js) only say where the module's bytes come from.

import { __wbg_set_wasm, catalogue_json, eligibility as judge, imports, sign_in, start as run } from 'franceconnect:glue';
import { define, styles } from './elements.js';
import { art } from './paint.js';
import { calls } from './signin.js';
import { button, logo, version } from 'franceconnect:build';

/** Why the widget cannot start, by kind; README says more. Short: every visitor downloads them. */
const WHY = {
  webassembly: 'needs WebAssembly and constructable style sheets',
  file: 'cannot be read from a file: use franceconnect.single.js or a server',
  missing: 'is not beside the script: ',
  mime: 'is answered by a page',
  integrity: 'is not of this build: deploy both together, unchanged',
  fetch: 'cannot be loaded: network or CORS',
  policy: 'is refused by the policy: allow ',
  module: 'cannot start: deploy it unchanged',
};

/**
 * The module's exports.
 * @param {() => Promise<Response | Uint8Array>} load
 * @param {string} address of the module, or what stands for it
 */
async function instantiate(load, address) {
  const fail = (kind, cause, more = '') => {
    throw Object.assign(new Error(`FranceConnect: ${address} ${WHY[kind]}${more}`, { cause }), {
      name: 'FranceConnectStartError',
      kind,
    });
  };
  if (!globalThis.WebAssembly || !CSSStyleSheet.prototype.replaceSync) fail('webassembly');
  // Only the policy's event tells its refusal from a network that fails.
  let refused;
  document.addEventListener('securitypolicyviolation', ({ blockedURI, disposition }) => {
    refused ||= blockedURI === address && disposition === 'enforce';
  });
  let source;
  try {
    source = await load();
  } catch (cause) {
    if (/^file/.test(address)) fail('file', cause);
    // A reply of another content is refused for its hash, an error page too: ask what it is. Its
    // round trip also leaves the policy the time to speak.
    const reply = await fetch(address, { method: 'HEAD' }).catch(() => {});
    await new Promise((done) => setTimeout(done, 9));
    if (refused) fail('policy', cause, 'connect-src ' + new URL(address).origin);
    if (!reply) fail('fetch', cause);
    if (!reply.ok) fail('missing', cause, reply.status);
    fail(/html/.test(reply.headers.get('content-type')) ? 'mime' : 'integrity', cause);
  }
  try {
    // To the letter: what has parameters to its type is not streamed.
    const type = source.headers?.get('content-type');
    const streams = type === 'application/wasm';
    if (source.headers && !streams) {
      console.warn(`FranceConnect: ${address}: ${type} is not application/wasm, a slower start`);
      source = await source.arrayBuffer();
    }
    return (await WebAssembly[streams ? 'instantiateStreaming' : 'instantiate'](source, imports)).instance.exports;
  } catch (cause) {
    if (/CSP|polic|unsafe/i.test(cause.message)) fail('policy', cause, "script-src 'wasm-unsafe-eval'");
    fail('module', cause);
  }
}

async function start(load, address) {
  const exports = await instantiate(load, address);
  __wbg_set_wasm(exports);
  run(exports);
  return api;
}

styles.button = button;
art.logo = logo;
const documents = () => JSON.parse(catalogue_json());
const api = {
  version,
  ready: undefined,
  catalogue: documents,
  eligibility,
  ...calls(sign_in),
};

/**
 * The answer that the explainer shows, as data.
 * @param {string} api @param {string} who @param {Record<string, string>} [answers]
 */
function eligibility(api, who, answers = {}) {
  const page = documents()
    .find(({ slug }) => slug === api)
    ?.accessPage.find((answer) => answer.who.some(({ id }) => id === who));
  if (!page) throw new RangeError(`FranceConnect: no answer to ${api}, ${who}`);
  const given = Object.entries(answers).map((pair) => pair.join('='));
  return { ...page, ...judge(api, who, given.join('\0')), who };
}

/**
 * Defines the elements and starts the module, unless another script of the widget has: one module
 * for a page, whatever it loads and however often.
 * @param {() => Promise<Response | Uint8Array>} load
 * @param {string} address of the module, or what stands for it
 */
export function publish(load, address) {
  const other = window.FranceConnect;
  // An element of that id would also stand there.
  if (other?.ready) {
    if (other.version !== version) {
      console.warn(`FranceConnect: ${version} after ${other.version}, which stays: load one`);
    }
    return other;
  }
  window.FranceConnect = api;
  define();
  api.ready = start(load, address);
  // Whoever waits for `ready` hears of it there; the others on the console, unless they have left
  // (WebKit drops the fetch a moment before it says that the page goes).
  let left = false;
  addEventListener('pagehide', () => (left = true), { once: true });
  api.ready.catch((error) => setTimeout(() => left || console.error(error), 50));
  return api;
}

/** The module as a file. With its hash: what answers in its place is never run. @param {string} address */
export const remote = (address, integrity) => publish(() => fetch(address, { integrity }), address);

// The script tag: defines the elements, fetches the module beside this file, starts it.
// `tools/dist.mjs` bundles it with the glue and fills in `franceconnect:build`.

import { __wbg_set_wasm, catalogue_json, eligibility as judge, imports, sign_in, start as run } from 'franceconnect:glue';
import { define, styles } from './elements.js';
import { art } from './paint.js';
import { calls } from './signin.js';
import { button, integrity, logo, version } from 'franceconnect:build';

/** Why the widget could not start, and how to mend it. */
class StartError extends Error {
  /** @param {string} kind @param {string} message @param {unknown} [cause] */
  constructor(kind, message, cause) {
    super('FranceConnect: ' + message, { cause });
    this.name = 'FranceConnectStartError';
    this.kind = kind;
  }
}

/** This file's address: `import.meta` would be a syntax error without type="module". */
const script =
  document.currentScript ??
  [...document.scripts].find(({ src }) => /\/franceconnect\.js($|[?#])/.test(src));

async function start() {
  if (typeof WebAssembly !== 'object' || !CSSStyleSheet.prototype.replaceSync) {
    throw new StartError('webassembly', 'this browser lacks WebAssembly (or has it off) or constructable style sheets; the fallback stays.');
  }
  const address = new URL('franceconnect.wasm', script?.src || location.href).href;
  let response;
  try {
    response = await fetch(address, { integrity });
  } catch (error) {
    // A reply of another content is refused for its hash, an error page too: ask what it is.
    const reply = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
    const [kind, why] = !reply
      ? ['fetch', "cannot be loaded: connect-src in the page's policy, CORS or the network refuses it."]
      : reply.ok
        ? ['integrity', 'is not the file built with this script: deploy both together, unchanged.']
        : ['missing', `answers ${reply.status}: put franceconnect.wasm beside franceconnect.js.`];
    throw new StartError(kind, `${address} ${why}`, error);
  }
  let instance;
  try {
    const wasm = response.headers.get('content-type')?.startsWith('application/wasm');
    if (!wasm) {
      console.warn(`FranceConnect: ${address} is not served as application/wasm, which makes it start later.`);
    }
    ({ instance } = wasm
      ? await WebAssembly.instantiateStreaming(response, imports)
      : await WebAssembly.instantiate(await response.arrayBuffer(), imports));
  } catch (error) {
    throw new StartError(
      error instanceof WebAssembly.CompileError && /polic|unsafe-eval|CSP/i.test(error.message) ? 'policy' : 'module',
      `${address} cannot start. The page's policy must allow script-src 'wasm-unsafe-eval', and the server must send the file unchanged.`,
      error,
    );
  }
  __wbg_set_wasm(instance.exports);
  run(instance.exports);
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
  const page = pageOf(api, who);
  const given = Object.entries(answers).map((pair) => pair.join('='));
  return { ...page, ...judge(api, who, given.join('\0')), who };
}

function pageOf(api, who) {
  const document = documents().find(({ slug }) => slug === api);
  const page = document?.accessPage.find((answer) => answer.who.some(({ id }) => id === who));
  if (page) return page;
  throw new RangeError(`FranceConnect.eligibility: no answer to ${api}, ${who} in this catalogue`);
}


const other = window.FranceConnect;
if (other) {
  if (other.version !== version) {
    console.warn(`FranceConnect: this page loads ${version} after ${other.version}, which stays: load one.`);
  }
} else {
  window.FranceConnect = api;
  define();
  api.ready = start();
  // Whoever waits for `ready` hears of it there; the others on the console, unless they have left
  // (WebKit drops the fetch a moment before it says that the page goes).
  let left = false;
  addEventListener('pagehide', () => (left = true), { once: true });
  api.ready.catch((error) => setTimeout(() => left || console.error(error), 50));
}

// Starts the module, or finds out why it cannot.

import {
  authorizationRequest,
  catalogue,
  checkButton,
  connect,
  eligibility,
  initSync,
  logoutUrl,
  refuse,
  reply,
  signIn,
} from 'franceconnect:module';
import { returnPage } from './return-page.js';
import { startError } from './start-error.js';
import { pageStyle } from 'franceconnect:build';

/** How long the policy's event may come after the fetch that it refuses, in ms: it is a task of its own. */
const VIOLATION_DELAY = 9;

let started = false;

const { takeReply, ...module } = returnPage(connect, reply, refuse);

/** A function that needs the module. @template {(...given: any[]) => any} F @param {F} call @returns {F} */
const whenStarted = (call) =>
  /** @type {F} */ (
    (...given) => {
      if (!started) throw new Error('FranceConnect: not there yet: wait for FranceConnect.ready');
      return call(...given);
    }
  );

/** What scripts may call. */
export const functions = {
  authorizationRequest: whenStarted(authorizationRequest),
  catalogue: whenStarted(catalogue),
  // Texts, whatever they are given: `reply(location)` is as good as its address.
  eligibility: whenStarted((api, who, answers) => eligibility(String(api), String(who), answers)),
  logoutUrl: whenStarted(logoutUrl),
  reply: whenStarted(takeReply),
};

/**
 * @param {string} address the module's, or what stands for it
 * @param {Promise<Response> | Uint8Array} loading
 */
export async function start(address, loading) {
  if (!window.WebAssembly || !('replaceSync' in CSSStyleSheet.prototype)) {
    throw startError('webassembly', 'the module', 'needs WebAssembly and CSSStyleSheet.replaceSync');
  }
  let source;
  try {
    source = await loading;
  } catch (cause) {
    throw await explain(address, cause);
  }
  try {
    initSync({ module: await compile(address, source) });
  } catch (cause) {
    throw /CSP|polic|unsafe/i.test(cause.message)
      ? startError('policy', address, "is refused by the page's policy: allow script-src 'wasm-unsafe-eval'", cause)
      : startError('module', address, 'cannot start: deploy it unchanged', cause);
  }
  started = true;
  return { checkButton, functions, pageStyle, signIn, ...module };
}

/** @param {string} address @param {Response | Uint8Array} source @returns {Promise<WebAssembly.Module>} */
async function compile(address, source) {
  if (source instanceof Uint8Array) return WebAssembly.compile(source);
  const type = source.headers.get('content-type');
  if (type === 'application/wasm') return WebAssembly.compileStreaming(source);
  console.warn(`FranceConnect: ${address} is ${type}, not application/wasm`);
  return WebAssembly.compile(await source.arrayBuffer());
}

/** Of a fetch that failed: why, and how to mend it. @param {string} address @param {unknown} cause */
async function explain(address, cause) {
  // Only the policy's event tells its refusal from a network that fails. A reply of another content
  // is refused for its hash, an error page too. So ask again, without the content, and listen.
  let refused = false;
  const listen = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    refused ||= event.disposition === 'enforce' && event.effectiveDirective === 'connect-src' && address.startsWith(event.blockedURI);
  };
  addEventListener('securitypolicyviolation', listen);
  const response = await fetch(address, { method: 'HEAD', referrerPolicy: 'no-referrer' }).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, VIOLATION_DELAY));
  removeEventListener('securitypolicyviolation', listen);
  if (refused) {
    return startError('policy', address, `is refused by the page's policy: allow connect-src ${new URL(address).origin}`, cause);
  }
  if (!response) return startError('fetch', address, 'cannot be loaded: network or CORS', cause);
  if (!response.ok) return startError('missing', address, `is not there: put it beside the script (${response.status})`, cause);
  if (response.headers.get('content-type')?.includes('html')) {
    return startError('mime', address, 'is answered by a page: put the file there', cause);
  }
  return startError('integrity', address, 'is of another build: deploy all together, unchanged', cause);
}

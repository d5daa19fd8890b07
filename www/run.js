// Runs the module and hands it to the elements, or finds out why it cannot.

import { attach } from './attach.js';
import { calls } from './calls.js';
import { answer, connect } from './glue.js';
import { failure } from './start.js';
import { page, returned, sentences } from 'franceconnect:build';

/** Of a fetch that failed: why, and how to mend it. @param {string} address @param {unknown} cause */
async function explain(address, cause) {
  // Only the policy's event tells its refusal from a network that fails. A reply of another content
  // is refused for its hash, an error page too. So ask again, without the content, and listen.
  let refused;
  const hear = (event) => {
    refused ||= event.disposition === 'enforce' && event.effectiveDirective === 'connect-src' && address.startsWith(event.blockedURI);
  };
  document.addEventListener('securitypolicyviolation', hear);
  const reply = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
  await new Promise((done) => setTimeout(done, 9));
  document.removeEventListener('securitypolicyviolation', hear);
  const [kind, why] = refused
    ? ['policy', `is refused by the page's policy: allow connect-src ${new URL(address).origin}`]
    : !reply
      ? ['fetch', 'cannot be loaded: network or CORS']
      : !reply.ok
        ? ['missing', `is not there: put it beside the script (${reply.status})`]
        : /html/.test(reply.headers.get('content-type'))
          ? ['mime', 'is answered by a page: put the file there']
          : ['integrity', 'is of another build: deploy all together, unchanged'];
  return failure(kind, address, why, cause);
}

/**
 * @param {string} address the module's, or what stands for it
 * @param {Promise<Response> | Uint8Array} loading
 * @returns {Promise<typeof calls>} what scripts may call
 */
export async function run(address, loading) {
  let source;
  try {
    source = await loading;
  } catch (cause) {
    throw await explain(address, cause);
  }
  try {
    const type = source.headers?.get('content-type');
    const streams = type === 'application/wasm';
    if (source.headers && !streams) {
      console.warn(`FranceConnect: ${address} is ${type}, not application/wasm`);
      source = await source.arrayBuffer();
    }
    connect(await WebAssembly[streams ? 'instantiateStreaming' : 'instantiate'](source));
  } catch (cause) {
    throw /CSP|polic|unsafe/i.test(cause.message)
      ? failure('policy', address, "is refused by the page's policy: allow script-src 'wasm-unsafe-eval'", cause)
      : failure('module', address, 'cannot start: deploy it unchanged', cause);
  }
  attach(answer, page, returned, sentences);
  return calls;
}

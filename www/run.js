// Runs the module, and hands it to the elements.

import { attach } from './attach.js';
import * as calls from './calls.js';
import { answer, connect } from './glue.js';
import { StartError } from './start.js';

/**
 * @param {string} file its address, for messages
 * @param {Response | Uint8Array} source
 * @returns {Promise<typeof calls>} what scripts may call
 * @throws {StartError}
 */
export async function run(file, source) {
  try {
    const streams = source.headers?.get('content-type')?.startsWith('application/wasm');
    if (source.headers && !streams) {
      console.warn(`FranceConnect: ${file} is not served as application/wasm, which makes it start later.`);
    }
    const { instance } = streams
      ? await WebAssembly.instantiateStreaming(source)
      : await WebAssembly.instantiate(source.headers ? await source.arrayBuffer() : source);
    connect(instance.exports);
  } catch (cause) {
    const refused = /polic|unsafe-eval|CSP/i.test(cause.message);
    throw new StartError(
      refused ? 'policy' : 'module',
      file,
      refused ? "needs script-src 'wasm-unsafe-eval' in the page's policy" : 'does not run in this browser',
      cause,
    );
  }
  attach(answer);
  return { ...calls };
}

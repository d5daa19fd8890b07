// franceconnect.mjs, for `import` and bundlers: the module is an asset beside it.

import { integrity, version } from 'franceconnect:build';

/** On a server nothing starts, and nothing must throw before the page's own code does. */
const outside = () => {
  throw new Error('FranceConnect: only in a browser');
};

function begin() {
  // In this very form bundlers take the file along.
  const address = new URL('./franceconnect.wasm', import.meta.url).href;
  // Not `import`: what it holds asks for HTMLElement and more as soon as it runs.
  // eslint-disable-next-line no-undef -- esbuild's, and gone from what it writes
  return require('./start.js').remote(address, integrity);
}

const api =
  typeof document === 'object'
    ? begin()
    : {
        ready: new Promise(() => {}),
        version,
        catalogue: outside,
        eligibility: outside,
        authorizationRequest: outside,
        reply: outside,
        logoutUrl: outside,
      };

export const { ready, catalogue, eligibility, authorizationRequest, reply, logoutUrl } = api;
const { version: started } = api;
export { started as version };

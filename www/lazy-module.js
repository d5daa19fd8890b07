// The module, which comes once, when something needs it.

import { updateAll } from './element.js';
import { startError } from './start-error.js';

/** @typedef {Awaited<ReturnType<typeof import('./start.js').start>>} Module what the module gives */

/**
 * @typedef {object} LazyModule
 * @property {Module} [module] there once it has come
 * @property {any} [error] why it will never come
 * @property {() => Promise<any>} request asks for it, the first time; gives what `load` does, or is rejected with `error`
 */

/** How long a failure waits to be told, in ms: WebKit drops a fetch a moment before the page goes. */
const PAGEHIDE_DELAY = 50;

/** @param {() => Promise<any>} load sets `module` @returns {LazyModule} */
export function lazyModule(load) {
  /** @type {Promise<any> | undefined} */
  let coming;
  /** @type {LazyModule} */
  const lazy = {
    // Nothing of it is `Object.prototype`'s.
    __proto__: null,
    request() {
      coming ??= load()
        .catch((error) => {
          lazy.error = error.kind ? error : startError('module', 'the module', 'does not start', error);
          // Whoever waits for `ready` hears of it there; the console too, unless the page has gone.
          setTimeout(console.error, PAGEHIDE_DELAY, lazy.error);
          throw lazy.error;
        })
        .finally(updateAll);
      // It may be asked for by those who do not wait for it.
      coming.catch(() => {});
      return coming;
    },
  };
  return lazy;
}

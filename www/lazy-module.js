// The module, which comes once, when something needs it.

import { updateAll } from './element.js';
import { startError } from './start-error.js';

/** @typedef {Awaited<ReturnType<typeof import('./start.js').start>>} Module what the module gives */

/**
 * @typedef {object} LazyModule
 * @property {Module} [module] there once it has come
 * @property {any} [error] why it will never come
 * @property {() => Promise<void>} request asks for it, the first time; settles once it is there, or has failed
 */

/** How long a failure waits to be told, in ms: WebKit drops a fetch a moment before the page goes. */
const PAGEHIDE_DELAY = 50;

/** @param {() => Promise<Module>} load @returns {LazyModule} */
export function lazyModule(load) {
  /** @type {Promise<void> | undefined} */
  let coming;
  /** @type {LazyModule} */
  const lazy = {
    // Nothing of it is `Object.prototype`'s.
    __proto__: null,
    request: () =>
      (coming ??= load()
        .then(
          (module) => {
            lazy.module = module;
          },
          (error) => {
            lazy.error = error.kind ? error : startError('module', 'the module', 'does not start', error);
            // Whoever waits for `ready` hears of it there; the console too, unless the page has gone.
            setTimeout(console.error, PAGEHIDE_DELAY, lazy.error);
          },
        )
        .then(updateAll)),
  };
  return lazy;
}

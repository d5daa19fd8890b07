// The module, which comes once, when something needs it.

import { updateAll } from './element.js';

/** @typedef {Awaited<ReturnType<typeof import('./start.js').start>>} Module what the module gives */

/** How long a failure waits to be told, in ms: WebKit drops a fetch a moment before it says that the page goes. */
const PAGEHIDE_DELAY = 50;

export class LazyModule {
  /** There once it has come. @type {Module | undefined} */
  module;
  /** Why it will never come. @type {unknown} */
  error;
  #load;
  /** @type {Promise<void> | undefined} */
  #coming;

  /** @param {() => Promise<Module>} load */
  constructor(load) {
    this.#load = load;
  }

  /** Asks for it, the first time; settles once it is there, or has failed. @returns {Promise<void>} */
  request() {
    return (this.#coming ??= this.#load()
      .then(
        (module) => {
          this.module = module;
        },
        (error) => {
          this.error = error;
          // Whoever waits for `ready` hears of it there; the console too, unless the page is being left.
          const telling = setTimeout(() => console.error(error), PAGEHIDE_DELAY);
          addEventListener('pagehide', () => clearTimeout(telling));
        },
      )
      .then(updateAll));
  }
}

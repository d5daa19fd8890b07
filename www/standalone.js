// For a module that comes without the loader: a plain `wasm-pack build`, the authoring page, the wasm
// tests. It defines the elements when it starts (src/standalone.rs).

import { defineElements } from './elements.js';
import { LazyModule } from './lazy-module.js';

/**
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 * @param {string} pageStyle
 * @param {any} connect makes the handle of an element
 * @param {any} checkButton checks a button's attributes
 * @param {any} signIn makes a button's request
 */
export function define(template, style, pageStyle, connect, checkButton, signIn) {
  const lazyModule = new LazyModule(async () => lazyModule.module);
  lazyModule.module = { checkButton, connect, signIn, pageStyle: () => pageStyle };
  defineElements(lazyModule, template, style);
}

// For a module that comes without the loader: a plain `wasm-pack build`, the authoring page, the wasm
// tests. It defines the elements when it starts (src/standalone.rs).

import { defineElements } from './elements.js';
import { lazyModule } from './lazy-module.js';

/**
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 * @param {string} pageStyle
 * @param {any} connect makes the handle of an element
 * @param {any} checkButton checks a button's attributes
 * @param {any} signIn makes a button's request
 */
export function define(template, style, pageStyle, connect, checkButton, signIn) {
  const lazy = lazyModule(async () => lazy.module);
  lazy.module = { checkButton, connect, signIn, pageStyle: () => pageStyle };
  defineElements(lazy, template, style);
}

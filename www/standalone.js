// For a module that comes without the loader: a plain `wasm-pack build`, the authoring page, the wasm
// tests. It defines the elements when it starts (src/standalone.rs).

import { defineElements } from './elements.js';
import { attributesByElement } from './interface.mjs';
import { lazyModule } from './lazy-module.js';
import { returnPage } from './return-page.js';

/**
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 * @param {string} pageStyle
 * @param {any} checkButton checks a button's attributes
 * @param {any} signIn makes a button's request
 * @param {any} connect makes the handle of an element
 * @param {any} reply reads the reply in an address
 * @param {any} refuse says that the page's server has refused
 */
export function define(template, style, pageStyle, checkButton, signIn, connect, reply, refuse) {
  const lazy = lazyModule(async () => lazy.module);
  const module = { checkButton, signIn, pageStyle };
  lazy.module = { ...module, ...returnPage(connect, reply, refuse) };
  defineElements(lazy, template, style, attributesByElement);
}

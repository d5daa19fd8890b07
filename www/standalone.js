// For a module that comes without the loader: a plain `wasm-pack build`, the authoring page, the wasm
// tests. It defines the elements when it starts (src/standalone.rs).

import { defineElements } from './elements.js';
import { Rest } from './rest.js';

/**
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 * @param {string} pageStyle
 * @param {any} button makes the handle of an element, as each of those that follow
 * @param {any} eligibility
 * @param {any} returnPage
 * @param {any} sheet
 */
export function define(template, style, pageStyle, button, eligibility, returnPage, sheet) {
  const rest = new Rest(async () => rest.module);
  rest.module = { connect: { button, eligibility, return: returnPage, sheet }, pageStyle: () => pageStyle };
  defineElements(rest, template, style);
}

// The elements' attributes as properties, as HTML's own elements have them.

import { writeAttribute } from './render.js';

/**
 * An element's attributes, by the names of their properties; whether each counts by being there
 * (`www/interface.mjs`).
 * @typedef {Record<string, boolean>} Attributes
 */

/**
 * Gives elements the properties that reflect their attributes: a text, empty without the attribute; of
 * one that counts by being there, whether it is. `null` and `undefined` take the attribute away.
 * @param {HTMLElement} prototype @param {Attributes} attributes
 */
export function reflectAttributes(prototype, attributes) {
  for (const [property, isPresence] of Object.entries(attributes)) {
    const attribute = property.replace(/[A-Z]/g, '-$&').toLowerCase();
    Object.defineProperty(prototype, property, {
      // Nothing of it is `Object.prototype`'s.
      __proto__: null,
      configurable: true,
      enumerable: true,
      get() {
        return isPresence ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? '');
      },
      set(value) {
        writeAttribute(this, attribute, isPresence ? (value ? '' : null) : value);
      },
    });
  }
}

// What scripts hand over: read by its own properties, one at a time. What the page has put on
// `Object.prototype` is not the caller's.
//
// Not in Rust: src/dom.rs says why.

/**
 * An object's own property; nothing if it has none, or is no object. Not by its class: an object of a
 * frame's is of another `Object`. Throws what a getter or a proxy does.
 * @param {any} object @param {string} name
 */
export const ownProperty = (object, name) =>
  typeof object === 'object' && object !== null && Object.hasOwn(object, name) ? object[name] : undefined;

/** What a JSON text holds; nothing if it is none. @param {string} text */
export function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A value as JSON; nothing if there is none of it, if its own code throws, or if what the page has put in
 * the place of `JSON.stringify` gives no text.
 * @param {unknown} value
 */
export function toJson(value) {
  try {
    const json = JSON.stringify(value);
    return typeof json === 'string' ? json : undefined;
  } catch {
    return undefined;
  }
}

/**
 * An error of the sign-in, as scripts catch it.
 * @param {string} message @param {string} kind @param {string} detail
 */
export const makeError = (message, kind, detail) => Object.assign(new Error(message), { kind, detail });

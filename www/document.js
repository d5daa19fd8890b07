// The page's document by its own properties and functions: of `document.createElement`, an
// `<img name="createElement">` in the page makes an image.

/** A property of the document's own. @param {string} name */
export const documentProperty = (name) => Reflect.get(Document.prototype, name, document);

/** The language that the page says it is in. */
export const pageLanguage = () => documentProperty('documentElement')?.getAttribute('lang') ?? '';

/** @param {string} tag @param {string} [namespace] HTML's, unless given @returns {any} */
export const createElement = (tag, namespace = 'http://www.w3.org/1999/xhtml') =>
  Document.prototype.createElementNS.call(document, namespace, tag);

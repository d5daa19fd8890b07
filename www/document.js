// The page's document by its own properties and functions: of `document.createElement`, an
// `<img name="createElement">` in the page makes an image.

/** A property of a document's own; of the page's, unless given. @param {string} name @param {Document} [owner] */
export const documentProperty = (name, owner = document) => Reflect.get(Document.prototype, name, owner);

/** The language that the page says it is in. */
export const pageLanguage = () => `${documentProperty('documentElement')?.getAttribute('lang') ?? ''}`;

/** @param {string} tag @param {string} [namespace] HTML's, unless given @returns {any} */
export const createElement = (tag, namespace = 'http://www.w3.org/1999/xhtml') =>
  Document.prototype.createElementNS.call(document, namespace, tag);

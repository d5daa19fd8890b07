// Elements and texts: no HTML string is ever written.

/**
 * An element with its attributes and what it holds; what is null or undefined is left out.
 * @param {string} name
 * @param {Record<string, string | undefined>} attributes
 * @param {...(Node | string | null | undefined)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value != null) made.setAttribute(key, value);
  made.append(...children.filter((child) => child != null));
  return made;
}

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

/**
 * A link that leaves this page as it is, for what stands in its fields would be lost; it says so.
 * @param {string} href
 * @param {string} label
 * @param {Node} [content] in place of the label
 */
export const linkOutside = (href, label, content) =>
  element('a', { href, target: '_blank', rel: 'noopener noreferrer', title: `${label} - nouvelle fenêtre` }, content ?? label);

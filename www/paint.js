// Makes nodes of a list of records (catalogue/src/node.rs): elements and texts, never HTML, so a
// document's text cannot become an element.

/** What a text says in a language, the first where it lacks that one. */
export const say = (/** @type {string} */ text, /** @type {number} */ language) => {
  const said = text.split('\x01');
  return said[language] ?? said[0];
};

/**
 * The element that a list of records describes: a view has one, which holds the rest.
 * @param {string} nodes the records
 * @param {Record<string, any>} facts what fills their blanks
 * @param {number} language which of the texts said in several languages
 */
export function build(nodes, facts, language) {
  let view;
  /** @type {any} */
  let parent;
  /** How many conditions deep inside one that is not met. */
  let skipped = 0;
  for (const record of nodes.split('\0')) {
    const kind = record[0];
    const value = record.slice(1);
    if (kind === '?' || kind === '~') {
      if (skipped || !facts[value] === (kind === '?')) skipped++;
    } else if (kind === ';') {
      if (skipped) skipped--;
    } else if (skipped) {
      continue;
    } else if (kind === '<' || kind === '*') {
      const element = kind === '<' ? document.createElement(value) : document.createElementNS('http://www.w3.org/2000/svg', value);
      if (view) parent.append(element);
      else view = element;
      parent = element;
    } else if (kind === '>') {
      parent = parent.parentNode;
    } else if (kind === '@') {
      const end = value.indexOf('=');
      parent.setAttribute(value.slice(0, end), say(value.slice(end + 1), language));
    } else if (kind === '&') {
      if (facts[value] != null) parent.setAttribute(value, facts[value]);
    } else if (kind) {
      parent.append(say(kind === '$' ? facts[value] : value, language));
    }
  }
  return view;
}

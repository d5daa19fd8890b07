// Makes what stands under a root equal to a list of nodes (the records of catalogue/src/node.rs).
//
// The one place that writes DOM: elements and texts, never HTML, so a document's text cannot
// become an element. What already stands there and fits is kept, so focus stays where it is and
// a prerendered element is taken over without a flash.

const SVG = 'http://www.w3.org/2000/svg';

/** The records of the official logo, brought by the loader or by the module. */
export const art = { logo: '' };

/** What a text says in a language, the first where it lacks that one. */
export const say = (/** @type {string} */ text, /** @type {number} */ language) => {
  const said = text.split('\x01');
  return said[language] ?? said[0];
};

/**
 * @param {ShadowRoot} root where to paint
 * @param {string} nodes the records
 * @param {Record<string, any>} facts what fills their blanks
 * @param {number} language which of the texts said in several languages
 * @param {number} level of the view's own heading
 */
export function draw(root, nodes, facts, language, level) {
  /** @type {[Element, Set<string>, ChildNode | null][]} the open elements, with the attributes not seen again */
  const open = [];
  let parent = root;
  /** @type {ChildNode | null} the next child of `parent` to compare with */
  let next = root.firstChild;
  /** How many conditions deep inside one that is not met. */
  let skipped = 0;
  const trim = () => {
    while (next) {
      const rest = next.nextSibling;
      next.remove();
      next = rest;
    }
  };
  for (const record of nodes.replace('\0!\0', '\0' + art.logo).split('\0')) {
    const kind = record[0];
    let value = record.slice(1);
    if (kind === '?' || kind === '~') {
      if (skipped || !facts[value] === (kind === '?')) skipped++;
    } else if (kind === ';') {
      if (skipped) skipped--;
    } else if (skipped) {
      continue;
    } else if (kind === '<' || kind === '#') {
      if (kind === '#') value = 'h' + Math.min(6, level + +value);
      let element = next;
      if (element?.localName === value) {
        next = element.nextSibling;
      } else {
        element = document.createElementNS(
          value === 'svg' ? SVG : (parent.namespaceURI ?? root.host.namespaceURI),
          value,
        );
        parent.insertBefore(element, next);
      }
      open.push([element, new Set(element.getAttributeNames()), next]);
      parent = element;
      next = element.firstChild;
    } else if (kind === '@' || kind === '&') {
      const [element, unseen] = open.at(-1);
      const end = value.indexOf('=');
      const name = value.slice(0, end);
      let wanted = value.slice(end + 1);
      if (kind === '&') wanted = facts[wanted];
      if (wanted != null) {
        unseen.delete(name);
        wanted = say(wanted, language);
        if (element.getAttribute(name) !== wanted) element.setAttribute(name, wanted);
      }
    } else if (kind === '"' || kind === '$') {
      value = say(kind === '$' ? facts[value] : value, language);
      if (next?.nodeType === 3) {
        if (next.data !== value) next.data = value;
        next = next.nextSibling;
      } else {
        parent.insertBefore(document.createTextNode(value), next);
      }
    } else if (kind === '>') {
      trim();
      const [element, unseen, sibling] = open.pop();
      for (const name of unseen) element.removeAttribute(name);
      parent = element.parentNode;
      next = sibling;
    }
  }
  trim();
}

// Makes what stands under a root equal to a list of nodes (the records of catalogue/src/node.rs).
//
// The one place that writes DOM: elements and texts, never HTML, so a document's text cannot
// become an element. What already stands there and fits is kept, so focus stays where it is and
// a prerendered or early button is taken over without a flash.

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
 * @param {number} language which of the texts said in several languages
 * @param {number} level of the view's own heading
 */
export function draw(root, nodes, language, level) {
  /** @type {[Element, Set<string>][]} the open elements, with the attributes not seen again */
  const open = [];
  let parent = root;
  /** @type {ChildNode | null} the next child of `parent` to compare with */
  let next = root.firstChild;
  const trim = () => {
    while (next) {
      const rest = next.nextSibling;
      next.remove();
      next = rest;
    }
  };
  for (const record of nodes.replace('\0!\0', '\0' + art.logo).split('\0')) {
    let value = record.slice(1);
    switch (record[0]) {
      case '#':
        value = 'h' + Math.min(6, level + +value);
      // falls through: a heading is an element like another
      case '<': {
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
        break;
      }
      case '@': {
        const [element, unseen] = open.at(-1);
        const end = value.indexOf('=');
        const name = value.slice(0, end);
        unseen.delete(name);
        const wanted = say(value.slice(end + 1), language);
        if (element.getAttribute(name) !== wanted) element.setAttribute(name, wanted);
        break;
      }
      case '"':
        value = say(value, language);
        if (next?.nodeType === 3) {
          if (next.data !== value) next.data = value;
          next = next.nextSibling;
        } else {
          parent.insertBefore(document.createTextNode(value), next);
        }
        break;
      case '>': {
        trim();
        const [element, unseen, sibling] = open.pop();
        for (const name of unseen) element.removeAttribute(name);
        // An input taken over from another question keeps no answer of that one.
        if (element.type === 'radio') element.checked = element.hasAttribute('checked');
        parent = element.parentNode;
        next = sibling;
      }
    }
  }
  trim();
}

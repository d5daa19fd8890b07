// Makes what stands somewhere equal to what was built, and keeps of it what fits: focus stays where
// it is, and a prerendered explainer is taken over without a flash.

/** @param {Node} parent @param {Iterable<Node>} wanted what it shall hold */
export function fit(parent, wanted) {
  let next = /** @type {any} */ (parent.firstChild);
  for (const child of /** @type {any[]} */ ([...wanted])) {
    if (next?.nodeName !== child.nodeName) {
      parent.insertBefore(child, next);
      continue;
    }
    if (!child.attributes) {
      if (next.data !== child.data) next.data = child.data;
    } else {
      for (const { name, value } of child.attributes) {
        if (next.getAttribute(name) !== value) next.setAttribute(name, value);
      }
      for (const name of next.getAttributeNames()) {
        if (!child.hasAttribute(name)) next.removeAttribute(name);
      }
      fit(next, child.childNodes);
    }
    next = next.nextSibling;
  }
  while (next) {
    const rest = next.nextSibling;
    next.remove();
    next = rest;
  }
}

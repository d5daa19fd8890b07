/**
 * A view's records with its headings (`#1`: one below its own) at the level that the element asks for.
 * @param {Element} host @param {string} nodes
 */
export const headed = (host, nodes) => {
  const level = +host.getAttribute('heading-level') || 2;
  return nodes.replace(/(^|\0)#(.)/g, (record, before, below) => before + '<h' + Math.min(6, level + +below));
};

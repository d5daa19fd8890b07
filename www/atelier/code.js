// Names of keys and values stand between backquotes in texts, as in Markdown.

/** A text's nodes, what stands between backquotes as code. @param {string} text */
export function withCode(text) {
  const nodes = document.createDocumentFragment();
  text.split('`').forEach((part, index) => {
    const isCode = index % 2 === 1;
    nodes.append(isCode ? Object.assign(document.createElement('code'), { textContent: part }) : part);
  });
  return nodes;
}

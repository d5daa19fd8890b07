// Prints one element alone: in each tree around it, what does not hold it is left out.
//
// Not in Rust: src/dom.rs says why.

/** Marks the element and the hosts of the shadow roots that it stands in. */
const MARK = 'data-franceconnect-print';

/** @type {Element[]} those that have the mark */
let marked = [];

/**
 * What stands beside what holds the mark, in a root and right below its host, and what the page has put
 * inside. It hides nothing where nothing is marked, so it may stay where it was adopted.
 */
const STYLE = `@media print{
    :has([${MARK}])>:not([${MARK}],:has([${MARK}])),:host([${MARK}])>:not([${MARK}],:has([${MARK}])),[${MARK}]>*{display:none!important}
  }`;

/**
 * The style's sheet for each document: none takes another one's.
 * @type {WeakMap<Document, CSSStyleSheet>}
 */
const sheets = new WeakMap();

/** @param {Element} host an element @param {any} view the window of its document */
function mark(host, view) {
  const { ownerDocument } = host;
  if (!sheets.has(ownerDocument)) {
    const made = new view.CSSStyleSheet();
    made.replaceSync(STYLE);
    sheets.set(ownerDocument, made);
  }
  const sheet = sheets.get(ownerDocument);
  for (let element = host; element;) {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
    element.setAttribute(MARK, '');
    marked.push(element);
    // A document's `host` is an element of that name. A frame's shadow roots are of another class.
    element = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && root.host;
  }
}

function unmark() {
  for (const element of marked) element.removeAttribute(MARK);
  marked = [];
}

/**
 * Opens the browser's print dialogue for one element; for the whole page where the browser refuses to
 * leave anything out.
 * @param {Element} host the element
 */
export function printAlone(host) {
  // A dialogue whose end was never told has ended.
  unmark();
  // A frame's document is printed by its own window. `document.defaultView` may be an element of that name.
  const view = Reflect.get(Document.prototype, 'defaultView', host.ownerDocument);
  try {
    mark(host, view);
  } catch {
    unmark();
  }
  view.addEventListener('afterprint', unmark, { once: true });
  view.print();
}

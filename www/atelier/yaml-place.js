// Where a line stands in block-style YAML, by the columns of the lines around it: it also tells while a
// key is half written, when the text is no YAML yet.

/** A step of a path that leads into a list. */
export const ITEM = '*';

/** A list mark or a key, and the column that it starts at. @typedef {{column: number, step: string, value: string}} Part */

/** List marks; a key, in quotation marks or not; its value. */
const LINE = /^( *)((?:-(?: +|$))*)(?:(["']?)([\w-]+)\3 *:(?: +(.*)|$))?/;
/** The value of a key whose text stands on the lines below. */
const BLOCK_TEXT = /^[|>][-+\d]*\s*(#.*)?$/;

/** What a line starts with: `  - who:` is an item at 2 and `who` at 4. @param {string} line @returns {Part[]} */
function parts(line) {
  const [, indent, marks, quote, key, value = ''] = LINE.exec(line);
  const items = [...marks.matchAll(/-/g)].map(({ index }) => ({ column: indent.length + index, step: ITEM, value: '' }));
  const column = indent.length + marks.length;
  return key === undefined ? items : [...items, { column, step: key, value: quote + value }];
}

/** Whether a list mark or a key stands on the line. */
export const isEntry = (/** @type {string} */ line) => parts(line).length > 0;

/** The column of a line's first character that is no space. */
export const indentation = (/** @type {string} */ line) => line.length - line.trimStart().length;

const isBlank = (/** @type {string} */ line) => /^\s*(#|$)/.test(line);

/**
 * What leads to a place: `['access_page', '*', 'who']`, and whether it is inside of a text, where no
 * key stands. Null outside of the YAML.
 * @param {import('@codemirror/state').Text} doc
 * @param {number} number the line, from 1
 * @param {number} column parts of this line count that start before it
 * @param {boolean} isWhole whether the text is YAML as a whole, not between two lines `---`
 * @returns {{path: string[], isText: boolean} | null}
 */
export function placeAt(doc, number, column, isWhole) {
  const path = [];
  let isText = false;
  // A key holds what starts further right; an item of a list may start where its key does.
  let [keysBefore, itemsBefore] = [column, column];
  for (let at = number; at >= 1; at--) {
    const line = doc.line(at).text;
    if (line === '---' && !isWhole) return at === 1 && number > 1 ? { path, isText } : null;
    if (isBlank(line)) continue;
    for (const part of parts(line).reverse()) {
      if (part.column >= (part.step === ITEM ? itemsBefore : keysBefore)) continue;
      path.unshift(part.step);
      keysBefore = part.step === ITEM ? part.column + 1 : part.column;
      itemsBefore = part.column;
      isText ||= at < number && BLOCK_TEXT.test(part.value);
    }
  }
  return isWhole ? { path, isText } : null;
}

/**
 * The keys of the mapping that a line’s key stands in or would, without that key.
 * @param {import('@codemirror/state').Text} doc @param {number} number @param {number} column the key’s
 */
export function siblings(doc, number, column) {
  const keys = [];
  /** Whether the mapping may go on beyond this line. */
  const look = (/** @type {string} */ line) => {
    if (isBlank(line)) return true;
    if (line === '---') return false;
    const own = parts(line).filter((part) => part.column === column && part.step !== ITEM);
    keys.push(...own.map(({ step }) => step));
    return indentation(line) >= column;
  };
  // A list mark before the line's own key starts the mapping.
  const isFirst = doc.line(number).text.slice(0, column).trim() !== '';
  for (let at = number - 1; !isFirst && at >= 1 && look(doc.line(at).text); at--);
  for (let at = number + 1; at <= doc.lines; at++) {
    const line = doc.line(at).text;
    if (!isBlank(line) && indentation(line) < column) break;
    if (!look(line)) break;
  }
  return keys;
}

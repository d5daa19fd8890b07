// One text of the author's: a field with its line numbers, and a tab to show it.

/** @typedef {{line: number, start: number, end: number, error: boolean}} Place */

export class Editor {
  /** @type {Map<number, string>} what stands on a line: `error` or `warning` */
  marks = new Map();
  lines = 0;

  /** @param {string} id the tab is `tab-<id>`, the panel `panel-<id>` @param {() => void} changed */
  constructor(id, changed) {
    this.tab = document.getElementById('tab-' + id);
    this.panel = document.getElementById('panel-' + id);
    this.gutter = this.panel.querySelector('.gutter');
    this.field = this.panel.querySelector('textarea');
    this.field.addEventListener('input', () => {
      this.number();
      changed();
    });
    this.field.addEventListener('scroll', () => this.follow());
  }

  get text() {
    return this.field.value;
  }

  /** The file's name, shown on the tab. */
  get name() {
    return this.tab.textContent;
  }

  /** @param {string} name @param {string} text */
  open(name, text) {
    this.tab.textContent = name;
    this.field.value = text;
    this.field.setSelectionRange(0, 0);
    this.field.scrollTo(0, 0);
    this.number();
  }

  /** @param {boolean} shown */
  show(shown) {
    this.panel.hidden = !shown;
    this.tab.setAttribute('aria-selected', String(shown));
    this.tab.tabIndex = shown ? 0 : -1;
    this.follow();
  }

  /** Marks the lines of these. @param {Place[]} places */
  mark(places) {
    this.marks.clear();
    for (const { line, error } of places) {
      if (error || !this.marks.has(line)) this.marks.set(line, error ? 'error' : 'warning');
    }
    this.lines = 0;
    this.number();
  }

  /** Numbers the lines; costs nothing while their number stays. */
  number() {
    const lines = this.text.split('\n').length;
    if (lines === this.lines) return;
    this.lines = lines;
    const numbers = document.createDocumentFragment();
    for (let line = 1; line <= lines; line++) {
      const number = document.createElement('span');
      number.textContent = String(line);
      number.className = this.marks.get(line) ?? '';
      numbers.append(number);
    }
    this.gutter.replaceChildren(numbers);
    this.follow();
  }

  follow() {
    this.gutter.scrollTop = this.field.scrollTop;
  }

  /** Selects a place, in the middle of what is shown. @param {Place} place */
  go({ line, start, end }) {
    this.field.focus();
    this.field.setSelectionRange(start, end);
    const height = parseFloat(getComputedStyle(this.field).lineHeight);
    this.field.scrollTop = (line - 1) * height - this.field.clientHeight / 2;
    this.field.scrollLeft = 0;
  }
}

/** Tabs: a click or the arrows choose one. @param {Editor[]} editors @returns {(shown: Editor) => void} */
export function tabs(editors) {
  const show = (/** @type {Editor} */ shown) => editors.forEach((editor) => editor.show(editor === shown));
  editors.forEach((editor, index) => {
    editor.tab.addEventListener('click', () => show(editor));
    editor.tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = editors.at((index + step) % editors.length);
      show(next);
      next.tab.focus();
    });
  });
  return show;
}

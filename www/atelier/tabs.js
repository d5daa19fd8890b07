// Tabs: a click or the arrows choose the text that is shown.

export class Tabs {
  /**
   * @param {HTMLElement} list
   * @param {import('./editor.js').Editor[]} editors
   * @param {() => void} shown called once another one is shown
   */
  constructor(list, editors, shown) {
    this.editors = editors;
    this.shown = shown;
    /** The one that is shown. */
    this.current = editors[0];
    list.append(...editors.map(({ tab }) => tab));
    editors.forEach((editor, index) => {
      editor.tab.addEventListener('click', () => this.show(editor));
      editor.tab.addEventListener('keydown', ({ key }) => {
        const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
        if (!step) return;
        const next = editors.at((index + step) % editors.length);
        this.show(next);
        next.tab.focus();
      });
    });
  }

  /** @param {import('./editor.js').Editor} editor */
  show(editor) {
    this.current = editor;
    this.editors.forEach((each) => each.show(each === editor));
    this.shown();
  }
}

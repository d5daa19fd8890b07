// One text of the author’s: a tab, and below it CodeMirror with the text’s language, its findings and
// help for its keys.

import { autocompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands';
import { indentUnit } from '@codemirror/language';
import { forEachDiagnostic, lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState } from '@codemirror/state';
import { EditorView, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { withCode } from './code.js';
import { completeKeys, keyHelp } from './key-help.js';
import { phrases } from './phrases.js';
import { theme } from './theme.js';

/** @typedef {{start: number, end: number, replacement: string}} Change in UTF-16 units */
/** @typedef {{error: boolean, start: number, end: number, message: string, help: string, fix: Change[]}} Remark `fix`: the correction, empty where none is certain */

/** Marks a change that is another file’s text, not the author’s typing. */
const opened = Annotation.define();

/** Moves to another finding, and says it to those who do not see it. */
const say = (/** @type {import('@codemirror/view').Command} */ move) => (/** @type {EditorView} */ view) => {
  if (!move(view)) return false;
  const { from, to } = view.state.selection.main;
  forEachDiagnostic(view.state, ({ message }, start, end) => {
    if (start === from && end === to) view.dispatch({ effects: EditorView.announce.of(message) });
  });
  return true;
};

export class Editor {
  /** Whether its text is the author’s own: changed since it was opened. */
  touched = false;

  /**
   * @param {import('./kinds.js').Kind} kind
   * @param {{changed: () => void, replaced: (before: string) => void, moved: () => void}} heard `changed` by the author;
   *   `replaced`: the whole text at once, as by pasting; `moved`: the cursor
   */
  constructor(kind, heard) {
    this.kind = kind;
    this.tab = document.createElement('button');
    Object.assign(this.tab, { type: 'button', role: 'tab', id: `tab-${kind.id}` });
    this.panel = document.createElement('div');
    Object.assign(this.panel, { role: 'tabpanel', id: `panel-${kind.id}`, className: 'panel' });
    this.tab.setAttribute('aria-controls', this.panel.id);
    this.panel.setAttribute('aria-labelledby', this.tab.id);
    const root = this.panel.attachShadow({ mode: 'open' });
    this.view = new EditorView({ root, parent: root, extensions: extensions(kind, {
      ...heard,
      changed: () => {
        this.touched = true;
        heard.changed();
      },
    }) });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  /** The file’s name, shown on the tab. */
  get name() {
    return this.tab.textContent;
  }

  /** Puts another file’s text here; undoing brings back what stood there. @param {string} name @param {string} text */
  open(name, text) {
    this.tab.textContent = name;
    const { length } = this.view.state.doc;
    this.view.dispatch({
      changes: { from: 0, to: length, insert: text },
      selection: { anchor: 0 },
      annotations: [opened.of(true), isolateHistory.of('full')],
      scrollIntoView: true,
    });
    this.touched = false;
  }

  /** @param {boolean} shown */
  show(shown) {
    this.panel.hidden = !shown;
    this.tab.setAttribute('aria-selected', String(shown));
    this.tab.tabIndex = shown ? 0 : -1;
  }

  /** Shows these in the text and beside it. @param {Remark[]} remarks */
  mark(remarks) {
    const diagnostics = remarks.map((remark) => ({
      from: remark.start,
      to: remark.end,
      severity: /** @type {'error' | 'warning'} */ (remark.error ? 'error' : 'warning'),
      message: `${remark.message}\n${remark.help}`.replaceAll('`', ''),
      renderMessage: () => paragraphs(remark.message, remark.help),
      actions: remark.fix?.length ? [{ name: 'Corriger', apply: () => this.fix(remark.fix) }] : [],
    }));
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** Selects a place, in the middle of what is shown. @param {{start: number, end: number}} place */
  go({ start, end }) {
    this.view.dispatch({
      selection: { anchor: start, head: end },
      effects: EditorView.scrollIntoView(start, { y: 'center' }),
    });
    this.panel.scrollIntoView({ block: 'nearest' });
    this.view.focus();
  }

  /** Makes a correction, which one undoing takes back. @param {Change[]} changes */
  fix(changes) {
    this.view.dispatch({
      changes: changes.map(({ start, end, replacement }) => ({ from: start, to: end, insert: replacement })),
      userEvent: 'input.fix',
      annotations: isolateHistory.of('full'),
    });
    this.view.focus();
  }

  /** What the key under the cursor means. */
  help() {
    return keyHelp(this.view.state, this.kind);
  }
}

/** @param {string[]} texts */
function paragraphs(...texts) {
  const nodes = document.createElement('div');
  for (const text of texts) {
    const paragraph = document.createElement('p');
    paragraph.append(withCode(text));
    nodes.append(paragraph);
  }
  return nodes;
}

/** What the help says, in words; names of YAML stand between backquotes. @param {ReturnType<typeof keyHelp>} help */
export function helpText(help) {
  if (!help) return 'Pour lire l’aide d’une clé, placez le curseur dessus.';
  return `\`${help.key}\` : ${help.description}${help.required ? ' Obligatoire.' : ''}`;
}

function extensions(kind, { changed, replaced, moved }) {
  return [
    EditorState.phrases.of(phrases(document.documentElement.lang)),
    // It can be reached by Tab as it is; the attribute tells so to tools too.
    EditorView.contentAttributes.of({ 'aria-label': kind.label, spellcheck: 'false', lang: 'fr', tabindex: '0' }),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    indentUnit.of('  '),
    lineNumbers(),
    lintGutter(),
    highlightSpecialChars(),
    history(),
    search({ top: true }),
    autocompletion({ override: [completeKeys(kind)] }),
    kind.language(),
    theme,
    // Tab is not among them: it leaves the editor, as it leaves any field.
    keymap.of([
      { key: 'F8', run: say(nextDiagnostic), shift: say(previousDiagnostic) },
      { key: 'F1', run: announceHelp(kind), preventDefault: true },
      ...searchKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    EditorView.updateListener.of(({ changes, docChanged, selectionSet, startState, transactions }) => {
      if (docChanged && !transactions.some((each) => each.annotation(opened))) {
        const { length } = startState.doc;
        changes.iterChanges((from, to) => {
          if (length > 0 && from === 0 && to === length) replaced(startState.doc.toString());
        });
        changed();
      }
      if (docChanged || selectionSet) moved();
    }),
  ];
}

const announceHelp = (/** @type {import('./kinds.js').Kind} */ kind) => (/** @type {EditorView} */ view) => {
  view.dispatch({ effects: EditorView.announce.of(helpText(keyHelp(view.state, kind)).replaceAll('`', '')) });
  return true;
};

// The look of the editor component, in the page’s own colours (atelier.css), which follow its scheme.
// It stands in a shadow root, where the component adopts its style sheets: in the document it would
// write a style element, which the page’s policy refuses.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const layout = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--card)' },
  // The panel around it has the line that shows the focus: the gutter would cover this one.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    font: '0.875rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace',
    overflow: 'auto',
  },
  '.cm-content': { paddingBlock: '0.5rem', caretColor: 'var(--ink)' },
  '.cm-gutters': { color: 'var(--soft)', backgroundColor: 'var(--ground)', borderColor: 'var(--line)' },
  '.cm-gutter-lint': { width: '1.2em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0.15em' },
  '.cm-lint-marker': { width: '0.9em', height: '0.9em' },
  '.cm-specialChar': { color: 'var(--error)' },
  '.cm-lintRange-active, .cm-searchMatch': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch-selected': { outline: '2px solid var(--accent)', backgroundColor: 'var(--mark)' },
});

const around = EditorView.theme({
  '.cm-tooltip, .cm-panels, .cm-tooltip-autocomplete > ul': {
    color: 'var(--ink)',
    backgroundColor: 'var(--card)',
    borderColor: 'var(--soft)',
  },
  '.cm-tooltip': { maxWidth: 'min(32rem, 90%)', overflowWrap: 'anywhere' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--on-accent)', backgroundColor: 'var(--accent)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { font: 'inherit', fontSize: '0.875rem' },
  '.cm-tooltip p': { margin: 0 },
  '.cm-completionIcon': { display: 'none' },
  '.cm-completionMatchedText': { fontWeight: 'bold' },
  '.cm-completionDetail': { marginInlineStart: '1em' },
  '.cm-diagnosticText': { whiteSpace: 'normal' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-diagnosticAction, .cm-button': {
    padding: '0.15rem 0.5rem',
    color: 'var(--on-accent)',
    background: 'var(--accent)',
    border: '1px solid transparent',
    borderRadius: '0.25rem',
  },
  '.cm-textfield': { color: 'inherit', backgroundColor: 'var(--ground)', borderColor: 'var(--soft)' },
  '.cm-panel.cm-search': { font: '0.875rem system-ui, sans-serif', paddingInlineEnd: '2rem' },
  '.cm-panel.cm-search :is(input, button, label)': { fontSize: 'inherit' },
  '.cm-panel.cm-search [name=close]': { color: 'inherit', fontSize: '1.25rem', insetInlineEnd: '0.5rem' },
  // Colours of the visitor’s own choosing leave no background: what is chosen needs a line around it.
  '@media (forced-colors: active)': {
    '.cm-tooltip-autocomplete ul li[aria-selected], .cm-searchMatch-selected': { outline: '2px solid Highlight' },
  },
});

const words = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName, tags.tagName, tags.angleBracket], color: 'var(--key)' },
  { tag: [tags.string, tags.monospace, tags.link, tags.url], color: 'var(--string)' },
  { tag: [tags.meta, tags.comment, tags.lineComment, tags.processingInstruction, tags.punctuation], color: 'var(--soft)' },
  { tag: [tags.heading, tags.strong], fontWeight: 'bold' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
]);

/** @type {import('@codemirror/state').Extension} */
export const theme = [layout, around, syntaxHighlighting(words)];

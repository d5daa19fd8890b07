// The authoring page: what is typed is compiled here, in a module of its own, and shown by the
// widget’s elements. `tools/atelier.mjs` bundles it into build/.

import start, { compile } from '../../target/atelier-work/atelier.js';
import { withCode } from './code.js';
import { Draft } from './draft.js';
import { Editor, helpText } from './editor.js';
import { KINDS, isAnother, kindOf, stem, today } from './kinds.js';
import { offerModels } from './models.js';
import { leave, preview } from './preview.js';
import { errorsByFile, item, summary } from './remarks.js';
import { Tabs } from './tabs.js';
import { download, downloadAll, takeFiles } from './transfer.js';

/** How long the author must pause before the texts are compiled, in milliseconds. */
const PAUSE = 120;

const find = (/** @type {string} */ id) => document.getElementById(id);
const LANGUAGE = document.documentElement.lang;

/** Whether the module is there. */
let started = false;
/** What is to come once the author pauses. */
let later = 0;

const editors = KINDS.map((kind) => new Editor(kind, {
  changed: () => {
    draft.unsaved.add(kind.id);
    clearTimeout(later);
    later = setTimeout(paused, PAUSE);
  },
  replaced: (before) => kind.id === 'document' && replaced(before),
  moved: showHelp,
}));
/** @param {string} id */
const editorOf = (id) => editors.find(({ kind }) => kind.id === id);
const [text, ...beside] = editors;
const draft = new Draft(tellDraft);
const tabs = new Tabs(find('tabs'), editors, showHelp);
find('panels').append(...editors.map(({ panel }) => panel));

/** The document’s whole text has been replaced, maybe by another document. @param {string} before */
function replaced(before) {
  if (!isAnother(before, text.text)) return;
  leave();
  const strange = beside.filter((editor) =>
    editor.text.trim() !== '' && !editor.kind.names(editor.text).every((name) => text.text.includes(name)));
  const [mine, ours] = [true, false].map((touched) => strange.filter((editor) => editor.touched === touched));
  for (const editor of ours) {
    editor.open(editor.name, '');
    draft.unsaved.delete(editor.kind.id);
  }
  const nouns = (/** @type {Editor[]} */ of) =>
    new Intl.ListFormat(LANGUAGE).format(of.map(({ kind }) => kind.noun));
  const whose = (/** @type {Editor[]} */ of) => of.length > 1 ? 'leurs onglets' : 'leur onglet';
  find('opened').textContent = [
    ours.length > 0 && `Cette fiche est une autre : ${nouns(ours)} de la précédente sont retirées ; Ctrl + Z dans ${whose(ours)} les rend.`,
    mine.length > 0 && `Cette fiche est une autre, et ${nouns(mine)} ne sont pas les siennes : videz ${whose(mine)}, ou récrivez-les pour elle.`,
  ].filter(Boolean).join(' ');
}

/** Keeps what stands in the page as the draft. */
function keep() {
  draft.keep(Object.fromEntries(editors.map(({ kind, name, text }) => [kind.id, { name, text }])));
}

function paused() {
  later = 0;
  keep();
  update();
}

/** Compiles the texts, shows what was found and what comes of it. */
function update() {
  clearTimeout(later);
  later = 0;
  if (!started) return;
  performance.mark('compile');
  let outcome;
  try {
    outcome = compile(text.name, ...editors.map((editor) => editor.text), today(), LANGUAGE);
  } catch (error) {
    fail('Le compilateur s’est arrêté sur ce texte, ce qui est un défaut : téléchargez votre fiche, puis rechargez la page.', error);
    return;
  }
  performance.measure('compile', 'compile');
  list(outcome.remarks);
  preview(outcome, errorsByFile(outcome.remarks, KINDS));
  performance.measure('update', 'compile');
}

/** @param {import('./remarks.js').Remark[]} remarks */
function list(remarks) {
  // The same words again would be announced again.
  const state = summary(remarks);
  if (find('state').textContent !== state) find('state').textContent = state;
  for (const editor of editors) editor.mark(remarks.filter(({ file }) => file === editor.kind.id));
  find('remarks').replaceChildren(...remarks.map((remark) => {
    const editor = editorOf(remark.file);
    const then = (/** @type {() => void} */ act) => () => {
      tabs.show(editor);
      act();
    };
    return item(remark, editor.name, {
      go: then(() => editor.go(remark)),
      fix: then(() => editor.fix(remark.fix)),
    });
  }));
}

function showHelp() {
  find('key-help').replaceChildren(withCode(helpText(tabs.current.help())));
}

/** Says whether a draft is kept. */
function tellDraft() {
  find('draft').textContent = {
    none: 'Ce que vous écrirez sera gardé sur cet appareil, dans ce navigateur seul.',
    kept: 'Brouillon gardé sur cet appareil, dans ce navigateur seul : vous le retrouverez à votre retour.',
    refused: 'Ce navigateur refuse de garder un brouillon : téléchargez votre texte avant de quitter la page.',
    elsewhere: 'Un autre onglet a remplacé ce brouillon par le sien : téléchargez votre texte, ou continuez à l’écrire pour qu’il soit gardé de nouveau.',
    forgotten: 'Brouillon oublié : rien n’est plus gardé sur cet appareil. Votre texte reste dans cette page ; il sera gardé de nouveau si vous le modifiez.',
  }[draft.state];
  find('forget').hidden = draft.state !== 'kept' && draft.state !== 'elsewhere';
}

/** @param {string} message @param {unknown} error */
function fail(message, error) {
  find('failure').textContent = message;
  console.error(error);
}

/**
 * Opens files, each in the place of the text of its kind.
 * @param {{name: string, text: string}[]} files
 */
function openFiles(files) {
  const fileOf = (/** @type {Editor} */ { kind }) => files.find(({ name }) => kindOf(name) === kind);
  const document = fileOf(text);
  for (const editor of editors) {
    const file = fileOf(editor);
    if (file) editor.open(file.name, file.text);
    // What stands beside another document is not this one’s.
    else if (document) editor.open(stem(document.name) + editor.kind.ending, '');
    if (file || document) draft.unsaved.delete(editor.kind.id);
  }
  if (document) leave();
  tabs.show(editors.find(fileOf) ?? tabs.current);
  keep();
  update();
}

takeFiles((files) => {
  openFiles(files);
  const guessed = files.filter(({ guessed }) => guessed).map(({ name }) => name);
  find('opened').textContent = guessed.length > 0
    ? `Ce fichier n’est pas en UTF-8 et a été lu comme du Windows-1252 ; vérifiez ses accents : ${guessed.join(', ')}`
    : '';
});

offerModels(KINDS, (stem, ids) => {
  const kinds = KINDS.filter(({ id }) => ids.includes(id));
  openFiles(kinds.map(({ ending, model }) => ({ name: stem + ending, text: model })));
  ids.forEach((id) => draft.unsaved.add(id));
  tabs.current.view.focus();
});

find('download').addEventListener('click', () => {
  const { kind, name, text } = tabs.current;
  download(name, text);
  draft.unsaved.delete(kind.id);
});

find('download-all').addEventListener('click', () => {
  const files = editors.filter((editor) => editor.text.trim() !== '');
  downloadAll(`${stem(text.name)}.zip`, files);
  draft.unsaved.clear();
});

find('forget').addEventListener('click', () => {
  draft.forget();
  // The button has gone from under the focus.
  tabs.current.view.focus();
});

// Whoever leaves before the pause is over has written all the same.
addEventListener('pagehide', () => later && keep());

const kept = draft.read();
for (const editor of editors) {
  const { id, ending, start: ours } = editor.kind;
  const file = kept ? kept.files[id] : { name: `franceconnect${ending}`, text: ours };
  editor.open(file?.name ?? stem(text.name) + ending, file?.text ?? '');
  if (kept) draft.unsaved.add(id);
  editor.touched = kept !== null;
}
if (kept) {
  draft.become('kept');
  const date = new Date(kept.date).toLocaleString(LANGUAGE, { dateStyle: 'long', timeStyle: 'short' });
  find('opened').textContent = `Votre brouillon du ${date} est repris ici.`;
}
tellDraft();
tabs.show(text);
try {
  await start({ module_or_path: new URL('atelier.wasm', import.meta.url) });
  started = true;
  update();
} catch (error) {
  fail('L’atelier n’a pas pu démarrer : ce navigateur, ou la politique de sécurité de la page, refuse WebAssembly, ou le fichier atelier.wasm manque.', error);
}

// The report: a dialog over the page, in a shadow root of its own.

import { createElement, documentProperty } from '../document.js';
import { makeStyle } from '../element.js';
import { all } from './dom.js';
import { VERDICTS, plainReport, summary, withVerdict } from './plain.js';
import { MANUAL_RULES, RULES, filled, outcomeOf } from './rules.js';
import { addressOf } from './sources.js';
import { TEXTS } from './texts.js';

const HOST = 'franceconnect-check';

/** An element with attributes, and what stands in it. @param {string} tag @param {Record<string, string>} attributes @param {...(Node | string)} children @returns {any} */
function make(tag, attributes, ...children) {
  const element = createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Shows the report, in the place of an earlier one.
 * @param {import('./description.js').Finding[]} findings
 * @param {{language: 'fr' | 'en', address: string, repository: string, version: string}} about
 * @param {string} style
 */
export function showReport(findings, about, style) {
  const { language } = about;
  const text = (/** @type {keyof typeof TEXTS} */ name) => TEXTS[name][language];
  for (const other of all(HOST)) other.remove();
  const host = createElement(HOST);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [makeStyle(style)(document)];

  const boxes = MANUAL_RULES.map(() => make('input', { type: 'checkbox' }));
  const plain = () => plainReport(findings, boxes.map(({ checked }) => checked), about);
  const dialog = make('dialog', { lang: language, 'aria-labelledby': 'title' },
    make('div', { class: 'head' },
      make('h2', { id: 'title', tabindex: '-1', autofocus: '' }, text('title')),
      make('p', { class: 'summary' }, summary(findings, language)),
      ...tools(text, plain, () => dialog.close())),
    ...VERDICTS.map((verdict) => section(verdict, withVerdict(findings, verdict), about)),
    make('section', { class: 'manual' }, make('h3', {}, text('manual')), make('ul', {}, ...MANUAL_RULES.map((rule, index) =>
      make('li', {}, make('label', {}, boxes[index], ' ', rule.text[language]), source(rule.source, about))))),
    make('p', { class: 'limits' }, text('limits')));

  root.append(dialog);
  // The browser gives the focus back before it says so.
  dialog.addEventListener('close', () => host.remove());
  documentProperty('body').append(host);
  dialog.showModal();
}

/** The buttons that copy and close, and what became of it. @param {(name: keyof typeof TEXTS) => string} text @param {() => string} report as text @param {() => void} close */
function tools(text, report, close) {
  const status = make('span', { role: 'status' });
  const copy = make('button', { type: 'button' }, text('copy'));
  const end = make('button', { type: 'button', class: 'close' }, text('close'));
  const plain = make('textarea', { readonly: '', rows: '8', 'aria-label': text('plain') });
  plain.hidden = true;
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(report());
      status.textContent = text('copied');
    } catch {
      // No clipboard here (no https, or refused): one key is left to press.
      plain.value = report();
      plain.hidden = false;
      plain.select();
      plain.focus();
      status.textContent = text('notCopied');
    }
  });
  end.addEventListener('click', close);
  return [make('p', { class: 'tools' }, copy, end, status), plain];
}

/** @param {import('./outcome.js').Verdict} verdict @param {import('./description.js').Finding[]} findings @param {{language: 'fr' | 'en', repository: string}} about */
function section(verdict, findings, about) {
  const items = findings.length > 0 ? make('ul', {}, ...findings.map((finding) => item(finding, about))) : make('p', {}, TEXTS.nothing[about.language]);
  const title = make('h3', {}, `${TEXTS[verdict][about.language]} (${findings.length})`);
  // What is right is there for whoever asks.
  const content = verdict === 'kept' ? [make('details', {}, make('summary', {}, title), items)] : [title, items];
  return make('section', { class: verdict }, ...content);
}

/** @param {import('./description.js').Finding} finding @param {{language: 'fr' | 'en', repository: string}} about */
function item(finding, about) {
  const { language } = about;
  const { title, source: from } = RULES.get(finding.rule);
  const { found, mend } = outcomeOf(finding);
  return make('li', { 'data-rule': finding.rule, 'data-outcome': finding.outcome },
    make('strong', {}, title[language]),
    make('p', {}, filled(found, language, finding.values)),
    ...(mend ? [make('p', {}, filled(mend, language, finding.values))] : []),
    ...(finding.lines ?? []).map((line) => make('pre', {}, make('code', {}, line))),
    source(from, about));
}

/** @param {import('./sources.js').Source} from @param {{language: 'fr' | 'en', repository: string}} about */
function source(from, { language, repository }) {
  const label = filled(TEXTS.source, language, { label: from.label[language] });
  const link = make('a', { href: addressOf(from, repository), target: '_blank', rel: 'noopener noreferrer', title: `${label} - ${TEXTS.newWindow[language]}` }, label);
  return make('p', { class: 'source' }, link);
}

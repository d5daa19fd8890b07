/** Walks through the explainer as a visitor does, and what it then shows. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { settled } from './helpers.mjs';
import { until } from './harness/suite.mjs';

export const HOST = 'franceconnect-eligibility';
export const PERSON = 'un-particulier';
export const ADMINISTRATION = 'une-collectivite-ou-une-administration';
export const EDITOR = 'un-editeur-de-logiciel';
export const COMPANY = 'une-entreprise-de-droit-prive';
export const IDS = [PERSON, ADMINISTRATION, EDITOR, COMPANY];

/** The first element of the explainer that fits. */
export const inside = (driver, selector) =>
  driver.executeScript('return document.querySelector(arguments[0]).shadowRoot.querySelector(arguments[1])', HOST, selector);

/** Clicks the label of the radio button that fits; a box itself, since its label may hold a link; or a button. */
export async function click(driver, selector) {
  const target = await driver.executeScript(`
    const found = document.querySelector(arguments[0]).shadowRoot.querySelector(arguments[1]);
    const target = (found.type === 'radio' && found.closest('label')) || found;
    // A driver takes what is half under the window's edge for in view, and clicks beside it.
    target.scrollIntoView({ block: 'center' });
    return target;`, HOST, selector);
  await target.click();
  await settled(driver);
}

/** An answer by its id, « Continuer », « Question précédente ». */
export const pick = (driver, option) => click(driver, `[name=answer][value="${option}"]`);
export const next = (driver) => click(driver, '[data-action=next]');
export const back = (driver) => click(driver, '[part=steps] [data-action=back]');
/** « Modifier », by the question's place: « Qui êtes-vous ? » is 0. */
export const change = (driver, place) => click(driver, `[part=answers] [value="${place}"]`);

/** A choice by its id; where it is folded, « Modifier » comes first. */
export async function choose(driver, who) {
  if (await inside(driver, '[part=answers]')) await change(driver, 0);
  await click(driver, `[name=who][value="${who}"]`);
}

/** Chooses and goes on, then gives the answers one after another; what has no questions shows its answer at once. */
export async function walk(driver, who, ...options) {
  await choose(driver, who);
  if (await inside(driver, '[data-action=next]')) await next(driver);
  for (const option of options) {
    await pick(driver, option);
    await next(driver);
  }
}

/** The next page is another visitor's: the tab remembers no choice. */
export const asAnother = (driver) => driver.executeScript(`
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('franceconnect-choice/')) sessionStorage.removeItem(key)`);

/**
 * What the explainer shows now. `focus` is the part, the id, the action or the value of what has the focus, or
 * `change` and the question's place. `answers` are those of « Vos réponses », or the choice that is folded.
 * @returns {Promise<{who: string | null, status: string, verdict: string, question: string,
 *   checked: string | null, alert: string, focus: string, actions: string[], answers: string[], text: string}>}
 */
export const shown = (driver) => settled(driver, `
  const host = document.querySelector('${HOST}');
  const root = host.shadowRoot;
  // Typography is another test's: here every space is a space.
  const text = (selector) => (root.querySelector(selector)?.textContent ?? '').replaceAll(/[\u00a0\u202f]/g, ' ');
  const focus = root.activeElement;
  return {
    who: host.getAttribute('who'),
    status: text('[role=status]'),
    verdict: root.querySelector('[part=answer]')?.className ?? '',
    question: text('[part=question]'),
    checked: root.querySelector('[name=answer]:checked')?.value ?? null,
    alert: text('[role=alert]'),
    focus: focus ? focus.closest('[part=answers]') ? 'change ' + focus.value : focus.dataset.action === 'pick' || focus.name === 'who' ? focus.value
      : focus.getAttribute('part') ?? (focus.id || focus.dataset.action) ?? focus.localName : '',
    actions: [...root.querySelectorAll('[part=steps] button')].map((button) => button.dataset.action),
    answers: [...root.querySelectorAll('[part=answers] dd')].map((answer) => answer.firstChild.data.trim()),
    text: text('[part=answer]'),
  };`);

/** Keeps the explainer's events in `window.heard`. */
export const listen = (driver) => driver.executeScript(`
  window.heard = [];
  addEventListener('franceconnect-eligibility', ({ detail }) => heard.push(detail));`);
export const heard = (driver) => driver.executeScript('return window.heard.splice(0)');

/** Waits until the explainer shows this choice, as after the page has come back. */
export const showing = (driver, who) =>
  until(async () => (await shown(driver)).who === who, `the choice ${who}`);

/**
 * The examples beside the questions, by choice: the answers given and the verdict due today.
 * @returns {{who: string, answers: Record<string, string>, verdict: string}[]}
 */
export function examples() {
  const file = new URL('../../catalogue/documents/franceconnect.questions.yaml', import.meta.url);
  const found = [];
  let who = '';
  let answers;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [, name, value] = /^ *(?:- )?(who|answers|verdict|today): +(.+)$/.exec(line) ?? [];
    if (name === 'who') {
      who = value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '-');
    } else if (name === 'answers') {
      answers = Object.fromEntries([...value.matchAll(/(\w+): (\w+)/g)].map(([, id, option]) => [id, option]));
    } else if (answers && (name === 'verdict' || name === 'today')) {
      found.push({ who, answers, verdict: value });
      answers = undefined;
    }
  }
  return found;
}

/** What the amendments say in English: sentences, items to prepare, calls to action. @returns {string[]} */
export function english() {
  const file = new URL('../../catalogue/documents/franceconnect.amendments.yaml', import.meta.url);
  const found = [];
  let isOpen = false;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const said = /^ +en: +(.+)$/.exec(line)?.[1];
    if (said) found.push(said === '>-' ? '' : said);
    else if (isOpen && /^ {8,}\S/.test(line) && !/^ +(- )?[a-z]+:( |$)/.test(line)) found.push(`${found.pop()} ${line.trim()}`.trim());
    isOpen = said === '>-' || (isOpen && !/^ +(- )?[a-z]+:( |$)/.test(line));
  }
  return found;
}

/** Asks that what it shows be this; a regular expression need only be found. @returns {Promise<object>} all that it shows */
export async function shows(driver, expected) {
  const now = await shown(driver);
  for (const [name, value] of Object.entries(expected)) {
    if (value instanceof RegExp) assert.match(now[name], value, name);
    else assert.deepEqual(now[name], value, `${name} of ${JSON.stringify(now)}`);
  }
  return now;
}

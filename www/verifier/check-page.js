// Judges the page: itself, and what stands around the button, in the order in which it is read.

import { SENTENCES } from './official.js';
import { isOr, isOtherWay, isSocial } from './sign-in.js';

/** @typedef {import('./description.js').Page} Page */
/** @typedef {import('./description.js').Finding} Finding */

/** How much of a text is repeated in a finding, in characters. */
const LONGEST = 80;

/** @param {Page} page @returns {Finding[]} */
export const checkPage = (page) => [frame(page), https(page), lang(page), title(page), heading(page)];

/** @param {Page} page @returns {Finding[]} */
export function checkSurroundings(page) {
  if (page.buttons.length === 0) return [];
  return [...sentence(page), ...otherWays(page), social(page)];
}

/** @param {Page} page @returns {Finding} */
const frame = ({ isFramed }) => ({ rule: 'frame', outcome: isFramed ? 'framed' : 'right' });

/** @param {Page} page @returns {Finding} */
function https({ address }) {
  const { origin, protocol, hostname } = new URL(address);
  const isLocal = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  return { rule: 'https', outcome: protocol === 'https:' ? 'right' : isLocal ? 'local' : 'plain', values: { origin } };
}

/** @param {Page} page @returns {Finding} */
const lang = ({ language }) =>
  language ? { rule: 'lang', outcome: 'right', values: { language } } : { rule: 'lang', outcome: 'none', lines: ['<html lang="fr">'] };

/** @param {Page} page @returns {Finding} */
const title = ({ title: text }) =>
  text ? { rule: 'title', outcome: 'right', values: { title: text } } : { rule: 'title', outcome: 'none', lines: ['<title>Se connecter - Nom du service</title>'] };

/** @param {Page} page @returns {Finding} */
const heading = ({ heading: text }) =>
  text ? { rule: 'heading', outcome: 'right', values: { heading: text } } : { rule: 'heading', outcome: 'none', lines: ['<h1>Se connecter à Nom du service</h1>'] };

/** Letters alone: spaces, apostrophes and case may differ. @param {string} text */
const letters = (text) => text.toLowerCase().replace(/[^\p{L}+]/gu, '');
const joined = (/** @type {import('./description.js').Item[]} */ items) => letters(items.filter(({ kind }) => kind === 'text').map(({ text }) => text).join(''));

/** @param {Page} page @returns {Finding[]} */
function sentence({ buttons, items }) {
  return buttons.slice(0, 1).flatMap(({ isDrawn, isVisible, isPlus, caption }) => {
    if (!isDrawn || !isVisible) return [];
    const official = SENTENCES[isPlus ? 'plus' : 'franceconnect'];
    const at = items.findIndex(({ kind }) => kind === 'franceconnect');
    const [before, after] = [items.slice(0, at), items.slice(at + 1)];
    const said = (/** @type {string} */ text) => official.find((each) => text.includes(letters(each)));
    const above = said(letters(caption)) ?? said(joined(before));
    if (above) return [{ rule: 'sentence', outcome: 'right', values: { sentence: above } }];
    const outcome = said(joined(after)) ? 'below' : 'none';
    return [{ rule: 'sentence', outcome, values: { sentence: official[0] }, lines: ['<franceconnect-button caption>'] }];
  });
}

/** Another way to sign in, « ou » before it, and which comes first. @param {Page} page @returns {Finding[]} */
function otherWays({ items }) {
  const other = items.findIndex(isOtherWay);
  const line = '<p>ou</p>';
  if (other < 0) return [{ rule: 'other-way', outcome: 'none', lines: [line, '<p><a href="/mot-de-passe">Se connecter avec un mot de passe</a></p>'] }];
  const button = items.findIndex(({ kind }) => kind === 'franceconnect');
  const text = shortened(items[other]);
  const found = [{ rule: 'other-way', outcome: 'right', values: { text } }];
  if (button < 0) return found;
  // The one nearest to the button, on either side: a header may have a link of its own, too.
  const next = items.findIndex((item, index) => index > button && isOtherWay(item));
  const far = next < 0 ? items.findLastIndex((item, index) => index < button && isOtherWay(item)) : next;
  const between = items.slice(Math.min(button, far) + 1, Math.max(button, far) + 1).find(isOr);
  return [
    ...found,
    between ? { rule: 'or', outcome: 'right', values: { text: shortened(between) } } : { rule: 'or', outcome: 'none', lines: [line] },
    next < 0 ? { rule: 'order', outcome: 'after', values: { text } } : { rule: 'order', outcome: 'right' },
  ];
}

/** @param {Page} page @returns {Finding} */
function social({ items }) {
  const found = items.find(isSocial);
  return found ? { rule: 'social', outcome: 'some', values: { text: shortened(found) } } : { rule: 'social', outcome: 'right' };
}

/** @param {import('./description.js').Item} item */
function shortened({ text, type, address }) {
  const whole = text || type || address;
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}

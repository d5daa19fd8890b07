/** The pages that we publish beside the widget, for the tests that hold them all to the same. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';

/** Address → what the page is called in the header of each. */
export const PAGES = {
  '/index.html': 'Démonstration',
  '/www/configurateur.html': 'Configurateur',
  '/www/integrer-la-connexion.html': 'Intégrer la connexion',
  '/www/diagnostic.html': 'Diagnostic',
  '/www/les-regles.html': 'Les règles',
  '/www/etats.html': 'États du bouton',
  '/www/securite.html': 'Sécurité',
  '/www/verifier-mon-installation.html': 'Vérifier mon installation',
  '/www/atelier/index.html': 'Atelier du catalogue',
};

/** The gallery has a wrong attribute on purpose, and says so. */
export const WANTED = /franceconnect-button level=\\*"eidas4/;

/** README's policy: as strict as one can be. */
export const STRICT = readFileSync(path.join(ROOT, 'README.md'), 'utf8')
  .match(/```\nContent-Security-Policy:([^`]+)```/)[1].replace(/\s+/g, ' ').trim();

/** What stands out of the screen, shadow roots included, if the page scrolls sideways. */
export const overflow = (driver) => driver.executeScript(`
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const wide = [];
  const look = (root) => root.querySelectorAll('*').forEach((element) => {
    if (element.getBoundingClientRect().right > innerWidth + 1) wide.push(element.localName + ' ' + (element.getAttribute('part') ?? element.className));
    if (element.shadowRoot) look(element.shadowRoot);
  });
  look(document);
  return ['page', ...wide];`);

/** What stands on more than one line although it is one word, or in code one name: at most 30 characters. */
export const cut = (driver, selector) => driver.executeScript(`
  const pieces = [];
  for (const element of document.querySelectorAll(arguments[0])) {
    const isCode = element.matches('code');
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { data } = walker.currentNode;
      for (const { 0: word, index } of data.matchAll(isCode ? /^[^ ]{1,30}$/g : /[\\p{L}\\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
        const lines = new Set(rects.map(({ top }) => Math.round(top)));
        if (lines.size > 1) pieces.push(word);
      }
    }
  }
  return pieces;`, selector);

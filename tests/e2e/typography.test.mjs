/** The French of our pages: which spaces stand before signs, and inside « ». No browser is needed. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { ROOT } from '../../tools/serve.mjs';
import { PAGES } from './pages.mjs';

/** Neither prose nor French. */
const OTHER = 'code, pre, script, style, [lang]:not([lang="fr"], html)';
/** Attributes that somebody reads or hears. */
const READ = ['alt', 'aria-label', 'content', 'placeholder', 'title'];
/** An ordinary space, or the end of a line, where French has one that does not break. */
const WRONG = /.{0,20}(?:[ \n][:;!?»]|«[ \n]).{0,20}/g;

/** What somebody reads of a page, piece by piece. */
function pieces(address) {
  const { window } = new JSDOM(readFileSync(path.join(ROOT, address), 'utf8'));
  const { document, NodeFilter } = window;
  const found = [];
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) if (!texts.currentNode.parentElement.closest(OTHER)) found.push(texts.currentNode.data);
  for (const name of READ) for (const each of document.querySelectorAll(`[${name}]:not([http-equiv])`)) {
    if (!each.closest(OTHER)) found.push(each.getAttribute(name));
  }
  return found;
}

test('no French page has an ordinary space before : ; ! ? » or after «', () => {
  const wrong = Object.keys(PAGES).flatMap((address) => {
    const read = pieces(address);
    assert(read.length > 50, address);
    return read.flatMap((text) => text.match(WRONG) ?? []).map((text) => `${address}: ${text}`);
  });
  assert.deepEqual(wrong, []);
});

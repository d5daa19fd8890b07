// README's recipes: each block between `<!-- file:NAME -->` and `<!-- /file -->` is that file, whole,
// which the browser tests run. manifest.mjs writes and checks them with README's tables.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './serve.mjs';

const MARKED = /(<!-- file:(\S+) -->\n)[^]*?(<!-- \/file -->)/g;

/** The files whose text stands in a text. @param {string} text @returns {string[]} */
export const recipesIn = (text) => [...text.matchAll(MARKED)].map(([, , name]) => name);

/** A text with its recipes as the files are now. @param {string} text */
export function withRecipes(text) {
  return text.replace(MARKED, (_, open, name, close) => {
    const code = readFileSync(path.join(ROOT, name), 'utf8').trimEnd();
    return `${open}\`\`\`${path.extname(name).slice(1).replace('mjs', 'js')}\n${code}\n\`\`\`\n${close}`;
  });
}

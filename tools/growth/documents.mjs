// Catalogues of any size: the real documents first, then variations of them, the same each time.

import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const OURS = 'catalogue/documents/franceconnect.md';

/** The real documents: ours, then those of the public directory if they lie beside the checkout. */
export function realDocuments(corpus) {
  const found = existsSync(corpus) ? readdirSync(corpus, { recursive: true }).map(String).sort() : [];
  const others = found.filter((name) => name.endsWith('.md') && !name.endsWith('README.md'));
  return [
    { name: 'franceconnect', text: readFileSync(OURS, 'utf8') },
    ...others.map((name) => ({
      name: name.slice(0, -3).replaceAll(path.sep, '-'),
      text: readFileSync(path.join(corpus, name), 'utf8'),
    })),
  ];
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A word of running text: nothing of Markdown, YAML or an address touches it. */
const WORD = /(?<=[ ’'*[(])[A-ZÀ-Ýa-zà-ÿ]{2,}(?=[ ,.;*\])’'?!]|$)/g;

/** Lines that mean something to the compiler: keys, verdicts, the line above a list to tick. */
const KEPT = /^\s*(-\s+)?((?!tagline|label|owner)[\w-]+:|\*\*|---|<)|ligible/;

/**
 * How many running words are drawn anew: with this many, a variation costs after brotli what a
 * real document does (1,128 bytes of text against 1,122). A copy would cost next to nothing.
 */
const SHARE = 0.85;

/**
 * The document with most of its running words drawn anew from all documents' words.
 * @param {string} text @param {string[]} words @param {number} number
 */
function vary(text, words, number) {
  const next = random(number);
  const lines = text.split('\n').map((line) => {
    if (/^title:/.test(line)) return `title: API variante ${number}`;
    if (KEPT.test(line)) return line;
    return line.replace(WORD, (word) => (next() < SHARE ? words[Math.floor(next() * words.length)] : word));
  });
  return lines.join('\n');
}

/**
 * Fills `folder` with `count` documents.
 * @param {string} folder @param {number} count @param {ReturnType<typeof realDocuments>} real
 * @returns {number} their mean length in bytes
 */
export function fill(folder, count, real) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const words = real.flatMap(({ text }) => text.match(WORD) ?? []);
  let bytes = 0;
  for (let index = 0; index < count; index++) {
    const { name, text } = real[index % real.length];
    const isReal = index < real.length;
    const content = isReal ? text : vary(text, words, index);
    bytes += Buffer.byteLength(content);
    writeFileSync(path.join(folder, `${isReal ? name : `variante-${index}`}.md`), content);
  }
  for (const beside of ['.questions.yaml', '.amendments.yaml']) {
    copyFileSync(OURS.replace('.md', beside), path.join(folder, `franceconnect${beside}`));
  }
  return bytes / count;
}

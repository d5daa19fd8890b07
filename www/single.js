// franceconnect.single.js: the module inside, for a page opened as a file, or a server that sends
// one script and no more. Nothing is fetched.

import { calls } from './calls.js';
import { run } from './run.js';
import { begin } from './start.js';
import { alphabet, order, packed } from 'franceconnect:packed';

/**
 * The bytes in ASCII, so that no character set can spoil them (tools/single.mjs packs): the most
 * frequent bytes are one letter each, the others two.
 */
function unpack() {
  const bytes = atob(order);
  const size = alphabet.length - 2;
  const out = [];
  let row = 0;
  for (const letter of packed) {
    const place = alphabet.indexOf(letter);
    if (place < size) {
      out.push(bytes.charCodeAt(row + place));
      row = 0;
    } else {
      row = (place - size + 1) * size;
    }
  }
  return new Uint8Array(out);
}

begin(() => run('the module', unpack()), calls);

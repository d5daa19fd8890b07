// Bytes as ASCII text, for franceconnect.single.js: www/loader.single.js reads it back.

/** The printable letters that need no escape in a JavaScript string, and end no script element. */
const LETTERS = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
  .filter((letter) => !'\\`"\'$<'.includes(letter))
  .join('');

/**
 * The most frequent bytes are a letter each; the others two, of which the first, one of the
 * alphabet's last two, tells the row. Base64 splits bytes, and what splits bytes does not
 * compress: of the module's 27,268 bytes it makes 38,130 (brotli 11), this 28,700.
 * @param {Uint8Array} bytes
 * @returns {{alphabet: string, order: string, packed: string}} `order`: the 256 bytes, the most
 *   frequent first, in base64
 */
export function pack(bytes) {
  const size = LETTERS.length - 2;
  const counts = new Array(256).fill(0);
  for (const byte of bytes) counts[byte] += 1;
  const order = counts.map((_, byte) => byte).sort((a, b) => counts[b] - counts[a] || a - b);
  const letters = [];
  order.forEach((byte, place) => {
    const row = Math.floor(place / size);
    letters[byte] = (row ? LETTERS[size + row - 1] : '') + LETTERS[place % size];
  });
  return {
    alphabet: LETTERS,
    order: Buffer.from(order).toString('base64'),
    packed: Array.from(bytes, (byte) => letters[byte]).join(''),
  };
}

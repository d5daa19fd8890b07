// What wasm-bindgen's own glue does for a module of one function, text in, text out: 500 bytes of
// brotli less than its file, which is made for every kind of argument. Its ABI is the one of the
// pinned version: a text is handed over in memory that the module allocates; the result comes as
// address and length.
//
// Nothing is freed: the module remembers nothing from one question to the next, so once its memory
// has grown, a new instance takes its place, and no code or nonce stays in the old one's. That is
// 280 bytes less than an allocator that frees.

/** What an instance's memory may grow by, in bytes, before the next question is asked a new one: some eight answers of the explainer. */
const ENOUGH = 5 << 16;

/** A new instance's memory in bytes: the catalogue and the stack. @type {number} */
let size;

/** @type {WebAssembly.Module} */
let module;

/** The module's exports, by the names that `tools/shrink.mjs` gives them. @type {any} */
let wasm;

/** @param {WebAssembly.WebAssemblyInstantiatedSource} made */
export function connect(made) {
  module = made.module;
  wasm = made.instance.exports;
  size = wasm.m.buffer.byteLength;
}

/** @param {number} question @param {string} text */
export function answer(question, text) {
  if (wasm.m.buffer.byteLength - size > ENOUGH) wasm = new WebAssembly.Instance(module).exports;
  const given = new TextEncoder().encode(text);
  const place = wasm.n(given.length, 1);
  // The memory may have moved at each call.
  const bytes = (/** @type {number} */ at, /** @type {number} */ length) => new Uint8Array(wasm.m.buffer, at, length);
  bytes(place, given.length).set(given);
  const [at, length] = wasm.a(question, place, given.length);
  return new TextDecoder().decode(bytes(at, length));
}

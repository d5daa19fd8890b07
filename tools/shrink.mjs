// Makes the module small: panics without their message, short names, binaryen's optimiser.

import binaryen from 'binaryen';

/** The target features of Rust's wasm32-unknown-unknown. Never all: browsers refuse some. */
const FEATURES =
  binaryen.Features.BulkMemory |
  binaryen.Features.BulkMemoryOpt |
  binaryen.Features.MutableGlobals |
  binaryen.Features.NontrappingFPToInt |
  binaryen.Features.ReferenceTypes |
  binaryen.Features.CallIndirectOverlong |
  binaryen.Features.SignExt |
  binaryen.Features.Multivalue;

/**
 * Where the standard library starts to make a message of a panic, and what it makes it with.
 * A panic never happens (that is tested), and if one did, a trap stops the module just as its
 * message would; but every bounds check links that machinery. The module formats nothing itself:
 * numbers and dates are written when it is built.
 */
const PANICS = /panic|unwrap_failed|expect_failed|slice_(error|index)_fail|handle_alloc_error|rust_oom|\bfmt\b|Formatter/;

/**
 * What makes a text longer or shorter than it was made: none is (`add` in catalogue/src/parts.rs;
 * what is told is joined to the byte, tests/page.rs).
 */
const GROWS = /RawVec.*(grow|reserve|shrink)/;

/** What frees memory: the module's allocator does not (src/browser.rs), so this is code for nothing. */
const FREES = /dealloc|drop_in_place/;

/**
 * The source files that those panics name, left in the data, where no optimiser sees that nobody
 * reads them; they also say where this machine keeps its crates, so another one would build other
 * bytes. Zeros of the same length keep every address.
 */
const SOURCES = /\/[\w./-]{20,200}?\/src\/[\w/-]{1,80}\.rs/g;

/** What the loader calls, and the names that it calls it by (`www/glue.js`). */
const EXPORTS = { memory: 'm', answer: 'a', __wbindgen_malloc: 'n' };

/**
 * @param {Uint8Array} bytes what wasm-bindgen wrote, names included
 * @param {boolean} [named] keeps the functions' names, to see what each costs
 * @returns {Buffer} the module
 * @throws {Error} if it asks anything of the page: it is given texts, and gives texts back
 */
export function shrink(bytes, named = false) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  const snipped = [];
  const emptied = [];
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const { name, base, params, results } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (!base && (PANICS.test(name) || GROWS.test(name))) snipped.push([name, params, results]);
    else if (!base && FREES.test(name)) emptied.push([name, params, results]);
  }
  for (const [name, params, results] of snipped) {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  for (const [name, params, results] of emptied) {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.nop());
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  // Nothing lies below 1,024: the stack's far end, 127 KB deep. 90 bytes less.
  binaryen.setLowMemoryUnused(true);
  binaryen.setDebugInfo(named);
  // wasm-bindgen's other entries (a start with nothing to do, a text made larger where it stands)
  // have no caller in the loader.
  const exported = Array.from({ length: module.getNumExports() }, (_, index) =>
    binaryen.getExportInfo(module.getExportByIndex(index)));
  for (const { name, value, kind } of exported) {
    module.removeExport(name);
    if (!EXPORTS[name]) continue;
    if (kind === binaryen.ExternalFunction) module.addFunctionExport(value, EXPORTS[name]);
    else module.addMemoryExport(value, EXPORTS[name]);
  }
  // A second run finds what the first one opened.
  module.optimize();
  module.optimize();
  module.runPasses(named ? ['strip-producers'] : ['strip-producers', 'strip-target-features', 'strip-debug']);

  const small = blank(Buffer.from(module.emitBinary()));
  const asked = module.emitText().match(/\(import "[^"]+" "[^"]+"/);
  module.dispose();
  if (asked) throw new Error(`the module asks the page for ${asked[0].slice(8)}: see src/page.rs`);
  return small;
}

/** The module with those names as zeros. @param {Buffer} module */
const blank = (module) =>
  Buffer.from(module.toString('latin1').replace(SOURCES, (path) => '\0'.repeat(path.length)), 'latin1');

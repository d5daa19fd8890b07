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
 * The source files that those panics name, left in the data, where no optimiser sees that nobody
 * reads them; they also say where this machine keeps its crates, so another one would build other
 * bytes. Zeros of the same length keep every address.
 */
const SOURCES = /\/[\w./-]{20,200}?\/src\/[\w/-]{1,80}\.rs/g;

/**
 * @param {Uint8Array} bytes what wasm-bindgen wrote, names included
 * @param {boolean} [named] keeps the functions' names, to see what each costs
 * @returns {{module: Uint8Array, imports: [string, string, string][], exports: Record<string, string>}}
 *   the module; its imports as [short name, module, name], all of them in the module `a`; its
 *   exports' short names by name
 */
export function shrink(bytes, named = false) {
  let module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  const snipped = [];
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const { name, base, params, results } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (!base && PANICS.test(name)) snipped.push([name, params, results]);
  }
  for (const [name, params, results] of snipped) {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setDebugInfo(named);
  // A second run finds what the first one opened.
  module.optimize();
  module.optimize();

  const imports = [];
  const exports = {};
  const text = module
    .emitText()
    .replace(/\(import "([^"]+)" "([^"]+)"/g, (_, from, name) => {
      const short = letters(imports.length);
      imports.push([short, from, name]);
      return `(import "a" "${short}"`;
    })
    .replace(/\(export "([^"]+)"/g, (_, name) => {
      exports[name] = letters(Object.keys(exports).length);
      return `(export "${exports[name]}"`;
    });
  module.dispose();
  module = binaryen.parseText(text);
  module.setFeatures(FEATURES);
  const small = Buffer.from(module.emitBinary());
  module.dispose();
  return { module: blank(small), imports, exports };
}

/** The module with those names as zeros. @param {Buffer} module */
const blank = (module) =>
  Buffer.from(module.toString('latin1').replace(SOURCES, (path) => '\0'.repeat(path.length)), 'latin1');

/** a, b, … z, aa, ab, … @param {number} index */
function letters(index) {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

// Makes the module small: panics without their message, then binaryen's optimiser.
//
// A panic never happens (that is tested), and if one did, a trap stops the module just as its
// message would; but the standard library's message machinery is linked by every bounds check.

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
 * The module formats nothing itself: numbers and dates are written by hand (src/view/sheet.rs).
 */
const PANICS = /panic|unwrap_failed|expect_failed|slice_(error|index)_fail|handle_alloc_error|rust_oom|\bfmt\b|Formatter/;

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} */
export async function shrink(bytes) {
  const module = binaryen.readBinary(bytes);
  module.setFeatures(FEATURES);
  const snipped = [];
  for (let index = 0; index < module.getNumFunctions(); index++) {
    const { name, params, results } = binaryen.getFunctionInfo(module.getFunctionByIndex(index));
    if (PANICS.test(name)) snipped.push([name, params, results]);
  }
  for (const [name, params, results] of snipped) {
    module.removeFunction(name);
    module.addFunction(name, params, results, [], module.unreachable());
  }
  binaryen.setOptimizeLevel(2);
  binaryen.setShrinkLevel(2);
  binaryen.setDebugInfo(!!process.env.NAMES);
  // A second run finds what the first one opened.
  module.optimize();
  module.optimize();
  const small = module.emitBinary();
  module.dispose();
  return small;
}

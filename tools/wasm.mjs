// What is done to a module after the compiler: binaryen's optimiser, and the list of the panic entry
// points that it links.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import binaryen from 'binaryen';

/**
 * Rust's target features for wasm32, as wasm-opt's options have them, with their names in binaryen's
 * own interface. Never all of them: browsers refuse some.
 */
const FEATURES = {
  'bulk-memory': 'BulkMemory',
  'bulk-memory-opt': 'BulkMemoryOpt',
  'call-indirect-overlong': 'CallIndirectOverlong',
  multivalue: 'Multivalue',
  'mutable-globals': 'MutableGlobals',
  'nontrapping-float-to-int': 'NontrappingFPToInt',
  'reference-types': 'ReferenceTypes',
  'sign-ext': 'SignExt',
};

/**
 * Optimises a module.
 * @param {string} input a file @param {string} output a file @param {...string} options of wasm-opt
 */
export function optimise(input, output, ...options) {
  const features = Object.keys(FEATURES).map((name) => `--enable-${name}`);
  execFileSync('node_modules/.bin/wasm-opt', [input, '-o', output, ...features, ...options], { stdio: ['ignore', 'inherit', 'inherit'] });
}

/**
 * Gives a module's imports short names. wasm-bindgen ends each in a hash of 16 digits, which no
 * compression makes smaller, and which stands in the module and in its glue: 2,200 bytes. esbuild
 * gives the glue's properties the same names (`mangleCache`). These names are a generator's, and no
 * source of ours has them; those of functions and properties that somebody reads stay as they are.
 * @param {string} input a file @param {string} output a file
 * @returns {Record<string, string>} short names, by wasm-bindgen's
 */
export function shortenImports(input, output) {
  const module = binaryen.readBinary(readFileSync(input));
  module.setFeatures(Object.values(FEATURES).reduce((all, name) => all | binaryen.Features[name], 0));
  const functions = Array.from({ length: module.getNumFunctions() }, (_, at) =>
    binaryen.getFunctionInfo(module.getFunctionByIndex(at)));
  const names = {};
  for (const { name, module: from, base, params, results } of functions.filter(({ base }) => base)) {
    names[base] = Object.keys(names).length.toString(36);
    module.removeFunction(name);
    module.addFunctionImport(name, from, names[base], params, results);
  }
  writeFileSync(output, module.emitBinary());
  return names;
}

/**
 * A function of a few instructions is written where it is called: 120 bytes. Not in the module whose
 * functions are listed: a panic's would be among them.
 */
export const INLINE_SHORT = '--always-inline-max-function-size=4';

/**
 * For the smallest download. Each is an option of `wasm-opt --help`:
 * - loops and branches written anew once the code is small, which leaves fewer of them (250 bytes), and
 *   then small again; twice;
 * - again until nothing gets smaller;
 * - nothing lies below address 1,024 but the end of the stack, which comes first in the memory: an
 *   address and an offset may then be one;
 * - a function that is called once stays one unless it is tiny: a module with fewer, larger functions
 *   is smaller, but compresses less well, since functions begin and end alike.
 */
export const SMALLEST = [
  '-Oz', '--flatten', '--rereloop', '-Oz', '--flatten', '--rereloop', '-Oz', '--converge', '--low-memory-unused',
  '--one-caller-inline-max-function-size=24', INLINE_SHORT,
];

/** Takes out what a browser does not read. */
export const STRIP = ['--strip-debug', '--strip-producers', '--strip-target-features'];

/** Where the standard library, and what it allocates with, start to panic. */
const PANIC = /panicking|panic_|_failed\b|slice_\w*_fail|handle_alloc_error|handle_error|capacity_overflow|rust_oom/;

/**
 * The functions of a module that end in a panic, by their demangled names.
 * @param {string} file a module with its names @returns {string[]} sorted, each once
 */
export function panics(file) {
  // `<Payload as PanicPayload>::get` and the like are what a panic is made of, not where it starts.
  const starts = functionNames(file).filter((name) => PANIC.test(name) && !name.startsWith('<'));
  return [...new Set(starts.map(withoutHash))].sort();
}

/** `core::panicking::panic_fmt::h0123456789abcdef` changes its end with each compiler. @param {string} name */
const withoutHash = (name) => name.replace(/::h[0-9a-f]{16}|\[[0-9a-f]{8,16}\]/g, '').replace(/\.\d+$/, '');

/**
 * The demangled names of a module's functions: https://webassembly.github.io/spec/core/appendix/custom.html#name-section
 * @param {string} file a module with its names @returns {string[]}
 */
export function functionNames(file) {
  const [section] = WebAssembly.Module.customSections(new WebAssembly.Module(readFileSync(file)), 'name');
  if (!section) throw new Error(`${file} has no names`);
  const bytes = new Uint8Array(section);
  const FUNCTIONS = 1;
  const names = [];
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const kind = bytes[at++];
    const size = number();
    const end = at + size;
    if (kind === FUNCTIONS) {
      for (let left = number(); left > 0; left -= 1) {
        number();
        const length = number();
        names.push(new TextDecoder().decode(bytes.subarray(at, at + length)));
        at += length;
      }
    }
    at = end;
  }
  return names;
}

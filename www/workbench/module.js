// The rules' module, asked for once something is to be judged.

import start, { diagnose } from './build/workbench.js';

/** @type {Promise<typeof diagnose> | undefined} */
let starting;

/**
 * Resolves to the function that judges a text. Rejected where the browser, or the page's policy, refuses
 * WebAssembly, or the file is missing; asked again, it tries again.
 */
export function rules() {
  starting ??= start({ module_or_path: new URL('build/workbench.wasm', import.meta.url) }).then(() => diagnose);
  starting.catch(() => (starting = undefined));
  return starting;
}

/** What a page says where the module does not start. */
export const FAILED = 'Les règles n’ont pas pu être chargées\u00a0: ce navigateur, ou la politique de sécurité de la page, refuse WebAssembly, ou le fichier workbench.wasm manque.';

// Starts the widget: one of it a page, whatever brought it; and says why it cannot.

import { define, equip, live, made, schedule } from './elements.js';
import { button, integrity, logo, style, version } from 'franceconnect:build';

/** Why the widget could not start, and how to mend it: for the page's `catch`. */
export class StartError extends Error {
  name = 'FranceConnectStartError';

  /** @param {string} kind @param {string} file @param {string} why @param {unknown} [cause] */
  constructor(kind, file, why, cause) {
    super(`FranceConnect: ${file} ${why}.`, { cause });
    this.kind = kind;
  }
}

/** Fetches one of our files, or finds out why not. @template T @param {string} file @param {() => Promise<T>} get */
export async function obtain(file, get) {
  try {
    return await get();
  } catch (cause) {
    // A reply of another content is refused for its hash, an error page too: ask what it is.
    const reply = await fetch(file, { method: 'HEAD' }).catch(() => undefined);
    const why = reply
      ? reply.ok
        ? ['integrity', 'is of another build: copy all files together']
        : ['missing', 'is not there: copy it beside the script']
      : file[0] === 'f'
        ? ['file', 'needs a server, or use franceconnect.single.js']
        : ['fetch', 'is refused by connect-src, script-src, CORS or the network'];
    throw new StartError(why[0], file, why[1], cause);
  }
}

/** The module beside the script. @param {string} file */
export const fetched = (file) => obtain(file, () => fetch(file, { integrity }));

/**
 * The page's widget: the one that is there already, or this one.
 * @param {string} file the module's address, for messages
 * @param {() => Promise<Record<string, any>>} load runs the module; gives what scripts may call
 */
export function begin(file, load) {
  const other = window.FranceConnect;
  if (other) {
    if (other.version !== version) {
      console.warn(`FranceConnect ${version} comes after ${other.version}, which stays: load one.`);
    }
    return other;
  }
  const api = (window.FranceConnect = { version });
  api.ready = (async () => {
    if (typeof WebAssembly !== 'object' || !CSSStyleSheet.prototype.replaceSync) {
      throw new StartError('webassembly', file, 'needs WebAssembly and adoptedStyleSheets');
    }
    equip(style, logo, button);
    define();
    return Object.assign(api, await load());
  })();
  // Whoever waits for `ready` hears of it there; the others on the console, unless they have left
  // (WebKit drops the fetch a moment before it says that the page goes).
  let left = false;
  addEventListener('pagehide', () => (left = true), { once: true });
  api.ready.catch((error) => {
    made.failed = true;
    live.forEach(schedule);
    setTimeout(() => left || console.error(error), 50);
  });
  return api;
}

// What every script of dist/ begins with: one widget a page, whatever brings it and however often.

import { equip, live, made, scheduleAll } from './elements.js';
import { button, style, version } from 'franceconnect:build';

/** Why the widget cannot start, and how to mend it. @param {string} kind @param {string} file @param {string} why */
export const failure = (kind, file, why, cause) =>
  Object.assign(new Error(`FranceConnect: ${file} ${why}`, { cause }), { name: 'FranceConnectStartError', kind });

/**
 * The page's widget: the one that is there already, or this one.
 * @param {() => Promise<Record<string, any>>} load runs the module; gives what scripts may call
 * @param {Record<string, any>} [calls] what they may call, where it is there already
 */
export function begin(load, calls) {
  const other = window.FranceConnect;
  // An element of that id would also stand there.
  if (other?.ready) {
    if (other.version !== version) {
      console.warn(`FranceConnect ${version} comes after ${other.version}: load one.`);
    }
    return other;
  }
  const api = (window.FranceConnect = { version, ...calls });
  api.ready = (async () => {
    if (!window.WebAssembly || !CSSStyleSheet.prototype.replaceSync) {
      throw failure('webassembly', 'the module', 'needs WebAssembly and CSSStyleSheet.replaceSync');
    }
    equip(style, button);
    // A button is painted before anything else is asked for. No frame comes while the page is hidden.
    if (live.size) {
      await new Promise((done) => {
        requestAnimationFrame(() => setTimeout(done));
        setTimeout(done, 99);
      });
    }
    return Object.assign(api, await load());
  })();
  // Whoever waits for `ready` hears of it there; the others on the console, unless they are about to
  // leave (WebKit drops the fetch a moment before it says that the page goes).
  api.ready.catch((error) => {
    made.gaveUp = true;
    scheduleAll();
    made.early?.disconnect();
    const saying = setTimeout(() => console.error(error), 50);
    addEventListener('pagehide', () => clearTimeout(saying));
  });
  return api;
}

// `window.FranceConnect`: one widget a page, whatever brings it and however often.

import { connected } from './element.js';
import { defineElements } from './elements.js';
import { Rest } from './rest.js';
import { style, template, version } from 'franceconnect:build';

/** Past the next painting. No frame comes while the page is hidden. @returns {Promise<void>} */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 99);
  });

/**
 * The page's widget: the one that is there already, or a new one.
 * @param {() => Promise<import('./rest.js').Module>} load brings the module, once something needs it
 * @param {Partial<import('./rest.js').Module['functions']>} [functions] what scripts may call, where
 *   it does not come with the module
 */
export function createWidget(load, functions) {
  // An element or a frame of that name would stand there too, but is no property of the window's own.
  const other = Object.hasOwn(window, 'FranceConnect') && window.FranceConnect;
  if (other?.version) {
    if (other.version !== version) console.warn(`FranceConnect ${version} comes after ${other.version}: load one.`);
    return other;
  }
  const rest = new Rest(async () => {
    // A button is painted before anything else is asked for.
    if ([...connected].some(({ localName }) => localName === 'franceconnect-button')) await painted();
    const module = await load();
    Object.assign(widget, module.functions);
    return module;
  });
  const start = async () => {
    await rest.request();
    if (rest.error) throw rest.error;
    return widget;
  };
  /** @type {Promise<typeof widget> | undefined} */
  let ready;
  const widget = {
    version,
    /** Starts what is not there yet when it is read. */
    get ready() {
      if (!ready) {
        ready = start();
        // It may be read by whoever does not wait for it.
        ready.catch(() => {});
      }
      return ready;
    },
    ...functions,
  };
  window.FranceConnect = widget;
  // Else nothing is drawn: `ready` says why.
  if ('replaceSync' in CSSStyleSheet.prototype) defineElements(rest, template, style);
  return widget;
}

// `window.FranceConnect`: one widget a page, whatever brings it and however often.

import { connected } from './element.js';
import { defineElements } from './elements.js';
import { lazyModule } from './lazy-module.js';
import { attributes, style, template, version } from 'franceconnect:build';

/**
 * How long a frame is waited for, in ms: none comes while the page is hidden. Just under what people
 * notice.
 */
const FRAME_TIMEOUT = 99;

/** Past the next painting. @returns {Promise<void>} */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_TIMEOUT);
  });

/**
 * The page's widget: the one that is there already, or a new one.
 * @param {() => Promise<import('./lazy-module.js').Module>} load brings the module, once something needs it
 * @param {Partial<import('./lazy-module.js').Module['functions']>} [functions] what scripts may call, where
 *   it does not come with the module
 */
export function createWidget(load, functions) {
  // An element or a frame of that name would stand there too, but is no property of the window's own.
  const other = Object.hasOwn(window, 'FranceConnect') && window.FranceConnect;
  if (other?.version) {
    if (other.version !== version) console.warn(`FranceConnect ${version} after ${other.version}: load one`);
    return other;
  }
  const lazy = lazyModule(async () => {
    // A button is painted before anything else is asked for.
    if ([...connected].some(({ localName }) => localName === 'franceconnect-button')) await painted();
    lazy.module = await load();
    return Object.assign(widget, lazy.module.functions);
  });
  const widget = {
    version,
    /** Starts what is not there yet when it is read. */
    get ready() {
      return lazy.request();
    },
    ...functions,
  };
  window.FranceConnect = widget;
  // Else nothing is drawn: `ready` says why.
  if ('replaceSync' in CSSStyleSheet.prototype) defineElements(lazy, template, style, attributes);
  return widget;
}

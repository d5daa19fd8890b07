// The four elements, and what shows each. The button needs no module to be painted; the others wait
// for it.

import { Button } from './button.js';
import { defineElement, makeStyleSheet, openShadow } from './element.js';
import { own } from './render.js';

/**
 * @param {import('./lazy-module.js').LazyModule} lazyModule
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 */
export function defineElements(lazyModule, template, style) {
  const buttonStyle = makeStyleSheet(style);
  const ownTemplate = own(template);
  /** Made once. @type {CSSStyleSheet | undefined} */
  let pageStyle;

  defineElement('franceconnect-button', (host) => new Button(host, buttonStyle, ownTemplate, lazyModule));

  /** A script may ask for the reply before the module has come. What else there is comes with it. */
  class ReturnPage extends HTMLElement {
    /** The reply: settles once it has been read, and may be read late. */
    get reply() {
      return lazyModule.request().then(() => lazyModule.module.pageReply());
    }
  }

  for (const name of ['eligibility', 'return', 'sheet']) {
    defineElement('franceconnect-' + name, (host, kept) => {
      lazyModule.request();
      const { module } = lazyModule;
      if (!module) return undefined;
      pageStyle ??= makeStyleSheet(module.pageStyle());
      return module.connect(host, openShadow(host, pageStyle), kept);
    }, { return: ReturnPage }[name]);
  }
}

// The four elements, and what shows each. The button needs no module to be painted; the others wait
// for it.

import { Button } from './button.js';
import { defineElement, makeStyle, openShadow, updateAll } from './element.js';
import { ownProperties } from './render.js';

/**
 * @param {import('./lazy-module.js').LazyModule} lazyModule
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 * @param {Record<string, import('./properties.js').Attributes>} attributes each element's, by its name
 */
export function defineElements(lazyModule, template, style, attributes) {
  const buttonStyle = makeStyle(style);
  const ownTemplate = ownProperties(template);
  /** Made once. @type {import('./element.js').Style | undefined} */
  let pageStyle;

  /** What scripts ask of the return page waits for the module. */
  class ReturnPage extends HTMLElement {
    /** The reply: settles once it has been read, and may be read late. */
    get reply() {
      return lazyModule.request().then(() => lazyModule.module.pageReply());
    }

    /** Says that the page's server has refused. @param {string} [message] what the visitor is told of it */
    fail(message) {
      // Where there is no reply, that is what failed.
      this.reply.then(() => lazyModule.module.refuse(message)).then(updateAll, () => {});
    }
  }

  /** @type {import('./element.js').Connect} */
  const connectButton = (host) => new Button(host, buttonStyle, ownTemplate, lazyModule);

  /** @type {import('./element.js').Connect} */
  const connectPageElement = (host, kept) => {
    lazyModule.request();
    const { module } = lazyModule;
    if (!module) return undefined;
    pageStyle ??= makeStyle(module.pageStyle);
    return module.connect(host, openShadow(host, pageStyle), kept);
  };

  defineElement('franceconnect-button', attributes.button, connectButton);
  defineElement('franceconnect-eligibility', attributes.eligibility, connectPageElement);
  defineElement('franceconnect-return', attributes.return, connectPageElement, ReturnPage);
  defineElement('franceconnect-sheet', attributes.sheet, connectPageElement);
}

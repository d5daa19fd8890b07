// The four elements, and what shows each. The button needs no module to be painted; the others wait
// for it.

import { Button } from './button.js';
import { defineElement, openShadow } from './element.js';
import { own } from './render.js';

/**
 * @param {import('./lazy-module.js').LazyModule} lazyModule
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 */
export function defineElements(lazyModule, template, style) {
  const ownTemplate = own(template);

  defineElement('franceconnect-button', (host) => new Button(host, style, ownTemplate, lazyModule));
  for (const name of ['eligibility', 'return', 'sheet']) {
    defineElement('franceconnect-' + name, (host, kept) => {
      lazyModule.request();
      const { module } = lazyModule;
      return module?.connect(host, openShadow(host, module.pageStyle()), kept);
    });
  }
}

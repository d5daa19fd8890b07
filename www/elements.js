// The four elements: the attributes that each follows (www/interface.mjs tells of them), and what
// shows it. The button needs no module to be painted; the others wait for it.

import { Button } from './button.js';
import { defineElement, makeStyleSheet, openShadow } from './element.js';

/**
 * @param {import('./rest.js').Rest} rest
 * @param {import('./render.js').Template} template the button's
 * @param {string} style the button's
 */
export function defineElements(rest, template, style) {
  const buttonStyle = makeStyleSheet(style);
  /** Made once. @type {CSSStyleSheet | undefined} */
  let pageStyle;

  defineElement(
    'franceconnect-button',
    ['authorize-url', 'caption', 'claims', 'client-id', 'disabled', 'environment', 'href', 'idp-hint', 'level', 'prompt', 'redirect-uri', 'scheme', 'scope'],
    (host) => (rest.error ? undefined : new Button(host, buttonStyle, template, rest)),
  );

  /** @param {'eligibility' | 'return' | 'sheet'} kind @param {string[]} observedAttributes */
  const defineWaiting = (kind, observedAttributes) =>
    defineElement('franceconnect-' + kind, observedAttributes, (host, kept) => {
      rest.request();
      const { module } = rest;
      if (!module) return undefined;
      pageStyle ??= makeStyleSheet(module.pageStyle());
      return module.connect[kind](host, openShadow(host, pageStyle), kept);
    });
  defineWaiting('eligibility', ['api', 'hash', 'heading-level', 'remember', 'scheme', 'who']);
  defineWaiting('return', ['heading-level', 'scheme']);
  defineWaiting('sheet', ['api', 'heading-level', 'scheme']);
}

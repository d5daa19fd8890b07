// Says what is wrong with an attribute. The loader paints without it: a wrong attribute shows the
// element's content a moment later, when the module comes.

import { acts, fire } from './elements.js';

/** Attributes that take one of a few values. */
export const ACCEPTED = {
  scheme: 'light, dark',
  level: 'eidas1, eidas2, eidas3',
  'heading-level': '2, 3, 4, 5',
};

Object.assign(acts, {
  /** Throws [attribute, value, what is accepted]. @param {any} host */
  verify(host) {
    for (const name in ACCEPTED) {
      const value = host.constructor.observedAttributes.includes(name) && host.getAttribute(name);
      if (value && !ACCEPTED[name].split(', ').includes(value)) throw [name, value, ACCEPTED[name]];
    }
  },

  /** Tells the developer and the page; nothing, if there is no mistake any more. */
  refuse(host, mistake) {
    // What was said last is kept, so that a repaint does not repeat it.
    if (!mistake?.length) return (host.own.said = '');
    const [attribute, value, known] = mistake;
    const accepted =
      known ??
      (value
        ? 'a path or an http(s) address'
        : 'an address; or a child <a href> or <form>; or client-id and redirect-uri');
    const message = `<${host.localName} ${attribute}="${value}">: accepted here: ${accepted}`;
    if (message === host.own.said) return;
    host.own.said = message;
    console.error(message);
    fire(host, 'error', { element: host.localName, attribute, value, accepted, message });
  },
});

// Says what is wrong with an attribute. The loader paints without it: a wrong attribute shows the
// element's content a moment later, when the module comes.

import { fire, views } from './elements.js';

/** Attributes that take one of a few values. */
export const ACCEPTED = {
  scheme: 'light, dark',
  level: 'eidas1, eidas2, eidas3',
  'heading-level': '2, 3, 4, 5',
};

/** Throws [attribute, value, what is accepted]. @param {Element} host */
export function verify(host) {
  for (const name in ACCEPTED) {
    // Only a button has a level, which has no heading.
    const own = name === 'scheme' || (name === 'level') === (host.localName === 'franceconnect-button');
    const value = own && host.getAttribute(name);
    if (value && !ACCEPTED[name].split(', ').includes(value)) throw [name, value, ACCEPTED[name]];
  }
}

const { button } = views;
/** The loader looks at an address's protocol; the browser may find more. */
views.button = (host) => {
  const view = button(host);
  const { link, href } = Object.assign(view[1], host.own.trouble);
  try {
    if (link) new URL(href, 'https://a/');
  } catch {
    throw ['href', href];
  }
  return view;
};

/** Tells the developer and the page; nothing, if there is no mistake any more. */
export function refuse(host, mistake) {
  // What was said last is kept, so that a repaint does not repeat it.
  if (!mistake?.length) return (host.own.said = '');
  const [attribute, value, known] = mistake;
  // What stands inside may not be parsed yet.
  if (!value && document.readyState === 'loading') return;
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
}

// What the elements follow of the page around them: its language and its scheme.

import { documentProperty } from './document.js';

/** The attributes that say language and scheme. */
const OBSERVED = ['lang', 'xml:lang', 'data-fr-theme', 'data-fr-scheme'];

/** The type of a node that is a shadow root. */
const DOCUMENT_FRAGMENT = 11;

/** An element, then the hosts of the shadow roots that it stands in. @param {Element} element */
function* hosts(element) {
  for (let host = element; host; ) {
    yield host;
    const root = host.getRootNode();
    // A document has no host, but may have an element of that name. A frame's shadow roots are of
    // another class than the page's.
    host = root.nodeType === DOCUMENT_FRAGMENT && root.host;
  }
}

/**
 * The language of the nearest `lang`, through shadow roots; French if the widget does not speak it.
 * @param {Element} element @returns {string} `fr`, `en`, `de` or `es`
 */
export function language(element) {
  for (const host of hosts(element)) {
    const nearest = host.closest('[*|lang],[xml\\:lang]');
    if (nearest) {
      // Of a form, a field may be called `getAttribute`.
      const attribute = (name) => Element.prototype.getAttribute.call(nearest, name);
      const tag = attribute('lang') ?? attribute('xml:lang') ?? '';
      // As `Language::from_tag` in src/texts.rs reads it.
      return /^(en|de|es)([-_]|$)/i.exec(tag)?.[1].toLowerCase() ?? 'fr';
    }
  }
  return 'fr';
}

/**
 * The scheme that is asked for: by the element, else by the page, as the DSFR says it.
 * @param {Element} element @returns {string} `light`, `dark`, or nothing: the visitor's own
 */
export function scheme(element) {
  const page = documentProperty('documentElement', element.ownerDocument);
  const asked = [element.getAttribute('scheme'), page.getAttribute('data-fr-theme'), page.getAttribute('data-fr-scheme')];
  return asked.find((name) => /^(light|dark)$/.test(name)) ?? '';
}

/** Observes what may say language and scheme around an element. @param {Element} element @param {MutationObserver} observer */
export function observePage(element, observer) {
  for (const host of hosts(element)) observer.observe(host.getRootNode(), { subtree: true, attributeFilter: OBSERVED });
}

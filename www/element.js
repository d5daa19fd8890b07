// The custom elements' class: it tells a handle, in JavaScript or in Rust, that its element has
// come, changed or gone.

import { language, observePage, scheme } from './page.js';

/**
 * What shows an element and hears of its events, as long as it stands in the page: `Button`
 * (www/button.js) or `ElementHandle` (src/element/handle.rs).
 * @typedef {object} Handle
 * @property {(language: string, scheme: string) => void} update makes the view what it should be
 * @property {() => unknown} disconnect ends it; gives what the same element's next handle begins with
 */

/** What the elements follow: the attributes of all four (www/interface.mjs tells of each). */
const ATTRIBUTES = [
  'api', 'authorize-url', 'caption', 'claims', 'client-id', 'disabled', 'environment', 'hash', 'heading-level', 'href',
  'idp-hint', 'level', 'prompt', 'redirect-uri', 'remember', 'scheme', 'scope', 'who',
];

/** Every element that stands in the page, inside other shadow roots too. @type {Set<any>} */
export const connected = new Set();

/** Brings all up to date: something around them says something else. */
export const updateAll = () => connected.forEach((element) => element.scheduleUpdate());

/** Observes the page around the elements. @type {MutationObserver | undefined} */
let observer;

/**
 * Defines an element, once.
 * @param {string} name
 * @param {(host: HTMLElement, kept: unknown) => Handle | undefined} connect makes its handle, if that
 *   is possible by now; `kept` is from the one before
 */
export function defineElement(name, connect) {
  if (customElements.get(name)) return;
  if (!observer) {
    observer = new MutationObserver(updateAll);
    // What stands inside an element may not have been parsed when it came.
    addEventListener('DOMContentLoaded', updateAll);
  }
  customElements.define(
    name,
    class extends HTMLElement {
      static observedAttributes = ATTRIBUTES;

      #scheduled = false;
      /** @type {Handle | undefined} */
      #handle;
      /** @type {unknown} */
      #kept;

      connectedCallback() {
        connected.add(this);
        observePage(this, observer);
        this.scheduleUpdate();
      }

      disconnectedCallback() {
        connected.delete(this);
        this.scheduleUpdate();
      }

      attributeChangedCallback() {
        this.scheduleUpdate();
      }

      /** Updates the element once the running script has ended: a burst of changes counts once. */
      scheduleUpdate() {
        if (this.#scheduled) return;
        this.#scheduled = true;
        // A microtask each, so that one element's trouble does not keep the others from being painted.
        queueMicrotask(() => {
          this.#scheduled = false;
          this.update();
        });
      }

      /** Updates the element now. One that was only moved keeps its handle. */
      update() {
        if (this.isConnected) {
          this.#handle ??= connect(this, this.#kept);
          this.#handle?.update(language(this), scheme(this));
        } else if (this.#handle) {
          this.#kept = this.#handle.disconnect();
          this.#handle = undefined;
        }
      }
    },
  );
}

/**
 * The element's shadow root with this style sheet. A prerendered one is taken over.
 * @param {Element} host @param {CSSStyleSheet} styleSheet
 */
export function openShadow(host, styleSheet) {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // It brings its own.
  root.querySelector('style')?.remove();
  root.adoptedStyleSheets = [styleSheet];
  return root;
}

/** A style sheet of this text. @param {string} text */
export function makeStyleSheet(text) {
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(text);
  return styleSheet;
}

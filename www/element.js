// The custom elements' class: it tells a handle, in JavaScript or in Rust, that its element has
// come, changed or gone.

import { createElement, documentProperty } from './document.js';
import { language, observePage, scheme } from './page.js';
import { reflectAttributes } from './properties.js';

/**
 * What shows an element and hears of its events, as long as it stands in the page: `Button`
 * (www/button.js) or `ElementHandle` (src/element/handle.rs).
 * @typedef {object} Handle
 * @property {(language: string, scheme: string) => void} update makes the view what it should be
 * @property {() => unknown} disconnect ends it; gives what the same element's next handle begins with
 */

/**
 * Makes an element's handle, if that is possible by now; `kept` is from the one before.
 * @typedef {(host: HTMLElement, kept: unknown) => Handle | undefined} Connect
 */

/** Every element that stands in the page, inside other shadow roots too. @type {Set<any>} */
export const connected = new Set();

/** Brings all up to date: something around them says something else. */
export const updateAll = () => connected.forEach((element) => element.scheduleUpdate());

/** Observes the page around the elements. @type {MutationObserver | undefined} */
let observer;

/**
 * Defines an element, once.
 * @param {string} name
 * @param {import('./properties.js').Attributes} attributes
 * @param {Connect} connect
 * @param {typeof HTMLElement} [Base] what else the element offers
 */
export function defineElement(name, attributes, connect, Base = HTMLElement) {
  if (customElements.get(name)) return;
  observer ??= new MutationObserver(updateAll);
  // What stands inside an element may not have been parsed when it came. Added again, it is the same.
  addEventListener('DOMContentLoaded', updateAll);
  customElements.define(
    name,
    class extends Base {
      static {
        reflectAttributes(this.prototype, attributes);
      }

      #scheduled = false;
      /** Whether it has come into another document. */
      #isAdopted = false;
      /** Whether it has told of a failure. */
      #failed = false;
      /** They know a shadow root that markup has closed, too. */
      #internals = this.attachInternals();
      /** @type {Handle | undefined} */
      #handle;
      /** @type {unknown} */
      #kept;
      /** Attributes change; the page's own link or form inside comes, changes and goes. */
      #observer = new MutationObserver(() => this.scheduleUpdate());

      connectedCallback() {
        // What was set before the element was defined is its own, and hides the property.
        for (const [name, value] of Object.entries(this)) {
          if (!(name in attributes)) continue;
          delete this[name];
          this[name] = value;
        }
        connected.add(this);
        observePage(this, observer);
        this.#observer.observe(this, { attributes: true, childList: true, subtree: true });
        this.scheduleUpdate();
      }

      disconnectedCallback() {
        connected.delete(this);
        this.#observer.disconnect();
        this.scheduleUpdate();
      }

      /** In another document it begins anew: the first one's style sheet has stayed there. */
      adoptedCallback() {
        this.#isAdopted = true;
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

      /** Updates the element now. One that was only moved, within its document, keeps its handle. */
      update() {
        try {
          // A document that is nowhere shown, as a parser's, has no window: nothing is shown there.
          const isShown = this.isConnected && this.ownerDocument.defaultView;
          if (this.#handle && (this.#isAdopted || !isShown)) {
            this.#kept = this.#handle.disconnect();
            this.#handle = undefined;
          }
          this.#isAdopted = false;
          if (isShown) {
            this.#handle ??= connect(this, this.#kept);
            this.#handle?.update(language(this), scheme(this));
          }
        } catch (error) {
          this.fallBack(error);
        }
      }

      /**
       * Shows what stands inside, and tells why: the page may have replaced the browser's own functions.
       * Told once an element: a listener may have it fail again. src/element/surface.rs calls it too.
       * @param {unknown} error
       */
      fallBack(error) {
        this.#internals.shadowRoot?.replaceChildren(createElement('slot'));
        if (this.#failed) return;
        this.#failed = true;
        this.dispatch('franceconnect-error', { kind: 'internal', message: String(error) });
        console.error(error);
      }

      /**
       * Dispatches an event: bubbling, composed and cancelable, its detail frozen. False if a listener has
       * cancelled it. src/dom/event.rs calls it too.
       * @param {string} name @param {object} detail
       */
      dispatch(name, detail) {
        return this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, cancelable: true, detail: Object.freeze(detail) }));
      }
    },
  );
}

/**
 * The element's shadow root with its style. A prerendered one is taken over.
 * @param {Element} host @param {Style} style
 */
export function openShadow(host, style) {
  // Made first: where it cannot be made, no shadow may hide what stands inside.
  const slot = createElement('slot');
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  // A prerendered one brings its own.
  root.querySelector('style')?.remove();
  root.adoptedStyleSheets = [style(host.ownerDocument)];
  if (!root.firstChild) root.append(slot);
  return root;
}

/** @typedef {(owner: Document) => CSSStyleSheet} Style a style, as a sheet that this document takes */

/**
 * A style of this text. No document takes another one's sheet: each has one, which its elements share.
 * @param {string} text @returns {Style}
 */
export function makeStyle(text) {
  /** @type {WeakMap<Document, CSSStyleSheet>} */
  const sheets = new WeakMap();
  return (owner) => {
    if (!sheets.has(owner)) {
      const sheet = new (documentProperty('defaultView', owner).CSSStyleSheet)();
      sheet.replaceSync(text);
      sheets.set(owner, sheet);
    }
    return sheets.get(owner);
  };
}

// The button: what it follows, when it is pressed, what shows it. It needs the module only to make a
// request itself, or to say what is wrong with an attribute.

import { openShadow } from './element.js';
import { patch, render } from './render.js';

/** Whether the attributes that take one of a few values have one of them. @param {Element} host */
const isKnown = (host) =>
  [null, '', 'eidas1', 'eidas2', 'eidas3'].includes(host.getAttribute('level')) &&
  [null, '', 'light', 'dark'].includes(host.getAttribute('scheme'));

/**
 * Where a button leads: to its own link, through its own form, to `href`, or to a request that it
 * makes itself; the first that is there.
 * @param {Element} host
 */
function destination(host) {
  const link = host.querySelector('a[href]');
  const form = link ? null : host.querySelector('form');
  const href = form ? null : (link ?? host).getAttribute('href');
  return {
    form,
    href,
    target: link?.getAttribute('target'),
    request: !form && href === null && Boolean(host.getAttribute('client-id')),
    // What the page is told of it. The page's own link and form have no address to tell.
    detail: link || form ? {} : { url: href },
  };
}

/** Whether an address leads to the web, and is one. @param {string} href */
function leadsToWeb(href) {
  // A path needs no parser, whose first use takes the browser a while.
  if (/^(?!\/\/)[\w./?#&=%-]*$/.test(href)) return true;
  try {
    return /^https?:$/.test(new URL(href, 'https://a/').protocol);
  } catch {
    return false;
  }
}

export class Button {
  #host;
  #root;
  #template;
  #lazyModule;
  #observer;
  /** What stands in the shadow root. @type {Element | null} */
  #shown;
  /** The module's part, once it is needed. @type {any} */
  #element;
  /** What it speaks. */
  #language = 'fr';
  /** It was pressed before the module was there. */
  #pressed = false;

  /**
   * @param {any} host @param {CSSStyleSheet} styleSheet @param {import('./render.js').Template} template
   * @param {import('./lazy-module.js').LazyModule} lazyModule
   */
  constructor(host, styleSheet, template, lazyModule) {
    this.#host = host;
    this.#root = openShadow(host, styleSheet);
    this.#template = template;
    this.#lazyModule = lazyModule;
    this.#shown = this.#root.firstElementChild;
    this.#root.addEventListener('click', this);
    // The page's own link or form may come, change and go.
    this.#observer = new MutationObserver(() => host.scheduleUpdate());
    this.#observer.observe(host, { childList: true, subtree: true, attributeFilter: ['href', 'target'] });
  }

  disconnect() {
    this.#observer.disconnect();
    this.#root.removeEventListener('click', this);
    this.#element?.free();
  }

  /** @param {string} language @param {string} scheme */
  update(language, scheme) {
    this.#language = language;
    const host = this.#host;
    const { href, target, request, form } = destination(host);
    const caption = host.hasAttribute('caption');
    const disabled = host.hasAttribute('disabled');
    const plus = ['eidas2', 'eidas3'].includes(host.getAttribute('level'));
    const leads = Boolean(form) || (href !== null && leadsToWeb(href));
    const usable = this.#check(leads, href, request);
    const failure = this.#element?.failure(language);
    const link = href !== null;
    const state = { language, scheme: scheme || null, caption, disabled, plus, link, href, target, failure };
    this.#show(usable ? render(this.#template, state) : document.createElement('slot'));
    // Void once the button has become another.
    this.#pressed &&= usable && request && !disabled;
    if (this.#pressed && this.#element) {
      this.#pressed = false;
      this.#signIn();
    }
  }

  /**
   * Whether the button can be shown. A mistake is told by the module.
   * @param {boolean} leads it leads to the web, or through a form
   * @param {string | null} href @param {boolean} request
   */
  #check(leads, href, request) {
    if (this.#lazyModule.error) return false;
    const usable = leads || request;
    // What stands inside may not be parsed yet.
    if (!usable && document.readyState === 'loading') return false;
    if (!leads || !isKnown(this.#host) || this.#element) {
      const { module } = this.#lazyModule;
      if (module) {
        this.#element ??= module.connectButton(this.#host);
        return this.#element.check(leads, href);
      }
      this.#lazyModule.request();
    }
    return usable;
  }

  /** @param {Element} view */
  #show(view) {
    if (this.#shown?.nodeName === view.nodeName) return patch(this.#shown, view);
    if (this.#shown) this.#shown.replaceWith(view);
    else this.#root.append(view);
    this.#shown = view;
  }

  /** A click. @param {any} event */
  handleEvent(event) {
    // A disabled link does nothing, nor what it stands in: a label, a summary, another link.
    if (event.target.closest('[aria-disabled]')) event.preventDefault();
    if (!event.target.closest('[data-do=start]')) return;
    const { detail, form, request } = destination(this.#host);
    if (request) return this.#signIn();
    const start = new CustomEvent('franceconnect-start', { bubbles: true, composed: true, cancelable: true, detail });
    if (!this.#host.dispatchEvent(start)) event.preventDefault();
    // As if the form's own button had been pressed: validation and its events included.
    else form?.requestSubmit();
  }

  #signIn() {
    if (!this.#element) {
      this.#pressed = true;
      return;
    }
    this.#element.signIn(this.#language);
    // The browser may have kept nothing, which it then says.
    this.#host.scheduleUpdate();
  }
}

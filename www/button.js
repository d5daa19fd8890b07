// The button: what it follows, when it is pressed, what shows it. It needs the module only to make a
// request itself, or to say what is wrong with an attribute.

import { createElement, documentProperty } from './document.js';
import { openShadow } from './element.js';
import { render } from './render.js';

/**
 * Whether the attributes that take one of a few values have one of them.
 * @param {{level: string, scheme: string}} attributes
 */
export const isKnown = ({ level, scheme }) => /^(eidas[123])?$/.test(level) && /^(light|dark)?$/.test(scheme);

/**
 * Where a button leads: to its own link, through its own form, to `href`, or to a request that it
 * makes itself; the first that is there.
 * @param {any} host
 */
function destination(host) {
  const link = host.querySelector('a[href]');
  const form = link ? null : host.querySelector('form');
  const href = form ? null : (link ?? host).getAttribute('href');
  return {
    form,
    link,
    href,
    request: !form && href === null && Boolean(host.clientId),
    // What the page is told of it. The page's own link and form have no address to tell.
    detail: link || form ? {} : { url: href },
  };
}

/** Whether an address leads to the web, and is one. @param {string} href */
function leadsToWeb(href) {
  try {
    return /^https?:$/.test(new URL(href, 'https://a/').protocol);
  } catch {
    return false;
  }
}

/** What stands there where no button can: what stands inside. */
const FALLBACK = { __proto__: null, tag: 'slot' };

export class Button {
  #host;
  #root;
  #template;
  #lazyModule;
  /** What is wrong with its attributes, as the module has told it. @type {string | undefined} */
  #mistake;
  /** What keeps it from working, as the visitor is told. */
  #failure = '';
  /** What it speaks. @type {string} */
  #language;
  /** It was pressed before the module was there. */
  #pressed = false;

  /**
   * @param {any} host @param {import('./element.js').Style} style @param {import('./render.js').Template} template
   * @param {import('./lazy-module.js').LazyModule} lazyModule
   */
  constructor(host, style, template, lazyModule) {
    this.#host = host;
    this.#root = openShadow(host, style);
    this.#template = template;
    this.#lazyModule = lazyModule;
    this.#root.addEventListener('click', this);
  }

  disconnect() {
    this.#root.removeEventListener('click', this);
  }

  /** @param {string} language @param {string} scheme */
  update(language, scheme) {
    this.#language = language;
    const { caption, disabled, level } = this.#host;
    const { href, link, request, form } = destination(this.#host);
    const plus = /^eidas[23]$/.test(level);
    const leads = Boolean(form) || (href !== null && leadsToWeb(href));
    const usable = this.#check(leads, href, request);
    /** @type {any} */
    const state = { __proto__: null, language, scheme, caption, disabled, plus, link: href !== null, href, failure: this.#failure };
    // How the page's own link is followed (`target`, `rel`, `download`…) is how ours is. It says nothing else.
    for (const { name, value } of link?.attributes ?? []) state[name] ??= value;
    this.#show(usable ? this.#template : FALLBACK, state);
    // Void once the button has become another.
    this.#pressed &&= usable && request && !disabled;
    if (this.#pressed) this.#signIn();
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
    const loading = documentProperty('readyState') === 'loading';
    if (loading && !usable) return false;
    if (leads && isKnown(this.#host)) {
      this.#mistake = undefined;
      return true;
    }
    this.#lazyModule.request();
    const { module } = this.#lazyModule;
    if (!module || loading) return usable;
    this.#mistake = module.checkButton(this.#host, leads, href, this.#mistake);
    return !this.#mistake;
  }

  /** @param {import('./render.js').Template} template @param {Record<string, any>} state */
  #show(template, state) {
    // Beside it may stand what a browser's extension has put there.
    const shown = this.#root.querySelector('div[lang],slot');
    if (shown?.localName === template.tag) return render(shown, template, state);
    shown?.remove();
    this.#root.append(render(createElement(template.tag), template, state));
  }

  /** A click. @param {any} event */
  handleEvent(event) {
    // Not what the page has put inside, nor what it stands in.
    const pressed = this.#root.contains(event.target) && event.target.closest('.button');
    if (!pressed) return;
    // A disabled link does nothing, nor what it stands in: a label, a summary, another link.
    if (pressed.matches(':disabled,[aria-disabled]')) return event.preventDefault();
    const { detail, form, link, request } = destination(this.#host);
    if (request) return this.#signIn();
    if (!this.#host.dispatch('franceconnect-start', detail)) return event.preventDefault();
    // In a new tab or window, or to the disk: our own link does that.
    // A link of SVG's cannot be clicked.
    if (link ? event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !link.click : !form) return;
    // The page's own link or form acts, with all that listens to it.
    event.preventDefault();
    event.stopPropagation();
    const pageElement = link ?? this.#host.querySelector('form [type=submit],form [type=image],form button:not([type])');
    if (pageElement) pageElement.click();
    else HTMLFormElement.prototype.requestSubmit.call(form);
  }

  #signIn() {
    const { module } = this.#lazyModule;
    this.#pressed = !module;
    if (!module) return;
    this.#failure = module.signIn(this.#host, this.#language);
    this.#host.scheduleUpdate();
  }
}

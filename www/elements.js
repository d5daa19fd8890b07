// The custom elements: when they come, change and go; what all of them share; the button. The
// explainer, the sheet and the sign-in add themselves (explainer.js, signin.js), and are defined
// once the module is there (attach.js): before that they have nothing to show.
//
// What the elements show are records, made when the widget was built, or given by the module
// (src/page.rs), with blanks that are filled here by facts: attributes, the light DOM, the page.

import { build } from './paint.js';

/** Every element that stands in the page, inside other shadow roots too. @type {Set<any>} */
export const live = new Set();

/** Brings an element up to date at the end of the task: a burst of changes counts once. */
export const schedule = (/** @type {any} */ host) => {
  // A microtask each, so one element's trouble does not keep the others from being painted.
  if (!host.own.due) queueMicrotask(() => host.refresh());
  host.own.due = true;
};

/**
 * What the elements are made with: style sheets; `nodes`, `returned`, the records of the button and
 * of the return page, and what that says, `sentences`. `put` has what was built stand in a shadow
 * root, as a whole if anything differs; more.js keeps what fits (find.js). `early` watches the page
 * until more.js does. `gaveUp`: nothing will come any more, the light DOM shows.
 * @type {{styles: Record<string, CSSStyleSheet>, nodes?: string, returned?: string, sentences?: string, put(root: ShadowRoot, view: Element): void, early?: MutationObserver, gaveUp?: boolean}}
 */
export const made = {
  styles: {},
  put(root, view) {
    const old = /** @type {any} */ (root.firstChild);
    // Another scheme makes no other button: it keeps its focus, and the press that has begun.
    if (old) old.className = view.className;
    if (!old?.isEqualNode(view)) root.replaceChildren(view);
  },
};

/** Brings a style sheet. @param {string} name @param {string} text */
export const dress = (name, text) => (made.styles[name] = new CSSStyleSheet()).replaceSync(text);

/** Brings all up to date that stand there: something around them, or inside, says something else. */
export const scheduleAll = () => live.forEach(schedule);

/**
 * The button, which needs no more to be painted.
 * @param {string} style @param {string} nodes its records
 */
export function equip(style, nodes) {
  dress('button', style);
  made.nodes = nodes;
  made.early = new MutationObserver(scheduleAll);
  define('button');
}

/** Defines an element, once. @param {string} kind */
export function define(kind) {
  const name = 'franceconnect-' + kind;
  if (customElements.get(name)) return;
  customElements.define(
    name,
    class extends HTMLElement {
      /** What each part of the page's side keeps of this element. @type {Record<string, any>} */
      own = {};

      connectedCallback() {
        live.add(this);
        schedule(this);
      }

      disconnectedCallback() {
        live.delete(this);
      }

      refresh() {
        const { own } = this;
        own.due = false;
        // Gone meanwhile; or nothing of ours to take away.
        if (!this.isConnected || (made.gaveUp && !own.heard)) return;
        const { shadowRoot } = this;
        const root = shadowRoot ?? this.attachShadow({ mode: 'open' });
        if (!own.heard) {
          own.heard = true;
          root.adoptedStyleSheets = [made.styles[kind] ?? made.styles.page];
          // A prerendered element brings its own.
          shadowRoot?.querySelector('style')?.remove();
          root.addEventListener('click', this);
          // Attributes, what stands inside, the language and scheme of what is above: whatever happens in
          // the page, until more.js follows each of them (attach.js).
          for (const tree of [document, this.getRootNode()]) {
            made.early?.observe(tree, { subtree: true, childList: true, attributes: true });
          }
        }
        let view;
        let problem;
        try {
          if (made.gaveUp) throw [];
          acts.examine?.(this);
          view = views[kind](this);
        } catch (thrown) {
          if (!thrown.pop) throw thrown;
          problem = thrown;
          view = ['<slot\0&class\0>', {}];
        }
        const [nodes, facts, then] = view;
        const page = document.documentElement;
        facts.class = [this.getAttribute('scheme'), page.getAttribute('data-fr-theme'), page.getAttribute('data-fr-scheme')]
          .find((said) => said === 'light' || said === 'dark') ?? '';
        made.put(root, build(nodes, facts, language(this)));
        acts.refuse?.(this, problem);
        then?.();
      }

      handleEvent(event) {
        const doer = event.target.closest('[data-do]');
        if (doer) acts[doer.dataset.do]?.(this, event, doer);
      }
    },
  );
}

/** Elements whose sign-in waits for the module. @type {Set<Element>} */
export const pressed = new Set();

/**
 * What each element shows: its records, the facts that fill them, what to do once they are
 * painted. Throws [attribute, value, what is accepted] for an attribute that cannot be used.
 * @type {Record<string, (host: any) => [string, Record<string, any>, (() => void)?]>}
 */
export const views = {
  button(host) {
    const [link, form] = light(host);
    const href = link || !form ? (link ?? host).getAttribute('href') : null;
    // With a protocol, only the web's. A browser's first `new URL` takes a while.
    if (href?.includes(':') && !/^\s*(https?:|[^:]*[/?#])/i.test(href)) throw ['href', href];
    if (href === null && !form) {
      if (!host.getAttribute('client-id')) throw ['href', ''];
      acts.assess?.(host);
    }
    const has = (/** @type {string} */ name) => host.hasAttribute(name);
    return [
      made.nodes,
      {
        plus: '23'.includes(host.getAttribute('level')?.at(-1)),
        link: href !== null,
        href,
        target: link?.getAttribute('target'),
        caption: has('caption'),
        disabled: has('disabled'),
      },
    ];
  },
};

/**
 * What clicks do, by the `data-do` of what they happened to, and changes, by its `data-change`; what
 * the button asks for that only more.js has.
 * @type {Record<string, (host: any, event?: any, doer?: any) => void>}
 */
export const acts = {
  start(host, event, doer) {
    const [link, form] = light(host);
    const href = doer.getAttribute('href');
    if (href === null && !form) acts.signIn(host);
    // The light DOM's link and form have no address of their own to tell.
    else if (!fire(host, 'start', link || form ? {} : { url: href })) event.preventDefault();
    // As if the form's own button had been pressed: validation and its events included.
    else if (!link && form) form.requestSubmit();
  },
  /** A sign-in that waits for the module. @param {Element} host */
  signIn: (host) => pressed.add(host),
};

/** The light DOM's link and form, which come first. @param {Element} host */
const light = (host) => ['a[href]', 'form'].map((selector) => host.querySelector(selector));

/** The languages of the interface, in the order in which views say them. */
const LANGUAGES = ['fr', 'en', 'de', 'es'];

/**
 * The place in LANGUAGES of the nearest `lang`, through the shadow roots around; none (which `say`
 * takes for French) if the widget does not speak it. @param {Element} host
 */
export function language(host) {
  for (let at = host; at; at = at.getRootNode().host) {
    const said = at.closest('[lang]');
    if (said) return LANGUAGES.indexOf(said.lang.toLowerCase().split('-')[0]);
  }
}

/**
 * Dispatches `franceconnect-<name>`. @returns {boolean} false if it was cancelled
 * @param {Element} host @param {string} name @param {any} detail
 */
export const fire = (host, name, detail) =>
  host.dispatchEvent(
    new CustomEvent('franceconnect-' + name, { bubbles: true, composed: true, cancelable: true, detail }),
  );

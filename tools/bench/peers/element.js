/* global customElements, document, CSSStyleSheet, HTMLElement, STYLE */
// The same button as an element written by hand in JavaScript: what a careful developer writes in
// an hour, with nothing but the look and the link. `STYLE` is button.css, put in by esbuild.

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);

/** @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function node(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}

customElements.define('hand-button', class extends HTMLElement {
  static observedAttributes = ['href'];

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(
      node('a', { class: 'fc', href: this.getAttribute('href') ?? '' },
        node('span', {}, 'S’identifier avec'), ' ', node('b', {}, 'FranceConnect')),
      node('p', { class: 'fc-help' },
        node('a', {
          href: 'https://franceconnect.gouv.fr/', target: '_blank', rel: 'noopener',
          title: 'Qu’est-ce que FranceConnect\u202f? - nouvelle fenêtre',
        }, 'Qu’est-ce que FranceConnect\u202f?')),
    );
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.connectedCallback();
  }
});

// A tree as code: HTML as README's recipes have it, React, Vue.

/** The most attributes that stand on one line with their tag. */
const MOST_ON_A_LINE = 3;
const VOID = ['input'];
const ON_ONE_LINE = ['a', 'button', 'p'];

/** @typedef {import('./tree.js').Branch} Branch */
/** @typedef {{bound: (name: string, value: string) => string, closeVoid: string}} Syntax how a bound attribute and an element without content are written */

/** A value between double quotes, which HTML, JSX and Vue read alike. */
const quoted = (/** @type {string} */ value) => `"${escaped(value).replaceAll('"', '&quot;')}"`;
const escaped = (/** @type {string} */ text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** @param {Branch} branch @param {Syntax} syntax @param {string} indent @returns {string} */
function write({ name, attributes, children }, syntax, indent) {
  const pairs = attributes.map(([key, value]) => {
    if (value === true) return key;
    return typeof value === 'string' ? `${key}=${quoted(value)}` : syntax.bound(key, value.bind);
  });
  const isLong = pairs.length > MOST_ON_A_LINE;
  const tag = isLong ? [`<${name}`, ...pairs.map((pair) => `${indent}  ${pair}`)].join('\n') : [`<${name}`, ...pairs].join(' ');
  if (VOID.includes(name)) return `${indent}${tag}${syntax.closeVoid}`;
  if (children.length === 0) return `${indent}${tag}></${name}>`;
  if (ON_ONE_LINE.includes(name)) {
    const inside = children.map((child) => (typeof child === 'string' ? escaped(child) : write(child, syntax, '')));
    return `${indent}${tag}>${inside.join('')}</${name}>`;
  }
  const inside = children.map((child) => (typeof child === 'string' ? `${indent}  ${escaped(child)}` : write(child, syntax, `${indent}  `)));
  return [`${indent}${tag}>`, ...inside, `${indent}</${name}>`].join('\n');
}

const HTML = { bound: (/** @type {string} */ key) => `${key}="LE_JETON_CSRF_DE_LA_SESSION"`, closeVoid: '>' };
const JSX = { bound: (/** @type {string} */ key, /** @type {string} */ value) => `${key}={${value}}`, closeVoid: ' />' };
const VUE = { bound: (/** @type {string} */ key, /** @type {string} */ value) => `:${key}="${value}"`, closeVoid: ' />' };

/** The element alone, as HTML. @param {Branch} tree */
export const elementHtml = (tree) => write(tree, HTML, '');

/** Whether something in it is the application’s to give: the token. @param {Branch} tree @returns {boolean} */
const hasToken = ({ attributes, children }) =>
  attributes.some(([, value]) => typeof value === 'object') || children.some((child) => typeof child === 'object' && hasToken(child));

/** The code of a page or component, by form. @type {Record<string, (tree: Branch) => string>} */
export const CODE = {
  html: (tree) => `<script async src="/franceconnect/franceconnect.js"></script>\n\n${elementHtml(tree)}`,
  react: (tree) => `import 'franceconnect-widget';

export function Connexion(${hasToken(tree) ? '{ csrf }' : ''}) {
  return (
${write(tree, JSX, '    ')}
  );
}`,
  vue: (tree) => `<script setup>
import 'franceconnect-widget';
${hasToken(tree) ? "\ndefineProps(['csrf']);\n" : ''}</script>

<template>
${write(tree, VUE, '  ')}
</template>`,
};

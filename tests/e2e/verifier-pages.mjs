/** A partner's site with nothing to mend, from dist/, for the tests that change one thing of it. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, contentType } from '../../tools/serve.mjs';
import { CHECKER } from '../../tools/verifier.mjs';
import { policyFor } from './policy.mjs';
import { shadow, until } from './harness/page.mjs';

const read = (name) => readFileSync(path.join(ROOT, 'dist', name));
export const NAMES = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm', 'franceconnect.single.js', 'franceconnect.mjs'];

/** A file as a server should send it. @param {string} name @param {Buffer} [bytes] other than it has */
export const file = (name, bytes = read(name)) => ({
  headers: { 'Content-Type': contentType(name), 'Content-Encoding': 'gzip', 'Cache-Control': 'max-age=60', ETag: '"1"' },
  body: gzipSync(bytes),
});

export const bytesOf = read;
export const CHECK = '<script src="/franceconnect/franceconnect.check.js"></script>';

/** A sign-in page; what differs is named. */
export function signIn({
  html = 'lang="fr"',
  title = 'Se connecter - Mairie d’Essai',
  head = '',
  tag = '<script async src="/franceconnect/franceconnect.js"></script>',
  heading = '<h1>Se connecter à Mairie d’Essai</h1>',
  button = '<franceconnect-button caption><a href="/connexion">S’identifier avec FranceConnect</a></franceconnect-button>',
  or = '<p>ou</p>',
  other = '<p><a href="/mot-de-passe">Se connecter avec un mot de passe</a></p>',
  after = '',
  check = CHECK,
} = {}) {
  return `<!doctype html><html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title><link rel="icon" href="data:,">${head}${tag}</head>
<body><main>${heading}${button}${or}${other}${after}</main>${check}</body></html>`;
}

/** The site's options. @param {Record<string, any>} [pages] beside the right one, at `/` @param {Record<string, string>} [headers] */
export const site = (pages = {}, headers = {}) => ({
  headers: { 'Content-Security-Policy': policyFor(), ...headers },
  pages: { '/': signIn(), ...Object.fromEntries([...NAMES, CHECKER].map((name) => [`/franceconnect/${name}`, file(name)])), ...pages },
});

/** The report once it is there: each finding that is not kept, or all; by rule and outcome. */
export async function findings(driver, all = false) {
  await until(() => driver.executeScript('return Boolean(Document.prototype.querySelector.call(document, "franceconnect-check")?.shadowRoot.querySelector("dialog[open]"))'), 'the report');
  return driver.executeScript(`
    const root = Document.prototype.querySelector.call(document, 'franceconnect-check').shadowRoot;
    return [...root.querySelectorAll(arguments[0] ? '[data-rule]' : 'section:not(.kept) [data-rule]')].map(({ dataset }) => dataset.rule + ' ' + dataset.outcome);`, all);
}

/** The report's shadow root. */
export const reportRoot = (driver) => shadow(driver, 'franceconnect-check');

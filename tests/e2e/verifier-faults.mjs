/** One fault a page, and what franceconnect.check.js finds of it: no more and no less. */
import { policyFor } from './policy.mjs';
import { bytesOf, file } from './verifier-pages.mjs';

const POLICY = policyFor();
const BUTTON = '<franceconnect-button caption><a href="/connexion">S’identifier avec FranceConnect</a></franceconnect-button>';
const SENTENCE = '<p>FranceConnect est la solution proposée par l\'État pour sécuriser et simplifier la <strong>connexion</strong> à vos services en ligne.</p>';
const FORM = '<franceconnect-button caption><form method="post" action="/connexion"><button>S’identifier avec FranceConnect</button></form></franceconnect-button>';
const EXPLAINER = '<franceconnect-eligibility></franceconnect-eligibility>';
const PASSWORD = '<form action="/entrer" method="post"><label>Identifiant <input name="login"></label><label>Mot de passe <input type="password" name="password"></label><button>Entrer</button></form>';

/** In the button's shadow root, once it is there, as no page should. */
const insideButton = (code) => `customElements.whenDefined('franceconnect-button').then(() => setTimeout(() => {
  const root = document.querySelector('franceconnect-button').shadowRoot; ${code} }));`;
const repainted = (css) => insideButton(`const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(css)}); root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];`);

const changed = (name) => file(name, Buffer.concat([bytesOf(name), Buffer.from('\n')]));
const sent = (name, headers) => ({ ...file(name), headers: { ...file(name).headers, ...headers } });
export const WASM = 'franceconnect.wasm';

/**
 * What differs from the right page, and what is found then, no more and no less.
 * `page`: `signIn`'s; `files`: other replies; `policy`: another one; `css`, `js`: of the page's own.
 * @type {Record<string, {page?: object, files?: object, policy?: string, css?: string, js?: string, found: string[]}>}
 */
export const FAULTS = {
  'no fault': { found: [] },
  'no fault, a form and a password': { page: { button: FORM, other: PASSWORD }, found: [] },
  'no fault, the sentence by the page’s own': { page: { button: SENTENCE + BUTTON.replace(' caption', '') }, found: [] },
  'no fault, one file': { page: { tag: '<script async src="FOLDER/franceconnect.single.js"></script>' }, found: [] },
  'no fault, the ES module': { page: { tag: '<script type="module" src="FOLDER/franceconnect.mjs"></script>' }, found: [] },
  'no fault, a larger button': { css: 'main { transform: scale(1.2); transform-origin: 0 0 }', found: [] },
  'no fault, FranceConnect+': { page: { button: BUTTON.replace(' caption', ' caption level="eidas2"') }, found: [] },
  'no fault, in English': { page: { html: 'lang="en"', or: '<p>or</p>', other: '<p><a href="/in">Sign in with a password</a></p>' }, found: [] },
  'no fault, a page of a network at the bottom': { page: { after: '<p><a href="https://www.facebook.com/mairie">Notre page Facebook</a></p>' }, found: [] },
  'the loader is missing': { files: { 'franceconnect.js': { status: 404 } }, found: ['answer missing'] },
  'franceconnect.more.js is missing': { files: { 'franceconnect.more.js': { status: 404 } }, found: ['answer missing'] },
  'a page in the module’s place': { files: { [WASM]: { headers: { 'Content-Type': 'text/html' }, body: '<!doctype html>' } }, found: ['answer page'] },
  'the module is sent as bytes': { files: { [WASM]: sent(WASM, { 'Content-Type': 'application/octet-stream' }) }, found: ['content-type wrong'] },
  'the module is of another build': { files: { [WASM]: changed(WASM) }, found: ['same-build other'] },
  'the same, with the explainer': { page: { after: EXPLAINER }, files: { [WASM]: changed(WASM) }, found: ['same-build other'] },
  'franceconnect.more.js is of another build': { files: { 'franceconnect.more.js': changed('franceconnect.more.js') }, found: ['same-build other'] },
  'the loader was changed': { files: { 'franceconnect.js': changed('franceconnect.js') }, found: ['version changed'] },
  'another integrity': { page: { tag: '<script async src="FOLDER/franceconnect.js" integrity="sha384-AAAA" crossorigin></script>' }, found: ['integrity wrong'] },
  'not compressed': { files: { [WASM]: { headers: { 'Cache-Control': 'max-age=60' } } }, found: ['compression plain'] },
  'never kept': { files: { [WASM]: sent(WASM, { 'Cache-Control': 'no-store' }) }, found: ['cache none'] },
  'two tags': { page: { head: '<script async src="FOLDER/franceconnect.single.js"></script>' }, found: ['tag several'] },
  'no tag': { page: { tag: '' }, found: ['tag none'] },
  'no policy': { policy: '', found: ['policy none'] },
  'WebAssembly refused': { page: { after: EXPLAINER }, policy: POLICY.replace(" 'wasm-unsafe-eval'", ''), found: ['wasm-unsafe-eval refused'] },
  'WebAssembly refused where nothing needs it': { policy: POLICY.replace(" 'wasm-unsafe-eval'", ''), found: ['wasm-unsafe-eval later'] },
  'the module refused': { page: { after: EXPLAINER }, policy: POLICY.replace("connect-src 'self'; ", ''), found: ['connect-src refused', 'answer unreadable'] },
  'our Trusted Types refused': { page: { after: EXPLAINER }, policy: POLICY.replace('trusted-types franceconnect', "trusted-types 'none'"), found: ['trusted-types refused'] },
  'the redirect refused': { page: { button: FORM }, policy: POLICY.replace(/form-action [^;]+/, "form-action 'self'"), found: ['form-action refused'] },
  'forms lead anywhere': { policy: POLICY.replace(/form-action [^;]+; /, ''), found: ['form-action open'] },
  'frames allowed': { policy: POLICY.replace(/frame-ancestors [^;]+; /, ''), found: ['frame-ancestors open'] },
  'a base allowed': { policy: POLICY.replace(/base-uri [^;]+; /, ''), found: ['base-uri open'] },
  'eval allowed': { policy: POLICY.replace("'wasm-unsafe-eval'", "'unsafe-eval'"), found: ['wasm-unsafe-eval tooMuch'] },
  'inline scripts allowed': { policy: POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"), found: ['unsafe-inline open'] },
  'no sentence': { page: { button: BUTTON.replace(' caption', '') }, found: ['sentence none'] },
  'the sentence below': { page: { button: BUTTON.replace(' caption', '') + SENTENCE }, found: ['sentence below'] },
  'deformed': { css: 'franceconnect-button { transform: scale(1.4, 1) }', found: ['size deformed'] },
  'smaller': { css: 'main { transform: scale(0.7) }', found: ['size small'] },
  'smaller by the text’s size': { css: 'html { font-size: 62.5% }', found: ['size small'] },
  'recoloured': { js: repainted('.button { background: #c00 !important }'), found: ['colours changed'] },
  'round corners': { js: repainted('.button { border-radius: 8px !important }'), found: ['colours changed'] },
  'filtered': { css: 'main { filter: grayscale(1) }', found: ['effects some'] },
  'half transparent': { css: 'franceconnect-button { opacity: 0.5 }', found: ['effects some'] },
  'another label': { js: insideButton("root.querySelector('.button span').textContent = 'Entrer avec';"), found: ['drawn changed'] },
  'a variant for dark grounds': { page: { button: BUTTON.replace(' caption', ' caption scheme="dark"') }, found: ['contrast darkOnLight'] },
  'hidden': { css: '.off { display: none }', page: { button: `<div class="off">${BUTTON}</div>` }, found: ['visible hidden'] },
  'under a veil': { page: { after: '<div class="veil"></div>' }, css: '.veil { position: fixed; inset: 0 }', found: ['visible covered', 'help hidden'] },
  'the link cut off': { css: 'franceconnect-button { height: 6rem; overflow: hidden }', found: ['help hidden'] },
  'a wrong attribute': { page: { button: BUTTON.replace(' caption', ' caption level="eidas9"') }, found: ['drawn fallback'] },
  'no button': { page: { button: '' }, found: ['drawn none'] },
  'two buttons': { page: { button: BUTTON + BUTTON }, found: ['one-button several'] },
  'no other way': { page: { or: '', other: '<p><a href="/aide">Aide</a></p>' }, found: ['other-way none'] },
  'no « ou »': { page: { or: '<hr>' }, found: ['or none'] },
  'an « ou » that is not seen': { css: '.sr { position: absolute; width: 1px; height: 1px; overflow: hidden }', page: { or: '<p class="sr">ou</p>' }, found: ['or none'] },
  'not first': { page: { button: `${PASSWORD}<p>ou</p>${BUTTON}`, or: '', other: '' }, found: ['order after'] },
  'Google beside it, by its words': { page: { after: '<p><button type="button">Continuer avec Google</button></p>' }, found: ['social some'] },
  'Google beside it, by its address': { page: { after: '<p><a href="https://accounts.google.com/o/oauth2/auth"><svg width="24" height="24"><circle cx="12" cy="12" r="12"></circle></svg></a></p>' }, found: ['social some'] },
  'Facebook beside it, by a route': { page: { after: '<p><a href="/auth/facebook">f</a></p>' }, found: ['social some'] },
  'no heading': { page: { heading: '<p>Se connecter</p>' }, found: ['heading none'] },
  'no title': { page: { title: '' }, found: ['title none'] },
  'no language': { page: { html: '' }, found: ['lang none'] },
};

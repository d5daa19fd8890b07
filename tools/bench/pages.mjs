// The pages that are compared: the same sign-in page, with the button or the explainer made in
// different ways.

import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../serve.mjs';
import { transform } from 'esbuild';
import { bundle, install } from './packages.mjs';
import { recipe } from './recipe.mjs';

/**
 * @typedef {object} Page
 * @property {string} id
 * @property {string} name as the table says it
 * @property {boolean} ours
 * @property {Record<string, string | Buffer>} files path → content, with `index.html`
 */

const read = (/** @type {string} */ file) => readFileSync(path.join(ROOT, file));
const DSFR = 'node_modules/@gouvfr/dsfr';

/** The document that every explainer here shows. */
export const DOCUMENT = String(read('catalogue/documents/franceconnect.md'));

/**
 * The page around a button: a heading before it, another way to sign in after it, so that a button
 * that comes late and pushes the rest down shows as layout shift.
 */
const around = (/** @type {string} */ head, /** @type {string} */ button) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Connexion</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
<h1>Connexion</h1>
${button}
<p>ou</p>
<form action="/compte"><label>Adresse électronique <input name="adresse"></label> <button>Continuer</button></form>
</body>
</html>
`;

const HELP = '<a href="https://franceconnect.gouv.fr/" target="_blank" rel="noopener" '
  + 'title="Qu’est-ce que FranceConnect\u202f? - nouvelle fenêtre">Qu’est-ce que FranceConnect\u202f?</a>';

/** The markup that the DSFR documents. */
const DSFR_BUTTON = `<div class="fr-connect-group">
<a class="fr-connect" href="/connexion">
<span class="fr-connect__login">S’identifier avec</span>
<span class="fr-connect__brand">FranceConnect</span>
</a>
<p>${HELP}</p>
</div>`;

/** An element with the fallback that it asks for: a link, shown until the script has run. */
const element = (/** @type {string} */ name) =>
  `<${name} href="/connexion"><a href="/connexion">S’identifier avec FranceConnect</a></${name}>`;

/** The page's own folder has the style sheet and the fonts it refers to, where they stand in the package. */
function dsfr(/** @type {string[]} */ sheets) {
  /** @type {Record<string, Buffer>} */
  const files = {};
  for (const sheet of sheets) {
    const css = read(`${DSFR}/${sheet}`);
    files[sheet] = css;
    for (const [, address] of String(css).matchAll(/url\(["']?([^"')#?]+)/g)) {
      const file = path.posix.join(path.posix.dirname(sheet), address);
      if (!address.startsWith('data:') && existsSync(path.join(ROOT, DSFR, file))) files[file] = read(`${DSFR}/${file}`);
    }
  }
  const head = sheets.map((sheet) => `<link rel="stylesheet" href="${sheet}">`).join('\n');
  return { 'index.html': around(head, DSFR_BUTTON), ...files };
}

/** The button's least style, with the official logo taken from the DSFR's own style sheet. */
async function leastStyle() {
  const [, logo] = /\.fr-connect::?before\s*\{[^}]*url\("(data:image\/svg[^"]*)"\)/
    .exec(String(read(`${DSFR}/dist/component/connect/connect.main.css`))) ?? [];
  if (!logo) throw new Error('tools/bench/pages.mjs finds no logo in the DSFR’s connect.main.css');
  // Before the minifier, which drops quotes that this address needs and the placeholder does not.
  const { code } = await transform(
    String(read('tools/bench/peers/button.css')).replace('url("__LOGO__")', () => `url("${logo}")`),
    { loader: 'css', minify: true },
  );
  return code.trim();
}

/** Our page: README's script tag and, where asked for, its preload hints. */
function ours(/** @type {string} */ content, /** @type {string[]} */ hints = []) {
  const files = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];
  return {
    'index.html': around([...hints, recipe().tag].join('\n'), content),
    ...Object.fromEntries(files.map((name) => [`franceconnect/${name}`, read(`dist/${name}`)])),
  };
}

/** What `make dist` gives to paste. @param {string} name */
const prerendered = (name) => String(read(`dist/prerendered/${name}.html`));

/**
 * The pages with a button.
 * @returns {Promise<{pages: Page[], skipped: string[]}>} `skipped`: one sentence a peer that could not be had
 */
export async function buttonPages() {
  const style = await leastStyle();
  const inline = `<a class="fc" href="/connexion"><span>S’identifier avec</span> <b>FranceConnect</b></a>
<p class="fc-help">${HELP}</p>`;
  /** @type {Page[]} */
  const pages = [];
  const add = (id, name, files, own = false) => pages.push({ id, name, ours: own, files });

  add('inline', 'inline HTML and CSS (the limit)', { 'index.html': around(`<style>${style}</style>`, inline) });
  add('element', 'hand-written JS element', {
    'index.html': around('<script async src="element.js"></script>', element('hand-button')),
    ...await bundle('element.js', { define: { STYLE: JSON.stringify(style) } }),
  });
  add('prerendered', 'this widget, prerendered', ours(prerendered('button')), true);
  add('tag', 'this widget, tag only', ours(element('franceconnect-button')), true);
  add('single', 'this widget, in one file', {
    'index.html': around('<script async src="franceconnect.single.js"></script>', element('franceconnect-button')),
    'franceconnect.single.js': read('dist/franceconnect.single.js'),
  }, true);
  add('hint', 'this widget, tag and preload hint', ours(element('franceconnect-button'), recipe().hints.slice(0, 1)), true);
  add('dsfr-standalone', 'DSFR standalone connect CSS', dsfr(['standalone/component/connect/connect.standalone.css']));
  add('dsfr-core', 'DSFR core and connect CSS', dsfr(['dist/core/core.min.css', 'dist/component/connect/connect.min.css']));
  add('dsfr', 'DSFR full CSS', dsfr(['dist/dsfr.min.css']));

  const skipped = [];
  for (const [id, name] of [['react', 'react-dsfr'], ['vue', 'vue-dsfr']]) {
    try {
      const files = await bundle(`${id}.js`, { modules: install() });
      const head = `<link rel="stylesheet" href="${id}.css">\n<script type="module" src="${id}.js"></script>`;
      add(id, name, { 'index.html': around(head, '<div id="app"></div>'), ...files });
    } catch (error) {
      skipped.push(`${name}: ${reason(error)}`);
    }
  }
  return { pages, skipped };
}

/** The explainer, empty: it has no content to show before the widget is there. */
const EXPLAINER = '<franceconnect-eligibility></franceconnect-eligibility>';

/**
 * The document rendered by libraries, in one file that fetches the document once it runs; or, as a
 * careful site would have it, with a hint by which the document is asked for at once.
 * @param {{hint?: boolean}} [how]
 * @returns {Promise<Page>}
 */
async function libraries({ hint = false } = {}) {
  const preload = hint ? '<link rel="preload" as="fetch" href="franceconnect.md" crossorigin>\n' : '';
  return {
    id: hint ? 'libraries-hint' : 'libraries',
    name: `marked + DOMPurify + js-yaml${hint ? ', preload hint' : ''}`,
    ours: false,
    files: {
      'index.html': around(`${preload}<script type="module" src="explainer.js"></script>`, '<div id="explainer"></div>'),
      'franceconnect.md': DOCUMENT,
      ...await bundle('explainer.js', { modules: install() }),
    },
  };
}

/**
 * The pages whose choices are waited for.
 * @returns {Promise<{pages: Page[], skipped: string[]}>}
 */
export async function choicesPages() {
  /** @type {Page[]} */
  const pages = [
    { id: 'prerendered', name: 'this widget, prerendered', ours: true, files: ours(prerendered('eligibility')) },
    { id: 'recipe', name: 'this widget, tag and preload hints', ours: true, files: ours(EXPLAINER, recipe().hints) },
    { id: 'tag', name: 'this widget, tag only', ours: true, files: ours(EXPLAINER) },
  ];
  try {
    return { pages: [...pages, await libraries(), await libraries({ hint: true })], skipped: [] };
  } catch (error) {
    return { pages, skipped: [`the choices’ peer: ${reason(error)}`] };
  }
}

/**
 * The pages with an explainer, to answer it.
 * @returns {Promise<{pages: Page[], skipped: string[]}>}
 */
export async function explainerPages() {
  /** @type {Page[]} */
  const pages = [{ id: 'explainer', name: 'this widget', ours: true, files: ours(EXPLAINER) }];
  try {
    pages.push(await libraries());
    pages.push({
      id: 'survey', name: 'survey-core + survey-js-ui', ours: false,
      files: {
        'index.html': around('<link rel="stylesheet" href="survey.css">\n<script type="module" src="survey.js"></script>', '<div id="explainer"></div>'),
        ...await bundle('survey.js', { modules: install(), define: { ANSWERS: JSON.stringify(await answers()) } }),
      },
    });
    return { pages, skipped: [] };
  } catch (error) {
    return { pages, skipped: [`the explainer’s peers: ${reason(error)}`] };
  }
}

/** Each answer of the document with those whom it concerns, as HTML. */
async function answers() {
  const modules = createRequire(path.join(install(), 'x.js'));
  const [{ marked }, { load }] = await Promise.all(['marked', 'js-yaml'].map((name) => import(pathToFileURL(modules.resolve(name)).href)))
    .then((both) => both.map((module) => ({ ...module, ...module.default })));
  const { access_page: blocks } = load(DOCUMENT.split(/^---$/m)[1]);
  return blocks.map(({ who, description, cta }) => ({
    who, html: marked.parse(description + (cta ? `\n\n[${cta.label}](${cta.path})` : '')),
  }));
}

/** Why a peer cannot be had, in a line. */
function reason(/** @type {any} */ error) {
  return String(error.stderr || error.errors?.[0]?.text || error.message).trim().split('\n')[0];
}

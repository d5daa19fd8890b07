// LISEZMOI.html of the archive: lisezmoi.html, with the version and the recipes put in. These are
// cut out of www/examples/, whose pages the browser tests run.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../serve.mjs';

const read = (name) => readFileSync(path.join(ROOT, name), 'utf8').trimEnd();

/** README's content security policy, on one line; the release test serves the archive under it. */
function policy() {
  const [, written] = /^Content-Security-Policy:\n([^`]+)```/m.exec(read('README.md')) ?? [];
  if (!written) throw new Error('README.md has no content security policy');
  return written.replace(/\s+/g, ' ').trim();
}

/** Where FranceConnect's sandbox is, for `form-action`: README's table. */
function sandbox() {
  const [, origin] = /^\| FranceConnect, sandbox \| `form-action 'self' (\S+)` \|$/m.exec(read('README.md')) ?? [];
  if (!origin) throw new Error('README.md names no sandbox for form-action');
  return origin;
}
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The part of an example's page that begins as told, to the end of that element. */
function cut(file, tag) {
  const [found] = new RegExp(`^<${tag}[\\s>][^]*?</${tag}>`, 'm').exec(read(`www/examples/${file}`)) ?? [];
  if (!found) throw new Error(`www/examples/${file} has no <${tag}> at the start of a line`);
  return found;
}

/**
 * The page as it goes into the archive.
 * @param {{version: string, repository: string}} release
 */
export function lisezmoi({ version, repository }) {
  const values = {
    version,
    repository,
    policy: policy(),
    sandbox: sandbox(),
    dsfr: JSON.parse(read('package.json')).devDependencies['@gouvfr/dsfr'],
    tag: cut('lien/index.html', 'script'),
    'recipe:lien': cut('lien/index.html', 'franceconnect-button'),
    'recipe:formulaire': cut('formulaire/index.html', 'franceconnect-button'),
    'recipe:demande': cut('demande/index.html', 'franceconnect-button'),
    'recipe:retour': [cut('demande/retour.html', 'script'), cut('lien/index.html', 'script'), cut('demande/retour.html', 'franceconnect-return')].join('\n'),
    // Without its comments, which the page says around it: it prints on one sheet.
    'script:retour': read('www/examples/demande/retour.js').replace(/^ *\/\/.*\n/gm, ''),
  };
  return read('tools/release/lisezmoi.html').replace(/\{\{([\w:]+)\}\}/g, (_, name) => {
    if (!Object.hasOwn(values, name)) throw new Error(`tools/release/lisezmoi.html: {{${name}}} is not known`);
    return escape(values[name]);
  }) + '\n';
}

// franceconnect.check.js, which a partner runs on its own page: of www/verifier/, into dist/. It counts
// in no budget: no visitor loads it. `make dist` builds it last, for it knows the other files' hashes.
//
//   node tools/verifier.mjs            builds it again into a dist/ that is there
//   node tools/verifier.mjs --check    fails if its page does not list the rules as they are
//   node tools/verifier.mjs --write    brings the page's list up to date

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { GROUPS, MANUAL_RULES } from '../www/verifier/rules.js';
import { ROOT } from './serve.mjs';

export const CHECKER = 'franceconnect.check.js';
const PAGE = path.join(ROOT, 'www/verifier-mon-installation.html');

/** The script. @param {import('../www/verifier/description.js').Build} known @returns {Promise<Buffer>} */
export async function checker(known) {
  const { outputFiles } = await build({
    entryPoints: [path.join(ROOT, 'www/verifier/main.js')],
    bundle: true,
    minify: true,
    write: false,
    // A script takes its page's character set, which may be none: nothing but ASCII, then.
    charset: 'ascii',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    logLevel: 'warning',
    loader: { '.css': 'text' },
    banner: { js: `/* FranceConnect widget ${known.version}, check of an installation, MIT */` },
    plugins: [{ name: 'franceconnect', setup: (esbuild) => provide(esbuild, known) }],
  });
  return Buffer.from(outputFiles[0].contents);
}

/** `franceconnect:build` is what the script knows of its build. */
function provide({ onResolve, onLoad }, known) {
  onResolve({ filter: /^franceconnect:build$/ }, ({ path: name }) => ({ path: name, namespace: 'known' }));
  onLoad({ filter: /.*/, namespace: 'known' }, () => ({ contents: JSON.stringify(known), loader: 'json' }));
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** A link to a source, as our own page has it. */
const link = ({ label, address, page }) => `<a href="${escape(address ?? page)}">${escape(label.fr)}</a>`;

/** The page's lists, by the name in their marker. @returns {Record<string, string>} */
function lists() {
  const item = (text, source) => `    <li>${escape(text)}. <span class="source">Source : ${link(source)}</span></li>`;
  const groups = GROUPS.map(({ title, rules }) =>
    [`  <h3>${escape(title.fr)}</h3>`, '  <ul>', ...rules.map((rule) => item(rule.title.fr, rule.source)), '  </ul>'].join('\n'));
  const manual = ['  <ul>', ...MANUAL_RULES.map(({ text, source }) => item(text.fr.replace(/\.$/, ''), source)), '  </ul>'].join('\n');
  return { regles: groups.join('\n'), cocher: manual };
}

const MARKED = /(<!-- liste:(\w+) -->\n)[^]*?( *<!-- \/liste -->)/g;

/** The page with its lists as they are now. @param {string} text */
export const withLists = (text) => text.replace(MARKED, (_, open, name, close) => `${open}${lists()[name]}\n${close}`);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [mode] = process.argv.slice(2);
  if (mode) {
    const now = readFileSync(PAGE, 'utf8');
    const then = withLists(now);
    if (mode === '--write') writeFileSync(PAGE, then);
    else if (now !== then) {
      console.error('www/verifier-mon-installation.html: its lists are not those of www/verifier/rules/: run `make fmt`');
      process.exitCode = 1;
    }
  } else {
    const dist = (name) => path.join(ROOT, 'dist', name);
    const { version, repository } = JSON.parse(readFileSync(dist('package.json'), 'utf8'));
    const { [CHECKER]: _, ...integrity } = JSON.parse(readFileSync(dist('integrity.json'), 'utf8'));
    const code = await checker({ version, integrity, repository: repository.url.replace(/^git\+|\.git$/g, '') });
    writeFileSync(dist(CHECKER), code);
    const all = { ...integrity, [CHECKER]: `sha384-${createHash('sha384').update(code).digest('base64')}` };
    writeFileSync(dist('integrity.json'), JSON.stringify(all, null, 2) + '\n');
    console.log(`dist/${CHECKER} ${code.length} bytes`);
  }
}

/** The checks of franceconnect.check.js without a browser: what the pages of verifier.test.mjs cannot bring about, and the table itself. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from '../../tools/serve.mjs';
import { contrast, parseColour } from '../../www/verifier/colour.js';
import { allows, allowsScript } from '../../www/verifier/csp.js';
import { wholePolicy } from '../../www/verifier/check-policy.js';
import { judge } from '../../www/verifier/judge.js';
import { COLOURS, HELP, LOGINS, SENTENCES, SERVERS } from '../../www/verifier/official.js';
import { VERDICTS, plainReport, summary, withVerdict } from '../../www/verifier/plain.js';
import { GROUPS, MANUAL_RULES, RULES, filled, outcomeOf } from '../../www/verifier/rules.js';
import { isOr, isOtherWay, isSocial } from '../../www/verifier/sign-in.js';
import { SOURCES, addressOf } from '../../www/verifier/sources.js';
import { TEXTS } from '../../www/verifier/texts.js';
import { SERVERS as WRITTEN_SERVERS, policyFor } from './policy.mjs';
import { FAULTS } from './verifier-faults.mjs';

const read = (name) => readFileSync(path.join(ROOT, name), 'utf8');
const BUILD = { version: '1.2.3', integrity: { 'franceconnect.js': 'sha384-loader' }, repository: 'https://forge.example/w' };
const ORIGIN = 'https://mairie.example';
const reply = (name, more = {}) => ({
  name, address: `${ORIGIN}/fc/${name}`, status: 200, type: name.endsWith('.wasm') ? 'application/wasm' : 'text/javascript', compressed: true,
  cacheControl: 'max-age=60', hasValidator: true, hashes: { sha256: `sha256-${name}`, sha384: 'sha384-loader' }, text: '"sha256-franceconnect.more.js" "sha256-franceconnect.wasm" "1.2.3"', ...more,
});
const TAG = { kind: 'loader', address: `${ORIGIN}/fc/franceconnect.js`, integrity: '', crossOrigin: false, nonce: '' };
const BUTTON = {
  isDrawn: true, isPlus: false, isDisabled: false, label: 'S’identifier avec FranceConnect', hasLogo: true, caption: SENTENCES.franceconnect[0], isVisible: true, coveredBy: '',
  size: { width: 227, height: 55, scaleX: 1, scaleY: 1, rootFontSize: 16 }, colours: { ground: 'rgb(0, 0, 145)', text: 'rgb(245, 245, 254)', radius: '0px' }, effects: [],
  help: { text: '', address: HELP.franceconnect, isVisible: true }, behind: { colour: 'rgb(255, 255, 255)', hasImage: false },
};
const item = (kind, text = '', address = '', type = '') => ({ kind, text, address, type });

/** A right page; what differs is named. */
function found({ files = {}, start = {}, replies = {}, policies = {}, page = {}, button = {} } = {}) {
  const names = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];
  const all = {
    files: { origin: ORIGIN, tags: [TAG], replies: names.map((name) => reply(name, replies[name])), start: { state: 'running', version: '1.2.3', message: '', ...start }, ...files },
    policies: { origin: ORIGIN, header: policyFor(), frameOptions: '', metas: [], tags: [TAG], needsModule: true, hasForm: false, isPlus: false, ...policies },
    page: {
      address: `${ORIGIN}/connexion`, isFramed: false, forcedColours: false, language: 'fr', title: 'Connexion', heading: 'Connexion', buttons: [{ ...BUTTON, ...button }],
      items: [item('franceconnect'), item('text', 'ou'), item('control', 'Se connecter avec un mot de passe')], ...page,
    },
  };
  return judge(all, BUILD);
}
const wrong = (changes) => found(changes).filter((finding) => outcomeOf(finding).verdict !== 'kept').map(({ rule, outcome }) => `${rule} ${outcome}`);
const policy = (change) => ({ policies: { header: change(policyFor()) } });
const other = (name, tag = {}) => ({ ...TAG, address: `https://cdn.example/${name}`, ...tag });

/** What no page of verifier.test.mjs has. @type {Record<string, [object, string[]]>} */
const CASES = {
  'nothing': [{}, []],
  'a bundled widget': [{ files: { tags: [], replies: [] }, policies: { tags: [] } }, ['tag bundled']],
  'no hashes where there is no https': [{ replies: { 'franceconnect.js': { hashes: {} }, 'franceconnect.wasm': { hashes: {} } } }, ['same-build unknown']],
  'another version': [{ start: { version: '9.9.9' }, replies: { 'franceconnect.js': { hashes: { sha384: 'sha384-x' } } } }, ['version other']],
  'integrity of another origin, without crossorigin': [
    { files: { tags: [other('franceconnect.js', { integrity: 'sha384-loader' })] } }, ['integrity crossorigin'],
  ],
  'an old hash beside the right one': [{ files: { tags: [{ ...TAG, integrity: 'sha256-old sha384-loader' }] } }, []],
  'a right hash beside a stronger one that is wrong': [{ files: { tags: [{ ...TAG, integrity: 'sha256-franceconnect.js sha384-x' }] } }, ['integrity wrong']],
  'a compression that is not told': [{ replies: { 'franceconnect.wasm': { compressed: undefined } } }, ['compression unknown']],
  'no word on caching': [{ replies: { 'franceconnect.wasm': { cacheControl: '', hasValidator: false } } }, ['cache unsaid']],
  'asked again each time, by its ETag': [{ replies: { 'franceconnect.wasm': { cacheControl: 'no-cache' } } }, []],
  'asked again each time, whole': [{ replies: { 'franceconnect.wasm': { cacheControl: 'no-cache', hasValidator: false } } }, ['cache none']],
  'a script that has not run': [{ start: { state: 'absent', version: '' }, page: { buttons: [{ ...BUTTON, isDrawn: false }] } }, ['start absent']],
  'a module that fails for no reason seen here': [{ start: { state: 'failed', message: 'x' } }, ['start failed']],
  'a header that cannot be read': [{ policies: { header: undefined, metas: ["script-src 'self' 'wasm-unsafe-eval'; base-uri 'none'; form-action 'self'"] } }, ['policy unreadable', 'frame-ancestors open']],
  'two policies, the second too narrow': [policy((header) => `${header}, connect-src 'none'`), ['connect-src refused']],
  'a script of another origin': [{ policies: { tags: [other('franceconnect.js')] } }, ['script-src refused', 'connect-src refused']],
  'a module that is not needed yet': [{ policies: { needsModule: false, header: policyFor().replace("connect-src 'self'", "connect-src 'none'").replace('trusted-types franceconnect', "trusted-types 'none'") } }, ['connect-src later', 'trusted-types later']],
  'frames refused by the older header': [{ policies: { header: policyFor().replace("frame-ancestors 'none'; ", ''), frameOptions: 'DENY' } }, []],
  'forms of the page’s own': [policy((header) => header.replace(/form-action [^;]+/, "form-action 'self'")), []],
  'no https': [{ page: { address: 'http://mairie.example/' } }, ['https plain']],
  'a dark ground': [{ button: { behind: { colour: 'rgb(0, 0, 0)', hasImage: false } } }, ['contrast lightOnDark']],
  'a ground that lets another through': [{ button: { behind: { colour: 'rgba(0, 0, 0, 0.5)', hasImage: false } } }, ['contrast unknown']],
  'a picture behind': [{ button: { behind: { colour: 'rgb(0, 0, 0)', hasImage: true } } }, ['contrast unknown']],
  'forced colours': [{ page: { forcedColours: true }, button: { colours: { ground: 'rgb(0, 0, 0)', text: 'rgb(255, 255, 0)', radius: '0px' } } }, []],
  'a disabled button': [{ button: { isDisabled: true, colours: { ground: '#e5e5e5', text: '#929292', radius: '0px' } } }, []],
  'another help': [{ button: { help: { text: '', address: 'https://autre.example/', isVisible: true } } }, ['help changed']],
  'the other ways on both sides': [{ page: { items: [item('control', 'Connexion'), item('franceconnect'), item('text', '- OU -'), item('field', 'Mot de passe', '', 'password')] } }, []],
};
for (const [name, [changes, expected]] of Object.entries(CASES)) test(`judged: ${name}`, () => assert.deepEqual(wrong(changes), expected));

test('every outcome of the table comes about in a test', () => {
  const reached = new Set(Object.values(FAULTS).flatMap((fault) => fault.found));
  for (const [changes] of Object.values(CASES)) for (const { rule, outcome } of found(changes)) reached.add(`${rule} ${outcome}`);
  // In verifier.test.mjs, by themselves.
  for (const name of ['frame framed', 'https local', 'integrity right']) reached.add(name);
  const all = [...RULES.values()].flatMap(({ id, outcomes }) => Object.keys(outcomes).map((outcome) => `${id} ${outcome}`));
  assert.deepEqual(all.filter((name) => !reached.has(name)), []);
  assert.deepEqual([...reached].filter((name) => !all.includes(name)), []);
});

test('what is to be looked at or mended says how, what is kept does not', () => {
  for (const { id, outcomes } of RULES.values()) for (const [name, { verdict, mend }] of Object.entries(outcomes)) {
    assert.equal(Boolean(mend), verdict !== 'kept', `${id} ${name}`);
  }
});

test('a sentence that ends in a colon is followed by lines, and each value is given', () => {
  for (const [changes] of Object.values(CASES)) for (const finding of found(changes)) {
    const { found: said, mend } = outcomeOf(finding);
    for (const sentence of [said, mend].filter(Boolean)) for (const language of ['fr', 'en']) {
      const text = filled(sentence, language, finding.values);
      assert.doesNotMatch(text, /undefined|[{}]/, `${finding.rule} ${finding.outcome}`);
      if (/:$/.test(text)) assert(finding.lines?.length > 0, `${finding.rule} ${finding.outcome}`);
    }
  }
});

test('every sentence is there in both languages, the French with its spaces and apostrophes', () => {
  const outcomes = [...RULES.values()].flatMap((rule) => [rule.title, ...Object.values(rule.outcomes).flatMap(({ found: said, mend }) => [said, mend])]);
  const sentences = [...outcomes, ...GROUPS.map(({ title }) => title), ...MANUAL_RULES.map(({ text }) => text), ...Object.values(TEXTS), ...Object.values(SOURCES).map(({ label }) => label)].filter(Boolean);
  assert(sentences.length > 150);
  for (const { fr, en } of sentences) {
    assert(fr && en);
    const prose = fr.replace(/'[a-z-]+'/g, '');
    assert.doesNotMatch(prose, /[a-zà-ÿ]'| [:;?!»]|« |[a-zé][;?!]/, fr);
    assert.doesNotMatch(en, /[\u00a0\u202f]/, en);
  }
});

test('every source has an https address', () => {
  for (const source of [...[...RULES.values()].map((rule) => rule.source), ...MANUAL_RULES.map((rule) => rule.source)]) {
    assert.match(addressOf(source, BUILD.repository), /^https:\/\//);
  }
});

test('what is official here is what the widget shows and README says', () => {
  const texts = read('src/texts.yaml');
  const inFile = (name) => [...new RegExp(`^  ${name}: \\{ (.*) \\}$`, 'm').exec(texts)[1].matchAll(/"([^"]*)"/g)].map(([, text]) => text);
  assert.deepEqual(SENTENCES, { franceconnect: inFile('caption'), plus: inFile('caption_plus') });
  assert.deepEqual(LOGINS, inFile('login'));
  const style = read('www/styles/button.css');
  const colours = (block) => Object.fromEntries([...block.matchAll(/--fc-([\w-]+): (#\w+);/g)].map(([, name, hex]) => [name, hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex]));
  for (const [name, block] of [['light', /\ndiv \{[^}]*\}/], ['dark', /\ndiv\.dark \{[^}]*\}/]]) {
    const { blue, hover, active, text, off, 'off-text': offText } = colours(block.exec(style)[0]);
    assert.deepEqual(COLOURS[name].grounds.map(parseColour), [blue, hover, active].map(parseColour), name);
    assert.deepEqual([COLOURS[name].text, COLOURS[name].disabledGround, COLOURS[name].disabledText].map(parseColour), [text, off, offText].map(parseColour), name);
  }
  const view = read('src/view/button.rs');
  for (const address of Object.values(HELP)) assert(view.includes(`"${address}"`), address);
  const named = (platform) => ['production', 'sandbox'].map((environment) => WRITTEN_SERVERS[`${platform}, ${environment}`]);
  assert.deepEqual(SERVERS, { franceconnect: named('FranceConnect'), plus: named('FranceConnect+') });
  assert.equal(wholePolicy(SERVERS.franceconnect[0]), policyFor());
});

test('the page lists the rules as they are', () => {
  execFileSync('node', ['tools/verifier.mjs', '--check'], { cwd: ROOT, stdio: 'pipe' });
  const page = read('www/verifier-mon-installation.html');
  for (const { title } of RULES.values()) assert(page.includes(title.fr), title.fr);
});

test('a source of a policy allows what browsers allow', () => {
  const at = (source, address) => allows([source], address, ORIGIN);
  for (const [source, address] of [
    ["'self'", `${ORIGIN}/a.js`], ['*', 'https://x.example/'], ['https:', 'https://x.example/'], ['http:', 'https://x.example/'], ['*.example', 'https://x.example/a'],
    ['x.example', 'https://x.example/a'], ['https://x.example/a/', 'https://x.example/a/b.js'], ['https://x.example:8443', 'https://x.example:8443/'], ['http://x.example', 'https://x.example/'],
    ['http://127.0.0.1:8081', 'http://127.0.0.1:8081/'],
  ]) assert(at(source, address), `${source} ${address}`);
  for (const [source, address] of [
    ["'self'", 'https://x.example/'], ["'none'", `${ORIGIN}/`], ['*', 'data:,'], ['*.example', 'https://example/'], ['https://x.example', 'http://x.example/'], ['https://x.example/a/', 'https://x.example/b'],
    ['https://x.example/a.js', 'https://x.example/a.jsx'], ['https://x.example:8443', 'https://x.example/'], ['x.example', 'https://x.example.evil/'],
  ]) assert(!at(source, address), `${source} ${address}`);
  const script = (more) => ({ address: `${ORIGIN}/a.js`, nonce: '', integrity: '', ...more });
  assert(allowsScript(["'nonce-abc'"], script({ nonce: 'abc' }), ORIGIN));
  assert(allowsScript(["'sha384-x'"], script({ integrity: 'sha384-x' }), ORIGIN));
  assert(allowsScript(["'nonce-abc'", "'strict-dynamic'"], script({ isLoaded: true }), ORIGIN));
  assert(!allowsScript(["'self'", "'strict-dynamic'"], script({}), ORIGIN));
  assert(!allowsScript(["'nonce-abc'"], script({ nonce: 'other' }), ORIGIN));
});

test('« ou », other ways and social log-ins are told from what resembles them', () => {
  for (const text of ['ou', 'OU', '— ou —', 'Ou se connecter autrement', 'or']) assert(isOr(item('text', text)), text);
  for (const text of ['Où trouver mon numéro', 'oui', 'outil', 'FranceConnect ou pas', '']) assert(!isOr(item('text', text)), text);
  for (const each of [item('control', 'Se connecter avec un mot de passe'), item('field', 'Courriel', '', 'email'), item('field', 'Identifiant', '', 'text'), item('control', 'ProConnect'), item('control', 'Recevoir un lien par courriel')]) assert(isOtherWay(each), each.text);
  for (const each of [item('control', 'Se déconnecter'), item('control', 'Mot de passe oublié\u202f?'), item('control', 'S’identifier avec FranceConnect'), item('control', 'Continuer avec Google'), item('text', 'Connexion'), item('field', 'Rechercher', '', 'search'), item('field', 'Recevoir la lettre d’information', '', 'email'), item('control', 'Votre identifiant\u202f? Écrivez-nous', 'mailto:aide@mairie.example'), item('control', 'Nous contacter par courriel')]) assert(!isOtherWay(each), each.text);
  for (const each of [item('control', 'Continuer avec Google'), item('control', 'Sign in with Apple'), item('control', 'Facebook'), item('control', '', 'https://www.facebook.com/v19.0/dialog/oauth'), item('frame', '', 'https://accounts.google.com/gsi/button'), item('control', 'G', `${ORIGIN}/users/auth/google_oauth2`)]) assert(isSocial(each), each.text + each.address);
  for (const each of [item('control', 'x'), item('control', 'Suivez-nous sur Facebook', 'https://www.facebook.com/mairie'), item('control', 'Facebook', 'https://www.facebook.com/mairie'), item('control', 'Ajouter à Google Agenda', 'https://calendar.google.com/'), item('control', 'Voir avec Google Maps', 'https://www.google.com/maps'), item('text', 'Continuer avec Google')]) assert(!isSocial(each), each.text + each.address);
});

test('colours are read and compared as style sheets compute them', () => {
  assert.deepEqual(parseColour('rgb(0, 0, 145)'), parseColour('#000091'));
  assert.deepEqual(parseColour('rgba(0, 0, 145, 0.5)'), [0, 0, 145, 0.5]);
  assert.equal(parseColour('color(srgb 0 0 1)'), undefined);
  assert.equal(contrast(parseColour('#000000'), parseColour('#ffffff')), 21);
});

test('the report as text has all findings, without the query of the page', () => {
  const findings = found(CASES['a dark ground'][0]);
  const text = plainReport(findings, [true], { language: 'fr', address: `${ORIGIN}/retour?code=secret`, repository: BUILD.repository, version: '1.2.3' });
  assert(text.includes(summary(findings, 'fr')));
  for (const verdict of VERDICTS) for (const { rule } of withVerdict(findings, verdict)) assert(text.includes(RULES.get(rule).title.fr));
  assert.doesNotMatch(text, /secret|undefined/);
});

/**
 * The partners' programs of www/examples/connexion as LISEZMOI says to run them: the folder as it
 * stands, the widget's files from the packed package in site/franceconnect/, settings from the
 * environment. Nothing of them is replaced.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../tools/serve.mjs';
import { OUTPUT, command, freePort, start, stop } from '../harness/process.mjs';
import { javaLibrary, javac } from './nimbus.mjs';
import { phpVendor } from './php-jwt.mjs';

/** What is copied beside the pages, as LISEZMOI says. */
export const WIDGET = ['franceconnect.js', 'franceconnect.more.js', 'franceconnect.wasm'];

/** What somebody who tries the examples has in the folder besides the repository's files. */
export const INSTALLED = /node_modules|site\/franceconnect|php\/vendor|java\/target/;

/** Where Maven puts the library of java/pom.xml. */
const JARS = 'java/target/dependency/*';

/** @typedef {'node' | 'formulaire' | 'php' | 'python' | 'java'} Program */

/**
 * How each is started from the folder: LISEZMOI's own commands.
 * @type {Record<Program, (port: number) => string[]>}
 */
export const COMMANDS = {
  node: () => [process.execPath, 'serveur.mjs'],
  formulaire: () => [process.execPath, 'formulaire.mjs'],
  php: (port) => [command('php'), '-S', `127.0.0.1:${port}`, '-t', 'site', 'php/index.php'],
  python: () => [python(), 'python/serveur.py'],
  java: () => [command('java'), '-cp', `java/target/classes${path.delimiter}${JARS}`, 'Serveur'],
};

/** The folder, made once for this process. */
let made;

/** @returns {string} a copy of www/examples/connexion that is ready to start */
export function folder() {
  if (made) return made;
  made = mkdtempSync(path.join(tmpdir(), 'connexion-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  cpSync(path.join(ROOT, 'www/examples/connexion'), made, {
    recursive: true, filter: (from) => !INSTALLED.test(from.slice(ROOT.length)),
  });
  // What its package.json names, as `npm ci` there would install it, and its composer.json.
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(made, 'node_modules'));
  symlinkSync(phpVendor(), path.join(made, 'php/vendor'));
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', made], { cwd: path.join(ROOT, 'dist'), encoding: 'utf8' }).trim();
  mkdirSync(path.join(made, 'site/franceconnect'));
  execFileSync('tar', ['-xzf', path.join(made, packed), '-C', path.join(made, 'site/franceconnect'), '--strip-components=1',
    ...WIDGET.map((name) => `package/${name}`)]);
  return made;
}

/** The interpreter that has the packages of python/requirements.txt: tools/setup.sh makes it. */
function python() {
  const file = execFileSync(path.join(ROOT, 'tools/setup.sh'), ['python'], { encoding: 'utf8' }).trim();
  if (!existsSync(file)) throw new Error(`${file} is missing: run \`tools/setup.sh test\``);
  return file;
}

/** Compiles the Java program, once, to where Maven would. */
function compile() {
  const target = path.join(folder(), 'java/target');
  if (existsSync(target)) return;
  mkdirSync(target);
  symlinkSync(javaLibrary(), path.join(target, 'dependency'));
  javac('java/target/classes', JARS, ['java/Serveur.java', 'java/FranceConnect.java'], folder());
}

/**
 * Starts a program, registered with the provider.
 * @param {import('./provider.mjs').TestProvider} provider
 * @param {Program} [program]
 * @param {object} [options]
 * @param {string} [options.publicUrl] the origin that browsers see, where it is not the program's own
 * @param {'eidas1' | 'eidas2' | 'eidas3'} [options.level]
 * @param {string} [options.privateKey] a PEM file: the partner is one of FranceConnect+
 * @param {string} [options.id] the client's
 * @param {boolean} [options.slash] both addresses in its settings end with one
 * @returns {Promise<{origin: string, log: () => string, close: () => Promise<void>}>}
 */
export async function startPartner(provider, program = 'node', { publicUrl, level = 'eidas1', privateKey, id = 'essai', slash = false } = {}) {
  if (program === 'java') compile();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const secret = 'un-secret-de-test';
  const log = `${program}-${port}`;
  const end = slash ? '/' : '';
  const [file, ...args] = COMMANDS[program](port);
  const child = start(file, args, {
    log,
    cwd: folder(),
    env: {
      ...process.env,
      FC_CLIENT_ID: id, FC_CLIENT_SECRET: secret, FC_ISSUER: provider.issuer + end, FC_LEVEL: level,
      ...(privateKey && { FC_PRIVATE_KEY: privateKey }),
      PORT: String(port), PUBLIC_URL: (publicUrl ?? origin) + end, PYTHONDONTWRITEBYTECODE: '1',
    },
  });
  provider.register({
    id, secret,
    redirectUris: [`${publicUrl ?? origin}/retour`], logoutUris: [`${publicUrl ?? origin}/au-revoir`],
    ...(privateKey && { jwksUri: `${origin}/jwks` }),
  });
  const told = () => readFileSync(path.join(OUTPUT, 'logs', `${log}.log`), 'utf8');
  const limit = Date.now() + 30_000;
  while (!(await fetch(`${origin}/mot-de-passe`).then(({ ok }) => ok, () => false))) {
    if (child.exitCode !== null || Date.now() > limit) {
      await stop(child);
      throw new Error(`the program ${program} does not answer; it said:\n${told()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return { origin, log: told, close: () => stop(child) };
}

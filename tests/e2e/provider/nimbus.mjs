/** Where the program in Java finds Nimbus JOSE + JWT: Maven's folder, or what takes its place in the tests. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../tools/serve.mjs';
import { command } from '../harness/process.mjs';

/**
 * The classes that the program uses, over the JDK and Debian's Gson, for RS256 and ES256. They take,
 * return and refuse what the library's do; nothing there is its code.
 */
const STAND_IN = path.join(ROOT, 'tests/e2e/provider/nimbus');

/** Debian's libgoogle-gson-java; the library has Gson inside. */
const GSON = '/usr/share/java/gson.jar';

const jars = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.jar')) : []);

/** The folder, chosen once for this process, which says which. */
let chosen;

/**
 * A folder of jars, for `java/target/dependency`: the one that FRANCECONNECT_JAVA_LIB names, else what
 * tools/setup.sh got by Maven, else the stand-in's.
 * @returns {string}
 */
export function javaLibrary() {
  chosen ??= named() ?? installed() ?? standIn();
  return chosen;
}

/** Compiles with every warning, each an error; `-path` is of the jars' own manifests. */
export function javac(to, classPath, files, cwd) {
  execFileSync(command('javac'), ['-Xlint:all,-path', '-Werror', '-d', to, '-cp', classPath, ...files], {
    cwd, stdio: ['ignore', 'inherit', 'inherit'],
  });
}

function named() {
  const folder = process.env.FRANCECONNECT_JAVA_LIB;
  if (!folder) return undefined;
  const found = jars(folder);
  if (!found.length) throw new Error(`FRANCECONNECT_JAVA_LIB: ${folder} has no jar`);
  console.log(`Java: tokens are verified by FRANCECONNECT_JAVA_LIB’s ${found.join(', ')}`);
  return path.resolve(folder);
}

function installed() {
  const folder = execFileSync(path.join(ROOT, 'tools/setup.sh'), ['java'], { encoding: 'utf8' }).trim();
  const found = jars(folder);
  if (!found.length) return undefined;
  console.log(`Java: tokens are verified by Maven’s ${found.join(', ')}`);
  return folder;
}

function standIn() {
  console.log('Java: Maven gives no nimbus-jose-jwt here; tokens are verified by a stand-in (tests/e2e/provider/nimbus)');
  const folder = mkdtempSync(path.join(tmpdir(), 'nimbus-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = readdirSync(STAND_IN).map((name) => path.join(STAND_IN, name));
  const classes = path.join(folder, 'classes');
  javac(classes, GSON, files, ROOT);
  execFileSync(command('jar'), ['--create', '--file', path.join(folder, 'nimbus-stand-in.jar'), '-C', classes, '.']);
  symlinkSync(GSON, path.join(folder, 'gson.jar'));
  return folder;
}

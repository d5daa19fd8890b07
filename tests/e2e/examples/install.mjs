/**
 * The examples' packages, once a lock file for every clone of this machine, and the widget's own
 * package beside them, packed and installed as a partner would.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../../tools/serve.mjs';

const EXAMPLES = path.join(ROOT, 'www/examples');
const CACHE = process.env.FRANCECONNECT_CACHE
  ?? path.join(process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'franceconnect-widget');

/**
 * Runs a command to its end.
 * @param {string} cwd
 * @param {string[]} command
 * @returns {Promise<string>} what it printed; an Error that holds it otherwise
 */
export function run(cwd, [file, ...args]) {
  // Nobody is told that a test has run.
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CI: '1', NODE_ENV: '' };
  delete env.NODE_ENV;
  return new Promise((resolve, reject) => {
    execFile(file, args, { cwd, env, maxBuffer: 1 << 26, timeout: 300_000 }, (error, out, err) => {
      if (error) reject(new Error(`${[file, ...args].join(' ')}\n${out}${err}`, { cause: error }));
      else resolve(out + err);
    });
  });
}

/** The folder that holds the examples' packages. */
async function packages() {
  const lock = await readFile(path.join(EXAMPLES, 'package-lock.json'));
  const folder = path.join(CACHE, `examples-${createHash('sha256').update(lock).digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(path.join(CACHE, '.new-examples-'));
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) await cp(path.join(EXAMPLES, name), path.join(fresh, name));
  try {
    await run(fresh, ['npm', 'ci', '--no-progress', '--loglevel=error']);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw new Error('The packages of www/examples/ cannot be installed: it takes the network once, '
      + `then ${CACHE} keeps them.\n${error.message}`, { cause: error });
  }
  // Whole or not at all; another clone may have been quicker.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}

/**
 * A folder where the examples can be built, with the widget installed from its packed tarball.
 * @returns {Promise<{folder: string, packed: string[], remove: () => Promise<void>}>}
 */
export async function install() {
  const above = await packages();
  // Inside the packages' folder, where Node and bundlers find them by going up.
  const folder = await mkdtemp(path.join(above, 'work-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await cp(EXAMPLES, folder, {
      recursive: true,
      filter: (from) => !/node_modules|package-lock\.json|\/\.npmrc|\/examples\/package\.json|\/\.next/.test(from.slice(ROOT.length)),
    });
    await cp(path.join(ROOT, 'tests/e2e/types'), path.join(folder, 'types'), { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await run(path.join(ROOT, 'dist'), ['npm', 'pack', '--silent', '--pack-destination', folder]);
    const [tarball] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    await run(folder, ['npm', 'install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', `./${tarball}`]);
    const packed = await readdir(path.join(folder, 'node_modules/franceconnect-widget'));
    return { folder, packed, bin: path.join(above, 'node_modules/.bin'), remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

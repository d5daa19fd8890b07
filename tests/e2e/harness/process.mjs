/**
 * Child processes of the harness: found by name, started in a group of their
 * own, and never left behind, however the tests end.
 */
import { execFileSync, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { ROOT } from '../../../tools/serve.mjs';

/** Where tests leave logs and pictures; not committed. */
export const OUTPUT = path.join(ROOT, 'tests/output');

const running = new Set();
process.on('exit', () => running.forEach((child) => killGroup(child, 'SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

/** PATH with the folders of the tools that tools/setup.sh builds; asked for once. */
let searched;

/**
 * The first of these commands that is installed, as an absolute path.
 * @param {...string} names
 */
export function command(...names) {
  searched ??= execFileSync(path.join(ROOT, 'tools/setup.sh'), ['path'], { encoding: 'utf8' }).trim();
  for (const name of names) {
    for (const folder of searched.split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look further.
      }
    }
  }
  throw new Error(`${names.join(' or ')} is missing: run \`tools/setup.sh test\``);
}

/** A port that nothing listens on now. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Starts a program whose output goes to `tests/output/logs/<log>.log`.
 * @param {string} file
 * @param {string[]} args
 * @param {{log: string, cwd?: string, env?: NodeJS.ProcessEnv, extra?: 'pipe'}} options extra: opens descriptor 3
 */
export function start(file, args, { log, cwd, env = process.env, extra }) {
  mkdirSync(path.join(OUTPUT, 'logs'), { recursive: true });
  const output = openSync(path.join(OUTPUT, 'logs', `${log}.log`), 'w');
  const child = spawn(file, args, {
    detached: true,
    cwd,
    env,
    stdio: extra ? ['ignore', output, output, extra] : ['ignore', output, output],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Ends a program and all that it started.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null && child.signalCode === null) {
    killGroup(child, 'SIGTERM');
    const late = setTimeout(() => killGroup(child, 'SIGKILL'), 2000);
    await gone;
    clearTimeout(late);
  }
  // What it started may outlive it by a moment, or for ever.
  killGroup(child, 'SIGKILL');
  running.delete(child);
}

function killGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group is empty: that is the aim.
  }
}

// The peers that are npm packages: installed once a machine, outside the checkout, and bundled.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../serve.mjs';

const HERE = path.join(ROOT, 'tools/bench/peers');

/** The cache of tools/setup.sh. */
const CACHE = process.env.FRANCECONNECT_CACHE
  || path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'franceconnect-widget');

/**
 * Installs what tools/bench/peers/package-lock.json names, unless another run has.
 * @returns {string} the folder of the packages
 * @throws {Error} when npm cannot get them
 */
export function install() {
  const lock = readFileSync(path.join(HERE, 'package-lock.json'));
  const folder = path.join(CACHE, `bench-peers-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`);
  const modules = path.join(folder, 'node_modules');
  if (existsSync(modules)) return modules;
  mkdirSync(CACHE, { recursive: true });
  // Whole or not at all: an interruption leaves a folder that nobody reads.
  const fresh = mkdtempSync(path.join(CACHE, '.new-bench-peers-'));
  try {
    for (const name of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(HERE, name), path.join(fresh, name));
    }
    console.log('installing the peers, once for every clone on this machine');
    execFileSync('npm', [
      'ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--no-progress',
      '--loglevel=error', '--fetch-retries=1', '--fetch-timeout=30000',
    ], { cwd: fresh, stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 });
    // Another run may have finished meanwhile: its copy is as good.
    if (!existsSync(modules)) renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return modules;
}

/**
 * Bundles a peer as its users do: minified, for production, what is loaded later kept apart.
 * @param {string} entry a file of tools/bench/peers/
 * @param {{modules?: string, define?: Record<string, string>}} [options] `modules`: see `install`
 * @returns {Promise<Record<string, Buffer>>} path → content; the entry keeps its name
 */
export async function bundle(entry, { modules, define = {} } = {}) {
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, entry)],
    outdir: HERE,
    nodePaths: modules ? [modules] : [],
    write: false,
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    assetNames: 'assets/[name]-[hash]',
    loader: { '.woff': 'file', '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      ...define,
    },
  });
  return Object.fromEntries(outputFiles.map((output) => [
    path.relative(HERE, output.path), Buffer.from(output.contents),
  ]));
}

// The archive for whoever has neither Rust nor Node: what to copy into a site, and one page that says
// how. `make dist` writes it, for the demo's link:
//
//   node tools/release/zip.mjs    dist/ into release/franceconnect-widget-VERSION.zip

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { FILES } from '../budgets.mjs';
import { ROOT } from '../serve.mjs';
import { CHECKER } from '../verifier.mjs';
import { lisezmoi } from './lisezmoi.mjs';
import { epoch } from './when.mjs';

const dist = (name) => readFileSync(path.join(ROOT, 'dist', name));

/** What dist/package.json says of this build. */
export function release() {
  const { name, version, repository } = JSON.parse(dist('package.json').toString());
  return { name, version, title: `${name}-${version}`, repository: repository.url.replace(/^git\+|\.git$/g, '') };
}

/** The files of the archive, in its order. @returns {[string, Buffer][]} */
function files() {
  const hashes = JSON.parse(dist('integrity.json').toString());
  return [
    ['LISEZMOI.html', Buffer.from(lisezmoi(release()))],
    ['LICENSE', dist('LICENSE')],
    ...FILES.map((name) => [`franceconnect/${name}`, dist(name)]),
    ...readdirSync(path.join(ROOT, 'dist/prerendered')).sort().map((name) => [`prerendered/${name}`, dist(`prerendered/${name}`)]),
    ['franceconnect.d.ts', dist('franceconnect.d.ts')],
    // Beside the folder, not in it: a site's visitors have no use for it.
    [CHECKER, dist(CHECKER)],
    // Of the files that are here, and no other.
    ['integrity.json', Buffer.from(JSON.stringify(Object.fromEntries([...FILES, CHECKER].map((name) => [name, hashes[name]])), null, 2) + '\n')],
  ];
}

// ZIP has local times without a zone: UTC's, whatever the machine's.
process.env.TZ = 'UTC';

/** Writes the archive. @param {string} folder @returns {string} its name */
export function writeZip(folder) {
  const { title } = release();
  const options = { level: 9, mtime: epoch() * 1000, os: 3, attrs: 0o100644 << 16 };
  const entries = Object.fromEntries(files().map(([name, bytes]) => [`${title}/${name}`, [bytes, options]]));
  writeFileSync(path.join(folder, `${title}.zip`), zipSync(entries));
  return `${title}.zip`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = path.join(ROOT, 'release');
  // What another build has left, its checksums above all, is no part of this one.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  console.log(path.relative(ROOT, path.join(folder, writeZip(folder))));
}

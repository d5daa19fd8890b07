// `make release`: packs what `make dist` has built, without building it again. `node tools/release.mjs
// FOLDER` writes elsewhere than into release/, to compare two.
//
//   franceconnect-widget-VERSION.zip        for whoever has neither Rust nor Node
//   franceconnect-widget-VERSION.tgz        the npm package
//   franceconnect-widget-VERSION.cdx.json   the software bill of materials
//   SHA256SUMS                              for `sha256sum -c`

import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sbom } from './release/sbom.mjs';
import { release, writeZip } from './release/zip.mjs';
import { ROOT } from './serve.mjs';

const [name = 'release'] = process.argv.slice(2);
const folder = path.resolve(ROOT, name);
const { title, repository } = release();
// First: where its tool is missing, nothing is written.
const bill = sbom();

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeZip(folder);
// npm dates all that it packs 1985, and sorts it.
execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: path.join(ROOT, 'dist'), stdio: ['ignore', 'ignore', 'inherit'] });
writeFileSync(path.join(folder, `${title}.cdx.json`), bill);

const sums = readdirSync(folder).sort().map((file) => {
  const bytes = readFileSync(path.join(folder, file));
  console.log(`${path.relative(ROOT, path.join(folder, file)).padEnd(46)} ${String(bytes.length).padStart(7)} bytes`);
  return `${createHash('sha256').update(bytes).digest('hex')}  ${file}\n`;
});
writeFileSync(path.join(folder, 'SHA256SUMS'), sums.join(''));

if (spawnSync('git', ['status', '--porcelain'], { cwd: ROOT, encoding: 'utf8' }).stdout) console.warn('\nThese are not the bytes of a commit: there are changes that are in none (git status).');
if (new URL(repository).hostname.endsWith('.example')) {
  console.warn(`\n${repository} is a reserved address: put the forge's into Cargo.toml (repository) before you publish.`);
}

// The authoring page's script and module, into www/atelier/build/: the catalogue's compiler and
// the widget's elements in one module, which the widget never loads. Open www/atelier/ in a server.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { optimise } from './wasm.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
// For speed rather than size: it compiles at every pause of the author. What it costs: docs/costs.md.
const env = { ...process.env, CARGO_PROFILE_RELEASE_OPT_LEVEL: '3' };
const run = (command, ...args) => execFileSync(command, args, { env, stdio: ['ignore', 'inherit', 'inherit'] });

const WORK = 'target/atelier-work';
const OUT = 'www/atelier/build';
const NEXT = 'target/atelier-next';

run('wasm-pack', '--log-level', 'warn', 'build', '--target', 'web', '--release', '--no-opt', '--no-pack',
  '--no-typescript', '--out-dir', fileURLToPath(new URL('../' + WORK, import.meta.url)), '--out-name', 'atelier',
  'atelier', '--', '--locked');

rmSync(NEXT, { recursive: true, force: true });
mkdirSync(NEXT, { recursive: true });
// For speed too. Kept, because it is what takes longest when nothing has changed.
const raw = createHash('sha256').update(readFileSync(`${WORK}/atelier_bg.wasm`)).digest('hex').slice(0, 16);
const optimised = `target/atelier-${raw}.wasm`;
if (!existsSync(optimised)) {
  optimise(`${WORK}/atelier_bg.wasm`, `${NEXT}/atelier.wasm`, '-O3');
  renameSync(`${NEXT}/atelier.wasm`, optimised);
}
copyFileSync(optimised, `${NEXT}/atelier.wasm`);
const { metafile } = await build({
  entryPoints: { atelier: 'www/atelier/atelier.js' },
  outdir: NEXT,
  bundle: true,
  minify: true,
  charset: 'utf8',
  format: 'esm',
  target: 'es2022',
  metafile: true,
  // In licences.txt, all of them.
  legalComments: 'none',
  logLevel: 'warning',
  // The page opens with our document and what stands beside it, as they are on this day.
  loader: { '.md': 'text', '.yaml': 'text' },
});
const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
  Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file));
writeFileSync(`${NEXT}/licences.txt`, licences(bundled));
// All at once, as for dist/.
rmSync(OUT, { recursive: true, force: true });
renameSync(NEXT, OUT);
for (const name of ['atelier.js', 'atelier.wasm']) {
  const bytes = readFileSync(`${OUT}/${name}`);
  console.log(`${`${OUT}/${name}`.padEnd(32)} ${String(bytes.length).padStart(7)} bytes, ${String(brotliCompressSync(bytes).length).padStart(6)} brotli`);
}

/** The licences of the npm packages that these files are of, which ask to go with their code. */
function licences(/** @type {string[]} */ files) {
  const packages = files.map((file) => file.match(/^node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean);
  return [...new Set(packages)].sort().map((folder) => {
    const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
    return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
  }).join(`\n${'-'.repeat(72)}\n\n`);
}

/**
 * Fails if modules import each other, in a circle of two or more: none of them can be read, moved
 * or tested without the others.
 *
 *     node tools/circles.mjs
 *
 * Rust: the modules of each crate, see circles/rust.mjs. JavaScript: the files below `www`, `tools`
 * and `tests` that import each other by a relative path.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { circles } from './circles/graph.mjs';
import { siblings } from './circles/rust.mjs';
import { ROOT } from './serve.mjs';

/** `import … from './x'`, `export … from './x'`, `import './x'`; `import('./x')`. */
const IMPORT = /^\s*(?:import|export)\b[^'"`;]*['"](\.{1,2}\/[^'"]+)['"]|\bimport\(\s*['"](\.{1,2}\/[^'"]+)['"]/gm;
/** Folders that builds and npm fill. */
const MADE = ['node_modules', 'build', 'dist', 'out', 'public', '.next', 'output'];

process.chdir(ROOT);
const found = [...rust(), ...javascript()];
for (const circle of found) console.error(`circle of imports: ${circle}`);
if (found.length > 0) {
  console.error('help: move what they share into a module below them all');
  process.exit(1);
}

function rust() {
  const roots = ['src', 'catalogue/src', 'atelier/src', 'diagnosis/src', 'workbench/src'];
  return roots.map((folder) => path.join(folder, 'lib.rs')).filter(existsSync).flatMap((root) =>
    siblings(root).flatMap((graph) => circles(graph).map((circle) => `${path.dirname(root)}: ${circle}`)));
}

function javascript() {
  const graph = new Map();
  for (const file of ['www', 'tools', 'tests'].flatMap(scripts)) {
    const imports = readFileSync(file, 'utf8').matchAll(IMPORT);
    const targets = [...imports].map(([, fixed, late]) => path.join(path.dirname(file), fixed ?? late));
    graph.set(file, new Set(targets.filter(existsSync)));
  }
  return circles(graph);
}

/** The scripts that we wrote in `folder` and below. */
function scripts(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) return MADE.includes(entry.name) ? [] : scripts(name);
    return /\.m?js$/.test(name) ? [name] : [];
  });
}

// The software bill of materials, CycloneDX JSON: the crates that are in the module, as
// cargo-cyclonedx describes them, and the package that the logo comes from, as npm does.

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../serve.mjs';
import { epoch } from './when.mjs';

/** How dist.mjs builds the module: this platform, these features. */
const MODULE = ['--target', 'wasm32-unknown-unknown', '--no-default-features'];
/** The one npm package of whose content something ships. */
const LOGO = '@gouvfr/dsfr';
const NAME = 'target-sbom';

const run = (command, ...args) => execFileSync(command, args, {
  cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'],
  // The date, and no random serial number.
  env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch()) },
});

/**
 * The crates that are linked into the module, as `name@version`. cargo-cyclonedx reads the whole
 * workspace's features at once and takes macros for content: it lists a compiler that is not there.
 */
function linked() {
  const lines = run('cargo', 'tree', '--locked', '-p', 'franceconnect', '-e', 'normal,no-proc-macro', ...MODULE,
    '--prefix', 'none', '--no-dedupe', '--format', '{p}').trim().split('\n');
  return new Set(lines.map((line) => /^(\S+) v(\S+)/.exec(line).slice(1).join('@')));
}

/** What cargo-cyclonedx writes, beside each Cargo.toml of the workspace: of the widget's. */
function cargoBom() {
  const { packages } = JSON.parse(run('cargo', 'metadata', '--locked', '--no-deps', '--format-version', '1'));
  try {
    run('cargo', 'cyclonedx', '--format', 'json', '--spec-version', '1.5', '--no-build-deps', '--quiet', ...MODULE, '--override-filename', NAME);
    // No machine's own folders in it.
    return JSON.parse(readFileSync(path.join(ROOT, `${NAME}.json`), 'utf8').replaceAll(`path+file://${ROOT}`, 'path+file://.'));
  } finally {
    for (const { manifest_path: manifest } of packages) rmSync(path.join(path.dirname(manifest), `${NAME}.json`), { force: true });
  }
}

/** The logo's package, from the lock file. */
function logo() {
  const { components } = JSON.parse(run('npm', 'sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'library', '--package-lock-only'));
  const { properties: _properties, ...component } = components.find(({ name }) => name === LOGO);
  // To us a tool of the build; to whoever has the widget, the logo is there.
  return { ...component, scope: 'required', description: 'The official FranceConnect logo, taken from this package when the widget is built' };
}

/** The bill, as text. @returns {string} */
export function sbom() {
  const crates = linked();
  const bom = cargoBom();
  const kept = bom.components.filter(({ name, version }) => crates.has(`${name}@${version}`));
  const dsfr = logo();
  const root = bom.metadata.component['bom-ref'];
  const refs = new Set([root, ...kept.map((component) => component['bom-ref'])]);
  const dependencies = bom.dependencies.filter(({ ref }) => refs.has(ref)).map(({ ref, dependsOn = [] }) => {
    const on = [...dependsOn.filter((each) => refs.has(each)), ...(ref === root ? [dsfr['bom-ref']] : [])];
    return { ref, ...(on.length ? { dependsOn: on } : {}) };
  });
  return JSON.stringify({ ...bom, components: [...kept, dsfr], dependencies: [...dependencies, { ref: dsfr['bom-ref'] }] }, null, 2) + '\n';
}

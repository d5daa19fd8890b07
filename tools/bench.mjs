// `make bench`: what a visitor downloads, against the budgets; when the button is there, and when the
// explainer's choices are, against peers; what an answer of the explainer costs; when the authoring page
// is there. Prints tables, writes tests/output/bench.json and tests/output/bench.svg.
//
//     RUNS=15 CHART=www/bench.svg node tools/bench.mjs [button] [choices] [explainer] [atelier]
//
// Without a name, all are measured. RUNS is how often each page is visited; CHART, where the picture
// for README goes, which is drawn if the button was measured. Peers that are npm packages are
// installed once, outside the checkout; without a network they are left out, and said.

import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { atelier } from './bench/atelier.mjs';
import { CPU, NETWORK, startPhone } from './bench/browser.mjs';
import { choices } from './bench/choices.mjs';
import { explainer } from './bench/explainer.mjs';
import { firstButton } from './bench/first-button.mjs';
import { buttonPages, choicesPages, explainerPages } from './bench/pages.mjs';
import { chart, explainerTable, paintTable, sizeTable, targetTable } from './bench/report.mjs';
import { sizes } from './bench/sizes.mjs';
import { targets } from './bench/targets.mjs';
import { OUTPUT } from '../tests/e2e/harness/process.mjs';
import { ROOT } from './serve.mjs';

const PARTS = ['button', 'choices', 'explainer', 'atelier'];
const asked = process.argv.slice(2);
const runs = Number(process.env.RUNS || 15);
if (!Number.isInteger(runs) || runs < 1 || asked.some((name) => !PARTS.includes(name))) {
  console.error(`usage: RUNS=15 node tools/bench.mjs [${PARTS.join('] [')}]; RUNS is a number from 1`);
  process.exit(2);
}
const wants = (part) => asked.length === 0 || asked.includes(part);
const progress = (done, all) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all} visits${done === all ? '\n' : ''}`);
};

// A thousandth of a millisecond is finer than any clock here.
const rounded = (_, value) => (typeof value === 'number' ? Math.round(value * 1000) / 1000 : value);

const size = sizes();
console.log(`Bytes, brotli 11\n\n${sizeTable(size)}\n`);

const browser = await startPhone({ network: false });
const capabilities = await browser.driver.getCapabilities();
await browser.stop();
const report = {
  date: new Date().toISOString(),
  commit: execFileSync('git', ['describe', '--always', '--dirty'], { cwd: ROOT, encoding: 'utf8' }).trim(),
  browser: `Chromium ${capabilities.getBrowserVersion()}`,
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg()[0] },
  network: NETWORK,
  cpuSlowdown: CPU,
  runs,
  sizes: size,
  skipped: /** @type {string[]} */ ([]),
  button: /** @type {import('./bench/painted.mjs').PaintResult[]} */ ([]),
  choices: /** @type {import('./bench/painted.mjs').PaintResult[]} */ ([]),
  explainer: /** @type {import('./bench/explainer.mjs').ExplainerResult[]} */ ([]),
  atelier: /** @type {import('./bench/painted.mjs').PaintResult[]} */ ([]),
  targets: /** @type {Record<string, import('./bench/targets.mjs').Target[]>} */ ({}),
};
const conditions = `${report.browser}, headless; slow 4G (${NETWORK.downMbps} Mbps, ${NETWORK.latencyMs} ms), CPU ${CPU}× slower; `
  + `median and quartiles of ${runs} interleaved runs`;

/** A part's title, its table, and how far its targets are met. */
function tell(/** @type {string} */ part, /** @type {string} */ title, /** @type {string} */ table) {
  report.targets[part] = targets(part, report[part]);
  const aims = report.targets[part].length > 0 ? [targetTable(report.targets[part])] : [];
  console.log([title, table, ...aims].join('\n\n') + '\n');
}

if (wants('button')) {
  const { pages, skipped } = await buttonPages();
  report.skipped.push(...skipped);
  report.button = await firstButton(pages, runs, progress);
  tell('button', `First button, from navigation to painted\n${conditions}`, paintTable(report.button));
}
if (wants('choices')) {
  const { pages, skipped } = await choicesPages();
  report.skipped.push(...skipped);
  report.choices = await choices(pages, runs, progress);
  tell('choices', `The explainer’s choices, from navigation to painted\n${conditions}`, paintTable(report.choices));
}
if (wants('explainer')) {
  const { pages, skipped } = await explainerPages();
  report.skipped.push(...skipped);
  report.explainer = await explainer(pages, runs);
  tell('explainer', `An answer of the explainer, from the choice to painted\n`
    + `Main-thread time, CPU ${CPU}× slower; the first choice made in a page, median of ${runs};\n`
    + `« thread »: scripts, style and layout in the thread’s own time`, explainerTable(report.explainer));
}
if (wants('atelier')) {
  report.atelier = await atelier(runs, progress);
  tell('atelier', `The authoring page, from navigation to painted\n${conditions}`, paintTable(report.atelier));
}
for (const reason of report.skipped) console.log(`Left out: ${reason}`);
if (report.machine.load > report.machine.cores / 2) {
  console.log(`The machine was busy (load ${report.machine.load.toFixed(1)}): times are longer than they should be.`);
}

mkdirSync(OUTPUT, { recursive: true });
const written = ['bench.json', ...(report.button.length > 0 ? ['bench.svg'] : [])].map((name) => path.join(OUTPUT, name));
writeFileSync(written[0], JSON.stringify(report, rounded, 1) + '\n');
if (written[1]) {
  written[1] = process.env.CHART ? path.resolve(process.env.CHART) : written[1];
  writeFileSync(written[1], chart([
    { title: 'First button', results: report.button },
    { title: 'The explainer’s choices', results: report.choices },
  ], conditions));
}
console.log(`Written: ${written.map((file) => path.relative(ROOT, file)).join(', ')}`);

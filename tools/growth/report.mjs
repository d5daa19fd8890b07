// The table and the plot of catalogue/GROWTH.md.

/**
 * @typedef {object} Row
 * @property {number} documents
 * @property {number} source mean bytes of a document as written
 * @property {number} raw the module's bytes
 * @property {number} brotli the same, brotli 11
 * @property {number} build seconds of `tools/dist.mjs`, both builds
 * @property {number} first milliseconds
 * @property {number} decode milliseconds
 * @property {number} all milliseconds
 */

const thousands = (/** @type {number} */ value) => Math.round(value).toLocaleString('en-US');

/** Bytes that each document after the first adds. @param {Row[]} rows @param {Row} row @param {'raw' | 'brotli'} size */
const each = (rows, row, size) =>
  row.documents === rows[0].documents ? '' : thousands((row[size] - rows[0][size]) / (row.documents - rows[0].documents));

/** @param {Row[]} rows @param {{real: number, machine: string, date: string, version: string}} told */
export function markdown(rows, { real, machine, date, version }) {
  const lines = rows.map((row) => [
    row.documents, thousands(row.source), thousands(row.raw), each(rows, row, 'raw'), thousands(row.brotli),
    each(rows, row, 'brotli'), row.build.toFixed(0), row.first.toFixed(0), row.decode.toFixed(2), row.all.toFixed(1),
  ].join(' | '));
  return `# What a larger catalogue costs

Written by \`node tools/growth.mjs\`, which measured it: on ${date}, at ${version}, on ${machine}. Another run gives other times, the same bytes.

| documents | bytes a document, as written | module | each more | brotli 11 | each more | build, s | first button, ms | one sheet, ms | all as objects, ms |
|---|---|---|---|---|---|---|---|---|---|
${lines.map((line) => `| ${line} |`).join('\n')}

![Module and first button by number of documents](growth.svg)

- **Documents.** Ours, then ${real - 1} of the public directory (\`../shared/corpus\`, if it lies beside the checkout), then variations of these: 85 % of the running words drawn anew from all documents’ words, from a fixed seed. That share makes a variation cost after brotli what a real document does (1,128 bytes of text each against 1,122, measured apart). The row of ${real} documents holds real ones only.
- **Module.** \`dist/franceconnect.wasm\`; « each more » is what a document after the first adds. Budgets are not applied to these builds.
- **Build.** \`FRANCECONNECT_CATALOGUE="folder" node tools/dist.mjs\`, dependencies built before: all of \`dist/\`, catalogue included. The folder’s path has a space in it.
- **First button.** From the start of the navigation until the button’s nodes stand in its shadow root; Chromium, unthrottled, files from loopback, uncompressed, nothing cached, median of 5. Other work on the machine shows in it: differences below 30 ms say nothing.
- **One sheet.** The last document of the catalogue found, decoded and compared with what the page shows: one \`update()\` of its sheet, mean of 200, median of 5. Documents lie one behind the other, each with its slug and its length before it: to find one is to step over the others, and only the one asked for is decoded.
- **All as objects.** \`FranceConnect.catalogue()\`, once, median of 5.
`;
}

/** Two panels: bytes on the left, milliseconds on the right. @param {Row[]} rows */
export function plot(rows) {
  const panel = (left, title, unit, value) => {
    const top = Math.max(...rows.map(value)) * 1.15;
    const last = rows.at(-1).documents;
    const x = (row) => left + 50 + (row.documents / last) * 270;
    const y = (row) => 250 - (value(row) / top) * 190;
    const points = rows.map((row) => `${x(row).toFixed(1)},${y(row).toFixed(1)}`);
    const dots = rows.map((row) => `<circle cx="${x(row).toFixed(1)}" cy="${y(row).toFixed(1)}" r="4" fill="#000091"/>
<text x="${x(row).toFixed(1)}" y="${(y(row) - 10).toFixed(1)}" text-anchor="middle">${thousands(value(row))}</text>`);
    const ticks = rows.filter(({ documents }, index) => index === 0 || documents > last / 10)
      .map((row) => `<text x="${x(row).toFixed(1)}" y="268" text-anchor="middle">${row.documents}</text>`);
    return `<text x="${left + 50}" y="30" font-weight="bold">${title}, ${unit}</text>
<path d="M${left + 50} 50V250H${left + 330}" fill="none" stroke="#666"/>
<polyline points="${points.join(' ')}" fill="none" stroke="#000091" stroke-width="2"/>
${dots.join('\n')}
${ticks.join('\n')}
<text x="${left + 190}" y="288" text-anchor="middle">documents</text>`;
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300" role="img" font-family="system-ui, sans-serif" font-size="12" fill="#161616">
<title>Module and first button by number of documents</title>
<rect width="720" height="300" fill="#fff"/>
${panel(0, 'Module, brotli 11', 'KB', (row) => row.brotli / 1000)}
${panel(360, 'First button', 'ms', (row) => row.first)}
</svg>
`;
}

// What was measured, for a terminal and as a picture.

const whole = (/** @type {number} */ number) => String(Math.round(number));
const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

/**
 * A table of text: the first column to the left, the others to the right.
 * @param {string[]} head @param {string[][]} rows
 */
function table(head, rows) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...row[column]].length)));
  const line = (row) => row.map((cell, column) =>
    column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])).join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** @param {import('./sizes.mjs').Size[]} sizes */
export function sizeTable(sizes) {
  return table(['build', 'loader', 'more', 'module', 'together', 'budget', 'left'], sizes.map(({ build, files, total, budget }) => [
    `${build}/`, ...Object.values(files).map((file) => whole(file.brotli)), whole(total), whole(budget), whole(budget - total),
  ]));
}

/** @param {import('./painted.mjs').PaintResult[]} results */
export function paintTable(results) {
  return table(['', 'median ms', 'quartiles', 'ratio', 'KB', 'of them fonts', 'requests', 'shift', 'memory KB'],
    [...results].sort((a, b) => a.time.median - b.time.median).map(({ name, time, ratio, bytes, fonts, requests, shift, memory }) => [
      name, whole(time.median), `${whole(time.low)}–${whole(time.high)}`, ratio?.toFixed(2) ?? '–',
      kilobytes(bytes), fonts ? kilobytes(fonts) : '–', whole(requests), shift.toFixed(3), whole(memory / 1000),
    ]));
}

/** @param {import('./explainer.mjs').ExplainerResult[]} results */
export function explainerTable(results) {
  return table(['', 'scripting ms', 'painted ms', 'quartiles', 'thread ms', 'later choices ms', 'page KB'],
    results.map(({ name, scripting, painted, work, later, bytes }) => [
      name, scripting.median.toFixed(1), painted.median.toFixed(1), `${painted.low.toFixed(1)}–${painted.high.toFixed(1)}`,
      work.median.toFixed(1), later.median.toFixed(1), kilobytes(bytes),
    ]));
}

/** @param {import('./targets.mjs').Target[]} targets */
export function targetTable(targets) {
  // Finer than the bounds: 1.052 is over 1.05, and has to look it.
  const figure = (value, unit) => (unit === 'ms' ? `${value.toFixed(1)} ms` : value.toFixed(3));
  return table(['target', 'measured', 'aim', ''], targets.map(({ what, unit, value, sign, bound, met }) => [
    what, figure(value, unit), `${sign} ${figure(bound, unit)}`, met ? 'met' : 'missed',
  ]));
}

const escape = (/** @type {string} */ text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * Each page as a bar, with its quartiles; in the reader's scheme.
 * @param {{title: string, results: import('./painted.mjs').PaintResult[]}[]} groups on one scale
 * @param {string} conditions under which it was measured, a line
 */
export function chart(groups, conditions) {
  const filled = groups.filter(({ results }) => results.length > 0);
  /** A title or a page a line. */
  const lines = filled.flatMap(({ title, results }) => [title, ...[...results].sort((a, b) => a.time.median - b.time.median)]);
  const rows = filled.flatMap(({ results }) => results);
  const [width, left, right, top, step] = [860, 305, 150, 62, 28];
  const height = top + lines.length * step + 34;
  const most = Math.max(...rows.map(({ time }) => time.high));
  const room = width - left - right;
  const at = (/** @type {number} */ time) => (left + time / most * room).toFixed(1);
  const ticks = [];
  const every = [100, 200, 250, 500, 1000, 2000].find((size) => most / size <= 6) ?? 5000;
  for (let time = 0; time <= most; time += every) ticks.push(time);
  const bottom = top + lines.length * step;
  const bars = lines.map((line, index) => {
    const y = top + index * step;
    const middle = y + step / 2;
    if (typeof line === 'string') return `<text class="own" x="16" y="${middle + 4}">${escape(line)}</text>`;
    const { name, ours, time, bytes } = line;
    return `<text class="${ours ? 'own' : ''}" x="${left - 10}" y="${middle + 4}" text-anchor="end">${escape(name)}</text>
<rect class="bar${ours ? ' ours' : ''}" x="${left}" y="${y + 5}" width="${(time.median / most * room).toFixed(1)}" height="${step - 10}"/>
<path class="spread" d="M${at(time.low)} ${middle}H${at(time.high)}M${at(time.low)} ${middle - 4}v8M${at(time.high)} ${middle - 4}v8"/>
<text x="${(Number(at(Math.max(time.high, time.median))) + 8).toFixed(1)}" y="${middle + 4}"><tspan class="own">${whole(time.median)} ms</tspan> · ${kilobytes(bytes)} KB</text>`;
  });
  const said = lines.map((line) => (typeof line === 'string' ? `${line}:` : `${line.name} ${whole(line.time.median)} ms;`)).join(' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title description">
<title id="title">Time from navigation to the FranceConnect button, and to the explainer’s choices, painted</title>
<desc id="description">Medians. ${escape(said)}</desc>
<style>
text { font: 13px system-ui, sans-serif; fill: #161616; }
.title { font-size: 16px; font-weight: 600; }
.small { font-size: 11px; fill: #666; }
.own { font-weight: 600; }
.back { fill: #fff; }
.bar { fill: #b5b5c9; }
.ours { fill: #000091; }
.grid { stroke: #ddd; }
.spread { stroke: #d64d00; stroke-width: 1.5; fill: none; }
@media (prefers-color-scheme: dark) {
  text { fill: #eee; }
  .small { fill: #aaa; }
  .back { fill: #161616; }
  .bar { fill: #5a5a6e; }
  .ours { fill: #8585f6; }
  .grid { stroke: #3a3a3a; }
  .spread { stroke: #ff9c5c; }
}
</style>
<rect class="back" width="${width}" height="${height}"/>
<text class="title" x="16" y="26">From navigation to painted (ms, less is better)</text>
<text class="small" x="16" y="44">${escape(conditions)}</text>
${ticks.map((time) => `<path class="grid" d="M${at(time)} ${top}V${bottom}"/><text class="small" x="${at(time)}" y="${bottom + 18}" text-anchor="middle">${time}</text>`).join('\n')}
${bars.join('\n')}
</svg>
`;
}

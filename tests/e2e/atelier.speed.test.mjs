/** www/atelier/, how long a change takes: run while no other test is at work (see test-e2e in the Makefile). */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { replace, start } from './atelier-steps.mjs';

acrossEngines('a compile of our document leaves the author’s keystrokes alone', {}, async ({ driver, open, engine }) => {
  await start({ driver, open });
  for (let turn = 0; turn < 10; turn++) {
    await replace(driver, 'tagline: ', `tagline: ${turn}`);
    await until(() => driver.executeScript('return performance.getEntriesByName("update").length > arguments[0]', turn + 1), 'an update');
  }
  const [compile, update] = await driver.executeScript(`return ['compile', 'update'].map((name) =>
    performance.getEntriesByType('measure').filter((entry) => entry.name === name).map(({ duration }) => duration).sort((a, b) => a - b))`);
  const median = (times) => times[times.length >> 1];
  console.log(`# ${engine}: compile ${median(compile).toFixed(1)} ms, with findings and preview ${median(update).toFixed(1)} ms (medians of 11)`);
  // Far above what it takes, for a busy machine: a second would be felt.
  assert(median(update) < 1000, `${median(update)} ms`);
  // A frame has 16 ms; the quickest is what it takes where nothing else is at work.
  if (engine === 'chromium') assert(update[0] < 16, `${update[0]} ms`);
});

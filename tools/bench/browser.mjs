// Headless Chromium as a modest telephone on a slow network.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { startBrowser } from '../../tests/e2e/harness/browsers.mjs';
import { ROOT } from '../serve.mjs';

/** « Slow 4G » as Lighthouse defines it, applied to each request by the DevTools protocol. */
export const NETWORK = { downMbps: 1.6, upMbps: 0.75, latencyMs: 150 };

/** How many times slower the CPU is made. */
export const CPU = 4;

/**
 * Starts Chromium.
 * @param {{network: boolean, probe?: string, expected?: any}} options whether the network is slowed (the
 *   CPU always is); the script of this folder that looks for something in every page, and what for
 */
export async function startPhone({ network, probe, expected = null }) {
  const browser = /** @type {any} */ (await startBrowser('chromium'));
  try {
    await browser.viewport(412, 823);
    await browser.media({ scheme: 'light' });
    await browser.devtools('Page.enable');
    const script = (/** @type {string} */ name) => readFileSync(path.join(ROOT, 'tools/bench', name), 'utf8');
    const known = `if (window.bench) window.bench.expected = ${JSON.stringify(expected)};`;
    for (const source of probe ? [script('probe.js'), known, script(probe)] : []) {
      await browser.devtools('Page.addScriptToEvaluateOnNewDocument', { source });
    }
    if (network) {
      await browser.devtools('Network.enable');
      await browser.devtools('Network.emulateNetworkConditions', {
        offline: false,
        latency: NETWORK.latencyMs,
        downloadThroughput: NETWORK.downMbps * 1e6 / 8,
        uploadThroughput: NETWORK.upMbps * 1e6 / 8,
      });
    }
    await browser.devtools('Emulation.setCPUThrottlingRate', { rate: CPU });
    return browser;
  } catch (error) {
    await browser.stop();
    throw error;
  }
}

/** Waits in the page until an expression is true. */
export async function until(browser, expression, what, limit = 20_000) {
  const end = Date.now() + limit;
  while (!(await browser.driver.executeScript(`return Boolean(${expression})`))) {
    if (Date.now() > end) throw new Error(`${what} did not come within ${limit / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The page's JavaScript heap after a collection, and its WebAssembly memory, in bytes. */
export async function memory(browser) {
  await browser.devtools('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await browser.devtools('Runtime.getHeapUsage');
  const module = await browser.driver.executeScript('return window.bench.module?.buffer.byteLength ?? 0');
  return usedSize + backingStorageSize + module;
}

/**
 * Takes pictures of index.html in Chromium: 360 and 1280 pixels wide, light
 * and dark, and with a default text twice as large, into
 * tests/output/screenshots/. An argument names one more file: the README's
 * picture.
 *
 *     node tools/screenshots.mjs [www/capture.png]
 */
import { copyFile } from 'node:fs/promises';
import { startBrowser } from '../tests/e2e/harness/browsers.mjs';
import { pageScreenshot, screenshot, until } from '../tests/e2e/harness/page.mjs';
import { serve } from './serve.mjs';

const readme = process.argv[2];
const site = await serve();

/** Opens the demo and waits until the elements are there. */
async function open(browser, scheme) {
  await browser.media({ scheme });
  await browser.driver.get(`${site.origin}/`);
  await until(() => browser.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    Promise.all([window.FranceConnect?.ready ?? Promise.reject(), document.fonts.ready])
      .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), () => done(false));`),
  'FranceConnect.ready on the demo page', 10_000);
}

async function withBrowser(launch, work) {
  const browser = await startBrowser('chromium', launch);
  try {
    await work(browser);
  } finally {
    await browser.stop();
  }
}

try {
  await withBrowser({}, async (browser) => {
    for (const scheme of ['light', 'dark']) {
      for (const width of [360, 1280]) {
        await browser.viewport(width, 900);
        await open(browser, scheme);
        console.log(await pageScreenshot(browser, `screenshots/${width}-${scheme}`, { width }));
      }
    }
    if (readme) {
      await browser.viewport(1280, 800);
      await open(browser, 'light');
      await copyFile(await screenshot(browser.driver, 'screenshots/readme'), readme);
      console.log(readme);
    }
  });
  // 16 pixels are the usual default; this is the visitor's own setting, not a zoom.
  await withBrowser({ fontSize: 32 }, async (browser) => {
    for (const width of [360, 1280]) {
      await browser.viewport(width, 900);
      await open(browser, 'light');
      console.log(await pageScreenshot(browser, `screenshots/${width}-text-200`, { width }));
    }
  });
} finally {
  await site.close();
}

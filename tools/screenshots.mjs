/**
 * Takes pictures of the demo and the pages beside it in Chromium: 360 and 1280
 * pixels wide, light and dark, and with a default text twice as large, into
 * tests/output/screenshots/. An argument names one more file: the README's
 * picture, of the demo.
 *
 *     node tools/screenshots.mjs [www/capture.png]
 */
import { copyFile } from 'node:fs/promises';
import { startBrowser } from '../tests/e2e/harness/browsers.mjs';
import { pageScreenshot, screenshot, until } from '../tests/e2e/harness/page.mjs';
import { serve } from './serve.mjs';

/** Name → address. */
const PAGES = {
  demo: '/index.html',
  configurateur: '/www/configurateur.html',
  guide: '/www/integrer-la-connexion.html',
  diagnostic: '/www/diagnostic.html',
  regles: '/www/les-regles.html',
  etats: '/www/etats.html',
  securite: '/www/securite.html',
  verifier: '/www/verifier-mon-installation.html',
  atelier: '/www/atelier/index.html',
};

const readme = process.argv[2];
const site = await serve();

/** Opens a page and waits until the elements that it has are there. */
async function open(browser, address, scheme) {
  await browser.media({ scheme });
  await browser.driver.get(site.origin + address);
  await until(() => browser.driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const elements = [...document.querySelectorAll(':not(:defined)')].map(({ localName }) => customElements.whenDefined(localName));
    Promise.all([window.FranceConnect?.ready, ...elements, document.fonts.ready])
      .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(true))), () => done(false));`),
  `the elements of ${address}`, 10_000);
}

/** A picture of each page. */
async function pictures(browser, width, scheme, kind) {
  for (const [name, address] of Object.entries(PAGES)) {
    await browser.viewport(width, 900);
    await open(browser, address, scheme);
    console.log(await pageScreenshot(browser, `screenshots/${name}-${width}-${kind}`, { width }));
  }
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
      for (const width of [360, 1280]) await pictures(browser, width, scheme, scheme);
    }
    if (readme) {
      await browser.viewport(1280, 800);
      await open(browser, PAGES.demo, 'light');
      await copyFile(await screenshot(browser.driver, 'screenshots/readme'), readme);
      console.log(readme);
    }
  });
  // 16 pixels are the usual default; this is the visitor's own setting, not a zoom.
  await withBrowser({ fontSize: 32 }, async (browser) => {
    for (const width of [360, 1280]) await pictures(browser, width, 'light', 'text-200');
  });
} finally {
  await site.close();
}

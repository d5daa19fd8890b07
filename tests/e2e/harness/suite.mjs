/**
 * One test for three engines.
 *
 * @example
 * acrossEngines('the link is followed', {
 *   pages: { '/': '<!doctype html><a href="/next">…</a>', '/next': '<!doctype html>' },
 * }, async ({ driver, open }) => {
 *   await open('/');
 *   await driver.findElement(By.css('a')).click();
 * });
 *
 * A test fails on any console error, uncaught error, unhandled rejection,
 * policy violation, failed load or HTTP status of 400 and more, unless it
 * declares it: `expect(/…/)` (must come) or `allow(/…/)` (may come).
 *
 * `ENGINES=chromium,webkit` in the environment chooses the engines.
 */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ENGINES, startBrowser } from './browsers.mjs';
import { screenshot } from './page.mjs';
import { BLANK, framed, startSite } from './site.mjs';

export * from './page.mjs';
export { startSite } from './site.mjs';

/** How long a problem that a test expects may take, in ms. */
const LATE = 5000;

const chosen = chosenEngines();
/** @type {Map<string, Promise<import('./browsers.mjs').Browser>>} */
const browsers = new Map();
after(() => Promise.all([...browsers.values()].map(async (starting) => {
  const browser = await starting.catch(() => undefined);
  await browser?.stop();
})));

/**
 * @typedef {object} Options besides those of `startSite`
 * @property {import('./browsers.mjs').Engine[]} [engines] only these
 * @property {Partial<Record<import('./browsers.mjs').Engine, string>>} [skip] engine → the reason
 * @property {import('./browsers.mjs').Launch} [launch] a session of its own with these
 * @property {RegExp[]} [expected] problems that must come
 * @property {number} [timeout] milliseconds, 120,000 unless given
 *
 * @typedef {object} Context
 * @property {import('./browsers.mjs').Browser} browser
 * @property {import('selenium-webdriver').WebDriver} driver
 * @property {import('./browsers.mjs').Engine} engine
 * @property {Awaited<ReturnType<typeof startSite>>} site
 * @property {(options: object) => Promise<Awaited<ReturnType<typeof startSite>>>} addSite
 *   another origin, watched and closed like the first
 * @property {(path?: string, view?: View) => Promise<void>} open
 *   shows a page of the site, or a whole address
 * @property {(pattern: RegExp) => void} expect a problem that must come
 * @property {(pattern: RegExp) => void} allow a problem that may come
 * @property {() => Promise<string[]>} problems all so far
 *
 * @typedef {import('./browsers.mjs').Media & {width?: number, height?: number, scale?: number}} View
 */

/**
 * Defines a test an engine.
 * @param {string} title a sentence
 * @param {Options & Parameters<typeof startSite>[0]} options
 * @param {(context: Context) => Promise<void>} body
 */
export function acrossEngines(title, options, body) {
  const { engines = ENGINES, skip = {}, launch = {}, expected = [], timeout = 120_000, ...siteOptions } = options;
  const here = chosen.filter((engine) => engines.includes(engine));
  for (const engine of here) {
    test(`${title} (${engine})`, { timeout, skip: skip[engine] ?? false }, async (t) => {
      // All at once: one starts while another works.
      for (const each of here) if (!skip[each]) browserFor(each, launch);
      const browser = await browserFor(engine, launch);
      const run = new Run(browser, expected);
      try {
        await run.begin(siteOptions);
        await body(run.context());
        await run.judge();
      } catch (error) {
        await run.picture(`failures/${t.name}`, error);
        throw error;
      } finally {
        await run.end();
      }
    });
  }
}

/** One test in one browser. */
class Run {
  sites = [];
  found = [];
  allowed = [];

  constructor(browser, expected) {
    this.browser = browser;
    this.driver = browser.driver;
    this.expected = [...expected];
  }

  async begin(siteOptions) {
    await this.browser.fresh();
    await this.browser.log();
    // The site takes additions while it runs; a test's options serve three runs.
    this.site = await this.addSite({ ...siteOptions, pages: { ...siteOptions.pages } });
    // Cookies are deleted by host, hence from a page of that host.
    await this.driver.get(this.site.origin + BLANK);
    await this.browser.forget();
  }

  async addSite(options) {
    const site = await startSite(options);
    this.sites.push(site);
    return site;
  }

  /** @returns {Context} */
  context() {
    return {
      browser: this.browser,
      driver: this.driver,
      engine: this.browser.engine,
      site: this.site,
      addSite: (options) => this.addSite(options),
      open: (page, view) => this.open(page, view),
      expect: (pattern) => this.expected.push(pattern),
      allow: (pattern) => this.allowed.push(pattern),
      problems: () => this.collect(),
    };
  }

  async open(page = '/', { width, height, scale, ...media } = {}) {
    await this.collect();
    await this.driver.switchTo().defaultContent();
    const address = new URL(page, this.site.origin).href;
    if (Object.keys(media).length > 0) {
      assert(await this.browser.media(media), `${this.browser.engine} cannot emulate ${Object.keys(media)}`);
    }
    if (width && !(await this.browser.viewport(width, height ?? 900, scale))) {
      await this.driver.get(new URL(framed(address, width, height ?? 900), this.site.origin).href);
      await this.driver.switchTo().frame(0);
      return;
    }
    await this.driver.get(address);
  }

  /** Takes what pages, servers and the browser have recorded since the last time. */
  async collect() {
    const { driver } = this;
    const take = async () => {
      const list = await driver.executeScript('return window.__problems ? window.__problems.splice(0) : []').catch(() => []);
      this.found.push(...list);
    };
    await take();
    const [current, all] = [await driver.getWindowHandle().catch(() => ''), await driver.getAllWindowHandles()];
    for (const handle of all) {
      if (handle === current) continue;
      await driver.switchTo().window(handle);
      await take();
    }
    // Switching there and back leaves a frame: do it only if there was a reason.
    if (all.some((handle) => handle !== current) && all.includes(current)) await driver.switchTo().window(current);
    for (const site of this.sites) {
      for (const request of site.requests) {
        if (request.status < 400 || request.counted) continue;
        request.counted = true;
        this.found.push(`http: ${request.method} ${site.origin}${request.url} → ${request.status}`);
      }
    }
    this.found.push(...await this.browser.log());
    return this.found;
  }

  /** Fails unless the problems found are those declared. */
  async judge() {
    await this.collect();
    const missing = () => this.expected.filter((pattern) => !this.found.some((problem) => pattern.test(problem)));
    // A problem may still be on its way: to the console, or from a page that is left.
    for (const end = Date.now() + LATE; missing().length > 0 && Date.now() < end;) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await this.collect();
    }
    const declared = [...this.expected, ...this.allowed];
    const surprises = this.found.filter((problem) =>
      !problem.startsWith('console.warn') && !declared.some((pattern) => pattern.test(problem)));
    assert.deepEqual(surprises, [], 'the page has problems that the test does not declare');
    assert.deepEqual(missing(), [], `problems that should have come did not; found: ${JSON.stringify(this.found)}`);
  }

  /** What the page looked like, and what it had recorded, when the test failed. */
  async picture(name, error) {
    try {
      const file = await screenshot(this.driver, name.replace(/[^\p{L}\p{N}/]+/gu, '-'));
      const found = await this.collect();
      error.message += `\nscreenshot: ${file}\nproblems: ${found.length === 0 ? 'none' : `\n  ${found.join('\n  ')}`}`;
    } catch {
      // The failure itself matters more.
    }
  }

  async end() {
    await Promise.all(this.sites.map((site) => site.close()));
  }
}

function browserFor(engine, launch) {
  const key = engine + JSON.stringify(launch);
  let starting = browsers.get(key);
  if (!starting) {
    starting = startBrowser(engine, launch);
    // Whoever awaits it learns of a failure; a browser started ahead has no one yet.
    starting.catch(() => {});
    browsers.set(key, starting);
  }
  return starting;
}

function chosenEngines() {
  const asked = (process.env.ENGINES ?? '').split(/[\s,]+/).filter(Boolean);
  const unknown = asked.filter((name) => !ENGINES.includes(/** @type {any} */ (name)));
  if (unknown.length > 0) throw new Error(`ENGINES: unknown ${unknown.join(', ')}; there are ${ENGINES.join(', ')}`);
  return asked.length > 0 ? ENGINES.filter((engine) => asked.includes(engine)) : ENGINES;
}

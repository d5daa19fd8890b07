/** What tests do on a page: look into shadow roots, press keys, wait, audit, take pictures. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { By, Key } from 'selenium-webdriver';
import { OUTPUT } from './process.mjs';

export { By, Key };

/**
 * The open shadow root of the first element that fits, ready for
 * `findElement(By.css(…))`. Several selectors go through nested roots.
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {...string} selectors
 */
export async function shadow(driver, ...selectors) {
  let scope = driver;
  for (const selector of selectors) {
    const host = await scope.findElement(By.css(selector));
    scope = await host.getShadowRoot();
  }
  return scope;
}

/**
 * The first element that fits, looked for in the page and in every open shadow
 * root; null if there is none.
 */
export function deep(driver, selector) {
  return driver.executeScript(`
    const find = (root) => {
      const hit = root.querySelector(arguments[0]);
      if (hit) return hit;
      for (const element of root.querySelectorAll('*')) {
        const inner = element.shadowRoot && find(element.shadowRoot);
        if (inner) return inner;
      }
      return null;
    };
    return find(document);`, selector);
}

/**
 * Waits until a function gives something true, and returns it.
 * @template T
 * @param {() => T | Promise<T>} condition asked every 20 ms; an error counts as not yet
 * @param {string} what ends the sentence “waited for …”
 * @param {number} [limit] milliseconds; long, for a busy machine: what comes ends the wait
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(condition, what = 'a condition', limit = 20_000) {
  const end = Date.now() + limit;
  let last;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited ${limit} ms for ${what}`, { cause: last });
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Presses keys one after another, as on a keyboard: `press(driver, Key.TAB, Key.SPACE)`. */
export async function press(driver, ...keys) {
  for (const key of keys) await driver.actions().sendKeys(key).perform();
}

/** Presses a key while others are held: `chord(driver, [Key.SHIFT], Key.TAB)`. */
export async function chord(driver, held, key) {
  const actions = driver.actions();
  for (const modifier of held) actions.keyDown(modifier);
  actions.sendKeys(key);
  for (const modifier of held) actions.keyUp(modifier);
  await actions.perform();
}

/** The element that has the focus, inside shadow roots too. */
export function focused(driver) {
  return driver.executeScript(`
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element;`);
}

let axeSource;

/**
 * Runs axe-core on the page, shadow roots included.
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {object} [options] axe.run's options
 * @returns {Promise<string[]>} a line a finding, empty if all is well
 */
export async function axe(driver, options = {}) {
  axeSource ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await driver.executeScript(axeSource);
  const report = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    axe.run(document, arguments[0]).then(
      ({ violations }) => done({ violations: violations.map(({ id, help, nodes }) =>
        ({ id, help, nodes: nodes.map((node) => node.target.flat().join(' ') + ' ' + node.html) })) }),
      (error) => done({ error: String(error) }));`, options);
  if (report.error) throw new Error(`axe: ${report.error}`);
  return report.violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node}`));
}

/** Addresses that the page has asked for since it was opened, by its own account. */
export function resources(driver) {
  return driver.executeScript('return performance.getEntriesByType("resource").map((entry) => entry.name)');
}

/**
 * Saves a picture of the viewport under tests/output/.
 * @param {import('selenium-webdriver').WebDriver} driver
 * @param {string} name a path without extension, `button/dark`
 * @returns {Promise<string>} the file
 */
export async function screenshot(driver, name) {
  const file = path.join(OUTPUT, `${name}.png`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, await driver.takeScreenshot(), 'base64');
  return file;
}

/**
 * Saves a picture of the whole page at a width.
 * @param {import('./browsers.mjs').Browser} browser
 * @param {string} name
 * @param {{width?: number, scale?: number, least?: number}} [options] least: the least height
 */
export async function pageScreenshot(browser, name, { width = 1280, scale = 1, least = 600 } = {}) {
  await browser.viewport(width, least, scale);
  const height = await browser.driver.executeScript('return document.documentElement.scrollHeight');
  // WebKit's window cannot be taller than its screen.
  await browser.viewport(width, Math.min(Math.max(height, least), 16_000), scale);
  return screenshot(browser.driver, name);
}

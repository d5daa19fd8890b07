/** What the widget's tests share: pages with the script tag, and the wait until it has worked. */
import assert from 'node:assert/strict';
import { until } from './harness/suite.mjs';

export const SCRIPT = '<script async src="/dist/franceconnect.js"></script>';

/** A button before a partner's own route. */
export const BODY = '<franceconnect-button><a href="/connexion">S’identifier avec FranceConnect</a></franceconnect-button>';

/** Whether the button's own view stands there. */
export const painted = (driver) => driver.executeScript(
  'return Boolean(document.querySelector("franceconnect-button").shadowRoot?.querySelector(".button"))');

/** The partner's own link: shown, as large as text is, and followed by a click. */
export async function fallbackWorks(driver) {
  // The console hears of a failed start a moment later, if the visitor has not left.
  await new Promise((resolve) => setTimeout(resolve, 200));
  const link = await driver.executeScript('return document.querySelector("franceconnect-button a")');
  assert(await link.isDisplayed(), 'the fallback shows');
  await link.click();
  await until(async () => (await driver.getCurrentUrl()).endsWith('/connexion'), 'the fallback leads on');
}

/**
 * A page in French with the widget's script tag.
 * @param {string} body
 * @param {{head?: string, html?: string, script?: string}} [options] `html`: attributes of <html>
 */
export function page(body, { head = '', html = 'lang="fr"', script = SCRIPT } = {}) {
  return `<!doctype html><html ${html}><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1"><title>Essai</title>
    <link rel="icon" href="data:,">${head}${script}</head><body><main><h1>Essai</h1>${body}</main></body></html>`;
}

/**
 * Waits for `FranceConnect.ready` and for the elements to have painted.
 * @param {import('selenium-webdriver').WebDriver} driver
 */
export async function ready(driver) {
  await until(() => driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    Promise.resolve(window.FranceConnect?.ready ?? Promise.reject())
      .then(() => setTimeout(() => done(true), 0), () => done(false));`), 'FranceConnect.ready');
}

/** Runs a script once what was scheduled before has been done. */
export function settled(driver, script = '', ...args) {
  return driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const work = (...args) => { ${script} };
    const result = work(...arguments);
    setTimeout(() => done(result), 0);`, ...args);
}

/**
 * What an assistive technology gets of the first element that fits inside the host's shadow root.
 * @returns {Promise<{role: string, name: string}>}
 */
export async function accessible(driver, host, selector) {
  const root = await driver.executeScript('return document.querySelector(arguments[0]).shadowRoot.querySelector(arguments[1])', host, selector);
  return { role: await root.getAriaRole(), name: await root.getAccessibleName() };
}

/**
 * Keeps a file of the site back, as a slow line does, until the test lets it go; at its end at the latest.
 * @returns {() => void} lets it go
 */
export function keepBack(site, path) {
  let letGo;
  const gone = new Promise((resolve) => { letGo = resolve; });
  site.set({ [path]: () => gone.then(() => ({})) });
  return letGo;
}

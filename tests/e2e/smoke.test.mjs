/** The harness itself: that it drives the three engines, and that it notices what goes wrong. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { By, Key, acrossEngines, axe, deep, focused, pageScreenshot, press, shadow, until } from './harness/suite.mjs';

const page = (body, head = '') => `<!doctype html><html lang="fr"><head><title>Essai</title>${head}</head><body><main>${body}</main></body></html>`;

const WIDGET = `<h1>Essai</h1><x-box></x-box><script>
  customElements.define('x-box', class extends HTMLElement {
    connectedCallback() {
      const button = document.createElement('button');
      button.textContent = 'zéro';
      button.onclick = () => { button.textContent = 'un'; };
      this.attachShadow({ mode: 'open' }).append(button);
    }
  });</script>`;

acrossEngines('a button inside a shadow root answers to the keyboard and to the pointer', {
  pages: { '/': page(WIDGET) },
}, async ({ driver, open, site }) => {
  await open('/');
  const root = await shadow(driver, 'x-box');
  const button = await root.findElement(By.css('button'));
  await press(driver, Key.TAB);
  assert.equal(await (await focused(driver)).getText(), 'zéro');
  assert(await driver.executeScript('return document.hasFocus()'), 'the window has the focus');
  assert(await driver.executeScript('return arguments[0].matches(":focus-visible")', button), 'the focus shows');
  await press(driver, Key.ENTER);
  await until(async () => await button.getText() === 'un', 'the click');
  assert.equal(await (await deep(driver, 'button')).getText(), 'un');
  assert.deepEqual(site.requests.map((request) => request.path).filter((path) => path !== '/favicon.ico'), ['/']);
});

acrossEngines('a page can be as narrow as a phone', { pages: { '/': page('<p>étroit') } }, async ({ driver, open }) => {
  await open('/', { width: 360, height: 640 });
  assert.deepEqual(await driver.executeScript('return [innerWidth, innerHeight]'), [360, 640]);
});

acrossEngines('scheme, forced colours, motion and medium are emulated', {
  engines: ['chromium', 'firefox'],
  pages: { '/': page('<p>sombre') },
}, async ({ browser, driver, open }) => {
  const matches = (query) => driver.executeScript('return matchMedia(arguments[0]).matches', query);
  await open('/', { scheme: 'dark', reducedMotion: true });
  assert(await matches('(prefers-color-scheme: dark)'), 'dark');
  assert(await matches('(prefers-reduced-motion: reduce)'), 'reduced motion');
  assert(!await matches('(forced-colors: active)'), 'no forced colours yet');
  await browser.media({ forcedColors: true });
  assert(await matches('(forced-colors: active)'), 'forced colours');
  await browser.media({ medium: 'print' });
  assert(await matches('print'), 'print');
  await browser.media({});
  assert(!await matches('(forced-colors: active)') && !await matches('print'), 'back to the defaults');
});

acrossEngines('a dark browser shows dark pages', { launch: { dark: true }, pages: { '/': page('<p>sombre') } }, async ({ driver, open }) => {
  await open('/');
  assert(await driver.executeScript('return matchMedia("(prefers-color-scheme: dark)").matches'));
});

acrossEngines('errors, rejections, failed loads and statuses are noticed', {
  pages: {
    '/': page(`<script>console.error('dit', new TypeError('quoi'))</script>
      <script>setTimeout(() => { throw new Error('lancée') })</script>
      <script>Promise.reject(new Error('refusée'))</script><script src="/absent.js"></script>`),
    '/next': page('<p>suite'),
  },
  expected: [/console\.error: dit TypeError: quoi/, /uncaught: Error: lancée/, /unhandled rejection: Error: refusée/,
    /load: <script> .*absent\.js/, /http: GET .*absent\.js → 404/],
}, async ({ driver, open, allow }) => {
  // Chromium's own log says the same things in its words.
  allow(/^log: /);
  await open('/');
  await until(() => driver.executeScript('return window.__problems.length === 4'), 'the four');
  // A page that is left by a link leaves its record to the next.
  await driver.executeScript('location.href = "/next"');
  await until(() => driver.executeScript('return location.pathname === "/next" && Boolean(window.__problems)'), 'the next page, and its record');
});

acrossEngines('a violation of the policy is noticed', {
  headers: { 'Content-Security-Policy': "default-src 'self'" },
  pages: { '/': page('<p>sous contrôle', '<style>p { color: red }</style>') },
  expected: [/policy: style-src-elem blocked/],
}, async ({ open, allow }) => {
  allow(/^log: /);
  await open('/');
});

test('a problem that is not declared fails its test, and so does a declared one that stays away', () => {
  // In a run of its own: what is looked at is that run's failure.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const fixture = fileURLToPath(new URL('harness/fixtures/must-fail.mjs', import.meta.url));
  const run = spawnSync(process.execPath, ['--test', '--test-reporter=tap', fixture], {
    env: { ...env, ENGINES: 'chromium' }, encoding: 'utf8',
  });
  assert.equal(run.status, 1, run.stdout + run.stderr);
  assert.match(run.stdout, /^ *not ok \d+ - an undeclared error/m);
  assert.match(run.stdout, /^ *not ok \d+ - an undeclared 404/m);
  assert.match(run.stdout, /^ *not ok \d+ - a declared error that does not come/m);
  assert.match(run.stdout, /^ *ok \d+ - a page without problems/m);
});

acrossEngines('axe finds a picture without a text', {
  engines: ['chromium', 'firefox'],
  pages: { '/': page('<h1>Essai</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">'), '/good': page('<h1>Essai</h1>') },
}, async ({ driver, open, allow }) => {
  allow(/data:image/);
  await open('/');
  assert.match((await axe(driver)).join('\n'), /image-alt/);
  await open('/good');
  assert.deepEqual(await axe(driver), []);
});

acrossEngines('a test starts without what the one before left', { pages: { '/': page('<p>propre') } }, async ({ driver, open, browser }) => {
  await open('/');
  assert.equal(await driver.executeScript('return document.cookie + localStorage.length + sessionStorage.length'), '00');
  await driver.executeScript('document.cookie = "a=1"; localStorage.setItem("a", 1)');
  await browser.fresh();
  await open('/');
  await browser.forget();
  assert.equal(await driver.executeScript('return document.cookie'), '');
});

acrossEngines('pictures are taken', { engines: ['chromium'], pages: { '/': page('<div style="height: 1500px">haut</div>') } }, async ({ browser, open }) => {
  await open('/');
  const { PNG } = await import('pngjs');
  const { readFileSync } = await import('node:fs');
  const image = PNG.sync.read(readFileSync(await pageScreenshot(browser, 'smoke/page', { width: 360 })));
  assert.equal(image.width, 360);
  assert(image.height >= 1500);
});

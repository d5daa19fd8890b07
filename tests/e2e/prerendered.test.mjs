/** dist/prerendered/: painted and usable without a script, taken over without a flash or a shift. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { By, acrossEngines, axe, shadow, until } from './harness/suite.mjs';
import { keepBack, page, ready, settled } from './helpers.mjs';

const read = (name) => readFileSync(path.join(ROOT, 'dist/prerendered', name), 'utf8');
const BUTTON = read('button.html');
const EXPLAINER = read('eligibility.html');
const WASM = '/dist/franceconnect.wasm';
const HASHES = [BUTTON, EXPLAINER].map((html) => html.match(/'sha256-[^']+'/)[0]).join(' ');
const arrival = '<!doctype html><html lang="fr"><link rel="icon" href="data:,"><title>Arrivée</title><h1>Arrivée</h1>';
const after = '<p id="suite">Suite</p>';

/** Where things stand, in CSS pixels. */
const WHERE = `
  const button = document.querySelector('franceconnect-button').shadowRoot;
  const explainer = document.querySelector('franceconnect-eligibility').shadowRoot;
  const box = (element) => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].map(Math.round); };
  return [...button.querySelectorAll('.button, .help'), explainer.querySelector('h2'),
    ...explainer.querySelectorAll('details[part=choice], label[part=choice]'), document.getElementById('suite')].map(box);`;

acrossEngines('without scripts the prerendered button is styled and leads on, and each choice discloses its answer', {
  pages: { '/': page(BUTTON + EXPLAINER, { script: '' }), '/connexion': arrival },
  headers: { 'Content-Security-Policy': `default-src 'none'; img-src data:; style-src ${HASHES}` },
  recorder: false,
}, async ({ driver, open }) => {
  await open('/');
  const explainer = await shadow(driver, 'franceconnect-eligibility');
  const [choice] = await explainer.findElements(By.css('details[part=choice]'));
  const answer = await choice.findElement(By.css('[part=answer]'));
  assert(!await answer.isDisplayed());
  await (await choice.findElement(By.css('summary'))).click();
  await until(() => answer.isDisplayed(), 'the answer');
  assert.match(await answer.getText(), /ne permet pas de se connecter/);
  assert.match(await (await choice.findElement(By.css('summary'))).getCssValue('padding-left'), /^16px|^18px|^1[0-9]/);
  const button = await (await shadow(driver, 'franceconnect-button')).findElement(By.css('.button'));
  assert.match(await button.getCssValue('background-color'), /rgba?\(0, 0, 145/);
  await button.click();
  await until(async () => (await driver.getCurrentUrl()).endsWith('/connexion'), 'the partner’s own route');
});

acrossEngines('the script takes prerendered elements over: nothing moves, the same button stays, focused', {
  pages: { '/': page(BUTTON + EXPLAINER + after) },
}, async ({ driver, engine, open, site }) => {
  const letGo = keepBack(site, WASM);
  await open('/');
  const before = await driver.executeScript(WHERE);
  assert.equal(before.length, 8);
  await driver.executeScript(`
    window.kept = document.querySelector('franceconnect-button').shadowRoot.querySelector('.button');
    kept.focus();`);
  letGo();
  await ready(driver);
  await settled(driver);
  const now = await driver.executeScript(WHERE);
  now.forEach((box, at) => box.forEach((value, side) =>
    assert(Math.abs(value - before[at][side]) <= 1, `box ${at}: ${before[at]} became ${box}`)));
  const kept = await driver.executeScript(`
    const root = document.querySelector('franceconnect-button').shadowRoot;
    return [root.querySelector('.button') === kept, root.activeElement === kept, root.querySelectorAll('style').length,
      document.querySelector('franceconnect-eligibility').shadowRoot.querySelectorAll('input[type=radio]').length];`);
  assert.deepEqual(kept, [true, true, 0, 4]);
  if (engine === 'chromium') {
    const shift = await driver.executeAsyncScript(`
      const done = arguments[arguments.length - 1];
      new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => done(0), 200);`);
    assert.equal(shift, 0);
  }
});

acrossEngines('on a page whose scheme is said, the prerendered button stays the same, focused, and takes the scheme', {
  pages: { '/': page(BUTTON, { head: '<script>document.documentElement.dataset.frTheme = "dark"</script>', script: '' }) },
}, async ({ driver, open, site }) => {
  const letGo = keepBack(site, WASM);
  await open('/');
  const told = await driver.executeAsyncScript(`
    const done = arguments[arguments.length - 1];
    const root = document.querySelector('franceconnect-button').shadowRoot;
    const button = root.querySelector('.button');
    button.focus();
    const script = document.createElement('script');
    script.src = '/dist/franceconnect.js';
    script.onload = () => setTimeout(() => done([root.activeElement === button, getComputedStyle(button).backgroundColor]));
    document.head.append(script);`);
  assert.deepEqual(told, [true, 'rgb(133, 133, 246)']);
  letGo();
  await ready(driver);
  assert.equal(await driver.executeScript('return document.querySelector("franceconnect-button").shadowRoot.activeElement?.className'), 'button');
});

acrossEngines('an answer that is open stays open when the script comes', {
  pages: { '/': page(EXPLAINER) },
}, async ({ driver, open, site }) => {
  const letGo = keepBack(site, WASM);
  await open('/');
  await driver.executeScript("document.querySelector('franceconnect-eligibility').shadowRoot.querySelectorAll('details')[1].open = true");
  letGo();
  await ready(driver);
  await settled(driver);
  assert.deepEqual(await driver.executeScript(`
    const host = document.querySelector('franceconnect-eligibility');
    return [host.getAttribute('who'), host.shadowRoot.querySelector('input:checked')?.value, host.shadowRoot.querySelectorAll('[part=answer]').length];`),
  ['une-collectivite-ou-une-administration', 'une-collectivite-ou-une-administration', 1]);
});

acrossEngines('prerendered elements keep a strict policy that names their styles by hash', {
  pages: { '/': page(BUTTON + EXPLAINER) },
  headers: {
    'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
      + `style-src 'self' ${HASHES}; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types franceconnect`,
  },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
});

for (const [name, html] of [['button', BUTTON], ['explainer', EXPLAINER]]) {
  acrossEngines(`axe finds nothing in the prerendered ${name}, light and dark`, {
    engines: ['chromium', 'firefox'],
    pages: { '/': page(html, { script: '', head: '<style>@media (prefers-color-scheme: dark) { body { background: #161616; color: #fff } }</style>' }) },
  }, async ({ driver, open }) => {
    for (const scheme of ['light', 'dark']) {
      await open('/', { scheme, width: 360 });
      assert.deepEqual(await axe(driver), [], scheme);
    }
  });
}

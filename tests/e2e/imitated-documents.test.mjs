/** In the tests of a partner, on Node with a document that jsdom or happy-dom imitates: quiet, and the own link stays. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { ROOT } from '../../tools/serve.mjs';

/** As Vitest's environments do: the window's properties are the globals. */
const SETUP = {
  jsdom: "import { JSDOM } from 'jsdom'; const { window } = new JSDOM('<!doctype html>', { url: 'http://localhost/' });",
  'happy-dom': "import { Window } from 'happy-dom'; const window = new Window({ url: 'http://localhost/' });",
};

const PAGE = `
  for (const name of Object.getOwnPropertyNames(window)) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { configurable: true, get: () => window[name] });
  }
  Object.defineProperties(globalThis, { window: { value: window }, document: { value: window.document } });
  const { ready, version } = await import('./dist/franceconnect.mjs');
  document.body.innerHTML = '<franceconnect-button><a href="/connexion">S’identifier</a></franceconnect-button><franceconnect-eligibility>Bientôt</franceconnect-eligibility>';
  await new Promise((resolve) => setTimeout(resolve, 300));
  let pressed = 0;
  document.querySelector('a').addEventListener('click', (event) => { event.preventDefault(); pressed += 1; });
  document.querySelector('a').click();
  console.log(JSON.stringify({ version, ready: ready instanceof Promise, pressed, shadow: Boolean(document.querySelector('franceconnect-button').shadowRoot) }));
  process.exit();`;

for (const [library, setup] of Object.entries(SETUP)) {
  test(`with ${library} the import says nothing, and the page’s own link is what a test clicks`, async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', setup + PAGE], { cwd: ROOT });
    assert.equal(stderr, '');
    const { version, ...rest } = JSON.parse(stdout);
    assert.match(version, /^\d+\.\d+/);
    assert.deepEqual(rest, { ready: true, pressed: 1, shadow: false });
  });
}

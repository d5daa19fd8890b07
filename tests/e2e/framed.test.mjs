/** A button that makes its request, in a frame: the whole tab leaves, or nothing does. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready } from './helpers.mjs';

/** The page in the frame: its addresses are the site's own, whose port nobody knows before. */
const FRAMED = page('', { head: `<script>addEventListener('DOMContentLoaded', () => {
  const button = document.createElement('franceconnect-button');
  for (const [name, value] of Object.entries({ 'client-id': 'essai', environment: 'sandbox',
    'authorize-url': location.origin + '/authorize', 'redirect-uri': location.origin + '/retour' })) button.setAttribute(name, value);
  document.querySelector('main').append(button);
})</script>` });
const title = (name) => `<!doctype html><html lang="fr"><title>${name}</title><h1>${name}</h1>`;
const pages = {
  '/cadre': FRAMED,
  '/authorize': title('Arrivée'),
  '/': page('<iframe title="cadre" src="/cadre" width="600" height="400"></iframe>', { script: '' }),
  '/ailleurs': page('<iframe title="cadre" width="600" height="400"></iframe>',
    { script: '', head: `<script>addEventListener('DOMContentLoaded', () => {
      document.querySelector('iframe').src = location.origin.replace('127.0.0.1', 'localhost') + '/cadre';
    })</script>` }),
  '/ferme': page('<iframe title="cadre" sandbox="allow-scripts allow-same-origin" src="/cadre" width="600" height="400"></iframe>', { script: '' }),
};

/** Presses the button in the frame. */
async function press(driver) {
  await driver.switchTo().frame(0);
  await until(() => driver.executeScript('return Boolean(document.querySelector("franceconnect-button")?.shadowRoot?.querySelector(".button"))'), 'the button');
  await ready(driver);
  await driver.executeScript('document.querySelector("franceconnect-button").shadowRoot.querySelector(".button").click()');
}

acrossEngines('in a frame of its own site, the button leads the whole tab to FranceConnect, which no frame may show', { pages }, async ({ driver, open }) => {
  await open('/');
  await press(driver);
  await driver.switchTo().defaultContent();
  await until(async () => await driver.getTitle() === 'Arrivée', 'FranceConnect in the whole tab');
  assert.equal(await driver.executeScript('return JSON.parse(sessionStorage.getItem("franceconnect")).waiting.length'), 1, 'the tab knows the request');
});

for (const [which, path, skip] of [
  ['of another site', '/ailleurs', {}],
  ['that its page does not let out', '/ferme', { webkit: 'it refuses without an error' }],
]) acrossEngines(`in a frame ${which}, the button opens nothing and says why, with another way on`, { pages, skip }, async ({ driver, open, site, allow }) => {
  allow(/FranceConnect|frame|navigat/i);
  await open(path);
  await press(driver);
  const said = await until(() => driver.executeScript(`
    return document.querySelector('franceconnect-button').shadowRoot.querySelector('[role=alert]')?.textContent`), 'what keeps it');
  assert.match(said, /Choisissez une autre façon de vous connecter/);
  assert.equal(await driver.executeScript('return location.pathname'), '/cadre');
  assert(!site.requests.some(({ path: asked }) => asked.startsWith('/authorize')), 'nothing is opened');
});

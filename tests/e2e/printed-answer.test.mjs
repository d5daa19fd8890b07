/** « Imprimer »: the answer alone, wherever its explainer stands. */
import assert from 'node:assert/strict';
import { acrossEngines } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import { ADMINISTRATION, HOST, PERSON, choose, click } from './explainer-steps.mjs';

acrossEngines('only the answer is printed, and the page comes back', {
  engines: ['chromium', 'firefox'],
  // The stub stands in the page itself: a driver's script has its own window in Firefox.
  pages: { '/': page(`<p>avant</p><${HOST}></${HOST}><p>après</p>`, { head: '<script>window.prints = 0; window.print = () => { prints += 1 }</script>' }) },
}, async ({ driver, open, browser }) => {
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  await click(driver, '[part=checklist] li:nth-child(1) input');
  const visible = () => settled(driver, `
    const lines = [];
    const look = (element) => {
      if (!element.checkVisibility({ checkVisibilityCSS: true })) return;
      const own = [...element.childNodes].filter((node) => node.nodeType === 3).map(({ data }) => data.trim()).join('');
      if (own) lines.push(own);
      const after = getComputedStyle(element, '::after').content;
      // Chromium gives the text, Firefox the rule.
      if (/http|attr\\(/.test(after)) lines.push(element.getAttribute('href'));
      for (const child of (element.shadowRoot ?? element).children) look(child);
    };
    look(document.body);
    return lines;`);
  await click(driver, '[data-action=print]');
  assert.equal(await driver.executeScript('return prints'), 1);
  await browser.media({ medium: 'print' });
  const printed = await visible();
  const text = printed.join('\n');
  for (const there of ['Une collectivité ou une administration', 'Vous êtes éligible 👌', 'numéro SIRET', 'description du service',
    'Remplir une demande', 'https://datapass.api.gouv.fr/franceconnect?demarche=collectivite', '7 janvier 2026', 'La demande se remplit sur DataPass', 'https://www.legifrance.gouv.fr/', '10 décembre 2019']) {
    assert(text.includes(there), `${there} in ${text}`);
  }
  for (const absent of ['avant', 'après', 'Essai', 'Un particulier', 'Imprimer', 'Copier']) {
    assert(!printed.includes(absent) && !text.includes(`${absent} `), `no ${absent} in ${text}`);
  }
  // On paper a dark page is light.
  const colours = await settled(driver, `
    const host = document.querySelector('${HOST}');
    host.setAttribute('scheme', 'dark');
    return new Promise((resolve) => setTimeout(() => resolve(['[part=root]', '[part=source]'].map((selector) => {
      const { colorScheme, color } = getComputedStyle(host.shadowRoot.querySelector(selector));
      return [colorScheme, color];
    }))))`);
  assert.deepEqual(colours, [['light', 'rgb(0, 0, 0)'], ['light', 'rgb(0, 0, 0)']]);
  await settled(driver, `document.querySelector('${HOST}').removeAttribute('scheme')`);
  await driver.executeScript('dispatchEvent(new Event("afterprint"))');
  await browser.media({ medium: 'print' });
  assert((await visible()).includes('avant'), 'the page prints whole again');
  await browser.media({});
  const back = await visible();
  for (const there of ['avant', 'après', 'Un particulier', 'Imprimer']) assert(back.includes(there), `${there} in ${back}`);
  await browser.media({});
  // A sheet stays, the same for every print, which hides nothing without a mark.
  await click(driver, '[data-action=print]');
  await driver.executeScript('dispatchEvent(new Event("afterprint"))');
  assert.deepEqual(await driver.executeScript(`return [document.adoptedStyleSheets.length, document.querySelector('${HOST}').getAttributeNames()]`), [1, ['who']]);
});

acrossEngines('inside somebody else’s shadow tree too, the answer is printed alone', {
  engines: ['chromium', 'firefox'],
  pages: { '/': page(`<p id="dehors">dehors</p><x-boite><template shadowrootmode="open"><p id="dedans">dedans</p><${HOST} who="${PERSON}"></${HOST}></template></x-boite>`,
    { head: '<script>window.print = () => {}</script>' }) },
}, async ({ driver, open, browser }) => {
  await open('/');
  await ready(driver);
  const look = () => settled(driver, `
    const box = document.querySelector('x-boite').shadowRoot;
    const host = box.querySelector('${HOST}');
    const shown = (element) => element.checkVisibility();
    return [document.getElementById('dehors'), box.getElementById('dedans'), host.shadowRoot.querySelector('[part=answer]')].map(shown);`);
  await driver.executeScript(`document.querySelector('x-boite').shadowRoot.querySelector('${HOST}').shadowRoot.querySelector('[data-action=print]').click()`);
  await browser.media({ medium: 'print' });
  assert.deepEqual(await look(), [false, false, true]);
  await driver.executeScript('dispatchEvent(new Event("afterprint"))');
  await browser.media({ medium: 'print' });
  assert.deepEqual(await look(), [true, true, true]);
  assert.deepEqual(await driver.executeScript(`
    const box = document.querySelector('x-boite');
    return [document.adoptedStyleSheets.length, box.shadowRoot.adoptedStyleSheets.length, box.getAttributeNames().length];`), [1, 1, 0]);
});

acrossEngines('of elements of ours side by side, the one whose answer is printed stands alone', {
  engines: ['chromium', 'firefox'],
  pages: { '/': page(`<${HOST} who="${PERSON}"></${HOST}><${HOST} who="${ADMINISTRATION}"></${HOST}><franceconnect-sheet></franceconnect-sheet><franceconnect-button href="/entrer"></franceconnect-button>`,
    { head: '<script>window.print = () => {}</script>' }) },
}, async ({ driver, open, browser }) => {
  await open('/');
  await ready(driver);
  const look = () => settled(driver, `
    const hosts = document.querySelectorAll('${HOST}, franceconnect-sheet, franceconnect-button');
    return [...hosts].map((host) => host.checkVisibility());`);
  await driver.executeScript(`document.querySelector('${HOST}').shadowRoot.querySelector('[data-action=print]').click()`);
  assert.deepEqual(await look(), [true, true, true, true]);
  await browser.media({ medium: 'print' });
  assert.deepEqual(await look(), [true, false, false, false]);
  await driver.executeScript('dispatchEvent(new Event("afterprint"))');
  await browser.media({ medium: 'print' });
  assert.deepEqual(await look(), [true, true, true, true]);
});

acrossEngines('under a policy, in two shadow trees, and after a dialogue whose end was not told, the answer is printed alone', {
  engines: ['chromium', 'firefox'],
  pages: { '/': {
    headers: { 'Content-Security-Policy': "default-src 'none'; img-src data:; script-src 'self' 'nonce-essai' 'wasm-unsafe-eval'; connect-src 'self'" },
    body: page(`<p id="a">a</p><div><p id="b">b</p><x-boite><template shadowrootmode="open"><p id="c">c</p><x-etui><template shadowrootmode="open">
      <slot></slot><section><p id="d">d</p><div><${HOST} who="${PERSON}"></${HOST}></div><div><${HOST} who="${ADMINISTRATION}"></${HOST}></div></section></template><p id="e">e</p></x-etui></template></x-boite></div>`,
    { head: '<script nonce="essai">window.print = () => {}</script>' }) } },
}, async ({ driver, open, browser }) => {
  await open('/');
  await ready(driver);
  const trees = `
    const box = document.querySelector('x-boite');
    const sleeve = box.shadowRoot.querySelector('x-etui');
    const hosts = [...sleeve.shadowRoot.querySelectorAll('${HOST}')];`;
  const look = () => settled(driver, `${trees}
    const found = [document, box.shadowRoot, sleeve.shadowRoot].flatMap((root) => [...root.querySelectorAll('p')]);
    for (const host of hosts) found.push(host.shadowRoot.querySelector('[part=answer]'));
    return found.filter((element) => element.checkVisibility()).map((element) => element.id || element.getRootNode().host.getAttribute('who'));`);
  const print = async (which) => {
    await driver.executeScript(`${trees} hosts[${which}].shadowRoot.querySelector('[data-action=print]').click()`);
    await browser.media({ medium: 'print' });
  };
  const all = ['a', 'b', 'c', 'e', 'd', PERSON, ADMINISTRATION];
  assert.deepEqual(await look(), all);
  await print(0);
  assert.deepEqual(await look(), [PERSON]);
  await print(1);
  assert.deepEqual(await look(), [ADMINISTRATION]);
  await browser.media({});
  assert.deepEqual(await look(), all);
  await driver.executeScript('dispatchEvent(new Event("afterprint"))');
  await browser.media({ medium: 'print' });
  assert.deepEqual(await look(), all);
});

acrossEngines('in a page with an element called host, the answer is printed alone; with one called adoptedStyleSheets, the page whole', {
  engines: ['chromium', 'firefox'],
  pages: Object.fromEntries(['host', 'adoptedStyleSheets'].map((name) => [`/${name}`,
    page(`<p id="dehors"><img name="${name}" alt=""></p><${HOST} who="${PERSON}"></${HOST}>`, { head: '<script>window.prints = 0; window.print = () => { prints += 1 }</script>' })])),
}, async ({ driver, open, browser }) => {
  for (const [name, outside] of [['host', false], ['adoptedStyleSheets', true]]) {
    await open(`/${name}`);
    await ready(driver);
    await driver.executeScript(`document.querySelector('${HOST}').shadowRoot.querySelector('[data-action=print]').click()`);
    await browser.media({ medium: 'print' });
    assert.deepEqual(await driver.executeScript(`
      const shown = (element) => element.checkVisibility();
      return [prints, shown(dehors), shown(document.querySelector('${HOST}').shadowRoot.querySelector('[part=answer]'))];`), [1, outside, true], name);
    await browser.media({});
  }
});

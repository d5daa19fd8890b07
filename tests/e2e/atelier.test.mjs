/** www/atelier/, where a document is written: findings and preview follow the text. */
import assert from 'node:assert/strict';
import { By, Key, acrossEngines, axe, chord, press, until } from './harness/suite.mjs';
import { downloaded, drop, focusedPanel, inText, replace, says, selected, shown, start, state, written } from './atelier-steps.mjs';
import { settled } from './helpers.mjs';

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";

acrossEngines('the atelier opens with our document, nothing to remark, the real elements beside it', {
  headers: { 'Content-Security-Policy': POLICY },
}, async ({ driver, open, site }) => {
  await start({ driver, open });
  assert.deepEqual(await shown(driver, 'sheet', '[part=title]'), ['API Bouton FranceConnect']);
  assert.equal((await shown(driver, 'eligibility', '[part=choice]')).length, 4);
  assert.match(await written(driver), /^---\ntitle: API Bouton FranceConnect\n/);
  assert.match(await written(driver, 'questions'), /\nanswers:\n/);
  assert.match(await written(driver, 'amendments'), /\namendments:\n/);
  for (const { path } of site.requests) assert(path.startsWith('/www/') || path === '/favicon.ico', path);
  assert(!site.requests.some(({ path }) => path.includes('/dist/')), 'the widget’s own module is not loaded');
});

acrossEngines('a misspelt key is said with its line and the right word; mended, it is said no more', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await replace(driver, 'tagline:', 'taglin:');
  await says(driver, '1 avertissement');
  const [remark] = await driver.findElements(By.css('#remarks li'));
  const said = await remark.getText();
  assert.match(said, /Avertissement unknown-key — franceconnect\.md, ligne 3, colonne 1/);
  assert.match(said, /vouliez-vous dire tagline/);
  await chord(driver, [Key.CONTROL], Key.HOME);
  await until(async () => (await inText(driver, '.cm-lintRange-warning')).join() === 'taglin', 'the key, underlined');
  assert.equal((await inText(driver, '.cm-gutter-lint .cm-lint-marker-warning')).length, 1);
  // From the keyboard: the remark leads to the key, selected; what is typed replaces it.
  await settled(driver, 'document.querySelector("#remarks button").focus()');
  await press(driver, Key.ENTER);
  assert.deepEqual([await focusedPanel(driver), await selected(driver)], ['panel-document', 'taglin']);
  await press(driver, ...'tagline');
  await says(driver, 'Aucune remarque');
  assert.deepEqual(await driver.findElements(By.css('#remarks li')), []);
  assert.deepEqual(await inText(driver, '.cm-lintRange, .cm-lint-marker'), []);
});

acrossEngines('an error keeps the last sound preview and says so; one beside the document leads to its tab', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await replace(driver, 'title: API Bouton FranceConnect', 'titre: API Bouton');
  await until(async () => /^1 erreur/.test(await state(driver)), 'an error');
  assert.deepEqual(await shown(driver, 'sheet', '[part=title]'), ['API Bouton FranceConnect']);
  assert(await (await driver.findElement(By.id('stale'))).isDisplayed());
  await replace(driver, 'titre: API Bouton', 'title: API Bouton');
  await says(driver, 'Aucune remarque');
  assert(!await (await driver.findElement(By.id('stale'))).isDisplayed());
  assert.deepEqual(await shown(driver, 'sheet', '[part=title]'), ['API Bouton']);

  for (const [panel, right, wrong] of [
    ['questions', 'quote: ', 'quote: Absent '],
    ['amendments', 'href: https:', 'href: http:'],
  ]) {
    await replace(driver, right, wrong, panel);
    await until(async () => /erreur/.test(await state(driver)), 'an error');
    await settled(driver, 'document.querySelector("#remarks .error .place").click()');
    const tab = await driver.executeScript('return document.querySelector("[role=tab][aria-selected=true]").textContent');
    assert.deepEqual([tab, await focusedPanel(driver)], [`franceconnect.${panel}.yaml`, `panel-${panel}`]);
    await replace(driver, wrong, right, panel);
    await says(driver, 'Aucune remarque');
  }
});

acrossEngines('what is written shows in the preview, and the choice made there stays', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await settled(driver, `document.querySelector('franceconnect-eligibility').setAttribute('who', 'un-particulier')`);
  const heading = () => shown(driver, 'eligibility', '[part=answer] > :first-child');
  assert.match((await heading()).join(), /vous n’êtes pas éligible/);
  await replace(driver, 'Désolé, vous n’êtes pas éligible', 'Quel dommage, vous n’êtes pas éligible');
  await until(async () => /Quel dommage/.test((await heading()).join()), 'the new heading');
  // A choice renamed is still the choice made.
  await replace(driver, '- Un particulier', '- Une personne');
  const who = () => settled(driver, 'return document.querySelector("franceconnect-eligibility").getAttribute("who")');
  await until(async () => (await who()) === 'une-personne', 'the renamed choice');
  assert.match((await heading()).join(), /Quel dommage/);
});

acrossEngines('hostile text stays text, and no image is asked of another site', {}, async ({ driver, open, site, allow }) => {
  // The page's own policy refuses the image; the engines say so each in their way.
  allow(/img-src|image\.invalid|Content Security Policy/);
  await start({ driver, open });
  const hostile = `<script>window.pwned = 1</script><img src=x onerror="window.pwned = 1"><svg onload="window.pwned = 1"></svg>
[un lien](javascript:window.pwned=1) <a href="jAvascript:window.pwned=1">un autre</a> ![une image](https://image.invalid/i.png)

### À quoi`;
  await replace(driver, '### À quoi', hostile).catch(() => replace(driver, '### A quoi', hostile));
  await until(async () => /avertissement/.test(await state(driver)), 'warnings');
  const { pwned, bad, text } = await settled(driver, `
    const root = document.querySelector('franceconnect-sheet').shadowRoot;
    const bad = [...root.querySelectorAll('*')].filter((element) =>
      ['script', 'iframe'].includes(element.localName)
      || element.getAttributeNames().some((name) => name.startsWith('on') || /^\\s*javascript:/i.test(element.getAttribute(name))));
    return { pwned: window.pwned ?? null, bad: bad.map((element) => element.outerHTML), text: root.textContent };`);
  assert.equal(pwned, null);
  assert.deepEqual(bad, []);
  assert.match(text, /un lien/);
  const codes = await driver.executeScript('return [...document.querySelectorAll("#remarks code")].map((code) => code.textContent)');
  for (const code of ['unsafe-html', 'unsafe-link']) assert(codes.includes(code), `${code} in ${codes}`);
  assert(site.requests.every(({ path }) => path.startsWith('/www/') || path === '/favicon.ico'));
  const names = await driver.executeScript('return performance.getEntriesByType("resource").filter(({ responseStatus, transferSize }) => responseStatus || transferSize).map(({ name }) => name)');
  for (const name of names) assert(name.startsWith(site.origin) || name.startsWith('data:'), name);
});

acrossEngines('a document dropped takes the place of ours, and downloads as it was edited', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await drop(driver, { 'deposee.md': '---\ntitle: API Déposée\n---\n\nBonjour.\n' });
  await until(async () => (await shown(driver, 'sheet', '[part=title]'))[0] === 'API Déposée', 'the dropped document');
  await replace(driver, 'Bonjour', 'Bonsoir');
  const { name, bytes } = await downloaded(driver, 'download');
  assert.equal(name, 'deposee.md');
  assert.equal(new TextDecoder().decode(bytes), '---\ntitle: API Déposée\n---\n\nBonsoir.\n');
});

acrossEngines('the tabs answer to the arrows, and each text has its place', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await settled(driver, 'document.getElementById("tab-document").focus()');
  for (const panel of ['questions', 'amendments']) {
    await press(driver, Key.ARROW_RIGHT);
    assert.equal(await driver.executeScript('return document.activeElement.id'), `tab-${panel}`);
    assert(await (await driver.findElement(By.id(`panel-${panel}`))).isDisplayed());
  }
  await press(driver, Key.TAB);
  assert.equal(await focusedPanel(driver), 'panel-amendments');
});

acrossEngines('nothing overflows at 360 and 1280 pixels, axe finds nothing, light and dark', {
  engines: ['chromium', 'firefox'], timeout: 120_000,
}, async ({ driver, open, allow }) => {
  // The next page is opened with unsaved text; without a gesture the browser does not ask.
  allow(/beforeunload/);
  for (const [scheme, width] of [['light', 1280], ['light', 360], ['dark', 1280], ['dark', 360]]) {
    await start({ driver, open }, { scheme, width });
    await replace(driver, 'tagline:', 'taglin:');
    await replace(driver, 'last_update: 10/12/2019', 'last_update: 31/02/2019');
    await says(driver, '1 erreur, 1 avertissement');
    assert.deepEqual(await axe(driver), [], `${scheme} ${width}`);
    assert(await driver.executeScript('return document.documentElement.scrollWidth <= innerWidth'), `${width} px`);
  }
});

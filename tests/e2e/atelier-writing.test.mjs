/** www/atelier/, writing from the keyboard: help for keys, findings, corrections, models, the draft, the archive. */
import assert from 'node:assert/strict';
import { unzipSync } from 'fflate';
import { By, Key, acrossEngines, axe, chord, press, until } from './harness/suite.mjs';
import {
  PAGE, downloaded, drop, enter, focusedPanel, inText, replace, says, selected, shown, start, state, write, written,
} from './atelier-steps.mjs';
import { settled } from './helpers.mjs';

const text = (driver, id) => driver.executeScript('return document.getElementById(arguments[0]).textContent', id);
const isShown = async (driver, id) => (await driver.findElement(By.id(id))).isDisplayed();
/** Leaves the page and comes back. */
const again = async (context) => {
  await context.driver.navigate().refresh();
  await until(() => state(context.driver), 'the state', 20_000);
};
const asks = (driver) => driver.executeScript(`
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;`);

acrossEngines('what is typed with keys stands in the text; Tab leaves it, and so does Shift and Tab', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await enter(driver);
  await press(driver, Key.ARROW_DOWN, Key.END, ...' en plus');
  assert.match(await written(driver), /^---\ntitle: API Bouton FranceConnect en plus\ntagline/);
  await until(async () => (await shown(driver, 'sheet', '[part=title]'))[0] === 'API Bouton FranceConnect en plus', 'the preview');
  const before = await written(driver);
  await press(driver, Key.TAB);
  assert.equal(await focusedPanel(driver) ?? null, null);
  await chord(driver, [Key.SHIFT], Key.TAB);
  assert.equal(await focusedPanel(driver), 'panel-document');
  await chord(driver, [Key.SHIFT], Key.TAB);
  assert.equal(await driver.executeScript('return document.activeElement.id'), 'tab-document');
  assert.equal(await written(driver), before);
});

acrossEngines('the key under the cursor is explained, aloud by F1; its neighbours and their values are proposed', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await enter(driver);
  await press(driver, Key.ARROW_DOWN);
  assert.equal(await text(driver, 'key-help'), 'title\u00a0: Le nom de l’API. Obligatoire.');
  await press(driver, Key.F1);
  await until(async () => (await inText(driver, '.cm-announced')).join() === 'title\u00a0: Le nom de l’API. Obligatoire.', 'the announcement');

  const proposed = () => inText(driver, '.cm-completionLabel');
  await press(driver, Key.END, Key.ENTER, ...'cl');
  await until(async () => (await proposed()).join() === 'clients', 'the key that is not there yet');
  await until(async () => (await inText(driver, '.cm-completionInfo')).join() === 'Les services qui utilisent l’API.', 'what it means');
  // The component takes no choice that came less than this before.
  await new Promise((resolve) => setTimeout(resolve, 100));
  await press(driver, Key.ENTER, ...'Ici');
  assert.match(await written(driver), /\nclients:\n {2}- Ici\ntagline/);

  await enter(driver, 'questions');
  await write(driver, 'answers:\n  - who: a\n    outcomes:\n      - verdict: ', 'questions');
  await chord(driver, [Key.CONTROL], ' ');
  await until(async () => (await inText(driver, '.cm-completionLabel', 'questions')).join() === 'eligible,maybe,not-eligible', 'the verdicts');
  await press(driver, Key.ESCAPE);
  assert.deepEqual(await inText(driver, '.cm-completionLabel', 'questions'), []);
  assert.equal(await focusedPanel(driver), 'panel-questions');
  assert.match(await text(driver, 'key-help'), /^verdict\u00a0: /);

  await write(driver, 'amendments:\n  - since: 2026-01-01\n    effect: ', 'amendments');
  await chord(driver, [Key.CONTROL], ' ');
  const effects = async () => (await inText(driver, '.cm-completionLabel', 'amendments')).sort().join();
  await until(async () => (await effects()) === 'ends,new-link,new-value,new-verdict,note,prepare', 'the effects');
  await press(driver, Key.ESCAPE);
  assert.match(await text(driver, 'key-help'), /^effect\u00a0: .* Obligatoire\.$/);
});

acrossEngines('F8 goes from finding to finding and reads each; the list has them all, whole', {}, async ({ driver, open }) => {
  await start({ driver, open });
  const keys = Array.from({ length: 30 }, (_, index) => `cle_inconnue_${index}: x\n`).join('');
  await replace(driver, 'tagline:', `${keys}tagline:`);
  await says(driver, '30 avertissements');
  await chord(driver, [Key.CONTROL], Key.HOME);
  await press(driver, Key.F8);
  assert.equal(await selected(driver), 'cle_inconnue_0');
  // The component writes it a moment later, so that it is heard.
  await until(async () => (await inText(driver, '.cm-announced')).join().includes('cle_inconnue_0'), 'the finding, read');
  await press(driver, Key.F8);
  assert.equal(await selected(driver), 'cle_inconnue_1');
  await chord(driver, [Key.SHIFT], Key.F8);
  assert.equal(await selected(driver), 'cle_inconnue_0');
  const clipped = await settled(driver, `
    const items = [...document.querySelectorAll('#remarks li')];
    const last = items.at(-1);
    last.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = last.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    const cut = items.filter((item) => item.scrollWidth > item.clientWidth || item.scrollHeight > item.clientHeight);
    return { count: items.length, cut: cut.length, reached: last.contains(hit) };`);
  assert.deepEqual(clipped, { count: 30, cut: 0, reached: true });
});

acrossEngines('a document with errors leaves the preview empty, with the reason; the next one that compiles fills it', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await drop(driver, { 'autre.md': '---\ntagline: Sans titre\nis_open: 7\n---\n' });
  await until(async () => (await text(driver, 'nothing')) === 'Rien à montrer\u00a0: 2 erreurs dans la fiche.', 'the reason');
  assert.deepEqual([await isShown(driver, 'shown'), await isShown(driver, 'stale')], [false, false]);
  await write(driver, '---\ntitle: API Autre\n---\n');
  await says(driver, 'Aucune remarque');
  assert.deepEqual([await isShown(driver, 'shown'), await isShown(driver, 'nothing')], [true, false]);
  assert.deepEqual(await shown(driver, 'sheet', '[part=title]'), ['API Autre']);
});

acrossEngines('another document pasted over the first is not shown as it, and what stood beside the first is taken out, said', {}, async ({ driver, open }) => {
  await start({ driver, open });
  await write(driver, '---\ntitle: API Collée\nis_open: 7\n---\n');
  await until(async () => (await text(driver, 'nothing')) === 'Rien à montrer\u00a0: 1 erreur dans la fiche.', 'the reason');
  assert.deepEqual([await isShown(driver, 'shown'), await isShown(driver, 'stale')], [false, false]);
  assert.match(await text(driver, 'opened'), /^Cette fiche est une autre\u00a0: les questions et les modifications de la précédente sont retirées/);
  for (const panel of ['questions', 'amendments']) assert.equal(await written(driver, panel), '', panel);
  await replace(driver, 'is_open: 7', 'is_open: 1');
  await says(driver, 'Aucune remarque');
  assert.deepEqual(await shown(driver, 'sheet', '[part=title]'), ['API Collée']);
  // The author’s own questions stay.
  await write(driver, 'answers:\n  - who: Une commune\n', 'questions');
  await write(driver, '---\ntitle: API Encore\n---\n');
  await until(async () => /^Cette fiche est une autre, et les questions ne sont pas les siennes/.test(await text(driver, 'opened')), 'that they are not its own');
  assert.equal(await written(driver, 'questions'), 'answers:\n  - who: Une commune\n');
});

acrossEngines('« Nouveau » starts from models without a finding, under a name; undoing brings back what stood there', {}, async ({ driver, open }) => {
  await start({ driver, open });
  const before = await written(driver);
  await settled(driver, 'document.getElementById("new").focus()');
  await press(driver, Key.ENTER);
  assert(await isShown(driver, 'new-dialog'));
  const name = await driver.findElement(By.id('new-name'));
  await name.clear();
  await name.sendKeys('mon-api', Key.ENTER);
  await until(async () => (await shown(driver, 'sheet', '[part=title]'))[0] === 'API Exemple', 'the model');
  assert.equal(await state(driver), 'Aucune remarque');
  assert(!await isShown(driver, 'new-dialog'));
  assert.deepEqual(
    [await text(driver, 'tab-document'), await text(driver, 'tab-questions'), await text(driver, 'tab-amendments')],
    ['mon-api.md', 'mon-api.questions.yaml', 'mon-api.amendments.yaml'],
  );
  assert.deepEqual(await shown(driver, 'eligibility', '[part=choice]'), ['Une collectivité ou une administration', 'Une entreprise', 'Un particulier']);
  assert.equal(await focusedPanel(driver), 'panel-document');
  assert.match(await written(driver, 'amendments'), /\namendments:\n/);
  await enter(driver);
  await chord(driver, [Key.CONTROL], 'z');
  assert.equal(await written(driver), before);
});

acrossEngines('« Tout télécharger » gives one archive of the files that are written, as they are', {}, async ({ driver, open }) => {
  await start({ driver, open });
  const texts = [await written(driver), await written(driver, 'questions'), await written(driver, 'amendments')];
  const read = async () => {
    const { name, bytes } = await downloaded(driver, 'download-all');
    const files = Object.entries(unzipSync(bytes)).map(([each, content]) => [each, new TextDecoder().decode(content)]);
    return { name, files: Object.fromEntries(files) };
  };
  assert.deepEqual(await read(), {
    name: 'franceconnect.zip',
    files: {
      'franceconnect.md': texts[0],
      'franceconnect.questions.yaml': texts[1],
      'franceconnect.amendments.yaml': texts[2],
    },
  });
  await drop(driver, { 'seule.md': '---\ntitle: API Seule\n---\n' });
  await until(async () => (await written(driver)).includes('API Seule'), 'the dropped file');
  assert.deepEqual(await read(), { name: 'seule.zip', files: { 'seule.md': '---\ntitle: API Seule\n---\n' } });
});

acrossEngines('a draft is kept on this device, said, there again at the next visit, and gone once forgotten', {}, async (context) => {
  const { driver } = context;
  context.allow(/beforeunload/);
  await start(context);
  assert.match(await text(driver, 'draft'), /^Ce que vous écrirez sera gardé sur cet appareil/);
  assert.deepEqual([await isShown(driver, 'forget'), await driver.executeScript('return localStorage.length')], [false, 0]);
  await replace(driver, 'title: API Bouton FranceConnect', 'title: API Brouillon');
  await until(async () => /^Brouillon gardé sur cet appareil/.test(await text(driver, 'draft')), 'that it is kept');
  assert.equal(await asks(driver), false, 'nothing would be lost');
  // Another tab's text takes its place: this one's is kept nowhere, until it is written again.
  await settled(driver, 'dispatchEvent(new StorageEvent("storage", { key: "franceconnect-atelier" }))');
  assert.match(await text(driver, 'draft'), /^Un autre onglet a remplacé ce brouillon/);
  assert.equal(await asks(driver), true);
  await replace(driver, 'owner_acronym: DINUM', 'owner_acronym: Dinum');
  await until(async () => /^Brouillon gardé sur cet appareil/.test(await text(driver, 'draft')), 'that it is kept again');
  assert.equal(await asks(driver), false);
  await replace(driver, '# La demande.', '# La demande, aujourd’hui.', 'amendments');
  await until(() => driver.executeScript('return localStorage.getItem("franceconnect-atelier").includes("# La demande, aujourd’hui.")'), 'the amendments');
  await again(context);
  assert.match(await written(driver, 'amendments'), /# La demande, aujourd’hui\./);
  assert.match(await text(driver, 'opened'), /^Votre brouillon du .* est repris ici\.$/);
  assert.match(await written(driver), /^---\ntitle: API Brouillon\n/);
  assert.deepEqual(await shown(driver, 'sheet', '[part=title]'), ['API Brouillon']);
  await settled(driver, 'document.getElementById("forget").click()');
  assert.match(await text(driver, 'draft'), /^Brouillon oublié/);
  assert.equal(await driver.executeScript('return localStorage.length'), 0);
  assert.match(await written(driver), /^---\ntitle: API Brouillon\n/, 'the text itself stays');
  await again(context);
  assert.match(await written(driver), /^---\ntitle: API Bouton FranceConnect\n/);
});

acrossEngines('the browser asks before it leaves text that is neither kept nor in a file, and no longer once it is downloaded', {}, async ({ driver, open, allow }) => {
  allow(/beforeunload/);
  await start({ driver, open });
  await driver.executeScript('Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };');
  assert.equal(await asks(driver), false, 'nothing is written yet');
  await replace(driver, 'tagline:', 'taglin:');
  await says(driver, '1 avertissement');
  assert.match(await text(driver, 'draft'), /^Ce navigateur refuse de garder un brouillon/);
  assert.equal(await asks(driver), true);
  await downloaded(driver, 'download');
  assert.equal(await asks(driver), false);
});

acrossEngines('a draft that is not ours, or that the browser does not give, changes nothing', {}, async (context) => {
  const { driver } = context;
  await start(context);
  for (const kept of ['{', '{"files":{"document":{"text":1}}}', '[]', 'null']) {
    await driver.executeScript('localStorage.setItem("franceconnect-atelier", arguments[0])', kept);
    await again(context);
    assert.match(await written(driver), /^---\ntitle: API Bouton FranceConnect\n/, kept);
  }
});

acrossEngines('with the dialog, the proposals and a finding open, axe finds nothing', { engines: ['chromium', 'firefox'] }, async ({ driver, open }) => {
  for (const scheme of ['light', 'dark']) {
    await open(PAGE, { scheme });
    await until(() => state(driver), 'the state', 20_000);
    await enter(driver);
    await press(driver, Key.ARROW_DOWN, Key.END, Key.ENTER, ...'cl');
    await until(async () => (await inText(driver, '.cm-completionLabel')).length === 1, 'the proposals');
    assert.deepEqual(await axe(driver), [], `${scheme}: the proposals`);
    await press(driver, Key.ESCAPE);
    await until(async () => /erreur/.test(await state(driver)), 'an error');
    await press(driver, Key.F8);
    await until(async () => (await inText(driver, '.cm-tooltip-lint')).length === 1, 'the finding');
    assert.deepEqual(await axe(driver), [], `${scheme}: a finding`);
    await chord(driver, [Key.CONTROL], 'f');
    await until(async () => (await inText(driver, '.cm-search')).length === 1, 'the search');
    assert.deepEqual(await axe(driver), [], `${scheme}: the search`);
    await settled(driver, 'document.getElementById("new").click()');
    assert.deepEqual(await axe(driver), [], `${scheme}: the dialog`);
    await driver.executeScript('localStorage.clear()');
  }
});

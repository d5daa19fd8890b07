/** `<franceconnect-eligibility>` and `<franceconnect-sheet>`: choices, events, keyboard, accessibility. */
import assert from 'node:assert/strict';
import { Key, acrossEngines, axe, focused, press } from './harness/suite.mjs';
import { accessible, page, ready, settled } from './helpers.mjs';

const HOST = 'franceconnect-eligibility';
const pages = { '/': page(`<${HOST}></${HOST}>`), '/fiche': page('<franceconnect-sheet></franceconnect-sheet>') };
const IDS = ['un-particulier', 'une-collectivite-ou-une-administration', 'un-editeur-de-logiciel', 'une-entreprise-de-droit-prive'];

const state = (driver) => settled(driver, `
  const host = document.querySelector('${HOST}');
  const root = host.shadowRoot;
  return { who: host.getAttribute('who'), checked: root.querySelector('input[name=who]:checked')?.value ?? null,
    status: root.querySelector('[role=status]').textContent, answer: root.querySelector('[part~=answer]')?.textContent ?? '' };`);

const listen = (driver) => driver.executeScript(`
  window.heard = [];
  addEventListener('franceconnect-eligibility', ({ detail, composed, bubbles }) => heard.push({ detail, composed, bubbles }));`);

/** What stands under the choices: the answer, or the button that leads on to the questions. */
const under = (driver) => settled(driver, `
  const root = document.querySelector('${HOST}').shadowRoot;
  return root.querySelector('[part~=answer]') ? 'answer' : root.querySelector('[part=steps]')?.textContent ?? '';`);
const WHAT_COMES = ['answer', 'answer', 'Continuer', 'Continuer'];

acrossEngines('a choice by pointer shows its answer, is reflected and told once', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  assert.deepEqual(await state(driver), { who: null, checked: null, status: '', answer: '' });
  const label = await driver.executeScript(`
    return document.querySelector('${HOST}').shadowRoot.querySelector('[value=${IDS[1]}]').closest('label')`);
  await label.click();
  const { answer, ...rest } = await state(driver);
  assert.deepEqual(rest, { who: IDS[1], checked: IDS[1], status: 'Vous êtes éligible' });
  assert.match(answer, /Toute administration qui le souhaite.*SIRET.*Remplir une demande/s);
  assert.doesNotMatch(answer, /\*\*|###|undefined/);
  assert.equal((answer.match(/à votre place !/g) ?? []).length, 1);
  const heard = await driver.executeScript('return window.heard');
  assert.equal(heard.length, 1);
  const [{ detail: { api, who, verdict, unmet }, composed, bubbles }] = heard;
  assert.deepEqual([api, who, verdict, unmet, composed, bubbles], ['franceconnect', IDS[1], 'eligible', [], true, true]);
});

acrossEngines('arrow keys choose, and the focus stays on the choice', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  await press(driver, Key.TAB, Key.SPACE);
  assert.equal((await state(driver)).who, IDS[0]);
  for (const at of [1, 2, 3]) {
    const id = IDS[at];
    await press(driver, Key.ARROW_DOWN);
    const { who, checked } = await state(driver);
    assert.deepEqual([who, checked], [id, id]);
    assert.equal(await under(driver), WHAT_COMES[at]);
    assert.equal(await (await focused(driver)).getAttribute('value'), id, 'the focus is on the choice');
  }
  await press(driver, Key.ARROW_UP);
  assert.equal((await state(driver)).who, IDS[2]);
  assert.equal(await driver.executeScript('return heard.length'), 5, 'told once each');
  assert.equal((await state(driver)).status, '', 'nothing is said of a question that is not shown');
});

acrossEngines('who, set by a script, shows its answer and is no event', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  const set = (value) => settled(driver, `document.querySelector('${HOST}').setAttribute('who', args[0])`, value);
  for (const id of [...IDS, IDS[0]]) {
    await set(id);
    assert.equal((await state(driver)).checked, id);
    assert.equal(await under(driver), WHAT_COMES[IDS.indexOf(id)]);
  }
  assert.equal((await state(driver)).status, 'Vous n’êtes pas éligible');
  await settled(driver, `document.querySelector('${HOST}').removeAttribute('who')`);
  assert.deepEqual(await state(driver), { who: null, checked: null, status: '', answer: '' });
  assert.equal(await driver.executeScript('return heard.length'), 0);
});

acrossEngines('the call to action tells where it leads, and can be kept', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await settled(driver, `document.querySelector('${HOST}').setAttribute('who', 'un-particulier')`);
  await driver.executeScript(`addEventListener('franceconnect-apply', (event) => { event.preventDefault(); window.apply = event.detail; })`);
  await (await driver.executeScript(`return document.querySelector('${HOST}').shadowRoot.querySelector('[part~=action]')`)).click();
  assert.deepEqual(await settled(driver, 'return window.apply'), { api: 'franceconnect', who: 'un-particulier', url: 'https://franceconnect.gouv.fr/faq' });
  assert.equal(await driver.getTitle(), 'Essai');
});

acrossEngines('headings shift with heading-level, in order', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  for (const level of [2, 3, 4, 5]) {
    await settled(driver, `
      const host = document.querySelector('${HOST}');
      host.setAttribute('heading-level', args[0]); host.setAttribute('who', 'un-particulier');`, level);
    const levels = await settled(driver, `
      return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) => +localName[1])`);
    assert.equal(levels[0], level);
    assert(levels.slice(1).every((each) => each === level + 1), String(levels));
  }
});

acrossEngines('in an English page the interface is English, the catalogue stays French', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await settled(driver, `document.documentElement.lang = 'en-GB'; document.querySelector('${HOST}').setAttribute('who', 'un-particulier')`);
  const said = await settled(driver, `
    const root = document.querySelector('${HOST}').shadowRoot;
    const lang = (element) => element.closest('[lang]').lang;
    return { legend: root.querySelector('legend').textContent, of: lang(root.querySelector('legend')),
      choice: lang(root.querySelector('[part~=choice]')), answer: lang(root.querySelector('[part~=answer] p')) };`);
  assert.deepEqual(said, { legend: 'Who are you?', of: 'en', choice: 'fr', answer: 'fr' });
});

acrossEngines('roles and names are those of a form', { pages }, async ({ driver, open, engine }) => {
  await open('/');
  await ready(driver);
  const choice = await accessible(driver, HOST, 'input');
  assert.deepEqual(choice, { role: 'radio', name: 'Un particulier' });
  // WebKitGTK names a group without its legend's heading.
  if (engine !== 'webkit') assert.deepEqual(await accessible(driver, HOST, 'fieldset'), { role: 'group', name: 'Qui êtes-vous\u202f?' });
});

// The explainer's own states are in accessibility.test.mjs.
acrossEngines('axe finds nothing in the sheet, light and dark, wide and narrow', {
  engines: ['chromium', 'firefox'], pages, timeout: 120_000,
}, async ({ driver, open }) => {
  for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
    await open('/fiche', { width, scheme });
    await ready(driver);
    await settled(driver, `document.body.style.background = args[0] === 'dark' ? '#161616' : '#fff';
      document.body.style.color = args[0] === 'dark' ? '#fff' : '#161616'`, scheme);
    assert.deepEqual(await axe(driver), [], `sheet ${scheme} ${width}`);
    assert(await driver.executeScript('return document.documentElement.scrollWidth <= innerWidth'), `no horizontal scroll: ${width}`);
  }
});

acrossEngines('the sheet says everything as people write it', { pages }, async ({ driver, open }) => {
  await open('/fiche');
  await ready(driver);
  const text = await driver.executeScript('return document.querySelector("franceconnect-sheet").shadowRoot.textContent');
  for (const value of ['99,89\u00a0%', '120\u202f883', '10 décembre 2019', 'Direction interministérielle du numérique (DINUM)',
    'Source\u00a0: api.gouv.fr (DINUM)']) {
    assert(text.replaceAll('\u202f%', '\u00a0%').includes(value), `${value} in ${text.slice(0, 900)}`);
  }
  assert.match(text, /Âge de cette fiche, en années\u00a0: \d+/);
});

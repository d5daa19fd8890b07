/** The explainer’s questions: one at a time, back to the last one, until the verdict. */
import assert from 'node:assert/strict';
import { Key, acrossEngines, chord, press } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import {
  COMPANY, EDITOR, HOST, PERSON,
  back, change, choose, click, examples, heard, inside, listen, next, pick, shown, shows, walk,
} from './explainer-steps.mjs';

const pages = {
  '/': page(`<p>avant</p><div id="place"></div><${HOST}></${HOST}><p id="after">après</p>`),
};
/** What stands under a choice that has questions. */
const CHOSEN = { question: '', verdict: '', status: '', text: '', actions: ['next'], answers: [] };
const COMPANY_SAID = 'Une entreprise de droit privé';

acrossEngines('one thing is asked at a time: the choice, which folds once the visitor goes on, then each question', { pages }, async ({ driver, open }) => {
  const asks = () => driver.executeScript(`
    return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('legend')].map(({ textContent }) => textContent.replaceAll(/[\u00a0\u202f]/g, ' '));`);
  await open('/');
  await ready(driver);
  for (const who of [COMPANY, EDITOR]) {
    await choose(driver, who);
    await shows(driver, { ...CHOSEN, focus: who });
    assert.deepEqual(await asks(), ['Qui êtes-vous ?']);
  }
  await next(driver);
  await shows(driver, { focus: 'question', answers: ['Un éditeur de logiciel'], status: '', verdict: '' });
  assert.deepEqual(await asks(), ['Question 2 Agissez-vous pour le compte d’une administration ou d’une collectivité ?']);
  const { heading, answers } = await settled(driver, `
    const root = document.querySelector('${HOST}').shadowRoot;
    const place = (selector) => root.querySelector(selector).getBoundingClientRect();
    return { heading: place('legend'), answers: place('[name=answer]') };`);
  assert(answers.top - heading.bottom < 40, `the answers are directly under it: ${JSON.stringify([heading, answers])}`);
  await walk(driver, COMPANY);
  await shows(driver, { question: /^Question 2 Votre service en ligne/ });
  await pick(driver, 'non');
  await next(driver);
  await shows(driver, { question: /^Question 3 Un texte réglementaire/, answers: [COMPANY_SAID] });
  assert.equal((await asks()).length, 1);
  await pick(driver, 'oui');
  await next(driver);
  await shows(driver, { verdict: 'eligible', answers: [COMPANY_SAID, 'Non', 'Oui'] });
  assert.deepEqual(await asks(), []);
});

acrossEngines('questions come one at a time, and the verdict says why, what is missing and what would change it', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  await choose(driver, COMPANY);
  await shows(driver, { ...CHOSEN, focus: COMPANY });
  assert.deepEqual(await heard(driver), [{ api: 'franceconnect', who: COMPANY, verdict: 'maybe', unmet: [], question: 'adresse' }]);
  await next(driver);
  await shows(driver, { question: /changement d’adresse/, status: '', verdict: '', checked: null, focus: 'question', actions: ['next', 'back'] });
  assert.deepEqual(await heard(driver), [], 'going on from the choice is no news');
  await pick(driver, 'non');
  assert.deepEqual(await heard(driver), [], 'an answer counts once the visitor goes on');
  await next(driver);
  await shows(driver, { question: /texte réglementaire/, checked: null, focus: 'question', status: '', actions: ['next', 'back'] });
  await heard(driver);
  await pick(driver, 'non');
  await next(driver);
  const { text } = await shows(driver, { verdict: 'not-eligible', status: 'Vous n’êtes pas éligible', focus: 'reason', actions: [], question: '' });
  const unmet = ['Votre service n’est pas lié à la démarche de changement d’adresse.',
    'Aucun texte réglementaire n’impose de vérifier l’identité de vos utilisateurs.'];
  const [detail, ...others] = await heard(driver);
  assert.deepEqual(others, []);
  assert.deepEqual({ ...detail, unmet: detail.unmet.map((said) => said.replaceAll('\u00a0', ' ')) },
    { api: 'franceconnect', who: COMPANY, verdict: 'not-eligible', unmet });
  for (const said of ['Ce qui manque', ...unmet, 'Ce point seul changerait la réponse.',
    'Depuis le 21 mai 2021', 'elle est terminée', 'Source : Arrêté du 11 mai 2020, article 1', 'Écrire à l’équipe FranceConnect',
    'Ce que disait le document, qui ne vaut plus', 'Pour participer à cette expérimentation, les entreprises']) {
    assert(text.includes(said), `${said} in ${text.slice(0, 1500)}`);
  }
  const full = await inside(driver, '[part=full] summary');
  assert.equal(await full.getText(), 'Lire le texte complet');
  await full.click();
  assert.match(await (await inside(driver, '[part=full]')).getText(), /Depuis le 21 mai 2021[^]*Écrire à l’équipe FranceConnect/);
  await walk(driver, PERSON);
  await walk(driver, COMPANY, 'oui');
  await shows(driver, { verdict: 'eligible', text: /Ce que dit le document[^]*Remplir une demande/ });
});

acrossEngines('the full text stands one action away from the first question', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, COMPANY);
  await click(driver, '[part=full] summary');
  assert.match(await (await inside(driver, '[part=full]')).getText(), /entreprises ou associations peuvent intégrer FranceConnect[^]*elle est terminée/);
  await shows(driver, { question: /changement d’adresse/ });
});

acrossEngines('« Continuer » without an answer asks for one, once, and is no event', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, EDITOR);
  await listen(driver);
  for (let press = 0; press < 2; press += 1) {
    await next(driver);
    await shows(driver, { alert: 'Choisissez une réponse pour continuer.', focus: 'missing', question: /pour le compte/ });
  }
  const order = await driver.executeScript(`
    return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('[part=question], [role=alert], [name=answer]')]
      .map((each) => each.getAttribute('part') ?? each.getAttribute('role') ?? each.name)`);
  assert.deepEqual(order, ['question', 'alert', 'answer', 'answer'], 'between the question and its answers');
  const described = await inside(driver, '[part=questions]');
  assert.equal(await described.getAttribute('aria-describedby'), await (await inside(driver, '[role=alert]')).getAttribute('id'));
  assert.deepEqual(await heard(driver), []);
  await pick(driver, 'non');
  await next(driver);
  await shows(driver, { alert: '', verdict: 'not-eligible' });
  await change(driver, 1);
  await shows(driver, { alert: '', checked: 'non', focus: 'question' });
});

acrossEngines('« Question précédente » and « Modifier » keep the answers, another choice starts anew', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, COMPANY, 'non', 'oui');
  await shows(driver, { verdict: 'eligible', status: 'Vous êtes éligible', answers: [COMPANY_SAID, 'Non', 'Oui'] });
  await change(driver, 2);
  await shows(driver, { checked: 'oui', focus: 'question', question: /texte réglementaire/ });
  await back(driver);
  await shows(driver, { checked: 'non', focus: 'question', question: /changement d’adresse/ });
  await back(driver);
  await shows(driver, { ...CHOSEN, who: COMPANY, focus: COMPANY });
  await next(driver);
  await shows(driver, { verdict: 'eligible', focus: 'reason', text: /un texte réglementaire demande de vérifier/ });
  // One that is changed leaves the other, which is not asked meanwhile.
  await change(driver, 1);
  await shows(driver, { checked: 'non' });
  await pick(driver, 'oui');
  await next(driver);
  await shows(driver, { verdict: 'eligible', answers: [COMPANY_SAID, 'Oui'], text: /changement d’adresse, et uniquement/ });
  await change(driver, 1);
  await pick(driver, 'non');
  await next(driver);
  await shows(driver, { verdict: 'eligible', focus: 'reason', answers: [COMPANY_SAID, 'Non', 'Oui'] });
  await change(driver, 2);
  await pick(driver, 'non');
  await next(driver);
  await shows(driver, { verdict: 'not-eligible', answers: [COMPANY_SAID, 'Non', 'Non'] });
  await walk(driver, EDITOR);
  await shows(driver, { checked: null, question: /pour le compte/ });
  await walk(driver, COMPANY);
  await shows(driver, { question: /changement d’adresse/, checked: null });
});

acrossEngines('« Modifier » says what it changes, and the keyboard alone gets there and on, the focus never lost', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const focus = async () => (await shown(driver)).focus;
  const names = () => driver.executeScript(`
    const words = (button) => [...button.childNodes].map(({ textContent }) => textContent).join(' ').replaceAll('\\u202f', ' ');
    return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('[part=answers] button')].map(words);`);
  await press(driver, Key.TAB, Key.ARROW_DOWN, Key.ARROW_DOWN, Key.ARROW_DOWN, Key.TAB);
  assert.equal(await focus(), 'next');
  await press(driver, Key.ENTER);
  assert.equal(await focus(), 'question');
  assert.deepEqual(await names(), ['Modifier Qui êtes-vous ?']);
  await chord(driver, [Key.SHIFT], Key.TAB);
  assert.equal(await focus(), 'change 0', 'right before the question');
  const button = await inside(driver, '[part=answers] button');
  assert.equal((await button.getAccessibleName()).replaceAll(/\s+/g, ' '), 'Modifier Qui êtes-vous ?');
  await press(driver, Key.ENTER);
  await shows(driver, { ...CHOSEN, focus: COMPANY });
  await press(driver, Key.TAB, Key.ENTER, Key.TAB, Key.SPACE, Key.TAB, Key.ENTER);
  await shows(driver, { verdict: 'eligible', focus: 'reason', answers: [COMPANY_SAID, 'Oui'] });
  assert.deepEqual(await names(), ['Modifier Qui êtes-vous ?', 'Modifier Votre service en ligne est-il lié à la démarche de changement d’adresse ?']);
  // The quotation stands between.
  await press(driver, Key.TAB, Key.TAB);
  assert.equal(await focus(), 'change 0');
  await press(driver, Key.TAB);
  assert.equal(await focus(), 'change 1');
  await press(driver, Key.SPACE);
  await shows(driver, { question: /^Question 2 /, checked: 'oui', focus: 'question' });
});

acrossEngines('a change of language or of place keeps the answers given', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, COMPANY, 'non');
  await pick(driver, 'non');
  await settled(driver, `document.documentElement.lang = 'en'`);
  await shows(driver, { checked: 'non', question: /texte réglementaire/ });
  await settled(driver, `document.querySelector('#place').append(document.querySelector('${HOST}'))`);
  await shows(driver, { who: COMPANY, checked: 'non', question: /texte réglementaire/, actions: ['next', 'back'] });
  await next(driver);
  await shows(driver, { verdict: 'not-eligible', status: 'You are not eligible' });
});

acrossEngines('what makes the page equal to its server’s HTML takes away neither choice nor answers, a value that the page sets does', { pages }, async ({ driver, open }) => {
  // As Idiomorph and morphdom do: attributes that the new HTML does not have are removed.
  const morph = (html) => settled(driver, `
    const host = document.querySelector('${HOST}');
    const wanted = new DOMParser().parseFromString(args[0], 'text/html').body.firstChild;
    for (const name of host.getAttributeNames()) if (!wanted.hasAttribute(name)) host.removeAttribute(name);
    for (const { name, value } of wanted.attributes) if (host.getAttribute(name) !== value) host.setAttribute(name, value);`, html);
  await open('/');
  await ready(driver);
  await listen(driver);
  await walk(driver, COMPANY, 'non');
  await pick(driver, 'oui');
  await heard(driver);
  for (let time = 0; time < 2; time += 1) {
    await morph(`<${HOST}></${HOST}>`);
    await shows(driver, { who: COMPANY, question: /texte réglementaire/, checked: 'oui', actions: ['next', 'back'] });
  }
  assert.deepEqual(await heard(driver), [], 'nothing is new');
  await morph(`<${HOST} who="${EDITOR}"></${HOST}>`);
  await shows(driver, { ...CHOSEN, who: EDITOR });
  await morph(`<${HOST}></${HOST}>`);
  await shows(driver, { who: null, question: '', verdict: '' });
  // Gone on from, the page's choice is the visitor's too.
  await morph(`<${HOST} who="${EDITOR}"></${HOST}>`);
  await next(driver);
  await morph(`<${HOST}></${HOST}>`);
  await shows(driver, { who: EDITOR, question: /pour le compte/, checked: null });
  await choose(driver, COMPANY);
  await morph(`<${HOST} who=""></${HOST}>`);
  await shows(driver, { who: '', question: '', verdict: '' });
});

acrossEngines('every example beside the questions gets its verdict, in the element and as data', { pages, timeout: 120_000 }, async ({ driver, open }) => {
  const all = examples();
  assert.equal(all.length, 8);
  await open('/');
  await ready(driver);
  await listen(driver);
  for (const { who, answers, verdict } of all) {
    await choose(driver, who === COMPANY ? EDITOR : COMPANY);
    await choose(driver, who);
    await next(driver);
    for (const option of Object.values(answers)) {
      // Some questions of the examples lead nowhere any more.
      if (!(await shown(driver)).question) break;
      await pick(driver, option);
      await next(driver);
    }
    const { verdict: told, status } = await shown(driver);
    assert.equal(told, verdict, JSON.stringify(answers));
    assert.notEqual(status, '');
    const detail = (await heard(driver)).at(-1);
    const data = await driver.executeScript('return FranceConnect.eligibility("franceconnect", ...arguments)', who, answers);
    const { api, who: whose, verdict: same, unmet, question } = data;
    assert.deepEqual({ api, who: whose, verdict: same, unmet }, detail);
    assert.equal(question ?? null, null);
    assert.equal(same, verdict);
  }
  const asked = await driver.executeScript('return FranceConnect.eligibility("franceconnect", arguments[0], { adresse: "non" })', COMPANY);
  assert.deepEqual([asked.verdict, asked.question, asked.questions.length], ['maybe', 'identite', 2]);
});

acrossEngines('taken out of the page and put back, the explainer shows what the visitor has done, unless the page has chosen meanwhile', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  /** Takes it out for longer than a task, does something to it, puts it back. */
  const putBack = (work) => driver.executeAsyncScript(`
    const [done] = arguments;
    const host = document.querySelector('${HOST}');
    const parent = host.parentNode;
    host.remove();
    setTimeout(() => { ${work}; parent.append(host); setTimeout(done, 50); }, 50);`);
  await walk(driver, COMPANY, 'non');
  await putBack('');
  await shows(driver, { who: COMPANY, question: /texte réglementaire/ });
  await putBack(`host.setAttribute('who', '${EDITOR}')`);
  await shows(driver, { ...CHOSEN, who: EDITOR });
  await putBack('');
  await shows(driver, { ...CHOSEN, who: EDITOR });
});

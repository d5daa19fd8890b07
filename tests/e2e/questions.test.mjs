/** The explainer’s questions: one at a time, back to the last one, until the verdict. */
import assert from 'node:assert/strict';
import { acrossEngines } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import {
  COMPANY, EDITOR, HOST,
  back, choose, click, examples, heard, inside, listen, next, pick, shown, shows, walk,
} from './explainer-steps.mjs';

const pages = {
  '/': page(`<p>avant</p><div id="place"></div><${HOST}></${HOST}><p id="after">après</p>`),
};
acrossEngines('questions come one at a time, and the verdict says why, what is missing and what would change it', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  await choose(driver, COMPANY);
  await shows(driver, { question: /changement d’adresse/, status: /changement d’adresse/, verdict: '', checked: null, focus: COMPANY, actions: ['next'] });
  assert.deepEqual(await heard(driver), [{ api: 'franceconnect', who: COMPANY, verdict: 'maybe', unmet: [], question: 'adresse' }]);
  await pick(driver, 'non');
  assert.deepEqual(await heard(driver), [], 'an answer counts once the visitor goes on');
  await next(driver);
  await shows(driver, { question: /texte réglementaire/, checked: null, focus: 'question', status: '', actions: ['next', 'back'] });
  await heard(driver);
  await pick(driver, 'non');
  await next(driver);
  const { text } = await shows(driver, { verdict: 'not-eligible', status: 'Vous n’êtes pas éligible', focus: 'reason', actions: ['back'], question: '' });
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
  await choose(driver, EDITOR);
  await walk(driver, COMPANY, 'oui');
  await shows(driver, { verdict: 'eligible', text: /Ce que dit le document[^]*Remplir une demande/ });
});

acrossEngines('the full text stands one action away from the first question', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await choose(driver, COMPANY);
  await click(driver, '[part=full] summary');
  assert.match(await (await inside(driver, '[part=full]')).getText(), /entreprises ou associations peuvent intégrer FranceConnect[^]*elle est terminée/);
  await shows(driver, { question: /changement d’adresse/ });
});

acrossEngines('« Continuer » without an answer asks for one, once, and is no event', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await choose(driver, EDITOR);
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
  await back(driver);
  await shows(driver, { alert: '', checked: 'non', focus: 'question' });
});

acrossEngines('« Question précédente » keeps the answers, a changed one drops those after it, another choice starts anew', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, COMPANY, 'non', 'oui');
  await shows(driver, { verdict: 'eligible', status: 'Vous êtes éligible' });
  for (const given of ['oui', 'non']) {
    await back(driver);
    await shows(driver, { checked: given, focus: 'question' });
  }
  await shows(driver, { actions: ['next'] });
  for (const given of ['non', 'oui']) {
    await shows(driver, { checked: given });
    await next(driver);
  }
  await shows(driver, { verdict: 'eligible', text: /un texte réglementaire demande de vérifier/ });
  await back(driver);
  await back(driver);
  await pick(driver, 'oui');
  await pick(driver, 'non');
  await next(driver);
  await shows(driver, { question: /texte réglementaire/, checked: null });
  await choose(driver, EDITOR);
  await shows(driver, { checked: null, actions: ['next'] });
  await choose(driver, COMPANY);
  await shows(driver, { question: /changement d’adresse/, checked: null, actions: ['next'] });
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
  await shows(driver, { who: EDITOR, question: /pour le compte/, checked: null });
  await morph(`<${HOST}></${HOST}>`);
  await shows(driver, { who: null, question: '', verdict: '' });
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
  await shows(driver, { who: EDITOR, question: /Agissez-vous/ });
  await putBack('');
  await shows(driver, { who: EDITOR, question: /Agissez-vous/ });
});

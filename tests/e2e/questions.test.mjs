/** The explainer's questions, what to prepare, and the choice in the address. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import {
  ADMINISTRATION, COMPANY, EDITOR, HOST, PERSON,
  back, choose, click, examples, heard, inside, listen, next, pick, showing, shown, walk,
} from './explainer-steps.mjs';

const pages = {
  '/': page(`<p>avant</p><div id="place"></div><${HOST}></${HOST}><p id="after">après</p>`),
  '/remember': page(`<${HOST} remember></${HOST}>`),
  '/hash': page(`<${HOST} hash></${HOST}><p id="ailleurs">ailleurs</p>`),
  '/hash-own': page(`<${HOST} hash who="${PERSON}"></${HOST}>`),
};
const shows = async (driver, expected) => {
  const now = await shown(driver);
  for (const [name, value] of Object.entries(expected)) {
    if (value instanceof RegExp) assert.match(now[name], value, name);
    else assert.deepEqual(now[name], value, `${name} of ${JSON.stringify(now)}`);
  }
  return now;
};

acrossEngines('questions come one at a time, and the verdict says why, what is missing and what would change it', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await listen(driver);
  await choose(driver, COMPANY);
  await shows(driver, { question: /changement d’adresse/, status: 'Vous êtes peut-être éligible', checked: null, focus: COMPANY, actions: ['next'] });
  assert.deepEqual(await heard(driver), [{ api: 'franceconnect', who: COMPANY, verdict: 'maybe', unmet: [], question: 'adresse' }]);
  await pick(driver, 'non');
  assert.deepEqual(await heard(driver), [], 'an answer counts once the visitor goes on');
  await next(driver);
  await shows(driver, { question: /texte réglementaire/, checked: null, focus: 'question', status: '', actions: ['next', 'back'] });
  for (const [option, question] of [['non', /établissement en France/], ['oui', /plus de 3 ans/]]) {
    await pick(driver, option);
    await next(driver);
    await shows(driver, { question, focus: 'question' });
  }
  await heard(driver);
  await pick(driver, 'non');
  await next(driver);
  const { text } = await shows(driver, { verdict: 'not-eligible', status: 'Vous n’êtes pas éligible', focus: 'reason', actions: ['back'], question: '' });
  const unmet = ['Votre service n’est pas lié à la démarche de changement d’adresse.',
    'Aucun texte réglementaire n’impose de vérifier l’identité de vos utilisateurs.',
    'Vous n’exercez pas votre activité depuis plus de 3 ans.'];
  const [detail, ...others] = await heard(driver);
  assert.deepEqual(others, []);
  assert.deepEqual({ ...detail, unmet: detail.unmet.map((said) => said.replaceAll('\u00a0', ' ')) },
    { api: 'franceconnect', who: COMPANY, verdict: 'not-eligible', unmet });
  for (const said of ['Ce qui manque', ...unmet, 'Vous le seriez si vous répondiez', 'changement d’adresse',
    'Ce que dit le document', 'Pour participer à cette expérimentation, les entreprises']) {
    assert(text.includes(said), `${said} in ${text.slice(0, 1500)}`);
  }
  const full = await inside(driver, '[part=full] summary');
  assert.equal(await full.getText(), 'Lire le texte complet');
  await full.click();
  assert.match(await (await inside(driver, '[part=full]')).getText(), /Critères de sélection[^]*Remplir une demande/);
});

acrossEngines('the full text stands one action away from the first question', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await choose(driver, COMPANY);
  await click(driver, '[part=full] summary');
  assert.match(await (await inside(driver, '[part=full]')).getText(), /Exercer son activité depuis plus de 3 ans/);
  await shows(driver, { question: /changement d’adresse/ });
});

acrossEngines('« Continuer » without an answer asks for one, once, and is no event', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await choose(driver, EDITOR);
  await listen(driver);
  for (let press = 0; press < 2; press += 1) {
    await next(driver);
    await shows(driver, { alert: 'Choisissez une réponse.', focus: 'oui', question: /pour le compte/ });
  }
  const described = await inside(driver, '[part=questions]');
  assert.equal(await described.getAttribute('aria-describedby'), await (await inside(driver, '[role=alert]')).getAttribute('id'));
  assert.deepEqual(await heard(driver), []);
  await pick(driver, 'non');
  await next(driver);
  await shows(driver, { alert: '', verdict: 'not-eligible' });
  await back(driver);
  await shows(driver, { alert: '', checked: 'non', focus: 'question' });
});

acrossEngines('« Revenir » keeps the answers, a changed one drops those after it, another choice starts anew', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, COMPANY, 'non', 'non', 'oui', 'oui', 'transport');
  await shows(driver, { verdict: 'maybe', status: 'Vous êtes peut-être éligible' });
  for (const given of ['transport', 'oui', 'oui', 'non', 'non']) {
    await back(driver);
    await shows(driver, { checked: given, focus: 'question' });
  }
  await shows(driver, { actions: ['next'] });
  for (const given of ['non', 'non', 'oui', 'oui', 'transport']) {
    await shows(driver, { checked: given });
    await next(driver);
  }
  await shows(driver, { verdict: 'maybe', text: /100 entreprises au maximum/ });
  await back(driver);
  await back(driver);
  await pick(driver, 'non');
  await pick(driver, 'oui');
  await next(driver);
  await shows(driver, { question: /quel secteur/, checked: null });
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
  await shows(driver, { question: /établissement en France/ });
});

acrossEngines('every example beside the questions gets its verdict, in the element and as data', { pages, timeout: 120_000 }, async ({ driver, open }) => {
  const all = examples();
  assert.equal(all.length, 8);
  await open('/');
  await ready(driver);
  await listen(driver);
  for (const { who, answers, verdict } of all) {
    await choose(driver, who === COMPANY ? EDITOR : COMPANY);
    await walk(driver, who, ...Object.values(answers));
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
  assert.deepEqual([asked.verdict, asked.question, asked.questions.length], ['maybe', 'identite', 5]);
});

acrossEngines('the list is ticked by pointer and kept through a change of choice, nothing is stored', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const ticked = () => settled(driver, `
    return [...document.querySelector('${HOST}').shadowRoot.querySelectorAll('[type=checkbox]')].map(({ checked }) => checked)`);
  await choose(driver, ADMINISTRATION);
  assert.deepEqual(await ticked(), [false, false, false, false, false]);
  await click(driver, '[part=checklist] li:nth-child(3) input');
  await click(driver, '[part=checklist] li:nth-child(5) input');
  await settled(driver, `document.documentElement.lang = 'en'`);
  assert.deepEqual(await ticked(), [false, false, true, false, true]);
  await walk(driver, EDITOR, 'oui');
  assert.deepEqual(await ticked(), [false, false, false, false, false]);
  await choose(driver, ADMINISTRATION);
  assert.deepEqual(await ticked(), [false, false, true, false, true]);
  assert.equal(await driver.executeScript('return localStorage.length + sessionStorage.length + document.cookie.length'), 0);
  assert(!await (await inside(driver, '[data-action=forget]')).isDisplayed());
  assert(!await (await inside(driver, '[data-action=link]')).isDisplayed(), 'no link without the choice in the address');
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  assert.deepEqual(await ticked(), [false, false, false, false, false]);
});

acrossEngines('remember keeps the ticks through a reload, until they are forgotten', { pages }, async ({ driver, open }) => {
  const boxes = `[...document.querySelector('${HOST}').shadowRoot.querySelectorAll('[type=checkbox]')]`;
  const ticked = () => settled(driver, `return ${boxes}.flatMap((box, index) => box.checked ? [index] : [])`);
  const show = async () => {
    await open('/remember');
    await ready(driver);
    await choose(driver, ADMINISTRATION);
  };
  await show();
  await click(driver, '[part=checklist] li:nth-child(2) input');
  await click(driver, '[part=checklist] li:nth-child(4) input');
  await show();
  assert.deepEqual(await ticked(), [1, 3]);
  await click(driver, '[part=checklist] li:nth-child(2) input');
  await show();
  assert.deepEqual(await ticked(), [3]);
  const forget = await inside(driver, '[data-action=forget]');
  assert.equal(await forget.getText(), 'Tout décocher et oublier');
  await forget.click();
  assert.deepEqual(await ticked(), []);
  assert.equal(await driver.executeScript('return localStorage.length'), 0);
  await show();
  assert.deepEqual(await ticked(), []);
  // What another script or an older version left there is no reason to fail.
  for (const damaged of ['{', '5', 'null', '{"un":', '[]', `{"${ADMINISTRATION}":{"a":1}}`]) {
    await driver.executeScript('localStorage.setItem("franceconnect-ticks", arguments[0])', damaged);
    await show();
    assert.deepEqual(await ticked(), [], damaged);
  }
});

acrossEngines('where storage is refused, the list works as without remember', {
  pages: { '/': page(`<${HOST} remember></${HOST}>`, {
    head: `<script>Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('non', 'SecurityError') } })</script>`,
  }) },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  await click(driver, '[part=checklist] li:nth-child(2) input');
  await choose(driver, PERSON);
  await choose(driver, ADMINISTRATION);
  const box = await inside(driver, '[part=checklist] li:nth-child(2) input');
  assert(await box.isSelected());
  await click(driver, '[data-action=forget]');
  assert(!await box.isSelected());
});

acrossEngines('the list and the link are copied, and what became of it is said', { pages }, async ({ driver, open, site }) => {
  await open('/hash');
  await ready(driver);
  await driver.executeScript(`
    window.copies = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text) => void copies.push(text) } })`);
  const said = (text) => until(async () => await (await inside(driver, '[part=tools] output')).getText() === text, text);
  await choose(driver, ADMINISTRATION);
  await click(driver, '[part=checklist] li:nth-child(1) input');
  await click(driver, '[data-action=copy]');
  await said('Copié');
  await click(driver, '[data-action=link]');
  const [list, link] = await until(async () => {
    const copies = await driver.executeScript('return copies');
    return copies.length === 2 && copies;
  }, 'two copies');
  const lines = list.split('\n');
  assert.equal(lines.length, 5);
  assert.deepEqual([lines[0], lines[2]], ['☑ numéro SIRET', '☐ description du service']);
  assert.equal(link, `${site.origin}/hash#eligibilite=${ADMINISTRATION}`);
  await driver.executeScript(`Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('non')) } })`);
  await click(driver, '[data-action=copy]');
  await said('La copie est refusée par le navigateur.');
  // A choice without a list has its link too.
  await choose(driver, PERSON);
  assert(await (await inside(driver, '[data-action=link]')).isDisplayed());
  assert.equal(await inside(driver, '[data-action=copy]'), null);
});

acrossEngines('a copy that ends once its explainer has left the page changes nothing of it', { pages }, async ({ driver, open }) => {
  await open('/hash');
  await ready(driver);
  await driver.executeScript(`
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => new Promise((resolve) => { window.endCopy = resolve }) } })`);
  await walk(driver, COMPANY, 'oui');
  await click(driver, '[data-action=link]');
  const [before, after] = await settled(driver, `
    const host = document.querySelector('${HOST}');
    const wait = () => new Promise((resolve) => setTimeout(resolve, 50));
    return (async () => {
      const before = host.shadowRoot.textContent;
      host.remove();
      await wait();
      endCopy();
      await wait();
      return [before, host.shadowRoot.textContent];
    })();`);
  assert.equal(after, before);
});

acrossEngines('the clipboard itself receives the list, or its refusal is said', { pages, skip: { webkit: 'its clipboard belongs to the display' } }, async ({ driver, open, browser, site }) => {
  await open('/');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  if (browser.engine === 'chromium') {
    await browser.devtools('Browser.grantPermissions', { origin: site.origin, permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'] });
  }
  await click(driver, '[data-action=copy]');
  const said = await until(async () => (await inside(driver, 'output')).getText(), 'a word on the copy');
  assert.equal(said, 'Copié');
});

acrossEngines('each choice is an address: back and forward walk them, a page opened there restores it', { pages }, async ({ driver, open }) => {
  const hash = () => driver.executeScript('return location.hash');
  await open('/hash');
  await ready(driver);
  await choose(driver, PERSON);
  await walk(driver, COMPANY, 'non');
  assert.equal(await hash(), `#eligibilite=${COMPANY}`);
  await driver.navigate().back();
  await showing(driver, PERSON);
  assert.equal(await hash(), `#eligibilite=${PERSON}`);
  await driver.navigate().back();
  await showing(driver, null);
  assert.equal(await hash(), '');
  await driver.navigate().forward();
  await driver.navigate().forward();
  await showing(driver, COMPANY);
  await shows(driver, { question: /changement d’adresse/ });
  await open('/');
  await open(`/hash#eligibilite=${EDITOR}`);
  await ready(driver);
  await showing(driver, EDITOR);
  await shows(driver, { question: /pour le compte/ });
});

acrossEngines('an address that names no choice changes nothing, the page’s own comes back', { pages }, async ({ driver, open }) => {
  for (const garbage of ['#eligibilite=', '#eligibilite=jamais', '#eligibilite=%', '#eligibilite="]', '#autre']) {
    await open('/');
    // Leaving while the files come would be a failed load.
    await ready(driver);
    await open(`/hash${garbage}`);
    await ready(driver);
    await shows(driver, { who: null, verdict: '' });
    await choose(driver, PERSON);
    await shows(driver, { who: PERSON, verdict: 'not-eligible' });
    await driver.executeScript('location.hash = "#eligibilite=jamais-vu"');
    await settled(driver);
    await shows(driver, { who: PERSON });
  }
  await open('/hash');
  await ready(driver);
  await walk(driver, COMPANY, 'non');
  await driver.executeScript('location.hash = "#ailleurs"');
  await new Promise((resolve) => setTimeout(resolve, 100));
  await shows(driver, { who: COMPANY, question: /texte réglementaire/ });
  await open('/hash-own');
  await ready(driver);
  await choose(driver, ADMINISTRATION);
  await driver.navigate().back();
  await showing(driver, PERSON);
  assert.equal(await driver.executeScript('return location.hash'), '');
  await driver.navigate().forward();
  await showing(driver, ADMINISTRATION);
});

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
    'Remplir une demande', 'https://signup.api.gouv.fr/franceconnect', 'https://www.legifrance.gouv.fr/', '10 décembre 2019']) {
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

acrossEngines('hash that is added later reads the address, and keeps the choices after it', {
  pages: { '/': page(`<${HOST}></${HOST}>`) },
}, async ({ driver, open }) => {
  const where = () => settled(driver, `return [document.querySelector('${HOST}').getAttribute('who'), location.hash]`);
  await open(`/#eligibilite=${PERSON}`);
  await ready(driver);
  assert.deepEqual(await where(), [null, `#eligibilite=${PERSON}`]);
  await settled(driver, `document.querySelector('${HOST}').toggleAttribute('hash')`);
  assert.deepEqual(await where(), [PERSON, `#eligibilite=${PERSON}`]);
  await settled(driver, `document.querySelector('${HOST}').shadowRoot.querySelector('[value=${COMPANY}]').click()`);
  assert.deepEqual(await where(), [COMPANY, `#eligibilite=${COMPANY}`]);
});

/** What has changed since the document was written: shown first, with its source; what the document said, one action away. */
import assert from 'node:assert/strict';
import { Key, acrossEngines, axe, press } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import { ADMINISTRATION, COMPANY, EDITOR, HOST, PERSON, asAnother, choose, inside, shows, walk } from './explainer-steps.mjs';

const SHEET = 'franceconnect-sheet';
const GROUND = '<style>@media (prefers-color-scheme: dark) { body { background: #161616; color: #fff } }</style>';
const pages = {
  '/': page(`<${HOST}></${HOST}>`, { head: GROUND }),
  '/fiche': page(`<${SHEET}></${SHEET}>`, { head: GROUND }),
};
const ORDER = 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000041897201';

/** The disclosure that fits, in this element: whether it is open, and what it and its label say. */
const disclosure = (driver, host, selector) => settled(driver, `
  const details = document.querySelector(args[0]).shadowRoot.querySelector(args[1]);
  return { open: details.open, label: details.querySelector('summary').textContent, text: details.textContent };`, host, selector);

acrossEngines('a company reads by keyboard what holds today, then what the document said, called no longer valid', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await walk(driver, COMPANY, 'non', 'non');
  await shows(driver, { verdict: 'not-eligible', focus: 'reason', text: /^Vous n’êtes pas éligibleDepuis le 21 mai 2021/ });
  const focused = () => driver.executeScript(`
    const { localName, href } = document.querySelector('${HOST}').shadowRoot.activeElement;
    return href ?? localName;`);
  await press(driver, Key.TAB);
  assert.equal(await focused(), ORDER, 'its source comes first');
  await press(driver, Key.TAB);
  assert.equal(await focused(), 'summary');
  const closed = await disclosure(driver, HOST, '[part=reason] details');
  assert.deepEqual([closed.open, closed.label], [false, 'Ce que disait le document, qui ne vaut plus']);
  await press(driver, Key.ENTER);
  const said = await disclosure(driver, HOST, '[part=reason] details');
  assert.equal(said.open, true);
  assert.match(said.text, /doivent répondre aux critères suivants/);
  assert.equal(await (await inside(driver, '[part=action]')).getAttribute('href'), 'mailto:support.partenaires@franceconnect.gouv.fr');
  await press(driver, Key.SPACE);
  assert.equal((await disclosure(driver, HOST, '[part=reason] details')).open, false);
});

acrossEngines('no answer leads to where requests were made once, nor an eligible publisher to the users’ questions', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const REQUEST = 'https://datapass.api.gouv.fr/franceconnect';
  for (const [who, answers, leads] of [
    [PERSON, [], 'https://franceconnect.gouv.fr/faq'],
    [ADMINISTRATION, [], `${REQUEST}?demarche=collectivite`],
    [EDITOR, ['oui'], `${REQUEST}?demarche=collectivite`],
    [EDITOR, ['non'], 'mailto:support.partenaires@franceconnect.gouv.fr'],
    [COMPANY, ['oui'], REQUEST],
    [COMPANY, ['non', 'oui'], REQUEST],
  ]) {
    await choose(driver, who === PERSON ? COMPANY : PERSON);
    await walk(driver, who, ...answers);
    const [action, all] = await settled(driver, `
      const root = document.querySelector('${HOST}').shadowRoot;
      return [root.querySelector('[part=action]').href, [...root.querySelectorAll('a')].map(({ href }) => href)];`);
    assert.equal(action, leads, `${who} ${answers}`);
    assert(!all.some((href) => href.includes('signup.api.gouv.fr')), `${who} ${answers}: ${all}`);
  }
});

/** Each replaced link that stands in a text, with what stands under its list or paragraph. */
const replaced = (driver, host, href) => settled(driver, `
  const root = document.querySelector(args[0]).shadowRoot;
  const links = [...root.querySelectorAll('a')].filter((link) => link.href === args[1] && !link.closest('[part=amendment],[part=action],dl'));
  return links.map((link) => {
    let block = link.closest('ul,p');
    do block = block.nextElementSibling; while (block?.localName === 'ul');
    const details = block.querySelector('details');
    return { part: block.part.value, since: block.querySelector('strong').textContent, source: block.querySelector('p a').href,
      label: details.querySelector('summary').textContent, open: details.open, said: [...details.querySelectorAll('p')].map((it) => it.textContent) };
  });`, host, href);

acrossEngines('under a text whose link has another address today stand since when, by which source, and the former address', { pages }, async ({ driver, open }) => {
  const former = (since, source, said) => ({ part: 'amendment', since, source, label: 'Ce que disait le document, qui ne vaut plus', open: false, said });
  const [TODAY, FORMER] = ['https://www.legifrance.gouv.fr/loda/id/JORFTEXT000037611479', 'https://www.legifrance.gouv.fr/affichTexte.do?cidTexte=JORFTEXT000037611479'];
  const models = 'https://github.com/etalab/data_pass/blob/c3a17f12/config/authorization_request_forms/france_connect.yml';
  await open('/');
  await ready(driver);
  for (const [who, answers, places] of [[ADMINISTRATION, [], 2], [EDITOR, ['oui'], 3]]) {
    await walk(driver, who, ...answers);
    const expected = Array(places).fill(former('Depuis le 6 août 2026', models, [FORMER]));
    assert.deepEqual(await replaced(driver, HOST, TODAY), expected, who);
    const { amendments } = await driver.executeScript('return FranceConnect.eligibility("franceconnect", arguments[0], { administration: "oui" })', who);
    const says = amendments.map((it) => it.says);
    assert.equal(says.filter((it) => it.includes('L’adresse de l’arrêté')).length, 1, 'once for scripts');
    assert.equal(new Set(says).size, says.length);
    await choose(driver, PERSON);
  }
  await open('/fiche');
  await ready(driver);
  const sheets = ['impot-particulier', 'api_ameli_droits_cnam', 'arpent-resultats-api'].map((name) => `https://api.gouv.fr/les-api/${name}`);
  const of = await replaced(driver, SHEET, 'https://www.data.gouv.fr/dataservices');
  assert.deepEqual(of, Array(3).fill(former('Depuis le 25 novembre 2026', 'https://api.gouv.fr/', sheets)));
  const listed = await driver.executeScript(`return document.querySelector('${SHEET}').shadowRoot.querySelector('[part=amendments]').textContent`);
  for (const address of [FORMER, ...sheets, 'https://signup.api.gouv.fr/franceconnect', 'https://partenaires.franceconnect.gouv.fr/fcp/fournisseur-service']) {
    assert(listed.includes(address), address);
  }
});

acrossEngines('the sheet lists what has changed at its top, with each day and source', { pages }, async ({ driver, open }) => {
  await open('/fiche');
  await ready(driver);
  const told = await driver.executeScript('return FranceConnect.catalogue()[0].amendments');
  const { sources, texts, before } = await settled(driver, `
    const root = document.querySelector('${SHEET}').shadowRoot;
    const items = [...root.querySelectorAll('[part=amendments] > li')];
    const list = root.querySelector('[part=amendments]');
    return { sources: items.map((item) => [...item.querySelectorAll('p a')].at(-1).href), texts: items.map((item) => item.textContent),
      before: Boolean(list.compareDocumentPosition(root.querySelector('dl')) & Node.DOCUMENT_POSITION_FOLLOWING) };`);
  assert(before, 'above the figures');
  assert.deepEqual(sources, told.map(({ source }) => source.url));
  told.forEach(({ since, checked, says, source }, at) => {
    for (const said of [says, source.label, 'Depuis le ', since.slice(0, 4)]) assert(texts[at].includes(said), `${said} in ${texts[at]}`);
    assert.match(since, /^\d{4}-\d\d-\d\d$/);
    assert(since <= checked, `${since} ${checked}`);
    assert.match(source.url, /^https:/);
  });
  const partners = told.findIndex(({ says }) => says.includes('fournisseurs d’identité'));
  assert.match(texts[partners], /ne vaut plus[^]*DGFiP, Ameli, La Poste, MobileConnect & Moi, MSA/);
});

acrossEngines('scripts are told what has changed of an answer, in the page’s language', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const refused = () => driver.executeScript(`
    return FranceConnect.eligibility('franceconnect', '${COMPANY}', { adresse: 'non', identite: 'non', france: 'oui' })`);
  const { verdict, amendments, cta } = await refused();
  assert.equal(verdict, 'not-eligible');
  assert.equal(cta.url, 'mailto:support.partenaires@franceconnect.gouv.fr');
  const [{ says, ...rest }, ...others] = amendments;
  assert.deepEqual(others, []);
  assert.deepEqual(rest, { since: '2021-05-21', checked: '2026-11-25', source: { label: 'Arrêté du 11 mai 2020, article 1', url: ORDER } });
  assert.match(says, /a duré un an à partir du 21 mai 2020/);
  await settled(driver, "document.documentElement.lang = 'en'");
  const english = await refused();
  assert.match(english.amendments[0].says, /ran for one year from 21 May 2020/);
  assert.equal(english.cta.label, 'Write to the FranceConnect team');
  assert.deepEqual(await driver.executeScript(`return FranceConnect.eligibility('franceconnect', '${PERSON}').amendments`), []);
});

acrossEngines('axe finds nothing where what the document said is open, nor on the sheet, light and dark, wide and narrow', {
  pages, timeout: 120_000,
}, async ({ driver, open, engine }) => {
  for (const [scheme, width] of [['light', 1280], ['dark', 360]]) {
    for (const [address, host, answers] of [['/', HOST, ['non', 'non']], ['/', HOST, ['oui']], ['/fiche', SHEET, null]]) {
      await asAnother(driver);
      // WebKit emulates no scheme.
      await open(address, engine === 'webkit' ? { width } : { scheme, width });
      await ready(driver);
      if (answers) await walk(driver, COMPANY, ...answers);
      await settled(driver, `for (const details of document.querySelector(args[0]).shadowRoot.querySelectorAll('details')) details.open = true`, host);
      assert.deepEqual(await axe(driver), [], `${host} ${answers} ${scheme} ${width}`);
      assert(await driver.executeScript('return document.documentElement.scrollWidth <= innerWidth'), `no horizontal scroll: ${width}`);
    }
  }
});

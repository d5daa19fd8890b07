/** www/diagnostic.html, where a partner learns why a request is refused; www/les-regles.html, which it cites. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { By, Key, acrossEngines, focused, press, until } from './harness/suite.mjs';
import { EXAMPLES } from '../../www/workbench/examples.js';
import { STRICT } from './pages.mjs';

const PAGE = '/www/diagnostic.html';
const RULES = '/www/les-regles.html';
const SECRET = 'tRes-SecretQuiNeDoitPasParaitre0123456789';

const state = (driver) => driver.executeScript('return document.getElementById("bilan").textContent');

/** Shows the page, and waits for its script. */
async function show({ driver, open }) {
  await open(PAGE);
  await until(() => driver.executeScript('return !document.querySelector("[data-script][hidden]")'), 'the script');
}

/** Pastes a text, and gives the page's words on it. */
async function diagnosed(driver, text) {
  // As JSON: what is no Unicode would not come through.
  for (const next of ['', text]) {
    await driver.executeScript(`
      const field = document.getElementById('texte');
      field.value = JSON.parse(arguments[0]);
      field.dispatchEvent(new Event('input', { bubbles: true }));`, JSON.stringify(next));
    await until(async () => Boolean(await state(driver)) === Boolean(next), 'the result', 20_000);
  }
  return driver.executeScript(`
    return [...document.querySelectorAll('.findings > li')].map((item) => ({
      verdict: item.dataset.verdict,
      text: item.innerText,
      rule: item.querySelector('a[href^=les-regles]')?.getAttribute('href').split('#')[1],
      source: item.querySelector('.source a')?.href,
    }));`);
}

const rulesOf = (found, verdict) => found.filter((each) => each.verdict === verdict).map(({ rule }) => rule);

acrossEngines('each example is what it is called, and what is refused is said with its mend and its source', {
  headers: { 'Content-Security-Policy': STRICT },
}, async ({ driver, open }) => {
  await show({ driver, open });
  const titles = [];
  for (const { name, text } of EXAMPLES) {
    await (await driver.findElement(By.xpath(`//ul[@id="exemples"]//button[.="${name}"]`))).click();
    await until(() => driver.executeScript('return document.getElementById("texte").value === arguments[0]', text), name);
    titles.push(await until(async () => {
      const said = await state(driver);
      return said && !titles.includes(said) && said;
    }, `the result of « ${name} »`, 20_000));
  }
  assert.deepEqual(titles.map((title) => title.split(/ \(|\./)[0]), [
    'Requête d’autorisation', 'Requête d’autorisation', 'Réponse de FranceConnect', 'Déconnexion', 'Éléments du widget', 'Code d’erreur',
  ]);
  const refused = await diagnosed(driver, EXAMPLES[0].text);
  for (const rule of ['redirect-uri-loopback', 'scope-openid', 'nonce-length', 'pkce-absent']) {
    assert(rulesOf(refused, 'Enfreinte').includes(rule), `${rule} in ${rulesOf(refused, 'Enfreinte')}`);
  }
  for (const { verdict, text, source } of refused.filter(({ verdict }) => ['Enfreinte', 'À vérifier'].includes(verdict))) {
    assert(text.startsWith(verdict), 'the verdict is a word');
    assert.match(text, /Que faire\u00a0: \p{L}/u);
    assert.match(source, /^https:/);
  }
  // What cannot be known is said, not supposed.
  assert(rulesOf(refused, 'À vérifier').includes('client-id-registered'));
  const accepted = await diagnosed(driver, EXAMPLES[1].text);
  assert.deepEqual(rulesOf(accepted, 'Enfreinte'), []);
  const [code] = await diagnosed(driver, 'Y030027');
  assert.match(code.text, /Y030027[^]*Qui peut corriger\u00a0: vous, le partenaire/);
  const [unknown] = await diagnosed(driver, 'Y999999');
  assert.match(unknown.text, /Y999999/);
});

/** What fresh users have pasted: a fixture of the rules, without its first line. */
async function fixture(name) {
  const text = await readFile(new URL(`../../diagnosis/tests/fixtures/${name}.txt`, import.meta.url), 'utf8');
  return text.slice(text.indexOf('\n') + 1);
}

acrossEngines('what fresh users have pasted is told in the order of its worth, with what to write in its place', {}, async ({ driver, open }) => {
  await show({ driver, open });
  const notes = () => driver.executeScript('return [...document.querySelectorAll("#resultats > .note")].map((note) => note.textContent)');

  // What is refused comes before what is asked for, and the summary counts both.
  const nonce = await diagnosed(driver, await fixture('trial-short-nonce'));
  assert.deepEqual(rulesOf(nonce, 'Enfreinte'), ['parameter-known', 'nonce-length', 'state-length', 'nonce-mixed']);
  assert.match(await state(driver), /Refusé\u00a0:\u00a02 – demandé\u00a0:\u00a02 – à vérifier ailleurs\u00a0:\u00a05\.$/);
  assert.match((await notes()).join('\n'), /suffit à un refus[^]*«\u00a0Demandé\u00a0»/);

  // A value as it stands and as it should be; what else is said of it is said of the latter.
  const twice = await diagnosed(driver, await fixture('trial-redirect-encoded-twice'));
  const of = (found, name) => found.find(({ rule }) => rule === name).text;
  assert.match(of(twice, 'encoded-once'), /redirect_uri[^]*https%253A%252F%252F[^]*https%3A%2F%2Fservice\.exemple\.fr%2Foidc%2Fcallback/);
  assert.match(of(twice, 'redirect-uri-declared'), /https:\/\/service\.exemple\.fr\/oidc\/callback \(une fois l’encodage corrigé\)/);

  // The rule that a description means, once, with a link to it.
  const [answer, mistake] = await diagnosed(driver, await fixture('trial-reply-openid-missing'));
  assert.match(answer.text, /invalid_request \(HTTP 303\)[^]*scope doit contenir openid[^]*Que faire\u00a0: Ajoutez openid/);
  assert.equal(answer.rule, 'scope-openid');
  assert.equal(mistake.rule, 'reply-no-mistake');
  assert.doesNotMatch(answer.text + mistake.text, /Collez ici/);
  const [unknown] = await diagnosed(driver, 'https://service.example/retour?error=invalid_request&state=1');
  assert.match(unknown.text, /Collez ici l’adresse de la requête[^]*conserver les journaux/);

  // The whole address of version 2, and a token of version 1.
  const logout = await diagnosed(driver, await fixture('trial-logout-v1'));
  assert.match(of(logout, 'server-version'), /https:\/\/oidc\.franceconnect\.gouv\.fr\/api\/v2\/session\/end/);
  assert.doesNotMatch(of(logout, 'server-version'), /acr_values|nonce/);
  assert.match(of(logout, 'id-token-hint-version'), /HS256/);

  // What a button follows comes first; its attributes are judged all the same.
  const button = await diagnosed(driver, await fixture('trial-button-with-link'));
  assert.deepEqual(rulesOf(button, 'Enfreinte'), [
    'button-link-to-franceconnect', 'server-version', 'request-present', 'redirect-uri-loopback', 'scope-separator', 'level-known',
    'environment-known', 'element-attribute-spelt',
  ]);
  assert.match(of(button, 'level-known'), /eidas2 \(substantiel\)[^]*vouliez-vous dire eidas2/);
});

acrossEngines('what is pasted stays in the field: no request, no address, no storage, no history, no report has it', {}, async ({ driver, open, site }) => {
  await show({ driver, open });
  await diagnosed(driver, 'Y030027');
  const asked = site.requests.length;
  const before = await driver.executeScript('return { length: history.length, href: location.href }');
  await diagnosed(driver, `https://service.example/retour?code=${SECRET}&state=${SECRET}2&iss=https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2&id_token=${SECRET}3`);
  const after = await driver.executeScript(`return { length: history.length, href: location.href, state: history.state,
    stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]), cookie: document.cookie, title: document.title,
    results: document.getElementById('resultats').textContent }`);
  assert.deepEqual([after.length, after.href, after.state, after.stored, after.cookie], [before.length, before.href, null, '[{},{}]', '']);
  assert(!after.results.includes(SECRET), 'masked in the results');
  assert.match(after.results, /masqué/);
  assert.deepEqual(site.requests.slice(asked), [], 'no request');
  // The report too.
  const copied = await driver.executeScript('return document.getElementById("rapport").textContent');
  assert.match(copied, /^Réponse de FranceConnect/);
  assert(!copied.includes(SECRET));
  for (const { url } of site.requests) assert(!url.includes(SECRET));
  // Left and come back to by the address, the page has forgotten it.
  await open(RULES);
  await show({ driver, open });
  assert.equal(await driver.executeScript('return document.getElementById("texte").value'), '');
});

acrossEngines('hostile text stays text', {}, async ({ driver, open }) => {
  await show({ driver, open });
  const hostile = [
    '<franceconnect-button level="<img src=x onerror=window.pwned=1>" client-id="a"><script>window.pwned = 1</script>',
    'https://oidc.franceconnect.gouv.fr/api/v2/authorize?client_id=%3Cscript%3Ewindow.pwned=1%3C/script%3E&redirect_uri=javascript:window.pwned=1&response_type=%3Cb%3E',
    `\u0000\ud800${'<'.repeat(5000)}`,
  ];
  for (const text of hostile) await diagnosed(driver, text);
  const { pwned, made } = await driver.executeScript(`return { pwned: window.pwned ?? null,
    made: [...document.querySelectorAll('#resultats :is(script, img, iframe, b b), #resultats [onerror]')].length }`);
  assert.deepEqual([pwned, made], [null, 0]);
});

/** The tab that a press opens: what `look` gives of it, once it is closed and the first is shown again. */
async function inNewTab(driver, pressIt, look) {
  const first = await driver.getWindowHandle();
  await pressIt();
  const other = await until(async () => (await driver.getAllWindowHandles()).find((handle) => handle !== first), 'the new tab');
  await driver.switchTo().window(other);
  try {
    return await look();
  } finally {
    await driver.close();
    await driver.switchTo().window(first);
  }
}

acrossEngines('by keyboard alone: to the field, to an example, to a rule', {}, async ({ driver, open, site }) => {
  await show({ driver, open });
  const to = async (wanted, limit = 40) => {
    for (let presses = 0; presses < limit; presses += 1) {
      await press(driver, Key.TAB);
      const { id, text } = await driver.executeScript('const { id, textContent: text } = document.activeElement; return { id, text }');
      if (id === wanted || text === wanted) return;
    }
    assert.fail(`${wanted} is not reached`);
  };
  await to('texte');
  await press(driver, ...'Y030007');
  await until(async () => (await state(driver)).startsWith('Code d’erreur'), 'the code', 20_000);
  await to(EXAMPLES[3].name);
  await press(driver, Key.ENTER);
  await until(async () => (await state(driver)).startsWith('Déconnexion'), 'the logout');
  assert.equal(await (await focused(driver)).getText(), EXAMPLES[3].name);
  await to('id-token-hint-present');
  await inNewTab(driver, () => press(driver, Key.ENTER), async () => {
    await until(async () => (await driver.getCurrentUrl()) === `${site.origin}${RULES}#id-token-hint-present`, 'the rule');
    await until(() => driver.executeScript('return document.querySelector(":target")?.checkVisibility()'), 'its place');
  });
  assert.equal(await driver.executeScript('return document.getElementById("texte").value'), EXAMPLES[3].text);
  assert.equal(await (await focused(driver)).getText(), 'id-token-hint-present');
});

acrossEngines('every link of a result opens a tab of its own, and says so: what is pasted stays', {}, async ({ driver, open }) => {
  await show({ driver, open });
  for (const text of [EXAMPLES[0].text, 'Y030027']) {
    await diagnosed(driver, text);
    const links = await driver.executeScript(`return [...document.querySelectorAll('#resultats a')].map(({ target, rel, title, textContent }) =>
      ({ target, rel, title, textContent }))`);
    assert(links.length > 0);
    for (const { target, rel, title, textContent } of links) {
      assert.deepEqual([target, rel, title], ['_blank', 'noopener noreferrer', `${textContent} - nouvelle fenêtre`]);
    }
  }
});

acrossEngines('the verdict is in view with the field, and on a wide screen the first cause too', {}, async ({ driver, open }) => {
  for (const [width, height, selector] of [[1280, 900, '.findings > li strong'], [360, 800, '#bilan']]) {
    await open(PAGE, { width, height });
    await until(() => driver.executeScript('return !document.querySelector("[data-script][hidden]")'), 'the script');
    await diagnosed(driver, EXAMPLES[0].text);
    const { bottom, lines } = await driver.executeScript(`
      const { bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
      // « 5. » is not alone on a line.
      const text = document.getElementById('bilan').firstChild;
      const top = (from, to) => { const range = new Range(); range.setStart(text, from); range.setEnd(text, to); return range.getBoundingClientRect().top; };
      return { bottom: bottom + scrollY, lines: [...text.data.matchAll(/:\\s\\d/g)].map(({ index }) => top(index, index + 1) - top(index + 2, index + 3)) };`, selector);
    assert(bottom <= height, `${selector} ends at ${bottom} of ${height}, ${width} wide`);
    assert(lines.length > 0 && lines.every((distance) => distance === 0), `${width} wide: a figure leaves its colon`);
  }
});

acrossEngines('a report to copy is shown once there is one', {}, async ({ driver, open }) => {
  await show({ driver, open });
  const block = await driver.findElement(By.id('copie'));
  assert.equal(await block.isDisplayed(), false);
  await diagnosed(driver, 'Y030027');
  assert.equal(await block.isDisplayed(), true);
  await (await driver.findElement(By.id('effacer'))).click();
  assert.equal(await block.isDisplayed(), false);
});

acrossEngines('« Effacer » empties the field and the result, and gives the focus back', {}, async ({ driver, open }) => {
  await show({ driver, open });
  await diagnosed(driver, EXAMPLES[0].text);
  await (await driver.findElement(By.id('effacer'))).click();
  assert.equal(await (await focused(driver)).getAttribute('id'), 'texte');
  assert.deepEqual([await state(driver), await driver.executeScript('return document.getElementById("resultats").childElementCount')], ['', 0]);
});

acrossEngines('where the module is missing, the page says so', {
  pages: { '/www/workbench/build/workbench.wasm': { status: 404 } },
}, async ({ driver, open, allow }) => {
  allow(/workbench|wasm|WebAssembly|404|HTTP/);
  await show({ driver, open });
  await driver.executeScript(`
    const field = document.getElementById('texte');
    field.value = 'Y030027';
    field.dispatchEvent(new Event('input', { bubbles: true }));`);
  await until(async () => /n’ont pas pu être chargées/.test(await state(driver)), 'the failure');
});

acrossEngines('the rules are read without a script, each with its anchor and its source', {
  headers: { 'Content-Security-Policy': "script-src 'none'" },
}, async ({ driver, open, site, allow }) => {
  allow(/^log: .*(script-src|Content Security Policy)/);
  await open(`${RULES}#redirect-uri-loopback`);
  const items = await driver.executeScript(`return [...document.querySelectorAll('.rules > li')].map((item) => ({
    id: item.id || item.querySelector('[id]').id, words: item.innerText, source: item.querySelector('.source a').href }))`);
  assert(items.length > 100, `${items.length} rules and codes`);
  assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  for (const { id, words, source } of items) {
    assert(words.length > 40, id);
    assert.match(source, /^https:/, id);
  }
  assert(items.some(({ id }) => id === 'Y030027'));
  assert.deepEqual(site.requests.map(({ path }) => path).filter((path) => /\.(js|wasm)$/.test(path) && !path.startsWith('/__harness/')), []);
});

/** franceconnect.check.js, run as a partner does: on a right page, on pages with one fault each, on hostile ones. */
import assert from 'node:assert/strict';
import { By, Key, acrossEngines, axe, chord, focused, press, until } from './harness/suite.mjs';
import { policyFor } from './policy.mjs';
import { FAULTS } from './verifier-faults.mjs';
import { NAMES, bytesOf, file, findings, reportRoot, signIn, site } from './verifier-pages.mjs';

const POLICY = policyFor();

/** Every page and file, each fault in a folder of its own. */
function faulty() {
  const pages = {};
  for (const [index, { page = {}, files = {}, policy = POLICY, css, js }] of Object.values(FAULTS).entries()) {
    const folder = `/${index}`;
    const own = (css ? `<link rel="stylesheet" href="${folder}/page.css">` : '') + (js ? `<script defer src="${folder}/page.js"></script>` : '');
    const tag = (page.tag ?? '<script async src="FOLDER/franceconnect.js"></script>');
    const html = signIn({ ...page, tag, head: (page.head ?? '') + own }).replaceAll('FOLDER', folder);
    pages[`${folder}/`] = { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }, body: html };
    for (const name of NAMES) {
      const reply = files[name] ?? file(name);
      pages[`${folder}/${name}`] = reply.status || reply.body ? reply : { ...reply, body: bytesOf(name) };
    }
    if (css) pages[`${folder}/page.css`] = css;
    if (js) pages[`${folder}/page.js`] = js;
  }
  return site(pages);
}

acrossEngines('each fault is found, and nothing else', { ...faulty(), timeout: 300_000 }, async ({ driver, open, allow }) => {
  // The faults themselves.
  allow(/./);
  const wrong = [];
  for (const [index, [name, { found }]] of Object.entries(FAULTS).entries()) {
    await open(`/${index}/`, { width: 1280 });
    const now = await findings(driver).catch((error) => [String(error)]);
    if (JSON.stringify(now) !== JSON.stringify(found)) wrong.push(`${name}: ${now} instead of ${found}`);
  }
  assert.deepEqual(wrong, []);
});

acrossEngines('a right page is right in everything, and only the page and the widget’s files are asked for', site(), async ({ driver, open, site: { origin, requests } }) => {
  await open('/');
  const all = await findings(driver, true);
  assert.deepEqual(await findings(driver), []);
  assert(all.length > 30, `${all.length} findings`);
  const asked = requests.filter(({ path }) => path !== '/favicon.ico').map(({ method, path }) => `${method} ${path}`);
  assert.deepEqual(asked.slice(0, 3).sort(), ['GET /', 'GET /franceconnect/franceconnect.check.js', 'GET /franceconnect/franceconnect.js']);
  assert.deepEqual(asked.slice(3).sort(), [
    'GET /franceconnect/franceconnect.js', 'GET /franceconnect/franceconnect.more.js', 'GET /franceconnect/franceconnect.wasm', 'HEAD /',
  ]);
  const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
  assert.deepEqual(names.filter((name) => !name.startsWith(origin) && !name.startsWith('data:')), []);
});

acrossEngines('without a policy too, nothing is asked of anyone else', site({}, { 'Content-Security-Policy': '' }), async ({ driver, open, site: { origin } }) => {
  await open('/');
  assert.deepEqual(await findings(driver), ['policy none']);
  const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
  assert.deepEqual(names.filter((name) => !name.startsWith(origin) && !name.startsWith('data:')), []);
});

acrossEngines('in a frame, the frame is found', site({
  '/cadre': { headers: { 'Content-Security-Policy': POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'") }, body: signIn() },
  '/autour': { headers: { 'Content-Security-Policy': `${POLICY}; frame-src 'self'` }, body: '<!doctype html><html lang="fr"><title>Cadre</title><link rel="icon" href="data:,"><iframe src="/cadre" title="Cadre" width="900" height="700"></iframe>' },
}), async ({ driver, open }) => {
  await open('/autour');
  await driver.switchTo().frame(0);
  assert.deepEqual(await findings(driver), ['frame framed']);
});

const NAMED = ['body', 'createElement', 'documentElement', 'querySelector', 'querySelectorAll', 'title', 'readyState', 'head', 'FranceConnect', 'crypto', 'fetch', 'elementFromPoint'];
const HOSTILE = {
  'elements called like the page’s properties': { after: NAMED.map((name) => `<img name="${name}" id="${name}" alt="">`).join('') },
  'a form whose fields are called like its own properties': {
    other: `<form action="/entrer">${['childNodes', 'parentNode', 'getAttribute', 'localName', 'shadowRoot', 'matches', 'closest', 'action', 'nodeType', 'textContent', 'getBoundingClientRect'].map((name) => `<input type="hidden" name="${name}">`).join('')}<label>Mot de passe <input type="password"></label></form>`,
  },
};
for (const [name, page] of Object.entries(HOSTILE)) {
  acrossEngines(`${name} change no finding`, site({ '/': signIn(page) }), async ({ driver, open }) => {
    await open('/');
    assert.deepEqual(await findings(driver), []);
  });
}

acrossEngines('what a page has added to every object and list changes no finding', site({
  '/': signIn({ head: '<script src="/patch.js"></script>' }),
  '/patch.js': `Object.prototype.rule = 'x'; Object.prototype.type = 'html'; Object.prototype.mend = { fr: 'x' }; Array.prototype.last = function () { return this[this.length - 1]; };
    document.createElement = () => { throw new Error('mine'); }; document.querySelectorAll = () => []; window.getSelection = null;`,
}), async ({ driver, open, allow }) => {
  // Firefox and the harness have their own trouble with such a page.
  allow(/mine|log: /);
  await open('/');
  assert.deepEqual(await findings(driver), []);
});

acrossEngines('where the page lets no dialog be shown, the report is in the console', site({
  '/': signIn({ head: '<script src="/patch.js"></script>' }),
  '/patch.js': "HTMLDialogElement.prototype.showModal = () => { throw new Error('no dialog'); };",
}), async ({ driver, open, allow, problems }) => {
  allow(/le rapport ne peut pas/);
  await open('/');
  await until(async () => (await problems()).some((problem) => /^console\.error: .*le rapport ne peut pas[^]*, 36 en ordre/.test(problem)), 'the report in the console');
  assert.deepEqual(await driver.findElements(By.css('franceconnect-check dialog[open]')), []);
});

/** Runs it as in the console. */
const run = (driver) => driver.executeScript('import("/franceconnect/franceconnect.check.js#" + Math.random())');

/** A page with something in each section of the report. */
const MIXED = signIn({ check: '', button: FAULTS['no sentence'].page.button, or: '', heading: '' });
const mixed = () => site({ '/': { headers: { 'Content-Security-Policy': POLICY.replace("base-uri 'none'; ", '') }, body: MIXED } });

acrossEngines('by keyboard: the report has the focus, its boxes are ticked, Escape closes it and gives the focus back', mixed(), async ({ driver, open }) => {
  await open('/');
  const link = await driver.findElement(By.css('a[href="/mot-de-passe"]'));
  await driver.executeScript('arguments[0].focus()', link);
  await run(driver);
  assert.deepEqual(await findings(driver), ['sentence none', 'or none', 'heading none', 'base-uri open']);
  assert.equal(await (await focused(driver)).getText(), 'Vérification de l’installation');
  await press(driver, Key.TAB);
  assert.equal(await (await focused(driver)).getText(), 'Copier le rapport');
  await press(driver, Key.TAB);
  assert.equal(await (await focused(driver)).getText(), 'Fermer');
  const names = [];
  for (let presses = 0; presses < 30 && names.at(-1) !== 'checkbox'; presses += 1) {
    await press(driver, Key.TAB);
    names.push(await driver.executeScript('return arguments[0].type ?? arguments[0].localName', await focused(driver)));
  }
  assert(names.includes('summary'), `${names}`);
  assert.equal(names.at(-1), 'checkbox');
  await press(driver, Key.SPACE);
  assert(await (await focused(driver)).isSelected());
  await press(driver, Key.ESCAPE);
  await until(async () => (await driver.findElements(By.css('franceconnect-check'))).length === 0, 'the report has gone');
  assert.equal(await (await focused(driver)).getText(), 'Se connecter avec un mot de passe');
});

acrossEngines('run twice, there is one report', mixed(), async ({ driver, open }) => {
  await open('/');
  await run(driver);
  await findings(driver);
  await run(driver);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await findings(driver);
  assert.equal((await driver.findElements(By.css('franceconnect-check'))).length, 1);
});

acrossEngines('the report is copied as text with its ticks; where that is refused it is selected', mixed(), async ({ driver, open }) => {
  await open('/?code=secret');
  await run(driver);
  await findings(driver);
  const root = await reportRoot(driver);
  await (await root.findElement(By.css('.manual input'))).click();
  const [copy, close] = await root.findElements(By.css('.tools button'));
  await copy.click();
  const status = await root.findElement(By.css('[role=status]'));
  await until(async () => (await status.getText()) === 'Copié', 'the status');
  await driver.executeScript('Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"))');
  await copy.click();
  await until(async () => /refuse/.test(await status.getText()), 'the status');
  const selected = await driver.executeScript('const field = arguments[0]; return field.value.slice(field.selectionStart, field.selectionEnd)', await focused(driver));
  await close.click();
  await driver.executeScript('document.body.append(Object.assign(document.createElement("textarea"), { id: "colle" })); document.getElementById("colle").focus()');
  await chord(driver, [Key.CONTROL], 'v');
  const pasted = await until(() => driver.executeScript('return document.getElementById("colle").value'), 'the text pasted');
  // WebKit pastes plain spaces.
  const plain = (text) => text.replace(/[\u00a0\u202f]/g, ' ');
  assert.equal(plain(pasted), plain(selected));
  assert.match(pasted, /^Vérification de l’installation, FranceConnect widget \d/);
  assert.match(pasted, /3 à corriger, 1 à regarder, \d+ en ordre/);
  assert.match(pasted, /\n {4}<franceconnect-button caption>\n {2}Source[ \u00a0]: FranceConnect, règles d’intégration du bouton, https:\/\//);
  assert.match(pasted, /\n- \[x\] Le nom de service[^]*\n- \[ \] /);
  assert.doesNotMatch(pasted, /secret/);
});

acrossEngines('on a page in English the report is in English', site({ '/': signIn({ html: 'lang="en-GB"' }) }), async ({ driver, open }) => {
  await open('/');
  await findings(driver);
  const text = await driver.executeScript('return arguments[0].textContent', await (await reportRoot(driver)).findElement(By.css('dialog')));
  assert.match(text, /^Check of the installation0 to mend, 0 to look at, \d+ in order/);
  assert.doesNotMatch(text.replace(/« ou »|\(in French\)/g, ''), / de la | est /);
});

for (const view of [{ scheme: 'light', width: 1280 }, { scheme: 'dark', width: 360 }, { scheme: 'light', width: 360 }, { forcedColors: true, width: 1280 }]) {
  acrossEngines(`axe finds nothing in the report, nothing overflows: ${JSON.stringify(view)}`, { engines: ['chromium', 'firefox'], ...mixed() }, async ({ driver, open }) => {
    await open('/', view);
    await run(driver);
    await findings(driver);
    assert.deepEqual(await sideways(driver), []);
    await driver.executeScript('arguments[0].open = true', await (await reportRoot(driver)).findElement(By.css('details')));
    assert.deepEqual(await sideways(driver), []);
    // Of the report: the page under it is dimmed, and has faults on purpose.
    assert.deepEqual((await axe(driver)).filter((finding) => finding.includes('franceconnect-check')), []);
  });
}

acrossEngines('with text twice as large on a narrow screen the findings are the same, and nothing of the report overflows', { engines: ['chromium', 'firefox'], launch: { fontSize: 32 }, ...mixed() }, async ({ driver, open }) => {
  await open('/', { width: 360 });
  await run(driver);
  assert.deepEqual(await findings(driver), ['sentence none', 'or none', 'heading none', 'base-uri open']);
  await driver.executeScript('arguments[0].open = true', await (await reportRoot(driver)).findElement(By.css('details')));
  assert.equal(await driver.executeScript('return getComputedStyle(arguments[0]).fontSize', await (await reportRoot(driver)).findElement(By.css('dialog'))), '32px');
  assert.deepEqual(await sideways(driver), []);
});

/** What of the report is wider than its dialog. */
const sideways = (driver) => driver.executeScript(`
  const dialog = document.querySelector('franceconnect-check').shadowRoot.querySelector('dialog');
  const { right } = dialog.getBoundingClientRect();
  const wide = [...dialog.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > right).map(({ outerHTML }) => outerHTML.slice(0, 80));
  return [...wide, ...(right > innerWidth || dialog.scrollWidth > dialog.clientWidth ? ['dialog'] : [])];`);

acrossEngines('our page’s bookmark, its line for the console and the whole script pasted there start the report on a partner’s page', mixed(), async ({ driver, open }) => {
  await open('/www/verifier-mon-installation.html');
  const [bookmark, line] = await driver.executeScript(`return [
    document.querySelector('a[href^="javascript:"]').href, document.querySelector('[aria-label="La ligne pour la console"]').textContent];`);
  for (const code of [decodeURIComponent(bookmark.replace('javascript:', '')), line, bytesOf('franceconnect.check.js').toString()]) {
    await open('/');
    await driver.executeScript(code);
    assert.deepEqual(await findings(driver), ['sentence none', 'or none', 'heading none', 'base-uri open']);
  }
});

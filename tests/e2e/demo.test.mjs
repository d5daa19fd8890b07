/** The pages that we publish: the demo, the first thing that a partner sees, and what all share. */
import assert from 'node:assert/strict';
import { By, Key, acrossEngines, axe, chord, until } from './harness/suite.mjs';
import { ready, settled } from './helpers.mjs';
import { PAGES, STRICT, WANTED, cut, overflow } from './pages.mjs';

/** Shows a page, and waits for its module: to leave it while that loads is an error on the console. */
async function show({ driver, open }, address, view) {
  await open(address, view);
  await loaded(driver);
}

async function loaded(driver) {
  await until(() => driver.executeScript('return document.readyState === "complete"'), 'the page', 20_000);
  const has = (selector) => driver.executeScript('return Boolean(document.querySelector(arguments[0]))', selector);
  if (await has('script[src$="/franceconnect.js"]')) await ready(driver);
  if (await has('script[src$="demo.js"]') && await has('pre')) await until(() => has('pre + .copy'), 'the copy buttons');
  if (await has('form.switches')) await until(async () => !await has('form.switches[hidden]'), 'the switches');
  if (await has('[data-script]')) await until(async () => !await has('[data-script][hidden]'), 'the page’s own script', 20_000);
  if (await has('#state')) await until(() => driver.executeScript('return document.getElementById("state").textContent'), 'the atelier', 20_000);
}

const choose = (driver, name, value) => settled(driver, `
  const select = document.querySelector('select[name=' + args[0] + ']');
  select.value = args[1];
  select.dispatchEvent(new Event('change', { bubbles: true }));`, name, value);

acrossEngines('the demo shows the three elements, its switches work and nothing leaves the site', {}, async ({ driver, open, site }) => {
  await show({ driver, open }, '/');
  const looks = () => settled(driver, `
    const root = (name) => document.querySelector('franceconnect-' + name).shadowRoot;
    const button = root('button').querySelector('.button');
    return { button: button.textContent, ground: getComputedStyle(button).backgroundColor,
      legend: root('eligibility').querySelector('legend').textContent, title: root('sheet').querySelector('[part=title]').textContent };`);
  await choose(driver, 'scheme', 'light');
  assert.deepEqual(await looks(), {
    button: 'S’identifier avec FranceConnect', ground: 'rgb(0, 0, 145)', legend: 'Qui êtes-vous\u202f?', title: 'API Bouton FranceConnect',
  });
  await choose(driver, 'lang', 'en');
  await choose(driver, 'scheme', 'dark');
  assert.deepEqual(await looks(), {
    button: 'Sign in with FranceConnect', ground: 'rgb(133, 133, 246)', legend: 'Who are you?', title: 'API Bouton FranceConnect',
  });
  await choose(driver, 'lang', 'es');
  assert.equal((await looks()).button, 'Iniciar sesión con FranceConnect');
  const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
  for (const name of names) assert(name.startsWith(site.origin) || name.startsWith('data:'), name);
});

acrossEngines('the demo speaks of what stands in it', {}, async ({ driver, open }) => {
  await open('/');
  const { lead, code } = await driver.executeScript(`return {
    lead: document.querySelector('.lead').textContent, code: document.querySelector('pre').textContent };`);
  const lines = code.split('\n').filter((line) => line.trim());
  assert.equal(lines.length, 4);
  assert.match(lead, /quatre lignes/);
  assert.match(lead, /sans cookie/);
});

acrossEngines('the header leads from each page to each, and says where one is', {}, async ({ driver, open, site, allow }) => {
  allow(WANTED);
  for (const [address, name] of Object.entries(PAGES)) {
    await show({ driver, open }, address);
    const { links, current } = await driver.executeScript(`return {
      links: [...document.querySelectorAll('header nav a')].map((link) => [new URL(link.href).pathname, link.textContent]),
      current: [...document.querySelectorAll('[aria-current]')].map((link) => [link.getAttribute('aria-current'), link.textContent]) };`);
    assert.deepEqual(links, Object.entries(PAGES), address);
    assert.deepEqual(current, [['page', name]], address);
    const heading = await driver.findElement(By.css('h1'));
    assert(await heading.isDisplayed());
  }
  // By a press, as a visitor does.
  for (const [address, name] of Object.entries(PAGES)) {
    await (await driver.findElement(By.linkText(name))).click();
    await until(() => driver.executeScript('return location.href === arguments[0]', site.origin + address), address);
    await loaded(driver);
  }
});

acrossEngines('every link of every page leads to a page and a place that exist', {}, async ({ driver, open, site, allow }) => {
  allow(WANTED);
  const texts = new Map();
  for (const address of Object.keys(PAGES)) {
    await show({ driver, open }, address);
    const links = await driver.executeScript('return [...document.querySelectorAll("a[href], form[action]")].map((each) => each.href ?? each.action)');
    assert(links.length > 5, address);
    for (const link of new Set(links)) {
      const { origin, pathname, hash } = new URL(link);
      if (origin !== site.origin) continue;
      if (!texts.has(pathname)) {
        const answer = await fetch(origin + pathname);
        assert.equal(answer.status, 200, `${link} on ${address}`);
        texts.set(pathname, await answer.text());
      }
      if (hash) assert(texts.get(pathname).includes(`id="${hash.slice(1)}"`), `${link} on ${address}`);
    }
  }
});

acrossEngines('every block of code has a button that copies it and says so', {}, async ({ driver, open, allow }) => {
  allow(WANTED);
  let copied = 0;
  for (const address of Object.keys(PAGES)) {
    await show({ driver, open }, address);
    // The diagnosis has a report once it has something to judge.
    if (address === '/www/diagnostic.html') {
      await (await driver.findElement(By.css('#exemples button'))).click();
      await until(() => driver.executeScript('return !document.getElementById("copie").hidden'), 'the report', 20_000);
    }
    const blocks = await driver.findElements(By.css('pre'));
    const rows = await driver.findElements(By.css('pre + .copy'));
    assert.equal(rows.length, blocks.length, address);
    for (const [index, row] of rows.entries()) {
      const button = await row.findElement(By.css('button'));
      // In one of the page's own tabs, maybe, that is not open.
      await driver.executeScript('document.querySelector(`[aria-controls="${arguments[0].closest("[role=tabpanel]")?.id}"]`)?.click()', row);
      assert.match(await button.getAccessibleName(), /^Copier\u00a0: \p{L}/u);
      const status = await row.findElement(By.css('[role=status]'));
      assert.equal(await status.getText(), '');
      await button.click();
      const said = await until(() => status.getText(), 'the status');
      const code = await driver.executeScript('return arguments[0].textContent.trim()', blocks[index]);
      copied += 1;
      assert.equal(said, 'Copié');
      // WebKit pastes U+00A0, which the diagnosis' report has in its French, as a space.
      const plain = (text) => text.replaceAll('\u00a0', ' ');
      assert.equal(plain(await pasted(driver)), plain(code));
    }
  }
  assert(copied > 5, `${copied} blocks copied`);
});

acrossEngines('where the clipboard is refused, the code is selected and the key is said', {}, async ({ driver, open }) => {
  await show({ driver, open }, '/');
  await driver.executeScript('Clipboard.prototype.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"))');
  await driver.findElement(By.css('.copy button')).click();
  const status = await driver.findElement(By.css('.copy [role=status]'));
  await until(async () => (await status.getText()) === 'Sélectionné : Ctrl+C ou ⌘C', 'the status');
  const { selected, code } = await driver.executeScript(`return {
    selected: getSelection().toString(), code: document.querySelector('pre').textContent };`);
  assert.equal(selected.trim(), code.trim());
});

/** What the clipboard holds, as a visitor pastes it. */
async function pasted(driver) {
  await driver.executeScript(`
    const field = document.createElement('textarea');
    field.id = 'colle';
    document.body.append(field);
    field.focus();`);
  await chord(driver, [Key.CONTROL], 'v');
  const text = await until(() => driver.executeScript('return document.getElementById("colle").value'), 'the text pasted');
  await driver.executeScript('document.getElementById("colle").remove()');
  return text;
}

acrossEngines('nothing overflows at 360 and at 1280 pixels, and no word or name is cut', {}, async ({ driver, open, allow }) => {
  allow(WANTED);
  for (const width of [360, 1280]) for (const address of Object.keys(PAGES)) {
    await show({ driver, open }, address, { width });
    assert.deepEqual(await overflow(driver), [], `${address} ${width} px`);
    assert.deepEqual(await cut(driver, 'h1, h2, h3, header a, :not(pre, noscript *) > code'), [], `${address} ${width} px`);
    if (address !== '/index.html') continue;
    await settled(driver, `document.querySelector('franceconnect-eligibility').setAttribute('who', 'une-entreprise-de-droit-prive')`);
    assert.deepEqual(await overflow(driver), [], `${width} px, an answer shown`);
  }
});

acrossEngines('a table that is too wide scrolls in itself, and can be reached by the keyboard', {}, async ({ driver, open }) => {
  await open('/www/integrer-la-connexion.html', { width: 360 });
  const tables = await driver.executeScript(`return [...document.querySelectorAll('table')].map((table) => {
    const around = table.parentElement;
    around.scrollLeft = 9999;
    return { hidden: around.scrollWidth - around.clientWidth, scrolled: around.scrollLeft, tabindex: around.tabIndex };
  })`);
  assert(tables.length >= 4);
  for (const table of tables) assert.equal(table.tabindex, 0);
  const wide = tables.filter(({ hidden }) => hidden > 0);
  assert(wide.length > 0);
  for (const { hidden, scrolled } of wide) assert(Math.abs(scrolled - hidden) <= 1, `${scrolled} of ${hidden}`);
});

acrossEngines('the guide’s summary stays in view where there is room beside the text', {}, async ({ driver, open }) => {
  await open('/www/integrer-la-connexion.html', { width: 1280 });
  const place = () => driver.executeScript(`
    document.getElementById('pannes').scrollIntoView();
    const box = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON();
    return { summary: box('.summary'), last: box('.summary li:last-child'), text: box('[aria-labelledby=pannes]'), height: innerHeight };`);
  const wide = await place();
  assert(wide.summary.top >= 0 && wide.last.bottom <= wide.height, JSON.stringify(wide));
  assert(wide.summary.right < wide.text.left, 'beside the text');
  await open('/www/integrer-la-connexion.html', { width: 360 });
  assert((await place()).summary.bottom < 0, 'above the text, and gone with it');
});

acrossEngines('no word is cut when the visitor’s text is twice as large', {
  launch: { fontSize: 32 }, timeout: 120_000,
}, async ({ driver, engine, open, allow }) => {
  allow(WANTED);
  for (const address of Object.keys(PAGES)) {
    for (const width of [1280, 360]) {
      await show({ driver, open }, address, { width });
      // WebKit takes no default font size from the outside.
      if (engine === 'webkit') await driver.executeScript('document.documentElement.style.fontSize = "200%"');
      assert.equal(await driver.executeScript('return getComputedStyle(document.documentElement).fontSize'), '32px');
      assert.deepEqual(await cut(driver, 'h1, h2, h3, header a'), [], `${address} ${width} px`);
      assert.deepEqual(await overflow(driver), [], `${address} ${width} px`);
    }
  }
  // On a phone the button gives way before it leaves the screen.
  await show({ driver, open }, '/', { width: 360 });
  const { width } = await (await driver.executeScript(
    'return document.querySelector("franceconnect-button").shadowRoot.querySelector(".button")')).getRect();
  assert(width < 330, `${width} px of 360`);
});

acrossEngines('axe finds nothing on any page, light and dark, wide and narrow', { timeout: 240_000 }, async ({ driver, engine, open, allow }) => {
  allow(WANTED);
  // WebKit has the scheme that it was started with.
  const schemes = engine === 'webkit' ? [{}] : [{ scheme: 'light' }, { scheme: 'dark' }];
  for (const address of Object.keys(PAGES)) for (const scheme of schemes) for (const width of [1280, 360]) {
    await show({ driver, open }, address, { ...scheme, width });
    if (address === '/index.html') await settled(driver, `document.querySelector('franceconnect-eligibility').setAttribute('who', 'un-editeur-de-logiciel')`);
    assert.deepEqual(await axe(driver), [], `${address} ${JSON.stringify(scheme)} ${width}`);
  }
});

acrossEngines('every page works under README’s policy', { headers: { 'Content-Security-Policy': STRICT } }, async ({ driver, open, site, allow }) => {
  allow(WANTED);
  for (const address of Object.keys(PAGES)) {
    await show({ driver, open }, address);
    const style = await driver.executeScript('return getComputedStyle(document.querySelector("header")).display');
    assert.equal(style, 'flex', address);
    const names = await driver.executeScript('return performance.getEntriesByType("resource").map(({ name }) => name)');
    for (const name of names) assert(name.startsWith(site.origin) || name.startsWith('data:'), name);
  }
});

acrossEngines('without scripts every page is whole, and has no button that would do nothing', {
  headers: { 'Content-Security-Policy': "script-src 'none'" },
}, async ({ driver, open, allow }) => {
  allow(/^log: .*(script-src|Content Security Policy)/);
  for (const address of Object.keys(PAGES)) {
    await open(address);
    const header = await driver.findElements(By.css('header nav a'));
    assert.equal(header.length, Object.keys(PAGES).length);
    for (const link of header) assert(await link.isDisplayed(), address);
    for (const link of await driver.findElements(By.css('franceconnect-button a, franceconnect-eligibility > a, franceconnect-sheet > a'))) {
      assert(await link.isDisplayed(), `${await link.getAttribute('href')} on ${address}`);
    }
    assert.deepEqual(await driver.findElements(By.css('.copy')), []);
    for (const form of await driver.findElements(By.css('.switches'))) assert(!await form.isDisplayed());
  }
});

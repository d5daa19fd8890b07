/** The choice and its answers in the address: `hash`. */
import assert from 'node:assert/strict';
import { Key, acrossEngines, press, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import {
  ADMINISTRATION, COMPANY, EDITOR, HOST, PERSON,
  asAnother, change, choose, click, heard, inside, listen, next, pick, showing, shown, shows, walk,
} from './explainer-steps.mjs';

const pages = {
  '/': page(`<p>avant</p><${HOST}></${HOST}>`),
  '/hash': page(`<${HOST} hash></${HOST}><p id="ailleurs">ailleurs</p>`),
  '/hash-own': page(`<${HOST} hash who="${PERSON}"></${HOST}>`),
};

/** What stands under a choice that has questions. */
const CHOSEN = { question: '', verdict: '', actions: ['next'] };

acrossEngines('after a reload, Back to the address without a choice shows the page’s own choice', { pages }, async ({ driver, open }) => {
  for (const [address, who] of [['/hash-own', PERSON], ['/hash', null]]) {
    await open(address);
    await ready(driver);
    await choose(driver, ADMINISTRATION);
    await driver.navigate().refresh();
    await ready(driver);
    await showing(driver, ADMINISTRATION);
    await driver.navigate().back();
    await showing(driver, who);
  }
});

for (const hash of ['', ' hash']) {
  acrossEngines(`a text that names another choice is a link to it, by mouse and keyboard, in both languages${hash && ', told by the address'}`, {
    pages: { '/': page(`<${HOST}${hash}></${HOST}>`) },
  }, async ({ driver, open }) => {
    await open('/');
    await ready(driver);
    await listen(driver);
    const fragment = () => driver.executeScript('return location.hash');
    for (const lang of ['fr', 'en']) {
      await settled(driver, 'document.documentElement.lang = args[0]', lang);
      for (const way of ['mouse', 'keyboard']) {
        // Another choice first, so that no answer is kept.
        await choose(driver, PERSON);
        await walk(driver, EDITOR, 'non');
        const before = await fragment();
        await heard(driver);
        const link = await inside(driver, '[part=reason] [data-action=choice]');
        assert.equal(await link.getText(), 'Une entreprise de droit privé');
        assert.equal(await link.getAriaRole(), 'link');
        assert.equal(await link.getAttribute('lang'), 'fr');
        if (way === 'mouse') await link.click();
        else {
          await driver.executeScript('arguments[0].focus()', link);
          await press(driver, Key.ENTER);
        }
        await shows(driver, { who: COMPANY, question: /^Question 2 /, checked: null, verdict: '', focus: 'question', answers: ['Une entreprise de droit privé'] });
        assert.deepEqual((await heard(driver)).map(({ who, verdict }) => [who, verdict]), [[COMPANY, 'maybe']]);
        assert.equal(await fragment(), hash && `#eligibilite=${COMPANY}`);
        if (!hash) continue;
        await driver.navigate().back();
        await showing(driver, EDITOR);
        assert.equal(await fragment(), before);
        await shows(driver, { verdict: 'not-eligible' });
      }
    }
  });
}

acrossEngines('each choice is an address: back and forward walk them, a page opened there restores it', { pages }, async ({ driver, open }) => {
  const hash = () => driver.executeScript('return location.hash');
  await open('/hash');
  await ready(driver);
  await choose(driver, PERSON);
  await choose(driver, COMPANY);
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
  await shows(driver, CHOSEN);
  // To go on from it is at the same address, and no step of the history.
  const entries = await driver.executeScript('return history.length');
  await next(driver);
  await shows(driver, { question: /changement d’adresse/ });
  await change(driver, 0);
  await shows(driver, CHOSEN);
  assert.deepEqual([await hash(), await driver.executeScript('return history.length')], [`#eligibilite=${COMPANY}`, entries]);
  await open('/');
  await open(`/hash#eligibilite=${EDITOR}`);
  await ready(driver);
  await showing(driver, EDITOR);
  await shows(driver, CHOSEN);
});

acrossEngines('each answer gone on from is an address: back and forward walk them, a reload and the copied link have them', { pages }, async ({ driver, open, site }) => {
  const hash = () => driver.executeScript('return location.hash');
  const asks = (question) => until(async () => question.test((await shown(driver)).question), `the question ${question}`);
  const verdict = (wanted) => until(async () => (await shown(driver)).verdict === wanted, `the verdict ${wanted}`);
  await open('/hash');
  await ready(driver);
  await walk(driver, COMPANY, 'non');
  assert.equal(await hash(), `#eligibilite=${COMPANY}/adresse=non`);
  await next(driver);
  assert.equal(await hash(), `#eligibilite=${COMPANY}/adresse=non`, 'no answer, no address');
  await pick(driver, 'oui');
  assert.equal(await hash(), `#eligibilite=${COMPANY}/adresse=non`, 'an answer counts once the visitor goes on');
  await next(driver);
  const all = `#eligibilite=${COMPANY}/adresse=non/identite=oui`;
  assert.equal(await hash(), all);
  await shows(driver, { verdict: 'eligible' });
  await driver.executeScript(`
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });`);
  await click(driver, '[data-action=link]');
  assert.equal(await driver.executeScript('return window.copied'), `${site.origin}/hash${all}`);
  await driver.navigate().back();
  await asks(/texte réglementaire/);
  await driver.navigate().back();
  await until(async () => (await shown(driver)).question === '', 'the choice');
  await shows(driver, { ...CHOSEN, who: COMPANY });
  await driver.navigate().back();
  await showing(driver, null);
  for (let step = 0; step < 3; step += 1) await driver.navigate().forward();
  await verdict('eligible');
  await change(driver, 2);
  assert.equal(await hash(), `#eligibilite=${COMPANY}/adresse=non`);
  await shows(driver, { checked: 'oui', question: /texte réglementaire/ });
  await driver.navigate().back();
  await verdict('eligible');
  await driver.navigate().refresh();
  await ready(driver);
  await shows(driver, { who: COMPANY, verdict: 'eligible' });
  assert.equal(await hash(), all);
});

acrossEngines('an address is read as it was meant: upper case, what is put behind it, answers that are no more', { pages }, async ({ driver, open }) => {
  for (const [written, expected] of [
    [`${COMPANY}/adresse=non`.toUpperCase(), { question: /texte réglementaire/ }],
    [`${COMPANY}/adresse=non%20`, { question: /texte réglementaire/ }],
    [`${COMPANY}/adresse=non&utm_source=lettre`, { question: /texte réglementaire/ }],
    [`${COMPANY}&utm_source=lettre`, CHOSEN],
    [`${COMPANY}/disparue=oui/adresse=non/identite=oui`, { verdict: 'eligible' }],
    [`${COMPANY}/adresse=jamais/identite=oui`, CHOSEN],
    [`${COMPANY}/adresse=non/identite=jamais`, { question: /texte réglementaire/, checked: null }],
    [`${PERSON}/adresse=oui`, { verdict: 'not-eligible' }],
  ]) {
    await open('/');
    await ready(driver);
    await open(`/hash#eligibilite=${written}`);
    await ready(driver);
    await shows(driver, expected);
    assert.equal(await driver.executeScript('return location.hash'), `#eligibilite=${written}`, 'left as it is');
  }
  await choose(driver, COMPANY);
  assert.equal(await driver.executeScript('return location.hash'), `#eligibilite=${COMPANY}`);
});

acrossEngines('a shared link opened in a long page leads to the answer, another address moves nothing', {
  pages: { '/long': page(`<p style="height: 3000px">avant</p><${HOST} hash></${HOST}><p style="height: 3000px">après</p>`) },
}, async ({ driver, open }) => {
  const top = () => settled(driver, `return document.querySelector('${HOST}').getBoundingClientRect().top`);
  await open(`/long#eligibilite=${COMPANY}/adresse=non`);
  await ready(driver);
  await shows(driver, { who: COMPANY, question: /texte réglementaire/ });
  assert(Math.abs(await top()) < 2, `${await top()} px below the top of the window`);
  // Once: where the visitor goes from there is the visitor’s.
  await settled(driver, `scrollTo(0, 500); document.documentElement.lang = 'en'`);
  assert.equal(await settled(driver, 'return scrollY'), 500);
  for (const address of ['/long?a', '/long?b#eligibilite=jamais', '/long?c#ailleurs']) {
    await open(address);
    await ready(driver);
    assert.equal(await settled(driver, 'return scrollY'), 0, address);
  }
});

acrossEngines('an address that names no choice changes nothing, the page’s own comes back', { pages }, async ({ driver, open }) => {
  for (const garbage of ['#eligibilite=', '#eligibilite=jamais', '#eligibilite=%', '#eligibilite="]', '#autre']) {
    await asAnother(driver);
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

for (const base of ['/', 'https://elsewhere.example/x/']) {
  acrossEngines(`the page’s own address has the choice, whatever its base is: ${base}`, {
    pages: { '/a/b': page(`<${HOST} hash></${HOST}>`) },
  }, async ({ driver, open, site }) => {
    await open('/a/b?x=1');
    await ready(driver);
    // Now: the tag's own address is not at stake.
    await driver.executeScript(`document.head.append(Object.assign(document.createElement('base'), { href: arguments[0] }))`, base);
    await listen(driver);
    await choose(driver, PERSON);
    const address = `${site.origin}/a/b?x=1#eligibilite=${PERSON}`;
    assert.equal(await driver.getCurrentUrl(), address);
    assert.deepEqual((await heard(driver)).map(({ who }) => who), [PERSON]);
    await driver.executeScript(`
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });`);
    await click(driver, '[data-action=link]');
    assert.equal(await driver.executeScript('return window.copied'), address);
    await driver.navigate().back();
    await showing(driver, null);
  });
}

/** What a browser's extension (Dark Reader and the like) puts into our shadow trees stays there, and disturbs nothing. */
import assert from 'node:assert/strict';
import { Key, acrossEngines, focused, press, until } from './harness/suite.mjs';
import { BODY, page, painted, ready, settled } from './helpers.mjs';
import { ADMINISTRATION, EDITOR, HOST, PERSON, choose, shown } from './explainer-steps.mjs';

const ELEMENTS = `${BODY}<${HOST}></${HOST}><franceconnect-sheet></franceconnect-sheet><franceconnect-return></franceconnect-return>`;

/** Before and behind what is ours, as extensions do; `window.theirs` has the nodes. */
const PUT = `
  window.theirs = [...document.querySelectorAll('main > *')].filter(({ shadowRoot }) => shadowRoot).flatMap(({ shadowRoot }) => {
    const nodes = ['style', 'link', 'div'].map((name) => document.createElement(name));
    nodes[0].textContent = ':host { --d-r: 1 }';
    shadowRoot.prepend(nodes[0], document.createComment('theirs'));
    shadowRoot.append(nodes[1], nodes[2]);
    return nodes;
  });
  return theirs.length;`;
const stay = (driver) => settled(driver, 'return theirs.every((node) => node.isConnected && node.getRootNode() instanceof ShadowRoot)');

acrossEngines('nodes that an extension puts beside a view stay through every repaint, the focus and the arrow keys too', {
  pages: { '/': page(ELEMENTS) },
}, async ({ driver, open, allow }) => {
  // The return page has no reply: that is told.
  allow(/FranceConnect/);
  await open('/');
  await ready(driver);
  await until(() => painted(driver), 'the button');
  assert.equal(await driver.executeScript(PUT), 12);
  await choose(driver, PERSON);
  await press(driver, Key.ARROW_DOWN);
  assert.equal(await (await focused(driver)).getAttribute('value'), ADMINISTRATION);
  await press(driver, Key.ARROW_DOWN);
  const { who, focus } = await shown(driver);
  assert.deepEqual([who, focus], [EDITOR, EDITOR]);
  for (const language of ['en', 'fr']) {
    await settled(driver, `document.documentElement.lang = '${language}'`);
    assert(await stay(driver), `after a repaint (${language})`);
  }
  assert.equal((await shown(driver)).focus, EDITOR);
  const views = await driver.executeScript(`
    return [...document.querySelectorAll('main > *')].filter(({ shadowRoot }) => shadowRoot)
      .map(({ shadowRoot }) => shadowRoot.querySelectorAll('[part=root], .button').length > 0)`);
  assert.deepEqual(views, [true, true, true, true], 'each shows its view, once');
});

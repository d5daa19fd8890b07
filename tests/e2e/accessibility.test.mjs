/** The explainer for everyone: keyboard alone, axe in every state, zoom, forced colours, what a screen reader gets. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Key, acrossEngines, axe, chord, press, screenshot } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';
import {
  ADMINISTRATION, COMPANY, EDITOR, HOST, PERSON, change, choose, click, inside, next, english, pick, shown, walk,
} from './explainer-steps.mjs';

const pages = {
  '/': page(`<p id="before">avant</p><${HOST} hash remember></${HOST}><p id="after">après</p>`, {
    head: '<style>@media (prefers-color-scheme: dark) { body { background: #161616; color: #fff } }</style>',
  }),
  '/plain': page(`<${HOST}></${HOST}>`),
  '/large': page(`<${HOST} hash remember></${HOST}>`, { head: '<style>html { font-size: 200% }</style>' }),
};

/** Every state worth a look, each reached from the one before. @type {[string, (driver: any) => Promise<unknown>][]} */
const STATES = [
  ['no choice', async () => {}],
  ['a person', (driver) => choose(driver, PERSON)],
  ['an administration', (driver) => choose(driver, ADMINISTRATION)],
  ['a box ticked', (driver) => click(driver, '[part=checklist] input')],
  ['an editor, chosen', (driver) => choose(driver, EDITOR)],
  ['an editor, asked', (driver) => next(driver)],
  ['an editor, no answer given', (driver) => next(driver)],
  ['an editor, eligible', async (driver) => { await pick(driver, 'oui'); await next(driver); }],
  ['an editor, back', (driver) => change(driver, 1)],
  ['an editor, not eligible', async (driver) => { await pick(driver, 'non'); await next(driver); }],
  ['a company, first question', (driver) => walk(driver, COMPANY)],
  ['a company, details open', async (driver) => {
    await click(driver, 'details:not([part]) summary');
    await click(driver, '[part=full] summary');
  }],
  ['a company, second question', async (driver) => { await choose(driver, PERSON); await walk(driver, COMPANY, 'non'); }],
  ['a company, not eligible', async (driver) => { await pick(driver, 'non'); await next(driver); }],
  ['a company, what the document said', (driver) => click(driver, '[part=reason] summary')],
  ['a company, eligible', (driver) => choose(driver, PERSON).then(() => walk(driver, COMPANY, 'oui'))],
];

/** The first levels that an explainer's headings may have. */
const LEVELS = [2, 3, 4, 5];

/** Goes through every state. */
async function through(driver, look) {
  for (const [name, reach] of STATES) {
    await reach(driver);
    await look(name);
  }
}

acrossEngines('by keyboard alone: to a verdict, its full text, back, and to the call to action', { pages }, async ({ driver, open, engine }) => {
  await open('/');
  await ready(driver);
  await driver.executeScript(`addEventListener('franceconnect-apply', (event) => { event.preventDefault(); window.apply = event.detail.url; })`);
  // WebKit on Linux walks links with Tab as the others do.
  const focus = async () => (await shown(driver)).focus;
  const to = async (wanted, key = Key.TAB) => {
    const seen = [];
    for (let presses = 0; presses < 40; presses += 1) {
      if (key === Key.TAB) await press(driver, Key.TAB);
      else await chord(driver, [Key.SHIFT], Key.TAB);
      seen.push(await focus());
      if (seen.at(-1) === wanted) return;
    }
    assert.fail(`${wanted} is not reached: ${seen} (${engine})`);
  };
  await press(driver, Key.TAB);
  assert.equal(await focus(), PERSON);
  await press(driver, Key.ARROW_DOWN, Key.ARROW_DOWN, Key.ARROW_DOWN);
  assert.deepEqual([(await shown(driver)).who, await focus()], [COMPANY, COMPANY]);
  await to('next');
  await press(driver, Key.ENTER);
  assert.equal(await focus(), 'question');
  // Without an answer: the focus comes to the message, and the answers are next.
  await to('next');
  await press(driver, Key.ENTER);
  assert.deepEqual([(await shown(driver)).alert, await focus()], ['Choisissez une réponse pour continuer.', 'missing']);
  await to('oui');
  await press(driver, Key.ARROW_DOWN);
  assert.equal((await shown(driver)).checked, 'non');
  await to('next');
  await press(driver, Key.SPACE);
  assert.match((await shown(driver)).question, /texte réglementaire/);
  assert.equal(await focus(), 'question');
  await to('oui');
  await press(driver, Key.SPACE);
  await to('next');
  await press(driver, Key.ENTER);
  const { verdict, focus: at, status } = await shown(driver);
  assert.deepEqual([verdict, at, status], ['eligible', 'reason', 'Vous êtes éligible']);
  await to('change 2');
  await to('action');
  await to('change 2', Key.SHIFT);
  await press(driver, Key.ENTER);
  assert.deepEqual([(await shown(driver)).checked, await focus()], ['oui', 'question']);
  await to('next');
  await press(driver, Key.ENTER);
  await to('summary');
  await press(driver, Key.ENTER);
  assert(await (await inside(driver, '[part=answer] > details')).getAttribute('open'), 'the quotation opens');
  await to('action');
  await press(driver, Key.ENTER);
  assert.equal(await settled(driver, 'return window.apply'), 'https://datapass.api.gouv.fr/franceconnect');
  // Back to the choices, and a box by the space bar.
  await to('change 0', Key.SHIFT);
  await press(driver, Key.ENTER);
  assert.equal(await focus(), COMPANY);
  await press(driver, Key.ARROW_UP, Key.ARROW_UP);
  assert.equal((await shown(driver)).who, ADMINISTRATION);
  await to('tick');
  await press(driver, Key.SPACE);
  assert(await (await inside(driver, '[part=checklist] input')).isSelected());
  assert(await driver.executeScript(`return document.querySelector('${HOST}').shadowRoot.activeElement.matches(':focus-visible')`));
});

for (const [scheme, width] of [['light', 1280], ['light', 360], ['dark', 1280], ['dark', 360]]) {
  acrossEngines(`axe finds nothing in any state, ${scheme}, ${width} pixels wide`, {
    engines: ['chromium', 'firefox'], pages, timeout: 180_000,
  }, async ({ driver, open }) => {
    await open('/', { width, scheme });
    await ready(driver);
    await through(driver, async (name) => {
      assert.deepEqual(await axe(driver), [], name);
      assert(await driver.executeScript('return document.documentElement.scrollWidth <= innerWidth'), `no horizontal scroll: ${name}`);
    });
  });
}

acrossEngines('320 pixels wide with text twice as large, nothing is cut and nothing scrolls sideways', { pages, timeout: 120_000 }, async ({ driver, open }) => {
  await open('/large', { width: 320 });
  await ready(driver);
  assert.equal(await driver.executeScript('return getComputedStyle(document.documentElement).fontSize'), '32px');
  await through(driver, async (name) => {
    const cut = await settled(driver, `
      const root = document.querySelector('${HOST}').shadowRoot;
      const over = [...root.querySelectorAll('*:not([role=status])')].filter((element) =>
        element.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth > clientWidth && scrollWidth + ' in ' + clientWidth,
        ...over.map((element) => element.outerHTML.slice(0, 120))].filter(Boolean);`);
    assert.deepEqual(cut, [], name);
  });
});

acrossEngines('headings follow each other in every state, whatever the first level', {
  pages, timeout: 120_000,
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await through(driver, async (name) => {
    const found = await driver.executeAsyncScript(`
      const [levels, done] = arguments;
      const host = document.querySelector('${HOST}');
      const look = async () => {
        const found = [];
        for (const level of levels) {
          host.setAttribute('heading-level', level);
          await new Promise((resolve) => setTimeout(resolve));
          found.push([...host.shadowRoot.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ localName }) => +localName[1]));
        }
        host.removeAttribute('heading-level');
        return found;
      };
      look().then(done);`, LEVELS);
    found.forEach((levels, at) => {
      const level = LEVELS[at];
      assert.equal(levels[0], level, name);
      levels.slice(1).forEach((each, index) => {
        assert(each > level || level === 6, `${name}: ${levels}`);
        assert(each <= levels[index] + 1, `no level is jumped over, ${name}: ${levels}`);
      });
    });
  });
});

acrossEngines('the focus is never lost on the way', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await through(driver, async (name) => {
    if (name === 'no choice') return;
    const { focus } = await shown(driver);
    assert.notEqual(focus, '', name);
  });
});

acrossEngines('the verdict is announced once, the same one after other answers too, and no question, which gets the focus', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await driver.executeScript(`
    window.spoken = [];
    const status = document.querySelector('${HOST}').shadowRoot.querySelector('[role=status]');
    new MutationObserver(() => status.textContent && spoken.push(status.textContent))
      .observe(status, { childList: true, characterData: true, subtree: true });`);
  const spoken = () => settled(driver, 'return spoken.splice(0)');
  await walk(driver, COMPANY);
  assert.deepEqual(await spoken(), []);
  await pick(driver, 'non');
  await next(driver);
  assert.deepEqual(await spoken(), []);
  await pick(driver, 'oui');
  await next(driver);
  assert.deepEqual(await spoken(), ['Vous êtes éligible']);
  for (const place of [2, 0]) {
    await change(driver, place);
    assert.deepEqual(await spoken(), []);
    await next(driver);
    assert.deepEqual(await spoken(), ['Vous êtes éligible'], 'the same one, again');
  }
  await click(driver, '[part=full] summary');
  await settled(driver, `document.querySelector('${HOST}').setAttribute('scheme', 'dark')`);
  assert.deepEqual(await spoken(), []);
  // The focus is where the status is silent: the reason, not the verdict again.
  const reason = await inside(driver, '[part=reason]');
  assert.doesNotMatch(await reason.getText(), /éligible$/);
});

acrossEngines('in forced colours, choices, verdicts and buttons stay distinct', { engines: ['chromium', 'firefox'], pages }, async ({ driver, open, engine }) => {
  await open('/', { forcedColors: true });
  await ready(driver);
  const box = (selector) => settled(driver, `
    const style = getComputedStyle(document.querySelector('${HOST}').shadowRoot.querySelector(args[0]));
    return [style.borderTopStyle, style.borderTopWidth, style.borderTopColor, style.backgroundColor];`, selector);
  const visible = async (selector) => {
    const [style, width, colour, ground] = await box(selector);
    assert.equal(style, 'solid', selector);
    assert(parseFloat(width) >= 1, selector);
    assert.notEqual(colour, ground, selector);
  };
  await choose(driver, EDITOR);
  for (const selector of ['[part=choice]', '[data-action=next]']) await visible(selector);
  const chosen = await box('label:has(:checked)');
  const other = await box('label:not(:has(:checked))');
  assert(parseFloat(chosen[1]) > parseFloat(other[1]), `the choice made has a thicker border: ${chosen} ${other}`);
  const radio = await settled(driver, `
    const style = getComputedStyle(document.querySelector('${HOST}').shadowRoot.querySelector('input'));
    return [style.appearance, style.forcedColorAdjust]`);
  assert.notEqual(radio[0], 'none', 'the browser draws its own radio buttons');
  await next(driver);
  await visible('[part=steps] [data-action=back]');
  await pick(driver, 'oui');
  await next(driver);
  for (const selector of ['[part=answer]', '[part=action]', '[data-action=copy]', '[part=checklist] label']) await visible(selector);
  await screenshot(driver, `accessibility/forced-colours-${engine}`);
});

acrossEngines('nothing moves, reduced motion asked for or not', { pages }, async ({ driver, open, browser }) => {
  await open('/', browser.engine === 'webkit' ? {} : { reducedMotion: true });
  await ready(driver);
  await walk(driver, COMPANY, 'oui');
  const moving = await settled(driver, `
    const root = document.querySelector('${HOST}').shadowRoot;
    return [...root.querySelectorAll('*')].filter((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
      return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
    }).map(({ outerHTML }) => outerHTML.slice(0, 80)).concat(document.getAnimations().length || [])`);
  assert.deepEqual(moving, []);
});

acrossEngines('in an English page every French text says that it is French', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await settled(driver, `document.documentElement.lang = 'en'`);
  const ENGLISH = /^(Who are you\?|Your answers|Change|Question|\d|You (are|may be) (not )?eligible|Continue|Previous question|Choose an answer to continue\.|Copy the (list|link)|Print|Untick and forget all|What the document says|Read the full text|What is missing:|This alone would change the answer\.|Source:( api.gouv.fr.*)?|Since|[0-9]+ [A-Z][a-z]+ [0-9]{4}|What the document said, no longer valid)$/;
  // A choice that one names is a link of its own, in French.
  const pieces = english().flatMap((said) => [said, ...said.split(/(?<=“)[^”]+(?=”)/)]);
  const amended = pieces.map((said) => said.replace(/https:.*/, '').replaceAll('\u00a0', ' ').trim());
  assert(amended.length > 20);
  const isEnglish = (text) => ENGLISH.test(text) || amended.includes(text);
  await through(driver, async (name) => {
    const texts = await settled(driver, `
      const walker = document.createTreeWalker(document.querySelector('${HOST}').shadowRoot, NodeFilter.SHOW_TEXT);
      const found = [];
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (data.trim()) found.push([data.replaceAll('\\u00a0', ' ').trim(), parentElement.closest('[lang]').lang]);
      }
      return found;`);
    for (const [text, lang] of texts) {
      // An address is in no language.
      if (!text.startsWith('https:')) assert.equal(lang, isEnglish(text) ? 'en' : 'fr', `${name}: ${text}`);
    }
    assert(texts.some(([, lang]) => lang === 'en'), name);
  });
});

acrossEngines('a link that opens a window says so in its name', { pages }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  // The embedded document has none: one as the catalogue writes it.
  await choose(driver, PERSON);
  const link = await driver.executeScript(`
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    link.textContent = 'le guide';
    document.querySelector('${HOST}').shadowRoot.querySelector('[part=answer]').append(link);
    return link;`);
  assert.equal(await link.getAccessibleName(), 'le guide (nouvelle fenêtre)');
});

const SNAPSHOTS = path.join(path.dirname(fileURLToPath(import.meta.url)), 'snapshots');
/** Roles that say nothing to whoever listens. */
const SILENT = new Set(['none', 'generic', 'InlineTextBox', 'RootWebArea', 'LineBreak', 'ListMarker', 'LabelText', 'Legend']);
/** States worth a word. */
const SAID = ['checked', 'expanded', 'focused', 'level', 'live', 'describedby', 'disabled'];
const quiet = (name, value) => value === 'off' || (value === false && name !== 'expanded');

/** The accessibility tree of the explainer, a line a node: its role, its name, its states. */
async function tree(browser) {
  const { nodes } = await browser.devtools('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines = [];
  const write = (id, depth, above) => {
    const node = byId.get(id);
    if (!node) return;
    const role = node.role?.value ?? 'none';
    const name = node.name?.value ?? '';
    const silent = node.ignored || SILENT.has(role) || (role === 'StaticText' && name === above) || (role === 'paragraph' && !name);
    if (!silent) {
      const states = (node.properties ?? []).filter(({ name, value }) => SAID.includes(name) && !quiet(name, value.value))
        .map(({ name, value }) => (value.value === true ? name : name === 'describedby' ? `described: ${node.description?.value ?? ''}` : `${name}=${value.value ?? ''}`));
      lines.push(`${'  '.repeat(depth)}${role} "${name}"${states.length ? ` [${states.join(', ')}]` : ''}`);
    }
    for (const child of node.childIds ?? []) write(child, silent ? depth : depth + 1, silent ? above : name);
  };
  write(nodes[0].nodeId, 0, '');
  const from = lines.findIndex((line) => /StaticText "avant"/.test(line));
  const to = lines.findIndex((line) => /StaticText "après"/.test(line));
  const own = lines.slice(from + 1, to);
  const margin = /^ */.exec(own[0])[0].length;
  return own.map((line) => line.slice(margin)).join('\n') + '\n';
}

acrossEngines('a screen reader gets these roles and names, state by state', { engines: ['chromium'], pages, timeout: 120_000 }, async ({ driver, open, browser }) => {
  await open('/');
  await ready(driver);
  mkdirSync(SNAPSHOTS, { recursive: true });
  await browser.devtools('Accessibility.enable');
  const differing = [];
  await through(driver, async (name) => {
    const file = path.join(SNAPSHOTS, `${name.replace(/[^a-z0-9]+/g, '-')}.txt`);
    const now = await tree(browser);
    if (process.env.UPDATE) writeFileSync(file, now);
    const kept = existsSync(file) ? readFileSync(file, 'utf8') : '';
    if (kept !== now) differing.push(`${file}:\n${now}`);
  });
  await browser.devtools('Accessibility.disable');
  assert.deepEqual(differing, [], 'read them; UPDATE=1 keeps them');
});

acrossEngines('an answer pushes down what follows by its own height, and nothing else moves', { pages }, async ({ driver, open, engine }) => {
  await open('/');
  await ready(driver);
  const places = () => settled(driver, `
    const place = (selector) => document.querySelector(selector).getBoundingClientRect();
    return { before: place('#before').top + scrollY, host: place('${HOST}').top + scrollY,
      height: place('${HOST}').height, after: place('#after').top + scrollY, left: place('#after').left }`);
  if (engine === 'chromium') {
    // Once the explainer itself has come, which pushes down what follows and is told a frame later.
    await driver.executeAsyncScript(`
      const done = arguments[0];
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));`);
    await driver.executeScript(`
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
      }).observe({ type: 'layout-shift' });`);
  }
  const first = await places();
  await through(driver, async (name) => {
    const now = await places();
    assert.deepEqual([now.before, now.host, now.left], [first.before, first.host, first.left], name);
    assert(Math.abs(now.after - now.height - (first.after - first.height)) < 1, `${name}: ${JSON.stringify([first, now])}`);
  });
  if (engine === 'chromium') assert.deepEqual(await driver.executeScript('return shifts'), []);
});

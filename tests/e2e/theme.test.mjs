/**
 * The elements in other people's pages: what can be themed, what cannot be, and pictures in
 * tests/output/theme/ to look at.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { MOUNTS } from './harness/site.mjs';
import { acrossEngines, screenshot } from './harness/suite.mjs';
import { COMPANY, walk } from './explainer-steps.mjs';
import { page, ready, settled } from './helpers.mjs';

const mounts = {
  ...MOUNTS,
  '/dsfr/': path.join(ROOT, 'node_modules/@gouvfr/dsfr/dist'),
  '/bootstrap/': path.join(ROOT, 'node_modules/bootstrap/dist/css'),
};
const BODY = `
  <franceconnect-button href="/x" caption></franceconnect-button>
  <franceconnect-eligibility who="une-collectivite-ou-une-administration"></franceconnect-eligibility>
  <franceconnect-sheet></franceconnect-sheet>`;

const HOSTS = {
  dsfr: page(`<div class="fr-container">${BODY}</div>`, {
    html: 'lang="fr" data-fr-scheme="light" data-fr-theme="light"',
    head: '<link rel="stylesheet" href="/dsfr/dsfr.min.css">',
  }),
  bootstrap: page(`<div class="container">${BODY}</div>`, { head: '<link rel="stylesheet" href="/bootstrap/bootstrap.min.css">' }),
  hostile: page(BODY, {
    html: 'lang="fr" dir="rtl"',
    head: `<style>* { all: revert !important; text-transform: uppercase !important; letter-spacing: 4px !important;
      line-height: 0.8 !important; color: red; font: 9px fantasy } a, button, input { display: none }</style>`,
  }),
  tiny: page(BODY, { head: '<style>html { font-size: 6px }</style>' }),
  huge: page(BODY, { head: '<style>html { font-size: 40px }</style>' }),
};

for (const [name, html] of Object.entries(HOSTS)) {
  acrossEngines(`in a ${name} page the elements stand and nothing overflows`, { mounts, pages: { '/': html } }, async ({ driver, open, engine }) => {
    await open('/', { width: 1280 });
    await ready(driver);
    const boxes = await settled(driver, `
      return ['button', 'eligibility', 'sheet'].map((kind) => {
        const host = document.querySelector('franceconnect-' + kind);
        const { width, height } = host.getBoundingClientRect();
        return { kind, width, height, shown: getComputedStyle(host).display !== 'none' };
      }).concat({ kind: 'page', width: document.documentElement.scrollWidth - document.documentElement.clientWidth });`);
    for (const { kind, width, height, shown } of boxes.slice(0, 3)) {
      assert(shown && width > 60 && height > 20, `${kind}: ${width} × ${height}`);
    }
    assert.equal(boxes[3].width, 0, 'the page scrolls sideways');
    await screenshot(driver, `theme/${name}-${engine}`);
  });
}

/** Every property of our own, set by the page, and others of its own registered under names that pages use. */
const SHEET = readFileSync(path.join(ROOT, 'www/styles/button.css'), 'utf8');
const OURS = [...new Set(SHEET.match(/--fc-[\w-]+/g))].map((name) => `${name}: red;`).join(' ');
const REGISTERED = '@property --back { syntax: "<angle>"; inherits: false; initial-value: 0deg } @property --text { syntax: "<length>"; inherits: true; initial-value: 1px }';

acrossEngines('no rule and no property of the page changes the button', {
  pages: {
    '/plain': page('<franceconnect-button href="/x"></franceconnect-button>'),
    '/hostile': page('<franceconnect-button href="/x"></franceconnect-button>', {
      head: `<style>${REGISTERED} :root { ${OURS} --franceconnect-accent: red }
        franceconnect-button { color: red; font: italic 40px serif; letter-spacing: 9px; direction: rtl }
        franceconnect-button::part(root), franceconnect-button::part(button) { background: red !important }
        [href] { background: linear-gradient(red, red) }</style>`,
    }),
  },
}, async ({ driver, open }) => {
  const look = async (address) => {
    await open(address);
    await ready(driver);
    return settled(driver, `
      const root = document.querySelector('franceconnect-button').shadowRoot;
      const button = root.querySelector('.button');
      const { width, height } = button.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontStyle, letterSpacing, direction } = getComputedStyle(button);
      const host = getComputedStyle(root.host).backgroundImage;
      return { host, width: Math.round(width), height: Math.round(height), color, backgroundColor, fontSize, fontStyle, letterSpacing, direction };`);
  };
  assert.deepEqual(await look('/hostile'), await look('/plain'));
});

const COLOUR = 'rgb(1, 2, 3)';
const PROPERTIES = {
  accent: ['[part=action]', 'backgroundColor'],
  text: ['[part=root]', 'color'],
  background: ['[part=root]', 'backgroundColor'],
  border: ['[part=choice]', 'borderTopColor'],
  mention: ['[part=source]', 'color'],
  radius: ['[data-action=copy]', 'borderTopLeftRadius', '7px'],
};

acrossEngines('the explainer takes each of the documented properties and the page’s font', {
  pages: Object.fromEntries(Object.keys(PROPERTIES).map((name) => [`/${name}`, page(BODY, {
    head: `<style>:root { --franceconnect-${name}: ${PROPERTIES[name][2] ?? COLOUR}; font-family: Georgia }</style>`,
  })])),
}, async ({ driver, open }) => {
  for (const [name, [selector, property, wanted = COLOUR]] of Object.entries(PROPERTIES)) {
    await open(`/${name}`);
    await ready(driver);
    const [value, font] = await settled(driver, `
      const root = document.querySelector('franceconnect-eligibility').shadowRoot;
      const element = root.querySelector(arguments[0]);
      return [getComputedStyle(element)[arguments[1]], getComputedStyle(element).fontFamily];`, selector, property);
    assert.equal(value, wanted, name);
    assert.equal(font, 'Georgia');
  }
});

const PARTS = {
  eligibility: ['root', 'choices', 'choice', 'answer', 'checklist', 'tools', 'action', 'source', 'amendment'],
  sheet: ['root', 'title', 'tagline', 'fields', 'notice', 'body', 'source', 'amendments', 'amendment'],
};

acrossEngines('each documented part can be styled from the page', {
  pages: {
    '/': page(BODY, {
      head: `<style>${Object.entries(PARTS).flatMap(([kind, parts]) => parts.map((part) =>
        `franceconnect-${kind}::part(${part}) { outline: 3px solid rgb(4, 5, 6) }`)).join('\n')}</style>`,
    }),
  },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  for (const [kind, parts] of Object.entries(PARTS)) {
    for (const part of parts) {
      const color = await settled(driver, `
        const root = document.querySelector('franceconnect-' + arguments[0]).shadowRoot;
        const element = root.querySelector('[part=' + arguments[1] + ']');
        return element && getComputedStyle(element).outlineColor;`, kind, part);
      assert.equal(color, 'rgb(4, 5, 6)', `${kind}::part(${part})`);
    }
  }
});

/** Parts of the questions, by the answers that lead to where they stand. */
const STEPS = [
  [[], ['answers', 'questions', 'question', 'steps', 'full']],
  [['non', 'non'], ['reason', 'unmet', 'answers', 'amendment', 'full']],
];

acrossEngines('each documented part of the questions can be styled from the page', {
  pages: {
    '/': page('<franceconnect-eligibility></franceconnect-eligibility>', {
      head: `<style>${STEPS.flatMap(([, parts]) => parts).map((part) =>
        `franceconnect-eligibility::part(${part}) { border-top: 3px solid rgb(4, 5, 6) }`).join('\n')}</style>`,
    }),
  },
}, async ({ driver, open }) => {
  for (const [answers, parts] of STEPS) {
    await open('/');
    await ready(driver);
    await walk(driver, COMPANY, ...answers);
    for (const part of parts) {
      const color = await settled(driver, `
        const element = document.querySelector('franceconnect-eligibility').shadowRoot.querySelector('[part=' + arguments[0] + ']');
        return element && getComputedStyle(element).borderTopColor;`, part);
      assert.equal(color, 'rgb(4, 5, 6)', part);
    }
  }
});

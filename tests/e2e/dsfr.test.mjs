/**
 * Our button beside the DSFR's own, on one page that has the DSFR's style sheet and its font:
 * boxes within a pixel, colours equal, in every state. Pictures of both, and of what differs, are
 * left in tests/output/dsfr/.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Origin } from 'selenium-webdriver/lib/input.js';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { MOUNTS } from './harness/site.mjs';
import { OUTPUT } from './harness/process.mjs';
import { ROOT } from '../../tools/serve.mjs';
import { Key, acrossEngines, press } from './harness/suite.mjs';
import { page, ready } from './helpers.mjs';

const mounts = { ...MOUNTS, '/dsfr/': path.join(ROOT, 'node_modules/@gouvfr/dsfr/dist') };
/** The part of the page that is compared, from the corner of each column. */
const AREA = { width: 340, height: 150 };
const COLUMNS = { dsfr: 40, ours: 440 };
const TOP = 100;

const head = `<link rel="stylesheet" href="/dsfr/dsfr.min.css"><style>
  .column { position: absolute; top: ${TOP}px; width: ${AREA.width - 40}px }
  /* Not of the button: the DSFR puts it after every link of its pages that opens a window. */
  #dsfr p a::after { display: none }
  #dsfr { left: ${COLUMNS.dsfr}px } #ours { left: ${COLUMNS.ours}px }</style>`;

/** The markup of the DSFR's documentation, its button and its link. */
function dsfr(plus, tag, attributes) {
  const name = plus ? 'FranceConnect+' : 'FranceConnect';
  return `<div class="fr-connect-group"><${tag} class="fr-connect${plus ? ' fr-connect--plus' : ''}" ${attributes}>
    <span class="fr-connect__login">S’identifier avec</span> <span class="fr-connect__brand">FranceConnect</span></${tag}>
    <p><a href="#" target="_blank" rel="noopener" title="…">Qu’est-ce que ${name}\u202f?</a></p></div>`;
}

const both = (theirs, ours) => page(`<div class="column" id="dsfr">${theirs}</div><div class="column" id="ours">${ours}</div>`, { head });
const form = (attributes) => `<franceconnect-button ${attributes}><form action="/x"><button>FC</button></form></franceconnect-button>`;
const pages = {
  '/button': both(dsfr(false, 'button', ''), form('')),
  '/plus': both(dsfr(true, 'button', ''), form('level="eidas2"')),
  '/link': both(dsfr(false, 'a', 'href="#"'), '<franceconnect-button href="#"></franceconnect-button>'),
  '/disabled': both(dsfr(false, 'button', 'disabled'), form('disabled')),
  '/disabled-link': both(dsfr(false, 'a', ''), '<franceconnect-button href="#" disabled></franceconnect-button>'),
};

/** Boxes (from the button's corner) and colours of one side. */
const LOOK = `
  const [side] = arguments;
  const column = document.getElementById(side);
  const scope = side === 'ours' ? column.firstElementChild.shadowRoot : column;
  const button = scope.querySelector('.fr-connect, .button');
  const corner = button.getBoundingClientRect();
  const box = ({ left, top, width, height }) => [left - corner.left, top - corner.top, width, height];
  const words = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element.firstChild);
    return box(range.getBoundingClientRect());
  };
  const [login, brand] = side === 'ours' ? scope.querySelectorAll('span, b') : scope.querySelectorAll('span');
  const help = scope.querySelector('p a');
  const style = getComputedStyle(button);
  const before = getComputedStyle(button, '::before');
  const svg = scope.querySelector('svg');
  const px = parseFloat;
  return {
    boxes: {
      button: [corner.left - column.getBoundingClientRect().left, corner.top - column.getBoundingClientRect().top, corner.width, corner.height],
      login: words(login), brand: words(brand), help: words(help),
      logo: svg ? box(svg.getBoundingClientRect())
        : [px(before.left) + button.clientLeft, px(before.top) + px(before.marginTop) + button.clientTop, px(before.width), px(before.height)],
    },
    colours: {
      background: style.backgroundColor, login: getComputedStyle(login).color, brand: getComputedStyle(brand).color,
      help: getComputedStyle(help).color, small: getComputedStyle(help.parentElement).color,
      outline: style.outlineStyle === 'none' ? '' : [style.outlineStyle, style.outlineWidth, style.outlineColor, style.outlineOffset].join(' '),
    },
  };`;

/** Puts one side into a state; the other side's turn comes later, one pointer is one. */
async function put(driver, side, state) {
  const button = await driver.executeScript(`
    const column = document.getElementById(arguments[0]);
    return column.querySelector('.fr-connect') ?? column.firstElementChild.shadowRoot.querySelector('.button');`, side);
  if (state === 'focus') {
    // By the keyboard, so that the focus shows.
    await driver.executeScript(`document.activeElement.blur();
      const before = document.createElement('a'); before.href = '#'; before.style.position = 'absolute';
      document.getElementById(arguments[0]).prepend(before); before.focus();`, side);
    await press(driver, Key.TAB);
    await driver.executeScript('document.getElementById(arguments[0]).firstElementChild.remove()', side);
  } else if (state === 'hover') {
    await driver.actions().move({ origin: button }).perform();
  } else if (state === 'active') {
    await driver.actions().move({ origin: button }).press().perform();
  }
}

async function rest(driver) {
  await driver.executeScript('document.activeElement.blur()');
  await driver.actions().move({ origin: Origin.VIEWPORT, x: 5, y: 5 }).perform().catch(() => {});
}

/** A picture of one side, its column's corner 20 pixels from the edges. */
async function picture(driver, side) {
  const whole = PNG.sync.read(Buffer.from(await driver.takeScreenshot(), 'base64'));
  const part = new PNG(AREA);
  PNG.bitblt(whole, part, COLUMNS[side] - 20, TOP - 20, AREA.width, AREA.height, 0, 0);
  return part;
}

function compare(name, looks, pictures) {
  const folder = path.join(OUTPUT, 'dsfr');
  mkdirSync(folder, { recursive: true });
  const difference = new PNG(AREA);
  const pixels = pixelmatch(pictures.dsfr.data, pictures.ours.data, difference.data, AREA.width, AREA.height, { threshold: 0.1 });
  const strip = new PNG({ width: AREA.width * 3, height: AREA.height });
  [pictures.dsfr, pictures.ours, difference].forEach((image, index) =>
    PNG.bitblt(image, strip, 0, 0, AREA.width, AREA.height, AREA.width * index, 0));
  writeFileSync(path.join(folder, `${name}.png`), PNG.sync.write(strip));
  const findings = [];
  for (const [part, box] of Object.entries(looks.dsfr.boxes)) {
    const own = looks.ours.boxes[part];
    if (box.some((value, index) => Math.abs(value - own[index]) > 1)) findings.push(`${part}: ${box.map((n) => n.toFixed(2))} there, ${own.map((n) => n.toFixed(2))} here`);
  }
  for (const [part, colour] of Object.entries(looks.dsfr.colours)) {
    if (colour !== looks.ours.colours[part]) findings.push(`${part}: ${colour} there, ${looks.ours.colours[part]} here`);
  }
  return { findings, pixels };
}

const CASES = [
  ...['/button', '/plus', '/link'].flatMap((address) =>
    ['light', 'dark', 'forced'].flatMap((look) => ['rest', 'hover', 'focus', 'active']
      // What is pressed has the browser's own colours there.
      .filter((state) => look !== 'forced' || state !== 'active')
      .map((state) => ({ address, look, state })))),
  ...['/disabled', '/disabled-link'].flatMap((address) => ['light', 'dark', 'forced'].map((look) => ({ address, look, state: 'rest' }))),
  ...['light', 'dark'].map((look) => ({ address: '/disabled', look, state: 'hover' })),
];

acrossEngines('the button looks like the DSFR’s own in every state', {
  engines: ['chromium', 'firefox'], mounts, pages, timeout: 180_000,
}, async ({ browser, driver, engine, open }) => {
  const all = [];
  let shown;
  for (const { address, look, state } of CASES) {
    if (shown !== address + look) {
      await open(address, { forcedColors: look === 'forced', scheme: 'light' });
      await driver.executeScript(`
        Object.assign(document.documentElement.dataset, { frScheme: arguments[0], frTheme: arguments[0] })`, look === 'dark' ? 'dark' : 'light');
      await ready(driver);
      await driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1];
        Promise.all(['400 16px Marianne', '700 16px Marianne'].map((font) => document.fonts.load(font))).then(() => done());`);
      shown = address + look;
    }
    const looks = {};
    const pictures = {};
    for (const side of ['dsfr', 'ours']) {
      await put(driver, side, state);
      looks[side] = await driver.executeScript(LOOK, side);
      pictures[side] = await picture(driver, side);
      if (state === 'active') {
        // Released elsewhere: pressed, not clicked.
        await driver.actions().move({ origin: Origin.VIEWPORT, x: 5, y: 5 }).release().perform();
      }
      await rest(driver);
    }
    const name = `${engine}${address}-${look}-${state}`.replace('/', '-');
    const { findings, pixels } = compare(name, looks, pictures);
    if (pixels > LIMIT) findings.push(`${pixels} pixels differ`);
    all.push(...findings.map((finding) => `${name}: ${finding}`));
  }
  await browser.media({});
  assert.deepEqual(all, []);
});

/** Of 51,000 pixels: the DSFR's underline is a picture, ours is text's; a row of pixels may differ. */
const LIMIT = 450;

/** The elements' attributes as properties: all that www/interface.mjs writes down, and no more. */
import assert from 'node:assert/strict';
import { attributesByElement, elements, propertyOf } from '../../www/interface.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';

/** Each attribute of each element, with its property and whether it counts by being there. */
const ATTRIBUTES = elements.flatMap(({ tag, attributes }) => attributes.map(({ name, type }) => ({
  tag, name, property: propertyOf(name), isPresence: type === 'Present',
})));

acrossEngines('each attribute is a property that reflects it, both ways', { pages: { '/': page('') } }, async ({ driver, open }) => {
  assert(ATTRIBUTES.length > 20);
  await open('/');
  await until(() => driver.executeScript("return Boolean(customElements.get('franceconnect-sheet'))"), 'the elements');
  const told = await driver.executeScript(`
    return arguments[0].flatMap(({ tag, name, property, isPresence }) => {
      // Out of the page, where no value is judged.
      const element = document.createElement(tag);
      const wrong = [];
      const expect = (what, is) => { if (!is) wrong.push(tag + ' ' + property + ': ' + what); };
      const absent = isPresence ? false : '';
      expect('is there', property in element && !Object.hasOwn(element, property));
      expect('is none of HTML’s own', !(property in HTMLElement.prototype));
      expect('says that there is no attribute', element[property] === absent);
      element.setAttribute(name, 'x');
      expect('says the attribute', element[property] === (isPresence ? true : 'x'));
      for (const value of isPresence ? [null, undefined, false, ''] : [null, undefined]) {
        element[property] = isPresence ? true : 'y';
        expect('sets the attribute', element.getAttribute(name) === (isPresence ? '' : 'y') && element.getAttributeNames().length === 1);
        element[property] = value;
        expect('takes the attribute away by ' + JSON.stringify(value), !element.hasAttribute(name) && element[property] === absent);
      }
      element[property] = 3;
      expect('takes a number', element.getAttribute(name) === (isPresence ? '' : '3'));
      return wrong;
    });`, ATTRIBUTES);
  assert.deepEqual(told, []);
});

acrossEngines('the elements have no other property than those written down', { engines: ['chromium'], pages: { '/': page('') } }, async ({ driver, open }) => {
  await open('/');
  await until(() => driver.executeScript("return Boolean(customElements.get('franceconnect-sheet'))"), 'the elements');
  for (const { tag, members = [] } of elements) {
    const { written, found } = await driver.executeScript(`
      const { prototype } = customElements.get(arguments[0]);
      const own = (object) => Object.entries(Object.getOwnPropertyDescriptors(object)).filter(([, { set }]) => set).map(([name]) => name);
      return { found: own(prototype), written: arguments[1].filter((name) => name in prototype) };`, tag, members.map(({ name }) => name));
    assert.deepEqual(found.sort(), Object.keys(attributesByElement[tag.slice('franceconnect-'.length)]).sort(), tag);
    assert.deepEqual(written, members.map(({ name }) => name));
  }
});

acrossEngines('what a property says is what the element does', { pages: { '/': page('<franceconnect-button></franceconnect-button><franceconnect-eligibility></franceconnect-eligibility>',
  { head: "<script>addEventListener('DOMContentLoaded', () => { document.querySelector('franceconnect-button').href = '/a'; })</script>" }) } }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const view = (script) => settled(driver, `
    const button = document.querySelector('franceconnect-button');
    const explainer = document.querySelector('franceconnect-eligibility');
    ${script};
    return new Promise((resolve) => setTimeout(() => {
      const find = (host, selector) => host.shadowRoot.querySelector(selector);
      resolve([
        find(button, 'a.button')?.getAttribute('href') ?? null,
        find(button, 'div').firstElementChild.localName === 'p',
        Boolean(find(button, '[aria-disabled]')),
        find(explainer, 'input:checked')?.value ?? '',
        find(explainer, '[part=root] h3') ? 3 : 2,
      ]);
    }));`);
  const [, , , nobody] = await view('');
  assert.deepEqual(await view(''), ['/a', false, false, nobody, 2]);
  assert.deepEqual((await view("Object.assign(button, { href: '/b', caption: true, disabled: true })")).slice(1, 3), [true, true]);
  assert.deepEqual((await view('Object.assign(button, { caption: null, disabled: false })')).slice(0, 3), ['/b', false, false]);
  assert.equal((await view("Object.assign(explainer, { who: 'un-particulier', headingLevel: 2 })"))[3], (await view(''))[3]);
  assert.notEqual((await view(''))[3], nobody);
});

acrossEngines('what was set before the element was defined counts, in the page and out of it', {
  pages: { '/': page('<franceconnect-button id="dans"></franceconnect-button>', { script: '' }) },
}, async ({ driver, open }) => {
  await open('/');
  await driver.executeScript(`
    window.outside = document.createElement('franceconnect-button');
    for (const button of [document.getElementById('dans'), outside]) {
      Object.assign(button, { href: '/a', caption: true, disabled: undefined, level: 'eidas2', idpHint: 'x', title: 'T', own: 7 });
      button.removeAttribute('title');
    }
    const script = document.createElement('script');
    script.src = '/dist/franceconnect.js';
    document.head.append(script);`);
  await until(() => driver.executeScript('return Object.hasOwn(window, "FranceConnect")'), 'the script');
  const look = (which) => settled(driver, `
    const { shadowRoot } = ${which};
    return new Promise((resolve) => setTimeout(() => resolve([
      Object.fromEntries(${which}.getAttributeNames().sort().map((name) => [name, ${which}.getAttribute(name)])),
      Object.keys(${which}),
      [${which}.href, ${which}.caption, ${which}.disabled, ${which}.level, ${which}.idpHint, ${which}.own],
      ${which}.shadowRoot?.querySelector('a.button')?.getAttribute('href'),
    ])))`);
  const attributes = { caption: '', href: '/a', 'idp-hint': 'x', level: 'eidas2' };
  const rest = [['own'], ['/a', true, false, 'eidas2', 'x', 7], '/a'];
  assert.deepEqual(await look('dans'), [{ ...attributes, id: 'dans' }, ...rest]);
  await driver.executeScript("document.querySelector('main').append(outside)");
  assert.deepEqual(await look('outside'), [attributes, ...rest]);
  // It is a property from then on.
  await driver.executeScript("outside.href = '/b'");
  assert.equal(await driver.executeScript("return outside.getAttribute('href')"), '/b');
});

acrossEngines('React’s, Vue’s and Svelte’s way, a property where there is one and an attribute else, is right for every attribute', {
  pages: { '/': page('') },
}, async ({ driver, open }) => {
  await open('/');
  await until(() => driver.executeScript("return Boolean(customElements.get('franceconnect-sheet'))"), 'the elements');
  const told = await driver.executeScript(`
    const set = (element, name, value) => {
      if (name in element) element[name] = value;
      else if (value == null) element.removeAttribute(name);
      else element.setAttribute(name, value === true ? '' : value);
    };
    return arguments[0].flatMap(({ tag, name, property, isPresence }) => [name, property].flatMap((spelled) => {
      const element = document.createElement(tag);
      set(element, spelled, isPresence ? true : 'x');
      const there = element.getAttribute(name) === (isPresence ? '' : 'x');
      set(element, spelled, undefined);
      return there && !element.hasAttribute(name) ? [] : [tag + ' ' + spelled];
    }));`, ATTRIBUTES);
  assert.deepEqual(told, []);
});

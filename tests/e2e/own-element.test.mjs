/** Mode 1: the button is a look, and the page's own link or form is what acts. */
import assert from 'node:assert/strict';
import { acrossEngines, until } from './harness/suite.mjs';
import { page, ready, settled } from './helpers.mjs';

const NEXT = '<!doctype html><html lang="fr"><title>Arrivée</title><h1>Arrivée</h1>';
const pages = { '/connexion': NEXT, '/autre': NEXT };
const arrived = (driver) => until(async () => (await driver.getTitle()) === 'Arrivée', 'the next page');
const arrivals = (site) => site.requests.filter(({ path }) => path in pages);
const inside = (content, around = (host) => host) => page(around(`<franceconnect-button>${content}</franceconnect-button>`));

async function click(driver, script = '') {
  await ready(driver);
  await driver.executeScript(script);
  const button = await driver.executeScript('return document.querySelector("franceconnect-button").shadowRoot.querySelector(".button")');
  await button.click();
}

for (const [what, button] of [
  ['a button', '<button name="f" value="v" formaction="/autre">S’identifier</button>'],
  ['an input', '<input type="submit" name="f" value="v" formaction="/autre">'],
  ['a button of that type', '<button type="button" name="x">Aide</button><button type="submit" name="f" value="v" formaction="/autre">S’identifier</button>'],
]) {
  acrossEngines(`a form is submitted by its own submit button, ${what}: its name, value and address count`, {
    pages: { ...pages, '/': inside(`<form method="post" action="/connexion"><input type="hidden" name="csrf" value="jeton">${button}</form>`) },
  }, async ({ driver, open, site }) => {
    await open('/');
    await click(driver);
    await arrived(driver);
    const [{ method, path, body }] = arrivals(site);
    assert.deepEqual([method, path, body], ['POST', '/autre', 'csrf=jeton&f=v']);
  });
}

acrossEngines('a form whose fields are called like its functions is submitted', {
  pages: { ...pages, '/': inside('<form action="/connexion"><input name="requestSubmit"><input name="querySelector"><input name="submit"><input name="getAttribute"></form>') },
}, async ({ driver, open }) => {
  await open('/');
  await click(driver);
  await arrived(driver);
});

acrossEngines('a link that opens elsewhere, or is saved, is followed as the page’s own link is', {
  pages: { '/': inside('<a href="/connexion" id="a" class="b" rel="nofollow noopener" referrerpolicy="no-referrer" download="a.txt" hreflang="fr" target="_blank">S’identifier</a>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const attributes = () => driver.executeScript(`
    const link = document.querySelector('franceconnect-button').shadowRoot.querySelector('a.button');
    return Object.fromEntries([...link.attributes].map(({ name, value }) => [name, value]));`);
  assert.deepEqual(await attributes(), {
    class: 'button', download: 'a.txt', href: '/connexion', hreflang: 'fr', referrerpolicy: 'no-referrer', rel: 'nofollow noopener', target: '_blank',
  });
  await settled(driver, `
    const link = document.querySelector('franceconnect-button a');
    link.rel = 'noreferrer';
    link.removeAttribute('download');`);
  assert.deepEqual(await attributes(), {
    class: 'button', href: '/connexion', hreflang: 'fr', referrerpolicy: 'no-referrer', rel: 'noreferrer', target: '_blank',
  });
});

acrossEngines('the page’s own link says how it is followed, and nothing of what the button shows', {
  pages: { '/': inside('<a href="/connexion" failure="Compte bloqué" scheme="dark" language="en" caption plus disabled>S’identifier</a>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const shown = await driver.executeScript(`
    const root = document.querySelector('franceconnect-button').shadowRoot;
    return [root.querySelector('[role=alert]'), root.querySelector('div').className, root.querySelector('.button').textContent.trim()];`);
  assert.deepEqual(shown, [null, '', 'S’identifier avec FranceConnect']);
});

acrossEngines('a link of SVG’s is led to by the button itself', {
  pages: { ...pages, '/': inside('<svg width="9" height="9"><a href="/connexion"><rect width="9" height="9"></rect></a></svg>') },
}, async ({ driver, open }) => {
  await open('/');
  await click(driver);
  await arrived(driver);
});

acrossEngines('who listens to the page’s own link hears of the press, once, and may prevent it', {
  pages: { ...pages, '/': inside('<a href="/connexion">S’identifier</a>', (host) => `<div id="autour">${host}</div>`) },
}, async ({ driver, open, site }) => {
  await open('/');
  await click(driver, `
    window.heard = [];
    document.querySelector('a').addEventListener('click', (event) => { event.preventDefault(); window.heard.push('link'); });
    document.getElementById('autour').addEventListener('click', (event) => window.heard.push(event.target.localName));`);
  assert.deepEqual(await settled(driver, 'return window.heard'), ['link', 'a']);
  assert.equal(arrivals(site).length, 0);
});

acrossEngines('a library that follows links by their attributes follows the page’s own', {
  pages: { ...pages, '/': inside('<a href="/connexion" data-method="post">S’identifier</a>') },
}, async ({ driver, open, site }) => {
  await open('/');
  // As rails-ujs does.
  await click(driver, `
    document.addEventListener('click', (event) => {
      const link = event.target.closest('a[data-method]');
      if (!link) return;
      event.preventDefault();
      const form = Object.assign(document.createElement('form'), { action: link.href, method: link.dataset.method });
      document.body.append(form);
      form.submit();
    });`);
  await arrived(driver);
  assert.deepEqual(arrivals(site).map(({ method }) => method), ['POST']);
});

acrossEngines('a router that takes the page’s clicks is not asked twice', {
  pages: { ...pages, '/': inside('<a href="/connexion">S’identifier</a>') },
}, async ({ driver, open, site }) => {
  await open('/');
  // As Turbo does: by the event's path, and not what somebody has prevented.
  await click(driver, `
    window.visits = [];
    document.addEventListener('click', (event) => {
      const link = event.composedPath().find((node) => node.localName === 'a');
      if (event.defaultPrevented || !link) return;
      event.preventDefault();
      window.visits.push(link.getAttribute('href'));
    });`);
  assert.deepEqual(await settled(driver, 'return window.visits'), ['/connexion']);
  assert.equal(arrivals(site).length, 0);
});

acrossEngines('the target of the page’s own link is heeded', {
  pages: { ...pages, '/': page('<iframe name="cadre" src="/vide"></iframe><franceconnect-button><a href="/connexion" target="cadre">S’identifier</a></franceconnect-button>'), '/vide': '<!doctype html><html lang="fr"><title>Vide</title>' },
}, async ({ driver, open, site }) => {
  await open('/');
  await click(driver);
  await until(() => arrivals(site).length === 1, 'the request');
  assert.equal(await driver.getTitle(), 'Essai');
});

acrossEngines('what stands around the button or inside it is never taken for it', {
  pages: {
    ...pages,
    '/': page(`<div aria-disabled="false" data-action="print" class="button"><franceconnect-button level="eidas9"><a href="/connexion">S’identifier</a></franceconnect-button></div>`),
  },
}, async ({ driver, open, allow }) => {
  allow(/accepted here: /);
  await open('/');
  await ready(driver);
  await settled(driver);
  // The level is wrong: the page's own link shows, and leads on.
  await (await driver.executeScript('return document.querySelector("a")')).click();
  await arrived(driver);
});

acrossEngines('a form is submitted with a key held too, which means nothing to a form', {
  engines: ['chromium', 'firefox'],
  pages: { ...pages, '/': inside('<form action="/connexion"><button name="f" value="v">S’identifier</button></form>') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  await driver.executeScript(`
    const button = document.querySelector('franceconnect-button').shadowRoot.querySelector('.button');
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, altKey: true }));`);
  await arrived(driver);
});

/** What an attacker may try who can write a setting, or markup that holds no script. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';
import { acrossEngines, until } from './harness/suite.mjs';
import { BODY, page, painted, ready, settled } from './helpers.mjs';

/**
 * For scripts in the page: every control character and some halves of a character, as texts. They are
 * made there, for a half of a character does not survive the way through the driver.
 */
const WRONG = `
  const WRONG = [];
  for (let code = 0; code < 0xa0; code++) if (code < 0x20 || code > 0x7e) WRONG.push(String.fromCharCode(code));
  WRONG.push('\\ud800', '\\udbff', '\\udc00', '\\udfff');
  /** A character for a message: U+001D. */
  const name = (character) => 'U+' + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');`;

/** Settings that are accepted; a bar stands where a wrong character is then put. */
const AUTHORIZATION = {
  clientId: '|good|client|',
  redirectUri: '|https://service|.example/|retour?a=|b|',
  scope: '|openid| em|ail|',
  level: '|eidas|2|',
  environment: '|sand|box|',
  authorizeUrl: '|https://|fc.example/|authorize|',
  prompt: '|lo|gin| consent|',
  state: '|l8Vd0Gk2uQy|TzN4rXw7Jb1|',
  nonce: '|pF5mE9sA3hC|6oLiU0vKqY2|',
  claims: '|{|"id_token":{"acr":{"value":"eid|as2"}}|}|',
  idpHint: '|9c67bf9a|-b317|',
};
const LOGOUT = {
  idTokenHint: '|eyJhbGciOiJFUzI1NiJ9|.e3|0.|c2lnbmF0dXJl|',
  state: '|l8Vd0Gk2uQy|TzN4rXw7Jb1|',
  postLogoutRedirectUri: '|https://service|.example/|au-revoir|',
  level: '|eidas|2|',
  environment: '|sand|box|',
  authorizeUrl: '|https://|fc.example/|authorize|',
};
/** The settings that are lists of words, or JSON: white space between those may be folded. */
const WORDS = ['scope', 'prompt', 'claims'];
/** The settings that no message may hold. */
const SECRETS = ['state', 'nonce', 'idTokenHint'];

/**
 * The page's answers to a function's calls, each with one wrong character at one place of one setting:
 * what was not refused as it should.
 */
const attempts = (driver, call, settings) => driver.executeScript(`
  const [call, marked, words, secrets] = arguments;
  ${WRONG}
  const plain = (text) => text.replaceAll('|', '');
  const good = Object.fromEntries(Object.entries(marked).map(([field, text]) => [field, plain(text)]));
  const found = [];
  let made = 0;
  // Without a wrong character they are accepted, else nothing would be shown.
  try { FranceConnect[call](good); } catch (error) { found.push('accepted without: ' + error.message); }
  for (const [field, text] of Object.entries(marked)) {
    const places = text.split('|');
    for (const character of WRONG) for (let at = 1; at < places.length; at++) {
      const value = places.slice(0, at).join('') + character + places.slice(at).join('');
      const trial = field + ' with ' + name(character) + ' at place ' + at + ': ';
      made++;
      try {
        const result = FranceConnect[call]({ ...good, [field]: value });
        const folded = words.includes(field) && /[\\t\\n\\f\\r]/.test(character);
        const sent = [...new URL(result.url ?? result).searchParams].flat().join();
        if (!folded) found.push(trial + 'accepted');
        else if (sent.includes(character)) found.push(trial + 'sent');
      } catch (error) {
        const { kind, detail, message } = error;
        if (kind !== 'refused' || detail !== field) found.push(trial + [kind, detail, message]);
        if (!message.startsWith(field + ' ')) found.push(trial + 'said as ' + message);
        if (secrets.includes(field) && /Vd0G|zN4r|pF5m|oLiU|eyJh|c2ln/.test(message)) found.push(trial + 'told: ' + message);
        // Nor does it break a line of the console.
        if (/[\\p{Cc}\\p{Cs}]/u.test(message)) found.push(trial + 'quoted');
      }
    }
  }
  return [made, found];`, call, settings, WORDS, SECRETS);

for (const [call, settings] of [['authorizationRequest', AUTHORIZATION], ['logoutUrl', LOGOUT]]) {
  acrossEngines(`${call} refuses a control character or half a character in any setting, and names it`, {
    pages: { '/': page('') },
  }, async ({ driver, open, site }) => {
    await open('/');
    await ready(driver);
    await driver.executeScript('sessionStorage.clear()');
    const before = site.requests.length;
    const [made, found] = await attempts(driver, call, settings);
    assert(made > 1000, `${made} attempts`);
    assert.deepEqual(found.slice(0, 20), [], `${found.length} of ${made}`);
    assert.equal(site.requests.length, before, 'nothing is asked for');
  });
}

acrossEngines('no setting becomes another: neither the next address nor the server', { pages: { '/': page('') } }, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const refusals = await driver.executeScript(`
    const retour = 'https://service.example/retour';
    return [
      { clientId: 'good\\0https://other.example/cb', redirectUri: 'openid' },
      { clientId: 'good\\0https://other.example/cb', redirectUri: retour },
      { clientId: 'good', redirectUri: retour, scope: 'openid\\0eidas3\\0sandbox' },
      { clientId: 'good', redirectUri: retour, scope: ['openid\\0eidas3\\0sandbox'].toString() },
      { clientId: 'good', redirectUri: retour, scope: { toString: () => 'openid\\0eidas3\\0sandbox' }.toString() },
      { clientId: () => 'good\\0https://other.example/cb', redirectUri: 'openid' },
    ].map((settings) => {
      try { return FranceConnect.authorizationRequest(settings).url; } catch ({ kind, detail }) { return kind + ' ' + detail; }
    });`);
  assert.deepEqual(refusals, [
    'refused clientId', 'refused clientId', 'refused scope', 'refused scope', 'refused scope', 'refused clientId',
  ]);
});

acrossEngines('white space between words, and between the parts of a JSON text, may be a line’s end; within them it is refused', {
  pages: { '/': page('') },
}, async ({ driver, open }) => {
  await open('/');
  await ready(driver);
  const told = await driver.executeScript(`
    return [
      { scope: '\\n\\topenid\\r\\n\\t  email\\n' },
      { prompt: '\\tlogin\\n\\fconsent ' },
      { claims: '{\\n\\t"id_token":\\r\\n{}}\\n' },
      { claims: '{"id_token":{"acr":"a\\nb"}}' },
      { claims: '{"id_token":{"acr":"a\\u0085b"}}' },
    ].map((settings) => {
      try {
        const all = { clientId: 'good', redirectUri: 'https://service.example/retour', ...settings };
        return new URL(FranceConnect.authorizationRequest(all).url).searchParams.get(Object.keys(settings)[0]);
      } catch ({ kind, detail }) { return kind + ' ' + detail; }
    });`);
  const claims = told.splice(2, 1)[0];
  assert.deepEqual(told, ['openid email', 'login consent', 'refused claims', 'refused claims']);
  assert.deepEqual(JSON.parse(claims), { id_token: {} });
  assert.doesNotMatch(claims, /\p{Cc}/u);
});

/** The button's settings, as attributes; where a wrong character is put as above. */
const ATTRIBUTES = {
  'client-id': AUTHORIZATION.clientId,
  'redirect-uri': AUTHORIZATION.redirectUri,
  scope: AUTHORIZATION.scope,
  level: AUTHORIZATION.level,
  environment: AUTHORIZATION.environment,
  'authorize-url': AUTHORIZATION.authorizeUrl,
  prompt: AUTHORIZATION.prompt,
  claims: AUTHORIZATION.claims,
  'idp-hint': AUTHORIZATION.idpHint,
};

acrossEngines('a control character or half a character in any attribute of the button shows what stands inside, and is told by name', {
  pages: { '/': page('<franceconnect-button><p id="secours">Secours</p></franceconnect-button>') }, timeout: 120_000,
}, async ({ driver, open, allow, site }) => {
  // Each is said on the console: what, is looked at in the page.
  allow(/franceconnect-button [a-z-]+=/);
  await open('/');
  await ready(driver);
  const before = site.requests.length;
  const [made, found] = await driver.executeAsyncScript(`
    const [marked, words, done] = arguments;
    ${WRONG}
    const some = WRONG.filter((character) => '\\0\\x01\\t\\n\\x1d\\x1e\\x1f\\x7f\\x80\\x85\\x9f\\ud800\\udfff'.includes(character));
    const host = document.querySelector('franceconnect-button');
    const fallback = document.getElementById('secours');
    const turn = () => new Promise((go) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = go; port2.postMessage(0); });
    const plain = (text) => text.replaceAll('|', '');
    let events = [];
    let said = [];
    addEventListener('franceconnect-error', ({ detail }) => events.push(detail));
    const { error } = console;
    console.error = (...parts) => said.push(parts.join(' '));
    (async () => {
      const found = [];
      let made = 0;
      for (const [field, text] of Object.entries(marked)) host.setAttribute(field, plain(text));
      await turn();
      if (!host.shadowRoot.querySelector('.button')) found.push('not painted without');
      for (const [field, text] of Object.entries(marked)) {
        const places = text.split('|');
        for (const character of some) for (const at of [1, 2, places.length - 1]) {
          // White space there may be folded: see above.
          if (words.includes(field) && /[\\t\\n\\f\\r]/.test(character)) continue;
          const trial = field + ' with ' + name(character) + ' at place ' + at + ': ';
          const value = places.slice(0, at).join('') + character + places.slice(at).join('');
          events = [];
          said = [];
          made++;
          host.setAttribute(field, value);
          await turn();
          if (host.shadowRoot.querySelector('.button')) found.push(trial + 'painted');
          if (!fallback.getClientRects().length) found.push(trial + 'no fallback');
          const told = events.map(({ element, attribute, value }) => [element, attribute, value]).join();
          // Half a character becomes U+FFFD on its way into Rust.
          if (told !== ['franceconnect-button', field, value.toWellFormed()].join()) found.push(trial + 'event ' + told);
          if (said.length !== 1 || !said[0].startsWith('<franceconnect-button ' + field + '=')) found.push(trial + 'said ' + said);
          host.setAttribute(field, plain(text));
          await turn();
          if (!host.shadowRoot.querySelector('.button')) found.push(trial + 'not mended');
        }
      }
      console.error = error;
      done([made, found]);
    })();`, ATTRIBUTES, WORDS);
  assert(made > 300, `${made} attempts`);
  assert.deepEqual(found.slice(0, 20), [], `${found.length} of ${made}`);
  assert.equal(site.requests.length, before, 'nothing is asked for');
  assert.equal(await driver.executeScript('return sessionStorage.length'), 0, 'nothing is remembered');
});

acrossEngines('no attribute becomes another: what is written with references, or by a script, is refused as it is', {
  pages: Object.fromEntries([
    ['/adresse', 'client-id="good&#x1d;https://other.example/cb" redirect-uri="openid"'],
    ['/portee', 'client-id="good" redirect-uri="https://service.example/retour" scope="openid&#x1e;eidas3&#x1e;sandbox"'],
    ['/script', 'client-id="good" redirect-uri="https://service.example/retour"'],
  ].map(([address, attributes]) => [address, page(`<franceconnect-button ${attributes}><p>Secours</p></franceconnect-button>
    <script>addEventListener('franceconnect-error', ({ detail }) => { window.refused = detail.attribute; });</script>`)])),
}, async ({ driver, open, allow, expect, site }) => {
  allow(/^log: .*franceconnect-button (client-id|scope)=/);
  expect(/console\.error: <franceconnect-button client-id="good/);
  expect(/console\.error: <franceconnect-button scope="openid/);
  for (const [address, attribute, value] of [
    ['/adresse', 'client-id'],
    ['/portee', 'scope'],
    ['/script', 'client-id', 'good\\0https://other.example/cb'],
    ['/script', 'scope', 'openid\\0eidas3\\0sandbox'],
  ]) {
    await open(address);
    await ready(driver);
    await settled(driver, value && `document.querySelector('franceconnect-button').setAttribute('${attribute}', '${value}')`);
    assert.equal(await driver.executeScript('return window.refused'), attribute, address);
    assert(!await painted(driver), `${address} ${attribute}`);
    assert(await driver.executeScript('return document.querySelector("p").getClientRects().length > 0'), 'the fallback shows');
  }
  assert.deepEqual(site.requests.filter(({ path: at }) => at.includes('authorize')), []);
});

/** README's policy, and the same with a nonce. */
const STRICT = readFileSync(path.join(ROOT, 'README.md'), 'utf8').match(/```\nContent-Security-Policy:([^`]+)```/)[1].replace(/\s+/g, ' ').trim();
const NONCE = STRICT.replace(/script-src 'self'/, "script-src 'nonce-abc' 'strict-dynamic'");

/** A site whose scripts must never run here, and the pictures that lead to it. */
const OTHER = {
  headers: { 'Access-Control-Allow-Origin': '*' },
  mounts: {},
  pages: {
    '/franceconnect.more.js': {
      headers: { 'Content-Type': 'text/javascript' },
      body: 'window.taken = true; export const run = () => ({});',
    },
    '/cadre': '<!doctype html><title>Cadre</title>',
    '/x.png': { headers: { 'Content-Type': 'image/png' }, body: Buffer.from('iVBORw0KGgo=', 'base64') },
  },
};

/** The document's properties that markup takes the names of, and how. */
const CLOBBERS = {
  'an img': (other) => `<img name="currentScript" src="${other}/x.png" alt="">`,
  'an embed': (other) => `<embed name="currentScript" src="${other}/x.png">`,
  'a form': () => '<form name="currentScript"></form>',
  'a form with a field named src': (other) => `<form name="currentScript"><input name="src" aria-label="src" value="${other}/franceconnect.js"></form>`,
  'two pictures': (other) => `<img name="currentScript" src="${other}/x.png" alt=""><img name="currentScript" id="src" src="${other}/x.png" alt="">`,
  'a frame': (other) => `<iframe name="currentScript" title="" src="${other}/cadre"></iframe>`,
  'a script of SVG': (other) => `<svg><script src="${other}/franceconnect.js"></script></svg>`,
  'pictures for what else finds a script': (other) => ['scripts', 'querySelector', 'querySelectorAll', 'getElementsByTagName', 'head', 'URL', 'baseURI']
    .map((name) => `<img name="${name}" src="${other}/x.png" alt="">`).join(''),
};

/** Whether the button stands there, asked in a page that has taken the document's names. */
const stands = (driver) => driver.executeScript(`
  const host = Document.prototype.querySelector.call(document, 'franceconnect-button');
  return Boolean(host.shadowRoot?.querySelector('.button svg path'));`);

/** The policies, with the nonce of our scripts; an attacker's `modulepreload` gets it too, to be the worse. */
const WAYS = [
  ['without a policy', '', {}],
  ['under README’s policy', '', { 'Content-Security-Policy': STRICT }],
  ['under README’s policy with a nonce', 'nonce="abc"', { 'Content-Security-Policy': NONCE }],
];

for (const [way, nonce, headers] of WAYS) {
  acrossEngines(`markup that takes the document’s names does not choose what is run, ${way}`, {
    headers, timeout: 180_000,
  }, async ({ driver, open, allow, site, addSite }) => {
    // The other site's files are refused, or are no pictures: none of ours.
    const other = await addSite(OTHER);
    allow(new RegExp(other.origin));
    const cases = [];
    for (const [what, markup] of Object.entries(CLOBBERS)) for (const preload of ['', 'modulepreload']) for (const type of ['', 'type="module"']) {
      const address = `/${cases.length}`;
      const link = preload && `<link rel="modulepreload" href="${other.origin}/franceconnect.more.js" crossorigin ${nonce}>`;
      site.set({ [address]: { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page(
        `${markup(other.origin)}${BODY}<script ${nonce} ${type} src="/dist/franceconnect.js"></script>`, { script: '', head: link }) } });
      cases.push([`${what}, ${preload || 'no preload'}, ${type || 'classic'}`, address, preload]);
    }
    for (const [title, address, preload] of cases) {
      const before = other.requests.length;
      await open(address);
      await until(() => driver.executeScript('return Boolean(window.FranceConnect?.ready)'), `the script: ${title}`);
      const outcome = await driver.executeAsyncScript(`
        const done = arguments[arguments.length - 1];
        FranceConnect.ready.then(() => setTimeout(() => done('ready')), ({ message }) => done(message));`);
      assert.equal(await driver.executeScript('return window.taken'), null, `the other site’s script ran: ${title}`);
      assert.equal(outcome, 'ready', title);
      assert(await stands(driver), title);
      // What the markup itself has the browser ask for; WebKit looks ahead and takes SVG's script for HTML's.
      const own = ['/x.png', '/cadre', '/favicon.ico', '/franceconnect.js', ...(preload ? ['/franceconnect.more.js'] : [])];
      assert.deepEqual(other.requests.slice(before).map(({ path: at }) => at).filter((at) => !own.includes(at)), [], title);
    }
  });
}

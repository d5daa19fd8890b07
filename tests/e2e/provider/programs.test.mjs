/** The partners' programs of www/examples/connexion, each in its language, walked without a browser. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ROOT } from '../../../tools/serve.mjs';
import { OUTPUT, freePort, start, stop } from '../harness/process.mjs';
import { LIES, ODDITIES, startLiar } from './liar.mjs';
import { phpVendor } from './php-jwt.mjs';
import { COMMANDS, INSTALLED, WIDGET, folder, startPartner } from './programs.mjs';
import { IDENTITY, startProvider } from './provider.mjs';
import { NONCE, STATE, Walker, authorization } from './walk.mjs';

const SECRET = 'un-secret-de-test';

/** What the page of return sends to its server. */
const post = (walker, origin, body, headers = {}) => walker.fetch(`${origin}/session`, {
  method: 'POST', body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', Origin: origin, ...headers },
});

/** The page of return can show why: a sentence, under `message`. */
async function refused(answer, status) {
  assert.equal(answer.status, status);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
  const { message } = await answer.json();
  assert.match(message, /^\p{Lu}.*\.$/u);
  assert.deepEqual(answer.headers.getSetCookie().filter((line) => !/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)), [], 'no session');
}

for (const program of /** @type {const} */ (['node', 'php', 'python', 'java'])) describe(`the program in ${program}`, () => {
  let provider;
  let partner;
  before(async () => {
    provider = await startProvider();
    partner = await startPartner(provider, program);
  });
  after(() => Promise.all([provider?.close(), partner?.close()]));

  const request = (more) => authorization(provider, { id: 'essai', redirectUri: `${partner.origin}/retour` }, more);
  const code = async (walker, more) => (await walker.through(request(more), 'continue')).searchParams.get('code');
  const home = async (walker, { origin } = partner) => (await walker.fetch(origin)).text();

  test('the page has the button with the partner’s settings, and the widget’s three files behind it', async () => {
    const html = await home(new Walker());
    assert.match(html, /client-id="essai"/);
    assert(html.includes(`redirect-uri="${partner.origin}/retour"`));
    assert(html.includes(`level="eidas1" authorize-url="${provider.authorizeUrl}"`));
    for (const name of WIDGET) {
      const answer = await fetch(`${partner.origin}/franceconnect/${name}`);
      assert.equal(answer.status, 200, name);
      assert.match(answer.headers.get('content-type') ?? '', name.endsWith('.wasm') ? /^application\/wasm/ : /javascript/);
      assert(Buffer.from(await answer.arrayBuffer()).equals(readFileSync(path.join(ROOT, 'dist', name))), `${name} is the packed one`);
    }
    const script = await (await fetch(`${partner.origin}/retour.js`)).text();
    assert.equal(script, readFileSync(path.join(ROOT, 'www/examples/connexion/site/retour.js'), 'utf8'));
    assert.equal((await fetch(`${partner.origin}/franceconnect/../../php/index.php`)).status, 404);
    assert.equal((await fetch(`${partner.origin}/rien`)).status, 404);
  });

  test('the code becomes a verified identity, shown, then forgotten at logout', async () => {
    const walker = new Walker();
    const answer = await post(walker, partner.origin, { code: await code(walker), state: STATE, nonce: NONCE });
    assert.equal(answer.status, 204);
    const [cookie] = answer.headers.getSetCookie().slice(-1);
    assert.match(cookie, /^session=[\w-]{20,};/);
    for (const flag of [/; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i]) assert.match(cookie, flag);
    assert.doesNotMatch(cookie, /; Secure|; Domain/i, 'this site is http, of one host');
    assert(!cookie.includes('eyJ'), 'the ID token stays on the server');
    assert((await home(walker)).includes(`${IDENTITY.given_name} ${IDENTITY.family_name}`));

    const end = new URL(await walker.redirected(`${partner.origin}/deconnexion`, { method: 'POST' }));
    assert.equal(end.origin + end.pathname, `${provider.issuer}/session/end`);
    assert.deepEqual([...end.searchParams.keys()].sort(), ['id_token_hint', 'post_logout_redirect_uri', 'state']);
    assert.equal(end.searchParams.get('post_logout_redirect_uri'), `${partner.origin}/au-revoir`);
    assert((end.searchParams.get('state') ?? '').length >= 22);
    assert.equal((await walker.fetch(end.href)).status, 200, 'the provider takes the token');
    assert(!(await home(walker)).includes(IDENTITY.family_name));
    assert.equal(await walker.redirected(`${partner.origin}/deconnexion`, { method: 'POST' }), `${partner.origin}/`, 'once is enough');
  });

  test('a code is good once', async () => {
    const walker = new Walker();
    const once = await code(walker);
    assert.equal((await post(walker, partner.origin, { code: once, nonce: NONCE })).status, 204);
    await refused(await post(new Walker(), partner.origin, { code: once, nonce: NONCE }), 401);
  });

  test('a stolen code without its nonce opens no session', async () => {
    for (const nonce of ['autre0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab', '', undefined, null, [NONCE]]) {
      const walker = new Walker();
      await refused(await post(walker, partner.origin, { code: await code(walker), nonce }), 401);
    }
    for (const body of ['', '{', 'null', '[]', '"texte"', '{"code":1,"nonce":2}']) {
      const answer = await new Walker().fetch(`${partner.origin}/session`, {
        method: 'POST', body, headers: { 'Content-Type': 'application/json', Origin: partner.origin },
      });
      await refused(answer, 401);
    }
  });

  test('another site cannot sign our visitors in', async () => {
    const walker = new Walker();
    const body = { code: await code(walker), nonce: NONCE };
    await refused(await post(walker, partner.origin, body, { Origin: 'https://ailleurs.example' }), 403);
    await refused(await post(walker, partner.origin, body, { Origin: 'null' }), 403);
    await refused(await post(walker, partner.origin, body, { 'Content-Type': 'text/plain' }), 415);
    assert.equal((await post(walker, partner.origin, body)).status, 204, 'the code was not spent on them');
  });

  test('the session has a new name after sign-in, and one that somebody planted is worth nothing', async () => {
    for (const planted of ['plante', 'p'.repeat(43)]) {
      const walker = new Walker();
      const key = `${partner.origin} session`;
      walker.cookies.set(key, planted);
      await home(walker);
      const before = walker.cookies.get(key);
      assert.equal((await post(walker, partner.origin, { code: await code(walker), nonce: NONCE })).status, 204);
      for (const old of [planted, before]) {
        assert.notEqual(walker.cookies.get(key), old);
        const thief = new Walker();
        thief.cookies.set(key, old ?? '');
        assert(!(await home(thief)).includes(IDENTITY.family_name));
      }
      // A second sign-in ends the first session’s name too.
      const first = walker.cookies.get(key);
      assert.equal((await post(walker, partner.origin, { code: await code(walker), nonce: NONCE })).status, 204);
      const late = new Walker();
      late.cookies.set(key, first);
      assert(!(await home(late)).includes(IDENTITY.family_name));
    }
  });

  test('a level below the one asked for opens no session, that level or a higher one does', async () => {
    const demanding = await startPartner(provider, program, { level: 'eidas2', id: 'exigeant' });
    try {
      for (const [acr, status] of [['eidas1', 401], ['eidas2', 204], ['eidas3', 204]]) {
        const walker = new Walker();
        const address = authorization(provider, { id: 'exigeant', redirectUri: `${demanding.origin}/retour` }, { acr_values: acr });
        const received = (await walker.through(address, 'continue')).searchParams.get('code');
        assert.equal((await post(walker, demanding.origin, { code: received, nonce: NONCE })).status, status, acr);
      }
    } finally {
      await demanding.close();
    }
  });

  test('each wrong token is refused, and the right one taken', async () => {
    // Beside a key of a kind that few know and none needs.
    const liar = await startLiar('essai', NONCE, ['ES512', 'RS256', 'ES256']);
    const duped = await startPartner(liar, program);
    try {
      const sent = () => post(new Walker(), duped.origin, { code: 'n’importe lequel', nonce: NONCE });
      assert.equal((await sent()).status, 204, 'nothing is wrong');
      for (const [lie, { unseen }] of Object.entries(LIES)) {
        if (unseen === program) continue;
        liar.tell(lie);
        const answer = await sent();
        assert.equal(answer.status, 401, `a token ${lie}`);
        await refused(answer, 401);
      }
      for (const oddity of [undefined, ...Object.keys(ODDITIES)]) {
        liar.tell(oddity);
        assert.equal((await sent()).status, 204, oddity ?? 'nothing is wrong any more');
      }
    } finally {
      await Promise.all([liar.close(), duped.close()]);
    }
  });

  // `jose` has the same rule, but waits for 30 seconds between two readings.
  if (program !== 'node') test('a key that FranceConnect has published since is looked up', async () => {
    const liar = await startLiar('essai', NONCE);
    const client = await startPartner(liar, program);
    try {
      const sent = async () => (await post(new Walker(), client.origin, { code: 'n’importe lequel', nonce: NONCE })).status;
      assert.deepEqual([await sent(), await sent()], [204, 204]);
      // PHP reads them at each sign-in: a process there does not outlive its request.
      if (program !== 'php') assert.equal(liar.readings(), 1, 'the keys are kept');
      await liar.renew();
      assert.deepEqual([await sent(), await sent()], [204, 204]);
      if (program !== 'php') assert.equal(liar.readings(), 2, 'and read again, once');
    } finally {
      await Promise.all([liar.close(), client.close()]);
    }
  });

  test('a slash at the end of the issuer and of the public address changes nothing', async () => {
    const slashed = await startPartner(provider, program, { id: 'barre', slash: true });
    try {
      const walker = new Walker();
      const address = authorization(provider, { id: 'barre', redirectUri: `${slashed.origin}/retour` });
      assert((await home(walker, slashed)).includes(`redirect-uri="${slashed.origin}/retour"`));
      const received = (await walker.through(address, 'continue')).searchParams.get('code');
      assert.equal((await post(walker, slashed.origin, { code: received, nonce: NONCE })).status, 204);
    } finally {
      await slashed.close();
    }
  });

  test('behind https the cookie is Secure, and of this host alone', async () => {
    const publicUrl = 'https://service.example';
    const secure = await startPartner(provider, program, { publicUrl, id: 'secure' });
    try {
      const walker = new Walker();
      const address = authorization(provider, { id: 'secure', redirectUri: `${publicUrl}/retour` });
      const received = (await walker.through(address, 'continue')).searchParams.get('code');
      const answer = await post(walker, secure.origin, { code: received, nonce: NONCE }, { Origin: publicUrl });
      assert.equal(answer.status, 204);
      const [cookie] = answer.headers.getSetCookie().slice(-1);
      assert.match(cookie, /^__Host-session=/);
      assert.match(cookie, /; Secure/i);
      assert.doesNotMatch(cookie, /; Domain/i);
    } finally {
      await secure.close();
    }
  });

  test('its log holds no code, no nonce, no token and no secret', () => {
    const log = partner.log();
    const codes = provider.requests.filter(({ url }) => url.includes('code=')).map(({ url }) => new URL(url, provider.issuer).searchParams.get('code'));
    for (const secret of [NONCE, SECRET, 'eyJ', IDENTITY.family_name, ...codes]) assert(!log.includes(secret), log);
  });
});

for (const program of /** @type {const} */ (['node', 'python'])) {
  test(`the program in ${program} reads what FranceConnect+ signs with ES256 and encrypts for its own key`, async () => {
    const privateKey = path.join(folder(), `${program}.pem`);
    execFileSync('openssl', ['genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', privateKey]);
    const provider = await startProvider({ levels: ['eidas2', 'eidas3'] });
    const partner = await startPartner(provider, program, { level: 'eidas2', privateKey });
    try {
      const { keys: [key] } = await (await fetch(`${partner.origin}/jwks`)).json();
      assert.equal(key.kty, 'EC');
      assert.equal(key.d, undefined, 'the private part stays');
      const walker = new Walker();
      const address = authorization(provider, { id: 'essai', redirectUri: `${partner.origin}/retour` }, { acr_values: 'eidas2' });
      const code = (await walker.through(address, 'continue')).searchParams.get('code');
      assert.equal((await post(walker, partner.origin, { code, nonce: NONCE })).status, 204);
      assert((await (await walker.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
      // The hint is the signed token, out of its envelope: the provider must be able to read it.
      const end = new URL(await walker.redirected(`${partner.origin}/deconnexion`, { method: 'POST' }));
      const [header] = (end.searchParams.get('id_token_hint') ?? '').split('.');
      assert.equal(JSON.parse(Buffer.from(header, 'base64url').toString()).alg, 'ES256');
      assert.equal((await walker.fetch(end.href)).status, 200);
    } finally {
      await Promise.all([provider.close(), partner.close()]);
    }
  });
}

test('essai.mjs shows both ways, with the button and all that it asks for', async () => {
  const child = start(process.execPath, [path.join(ROOT, 'tests/e2e/provider/essai.mjs')], { log: 'essai' });
  const said = () => readFileSync(path.join(OUTPUT, 'logs/essai.log'), 'utf8');
  try {
    for (const end = Date.now() + 60_000; !/par le serveur : http/.test(said());) {
      assert(Date.now() < end, said());
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    const [button, posted] = [...said().matchAll(/ : (http\S+)\/$/gm)].map(([, origin]) => origin);
    assert.match(await (await fetch(button)).text(), /client-id="bouton"/);
    assert.match(await (await fetch(posted)).text(), /<form method="post" action="\/connexion">/);
    for (const origin of [button, posted]) {
      for (const name of WIDGET) assert.equal((await fetch(`${origin}/franceconnect/${name}`)).status, 200, name);
    }
  } finally {
    await stop(child);
  }
});

/** The folder as the repository has it. */
function withoutWidget(name) {
  const bare = path.join(folder(), name);
  cpSync(path.join(ROOT, 'www/examples/connexion'), bare, { recursive: true, filter: (from) => !INSTALLED.test(from.slice(ROOT.length)) });
  return bare;
}

test('a program without the widget’s files says which to copy, and where', async () => {
  const bare = withoutWidget('bare');
  const said = (program) => {
    const [file, ...args] = COMMANDS[program](0);
    return spawnSync(file, args, { cwd: bare, env: { ...process.env, FC_CLIENT_ID: 'x', FC_CLIENT_SECRET: 'x' }, encoding: 'utf8' });
  };
  for (const program of /** @type {const} */ (['node', 'formulaire', 'python'])) {
    const { status, stderr } = said(program);
    assert.equal(status, 1, program);
    assert.match(stderr, /franceconnect\.js, franceconnect\.more\.js et franceconnect\.wasm dans site\/franceconnect/);
  }
});

test('in PHP, where each request starts the program, a missing setting or file is an error, 500, and no page', async () => {
  const bare = withoutWidget('bare-php');
  const ask = async (env, sentence) => {
    const port = await freePort();
    const [file, ...args] = COMMANDS.php(port);
    const child = start(file, args, { log: `php-${port}`, cwd: bare, env: { ...process.env, ...env } });
    try {
      let answer;
      for (const end = Date.now() + 60_000; !answer; await new Promise((resolve) => setTimeout(resolve, 30))) {
        assert(Date.now() < end, 'PHP does not answer');
        answer = await fetch(`http://127.0.0.1:${port}/session`, { method: 'POST' }).catch(() => undefined);
      }
      assert.equal(answer.status, 500);
      assert.match(await answer.text(), sentence);
    } finally {
      await stop(child);
    }
  };
  const settings = { FC_CLIENT_ID: 'x', FC_CLIENT_SECRET: 'x' };
  await ask(settings, /franceconnect\.wasm dans site\/franceconnect/);
  mkdirSync(path.join(bare, 'site/franceconnect'));
  writeFileSync(path.join(bare, 'site/franceconnect/franceconnect.js'), '');
  await ask(settings, /composer install --working-dir=php$/);
  symlinkSync(phpVendor(), path.join(bare, 'php/vendor'));
  for (const name of Object.keys(settings)) await ask({ ...settings, [name]: '' }, new RegExp(`^${name} est nécessaire`));
});

describe('the variant with a form and its CSRF token', () => {
  let provider;
  let partner;
  before(async () => {
    provider = await startProvider();
    partner = await startPartner(provider, 'formulaire');
  });
  after(() => Promise.all([provider?.close(), partner?.close()]));

  /** Opens the page and submits its form: the authorization address. */
  async function asked(walker) {
    const home = await (await walker.fetch(partner.origin)).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(home)?.[1] ?? '';
    return walker.redirected(`${partner.origin}/connexion`, { method: 'POST', body: new URLSearchParams({ csrf }) });
  }

  test('the whole trip works without a script, logout included', async () => {
    const walker = new Walker();
    const back = await walker.through(await asked(walker), 'continue');
    assert.equal(await walker.redirected(back.href), `${partner.origin}/`);
    assert((await (await walker.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
    assert.equal(await walker.redirected(back.href), `${partner.origin}/`, 'a replay leads home');
    const end = await walker.redirected(`${partner.origin}/deconnexion`, { method: 'POST' });
    assert.equal((await walker.fetch(end)).status, 200);
    assert(!(await (await walker.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
  });

  test('a form without the token goes nowhere', async () => {
    const walker = new Walker();
    await walker.fetch(partner.origin);
    for (const csrf of ['', 'devine']) {
      const to = await walker.redirected(`${partner.origin}/connexion`, { method: 'POST', body: new URLSearchParams({ csrf }) });
      assert.equal(to, `${partner.origin}/`);
    }
  });

  test('a cancel is a page that says so, with status 200', async () => {
    const walker = new Walker();
    const back = await walker.through(await asked(walker), 'cancel');
    const answer = await walker.fetch(back.href);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Vous pouvez réessayer/);
  });

  test('a reply to another browser, with a forged state or issuer, opens no session', async () => {
    const walker = new Walker();
    const back = await walker.through(await asked(walker), 'continue');
    await new Walker().redirected(back.href);
    const forged = new URL(back);
    forged.searchParams.set('state', 'forge');
    await walker.redirected(forged.href);
    const elsewhere = new URL(back);
    elsewhere.searchParams.set('iss', 'https://ailleurs.example');
    assert.match(await (await walker.fetch(elsewhere.href)).text(), /pas possible/);
    assert(!(await (await walker.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
  });
});

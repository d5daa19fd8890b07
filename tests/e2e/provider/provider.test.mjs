/** The provider and the partner's servers of www/examples/connexion, walked without a browser. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import * as form from '../../../www/examples/connexion/formulaire.mjs';
import * as page from '../../../www/examples/connexion/serveur.mjs';
import { refusal } from './gate.mjs';
import { startPartner } from './partner.mjs';
import { IDENTITY, startProvider } from './provider.mjs';
import { Walker } from './walk.mjs';

const STATE = 'etat0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabc';
const NONCE = 'nonce0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab';

describe('sign-in against a real provider', () => {
  let provider;
  let partner;
  const warn = console.warn;
  before(async () => {
    // The partner's server says on its log why it refuses; the tests look at what it answers.
    console.warn = () => {};
    provider = await startProvider();
    partner = await startPartner(provider, page, 'essai');
  });
  after(async () => {
    console.warn = warn;
    await Promise.all([provider.close(), partner.close()]);
  });

  const parameters = (more = {}) => new URLSearchParams({
    response_type: 'code', client_id: 'essai', redirect_uri: `${partner.origin}/retour`,
    scope: 'openid identite_pivot', acr_values: 'eidas1', state: STATE, nonce: NONCE, ...more,
  });
  const authorization = (more) => `${provider.authorizeUrl}?${parameters(more)}`;
  const post = (walker, body, headers = {}) => walker.fetch(`${partner.origin}/session`, {
    method: 'POST', body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Origin: partner.origin, ...headers },
  });

  test('the code becomes a verified identity, shown, then forgotten at logout', async () => {
    const walker = new Walker();
    const back = await walker.through(authorization(), 'continue');
    assert.equal(back.searchParams.get('state'), STATE);
    assert.equal(back.searchParams.get('iss'), provider.issuer);
    assert.deepEqual([...back.searchParams.keys()].sort(), ['code', 'iss', 'state']);

    const answer = await post(walker, { code: back.searchParams.get('code'), state: STATE, nonce: NONCE });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.getSetCookie()[0], /HttpOnly; SameSite=Lax/);
    const home = await (await walker.fetch(partner.origin)).text();
    assert(home.includes(`${IDENTITY.given_name} ${IDENTITY.family_name}`));

    const end = new URL(await walker.redirected(`${partner.origin}/deconnexion`, { method: 'POST' }));
    assert.equal(end.origin + end.pathname, `${provider.issuer}/session/end`);
    assert.equal((await walker.fetch(end.href)).status, 200);
    assert(!(await (await walker.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
  });

  test('each level asked for is the level received', async () => {
    for (const level of ['eidas2', 'eidas3']) {
      const walker = new Walker();
      const back = await walker.through(authorization({ acr_values: level }), 'continue');
      assert.equal((await post(walker, { code: back.searchParams.get('code'), nonce: NONCE })).status, 204);
    }
  });

  test('a code is good once', async () => {
    const walker = new Walker();
    const code = (await walker.through(authorization(), 'continue')).searchParams.get('code');
    assert.equal((await post(walker, { code, nonce: NONCE })).status, 204);
    assert.equal((await post(new Walker(), { code, nonce: NONCE })).status, 401);
  });

  test('a stolen code without its nonce opens no session', async () => {
    for (const nonce of ['autre0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab', '', undefined, null, [NONCE]]) {
      const walker = new Walker();
      const code = (await walker.through(authorization(), 'continue')).searchParams.get('code');
      const answer = await post(walker, { code, nonce });
      assert.equal(answer.status, 401, String(nonce));
      assert.deepEqual(answer.headers.getSetCookie(), []);
    }
  });

  test('another site cannot sign our visitors in', async () => {
    const walker = new Walker();
    const code = (await walker.through(authorization(), 'continue')).searchParams.get('code');
    const body = { code, nonce: NONCE };
    assert.equal((await post(walker, body, { Origin: 'https://ailleurs.example' })).status, 403);
    assert.equal((await post(walker, body, { Origin: 'null' })).status, 403);
    assert.equal((await post(walker, body, { 'Content-Type': 'text/plain' })).status, 415);
    assert.equal((await post(walker, body)).status, 204, 'the code was not spent on them');
  });

  test('a session that somebody planted is worth nothing after sign-in', async () => {
    const walker = new Walker();
    walker.cookies.set(`${partner.origin} session`, 'plante');
    const code = (await walker.through(authorization(), 'continue')).searchParams.get('code');
    assert.equal((await post(walker, { code, nonce: NONCE })).status, 204);
    assert.notEqual(walker.cookies.get(`${partner.origin} session`), 'plante');
    const thief = new Walker();
    thief.cookies.set(`${partner.origin} session`, 'plante');
    assert(!(await (await thief.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
  });

  test('cancel and a technical fault come back as errors with state and issuer', async () => {
    for (const [choice, error, description] of [
      ['cancel', 'access_denied', 'User auth aborted'],
      ['fault', 'server_error', 'authentication aborted due to a technical error'],
    ]) {
      const back = await new Walker().through(authorization(), choice);
      assert.deepEqual(Object.fromEntries(back.searchParams), {
        error, error_description: description, state: STATE, iss: provider.issuer,
      });
    }
  });

  test('a scope that the partner was not granted comes back as invalid_scope', async () => {
    const back = new URL(await new Walker().redirected(authorization({ scope: 'openid dgfip_rfr' })));
    assert.equal(back.origin, partner.origin);
    assert.equal(back.searchParams.get('error'), 'invalid_scope');
  });

  test('a parameter unknown, repeated, missing or too short stays on a page of code Y030007', async () => {
    const wrong = [
      ['code_challenge', 'x'], ['code_challenge_method', 'S256'], ['login_hint', 'x'], ['max_age', '1'],
      ['response_mode', 'query'], ['display', 'page'], ['utm_source', 'x'], ['csrf_token', 'x'],
      ['state', ''], ['state', 'court'], ['nonce', 'court0A'], ['nonce', 'que-des-minuscules-0123456789'],
      ['acr_values', ''], ['response_type', 'token'], ['prompt', 'none'], ['prompt', ''],
    ];
    for (const [name, value] of wrong) {
      const response = await new Walker().fetch(authorization({ [name]: value }));
      assert.equal(response.status, 400, `${name}=${value}`);
      assert.match(await response.text(), /Y030007/);
    }
    const twice = await new Walker().fetch(`${authorization()}&state=${STATE}`);
    assert.equal(twice.status, 400);
    const posted = await new Walker().fetch(provider.authorizeUrl, { method: 'POST', body: parameters({ csrf: 'x' }) });
    assert.equal(posted.status, 400);
  });

  test('what FranceConnect lists is let through, by GET and by POST', async () => {
    const full = parameters({ prompt: 'login consent', claims: '{"id_token":{"amr":null}}', idp_hint: 'x', ui_locales: 'fr' });
    assert.equal(refusal(full), null);
    const back = await new Walker().through(`${provider.authorizeUrl}?${full}`, 'continue');
    assert(back.searchParams.get('code'));
    const next = await new Walker().redirected(provider.authorizeUrl, { method: 'POST', body: parameters() });
    assert.match(next, /\/authorize\?/);
  });
});

describe('the variant with a form and its CSRF token', () => {
  let provider;
  let partner;
  const warn = console.warn;
  before(async () => {
    console.warn = () => {};
    provider = await startProvider();
    partner = await startPartner(provider, form, 'formulaire');
  });
  after(async () => {
    console.warn = warn;
    await Promise.all([provider.close(), partner.close()]);
  });

  /** Opens the page and submits its form: the authorization address. */
  async function start(walker) {
    const home = await (await walker.fetch(partner.origin)).text();
    const csrf = /name="csrf" value="([^"]+)"/.exec(home)?.[1] ?? '';
    return walker.redirected(`${partner.origin}/connexion`, { method: 'POST', body: new URLSearchParams({ csrf }) });
  }

  test('the whole trip works without a script', async () => {
    const walker = new Walker();
    const back = await walker.through(await start(walker), 'continue');
    assert.equal(await walker.redirected(back.href), `${partner.origin}/`);
    assert((await (await walker.fetch(partner.origin)).text()).includes(IDENTITY.family_name));
    assert.equal(await walker.redirected(back.href), `${partner.origin}/`, 'a replay leads home');
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
    const back = await walker.through(await start(walker), 'cancel');
    const answer = await walker.fetch(back.href);
    assert.equal(answer.status, 200);
    assert.match(await answer.text(), /Vous pouvez réessayer/);
  });

  test('a reply to another browser, with a forged state or issuer, opens no session', async () => {
    const walker = new Walker();
    const back = await walker.through(await start(walker), 'continue');
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

/** The test provider, walked without a browser: it refuses what FranceConnect refuses, and says so alike. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { refusal } from './gate.mjs';
import { IDENTITY, startProvider } from './provider.mjs';
import { NONCE, STATE, Walker, authorization, parameters } from './walk.mjs';

/** Nobody listens there: these tests stop at the address that they are sent to. */
const partner = { id: 'essai', redirectUri: 'http://127.0.0.1:9/retour' };

describe('the test provider', () => {
  let provider;
  before(async () => {
    provider = await startProvider();
    provider.register({ id: partner.id, secret: 'un-secret-de-test', redirectUris: [partner.redirectUri] });
  });
  after(() => provider.close());

  const ask = (more) => authorization(provider, partner, more);

  test('a sign-in comes back with code, state and issuer', async () => {
    const back = await new Walker().through(ask(), 'continue');
    assert.equal(back.origin + back.pathname, partner.redirectUri);
    assert.equal(back.searchParams.get('state'), STATE);
    assert.equal(back.searchParams.get('iss'), provider.issuer);
    assert.deepEqual([...back.searchParams.keys()].sort(), ['code', 'iss', 'state']);
  });

  test('cancel and a technical fault come back as errors with state and issuer', async () => {
    for (const [choice, error, description] of [
      ['cancel', 'access_denied', 'User auth aborted'],
      ['fault', 'server_error', 'authentication aborted due to a technical error'],
    ]) {
      const back = await new Walker().through(ask(), choice);
      assert.deepEqual(Object.fromEntries(back.searchParams), {
        error, error_description: description, state: STATE, iss: provider.issuer,
      });
    }
  });

  test('a session that is over and an account of too low a level stay on a page with their code', async () => {
    for (const [choice, status, code] of [['expired', 401, 'Y190001'], ['level', 400, 'Y100001']]) {
      const answer = await new Walker().choose(ask(), choice);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('location'), null);
      assert.match(await answer.text(), new RegExp(`id="code">${code}<`));
    }
    const lost = await new Walker().fetch(new URL('/interaction/perdue', provider.issuer).href);
    assert.equal(lost.status, 401);
    assert.match(await lost.text(), /Y190001/);
  });

  test('a scope that the partner was not granted comes back as invalid_scope', async () => {
    const back = new URL(await new Walker().redirected(ask({ scope: 'openid dgfip_rfr' })));
    assert.equal(back.origin + back.pathname, partner.redirectUri);
    assert.equal(back.searchParams.get('error'), 'invalid_scope');
  });

  test('the scopes that need no permission of their own are granted, each alone', async () => {
    for (const scope of ['', ...Object.keys(IDENTITY).slice(1), 'profile', 'birth', 'identite_pivot']) {
      const back = await new Walker().through(ask({ scope: `openid ${scope}`.trim() }), 'continue');
      assert(back.searchParams.get('code'), scope);
    }
  });

  test('a level that the platform does not have comes back as invalid_acr', async () => {
    const low = await startProvider({ levels: ['eidas1'] });
    try {
      low.register({ id: partner.id, secret: 'un-secret-de-test', redirectUris: [partner.redirectUri] });
      const back = new URL(await new Walker().redirected(authorization(low, partner, { acr_values: 'eidas2' })));
      assert.equal(back.origin + back.pathname, partner.redirectUri);
      assert.equal(back.searchParams.get('error'), 'invalid_acr');
      assert.equal(back.searchParams.get('state'), STATE);
      assert.equal(back.searchParams.get('iss'), low.issuer);
      // Nobody is sent to an address that is not registered.
      const elsewhere = await new Walker().fetch(authorization(low, { ...partner, redirectUri: 'https://ailleurs.example/' }, { acr_values: 'eidas2' }));
      assert.equal(elsewhere.headers.get('location'), null);
      assert.equal(elsewhere.status, 400);
    } finally {
      await low.close();
    }
  });

  test('a parameter unknown, repeated, missing or too short stays on a page of code Y030007', async () => {
    const wrong = [
      ['code_challenge', 'x'], ['code_challenge_method', 'S256'], ['login_hint', 'x'], ['max_age', '1'],
      ['response_mode', 'query'], ['display', 'page'], ['utm_source', 'x'], ['csrf_token', 'x'],
      ['state', ''], ['state', 'court'], ['nonce', 'court0A'], ['nonce', 'que-des-minuscules-0123456789'],
      ['acr_values', ''], ['response_type', 'token'], ['prompt', 'none'], ['prompt', ''],
    ];
    for (const [name, value] of wrong) {
      const response = await new Walker().fetch(ask({ [name]: value }));
      assert.equal(response.status, 400, `${name}=${value}`);
      const text = await response.text();
      assert.match(text, /Y030007/);
      assert(text.includes(name), 'the page names the parameter');
    }
    const twice = await new Walker().fetch(`${ask()}&state=${STATE}`);
    assert.equal(twice.status, 400);
    const posted = await new Walker().fetch(provider.authorizeUrl, { method: 'POST', body: parameters(partner, { csrf: 'x' }) });
    assert.equal(posted.status, 400);
  });

  test('an unknown partner, unreadable claims and a logout without its token have their own page', async () => {
    for (const [address, status, code] of [
      [authorization(provider, { ...partner, id: 'inconnu' }), 400, 'Y030027'],
      [ask({ claims: '{' }), 500, 'Y030028'],
      [ask({ claims: '[]' }), 500, 'Y030028'],
      [`${provider.issuer}/session/end?state=${STATE}`, 400, 'invalid_request'],
    ]) {
      const answer = await new Walker().fetch(address);
      assert.equal(answer.status, status);
      assert.match(await answer.text(), new RegExp(`id="code">${code}<`));
    }
  });

  /** The answer of /token to a code, whose secret is sent as told. */
  const exchanged = async (code, basic) => fetch(`${provider.issuer}/token`, {
    method: 'POST',
    headers: basic ? { Authorization: `Basic ${Buffer.from(`${partner.id}:un-secret-de-test`).toString('base64')}` } : {},
    body: new URLSearchParams({
      grant_type: 'authorization_code', code, redirect_uri: partner.redirectUri,
      ...(!basic && { client_id: partner.id, client_secret: 'un-secret-de-test' }),
    }),
  });
  const code = async () => (await new Walker().through(ask(), 'continue')).searchParams.get('code') ?? '';

  test('the secret is posted: a Basic header is neither announced nor accepted', async () => {
    const discovery = await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json();
    assert.deepEqual(discovery.token_endpoint_auth_methods_supported, ['client_secret_post']);
    const refusedAnswer = await exchanged(await code(), true);
    assert.equal(refusedAnswer.status, 401);
    assert.equal((await refusedAnswer.json()).error, 'invalid_client');
    assert.equal((await exchanged(await code(), false)).status, 200);
  });

  test('an ID token holds the hash of its access token, and a logout with one that does not is refused', async () => {
    const { id_token: idToken, access_token: accessToken } = await (await exchanged(await code(), false)).json();
    const [header, payload, signature] = idToken.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    assert.equal(claims.at_hash, createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'));
    const end = (hint) => new Walker().fetch(`${provider.issuer}/session/end?${new URLSearchParams({ id_token_hint: hint })}`);
    assert.equal((await end(idToken)).status, 200);
    const { at_hash: _hash, ...others } = claims;
    const bare = [header, Buffer.from(JSON.stringify(others)).toString('base64url'), signature].join('.');
    const refusedEnd = await end(bare);
    assert.equal(refusedEnd.status, 400);
    assert.match(await refusedEnd.text(), /id="code">Y100019</);
  });

  test('what FranceConnect lists is let through, by GET and by POST', async () => {
    const full = parameters(partner, { prompt: 'login consent', claims: '{"id_token":{"amr":null}}', idp_hint: 'x', ui_locales: 'fr' });
    assert.equal(refusal(full), null);
    assert.equal(full.get('nonce'), NONCE);
    const back = await new Walker().through(`${provider.authorizeUrl}?${full}`, 'continue');
    assert(back.searchParams.get('code'));
    const next = await new Walker().redirected(provider.authorizeUrl, { method: 'POST', body: parameters(partner) });
    assert.match(next, /\/authorize\?/);
  });
});

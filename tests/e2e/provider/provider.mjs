/**
 * A real OpenID provider (npm `oidc-provider`) on a free port of 127.0.0.1, set up the way
 * FranceConnect is: paths below `/api/v2`, a client whose secret is posted (no Basic header), levels
 * eidas1 to eidas3, `iss` in replies, no PKCE, codes of 30 seconds, `at_hash` in ID tokens, a signed
 * userinfo; and its gate in front (gate.mjs). A
 * partner with a `jwksUri` gets what FranceConnect+ gives: ES256 and encrypted tokens.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { decodeJwt } from 'jose';
import { Provider, interactionPolicy } from 'oidc-provider';
import { hasReadableClaims, refusal } from './gate.mjs';
import * as pages from './pages.mjs';
import { Store } from './store.mjs';

const BASE = '/api/v2';
const LEVELS = ['eidas1', 'eidas2', 'eidas3'];

/** A test identity of the kind FranceConnect gives. */
export const IDENTITY = {
  sub: 'b6048e95bb134ec5b1d1e1fa69f287172e91722b9354d637a1bcf2ebb0fd2ef5v1',
  given_name: 'Angela Claire Louise',
  family_name: 'DUBOIS',
  birthdate: '1962-08-24',
  gender: 'female',
  birthplace: '75107',
  birthcountry: '99100',
  email: 'angela.dubois@example.fr',
  preferred_username: '',
};

/** What each scope gives. One by one, then several at once. */
const SCOPES = {
  openid: ['sub'],
  ...Object.fromEntries(Object.keys(IDENTITY).slice(1).map((name) => [name, [name]])),
  profile: ['given_name', 'family_name', 'birthdate', 'gender', 'preferred_username'],
  birth: ['birthplace', 'birthcountry'],
  identite_pivot: ['given_name', 'family_name', 'birthdate', 'gender', 'birthplace', 'birthcountry'],
};

/**
 * @typedef {object} Client
 * @property {string} id
 * @property {string} secret
 * @property {string[]} redirectUris
 * @property {string[]} [logoutUris]
 * @property {string} [jwksUri] where a partner of FranceConnect+ publishes its keys
 *
 * @typedef {{method: string, path: string, status: number, code: string, reason: string}} Refusal
 *
 * @typedef {object} TestProvider
 * @property {string} issuer
 * @property {string} authorizeUrl for the widget's `authorize-url`
 * @property {{method: string, url: string, status: number}[]} requests in order of arrival
 * @property {(client: Client) => void} register a partner; again with the same id replaces it
 * @property {() => Promise<void>} close
 *
 * Starts the provider.
 * @param {object} [options]
 * @param {number} [options.port] 0: any free one
 * @param {string[]} [options.levels] the platform's: eidas1 for FranceConnect, eidas2 and eidas3 for
 *   FranceConnect+, all unless given
 * @param {(refusal: Refusal) => void} [options.told] hears of each refusal
 * @returns {Promise<TestProvider>}
 *
 * @example
 * const provider = await startProvider();
 * provider.register({ id: 'essai', secret: 'secret', redirectUris: ['http://127.0.0.1:3000/retour'] });
 * await provider.close();
 */
export async function startProvider({ port = 0, levels = LEVELS, told = () => {} } = {}) {
  const requests = [];
  let handle = (_request, response) => response.writeHead(503).end();
  const server = createServer((request, response) => {
    const entry = { method: request.method ?? '', url: request.url ?? '', status: 0 };
    requests.push(entry);
    response.on('finish', () => { entry.status = response.statusCode; });
    Promise.resolve(handle(request, response)).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(String(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const origin = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`;
  const issuer = origin + BASE;
  const store = new Store();
  const provider = new Provider(issuer, configuration(store, levels));
  bindAccessTokens(provider);
  handle = handler(provider, store, levels, told);
  return {
    issuer,
    authorizeUrl: `${issuer}/authorize`,
    requests,
    register: (client) => store.register(metadata(client)),
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

/** A partner, in the words of OpenID's registration. @param {Client} client */
function metadata({ id, secret, redirectUris, logoutUris = [], jwksUri }) {
  const signed = jwksUri ? 'ES256' : 'RS256';
  const encrypted = (what) => jwksUri && {
    [`${what}_encrypted_response_alg`]: 'ECDH-ES', [`${what}_encrypted_response_enc`]: 'A256GCM',
  };
  return {
    client_id: id,
    client_secret: secret,
    client_name: id,
    redirect_uris: redirectUris,
    post_logout_redirect_uris: logoutUris,
    token_endpoint_auth_method: 'client_secret_post',
    id_token_signed_response_alg: signed,
    userinfo_signed_response_alg: signed,
    ...encrypted('id_token'),
    ...encrypted('userinfo'),
    ...(jwksUri && { jwks_uri: jwksUri }),
    response_types: ['code'],
    grant_types: ['authorization_code'],
    // A partner may ask for what it was granted only: the rest comes back as invalid_scope.
    scope: Object.keys(SCOPES).join(' '),
  };
}

/** @param {Store} store @param {string[]} levels */
function configuration(store, levels) {
  const key = (pair, alg) => ({ ...pair.privateKey.export({ format: 'jwk' }), use: 'sig', alg, kid: `essai-${alg}` });
  return {
    adapter: store.adapter,
    jwks: { keys: [
      key(generateKeyPairSync('rsa', { modulusLength: 2048 }), 'RS256'),
      key(generateKeyPairSync('ec', { namedCurve: 'P-256' }), 'ES256'),
    ] },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    routes: {
      authorization: '/authorize', token: '/token', userinfo: '/userinfo',
      end_session: '/session/end', jwks: '/jwks',
    },
    // Its own guard refuses to read keys from this machine, where all our partners are.
    fetch: (url, { dispatcher: _guard, ...options }) => fetch(url, options),
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_post'],
    acrValues: levels,
    pkce: { required: () => false },
    claims: { ...SCOPES, acr: null, amr: null },
    // Known to the provider, granted to nobody here.
    scopes: ['openid', 'dgfip_rfr'],
    features: {
      devInteractions: { enabled: false },
      claimsParameter: { enabled: true },
      encryption: { enabled: true },
      jwtUserinfo: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => { ctx.body = pages.logout(form); },
      },
    },
    interactions: { policy: alwaysAsk(), url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: {
      AccessToken: 60, AuthorizationCode: 30, IdToken: 60, Grant: 1800, Session: 1800, Interaction: 1800,
    },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ ...IDENTITY, sub: id }) }),
    loadExistingGrant: grantAll,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = pages.refused(out.error, out.error_description ?? '');
    },
  };
}

/** ID tokens hold `at_hash`, which the code flow leaves to the provider and FranceConnect's logout asks for. */
function bindAccessTokens({ IdToken }) {
  const { issue } = IdToken.prototype;
  IdToken.prototype.issue = function withHash(options) {
    const accessToken = this.ctx?.oidc.entities.AccessToken;
    // An opaque token is its own `jti`; the hash is made of it where the token is signed.
    if (options?.use === 'idtoken' && accessToken) this.set('at_hash', accessToken.jti);
    return issue.call(this, options);
  };
}

/** Whether FranceConnect would refuse this ID token at a logout. What cannot be read is left to the provider. */
function lacksHash(idToken) {
  try {
    return decodeJwt(idToken).at_hash === undefined;
  } catch {
    return false;
  }
}

/** One page, for login and consent at once, each time: every test walks the whole way. */
function alwaysAsk() {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.clear();
  policy.get('login')?.checks.add(new interactionPolicy.Check(
    'each_time', 'the test provider asks each time', (ctx) => !ctx.oidc.result?.login,
  ));
  return policy;
}

async function grantAll(ctx) {
  const grant = new ctx.oidc.provider.Grant({
    clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId,
  });
  grant.addOIDCScope(ctx.oidc.params.scope);
  await grant.save();
  return grant;
}

function handler(provider, store, levels, told) {
  const callback = provider.callback();
  for (const what of ['authorization', 'grant', 'userinfo', 'end_session']) {
    provider.on(`${what}.error`, ({ req: { method, originalUrl } }, error) => told({
      // Without the name of the interaction, which says nothing to a partner.
      method, path: originalUrl.split('?')[0].replace(/(?<=\/authorize)\/.*/, ''),
      // Most errors of a request go back to the partner.
      status: what === 'authorization' && error.allow_redirect ? 303 : error.status,
      code: error.error, reason: error.error_detail ?? error.error_description ?? '',
    }));
  }
  return async (request, response) => {
    const url = new URL(request.url, provider.issuer);
    const html = (status, body) => {
      response.writeHead(status, {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
        // As FranceConnect: never in a frame.
        'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
      });
      response.end(body);
    };
    const refuse = (code, reason = '', status = pages.ERRORS[code]?.status ?? 400) => {
      told({ method: request.method, path: url.pathname.replace(/(?<=^\/interaction)\/.*/, ''), status, code, reason });
      return html(status, pages.refused(code, reason));
    };
    if (url.pathname === `${BASE}/session/end` && request.method === 'GET') {
      const hint = url.searchParams.get('id_token_hint');
      if (!hint) return refuse('invalid_request', 'id_token_hint est absent ou vide.');
      if (lacksHash(hint)) return refuse('Y100019', 'id_token_hint n’a pas de at_hash.');
    }
    // The library takes the secret from a Basic header too, whatever it announces.
    if (url.pathname === `${BASE}/token` && request.headers.authorization !== undefined) {
      const reason = 'client_secret se met dans le corps (client_secret_post), et non dans un en-tête Authorization.';
      told({ method: request.method, path: url.pathname, status: 401, code: 'invalid_client', reason });
      response.writeHead(401, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', 'WWW-Authenticate': 'Basic' });
      return response.end(JSON.stringify({ error: 'invalid_client', error_description: 'client_secret_post is the method here' }));
    }
    if (url.pathname === `${BASE}/authorize`) {
      const parameters = request.method === 'POST' ? new URLSearchParams(await text(request)) : url.searchParams;
      const reason = refusal(parameters);
      if (reason !== null) return refuse('Y030007', reason);
      if (!store.client(parameters.get('client_id'))) return refuse('Y030027', parameters.get('client_id'));
      if (!hasReadableClaims(parameters)) return refuse('Y030028');
      const back = parameters.get('redirect_uri') ?? '';
      const known = store.client(parameters.get('client_id')).redirect_uris.includes(back);
      const levelled = (parameters.get('acr_values') ?? '').split(' ').some((level) => levels.includes(level));
      if (known && !levelled) {
        const answer = { error: 'invalid_acr', error_description: 'the platform does not have this level' };
        told({ method: request.method, path: url.pathname, status: 303, code: answer.error, reason: answer.error_description });
        return redirect(response, withParameters(back, { ...answer, state: parameters.get('state'), iss: provider.issuer }));
      }
      parameters.delete('idp_hint');
      if (request.method === 'POST') return redirect(response, `${BASE}/authorize?${parameters}`);
    }
    if (url.pathname.startsWith('/interaction/')) {
      const details = await provider.interactionDetails(request, response).catch(() => undefined);
      if (!details) return refuse('Y190001');
      const { uid, params } = details;
      if (request.method !== 'POST') return html(200, pages.interaction(uid, String(params.client_id)));
      const choice = new URLSearchParams(await text(request)).get('choice');
      if (choice === 'expired') return refuse('Y190001');
      if (choice === 'level') return refuse('Y100001');
      return provider.interactionFinished(request, response, outcome(choice, params));
    }
    if (!url.pathname.startsWith(`${BASE}/`)) {
      return html(url.pathname === '/favicon.ico' ? 204 : 404, '');
    }
    // The provider is mounted below its base: it tells the two addresses apart by these names.
    request.originalUrl = request.url;
    request.url = request.url.slice(BASE.length);
    return callback(request, response);
  };
}

function outcome(choice, params) {
  if (choice === 'continue') {
    const acr = String(params.acr_values).split(' ')[0];
    return { login: { accountId: IDENTITY.sub, acr, amr: ['fc'], remember: false }, consent: {} };
  }
  return choice === 'cancel'
    ? { error: 'access_denied', error_description: 'User auth aborted' }
    : { error: 'server_error', error_description: 'authentication aborted due to a technical error' };
}

function withParameters(address, parameters) {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

function redirect(response, location) {
  response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' });
  response.end();
}

async function text(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

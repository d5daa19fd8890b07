/**
 * A provider that answers any code with tokens in which one thing is wrong: what a partner's
 * program must notice. It has the three addresses that a program asks, on a free port of 127.0.0.1.
 */
import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { IDENTITY } from './provider.mjs';

const later = () => Math.floor(Date.now() / 1000) + 60;

/**
 * What may be wrong: `token` and `user` change the claims, `sign` the signature of both; `unseen`,
 * by which program's library it is not looked at.
 * @type {Record<string, {token?: object, user?: object, sign?: 'other' | 'unknown' | 'none' | 'HS256', only?: 'token' | 'user', unseen?: 'node'}>}
 */
export const LIES = {
  'signed by another key': { sign: 'other', only: 'token' },
  'signed by a key that is not published': { sign: 'unknown', only: 'token' },
  'not signed at all': { sign: 'none', only: 'token' },
  'signed with the public key taken for a secret': { sign: 'HS256', only: 'token' },
  'from another issuer': { token: { iss: 'https://ailleurs.example/api/v2' } },
  'without an issuer': { token: { iss: undefined } },
  'for another partner': { token: { aud: 'un-autre' } },
  'for nobody': { token: { aud: undefined } },
  'an hour too late': { token: { exp: later() - 3660 } },
  'issued in an hour': { token: { iat: later() + 3540, exp: later() + 3600 }, unseen: 'node' },
  'without an end': { token: { exp: undefined } },
  'without a nonce': { token: { nonce: undefined } },
  'of another request': { token: { nonce: 'autre0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab' } },
  'of a lower level': { token: { acr: 'eidas0' } },
  'without a level': { token: { acr: undefined } },
  'about nobody': { token: { sub: undefined }, user: { sub: undefined } },
  'about null': { token: { sub: null }, user: { sub: null } },
  'about another person than the identity': { user: { sub: 'quelqu-un-d-autre' } },
  'with an identity signed by another key': { sign: 'other', only: 'user' },
  'with an identity that is not signed at all': { sign: 'none', only: 'user' },
  'with an identity from another issuer': { user: { iss: 'https://ailleurs.example/api/v2' } },
  'with an identity for another partner': { user: { aud: 'un-autre' } },
};

/**
 * What may be unusual, and is no lie: `ahead`, by how many seconds its clock is; `alg`, the
 * other algorithm that a partner may have chosen.
 * @type {Record<string, {ahead?: number, alg?: 'ES256'}>}
 */
export const ODDITIES = {
  'issued by a clock that is three seconds ahead': { ahead: 3 },
  'signed in ES256': { alg: 'ES256' },
};

/**
 * @param {string} clientId
 * @param {string} nonce the request's
 * @param {string[]} [algorithms] of the keys that it publishes
 * @returns {Promise<{issuer: string, register: () => void, tell: (what?: keyof typeof LIES | keyof typeof ODDITIES) => void,
 *   renew: () => Promise<void>, readings: () => number, close: () => Promise<void>}>}
 */
export async function startLiar(clientId, nonce, algorithms = ['RS256', 'ES256']) {
  /** By algorithm; each is called like it, until it is renewed. */
  const pairs = {};
  const make = async (alg, kid = alg) => { pairs[alg] = { ...await generateKeyPair(alg), kid }; };
  for (const alg of algorithms) await make(alg);
  const published = () => Promise.all(Object.entries(pairs).map(async ([alg, { publicKey, kid }]) => ({
    ...await exportJWK(publicKey), kid, use: 'sig', alg,
  })));
  let readings = 0;
  const other = await generateKeyPair('RS256');
  let lie = {};
  let issuer = '';

  async function signed(claims, what) {
    const how = (lie.only ?? what) === what ? lie.sign : undefined;
    const present = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    if (how === 'none') return new UnsecuredJWT(present).encode();
    if (how === 'HS256') {
      const secret = createSecretKey(Buffer.from(await exportSPKI(pairs.RS256.publicKey)));
      return new SignJWT(present).setProtectedHeader({ alg: 'HS256', kid: 'RS256' }).sign(secret);
    }
    const { alg = 'RS256' } = lie;
    const { privateKey } = how ? other : pairs[alg];
    return new SignJWT(present).setProtectedHeader({ alg, kid: how === 'unknown' ? 'inconnue' : pairs[alg].kid }).sign(privateKey);
  }

  const answers = {
    '/api/v2/jwks': async () => {
      readings += 1;
      return ['application/json', JSON.stringify({ keys: await published() })];
    },
    '/api/v2/token': async () => ['application/json', JSON.stringify({
      access_token: 'x', token_type: 'Bearer', expires_in: 60,
      id_token: await signed({
        iss: issuer, aud: clientId, sub: IDENTITY.sub, nonce, acr: 'eidas1', iat: later() - 61 + (lie.ahead ?? 0), exp: later(), ...lie.token,
      }, 'token'),
    })],
    '/api/v2/userinfo': async () => ['application/jwt', await signed({ ...IDENTITY, iss: issuer, aud: clientId, ...lie.user }, 'user')],
  };
  const server = createServer(async (request, response) => {
    const answer = answers[request.url ?? ''];
    const [type, body] = answer ? await answer() : ['text/plain', ''];
    response.writeHead(answer ? 200 : 404, { 'Content-Type': type });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  issuer = `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/api/v2`;
  return {
    issuer,
    /** It answers anybody. */
    register() {},
    tell: (name) => { lie = name === undefined ? {} : LIES[name] ?? ODDITIES[name]; },
    /** Signs with a new key of another name from now on, as FranceConnect does when it changes its keys. */
    renew: () => make('RS256', 'RS256-nouvelle'),
    /** How often its public keys were read. */
    readings: () => readings,
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

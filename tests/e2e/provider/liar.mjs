/**
 * A provider that answers any code with tokens in which one thing is wrong: what a partner's
 * program must notice. It has the three addresses that a program asks, on a free port of 127.0.0.1.
 */
import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import { SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { IDENTITY } from './provider.mjs';

const KID = 'menteur';
const later = () => Math.floor(Date.now() / 1000) + 60;

/**
 * What may be wrong: `token` and `user` change the claims, `sign` the signature of both.
 * @type {Record<string, {token?: object, user?: object, sign?: 'other' | 'none' | 'HS256', only?: 'token' | 'user'}>}
 */
export const LIES = {
  'signed by another key': { sign: 'other', only: 'token' },
  'not signed at all': { sign: 'none', only: 'token' },
  'signed with the public key taken for a secret': { sign: 'HS256', only: 'token' },
  'from another issuer': { token: { iss: 'https://ailleurs.example/api/v2' } },
  'for another partner': { token: { aud: 'un-autre' } },
  'an hour too late': { token: { exp: later() - 3660 } },
  'without an end': { token: { exp: undefined } },
  'without a nonce': { token: { nonce: undefined } },
  'of another request': { token: { nonce: 'autre0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZab' } },
  'of a lower level': { token: { acr: 'eidas0' } },
  'without a level': { token: { acr: undefined } },
  'about another person than the identity': { user: { sub: 'quelqu-un-d-autre' } },
  'with an identity signed by another key': { sign: 'other', only: 'user' },
  'with an identity for another partner': { user: { aud: 'un-autre' } },
};

/**
 * @param {string} clientId
 * @param {string} nonce the request's
 * @returns {Promise<{issuer: string, register: () => void, tell: (lie?: keyof typeof LIES) => void, close: () => Promise<void>}>}
 */
export async function startLiar(clientId, nonce) {
  const [good, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const publicKey = { ...await exportJWK(good.publicKey), kid: KID, use: 'sig', alg: 'RS256' };
  let lie = {};
  let issuer = '';

  async function signed(claims, what) {
    const how = (lie.only ?? what) === what ? lie.sign : undefined;
    const present = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
    if (how === 'none') return new UnsecuredJWT(present).encode();
    if (how === 'HS256') {
      const secret = createSecretKey(Buffer.from(await exportSPKI(good.publicKey)));
      return new SignJWT(present).setProtectedHeader({ alg: 'HS256', kid: KID }).sign(secret);
    }
    const { privateKey } = how === 'other' ? other : good;
    return new SignJWT(present).setProtectedHeader({ alg: 'RS256', kid: KID }).sign(privateKey);
  }

  const answers = {
    '/api/v2/jwks': async () => ['application/json', JSON.stringify({ keys: [publicKey] })],
    '/api/v2/token': async () => ['application/json', JSON.stringify({
      access_token: 'x', token_type: 'Bearer', expires_in: 60,
      id_token: await signed({
        iss: issuer, aud: clientId, sub: IDENTITY.sub, nonce, acr: 'eidas1', iat: later() - 61, exp: later(), ...lie.token,
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
    tell: (name) => { lie = name === undefined ? {} : LIES[name]; },
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

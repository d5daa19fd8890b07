/**
 * Ce que le serveur du partenaire fait avec FranceConnect : échanger le code contre une identité,
 * la vérifier, et préparer la déconnexion. Seule dépendance : `jose`, pour les signatures et,
 * avec FranceConnect+, le chiffrement.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compactDecrypt, createRemoteJWKSet, jwtVerify } from 'jose';

/** Du moins sûr au plus sûr. */
const LEVELS = ['eidas1', 'eidas2', 'eidas3'];

/**
 * @param {object} settings
 * @param {string} settings.issuer `https://fcp-low.sbx.dev-franceconnect.fr/api/v2` en bac à sable
 * @param {string} settings.clientId
 * @param {string} settings.clientSecret ne quitte jamais le serveur
 * @param {string} settings.redirectUri exactement celle du bouton, et celle déclarée
 * @param {string} [settings.level] le niveau demandé par le bouton
 * @param {string} [settings.privateKeyFile] pour FranceConnect+ : une clé EC P-256, PKCS #8, en PEM
 */
export function franceConnect({ issuer, clientId, clientSecret, redirectUri, level = 'eidas1', privateKeyFile }) {
  // Les clés publiques sont lues une fois, puis gardées ; `jose` les relit si elles changent.
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const expected = { issuer, audience: clientId, algorithms: ['ES256', 'RS256'] };

  // FranceConnect+ chiffre ses jetons pour la clé que ce service publie à l’adresse déclarée
  // (ici /jwks) ; FranceConnect ne les chiffre pas.
  const key = privateKeyFile ? createPrivateKey(readFileSync(privateKeyFile)) : undefined;
  const publicKeys = { keys: key ? [{ ...createPublicKey(key).export({ format: 'jwk' }), use: 'enc', alg: 'ECDH-ES', kid: 'chiffrement' }] : [] };

  /** Le jeton signé, tiré de son enveloppe chiffrée s’il en a une. */
  async function opened(token) {
    if (!key) return token;
    const { plaintext } = await compactDecrypt(token, key, {
      keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder().decode(plaintext);
  }

  /**
   * L’identité vérifiée derrière un code. Lève une erreur au moindre doute.
   * @param {unknown} code reçu de la page de retour, valable une fois et 30 secondes
   * @param {unknown} nonce celui de la demande
   */
  async function identity(code, nonce) {
    // Sans ce contrôle, un nonce absent des deux côtés passerait pour égal.
    if (typeof code !== 'string' || typeof nonce !== 'string' || !code || !nonce) {
      throw new Error('code ou nonce absent');
    }

    // 1. Le code contre les jetons, de serveur à serveur, avec le secret.
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code,
        redirect_uri: redirectUri,
        client_id: clientId,
        client_secret: clientSecret,
      }),
    });
    if (!answer.ok) throw new Error(`échange du code refusé : HTTP ${answer.status}`);
    const tokens = await answer.json();

    // 2. Le jeton d’identité : signature, émetteur, destinataire, date, puis nonce et niveau.
    const idToken = await opened(tokens.id_token);
    const { payload } = await jwtVerify(idToken, keys, {
      ...expected,
      requiredClaims: ['sub', 'exp', 'nonce', 'acr'],
    });
    // Le nonce lie ce jeton à la demande partie de ce navigateur : un code volé ailleurs, dans un
    // journal ou un en-tête Referer, ne sert à rien à qui n’a pas aussi le nonce.
    if (payload.nonce !== nonce) throw new Error('le nonce n’est pas celui de la demande');
    if (LEVELS.indexOf(String(payload.acr)) < LEVELS.indexOf(level)) {
      throw new Error(`niveau ${payload.acr} reçu, ${level} attendu`);
    }

    // 3. L’identité elle-même ; elle est signée aussi, et doit parler de la même personne.
    const info = await fetch(`${issuer}/userinfo`, {
      headers: { Authorization: `Bearer ${tokens.access_token}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (!info.ok) throw new Error(`identité refusée : HTTP ${info.status}`);
    const { payload: user } = await jwtVerify(await opened(await info.text()), keys, expected);
    if (!payload.sub || user.sub !== payload.sub) throw new Error('l’identité n’est pas celle du jeton');
    return { user, idToken };
  }

  /** L’adresse où envoyer le navigateur pour fermer aussi la session FranceConnect. */
  function logoutUrl(idToken, state, back) {
    return `${issuer}/session/end?${new URLSearchParams({
      id_token_hint: idToken, state, post_logout_redirect_uri: back,
    })}`;
  }

  /** L’adresse de connexion, pour un serveur qui la fabrique lui-même (formulaire.mjs). */
  function authorizationUrl(state, nonce, scope = 'openid identite_pivot') {
    return `${issuer}/authorize?${new URLSearchParams({
      response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope,
      acr_values: level, state, nonce,
    })}`;
  }

  return { identity, logoutUrl, authorizationUrl, publicKeys };
}

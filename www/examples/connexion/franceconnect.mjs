/**
 * Ce que le serveur du partenaire fait avec FranceConnect : échanger le code contre une identité,
 * la vérifier, et préparer la déconnexion. Seule dépendance : `jose`, pour vérifier les signatures.
 */
import { createRemoteJWKSet, jwtVerify } from 'jose';

/** Du moins sûr au plus sûr. */
const LEVELS = ['eidas1', 'eidas2', 'eidas3'];

/**
 * @param {object} settings
 * @param {string} settings.issuer `https://fcp-low.sbx.dev-franceconnect.fr/api/v2` en bac à sable
 * @param {string} settings.clientId
 * @param {string} settings.clientSecret ne quitte jamais le serveur
 * @param {string} settings.redirectUri exactement celle du bouton, et celle déclarée
 * @param {string} [settings.level] le niveau demandé par le bouton
 */
export function franceConnect({ issuer, clientId, clientSecret, redirectUri, level = 'eidas1' }) {
  // Les clés publiques sont lues une fois, puis gardées ; `jose` les relit si elles changent.
  const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));
  const expected = { issuer, audience: clientId, algorithms: ['ES256', 'RS256'] };

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
    //    FranceConnect+ le chiffre en plus : voir `compactDecrypt` de `jose` et votre clé privée.
    const { payload } = await jwtVerify(tokens.id_token, keys, {
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
    const text = await info.text();
    const signed = info.headers.get('content-type')?.startsWith('application/jwt');
    const user = signed ? (await jwtVerify(text, keys, expected)).payload : JSON.parse(text);
    if (user.sub !== payload.sub) throw new Error('l’identité n’est pas celle du jeton');
    return { user, idToken: tokens.id_token };
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

  return { identity, logoutUrl, authorizationUrl };
}

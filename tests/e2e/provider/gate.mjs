/**
 * What FranceConnect's server checks before its OpenID provider sees a request.
 *
 * Source: github.com/france-connect/sources, `back/apps/core-fcp/src/dto/authorize-params.dto.ts`
 * and `back/libs/oidc-provider/src/dto/logout-params.dto.ts`: a parameter that it does not list
 * gives HTTP 400 on a page of its own (code Y030007), never a redirect. npm `oidc-provider` alone
 * would ignore such a parameter and let a wrong widget pass. The codes: `back/_doc/erreurs.md`.
 */

const REQUIRED = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'acr_values'];
const OPTIONAL = ['prompt', 'claims', 'idp_hint', 'ui_locales'];

/** The documented minimum for state and nonce, in characters. */
const SHORTEST = 22;

/**
 * Why the request is refused, for the partner who reads the page, or null.
 * @param {URLSearchParams} parameters
 * @returns {string | null}
 */
export function refusal(parameters) {
  const names = [...parameters.keys()];
  const unknown = names.find((name) => !REQUIRED.includes(name) && !OPTIONAL.includes(name));
  if (unknown !== undefined) return `${unknown} n’est pas un paramètre que FranceConnect accepte.`;
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `${twice} est là deux fois.`;
  const missing = REQUIRED.find((name) => !parameters.get(name));
  if (missing !== undefined) return `${missing} est absent ou vide.`;
  if (parameters.get('response_type') !== 'code') return 'response_type doit être code.';
  for (const name of ['state', 'nonce']) {
    if ((parameters.get(name) ?? '').length < SHORTEST) return `${name} a moins de ${SHORTEST} caractères.`;
  }
  const nonce = parameters.get('nonce') ?? '';
  if (![/[0-9]/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(nonce))) {
    return 'nonce doit mêler chiffres, minuscules et majuscules.';
  }
  const prompt = parameters.get('prompt');
  if (prompt !== null && !prompt.split(/ +/).every((word) => word === 'login' || word === 'consent')) {
    return 'prompt est login, consent, ou les deux.';
  }
  return null;
}

/**
 * Whether `claims`, if it is there, is the JSON that FranceConnect expects (else code Y030028).
 * @param {URLSearchParams} parameters
 */
export function hasReadableClaims(parameters) {
  try {
    const claims = JSON.parse(parameters.get('claims') ?? '{}');
    return typeof claims === 'object' && claims !== null && !Array.isArray(claims);
  } catch {
    return false;
  }
}

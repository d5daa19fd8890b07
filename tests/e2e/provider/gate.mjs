/**
 * What FranceConnect's server checks before its OpenID provider sees a request.
 *
 * Source: github.com/france-connect/sources, `back/apps/core-fcp/src/dto/authorize-params.dto.ts`:
 * a parameter that it does not list gives HTTP 400 on a page of its own (code Y030007), never a
 * redirect. npm `oidc-provider` alone would ignore such a parameter and let a wrong widget pass.
 */

const REQUIRED = ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'acr_values'];
const OPTIONAL = ['prompt', 'claims', 'idp_hint', 'ui_locales'];

/** The documented minimum for state and nonce, in characters. */
const SHORTEST = 22;

/**
 * Why the request is refused, or null.
 * @param {URLSearchParams} parameters
 * @returns {string | null}
 */
export function refusal(parameters) {
  const names = [...parameters.keys()];
  const unknown = names.find((name) => !REQUIRED.includes(name) && !OPTIONAL.includes(name));
  if (unknown !== undefined) return `${unknown} is not a parameter that FranceConnect lists`;
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return `${twice} is there twice`;
  const missing = REQUIRED.find((name) => !parameters.get(name));
  if (missing !== undefined) return `${missing} is missing or empty`;
  if (parameters.get('response_type') !== 'code') return 'response_type must be code';
  for (const name of ['state', 'nonce']) {
    if ((parameters.get(name) ?? '').length < SHORTEST) return `${name} has fewer than ${SHORTEST} characters`;
  }
  const nonce = parameters.get('nonce') ?? '';
  if (![/[0-9]/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(nonce))) {
    return 'nonce must mix digits, upper-case and lower-case letters';
  }
  const prompt = parameters.get('prompt');
  if (prompt !== null && !prompt.split(/ +/).every((word) => word === 'login' || word === 'consent')) {
    return 'prompt is login and/or consent';
  }
  return null;
}

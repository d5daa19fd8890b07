// What the diagnosis page offers to try. Nothing in it is anybody's: names, codes and tokens are invented.

const STATE = 'kH3vQ0pZ7rTn2LxWb8YdUe';
const NONCE = 'aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY';

/** @type {{name: string, text: string}[]} */
export const EXAMPLES = [
  {
    name: 'Une requête refusée',
    text: `https://fcp-low.sbx.dev-franceconnect.fr/api/v2/authorize?response_type=code&client_id=mon-service&redirect_uri=http%3A%2F%2Fservice.example%2Fretour&scope=given_name%20email&state=${STATE}&nonce=123456&acr_values=eidas1&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256`,
  },
  {
    name: 'Une requête acceptée',
    text: `https://oidc.franceconnect.gouv.fr/api/v2/authorize?response_type=code&client_id=mon-service&redirect_uri=https%3A%2F%2Fservice.example%2Fretour&scope=openid%20identite_pivot&state=${STATE}&nonce=${NONCE}&acr_values=eidas1`,
  },
  {
    name: 'Une réponse',
    text: `https://service.example/retour?error=invalid_scope&error_description=requested+scope+is+not+allowed&state=${STATE}&iss=https%3A%2F%2Foidc.franceconnect.gouv.fr%2Fapi%2Fv2`,
  },
  {
    name: 'Une déconnexion',
    text: `https://oidc.franceconnect.gouv.fr/api/v2/session/end?state=${STATE}&post_logout_redirect_uri=http%3A%2F%2Fservice.example%2F`,
  },
  {
    name: 'Un bouton en HTML',
    text: '<franceconnect-button client-id="mon-service" redirect-uri="http://service.example/retour" scop="openid email" level="eidas4" caption="false">\n</franceconnect-button>',
  },
  { name: 'Un code d’erreur', text: 'Y030027' },
];

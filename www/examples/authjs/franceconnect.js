/** FranceConnect for Auth.js: one of its `providers`. */
export const franceConnect = ({ issuer, clientId, clientSecret }) => ({
  id: 'franceconnect',
  name: 'FranceConnect',
  type: 'oidc',
  issuer,
  clientId,
  clientSecret,
  // Never 'pkce', which is the default: FranceConnect refuses its parameters.
  checks: ['state', 'nonce'],
  authorization: { params: { scope: 'openid given_name family_name', acr_values: 'eidas1' } },
  // The identity is not in the ID token; it comes from /userinfo, signed.
  idToken: false,
  client: { token_endpoint_auth_method: 'client_secret_post' },
  profile: ({ sub, given_name: first, family_name: last }) => ({ id: sub, name: `${first} ${last}` }),
});

/**
 * `make sandbox`: a FranceConnect to try a partner's site against, on 127.0.0.1 alone: a real
 * OpenID provider with FranceConnect's rules and pages (tests/e2e/provider). Settings come from the
 * environment, and what to paste into the partner's own is printed, in French.
 *
 *     CLIENT_ID=mon-service REDIRECT_URI=http://localhost:3000/retour node tools/sandbox.mjs
 */
import { startProvider } from '../tests/e2e/provider/provider.mjs';

const {
  PORT = '8081',
  CLIENT_ID = 'mon-service',
  CLIENT_SECRET = 'secret-d-essai',
  REDIRECT_URI = 'http://localhost:3000/retour',
  LOGOUT_URI = 'http://localhost:3000/au-revoir',
  JWKS_URI = '',
} = process.env;

const stop = (sentence) => {
  console.error(`sandbox\u00a0: ${sentence}`);
  process.exit(2);
};

/** Addresses separated by white space. */
function addresses(name, text) {
  const list = text.split(/\s+/).filter(Boolean);
  for (const address of list) {
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol) || address.includes('#')) {
      stop(`${name} n’est pas une adresse http(s) sans fragment\u00a0: ${address}`);
    }
  }
  return list;
}

const port = Number(PORT);
if (!Number.isInteger(port) || port < 0 || port > 65535) stop('PORT est un nombre de 0 à 65535.');
if (!CLIENT_ID || !CLIENT_SECRET) stop('CLIENT_ID et CLIENT_SECRET ne peuvent pas être vides.');
const redirectUris = addresses('REDIRECT_URI', REDIRECT_URI);
const logoutUris = addresses('LOGOUT_URI', LOGOUT_URI);
const [jwksUri] = addresses('JWKS_URI', JWKS_URI);
if (redirectUris.length === 0) stop('REDIRECT_URI est nécessaire\u00a0: l’adresse de retour de votre service.');

// As on the real platforms: a partner with keys of its own is one of FranceConnect+.
const levels = jwksUri ? ['eidas2', 'eidas3'] : ['eidas1'];
const told = ({ method, path, status, code, reason }) => {
  console.log(`${method} ${path} → ${status} ${code}${reason && `\u00a0: ${reason}`}`);
};
const { issuer, authorizeUrl, register } = await startProvider({ port, levels, told }).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  return stop(`le port ${port} est pris\u202f; essayez\u00a0: make sandbox PORT=${port + 1}`);
});
register({ id: CLIENT_ID, secret: CLIENT_SECRET, redirectUris, logoutUris, jwksUri });

const lines = (rows) => rows.map(([name, value]) => `  ${name.padEnd(26)}${value}`).join('\n');
console.log(`
${jwksUri ? 'FranceConnect+' : 'FranceConnect'} d’essai, sur cette machine seulement. Ctrl-C l’arrête.

Dans la page, sur le bouton\u00a0:

  <franceconnect-button
    client-id="${CLIENT_ID}"
    redirect-uri="${redirectUris[0]}"
    level="${levels[0]}"
    authorize-url="${authorizeUrl}">

Dans la page de retour, sans quoi «\u00a0Réessayer\u00a0» n’est pas proposé\u00a0:

  <franceconnect-return authorize-url="${authorizeUrl}">

Dans la politique de sécurité (CSP), s’il y en a une\u00a0:

  form-action 'self' ${new URL(issuer).origin}

Dans les réglages du serveur\u00a0:

${lines([
  ['identifiant client', CLIENT_ID],
  ['secret client', CLIENT_SECRET],
  ['émetteur (issuer)', issuer],
  ['autorisation', authorizeUrl],
  ['jetons (token)', `${issuer}/token`],
  ['identité (userinfo)', `${issuer}/userinfo`],
  ['déconnexion', `${issuer}/session/end`],
  ['clés publiques (jwks)', `${issuer}/jwks`],
  ['découverte', `${issuer}/.well-known/openid-configuration`],
])}

Déclaré ici\u00a0:

${lines([
  ...redirectUris.map((address) => ['adresse de retour', address]),
  ...logoutUris.map((address) => ['adresse de déconnexion', address]),
  ...(jwksUri ? [['clés du service', jwksUri]] : []),
])}

Pour un exemple de www/examples/connexion, avant sa commande\u00a0:

  FC_CLIENT_ID=${quoted(CLIENT_ID)} FC_CLIENT_SECRET=${quoted(CLIENT_SECRET)} FC_ISSUER=${issuer} FC_LEVEL=${levels[0]}

Les refus s’affichent ci-dessous, avec leur code.
`);

/** As a shell reads it. */
function quoted(text) {
  return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

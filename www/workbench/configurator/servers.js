// FranceConnect's servers, and the policy for a page that sends its visitors there: README's, word for word, on
// the one line that a header is.

/** By level and environment. @type {Record<string, Record<string, {name: string, origin: string}>>} */
const SERVERS = {
  eidas1: {
    production: { name: 'FranceConnect, production', origin: 'https://oidc.franceconnect.gouv.fr' },
    sandbox: { name: 'FranceConnect, bac à sable', origin: 'https://fcp-low.sbx.dev-franceconnect.fr' },
  },
  plus: {
    production: { name: 'FranceConnect+, production', origin: 'https://auth.franceconnect.gouv.fr' },
    sandbox: { name: 'FranceConnect+, bac à sable', origin: 'https://auth.integ01.dev-franceconnect.fr' },
  },
};

/** @param {import('./settings.js').Settings} settings */
export const serverOf = ({ level, environment }) => SERVERS[level === 'eidas1' ? 'eidas1' : 'plus'][environment];

/** @param {import('./settings.js').Settings} settings */
export const issuerOf = (settings) => `${serverOf(settings).origin}/api/v2`;

/** Only the button leads on by a form, and so to a server of FranceConnect's. @param {import('./settings.js').Settings} settings */
const formTargets = (settings) => (settings.element === 'bouton' ? ["'self'", serverOf(settings).origin] : ["'self'"]);

/** @param {import('./settings.js').Settings} settings */
export const policyOf = (settings) => `Content-Security-Policy: ${[
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `form-action ${formTargets(settings).join(' ')}`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types franceconnect',
].join('; ')}`;

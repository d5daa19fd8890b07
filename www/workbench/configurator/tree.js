// The element that settings make, as a tree: what the code and the preview are written from.

import { loginLabel, unavailable } from './fallback.js';
import { scopeOf } from './settings.js';

/** @typedef {{bind: string}} Bound a value that the application has, by its name: the CSRF token */
/** @typedef {{name: string, attributes: [string, string | true | Bound][], children: (Branch | string)[]}} Branch `true`: there, without a value */

/** @param {string} name @param {Record<string, string | boolean | Bound>} attributes @param {...(Branch | string)} children @returns {Branch} */
function branch(name, attributes, ...children) {
  const given = Object.entries(attributes).filter(([, value]) => value !== '' && value !== false);
  return { name, attributes: /** @type {Branch['attributes']} */ (given), children };
}

/** What README's recipe of each mode holds. @type {Record<string, (settings: import('./settings.js').Settings) => Branch>} */
const CONTENT = {
  lien: (settings) => branch('a', { href: settings.route }, loginLabel(settings)),
  formulaire: (settings) => branch('form', { method: 'post', action: settings.route },
    branch('input', { type: 'hidden', name: 'csrf', value: { bind: 'csrf' } }),
    branch('button', {}, loginLabel(settings))),
  demande: (settings) => branch('p', {}, unavailable(settings)),
};

/** The button’s own default. */
const SCOPE = 'openid identite_pivot';

/** @type {Record<string, (settings: import('./settings.js').Settings) => Branch>} */
const ELEMENTS = {
  bouton: (settings) => {
    const { mode, clientId, redirectUri, level, environment, caption, lang, scheme } = settings;
    const scope = scopeOf(settings);
    const request = mode === 'demande' ? {
      'client-id': clientId,
      'redirect-uri': redirectUri,
      scope: scope === SCOPE ? '' : scope,
    } : {};
    return branch('franceconnect-button', {
      ...request,
      level: level === 'eidas1' ? '' : level,
      environment: mode === 'demande' && environment === 'sandbox' ? environment : '',
      lang, scheme, caption,
    }, CONTENT[mode](settings));
  },
  parcours: ({ headingLevel, hash, remember, lang, scheme }) => branch('franceconnect-eligibility', {
    'heading-level': headingLevel === '2' ? '' : headingLevel, lang, scheme, hash, remember,
  }, branch('p', {}, branch('a', { href: 'https://franceconnect.gouv.fr/partenaires' }, 'Les conditions d’accès, sur le site de FranceConnect'))),
  fiche: ({ headingLevel, lang, scheme }) => branch('franceconnect-sheet', {
    'heading-level': headingLevel === '2' ? '' : headingLevel, lang, scheme,
  }),
};

/** @param {import('./settings.js').Settings} settings @returns {Branch} */
export const treeOf = (settings) => ELEMENTS[settings.element](settings);

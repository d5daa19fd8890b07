// What is to be entered elsewhere: in DataPass, in the partners' space, in one's own library.

import { element } from '../nodes.js';
import { DATA, received } from './data.js';
import { issuerOf, serverOf } from './servers.js';
import { scopeOf } from './settings.js';

/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {[string, string | Node][]} Entries a label, and what to enter */

const code = (/** @type {string} */ text) => element('code', {}, text);
const isPlus = (/** @type {Settings} */ { level }) => level !== 'eidas1';

/** A scope of FranceConnect’s, or of a data provider’s, which has the provider’s name before an underscore. */
const isKnown = (/** @type {string} */ scope) => Object.hasOwn(DATA, scope) || /^[a-z]+_/.test(scope);

/** In words what is asked for; what FranceConnect does not know is not to be declared. @param {Settings} settings */
function dataInWords(settings) {
  return received(scopeOf(settings).split(' ').filter(isKnown)).map((scope) => DATA[scope]?.says.replace(/\. Obligatoire.*$/, '') ?? scope).join('\u202f; ');
}

/** @param {Settings} settings @returns {Entries} */
const datapass = (settings) => [
  ['Plateforme et niveau', isPlus(settings) ? `FranceConnect+, ${settings.level}` : 'FranceConnect, eidas1'],
  ['Données demandées', dataInWords(settings)],
  ['Cadre juridique', 'le texte qui vous autorise à demander ces données'],
  ['Maquette', 'votre page de connexion avec ce bouton, en PDF, 10\u00a0Mo au plus'],
  ['Autre moyen de connexion', 'l’engagement qu’il en existe un, équivalent'],
  ['Ouverture et contacts', 'la date prévue, le nombre d’usagers, un contact technique avec un numéro de mobile'],
];

/** @param {Settings} settings @returns {Entries} */
const space = (settings) => [
  ['Environnement', settings.environment === 'sandbox' ? 'bac à sable' : 'production'],
  ['Adresse de retour', settings.mode === 'demande' ? code(settings.redirectUri) : 'celle de votre serveur, en https, à l’octet près'],
  ['Adresse de fin de déconnexion', 'une au moins, en https'],
  ...(isPlus(settings) ? /** @type {Entries} */ ([['Clés publiques', 'l’adresse des vôtres (jwks_uri)\u00a0: FranceConnect+ chiffre ses jetons']]) : []),
];

/** For a library of one's own. @param {Settings} settings @returns {Entries} */
const library = (settings) => [
  ['Serveur', serverOf(settings).name],
  ['Émetteur (issuer)', code(issuerOf(settings))],
  ['scope', code(scopeOf(settings))],
  ['acr_values', code(settings.level)],
  ['PKCE', 'non\u00a0: FranceConnect refuse ses paramètres'],
];

const list = (/** @type {Entries} */ entries) => element('dl', {}, ...entries.flatMap(([label, value]) => [element('dt', {}, label), element('dd', {}, value)]));

/** The three lists. @param {Settings} settings */
export const listsFor = (settings) => ({ datapass: list(datapass(settings)), space: list(space(settings)), library: list(library(settings)) });

// What can be chosen: each field with its default, the values that it takes, and its place in the address.

/** @typedef {{element: string, mode: string, route: string, clientId: string, redirectUri: string, scopes: string[], more: string, level: string, environment: string, caption: boolean, lang: string, scheme: string, headingLevel: string, hash: boolean, remember: boolean, form: string}} Settings */

/** The longest text that is taken from an address, in characters. */
const MAX_TEXT = 500;
/** The longest piece of an address that is shown, in characters. */
const MAX_SHOWN = 60;

const oneOf = (/** @type {string[]} */ ...values) => ({
  fallback: values[0],
  accepts: (/** @type {string} */ text) => values.includes(text),
  read: (/** @type {string} */ text) => (values.includes(text) ? text : values[0]),
  write: (/** @type {string} */ value) => value,
});
const text = (/** @type {string} */ fallback) => ({
  fallback,
  accepts: (/** @type {string} */ given) => given.length <= MAX_TEXT,
  // Empty, it is what it was at first, in the field as in the code.
  read: (/** @type {string} */ given) => given.trim().slice(0, MAX_TEXT) || fallback,
  write: (/** @type {string} */ value) => value,
});
const flag = (/** @type {boolean} */ fallback) => ({
  fallback,
  accepts: (/** @type {string} */ given) => ['oui', 'non'].includes(given),
  read: (/** @type {string} */ given) => given === 'oui',
  write: (/** @type {boolean} */ value) => (value ? 'oui' : 'non'),
});
/** Some of these, the first always. */
const some = (/** @type {string[]} */ values, /** @type {string[]} */ fallback) => ({
  fallback,
  accepts: (/** @type {string} */ given) => given.split(' ').every((word) => values.includes(word)),
  read: (/** @type {string} */ given) => {
    const words = given.split(' ');
    return values.filter((value, at) => at === 0 || words.includes(value));
  },
  write: (/** @type {string[]} */ chosen) => chosen.join(' '),
});

/** The scopes that have a box: openid first, which has to be there. */
export const SCOPES = [
  'openid', 'identite_pivot', 'given_name', 'family_name', 'preferred_username', 'gender', 'birthdate', 'birthplace',
  'birthcountry', 'email', 'profile', 'birth', 'amr', 'idp_id', 'idp_birthdate',
];

/** The placeholder of README's recipes. */
export const CLIENT_ID = 'VOTRE_IDENTIFIANT';

/**
 * The fields by their name in the form and in the address; the defaults are those of README's recipes.
 * `accepts` says whether a text of an address is taken whole.
 * @type {Record<string, [keyof Settings, {fallback: any, accepts: (text: string) => boolean, read: (text: string) => any, write: (value: any) => string}]>}
 */
export const FIELDS = {
  element: ['element', oneOf('bouton', 'parcours', 'fiche')],
  mode: ['mode', oneOf('lien', 'formulaire', 'demande')],
  route: ['route', text('/connexion')],
  client: ['clientId', text(CLIENT_ID)],
  retour: ['redirectUri', text('https://service.example/retour.html')],
  donnees: ['scopes', some(SCOPES, ['openid', 'identite_pivot'])],
  autres: ['more', text('')],
  niveau: ['level', oneOf('eidas1', 'eidas2', 'eidas3')],
  environnement: ['environment', oneOf('sandbox', 'production')],
  phrase: ['caption', flag(true)],
  langue: ['lang', oneOf('', 'fr', 'en', 'de', 'es')],
  apparence: ['scheme', oneOf('', 'light', 'dark')],
  titre: ['headingLevel', oneOf('2', '3', '4', '5')],
  lienpartage: ['hash', flag(true)],
  retenir: ['remember', flag(false)],
  forme: ['form', oneOf('html', 'react', 'vue')],
};

/** The settings that an address has; the default where it has none, or another than is accepted. @param {URLSearchParams} address @returns {Settings} */
export function settingsOf(address) {
  const entries = Object.entries(FIELDS).map(([name, [key, { fallback, read }]]) => {
    const given = address.get(name);
    return [key, given === null ? fallback : read(given)];
  });
  return Object.fromEntries(entries);
}

/** What an address has and is not taken, or not whole: as `name=value`. @param {URLSearchParams} address */
export const ignoredIn = (address) => [...address]
  .filter(([name, value]) => !Object.hasOwn(FIELDS, name) || !FIELDS[name][1].accepts(value))
  .map(([name, value]) => `${name}=${value}`.slice(0, MAX_SHOWN));

/** What an address needs to give these settings back: those that are not the default. @param {Settings} settings */
export function addressOf(settings) {
  const address = new URLSearchParams();
  for (const [name, [key, { fallback, write }]] of Object.entries(FIELDS)) {
    const value = write(settings[key]);
    if (value !== write(fallback)) address.set(name, value);
  }
  return address;
}

/** The value of `scope`. @param {Settings} settings */
export const scopeOf = ({ scopes, more }) => [...scopes, ...more.split(/\s+/).filter(Boolean)].join(' ');

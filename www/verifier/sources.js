// Where the rules come from. What stands on a page of ours names the page: on the site it is beside,
// in a partner's report it is in the repository.

/**
 * @typedef {object} Source
 * @property {{fr: string, en: string}} label
 * @property {string} [address]
 * @property {string} [page] one of ours, below www/
 */

/** @satisfies {Record<string, Source>} */
export const SOURCES = {
  button: {
    label: { fr: 'FranceConnect, règles d’intégration du bouton', en: 'FranceConnect, rules of the button (in French)' },
    address: 'https://docs.partenaires.franceconnect.gouv.fr/fs/fs-technique/fs-technique-boutons-fc-plus/',
  },
  dsfr: {
    label: { fr: 'Système de design de l’État, Bouton FranceConnect', en: 'Design system of the French State, FranceConnect button (in French)' },
    address: 'https://www.systeme-de-design.gouv.fr/elements-d-interface/composants/bouton-franceconnect',
  },
  partners: {
    label: { fr: 'FranceConnect, documentation des partenaires', en: 'FranceConnect, partners’ documentation (in French)' },
    address: 'https://docs.partenaires.franceconnect.gouv.fr/fs/',
  },
  server: {
    label: { fr: 'Code public du serveur FranceConnect', en: 'Public code of FranceConnect’s server' },
    address: 'https://github.com/france-connect/sources',
  },
  accessibility: {
    label: { fr: 'RGAA 4.1.2, critères 8.3 à 8.6 et 9.1', en: 'RGAA 4.1.2, criteria 8.3 to 8.6 and 9.1 (in French)' },
    address: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/',
  },
  experiment: {
    label: { fr: 'api.gouv.fr (DINUM), API Bouton FranceConnect', en: 'api.gouv.fr (DINUM), API Bouton FranceConnect (in French)' },
    address: 'https://api.gouv.fr/les-api/franceconnect',
  },
  csp: { label: { fr: 'W3C, Content Security Policy', en: 'W3C, Content Security Policy' }, address: 'https://www.w3.org/TR/CSP3/' },
  sri: { label: { fr: 'W3C, Subresource Integrity', en: 'W3C, Subresource Integrity' }, address: 'https://www.w3.org/TR/SRI/' },
  wasm: { label: { fr: 'W3C, WebAssembly Web API', en: 'W3C, WebAssembly Web API' }, address: 'https://www.w3.org/TR/wasm-web-api-2/' },
  http: { label: { fr: 'IETF, HTTP (RFC 9110)', en: 'IETF, HTTP (RFC 9110)' }, address: 'https://www.rfc-editor.org/rfc/rfc9110' },
  caching: { label: { fr: 'IETF, caches HTTP (RFC 9111)', en: 'IETF, HTTP caching (RFC 9111)' }, address: 'https://www.rfc-editor.org/rfc/rfc9111' },
  guideButton: { label: { fr: 'Guide du composant, le bouton', en: 'The widget’s guide, the button (in French)' }, page: 'integrer-la-connexion.html#bouton' },
  guidePolicy: { label: { fr: 'Guide du composant, la politique', en: 'The widget’s guide, the policy (in French)' }, page: 'integrer-la-connexion.html#politique' },
  guideFaults: { label: { fr: 'Guide du composant, pannes fréquentes', en: 'The widget’s guide, frequent faults (in French)' }, page: 'integrer-la-connexion.html#pannes' },
  guideIntegrity: { label: { fr: 'Composant, l’intégrité des fichiers', en: 'The widget, integrity of its files (in French)' }, page: 'securite.html#integrite' },
};

/**
 * A source's address for whoever is not on our site.
 * @param {Source} source @param {string} repository
 */
export const addressOf = ({ address, page }, repository) => address ?? `${repository}/blob/HEAD/www/${page}`;

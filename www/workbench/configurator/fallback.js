// What stands inside the button, in the language that is chosen: it is read where the button cannot show.

/** The official label, as in src/texts.yaml; the name follows. @type {Record<string, string>} */
export const LOGIN = { fr: 'S’identifier avec', en: 'Sign in with', de: 'Einloggen mit', es: 'Iniciar sesión con' };

/** Where the element makes the request itself. @type {Record<string, (name: string) => string>} */
const UNAVAILABLE = {
  fr: (name) => `La connexion avec ${name} n’est pas disponible ici pour le moment. Utilisez l’autre moyen de connexion, ci-dessous.`,
  en: (name) => `Sign-in with ${name} is not available here at the moment. Use the other way to sign in, below.`,
  de: (name) => `Die Anmeldung mit ${name} ist hier zurzeit nicht verfügbar. Nutzen Sie die andere Anmeldemöglichkeit unten.`,
  es: (name) => `El acceso con ${name} no está disponible aquí por el momento. Utilice el otro medio de acceso, más abajo.`,
};

/** The page’s own language is taken to be French. @param {import('./settings.js').Settings} settings */
const languageOf = ({ lang }) => lang || 'fr';
const nameOf = (/** @type {import('./settings.js').Settings} */ { level }) => (level === 'eidas1' ? 'FranceConnect' : 'FranceConnect+');

/** @param {import('./settings.js').Settings} settings */
export const loginLabel = (settings) => `${LOGIN[languageOf(settings)]} ${nameOf(settings)}`;

/** @param {import('./settings.js').Settings} settings */
export const unavailable = (settings) => UNAVAILABLE[languageOf(settings)](nameOf(settings));

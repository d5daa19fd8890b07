// Recognises, in what is seen on a page: « ou », another way to sign in, a social log-in. By words and
// addresses: what it does not know it does not see, and the report says so.

/** @typedef {import('./description.js').Item} Item */

/** « ou » alone, between dashes, or at the start of a short line, in the widget's languages. */
const OR = /^[^\p{L}]*(ou|or|oder|o)([^\p{L}]*$|\s.{0,60}$)/iu;

/** @param {Item} item */
export const isOr = ({ kind, text }) => (kind === 'text' || kind === 'control') && OR.test(text);

/** What a link or a button to another way says. */
const SIGN_IN = /mot de passe|identifiant|connecter|connexion|s[’']inscrire|cr[ée]+er (un|mon|votre) compte|(lien|code) .*(courriel|e-?mail|sms)|code (à usage unique|de connexion)|certificat|pro ?connect|sign (in|up)|log ?in|password|create .*account|anmelden|passwort|iniciar sesi[óo]n|contraseña/iu;
/** What a field for another way is called. */
const FIELD = /mot de passe|identifiant|courriel|e-?mail|num[ée]ro|login|user ?name|password|passwort|benutzer|contraseña|usuario/iu;
/** What is no other way to sign in, though it says such words. */
const NOT_SIGN_IN = /franceconnect|d[ée]connexion|d[ée]connecter|sign out|log ?out|oubli|perdu|forgot|newsletter|lettre d[’']information|abonn|recherche|search|contact/iu;

/** @param {Item} item */
export function isOtherWay(item) {
  const { kind, text, type, address } = item;
  if (NOT_SIGN_IN.test(text)) return false;
  if (kind === 'field') return type === 'password' || type === 'email' || (type === 'text' && FIELD.test(text));
  return kind === 'control' && SIGN_IN.test(text) && !/^(mailto|tel):/.test(address) && !isSocial(item);
}

const BRANDS = 'google|facebook|apple|microsoft|linkedin|twitter|instagram|amazon|yahoo|tiktok|discord|github';
/** « Continuer avec Google », « Sign in with Apple ». */
const SOCIAL_WORDS = new RegExp(`(connect|connexion|continu|identifi|inscri|sign|log ?in|anmelden|iniciar|^(avec|with|mit|con|via)).*\\b(${BRANDS})\\b`, 'iu');
/** A button that says a brand's name alone. */
const BRAND = new RegExp(`^(${BRANDS})$`, 'iu');
/** Where their sign-ins are: hosts, and the paths of libraries that lead there. */
const SOCIAL_HOSTS = /^(accounts\.google\.com|appleid\.apple\.com|login\.(live|microsoftonline|yahoo)\.com|api\.(twitter|x)\.com)$/;
const SOCIAL_OAUTH = /^([\w-]+\.)*(facebook|linkedin|github|x|twitter|amazon|discord|tiktok)\.com$/;
const SOCIAL_PATHS = new RegExp(`(auth|oauth2?|login|signin|sign-in|connect|connexion)[/_-](.*[/_-])?(${BRANDS})([/_-]|$)`, 'iu');

/** @param {Item} item */
export function isSocial({ kind, text, address }) {
  if (kind !== 'control' && kind !== 'frame') return false;
  if (kind === 'control' && SOCIAL_WORDS.test(text)) return true;
  if (!address) return kind === 'control' && BRAND.test(text.trim());
  const { hostname, pathname } = new URL(address);
  // A page of theirs that is merely linked to is no log-in.
  return SOCIAL_HOSTS.test(hostname) || (SOCIAL_OAUTH.test(hostname) && /oauth|dialog|authorize/.test(pathname)) || SOCIAL_PATHS.test(pathname);
}

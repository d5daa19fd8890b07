// The content security policy, against README's.

import { kept, toLookAt, toMend } from '../outcome.js';
import { SOURCES } from '../sources.js';

/** @type {[string, string]} */
const LINE = ['La ligne à mettre :', 'The line to put:'];
/** @type {[string, string]} */
const LATER = [
  'Rien ici ne charge le module ; un parcours, une fiche, une page de retour ou un bouton à client-id en auraient besoin. La ligne :',
  'Nothing here loads the module; an explainer, a sheet, a return page or a button with client-id would need it. The line:',
];

/** @type {import('../outcome.js').Rule[]} */
export const POLICY_RULES = [
  {
    id: 'policy',
    source: SOURCES.guidePolicy,
    title: { fr: 'La page a une politique de sécurité (CSP)', en: 'The page has a content security policy' },
    outcomes: {
      right: kept('Elle vient de : {where}.', 'It comes from: {where}.'),
      none: toLookAt(
        ['La page n’en a pas. Le composant s’en passe, votre page y gagnerait.', 'The page has none. The widget does without; your page would gain by it.'],
        ['La plus stricte qui convienne au composant :', 'The strictest that suits the widget:'],
      ),
      unreadable: toLookAt(
        ['L’en-tête de la page n’a pas pu être relu d’ici : seules ses balises meta ont été jugées.', 'The page’s header could not be read again from here: only its meta elements were judged.'],
        ['Regardez Content-Security-Policy dans le panneau Réseau du navigateur.', 'Look at Content-Security-Policy in the browser’s network panel.'],
      ),
    },
  },
  {
    id: 'script-src',
    source: SOURCES.guidePolicy,
    title: { fr: 'script-src admet les scripts du composant', en: 'script-src allows the widget’s scripts' },
    outcomes: {
      right: kept('{files} sont admis.', '{files} are allowed.'),
      refused: toMend(['{file} est refusé.', '{file} is refused.'], LINE),
    },
  },
  {
    id: 'wasm-unsafe-eval',
    source: SOURCES.guidePolicy,
    title: { fr: 'script-src admet WebAssembly', en: 'script-src allows WebAssembly' },
    outcomes: {
      right: kept('\'wasm-unsafe-eval\' est là.', '\'wasm-unsafe-eval\' is there.'),
      refused: toMend(['Le module ne peut pas démarrer : il manque \'wasm-unsafe-eval\'.', 'The module cannot start: \'wasm-unsafe-eval\' is missing.'], LINE),
      later: toLookAt(['\'wasm-unsafe-eval\' manque.', '\'wasm-unsafe-eval\' is missing.'], LATER),
      tooMuch: toLookAt(
        ['\'unsafe-eval\' admet bien plus que le composant ne demande.', '\'unsafe-eval\' allows much more than the widget asks for.'],
        ['\'wasm-unsafe-eval\' lui suffit ; la ligne, si rien d’autre n’en a besoin :', '\'wasm-unsafe-eval\' will do; the line, if nothing else needs it:'],
      ),
    },
  },
  {
    id: 'connect-src',
    source: SOURCES.guidePolicy,
    title: { fr: 'connect-src admet le module', en: 'connect-src allows the module' },
    outcomes: {
      right: kept('{file} peut être demandé.', '{file} may be asked for.'),
      refused: toMend(['{file} est refusé.', '{file} is refused.'], LINE),
      later: toLookAt(['{file} serait refusé.', '{file} would be refused.'], LATER),
    },
  },
  {
    id: 'trusted-types',
    source: SOURCES.guidePolicy,
    title: { fr: 'trusted-types admet la règle « franceconnect »', en: 'trusted-types allows the policy “franceconnect”' },
    outcomes: {
      right: kept('Elle est admise.', 'It is allowed.'),
      refused: toMend(['Elle est refusée : le module ne peut pas démarrer.', 'It is refused: the module cannot start.'], LINE),
      later: toLookAt(['Elle serait refusée.', 'It would be refused.'], LATER),
    },
  },
  {
    id: 'form-action',
    source: SOURCES.guidePolicy,
    title: { fr: 'form-action laisse partir vers FranceConnect', en: 'form-action lets forms leave for FranceConnect' },
    outcomes: {
      right: kept('{server} est admis.', '{server} is allowed.'),
      noForm: kept('Aucun formulaire de cette page n’entoure le bouton.', 'No form of this page stands in a button.'),
      refused: toMend(
        ['Le formulaire du bouton mène à FranceConnect, que form-action n’admet pas : Chrome et Safari arrêtent la redirection.', 'The button’s form leads to FranceConnect, which form-action does not allow: Chrome and Safari stop the redirect.'],
        ['La ligne à mettre, en production ; puis celle du bac à sable :', 'The line to put, in production; then that of the sandbox:'],
      ),
      open: toLookAt(
        ['form-action manque : les formulaires de la page peuvent mener partout.', 'form-action is missing: the page’s forms may lead anywhere.'],
        ['La ligne, en production ; puis celle du bac à sable :', 'The line, in production; then that of the sandbox:'],
      ),
    },
  },
  {
    id: 'frame-ancestors',
    source: SOURCES.csp,
    title: { fr: 'Aucun autre site ne peut montrer la page dans un cadre', en: 'No other site can show the page in a frame' },
    outcomes: {
      right: kept('{by}.', '{by}.'),
      open: toLookAt(['Un autre site peut la montrer dans un cadre, pour faire presser le bouton sans qu’on le voie.', 'Another site may show it in a frame, to have the button pressed unseen.'], LINE),
    },
  },
  {
    id: 'base-uri',
    source: SOURCES.csp,
    title: { fr: 'base-uri empêche de détourner les adresses relatives', en: 'base-uri keeps relative addresses from being led away' },
    outcomes: {
      right: kept('base-uri {sources}.', 'base-uri {sources}.'),
      open: toLookAt(['Une balise <base> venue d’ailleurs mènerait les scripts vers un autre site.', 'A <base> from elsewhere would lead scripts to another site.'], LINE),
    },
  },
  {
    id: 'unsafe-inline',
    source: SOURCES.csp,
    title: { fr: 'Aucun script écrit dans la page n’est admis sans contrôle', en: 'No script written into the page is allowed unchecked' },
    outcomes: {
      right: kept('script-src n’a pas \'unsafe-inline\', ou un nonce ou une empreinte l’annule.', 'script-src has no \'unsafe-inline\', or a nonce or a hash overrules it.'),
      open: toLookAt(['script-src a \'unsafe-inline\'.', 'script-src has \'unsafe-inline\'.'], ['Le composant n’en a pas besoin ; la ligne, si rien d’autre n’en a besoin :', 'The widget does not need it; the line, if nothing else does:']),
    },
  },
];

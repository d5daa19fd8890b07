// The button, and what stands around it, as FranceConnect asks for it.

import { kept, toLookAt, toMend } from '../outcome.js';
import { SOURCES } from '../sources.js';

/** @type {[string, string]} */
const UNTOUCHED = ['Retirez de votre page ce qui touche le bouton ou ce qui l’entoure.', 'Take out of your page what touches the button or what it stands in.'];

/** @type {import('../outcome.js').Rule[]} */
export const BUTTON_RULES = [
  {
    id: 'drawn',
    source: SOURCES.guideFaults,
    title: { fr: 'Le bouton officiel est dans la page', en: 'The official button is in the page' },
    outcomes: {
      right: kept('Il est là, avec son libellé et son logo.', 'It is there, with its label and its logo.'),
      none: toLookAt(
        ['La page n’a pas de <franceconnect-button>.', 'The page has no <franceconnect-button>.'],
        ['Lancez la vérification sur votre page de connexion.', 'Run the check on your sign-in page.'],
      ),
      fallback: toMend(
        ['Le contenu de secours est montré à sa place.', 'Its content is shown in its place.'],
        ['La console du navigateur nomme l’attribut refusé.', 'The browser’s console names the attribute that is refused.'],
      ),
      changed: toMend(
        ['Son libellé ou son logo a été modifié : « {label} ».', 'Its label or its logo was changed: “{label}”.'],
        ['Aucun script ne doit écrire dans le bouton.', 'No script may write into the button.'],
      ),
    },
  },
  {
    id: 'one-button',
    source: SOURCES.guideButton,
    title: { fr: 'Un seul bouton dans la page', en: 'One button in the page' },
    outcomes: {
      right: kept('Il y en a un.', 'There is one.'),
      several: toLookAt(
        ['Il y en a {count} : les visiteurs peuvent se demander lequel presser.', 'There are {count}: visitors may wonder which to press.'],
        ['Gardez-en un, ou donnez à chacun un titre qui le distingue (connexion, inscription).', 'Keep one, or give each a heading that tells it apart (sign-in, registration).'],
      ),
    },
  },
  {
    id: 'visible',
    source: SOURCES.button,
    title: { fr: 'Le bouton est visible et peut être pressé partout', en: 'The button is seen and can be pressed everywhere' },
    outcomes: {
      right: kept('Rien ne le cache ni ne le couvre.', 'Nothing hides or covers it.'),
      hidden: toMend(['Il n’est pas visible.', 'It is not visible.'], UNTOUCHED),
      covered: toMend(
        ['Il est couvert, coupé ou rendu inerte par {by}.', 'It is covered, cut or made inert by {by}.'],
        ['Dégagez-le. Si c’est un bandeau de consentement, répondez-y et relancez la vérification.', 'Clear it. If it is a consent banner, answer it and run the check again.'],
      ),
    },
  },
  {
    id: 'sentence',
    source: SOURCES.button,
    title: { fr: 'La phrase officielle est au-dessus du bouton', en: 'The official sentence is above the button' },
    outcomes: {
      right: kept('« {sentence} »', '“{sentence}”'),
      below: toMend(
        ['Elle est dans la page, mais pas avant le bouton.', 'It is in the page, but not before the button.'],
        ['Mettez-la au-dessus, ou laissez le composant le faire :', 'Put it above, or let the widget do so:'],
      ),
      none: toMend(
        ['Elle manque : « {sentence} »', 'It is missing: “{sentence}”'],
        ['Ajoutez l’attribut caption :', 'Add the attribute caption:'],
      ),
    },
  },
  {
    id: 'help',
    source: SOURCES.button,
    title: { fr: 'Le lien « Qu’est-ce que FranceConnect ? » est sous le bouton', en: 'The link “What is FranceConnect?” is under the button' },
    outcomes: {
      right: kept('Il est visible et mène à {address}.', 'It is seen and leads to {address}.'),
      hidden: toMend(['Il est caché ou couvert.', 'It is hidden or covered.'], ['Laissez sa place sous le bouton : ni hauteur fixe, ni débordement coupé, ni élément par-dessus.', 'Leave its place under the button: no fixed height, no cut overflow, nothing over it.']),
      changed: toMend(['Il mène à {address}.', 'It leads to {address}.'], ['Aucun script ne doit écrire dans le bouton.', 'No script may write into the button.']),
    },
  },
  {
    id: 'size',
    source: SOURCES.button,
    title: { fr: 'Le bouton a sa taille et ses proportions', en: 'The button has its size and proportions' },
    outcomes: {
      right: kept('{width} × {height} px.', '{width} × {height} px.'),
      deformed: toMend(
        ['La page le déforme : {scaleX} en largeur, {scaleY} en hauteur.', 'The page deforms it: {scaleX} wide, {scaleY} high.'],
        ['Retirez transform, scale, rotate ou zoom autour du bouton. Plus grand, il garde ses proportions.', 'Take transform, scale, rotate or zoom out around the button. If larger, it keeps its proportions.'],
      ),
      small: toMend(
        ['{height} px de haut ; FranceConnect en recommande 56. La taille du texte de <html> est de {rootFontSize} px.', '{height} px high; FranceConnect recommends 56. The text size of <html> is {rootFontSize} px.'],
        ['Retirez transform ou zoom ; le bouton suit la taille du texte de <html>, 16 px d’ordinaire : laissez-la à 100%.', 'Take transform or zoom out; the button follows the text size of <html>, 16 px usually: leave it at 100%.'],
      ),
    },
  },
  {
    id: 'colours',
    source: SOURCES.dsfr,
    title: { fr: 'Le bouton a ses couleurs et sa forme', en: 'The button has its colours and its shape' },
    outcomes: {
      right: kept('Fond {ground}, texte {text}.', 'Ground {ground}, text {text}.'),
      forced: kept('Les couleurs sont celles que le visiteur impose (contraste élevé).', 'The colours are those that the visitor imposes (high contrast).'),
      changed: toMend(['Fond {ground}, texte {text}, coins {radius}.', 'Ground {ground}, text {text}, corners {radius}.'], ['Aucun script ne doit changer le style du bouton.', 'No script may change the button’s style.']),
    },
  },
  {
    id: 'effects',
    source: SOURCES.button,
    title: { fr: 'Aucun effet ne change l’aspect du bouton', en: 'No effect changes how the button looks' },
    outcomes: {
      right: kept('Ni filtre, ni transparence, ni découpe.', 'No filter, transparency or clipping.'),
      some: toMend(['{effects}.', '{effects}.'], UNTOUCHED),
    },
  },
  {
    id: 'contrast',
    source: SOURCES.button,
    title: { fr: 'La variante du bouton, claire ou sombre, convient au fond', en: 'The button’s variant, light or dark, suits the ground' },
    outcomes: {
      right: kept('Le bouton se détache du fond ({ratio} pour 1).', 'The button stands out of the ground ({ratio} to 1).'),
      forced: kept('Les couleurs sont celles que le visiteur impose (contraste élevé).', 'The colours are those that the visitor imposes (high contrast).'),
      darkOnLight: toMend(['La variante pour fond sombre est sur un fond clair, {colour}.', 'The variant for dark grounds stands on a light one, {colour}.'], ['Vos pages n’ont qu’une apparence, claire : dites-le.', 'Your pages have a light design only: say so.']),
      lightOnDark: toMend(['La variante pour fond clair est sur un fond sombre, {colour}.', 'The variant for light grounds stands on a dark one, {colour}.'], ['Vos pages n’ont qu’une apparence, sombre : dites-le.', 'Your pages have a dark design only: say so.']),
      unknown: toLookAt(['Le fond est une image ou une couleur que ce script ne sait pas juger.', 'The ground is an image or a colour that this script cannot judge.'], ['Vérifiez à l’œil que le bouton, la phrase et le lien se lisent.', 'See for yourself that button, sentence and link can be read.']),
    },
  },
  {
    id: 'other-way',
    source: SOURCES.experiment,
    title: { fr: 'Un autre moyen de se connecter reste proposé', en: 'Another way to sign in is offered' },
    outcomes: {
      right: kept('« {text} »', '“{text}”'),
      none: toMend(
        ['Aucun champ de mot de passe ou d’adresse électronique, aucun lien de connexion n’a été reconnu.', 'No field for a password or an e-mail address, no link to sign in was recognised.'],
        ['Proposez-en un, après le bouton et un « ou » :', 'Offer one, after the button and an “ou”:'],
      ),
    },
  },
  {
    id: 'or',
    source: SOURCES.button,
    title: { fr: 'Un « ou » visible sépare le bouton des autres moyens', en: 'A visible “ou” stands between the button and the others' },
    outcomes: {
      right: kept('« {text} »', '“{text}”'),
      none: toMend(['Aucun « ou » visible entre les deux.', 'No visible “ou” between the two.'], ['Ajoutez-le, avec une séparation visible :', 'Add it, with a visible separation:']),
    },
  },
  {
    id: 'order',
    source: SOURCES.button,
    title: { fr: 'Le bouton vient en premier, pour un service public', en: 'The button comes first, for a public service' },
    outcomes: {
      right: kept('Il vient avant les autres moyens.', 'It comes before the other ways.'),
      after: toLookAt(
        ['« {text} » vient avant lui.', '“{text}” comes before it.'],
        ['Si vous êtes un service public, mettez le bouton en premier ; sinon, la règle ne vous vise pas.', 'If you are a public service, put the button first; if not, the rule is not for you.'],
      ),
    },
  },
  {
    id: 'social',
    source: SOURCES.button,
    title: { fr: 'Aucune connexion par un réseau social à côté', en: 'No social log-in beside it' },
    outcomes: {
      right: kept('Aucune n’a été reconnue, ni par son texte, ni par son adresse.', 'None was recognised, neither by its text nor by its address.'),
      some: toMend(['« {text} »', '“{text}”'], ['Séparez-la : une autre page, ou un autre endroit du site.', 'Take it away: another page, or another place of the site.']),
    },
  },
];

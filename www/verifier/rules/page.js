// The page itself.

import { kept, toMend } from '../outcome.js';
import { SOURCES } from '../sources.js';

/** @type {import('../outcome.js').Rule[]} */
export const PAGE_RULES = [
  {
    id: 'frame',
    source: SOURCES.server,
    title: { fr: 'La page n’est pas dans un cadre', en: 'The page is not in a frame' },
    outcomes: {
      right: kept('Elle est seule dans son onglet.', 'It is alone in its tab.'),
      framed: toMend(
        ['Elle est montrée dans un cadre (iframe) : FranceConnect refuse de s’y ouvrir.', 'It is shown in a frame: FranceConnect refuses to open there.'],
        ['Menez le visiteur vers cette page dans le même onglet.', 'Lead the visitor to this page in the same tab.'],
      ),
    },
  },
  {
    id: 'https',
    source: SOURCES.partners,
    title: { fr: 'La page est en https', en: 'The page is over https' },
    outcomes: {
      right: kept('{origin}.', '{origin}.'),
      local: kept('{origin} : une adresse locale, permise en essai seulement.', '{origin}: a local address, for trials only.'),
      plain: toMend(['{origin} n’est pas en https.', '{origin} is not over https.'], ['Servez la page en https : FranceConnect n’accepte pas d’autre adresse de retour.', 'Serve the page over https: FranceConnect accepts no other return address.']),
    },
  },
  {
    id: 'lang',
    source: SOURCES.accessibility,
    title: { fr: 'La page dit sa langue', en: 'The page says its language' },
    outcomes: {
      right: kept('lang="{language}".', 'lang="{language}".'),
      none: toMend(['<html> n’a pas d’attribut lang ; le bouton parle alors français.', '<html> has no attribute lang; the button then speaks French.'], ['Ajoutez-le :', 'Add it:']),
    },
  },
  {
    id: 'title',
    source: SOURCES.accessibility,
    title: { fr: 'La page a un titre d’onglet', en: 'The page has a title' },
    outcomes: {
      right: kept('« {title} »', '“{title}”'),
      none: toMend(['<title> est vide ou manque.', '<title> is empty or missing.'], ['Nommez la page et le service :', 'Name the page and the service:']),
    },
  },
  {
    id: 'heading',
    source: SOURCES.accessibility,
    title: { fr: 'La page a un titre visible', en: 'The page has a visible heading' },
    outcomes: {
      right: kept('« {heading} »', '“{heading}”'),
      none: toMend(['Aucun <h1> n’est visible.', 'No <h1> is visible.'], ['Nommez ce que le visiteur fait ici, et votre service :', 'Name what the visitor does here, and your service:']),
    },
  },
];


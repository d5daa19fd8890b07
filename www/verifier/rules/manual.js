// What only a person can judge: to tick.

import { SOURCES } from '../sources.js';

/** @type {{text: import('../outcome.js').Sentence, source: import('../sources.js').Source}[]} */
export const MANUAL_RULES = [
  { source: SOURCES.partners, text: { fr: 'Le nom de service affiché est celui qui a été déclaré à FranceConnect.', en: 'The name of the service shown is the one declared to FranceConnect.' } },
  { source: SOURCES.button, text: { fr: 'Le bouton est aussi sur la page d’inscription, si le service en a une.', en: 'The button is on the registration page too, if the service has one.' } },
  { source: SOURCES.button, text: { fr: 'Une séparation visible, et pas seulement le mot « ou », distingue le bouton des autres moyens.', en: 'A visible separation, not only the word “ou”, sets the button apart from the other ways.' } },
  { source: SOURCES.button, text: { fr: 'Aucune autre image ni aucun autre bouton ne représente FranceConnect.', en: 'No other image or button stands for FranceConnect.' } },
  { source: SOURCES.dsfr, text: { fr: 'Au survol, le bouton change de couleur ; au clavier, il montre qu’il a le focus.', en: 'Under the pointer the button changes colour; by keyboard it shows that it has the focus.' } },
  { source: SOURCES.button, text: { fr: 'Sur un téléphone, et en apparence sombre, le bouton, la phrase et le lien se lisent aussi.', en: 'On a phone, and in a dark scheme, button, sentence and link can be read too.' } },
  { source: SOURCES.guideFaults, text: { fr: 'Un visiteur qui abandonne chez FranceConnect revient sur une page qui lui propose de réessayer ou de se connecter autrement.', en: 'A visitor who gives up at FranceConnect comes back to a page that offers to try again or another way.' } },
  { source: SOURCES.partners, text: { fr: 'La déconnexion ferme aussi la session FranceConnect.', en: 'Signing out closes the FranceConnect session too.' } },
];

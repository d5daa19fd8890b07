// What the report says around its findings.

/** @satisfies {Record<string, import('./outcome.js').Sentence>} */
export const TEXTS = {
  title: { fr: 'Vérification de l’installation', en: 'Check of the installation' },
  summary: { fr: '{mend} à corriger, {look} à regarder, {kept} en ordre', en: '{mend} to mend, {look} to look at, {kept} in order' },
  mend: { fr: 'À corriger', en: 'To mend' },
  look: { fr: 'À regarder', en: 'To look at' },
  kept: { fr: 'En ordre', en: 'In order' },
  nothing: { fr: 'Rien.', en: 'Nothing.' },
  manual: { fr: 'À cocher : ce que seule une personne peut juger', en: 'To tick: what only a person can judge' },
  source: { fr: 'Source : {label}', en: 'Source: {label}' },
  newWindow: { fr: 'nouvelle fenêtre', en: 'new window' },
  copy: { fr: 'Copier le rapport', en: 'Copy the report' },
  copied: { fr: 'Copié', en: 'Copied' },
  notCopied: { fr: 'Le navigateur refuse la copie : le rapport est sélectionné ci-dessous.', en: 'The browser refuses to copy: the report is selected below.' },
  plain: { fr: 'Le rapport, en texte', en: 'The report, as text' },
  close: { fr: 'Fermer', en: 'Close' },
  limits: {
    fr: 'Rien n’a quitté cette page : seuls elle-même et les fichiers du composant ont été redemandés. Les autres moyens de connexion sont reconnus à leurs mots et à leurs adresses ; il peut en manquer. Cette vérification ne remplace pas celle de FranceConnect.',
    en: 'Nothing has left this page: only the page itself and the widget’s files were asked for again. Other ways to sign in are recognised by their words and addresses; some may be missed. This check does not replace FranceConnect’s own.',
  },
  failed: {
    fr: 'FranceConnect : le rapport ne peut pas s’afficher, la page a remplacé une fonction du navigateur. Le voici :',
    en: 'FranceConnect: the report cannot be shown, the page has replaced a function of the browser’s. Here it is:',
  },
  page: { fr: 'Page : {address}', en: 'Page: {address}' },
};

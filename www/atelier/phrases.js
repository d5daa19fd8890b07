// What the editor component says by itself, in the page’s language.

/** @type {Record<string, Record<string, string>>} */
const PHRASES = {
  fr: {
    // Announced, and titles
    'Control character': 'Caractère de contrôle',
    'Selection deleted': 'Sélection supprimée',
    'Completions': 'Propositions',
    'Diagnostics': 'Remarques',
    'No diagnostics': 'Aucune remarque',
    // The search
    'Find': 'Chercher',
    'Replace': 'Remplacer par',
    'next': 'suivant',
    'previous': 'précédent',
    'all': 'tous',
    'match case': 'respecter la casse',
    'regexp': 'expression régulière',
    'by word': 'mot entier',
    'replace': 'remplacer',
    'replace all': 'tout remplacer',
    'close': 'fermer',
    'current match': 'résultat',
    'on line': 'à la ligne',
    'replaced match on line $': 'remplacé à la ligne $',
    'replaced $ matches': '$ remplacements',
    'Go to line': 'Aller à la ligne',
    'go': 'aller',
  },
};

/** @param {string} language `fr` @returns {Record<string, string>} none for English, the component’s own */
export const phrases = (language) => PHRASES[language] ?? {};

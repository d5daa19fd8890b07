/** The pages of the test provider. Their words are ours, the codes are FranceConnect's. */

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title></head>
<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

/**
 * FranceConnect's own error pages: the visitor stays there, nothing comes back to the partner.
 * Codes and causes: github.com/france-connect/sources, `back/_doc/erreurs.md`.
 * @type {Record<string, {status: number, says: string}>}
 */
export const ERRORS = {
  Y030007: { status: 400, says: 'La demande du service est incorrecte. Au service de la corriger.' },
  Y030027: { status: 400, says: 'Ce service est inconnu ici : mauvais identifiant client, autre environnement ou autre plateforme. Au service de le corriger.' },
  Y030028: { status: 500, says: 'Le paramètre claims du service n’est pas un objet JSON. Au service de le corriger.' },
  Y100001: { status: 400, says: 'Le compte choisi est d’un niveau inférieur à celui que le service demande. Le visiteur recommence avec un autre compte.' },
  Y100019: { status: 400, says: 'Le jeton remis pour la déconnexion n’est pas celui que FranceConnect a signé. Au service de le corriger.' },
  Y190001: { status: 401, says: 'La session est terminée : page restée ouverte trop longtemps, ou cookies refusés. Le visiteur recommence depuis le service.' },
};

/** What the user may do, or meet, on the page of the interaction. */
const CHOICES = {
  continue: 'Continuer',
  cancel: 'Annuler',
  fault: 'Simuler un incident technique',
  expired: 'Simuler une session expirée',
  level: 'Simuler un compte d’un niveau trop bas',
};

/** The page on which the user accepts, gives up, or meets a fault. */
export function interaction(uid, client) {
  const buttons = Object.entries(CHOICES).map(([choice, label]) =>
    `<p><button name="choice" value="${choice}" id="${choice}">${label}</button></p>`);
  return page('FranceConnect (fournisseur d’essai)', `
<p>Le service «&nbsp;${escape(client)}&nbsp;» demande votre identité.</p>
<form method="post" action="/interaction/${encodeURIComponent(uid)}">
${buttons.join('\n')}
</form>`);
}

/** FranceConnect's own error page: the user stays there. */
export function refused(code, reason = '') {
  const says = ERRORS[code]?.says ?? '';
  return page('Une erreur est survenue', `<p>Code d’erreur&nbsp;: <strong id="code">${escape(code)}</strong></p><p>${escape(says)}</p><p>${escape(reason)}</p>`);
}

/** The page between the partner's logout and the return. `form` is the provider's own. */
export function logout(form) {
  return page('Se déconnecter de FranceConnect', `${form}
<button type="submit" form="op.logoutForm" value="yes" name="logout" id="logout">Se déconnecter</button>`);
}

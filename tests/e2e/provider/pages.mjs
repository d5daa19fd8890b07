/** The pages of the test provider. */

/** @param {string} text */
const escape = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const page = (title, body) => `<!doctype html>
<html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)}</title><h1>${escape(title)}</h1>${body}</html>`;

/** The page on which the user accepts, gives up, or meets a fault. */
export function interaction(uid, client) {
  const action = `/interaction/${encodeURIComponent(uid)}`;
  const button = (choice, label) => `<button name="choice" value="${choice}" id="${choice}">${label}</button>`;
  return page('FranceConnect (fournisseur d’essai)', `
<p>Le service « ${escape(client)} » demande votre identité.</p>
<form method="post" action="${action}">
${button('continue', 'Continuer')} ${button('cancel', 'Annuler')} ${button('fault', 'Simuler un incident technique')}
</form>`);
}

/** FranceConnect's own error page: the user stays there. */
export function refused(code, reason) {
  return page('Une erreur est survenue', `<p>Code d’erreur : <strong id="code">${escape(code)}</strong></p><p>${escape(reason)}</p>`);
}

/** The page between the partner's logout and the return. `form` is the provider's own. */
export function logout(form) {
  return page('Se déconnecter de FranceConnect', `${form}
<button type="submit" form="op.logoutForm" value="yes" name="logout" id="logout">Se déconnecter</button>`);
}

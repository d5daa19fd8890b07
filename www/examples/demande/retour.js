// La réponse, déjà vérifiée par <franceconnect-return>, part au serveur. L’élément l’annonce jusqu’à ce
// qu’un script en lise le code, qui ne sert qu’une fois.
document.addEventListener('franceconnect-reply', async ({ target, detail: { code, state, nonce } }) => {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, state, nonce }),
  }).catch(() => undefined);
  // 204 seul dit « session ouverte » : une page, elle, répond 200 à n’importe quelle adresse.
  if (answer?.status === 204) return location.replace('/');
  // Un refus dit pourquoi, { "message": "…" }, et l’élément le montre. Sans ces mots, il a les siens.
  const refusal = await answer?.json().catch(() => undefined);
  target.fail(refusal?.message);
});

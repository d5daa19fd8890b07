// La réponse, déjà vérifiée par <franceconnect-return>, part au serveur. Ce script est lu avant
// l’élément : l’événement ne peut pas lui échapper.
document.addEventListener('franceconnect-reply', async ({ detail: { code, state, nonce } }) => {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, state, nonce }),
  }).catch(() => undefined);
  // 204 seul dit « session ouverte » : une page, elle, répond 200 à n’importe quelle adresse.
  if (answer?.status === 204) return location.replace('/');
  // Un refus dit pourquoi, { "message": "…" } ; sinon, la phrase écrite dans la page reste.
  const refusal = await answer?.json().catch(() => undefined);
  if (refusal?.message) document.querySelector('#motif').textContent = refusal.message;
  const failure = document.querySelector('#echec');
  failure.hidden = false;
  failure.focus();
});

document.addEventListener('franceconnect-reply', async ({ detail: { code, state, nonce } }) => {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, state, nonce }),
  }).catch(() => undefined);
  // 204 only is a session: a page answers any address with 200.
  if (answer?.status === 204) location.replace('/');
  else document.getElementById('echec').hidden = false;
});

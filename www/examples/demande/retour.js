document.addEventListener('franceconnect-reply', async ({ detail: { code, state, nonce } }) => {
  const answer = await fetch('/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, state, nonce }),
  }).catch(() => undefined);
  if (answer?.status === 204) location.replace('/');
  else document.getElementById('echec').hidden = false;
});

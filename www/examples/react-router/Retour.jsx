import { useState } from 'react';
import { useNavigate } from 'react-router';

export function Retour() {
  const navigate = useNavigate();
  const [failed, setFailed] = useState(false);

  async function reply({ detail: { code, state, nonce } }) {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, state, nonce }),
    }).catch(() => undefined);
    // 204 only is a session: a page answers any address with 200.
    if (answer?.status === 204) navigate('/bonjour', { replace: true });
    else setFailed(true);
  }

  return (
    <>
      <franceconnect-return onfranceconnect-reply={reply}>
        <p><a href="/mot-de-passe">Se connecter avec un mot de passe</a></p>
      </franceconnect-return>
      {failed && <p role="alert">La connexion n’a pas abouti. <a href="/">Recommencer</a></p>}
    </>
  );
}

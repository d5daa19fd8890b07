import { useNavigate } from 'react-router';

export function Retour() {
  const navigate = useNavigate();

  async function reply({ target, detail: { code, state, nonce } }) {
    const answer = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, state, nonce }),
    }).catch(() => undefined);
    // 204 only is a session: a page answers any address with 200.
    if (answer?.status === 204) navigate('/bonjour', { replace: true });
    else target.fail();
  }

  return (
    <franceconnect-return onfranceconnect-reply={reply}>
      <p><a href="/">Revenir à la connexion</a> ou <a href="/mot-de-passe">se connecter avec un mot de passe</a></p>
    </franceconnect-return>
  );
}

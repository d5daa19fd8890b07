'use client';

import { useEffect, useRef, useState } from 'react';
// Sur le serveur, cet import ne fait rien ; dans le navigateur, il définit les éléments.
import 'franceconnect-widget';

export function Connexion() {
  const [verdict, setVerdict] = useState('');
  const explainer = useRef<HTMLElement>(null);

  // React 19 n’écoute pas « onfranceconnect-… » sur un élément que le serveur a déjà écrit
  // (facebook/react, 35446) : addEventListener, si.
  useEffect(() => {
    const ended = new AbortController();
    const listener = ({ detail }: HTMLElementEventMap['franceconnect-eligibility']) => setVerdict(detail.verdict);
    explainer.current?.addEventListener('franceconnect-eligibility', listener, { signal: ended.signal });
    return () => ended.abort();
  }, []);

  return (
    <>
      <franceconnect-button caption>
        <a href="/connexion">S’identifier avec FranceConnect</a>
      </franceconnect-button>
      <franceconnect-eligibility ref={explainer} />
      <p>
        Verdict : <output id="verdict">{verdict}</output>
      </p>
    </>
  );
}

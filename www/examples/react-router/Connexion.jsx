export function Connexion() {
  return (
    <>
      <h1>Se connecter</h1>
      <franceconnect-button client-id="VOTRE_IDENTIFIANT" redirect-uri={`${location.origin}/retour`} environment="sandbox">
        <p>La connexion avec FranceConnect demande JavaScript.</p>
      </franceconnect-button>
    </>
  );
}

export function Connexion() {
  return (
    <>
      <h1>Se connecter</h1>
      <franceconnect-button client-id="VOTRE_IDENTIFIANT" redirect-uri={`${location.origin}/retour`} environment="sandbox">
        <p>La connexion avec FranceConnect n’est pas disponible ici pour le moment.</p>
      </franceconnect-button>
    </>
  );
}

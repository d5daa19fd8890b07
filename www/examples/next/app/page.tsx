import { Connexion } from './connexion';

// Un composant du serveur : le lien de secours est dans la page avant tout script.
export default function Page() {
  return (
    <main>
      <h1>Se connecter</h1>
      <Connexion />
    </main>
  );
}

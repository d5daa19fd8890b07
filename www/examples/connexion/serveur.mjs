/**
 * Le serveur d’un partenaire, en entier, avec le bouton qui fabrique lui-même la demande.
 *
 *     FC_CLIENT_ID=… FC_CLIENT_SECRET=… node serveur.mjs
 *
 * Le chemin : le bouton de la page d’accueil mène à FranceConnect ; FranceConnect ramène sur
 * /retour ; là, <franceconnect-return> vérifie l’état et remet {code, state, nonce} au script
 * retour.js, qui les envoie à /session ; ce serveur échange le code et ouvre sa propre session.
 */
import { pathToFileURL } from 'node:url';
import { Sessions, body, escape, page, random, serve } from './commun.mjs';
import { franceConnect } from './franceconnect.mjs';

/**
 * @param {object} settings
 * @param {string} settings.publicUrl l’origine de ce service, telle que le navigateur la voit
 * @param {string} settings.issuer
 * @param {string} settings.clientId
 * @param {string} settings.clientSecret
 * @param {string} [settings.button] attributs de plus pour le bouton
 */
export function routes({ publicUrl, issuer, clientId, clientSecret, button = '' }) {
  const redirectUri = `${publicUrl}/retour`;
  const fc = franceConnect({ issuer, clientId, clientSecret, redirectUri });
  const sessions = new Sessions('session', publicUrl);

  return {
    'GET /': (request) => {
      const session = sessions.of(request);
      if (session) {
        const { given_name: first, family_name: last } = session.user;
        // Montrer qui est connecté : c’est demandé, et cela évite d’agir sous l’identité d’un autre.
        return { body: page('Bonjour', `<p>Vous êtes <strong id="nom">${escape(`${first} ${last}`)}</strong>.</p>
<form method="post" action="/deconnexion"><button id="deconnexion">Se déconnecter</button></form>`) };
      }
      return { body: page('Connexion', `
<franceconnect-button client-id="${escape(clientId)}" redirect-uri="${escape(redirectUri)}" ${button}>
  <p>La connexion avec FranceConnect demande JavaScript.</p>
</franceconnect-button>
<p>ou</p><p><a href="/mot-de-passe">Se connecter avec un mot de passe</a></p>`) };
    },

    'GET /retour': () => ({
      body: page('Retour de FranceConnect', `
<franceconnect-return>
  <p><a href="/mot-de-passe">Se connecter avec un mot de passe</a></p>
</franceconnect-return>
<p id="echec" tabindex="-1" hidden>La connexion n’a pas abouti. <a href="/">Revenir à la connexion</a></p>`,
      '<script src="/retour.js"></script>'),
    }),

    'POST /session': async (request) => {
      // Une page d’un autre site ne doit pas pouvoir connecter nos visiteurs sous l’identité de
      // son auteur : il y faut notre origine, et du JSON, qu’un formulaire ne sait pas envoyer.
      if (request.headers.origin !== publicUrl) return { status: 403 };
      if (request.headers['content-type'] !== 'application/json') return { status: 415 };
      let session;
      try {
        const { code, nonce } = JSON.parse(await body(request));
        session = await fc.identity(code, nonce);
      } catch (error) {
        console.warn(`connexion refusée : ${error instanceof Error ? error.message : error}`);
        return { status: 401 };
      }
      // Nouvel identifiant de session à chaque connexion : celui d’avant, peut-être connu d’un
      // autre, ne vaut plus rien. Le jeton d’identité reste ici ; il sert à la déconnexion.
      return { status: 204, headers: { 'Set-Cookie': sessions.open(request, session) } };
    },

    // POST : un lien ou une image d’un autre site ne peut pas déconnecter le visiteur.
    'POST /deconnexion': (request) => {
      const session = sessions.of(request);
      const Location = session ? fc.logoutUrl(session.idToken, random(), `${publicUrl}/au-revoir`) : '/';
      return { status: 303, headers: { Location, 'Set-Cookie': sessions.close(request) } };
    },

    'GET /au-revoir': () => ({ body: page('Vous êtes déconnecté', '<p><a href="/">Revenir à l’accueil</a></p>') }),
    'GET /mot-de-passe': () => ({ body: page('Mot de passe', '<p>Votre autre moyen de connexion.</p>') }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { FC_CLIENT_ID: clientId, FC_CLIENT_SECRET: clientSecret, PORT = '3000' } = process.env;
  const issuer = process.env.FC_ISSUER ?? 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2';
  const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${PORT}`;
  if (!clientId || !clientSecret) throw new Error('FC_CLIENT_ID et FC_CLIENT_SECRET sont nécessaires');
  await serve(routes({ publicUrl, issuer, clientId, clientSecret, button: 'environment="sandbox"' }), { port: Number(PORT), issuer });
  console.log(publicUrl);
}

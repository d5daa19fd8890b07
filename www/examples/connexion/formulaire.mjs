/**
 * La variante où le serveur fabrique la demande : le bouton envoie un formulaire, avec son jeton
 * CSRF, vers la route du partenaire. État et nonce ne quittent pas le serveur, et tout marche
 * sans JavaScript. C’est le choix des services qui ont déjà une bibliothèque OpenID Connect.
 *
 *     FC_CLIENT_ID=… FC_CLIENT_SECRET=… node formulaire.mjs
 */
import { pathToFileURL } from 'node:url';
import { Sessions, body, escape, page, random, serve } from './commun.mjs';
import { franceConnect } from './franceconnect.mjs';

/** Ce qu’un visiteur lit quand FranceConnect répond par une erreur. */
const SENTENCES = {
  access_denied: 'La connexion n’est pas allée à son terme. Vous pouvez réessayer.',
  server_error: 'FranceConnect rencontre un incident. Réessayez dans quelques minutes.',
  temporarily_unavailable: 'FranceConnect rencontre un incident. Réessayez dans quelques minutes.',
};
const OTHER = 'La connexion avec FranceConnect n’est pas possible pour le moment.';

/** Les mêmes réglages que `routes` de serveur.mjs. */
export function routes({ publicUrl, issuer, clientId, clientSecret }) {
  const fc = franceConnect({ issuer, clientId, clientSecret, redirectUri: `${publicUrl}/retour` });
  const sessions = new Sessions('session', publicUrl);
  // La demande en cours, liée à ce navigateur par un cookie, avant toute identité.
  const pending = new Sessions('demande', publicUrl);

  // Une réponse lisible, jamais une page blanche ni un code 400 : revenir en arrière est permis.
  const failed = (sentence, request) => ({
    headers: { 'Set-Cookie': pending.close(request) },
    body: page('Vous n’êtes pas connecté', `<p>${escape(sentence)}</p><p><a href="/">Revenir à la connexion</a></p>`),
  });

  return {
    'GET /': (request) => {
      const session = sessions.of(request);
      if (session) {
        return { body: page('Bonjour', `<p>Vous êtes <strong id="nom">${escape(`${session.user.given_name} ${session.user.family_name}`)}</strong>.</p>`) };
      }
      // Le même jeton pour tous les onglets d’un visiteur.
      const known = pending.of(request)?.csrf;
      const csrf = known ?? random();
      return { headers: known ? {} : { 'Set-Cookie': pending.open(request, { csrf }) }, body: page('Connexion', `
<franceconnect-button>
  <form method="post" action="/connexion">
    <input type="hidden" name="csrf" value="${csrf}">
    <button>S’identifier avec FranceConnect</button>
  </form>
</franceconnect-button>`) };
    },

    'POST /connexion': async (request) => {
      const csrf = pending.of(request)?.csrf;
      const sent = new URLSearchParams(await body(request)).get('csrf');
      // Page ouverte depuis trop longtemps, ou formulaire d’un autre site : recommencer.
      if (!csrf || sent !== csrf) return { status: 303, headers: { Location: '/' } };
      const state = random();
      const nonce = random();
      return { status: 303, headers: {
        Location: fc.authorizationUrl(state, nonce),
        'Set-Cookie': pending.open(request, { csrf, state, nonce }),
      } };
    },

    'GET /retour': async (request, url) => {
      const demand = pending.of(request);
      const reply = Object.fromEntries(url.searchParams);
      // L’état d’abord : une réponse qui n’est pas à cette demande ne la consomme pas.
      if (!demand?.state || reply.state !== demand.state) return { status: 303, headers: { Location: '/' } };
      if (reply.error) return failed(SENTENCES[reply.error] ?? OTHER, request);
      if (reply.iss !== issuer) return failed(OTHER, request);
      // La demande est close avant l’échange : la même réponse ne sert pas deux fois.
      const done = pending.close(request);
      try {
        const session = await fc.identity(reply.code, demand.nonce);
        return { status: 303, headers: { Location: '/', 'Set-Cookie': [done, sessions.open(request, session)] } };
      } catch (error) {
        console.warn(`connexion refusée : ${error instanceof Error ? error.message : error}`);
        return failed(OTHER, request);
      }
    },
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { FC_CLIENT_ID: clientId, FC_CLIENT_SECRET: clientSecret, PORT = '3000' } = process.env;
  const issuer = process.env.FC_ISSUER ?? 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2';
  const publicUrl = process.env.PUBLIC_URL ?? `http://localhost:${PORT}`;
  if (!clientId || !clientSecret) throw new Error('FC_CLIENT_ID et FC_CLIENT_SECRET sont nécessaires');
  await serve(routes({ publicUrl, issuer, clientId, clientSecret }), { port: Number(PORT), issuer });
  console.log(publicUrl);
}

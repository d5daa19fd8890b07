/**
 * Le serveur d’un partenaire, en entier, avec le bouton qui fabrique lui-même la demande.
 *
 *     FC_CLIENT_ID=… FC_CLIENT_SECRET=… node serveur.mjs
 *
 * Le chemin : le bouton de la page d’accueil mène à FranceConnect ; FranceConnect ramène sur
 * /retour ; là, <franceconnect-return> vérifie l’état et remet {code, state, nonce} au script
 * retour.js, qui les envoie à /session ; ce serveur échange le code et ouvre sa propre session.
 */
import { Sessions, body, buttonTexts, escape, page, random, refusal, returnTexts, serve, settings } from './commun.mjs';
import { franceConnect } from './franceconnect.mjs';

const here = settings();
const fc = franceConnect({ ...here, privateKeyFile: process.env.FC_PRIVATE_KEY });
const sessions = new Sessions('session', here.publicUrl);

serve({
  'GET /': (request) => {
    const session = sessions.of(request);
    if (!session) return page('accueil', buttonTexts(here));
    const { given_name: first = '', family_name: last = '' } = session.user;
    // Montrer qui est connecté : c’est demandé, et cela évite d’agir sous l’identité d’un autre.
    return page('bienvenue', { 'PRÉNOM NOM': escape(`${first} ${last}`) });
  },

  'GET /retour': () => page('retour', returnTexts(here)),

  'POST /session': async (request) => {
    // Une page d’un autre site ne doit pas pouvoir connecter nos visiteurs sous l’identité de
    // son auteur : il y faut notre origine, et du JSON, qu’un formulaire ne sait pas envoyer.
    if (request.headers.origin !== here.publicUrl) return refusal(403, 'Cette demande vient d’un autre site.');
    if (request.headers['content-type'] !== 'application/json') return refusal(415, 'Cette demande n’est pas du JSON.');
    let session;
    try {
      const { code, nonce } = JSON.parse(await body(request));
      session = await fc.identity(code, nonce);
    } catch (error) {
      console.warn(`connexion refusée : ${error instanceof Error ? error.message : error}`);
      return refusal(401, 'Votre identité n’a pas pu être vérifiée. Réessayez, ou connectez-vous autrement.');
    }
    // Nouvel identifiant de session à chaque connexion : celui d’avant, peut-être connu d’un
    // autre, ne vaut plus rien. Le jeton d’identité reste ici ; il sert à la déconnexion.
    return { status: 204, headers: { 'Set-Cookie': sessions.open(request, session) } };
  },

  // POST : un lien ou une image d’un autre site ne peut pas déconnecter le visiteur.
  'POST /deconnexion': (request) => {
    const session = sessions.of(request);
    const Location = session ? fc.logoutUrl(session.idToken, random(), `${here.publicUrl}/au-revoir`) : '/';
    return { status: 303, headers: { Location, 'Set-Cookie': sessions.close(request) } };
  },

  'GET /au-revoir': () => page('au-revoir'),
  'GET /mot-de-passe': () => page('mot-de-passe'),

  // Pour FranceConnect+ seul : la clé publique de ce service, avec laquelle il chiffre les jetons.
  'GET /jwks': () => ({ headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fc.publicKeys) }),
}, here);

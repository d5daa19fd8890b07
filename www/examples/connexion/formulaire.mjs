/**
 * La variante où le serveur fabrique la demande : le bouton envoie un formulaire, avec son jeton
 * CSRF, vers la route du partenaire. État et nonce ne quittent pas le serveur, et tout marche
 * sans JavaScript. C’est le choix des services qui ont déjà une bibliothèque OpenID Connect.
 *
 *     FC_CLIENT_ID=… FC_CLIENT_SECRET=… node formulaire.mjs
 */
import { Sessions, body, escape, page, random, serve, settings } from './commun.mjs';
import { franceConnect } from './franceconnect.mjs';

/** Ce qu’un visiteur lit quand FranceConnect répond par une erreur. */
const SENTENCES = {
  access_denied: 'La connexion n’est pas allée à son terme. Vous pouvez réessayer.',
  server_error: 'FranceConnect rencontre un incident. Réessayez dans quelques minutes.',
  temporarily_unavailable: 'FranceConnect rencontre un incident. Réessayez dans quelques minutes.',
};
const OTHER = 'La connexion avec FranceConnect n’est pas possible pour le moment.';

const here = settings();
const fc = franceConnect(here);
const sessions = new Sessions('session', here.publicUrl);
// La demande en cours, liée à ce navigateur par un cookie, avant toute identité.
const pending = new Sessions('demande', here.publicUrl);

// Une réponse lisible, jamais une page blanche ni un code 400 : revenir en arrière est permis.
const failed = async (sentence, request) => ({
  ...await page('echec', { MOTIF: escape(sentence) }),
  headers: { 'Set-Cookie': pending.close(request) },
});

serve({
  'GET /': async (request) => {
    const session = sessions.of(request);
    if (session) return page('bienvenue', { 'PRÉNOM NOM': escape(`${session.user.given_name ?? ''} ${session.user.family_name ?? ''}`) });
    // Le même jeton pour tous les onglets d’un visiteur.
    const known = pending.of(request)?.csrf;
    const csrf = known ?? random();
    return {
      ...await page('formulaire', { VOTRE_JETON_CSRF: csrf }),
      headers: known ? {} : { 'Set-Cookie': pending.open(request, { csrf }) },
    };
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
    if (reply.iss !== here.issuer) return failed(OTHER, request);
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

  'POST /deconnexion': (request) => {
    const session = sessions.of(request);
    const Location = session ? fc.logoutUrl(session.idToken, random(), `${here.publicUrl}/au-revoir`) : '/';
    return { status: 303, headers: { Location, 'Set-Cookie': sessions.close(request) } };
  },

  'GET /au-revoir': () => page('au-revoir'),
  'GET /mot-de-passe': () => page('mot-de-passe'),
}, here);

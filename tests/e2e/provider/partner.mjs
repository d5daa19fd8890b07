/** A partner's server of www/examples/connexion, registered with the test provider. */
import { serve } from '../../../www/examples/connexion/commun.mjs';

/**
 * @param {import('./provider.mjs').TestProvider} provider
 * @param {{routes: (settings: any) => Record<string, any>}} kind serveur.mjs or formulaire.mjs
 * @param {string} id the client's
 * @param {Record<string, unknown>} [more] settings of `routes`; `publicUrl` when the browser sees
 *   another origin than the server's own
 */
export async function startPartner(provider, kind, id, more = {}) {
  // The routes need the origin, which the server gives.
  const routes = {};
  const server = await serve(routes, { issuer: provider.issuer });
  const clientSecret = 'un-secret-de-test';
  const settings = { publicUrl: server.origin, issuer: provider.issuer, clientId: id, clientSecret, ...more };
  Object.assign(routes, kind.routes(settings));
  provider.register({
    id, secret: clientSecret,
    redirectUris: [`${settings.publicUrl}/retour`], logoutUris: [`${settings.publicUrl}/au-revoir`],
  });
  return server;
}

/**
 * Auth.js (@auth/core) sur un serveur Node nu : ce que font pour vous next-auth, @auth/express et les
 * autres. La page du bouton, et les routes d’Auth.js sous /auth.
 */
import { Auth } from '@auth/core';
import { franceConnect } from './franceconnect.js';
import { page } from './page.js';

/**
 * Répond aux requêtes des navigateurs.
 * @param {{publicUrl: string, issuer: string, clientId: string, clientSecret: string, secret: string}} settings
 * @returns {(request: {method: string, url: string, headers: Record<string, string>, body?: string}) => Promise<Response>}
 */
export function handler({ publicUrl, secret, ...client }) {
  // Nos pages, où le bouton est l’officiel ; celle d’Auth.js a le sien, et va chercher une image ailleurs.
  const pages = { signIn: '/', error: '/' };
  const config = { basePath: '/auth', secret, trustHost: true, pages, providers: [franceConnect(client)] };
  const auth = (path, init) => Auth(new Request(publicUrl + path, init), config);
  return async ({ method, url, headers, body }) => {
    if (url.startsWith('/auth/')) return auth(url, { method, headers, body: method === 'POST' ? body : undefined });
    const session = await (await auth('/auth/session', { headers })).json();
    if (session?.user) return html(`<!doctype html><html lang="fr"><title>Bonjour</title><p id="nom">${escape(session.user.name)}</p>`);
    // Le jeton CSRF va avec un cookie, qui part avec la page.
    const csrf = await auth('/auth/csrf', { headers });
    const { csrfToken } = await csrf.json();
    return html(page(csrfToken), csrf.headers.getSetCookie());
  };
}

const escape = (text) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function html(body, cookies = []) {
  const headers = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
  for (const cookie of cookies) headers.append('Set-Cookie', cookie);
  return new Response(body, { headers });
}

/** Ce que tout serveur web a déjà : réglages, pages, cookies, sessions. */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const SITE = new URL('site/', import.meta.url);
const FILES = {
  '/franceconnect/franceconnect.js': 'text/javascript',
  '/franceconnect/franceconnect.more.js': 'text/javascript',
  '/franceconnect/franceconnect.wasm': 'application/wasm',
  '/retour.js': 'text/javascript',
};

/** Les attributs du bouton, selon le serveur ; tout autre est un serveur d’essai. */
const ENVIRONMENTS = {
  'https://oidc.franceconnect.gouv.fr/api/v2': 'environment="production"',
  'https://auth.franceconnect.gouv.fr/api/v2': 'environment="production"',
  'https://fcp-low.sbx.dev-franceconnect.fr/api/v2': 'environment="sandbox"',
  'https://auth.integ01.dev-franceconnect.fr/api/v2': 'environment="sandbox"',
};

/** Les réglages, lus dans l’environnement : le secret n’est jamais dans le code. */
export function settings() {
  const { FC_CLIENT_ID: clientId, FC_CLIENT_SECRET: clientSecret, FC_LEVEL: level = 'eidas1', PORT = '3000' } = process.env;
  const issuer = withoutSlash(process.env.FC_ISSUER ?? 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2');
  const publicUrl = withoutSlash(process.env.PUBLIC_URL ?? `http://localhost:${PORT}`);
  if (!clientId || !clientSecret) stop('FC_CLIENT_ID et FC_CLIENT_SECRET sont nécessaires.');
  if (!existsSync(new URL('franceconnect/franceconnect.js', SITE))) {
    stop('Copiez franceconnect.js, franceconnect.more.js et franceconnect.wasm dans site/franceconnect/.');
  }
  return { clientId, clientSecret, level, issuer, publicUrl, redirectUri: `${publicUrl}/retour`, port: Number(PORT) };
}

const withoutSlash = (address) => address.replace(/\/+$/, '');

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Un texte imprévisible de 43 caractères, avec chiffres, majuscules et minuscules. */
export function random() {
  const text = randomBytes(32).toString('base64url');
  return [/[0-9]/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(text)) ? text : random();
}

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/**
 * Une page de site/, où des textes d’exemple font place aux vrais.
 * @param {string} name
 * @param {Record<string, string>} [texts] dans la page → à sa place, du HTML
 */
export async function page(name, texts = {}) {
  let html = await readFile(new URL(`${name}.html`, SITE), 'utf8');
  for (const [sample, text] of Object.entries(texts)) html = html.replaceAll(sample, () => text);
  return { body: html };
}

/** Les réglages du bouton, à la place de ceux de l’exemple. */
export const buttonTexts = ({ clientId, redirectUri, issuer, level }) => ({
  VOTRE_IDENTIFIANT: escape(clientId),
  'https://service.example/retour': escape(redirectUri),
  'environment="sandbox"': `level="${escape(level)}" ${ENVIRONMENTS[issuer] ?? `authorize-url="${escape(issuer)}/authorize"`}`,
});

/** « Réessayer » ne mène à un autre serveur que ceux de FranceConnect que si la page le nomme. */
export const returnTexts = ({ issuer }) =>
  ENVIRONMENTS[issuer] ? {} : { '<franceconnect-return>': `<franceconnect-return authorize-url="${escape(issuer)}/authorize">` };

/** Des sessions en mémoire, une heure au plus ; en production, votre base ou votre cadriciel. */
export class Sessions {
  /** @type {Map<string, {data: any, until: number}>} */
  #all = new Map();

  /** @param {string} name du cookie @param {string} publicUrl */
  constructor(name, publicUrl) {
    const https = publicUrl.startsWith('https:');
    // `__Host-` : un autre sous-domaine ne peut pas poser ce cookie à notre place.
    this.name = https ? `__Host-${name}` : name;
    // Lax et non Strict : le retour de FranceConnect est une navigation venue d’un autre site.
    this.flags = `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
  }

  #id(request) {
    const pairs = (request.headers.cookie ?? '').split(/; */).map((pair) => pair.split('='));
    return pairs.find(([name]) => name === this.name)?.[1] ?? '';
  }

  of(request) {
    const session = this.#all.get(this.#id(request));
    return session && session.until > Date.now() ? session.data : undefined;
  }

  /** Ouvre une session, toujours sous un nouvel identifiant ; rend la valeur de `Set-Cookie`. */
  open(request, data) {
    this.close(request);
    for (const [id, { until }] of this.#all) if (until <= Date.now()) this.#all.delete(id);
    const id = random();
    this.#all.set(id, { data, until: Date.now() + 3_600_000 });
    return `${this.name}=${id}; ${this.flags}`;
  }

  close(request) {
    this.#all.delete(this.#id(request));
    return `${this.name}=; ${this.flags}; Max-Age=0`;
  }
}

/** Le corps d’une requête, court. */
export async function body(request) {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > 10_000) throw new Error('corps trop long');
  }
  return text;
}

/** Une réponse en JSON : la page de retour montre `message` au visiteur. */
export const refusal = (status, message) => ({
  status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ message }),
});

/** Sert des routes `'GET /chemin': (request, url) => ({status, headers, body})`. */
export function serve(routes, { port, issuer, publicUrl }) {
  const headers = {
    'Cache-Control': 'no-store',
    // L’adresse de retour contient le code : elle ne doit partir vers aucun autre site.
    'Referrer-Policy': 'no-referrer',
    // `form-action` compte aussi les redirections : nos formulaires mènent à FranceConnect.
    'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
      + `style-src 'self'; img-src 'self' data:; form-action 'self' ${new URL(issuer).origin}; base-uri 'none'; `
      + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types franceconnect",
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = routes[`${request.method} ${url.pathname}`];
    let reply;
    try {
      reply = route ? await route(request, url) : await file(url.pathname);
    } catch (error) {
      // Le détail est pour le journal ; ni code, ni état, ni nonce, ni jeton n’y entre.
      console.warn(`${request.method} ${url.pathname}: ${error instanceof Error ? error.message : error}`);
      reply = refusal(500, 'Une erreur est survenue. Réessayez dans un instant.');
    }
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', ...headers, ...reply.headers });
    response.end(reply.body ?? '');
  });
  server.listen(port, '127.0.0.1', () => console.log(publicUrl));
}

async function file(path) {
  if (!Object.hasOwn(FILES, path)) return { status: 404 };
  return { headers: { 'Content-Type': FILES[path] }, body: await readFile(new URL(`.${path}`, SITE)) };
}

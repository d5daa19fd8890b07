/** Ce que tout serveur web a déjà : des pages, des cookies, des sessions. Rien de FranceConnect. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const WIDGET = process.env.WIDGET ?? new URL('../../../dist/', import.meta.url).href;
const FILES = {
  '/franceconnect/franceconnect.js': ['text/javascript', new URL('franceconnect.js', WIDGET)],
  '/franceconnect/franceconnect.wasm': ['application/wasm', new URL('franceconnect.wasm', WIDGET)],
  '/retour.js': ['text/javascript', new URL('retour.js', import.meta.url)],
};

/** Un texte imprévisible de 43 caractères, avec chiffres, majuscules et minuscules. */
export function random() {
  const text = randomBytes(32).toString('base64url');
  return [/[0-9]/, /[a-z]/, /[A-Z]/].every((kind) => kind.test(text)) ? text : random();
}

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** Une page entière ; `head` pour un script de plus. */
export const page = (title, body, head = '') => `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(title)} - Service d’essai</title>${head}
<script async src="/franceconnect/franceconnect.js"></script></head>
<body><main><h1>${escape(title)}</h1>${body}</main></body></html>`;

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

/**
 * Sert des routes `'GET /chemin': (request, url) => ({status, headers, body})`.
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve(routes, { port = 0, issuer = '' } = {}) {
  const headers = {
    'Cache-Control': 'no-store',
    // L’adresse de retour contient le code : elle ne doit partir vers aucun autre site.
    'Referrer-Policy': 'no-referrer',
    // `form-action` compte aussi les redirections : nos formulaires mènent à FranceConnect.
    'Content-Security-Policy': "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
      + `style-src 'self'; img-src 'self' data:; form-action 'self' ${issuer && new URL(issuer).origin}; `
      + "base-uri 'none'; frame-ancestors 'none'",
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
      reply = { status: 500, body: page('Une erreur est survenue', '<p>Réessayez dans un instant.</p>') };
    }
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8', ...headers, ...reply.headers });
    response.end(reply.body ?? '');
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  return {
    origin: `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

async function file(path) {
  if (!Object.hasOwn(FILES, path)) return { status: path === '/favicon.ico' ? 204 : 404 };
  const [type, url] = FILES[path];
  return { headers: { 'Content-Type': type }, body: await readFile(url) };
}

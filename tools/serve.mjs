/**
 * A static file server for the demo, and the pieces of it that the
 * end-to-end tests' server (tests/e2e/harness/site.mjs) shares.
 *
 *     node tools/serve.mjs [--port 8080]
 *
 * It listens on 127.0.0.1 only, and serves nothing but index.html, www/, dist/ and release/.
 */
import { createReadStream } from 'node:fs';
import { stat, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** What the demo page needs: address prefix → file or folder. */
export const DEMO = {
  '/index.html': path.join(ROOT, 'index.html'),
  '/www/': path.join(ROOT, 'www'),
  '/dist/': path.join(ROOT, 'dist'),
  '/release/': path.join(ROOT, 'release'),
};

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.java': 'text/plain; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.php': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.py': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
  '.zip': 'application/zip',
};

/**
 * The `Content-Type` for a file, by its extension.
 * @param {string} name
 */
export function contentType(name) {
  return TYPES[path.extname(name).toLowerCase()] ?? 'application/octet-stream';
}

/**
 * The file that stands behind an address, or null. Neither `..`, however it
 * is encoded, nor a symbolic link leads out of the folders given; a dot file
 * is never served.
 *
 * @param {Record<string, string>} mounts address prefix → folder (prefix ending in `/`) or file
 * @param {string} pathname the address's path, still percent-encoded
 * @returns {Promise<string | null>} an absolute path
 */
export async function fileBehind(mounts, pathname) {
  let asked;
  try {
    asked = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (asked.endsWith('/')) asked += 'index.html';
  const segments = asked.split('/').slice(1);
  if (segments.some((part) => part === '' || part.startsWith('.') || /[\\\0]/.test(part))) return null;
  // The longest prefix that fits is the most precise.
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  for (const prefix of prefixes) {
    const fits = prefix.endsWith('/') ? asked.startsWith(prefix) : asked === prefix;
    if (!fits) continue;
    const base = path.resolve(mounts[prefix]);
    const file = path.resolve(base, asked.slice(prefix.length));
    try {
      const real = await realpath(file);
      const realBase = await realpath(base);
      const inside = real === realBase || real.startsWith(realBase + path.sep);
      if (inside && (await stat(real)).isFile()) return real;
    } catch {
      // No such file under this prefix: a shorter one may still have it.
    }
  }
  return null;
}

/**
 * Starts the demo's server.
 * @param {{mounts?: Record<string, string>, port?: number}} [options] port 0: any free one
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serve({ mounts = DEMO, port = 0 } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = ['GET', 'HEAD'].includes(request.method ?? '') ? await fileBehind(mounts, pathname) : null;
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('404 : rien à cette adresse.\n');
      return;
    }
    response.writeHead(200, {
      'Content-Type': contentType(file),
      // What was just rebuilt must be what is seen.
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(undefined));
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const flag = process.argv.indexOf('--port');
  const port = Number(flag > 0 ? process.argv[flag + 1] : 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('serve: --port takes a number from 0 to 65535');
    process.exit(2);
  }
  try {
    const { origin } = await serve({ port });
    console.log(`\n  ${origin}/\n\n  Ctrl-C to stop.`);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    console.error(`serve: port ${port} is taken; try another: make demo PORT=${port + 1}`);
    process.exit(1);
  }
}

/**
 * A small web site for one test: given pages and folders on a free port of
 * 127.0.0.1, with a log of every request, and the recorder of problems
 * (recorder.js) as the first script of every page.
 *
 * Each test has a site, hence an origin, of its own: storage and caches of one
 * never reach another.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT, contentType, fileBehind } from '../../../tools/serve.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const RECORDER = '/__harness/recorder.js';
const FRAME = '/__harness/frame.html';
/** The address, on every site, of an empty page. */
export const BLANK = '/__harness/blank.html';

/** Folders that a site serves unless told otherwise. */
export const MOUNTS = {
  '/index.html': path.join(ROOT, 'index.html'),
  '/dist/': path.join(ROOT, 'dist'),
  '/www/': path.join(ROOT, 'www'),
  '/release/': path.join(ROOT, 'release'),
};

/**
 * @typedef {object} Reply
 * @property {number} [status] 200 unless given
 * @property {Record<string, string>} [headers] a `Content-Type` here wins over the guessed one
 * @property {string | Buffer} [body] without it, the file at the address, with these headers
 * @property {number} [delay] milliseconds before the reply leaves
 *
 * @typedef {{method: string, path: string, url: string, status: number, headers: import('node:http').IncomingHttpHeaders, body: string}} LoggedRequest
 *   `path` is without the query, `url` with it
 *
 * @typedef {string | Buffer | Reply | ((request: LoggedRequest) => string | Reply | Promise<string | Reply>)} Page
 */

/**
 * Starts a site.
 *
 * @param {object} [options]
 * @param {Record<string, Page>} [options.pages] path → HTML, a reply, or a function that makes one
 * @param {Record<string, string>} [options.mounts] address prefix → folder or file
 * @param {Record<string, string>} [options.headers] sent with every reply (a policy, say)
 * @param {boolean} [options.recorder] false: pages go out exactly as they are
 *
 * @example
 * const site = await startSite({ pages: {
 *   '/': '<!doctype html><title>Essai</title>',
 *   '/dist/franceconnect.wasm': { headers: { 'Content-Type': 'text/plain' } },   // wrong type
 *   '/missing.js': { status: 404 },
 * } });
 * await site.close();
 */
export async function startSite({ pages = {}, mounts = MOUNTS, headers = {}, recorder = true } = {}) {
  /** @type {LoggedRequest[]} */
  const requests = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    let body = '';
    for await (const chunk of request) body += chunk;
    const entry = {
      method: request.method ?? 'GET', path: url.pathname, url: request.url ?? '/', status: 0,
      headers: request.headers, body,
    };
    const ours = url.pathname.startsWith('/__harness/');
    if (!ours) requests.push(entry);
    try {
      const reply = ours ? await harnessFile(url) : await answer(entry, pages, mounts);
      const sent = { 'Cache-Control': 'no-store', ...(ours ? {} : headers), ...reply.headers };
      entry.status = reply.status ?? 200;
      let content = reply.body ?? '';
      if (recorder && !ours && /text\/html/.test(sent['Content-Type'] ?? '')) {
        content = withRecorder(String(content), policyOf(sent, String(content)));
      }
      if (reply.delay) await new Promise((resolve) => setTimeout(resolve, reply.delay));
      response.writeHead(entry.status, sent);
      response.end(request.method === 'HEAD' ? undefined : content);
    } catch (error) {
      entry.status = 500;
      response.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(String(error?.stack ?? error));
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    /** Every request but the harness's own, in order of arrival. */
    requests,
    /** Adds or replaces pages while the site runs. */
    set(/** @type {Record<string, Page>} */ more) { Object.assign(pages, more); },
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

/** @returns {Promise<Reply>} */
async function answer(entry, pages, mounts) {
  const page = Object.hasOwn(pages, entry.path) ? pages[entry.path] : undefined;
  const given = typeof page === 'function' ? await page(entry) : page;
  const reply = typeof given === 'string' || Buffer.isBuffer(given) ? { body: given } : { ...given };
  const name = entry.path.endsWith('/') ? 'index.html' : entry.path;
  // A page's address may have no extension; then it is HTML.
  const type = path.extname(name) || given === undefined ? contentType(name) : 'text/html; charset=utf-8';
  if (reply.body === undefined && (reply.status ?? 200) === 200) {
    const file = await fileBehind(mounts, entry.path);
    if (file) reply.body = await readFile(file);
    else if (entry.path === '/favicon.ico') return { status: 204 };
    else return { status: 404, headers: { 'Content-Type': 'text/plain' }, body: 'not found' };
  }
  return { ...reply, headers: { 'Content-Type': type, ...reply.headers } };
}

/** @returns {Promise<Reply>} */
async function harnessFile(url) {
  if (url.pathname === RECORDER) {
    return { headers: { 'Content-Type': 'text/javascript' }, body: await readFile(path.join(HERE, 'recorder.js')) };
  }
  if (url.pathname === FRAME) {
    const width = Number(url.searchParams.get('width'));
    const height = Number(url.searchParams.get('height'));
    const target = JSON.stringify(url.searchParams.get('page')).replaceAll('<', '\\u003c');
    return {
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: `<!doctype html><title>frame</title><style>body{margin:0}iframe{border:0;width:${width}px;height:${height}px}</style>`
        + `<iframe></iframe><script>document.querySelector('iframe').src = ${target};</script>`,
    };
  }
  if (url.pathname === BLANK) {
    return { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: '<!doctype html><title>blank</title>' };
  }
  return { status: 404, headers: { 'Content-Type': 'text/plain' } };
}

/** The policies that a page is under, from its headers and its meta elements. */
function policyOf(headers, html) {
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-security-policy');
  const metas = [...html.matchAll(/<meta[^>]+http-equiv=["']?content-security-policy["']?[^>]*content="([^"]*)"/gi)];
  return [header?.[1], ...metas.map((match) => match[1])].filter((policy) => policy !== undefined);
}

/** Puts the recorder first in the head, unless the page's policy would refuse it. */
function withRecorder(html, policies) {
  const refused = policies.some((policy) => {
    const directives = Object.fromEntries(policy.split(';').map((part) => {
      const [name, ...sources] = part.trim().split(/\s+/);
      return [name.toLowerCase(), sources];
    }));
    const sources = directives['script-src-elem'] ?? directives['script-src'] ?? directives['default-src'];
    return sources !== undefined && !sources.some((source) => ["'self'", '*', 'http:'].includes(source));
  });
  if (refused) return html;
  const tag = `<script src="${RECORDER}"></script>`;
  const head = /<head(\s[^>]*)?>/i.exec(html) ?? /<html(\s[^>]*)?>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const at = head ? head.index + head[0].length : 0;
  return html.slice(0, at) + tag + html.slice(at);
}

/** The address of a page that shows `page` in a frame of the given size. */
export function framed(page, width, height) {
  return `${FRAME}?width=${width}&height=${height}&page=${encodeURIComponent(page)}`;
}

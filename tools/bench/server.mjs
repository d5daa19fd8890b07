// Serves the pages from loopback, compressed once and for all, and counts what leaves.

import { createServer } from 'node:http';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { contentType } from '../serve.mjs';

/** Formats that are compressed already. */
const PACKED = new Set(['.woff', '.woff2', '.png', '.jpg']);

/**
 * A reply's body, ready to leave.
 * @typedef {{type: string, body: Buffer, encoding: 'br' | undefined}} File
 *
 * What one visit has transferred: bytes of bodies as they travel, headers not counted; `fonts`
 * is the part of fonts in them.
 * @typedef {{bytes: number, requests: number, fonts: number, missing: string[]}} Traffic
 */

/** @param {string | Buffer} content @returns {Buffer} brotli at quality 11, as a careful site serves it */
export function brotli(content) {
  const bytes = Buffer.from(content);
  return brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

/** @param {string} name @param {string | Buffer} content @returns {File} */
function file(name, content) {
  const packed = PACKED.has(path.extname(name));
  return {
    type: contentType(name),
    body: packed ? Buffer.from(content) : brotli(content),
    encoding: packed ? undefined : 'br',
  };
}

/**
 * Starts the server. Each visit has a site of its own (a name under localhost, which Chromium takes
 * for loopback without asking anybody): a process of the browser of its own with it, so that no cache
 * serves one visit what another has loaded, fonts and their measures included. Those alone are some
 * 20 ms of a page's first layout, and a page of the same process that came before would have paid.
 *
 * @param {Record<string, Record<string, string | Buffer>>} sites
 *   page id → path → content; the page itself is `index.html`
 * @returns {Promise<{visit(id: string): {address: string, traffic: Traffic}, close(): Promise<void>}>}
 */
export async function serve(sites) {
  /** @type {Map<string, {id: string, traffic: Traffic}>} */
  const visits = new Map();
  // All compressed now, so that no visit waits for it.
  const files = new Map();
  for (const [id, site] of Object.entries(sites)) {
    for (const [name, content] of Object.entries(site)) files.set(`${id}/${name}`, file(name, content));
  }
  const server = createServer(({ url = '/', headers }, response) => {
    const number = headers.host?.split('.')[0].slice(1);
    const [, ...rest] = new URL(url, 'http://localhost').pathname.split('/');
    const name = decodeURIComponent(rest.join('/')) || 'index.html';
    const visit = visits.get(number);
    const found = visit && files.get(`${visit.id}/${name}`);
    if (!found) {
      visit?.traffic.missing.push(name);
      response.writeHead(404).end();
      return;
    }
    const { type, body, encoding } = found;
    if (encoding && !/\bbr\b/.test(String(headers['accept-encoding']))) {
      visit.traffic.missing.push(`${name} (this browser takes no brotli)`);
    }
    visit.traffic.bytes += body.length;
    if (type.startsWith('font/')) visit.traffic.fonts += body.length;
    visit.traffic.requests += 1;
    response.writeHead(200, {
      'Content-Type': type,
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      ...(encoding && { 'Content-Encoding': encoding }),
    });
    response.end(body);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    visit(id) {
      const number = String(visits.size + 1);
      const traffic = { bytes: 0, requests: 0, fonts: 0, missing: [] };
      visits.set(number, { id, traffic });
      return { address: `http://v${number}.localhost:${port}/`, traffic };
    },
    close: () => new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    }),
  };
}

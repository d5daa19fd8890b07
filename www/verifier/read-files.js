// Asks for the widget's files and for the page's own headers, and for nothing else.

import { FILES_OF } from './check-files.js';
import { all, attribute } from './dom.js';

/** How long the widget may take to be there once the page has loaded, in ms. */
const PATIENCE = 5000;
/** How long the policy's event may come after the fetch that it refuses, in ms: it is a task of its own. */
const VIOLATION_DELAY = 50;

/** File names of the tags. @type {Record<string, import('./description.js').Kind>} */
const KINDS = { 'franceconnect.js': 'loader', 'franceconnect.single.js': 'single', 'franceconnect.mjs': 'module' };

const nameOf = (/** @type {string} */ address) => new URL(address).pathname.split('/').pop();
const isWeb = (/** @type {string} */ address) => /^https?:/.test(address);

/** The scripts of the widget's that the page has, or has imported. @returns {import('./description.js').Tag[]} */
export function readTags() {
  const tags = all('script[src]').filter(({ src }) => isWeb(src) && Object.hasOwn(KINDS, nameOf(src))).map((script) => ({
    kind: KINDS[nameOf(script.src)],
    address: script.src.replace(/#.*/, ''),
    integrity: script.integrity,
    crossOrigin: attribute(script, 'crossorigin') !== null,
    nonce: script.nonce,
  }));
  const imported = performance.getEntriesByType('resource').map(({ name }) => name.replace(/#.*/, ''))
    .filter((address) => isWeb(address) && nameOf(address) === 'franceconnect.mjs' && !tags.some((tag) => tag.address === address));
  return [...tags, ...[...new Set(imported)].map((address) => ({ kind: KINDS['franceconnect.mjs'], address, integrity: '', crossOrigin: false, nonce: '' }))];
}

/** What the server answers for each file of the tags. @param {import('./description.js').Tag[]} tags */
export function readReplies(tags) {
  const wanted = new Map(tags.flatMap(({ kind, address }) =>
    // The script by the tag's own address, which may have a query; the others beside it, as the loader looks for them.
    FILES_OF[kind].map((name, index) => (index === 0 ? [address, name] : [new URL(name, address).href, name]))));
  return Promise.all([...wanted].map(([address, name]) => readReply(name, address)));
}

/** @param {string} name @param {string} address @returns {Promise<import('./description.js').Reply>} */
async function readReply(name, address) {
  const nothing = { name, address, status: 0, type: '', compressed: undefined, cacheControl: '', hasValidator: false, hashes: {}, text: '' };
  try {
    // Past the cache: what a new visitor gets.
    const response = await fetch(address, { cache: 'reload', credentials: 'omit', referrerPolicy: 'no-referrer' });
    const { status, headers } = response;
    const bytes = await response.arrayBuffer();
    const header = (/** @type {string} */ name) => headers.get(name) ?? '';
    return {
      ...nothing,
      status,
      type: header('content-type').split(';')[0].trim().toLowerCase(),
      compressed: isCompressed(address, header('content-encoding')),
      cacheControl: header('cache-control'),
      hasValidator: Boolean(header('etag') || header('last-modified')),
      hashes: await hashesOf(bytes),
      text: name.endsWith('.wasm') ? '' : new TextDecoder().decode(bytes),
    };
  } catch {
    return nothing;
  }
}

/** By the header, or by what the browser has measured. @param {string} address @param {string} encoding */
function isCompressed(address, encoding) {
  if (encoding) return encoding !== 'identity';
  const entry = /** @type {PerformanceResourceTiming | undefined} */ (performance.getEntriesByName(address, 'resource').pop());
  if (entry && entry.encodedBodySize > 0) return entry.encodedBodySize < entry.decodedBodySize;
  // Of another origin, neither may be told.
  return new URL(address).origin === location.origin ? false : undefined;
}

/** By algorithm. Browsers compute them over https, or locally. @param {ArrayBuffer} bytes */
async function hashesOf(bytes) {
  if (!crypto.subtle) return {};
  const entries = await Promise.all(['256', '384', '512'].map(async (size) => {
    const digest = new Uint8Array(await crypto.subtle.digest(`SHA-${size}`, bytes));
    return [`sha${size}`, `sha${size}-${btoa(String.fromCharCode(...digest))}`];
  }));
  return Object.fromEntries(entries);
}

/**
 * The page's own headers, by asking for it again. A policy that refuses that says so itself.
 * @returns {Promise<{header: string | undefined, frameOptions: string}>}
 */
export async function readHeaders() {
  /** @type {string | undefined} */
  let refusing;
  const listen = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    if (event.disposition === 'enforce') refusing = event.originalPolicy;
  };
  addEventListener('securitypolicyviolation', listen);
  try {
    const address = location.href.replace(/#.*/, '');
    const ask = (/** @type {string} */ method) => fetch(address, { method, cache: 'no-store', redirect: 'error' });
    let response = await ask('HEAD');
    // Some servers answer nothing but GET, or send their policy with a page alone.
    if (!response.ok || !response.headers.has('content-security-policy')) response = await ask('GET');
    return { header: response.headers.get('content-security-policy') ?? '', frameOptions: response.headers.get('x-frame-options') ?? '' };
  } catch {
    await new Promise((resolve) => setTimeout(resolve, VIOLATION_DELAY));
    return { header: refusing, frameOptions: '' };
  } finally {
    removeEventListener('securitypolicyviolation', listen);
  }
}

/** Whether the widget works; its module only where something here needs it. @param {boolean} needsModule @returns {Promise<import('./description.js').Start>} */
export async function readStart(needsModule) {
  const end = performance.now() + PATIENCE;
  // A frame or an element of that name would stand there too, but is no property of the window's own.
  const isThere = () => Object.hasOwn(window, 'FranceConnect') && typeof window.FranceConnect?.version === 'string';
  while (!isThere() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  if (!isThere()) return { state: 'absent', version: '', message: '' };
  const { version } = window.FranceConnect;
  if (!needsModule) return { state: 'running', version, message: '' };
  return window.FranceConnect.ready.then(
    () => ({ state: /** @type {const} */ ('running'), version, message: '' }),
    (/** @type {Error} */ { message }) => ({ state: /** @type {const} */ ('failed'), version, message }),
  );
}

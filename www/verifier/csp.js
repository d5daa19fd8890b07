// Content security policies: read, and asked what they allow. https://www.w3.org/TR/CSP3/

/**
 * @typedef {object} Policy
 * @property {Map<string, string[]>} directives name → its sources
 * @property {boolean} isMeta
 */

/** @param {string} text one policy @param {boolean} isMeta @returns {Policy} */
function parsePolicy(text, isMeta) {
  const directives = new Map();
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    // The first of a name counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return { directives, isMeta };
}

/** All that a page is under: a header may hold several. @param {string} header @param {string[]} metas @returns {Policy[]} */
export function parsePolicies(header, metas) {
  const inHeader = header.split(',').map((text) => parsePolicy(text, false));
  return [...inHeader, ...metas.map((text) => parsePolicy(text, true))].filter(({ directives }) => directives.size > 0);
}

/** Where a directive that is missing is looked for. @type {Record<string, string[]>} */
const FALLBACKS = {
  'script-src-elem': ['script-src-elem', 'script-src', 'default-src'],
  'script-src': ['script-src', 'default-src'],
  'connect-src': ['connect-src', 'default-src'],
};

/** The sources that count for a directive; undefined: no limit. @param {Policy} policy @param {string} directive */
export function sourcesOf({ directives }, directive) {
  for (const name of FALLBACKS[directive] ?? [directive]) if (directives.has(name)) return directives.get(name);
  return undefined;
}

/** Whether an address fits a source. @param {string} source @param {URL} address @param {string} origin the page's */
function fits(source, address, origin) {
  if (source === '*') return /^(https?|wss?):$/.test(address.protocol);
  if (source.toLowerCase() === "'self'") return address.origin === origin;
  if (/^[a-z][\w+.-]*:$/i.test(source)) return address.protocol === source.toLowerCase() || (source === 'http:' && address.protocol === 'https:');
  const found = /^(?:([a-z][\w+.-]*):\/\/)?(\*|(?:\*\.)?[\w.-]+|\[[\da-f:]+\])(?::(\d+|\*))?(\/.*)?$/i.exec(source);
  if (!found) return false;
  const [, scheme = new URL(origin).protocol.slice(0, -1), host, port, path = ''] = found;
  const isScheme = address.protocol === `${scheme}:` || (scheme === 'http' && address.protocol === 'https:');
  const name = host.toLowerCase();
  const isHost = name === '*' || (name.startsWith('*.') ? address.hostname.endsWith(name.slice(1)) : address.hostname === name);
  const isPort = port === '*' || (port ?? '') === address.port || (address.port === '' && ['80', '443'].includes(port));
  const isPath = path === '' || (path.endsWith('/') ? address.pathname.startsWith(path) : address.pathname === path);
  return isScheme && isHost && isPort && isPath;
}

/** Whether sources allow an address. @param {string[] | undefined} sources @param {string} address @param {string} origin the page's */
export const allows = (sources, address, origin) => !sources || sources.some((source) => fits(source, new URL(address), origin));

/** Sources that name one script, or whatever a trusted one brings. @param {string} source */
const isExact = (source) => /^'(nonce|sha256|sha384|sha512)-/i.test(source);

/** Whether `'unsafe-inline'` counts. @param {string[] | undefined} sources */
export const allowsInline = (sources) =>
  !sources || (sources.includes("'unsafe-inline'") && !sources.some((source) => isExact(source) || source === "'strict-dynamic'"));

/**
 * Whether sources allow a script element.
 * @param {string[] | undefined} sources
 * @param {{address: string, nonce: string, integrity: string, isLoaded?: boolean}} script isLoaded: by a script that is allowed
 * @param {string} origin the page's
 */
export function allowsScript(sources, { address, nonce, integrity, isLoaded = false }, origin) {
  if (!sources) return true;
  const dynamic = sources.includes("'strict-dynamic'");
  if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
  const hashes = integrity.split(/\s+/).filter(Boolean);
  if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
  return dynamic ? isLoaded : allows(sources, address, origin);
}

/**
 * The directive as a line, with what it lacks.
 * @param {string} directive @param {string[] | undefined} sources what counts for it now @param {string[]} added
 */
export function line(directive, sources = [], added) {
  const all = [...sources.filter((source) => source.toLowerCase() !== "'none'"), ...added];
  return `${directive} ${[...new Set(all)].join(' ')};`;
}

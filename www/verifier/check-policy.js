// Judges the page's content security policy.

import { allows, allowsInline, allowsScript, line, parsePolicies, sourcesOf } from './csp.js';
import { SERVERS } from './official.js';

/** README's policy, for a page that sends its visitors to this server. @param {string} server */
export const wholePolicy = (server) => [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'", "style-src 'self'", "img-src 'self' data:",
  `form-action 'self' ${server}`, "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types franceconnect',
].join('; ');

/**
 * @param {import('./description.js').Policies} page
 * @returns {import('./description.js').Finding[]}
 */
export function checkPolicy(page) {
  const policies = parsePolicies(page.header ?? '', page.metas);
  const servers = page.isPlus ? SERVERS.plus : SERVERS.franceconnect;
  const unreadable = page.header === undefined ? [{ rule: 'policy', outcome: 'unreadable' }] : [];
  if (policies.length === 0) return unreadable.length > 0 ? unreadable : [{ rule: 'policy', outcome: 'none', lines: [wholePolicy(servers[0])] }];
  const where = [policies.some(({ isMeta }) => !isMeta) && 'Content-Security-Policy', policies.some(({ isMeta }) => isMeta) && '<meta http-equiv>'];
  const there = { rule: 'policy', outcome: 'right', values: { where: where.filter(Boolean).join(', ') } };
  return [
    ...(unreadable.length > 0 ? unreadable : [there]),
    ...scripts(page, policies), ...webAssembly(page, policies), ...connections(page, policies), ...trustedTypes(page, policies),
    ...forms(page, policies, servers), ...protections(page, policies),
  ];
}

/** @typedef {import('./csp.js').Policy[]} Parsed */
/** @typedef {import('./description.js').Policies} Page */

/** Of an address, what a directive may name. @param {string} address @param {string} origin the page's */
const named = (address, origin) => (new URL(address).origin === origin ? "'self'" : new URL(address).origin);
const nameOf = (/** @type {string} */ address) => new URL(address).pathname.split('/').pop();
const beside = (/** @type {string} */ address, /** @type {string} */ name) => new URL(name, address).href;
/** Missing now, or only once something needs it. @param {Page} page */
const missing = ({ needsModule }) => (needsModule ? 'refused' : 'later');

/** @param {Page} page @param {Parsed} policies */
function scripts({ origin, tags }, policies) {
  const wanted = tags.flatMap((tag) => [
    { ...tag, isLoaded: false },
    // The loader gives it its own nonce.
    ...(tag.kind === 'loader' ? [{ ...tag, address: beside(tag.address, 'franceconnect.more.js'), integrity: '', isLoaded: true }] : []),
  ]);
  if (wanted.length === 0) return [];
  const refused = wanted.flatMap((script) => policies
    .map((policy) => sourcesOf(policy, 'script-src-elem'))
    .filter((sources) => !allowsScript(sources, script, origin))
    .map((sources) => ({
      rule: 'script-src', outcome: 'refused', values: { file: nameOf(script.address) }, lines: [line('script-src', sources, [named(script.address, origin)])],
    })));
  return refused.length > 0 ? refused.slice(0, 1) : [{ rule: 'script-src', outcome: 'right', values: { files: wanted.map(({ address }) => nameOf(address)).join(', ') } }];
}

/** @param {Page} page @param {Parsed} policies */
function webAssembly(page, policies) {
  const all = policies.map((policy) => sourcesOf(policy, 'script-src')).filter((sources) => sources !== undefined);
  const lacking = all.find((sources) => !sources.includes("'wasm-unsafe-eval'") && !sources.includes("'unsafe-eval'"));
  if (lacking) return [{ rule: 'wasm-unsafe-eval', outcome: missing(page), lines: [line('script-src', lacking, ["'wasm-unsafe-eval'"])] }];
  const tooMuch = all.find((sources) => sources.includes("'unsafe-eval'"));
  if (!tooMuch) return [{ rule: 'wasm-unsafe-eval', outcome: 'right' }];
  const rest = tooMuch.filter((source) => source !== "'unsafe-eval'");
  return [{ rule: 'wasm-unsafe-eval', outcome: 'tooMuch', lines: [line('script-src', rest, ["'wasm-unsafe-eval'"])] }];
}

/** @param {Page} page @param {Parsed} policies */
function connections(page, policies) {
  const tag = page.tags.find(({ kind }) => kind !== 'single');
  if (!tag) return [];
  const wasm = beside(tag.address, 'franceconnect.wasm');
  const values = { file: 'franceconnect.wasm' };
  const lacking = policies.map((policy) => sourcesOf(policy, 'connect-src')).find((sources) => !allows(sources, wasm, page.origin));
  if (!lacking) return [{ rule: 'connect-src', outcome: 'right', values }];
  return [{ rule: 'connect-src', outcome: missing(page), values, lines: [line('connect-src', lacking, [named(wasm, page.origin)])] }];
}

/** For franceconnect.more.js alone. @param {Page} page @param {Parsed} policies */
function trustedTypes(page, policies) {
  if (!page.tags.some(({ kind }) => kind === 'loader')) return [];
  const lacking = policies.map((policy) => sourcesOf(policy, 'trusted-types'))
    .find((names) => names && !names.includes('franceconnect') && !names.includes('*'));
  if (!lacking) return [{ rule: 'trusted-types', outcome: 'right' }];
  return [{ rule: 'trusted-types', outcome: missing(page), lines: [line('trusted-types', lacking, ['franceconnect'])] }];
}

/** @param {Page} page @param {Parsed} policies @param {string[]} servers production, then sandbox */
function forms({ origin, hasForm }, policies, servers) {
  const limits = policies.map((policy) => sourcesOf(policy, 'form-action')).filter((sources) => sources !== undefined);
  const lines = (/** @type {string[]} */ now) => servers.map((server) => line('form-action', now, [server]));
  if (limits.length === 0) return [{ rule: 'form-action', outcome: 'open', lines: lines(["'self'"]) }];
  const allowed = servers.find((server) => limits.every((sources) => allows(sources, `${server}/`, origin)));
  if (allowed) return [{ rule: 'form-action', outcome: 'right', values: { server: allowed } }];
  if (!hasForm) return [{ rule: 'form-action', outcome: 'noForm' }];
  return [{ rule: 'form-action', outcome: 'refused', lines: lines(limits[0]) }];
}

/** What protects the page. @param {Page} page @param {Parsed} policies */
function protections({ frameOptions }, policies) {
  const ancestors = policies.filter(({ isMeta }) => !isMeta).map((policy) => sourcesOf(policy, 'frame-ancestors')).find(Boolean);
  const options = /^(deny|sameorigin)$/i.test(frameOptions) && `X-Frame-Options: ${frameOptions}`;
  const by = ancestors ? `frame-ancestors ${ancestors.join(' ')}` : options;
  const base = policies.map((policy) => sourcesOf(policy, 'base-uri')).find(Boolean);
  const scriptSources = policies.map((policy) => sourcesOf(policy, 'script-src'));
  const inline = scriptSources.every(allowsInline);
  const rest = (scriptSources.find(Boolean) ?? ["'self'", "'wasm-unsafe-eval'"]).filter((source) => source !== "'unsafe-inline'");
  return [
    by ? { rule: 'frame-ancestors', outcome: 'right', values: { by } } : { rule: 'frame-ancestors', outcome: 'open', lines: ["frame-ancestors 'none';"] },
    base ? { rule: 'base-uri', outcome: 'right', values: { sources: base.join(' ') } } : { rule: 'base-uri', outcome: 'open', lines: ["base-uri 'none';"] },
    inline ? { rule: 'unsafe-inline', outcome: 'open', lines: [line('script-src', rest, [])] } : { rule: 'unsafe-inline', outcome: 'right' },
  ];
}

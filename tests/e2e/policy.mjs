/** The content security policy, read where it is written: README, section of that name. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../tools/serve.mjs';

const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

/** Line by line, as it stands there. */
export const WRITTEN = /```\nContent-Security-Policy:\n([^`]+)```/.exec(README)[1];

/** FranceConnect's servers: their name in README's table → their origin. @type {Record<string, string>} */
export const SERVERS = Object.fromEntries([...README.matchAll(
  /^\| (FranceConnect\+?), (production|sandbox) \| `form-action 'self' (https:\/\/[\w.-]+)` \|$/gm,
)].map(([, platform, environment, origin]) => [`${platform}, ${environment}`, origin]));

/** As a header has it, on one line, for a page that sends its visitors to this server. @param {string} [origin] */
export function policyFor(origin = SERVERS['FranceConnect, production']) {
  return WRITTEN.replace(SERVERS['FranceConnect, production'], origin).replace(/\s+/g, ' ').trim();
}

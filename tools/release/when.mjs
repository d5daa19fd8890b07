// The one date of everything in a release: its commit's, so that two runs give the same bytes. Not a
// date for all times: a web server makes its ETag of a file's date and size, and two versions of
// equal size must not pass for one.

import { execFileSync } from 'node:child_process';
import { ROOT } from '../serve.mjs';

/** For sources without a history: npm's own date for what it packs, 26 October 1985. */
const NPM = 499_162_500;

/** Seconds since 1970. `SOURCE_DATE_EPOCH` wins: https://reproducible-builds.org/specs/source-date-epoch/ */
export function epoch() {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined) {
    if (!/^\d+$/.test(given)) throw new Error(`SOURCE_DATE_EPOCH takes seconds since 1970, not ${given}`);
    return Number(given);
  }
  try {
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return NPM;
  }
}

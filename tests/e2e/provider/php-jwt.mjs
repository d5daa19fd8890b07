/** Where the program in PHP finds firebase/php-jwt: Composer's folder, or what takes its place in the tests. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../../tools/serve.mjs';

/** The library's two functions over Debian's phpseclib, where Packagist cannot be reached. */
const STAND_IN = path.join(ROOT, 'tests/e2e/provider/php-jwt');

const loads = (folder) => existsSync(path.join(folder, 'autoload.php'));

let told = false;

/**
 * A folder with an `autoload.php`, for `php/vendor`: the one that FRANCECONNECT_PHP_VENDOR names,
 * else what tools/setup.sh got from Packagist, else the stand-in, and then it says so, once.
 * @returns {string}
 */
export function phpVendor() {
  const named = process.env.FRANCECONNECT_PHP_VENDOR;
  if (named) {
    if (!loads(named)) throw new Error(`FRANCECONNECT_PHP_VENDOR: ${named} has no autoload.php`);
    return path.resolve(named);
  }
  const installed = execFileSync(path.join(ROOT, 'tools/setup.sh'), ['php'], { encoding: 'utf8' }).trim();
  if (loads(installed)) return installed;
  if (!told) {
    console.log('PHP: Packagist gives no firebase/php-jwt here; signatures are verified by a stand-in (tests/e2e/provider/php-jwt)');
    told = true;
  }
  return STAND_IN;
}

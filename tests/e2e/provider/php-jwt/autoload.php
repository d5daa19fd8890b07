<?php
/**
 * A stand-in for firebase/php-jwt, in the place of Composer's vendor/, where Packagist cannot be
 * reached: the two functions that the example in PHP calls, over phpseclib (Debian: php-phpseclib3),
 * for RS256 and ES256. They take, return and throw what the library's do; nothing here is its code.
 */
declare(strict_types=1);

require 'phpseclib3/autoload.php';
foreach (['exceptions', 'JWK', 'JWT'] as $file) {
    require __DIR__ . "/$file.php";
}

<?php
declare(strict_types=1);

namespace Firebase\JWT;

use DomainException;
use InvalidArgumentException;
use JsonException;
use phpseclib3\Crypt\EC;
use phpseclib3\Crypt\RSA;
use phpseclib3\Math\BigInteger;
use stdClass;
use UnexpectedValueException;

final class JWT
{
    /** By how many seconds clocks may differ. */
    public static int $leeway = 0;

    /**
     * @param Key|array<string, Key> $keyOrKeyArray one key, or keys by `kid`
     * @param ?stdClass $headers is set to the token's header, unless it is null
     * @return stdClass the claims, once signature and dates are verified
     */
    public static function decode(string $jwt, Key|array $keyOrKeyArray, ?stdClass &$headers = null): stdClass
    {
        if ($keyOrKeyArray === []) {
            throw new InvalidArgumentException('no key');
        }
        $parts = explode('.', $jwt);
        if (count($parts) !== 3) {
            throw new UnexpectedValueException('not three parts');
        }
        [$header, $claims] = array_map(self::object(...), array_slice($parts, 0, 2));
        if ($headers !== null) {
            $headers = $header;
        }
        foreach (['iat', 'nbf', 'exp'] as $name) {
            if (isset($claims->$name) && !is_numeric($claims->$name)) {
                throw new UnexpectedValueException("$name is not a number");
            }
        }
        if (!in_array($header->alg ?? null, ['RS256', 'ES256'], true)) {
            throw new UnexpectedValueException('an algorithm that is not known here');
        }
        $key = is_array($keyOrKeyArray) ? $keyOrKeyArray[$header->kid ?? ''] ?? null : $keyOrKeyArray;
        if ($key === null) {
            throw new UnexpectedValueException('no key of this "kid"');
        }
        // The key says the algorithm; the token can but agree.
        if ($key->getAlgorithm() !== $header->alg) {
            throw new UnexpectedValueException('the key is for another algorithm');
        }
        if (!self::signed($key, "{$parts[0]}.{$parts[1]}", self::bytes($parts[2]))) {
            throw new SignatureInvalidException('the signature is wrong');
        }
        self::checkDates($claims);
        return $claims;
    }

    private static function signed(Key $key, string $message, string $signature): bool
    {
        $material = $key->getKeyMaterial();
        if ($material instanceof RSA\PublicKey && $key->getAlgorithm() === 'RS256') {
            if ($material->getLength() < 2048) {
                throw new DomainException('the key is too short');
            }
            return $material->withHash('sha256')->withPadding(RSA::SIGNATURE_PKCS1)->verify($message, $signature);
        }
        if ($material instanceof EC\PublicKey && $key->getAlgorithm() === 'ES256') {
            if (strlen($signature) !== 64) {
                return false;
            }
            [$r, $s] = array_map(fn (string $bytes) => new BigInteger($bytes, 256), str_split($signature, 32));
            return $material->withHash('sha256')->withSignatureFormat('Raw')->verify($message, ['r' => $r, 's' => $s]);
        }
        throw new DomainException('the key cannot be for this algorithm');
    }

    private static function checkDates(stdClass $claims): void
    {
        $now = time();
        $start = $claims->nbf ?? $claims->iat ?? null;
        if ($start !== null && floor((float) $start) > $now + self::$leeway) {
            throw new BeforeValidException('too early');
        }
        if (isset($claims->exp) && $now - self::$leeway >= $claims->exp) {
            throw new ExpiredException('too late');
        }
    }

    /** A part of the token that is JSON. */
    private static function object(string $part): stdClass
    {
        try {
            $value = json_decode(self::bytes($part), false, 512, JSON_BIGINT_AS_STRING | JSON_THROW_ON_ERROR);
        } catch (JsonException $error) {
            throw new DomainException('not JSON', 0, $error);
        }
        // The library takes a list for an object.
        $value = is_array($value) ? (object) $value : $value;
        return $value instanceof stdClass ? $value : throw new UnexpectedValueException('not an object');
    }

    private static function bytes(string $base64url): string
    {
        return (string) base64_decode(strtr($base64url, '-_', '+/'));
    }
}

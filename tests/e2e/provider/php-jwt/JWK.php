<?php
declare(strict_types=1);

namespace Firebase\JWT;

use DomainException;
use InvalidArgumentException;
use phpseclib3\Crypt\EC;
use phpseclib3\Crypt\PublicKeyLoader;
use phpseclib3\Crypt\RSA;
use UnexpectedValueException;

/** A public key, and the one algorithm that it is for. */
final class Key
{
    public function __construct(private RSA\PublicKey|EC\PublicKey $material, private string $algorithm)
    {
    }

    public function getAlgorithm(): string
    {
        return $this->algorithm;
    }

    public function getKeyMaterial(): RSA\PublicKey|EC\PublicKey
    {
        return $this->material;
    }
}

final class JWK
{
    /**
     * @param array<string, mixed> $jwks a JSON Web Key Set
     * @param ?string $defaultAlg the algorithm of keys that name none
     * @return array<string, Key> by `kid`
     */
    public static function parseKeySet(array $jwks, ?string $defaultAlg = null): array
    {
        if (!isset($jwks['keys'])) {
            throw new UnexpectedValueException('no member "keys"');
        }
        if ($jwks['keys'] === []) {
            throw new InvalidArgumentException('no key');
        }
        $keys = [];
        foreach ($jwks['keys'] as $place => $jwk) {
            $key = self::parseKey($jwk, $defaultAlg);
            if ($key !== null) {
                $keys[(string) ($jwk['kid'] ?? $place)] = $key;
            }
        }
        return $keys ?: throw new UnexpectedValueException('no key of a known type');
    }

    /** @param array<string, mixed> $jwk @return ?Key null for a type that is not known */
    private static function parseKey(array $jwk, ?string $defaultAlg): ?Key
    {
        $type = $jwk['kty'] ?? throw new UnexpectedValueException('a key without "kty"');
        $algorithm = $jwk['alg'] ?? $defaultAlg ?? throw new UnexpectedValueException('a key without "alg"');
        if (isset($jwk['d'])) {
            throw new UnexpectedValueException('a private key');
        }
        foreach (['RSA' => ['n', 'e'], 'EC' => ['crv', 'x', 'y']][$type] ?? [] as $member) {
            if (empty($jwk[$member])) {
                throw new UnexpectedValueException("a key without \"$member\"");
            }
        }
        if ($type === 'EC' && $jwk['crv'] !== 'P-256') {
            throw new DomainException('a curve that is not known here');
        }
        return $type === 'RSA' || $type === 'EC'
            ? new Key(PublicKeyLoader::load(json_encode($jwk, JSON_THROW_ON_ERROR)), $algorithm)
            : null;
    }
}

<?php
/**
 * Ce que le serveur du partenaire fait avec FranceConnect : échanger le code contre une identité,
 * la vérifier, et préparer la déconnexion. Les signatures et les dates sont vérifiées par
 * firebase/php-jwt.
 */
declare(strict_types=1);

use Firebase\JWT\JWK;
use Firebase\JWT\JWT;
use Firebase\JWT\Key;

final class FranceConnect
{
    /** Du moins sûr au plus sûr. */
    private const LEVELS = ['eidas1', 'eidas2', 'eidas3'];

    /** Ceux dont FranceConnect signe ; « none » et HS256 n’en sont pas. */
    private const ALGORITHMS = ['ES256', 'RS256'];

    public function __construct(
        /** `https://fcp-low.sbx.dev-franceconnect.fr/api/v2` en bac à sable */
        private string $issuer,
        private string $clientId,
        /** ne quitte jamais le serveur */
        private string $clientSecret,
        /** exactement celle du bouton, et celle déclarée */
        private string $redirectUri,
        /** le niveau demandé par le bouton */
        private string $level = 'eidas1',
    ) {
    }

    /** L’adresse où envoyer le navigateur pour fermer aussi la session FranceConnect. */
    public function logoutUrl(string $idToken, string $state, string $back): string
    {
        return "{$this->issuer}/session/end?" . http_build_query([
            'id_token_hint' => $idToken, 'state' => $state, 'post_logout_redirect_uri' => $back,
        ]);
    }

    /**
     * L’identité vérifiée derrière un code. Lève une exception au moindre doute.
     *
     * @param mixed $code  reçu de la page de retour, valable une fois et 30 secondes
     * @param mixed $nonce celui de la demande
     * @return array{user: array<string, mixed>, idToken: string}
     */
    public function identity(mixed $code, mixed $nonce): array
    {
        // Sans ce contrôle, un nonce absent des deux côtés passerait pour égal.
        if (!is_string($code) || !is_string($nonce) || $code === '' || $nonce === '') {
            throw new RuntimeException('code ou nonce absent');
        }

        // 1. Le code contre les jetons, de serveur à serveur, avec le secret.
        $tokens = json_decode($this->fetch('/token', [CURLOPT_POSTFIELDS => http_build_query([
            'grant_type' => 'authorization_code',
            'code' => $code,
            'redirect_uri' => $this->redirectUri,
            'client_id' => $this->clientId,
            'client_secret' => $this->clientSecret,
        ])]), true, 16, JSON_THROW_ON_ERROR);

        // 2. Le jeton d’identité : signature, dates, émetteur, destinataire, puis nonce et niveau.
        $keys = $this->keys();
        $token = $this->verified($tokens['id_token'], $keys);
        // La bibliothèque refuse un jeton expiré, mais non un jeton sans expiration.
        if (!isset($token['exp'])) {
            throw new RuntimeException('le jeton d’identité n’a pas d’expiration');
        }
        // Le nonce lie ce jeton à la demande partie de ce navigateur : un code volé ailleurs, dans un
        // journal ou un en-tête Referer, ne sert à rien à qui n’a pas aussi le nonce.
        if (!is_string($token['nonce'] ?? null) || !hash_equals($token['nonce'], $nonce)) {
            throw new RuntimeException('le nonce n’est pas celui de la demande');
        }
        $received = array_search($token['acr'] ?? null, self::LEVELS, true);
        if ($received === false || $received < array_search($this->level, self::LEVELS, true)) {
            throw new RuntimeException("un niveau au-dessous de {$this->level} a été reçu");
        }

        // 3. L’identité elle-même ; elle est signée aussi, et doit parler de la même personne.
        $user = $this->verified($this->fetch('/userinfo', [
            CURLOPT_HTTPHEADER => ["Authorization: Bearer {$tokens['access_token']}"],
        ]), $keys);
        if (!is_string($token['sub'] ?? null) || ($user['sub'] ?? null) !== $token['sub']) {
            throw new RuntimeException('l’identité n’est pas celle du jeton');
        }
        return ['user' => $user, 'idToken' => $tokens['id_token']];
    }

    /**
     * Ce que dit un jeton signé par FranceConnect pour ce service.
     *
     * @param array<string, Key> $keys
     * @return array<string, mixed>
     */
    private function verified(string $token, array $keys): array
    {
        JWT::$leeway = 5; // secondes : l’horloge de FranceConnect peut avancer sur la vôtre
        $claims = (array) JWT::decode($token, $keys);
        if (($claims['iss'] ?? null) !== $this->issuer) {
            throw new RuntimeException('le jeton vient d’un autre émetteur');
        }
        if (!in_array($this->clientId, (array) ($claims['aud'] ?? []), true)) {
            throw new RuntimeException('le jeton est pour un autre service');
        }
        return $claims;
    }

    /**
     * Les clés publiques de FranceConnect. Chacune n’a qu’un algorithme : le jeton ne le choisit pas.
     *
     * @return array<string, Key>
     */
    private function keys(): array
    {
        // Relues à chaque connexion ; en production, gardez-les quelques minutes (CachedKeySet, APCu).
        $known = json_decode($this->fetch('/jwks'), true, 16, JSON_THROW_ON_ERROR)['keys'];
        return JWK::parseKeySet(['keys' => array_filter(
            $known, fn (array $key) => in_array($key['alg'] ?? null, self::ALGORITHMS, true),
        )]);
    }

    /** @param array<int, mixed> $options de cURL */
    private function fetch(string $path, array $options = []): string
    {
        $request = curl_init($this->issuer . $path);
        curl_setopt_array($request, $options + [CURLOPT_RETURNTRANSFER => true, CURLOPT_TIMEOUT => 10]);
        $text = curl_exec($request);
        $status = curl_getinfo($request, CURLINFO_RESPONSE_CODE);
        if ($text === false || $status !== 200) {
            throw new RuntimeException("FranceConnect ($path) : HTTP $status");
        }
        return $text;
    }
}

<?php
/**
 * Le serveur d’un partenaire, en entier, avec le bouton qui fabrique lui-même la demande.
 *
 *     FC_CLIENT_ID=… FC_CLIENT_SECRET=… php -S 127.0.0.1:3000 -t site php/index.php
 *
 * Avec Apache ou nginx : la racine est site/, et toute adresse qui n’est pas un fichier mène ici.
 */
declare(strict_types=1);

const SITE = __DIR__ . '/../site';

/** Les attributs du bouton, selon le serveur ; tout autre est un serveur d’essai. */
const ENVIRONMENTS = [
    'https://oidc.franceconnect.gouv.fr/api/v2' => 'environment="production"',
    'https://auth.franceconnect.gouv.fr/api/v2' => 'environment="production"',
    'https://fcp-low.sbx.dev-franceconnect.fr/api/v2' => 'environment="sandbox"',
    'https://auth.integ01.dev-franceconnect.fr/api/v2' => 'environment="sandbox"',
];

$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
if (preg_match('#^/(retour\.js|franceconnect/[\w.]+)$#', $path) && is_file(SITE . $path)) {
    return false; // le serveur de PHP envoie lui-même ces fichiers
}

if (!is_file(SITE . '/franceconnect/franceconnect.js')) {
    stop('Copiez franceconnect.js, franceconnect.more.js et franceconnect.wasm dans site/franceconnect/.');
}
if (!is_file(__DIR__ . '/vendor/autoload.php')) {
    stop('Une bibliothèque manque : composer install --working-dir=php');
}
require __DIR__ . '/vendor/autoload.php';
require __DIR__ . '/franceconnect.php';

// Les réglages viennent de l’environnement : le secret n’est jamais dans le code.
$clientId = getenv('FC_CLIENT_ID') ?: stop('FC_CLIENT_ID est nécessaire.');
$clientSecret = getenv('FC_CLIENT_SECRET') ?: stop('FC_CLIENT_SECRET est nécessaire.');
$issuer = rtrim(getenv('FC_ISSUER') ?: 'https://fcp-low.sbx.dev-franceconnect.fr/api/v2', '/');
$level = getenv('FC_LEVEL') ?: 'eidas1';
$publicUrl = rtrim(getenv('PUBLIC_URL') ?: 'http://localhost:3000', '/');
$testServer = 'authorize-url="' . htmlspecialchars("$issuer/authorize") . '"';
$fc = new FranceConnect($issuer, $clientId, $clientSecret, "$publicUrl/retour", $level);

$https = str_starts_with($publicUrl, 'https:');
$options = [
    // `__Host-` : un autre sous-domaine ne peut pas poser ce cookie à notre place.
    'name' => $https ? '__Host-session' : 'session',
    'cookie_httponly' => true,
    'cookie_secure' => $https,
    // Lax et non Strict : le retour de FranceConnect est une navigation venue d’un autre site.
    'cookie_samesite' => 'Lax',
    'use_strict_mode' => true,
    'cache_limiter' => '',
];
// Un visiteur qui n’est pas connecté n’a ni session ni cookie.
if (isset($_COOKIE[$options['name']])) {
    session_start($options);
}
header('Cache-Control: no-store');
// L’adresse de retour contient le code : elle ne doit partir vers aucun autre site.
header('Referrer-Policy: no-referrer');
// `form-action` compte aussi les redirections : le formulaire de déconnexion mène à FranceConnect.
$server = preg_replace('#^(https?://[^/]+).*#', '$1', $issuer);
header("Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; "
    . "style-src 'self'; img-src 'self' data:; form-action 'self' $server; base-uri 'none'; "
    . "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types franceconnect");

/** Un réglage manque : c’est une panne, pour qui installe, et non une page. */
function stop(string $sentence): never
{
    http_response_code(500);
    exit($sentence);
}

/** Une page de site/, où des textes d’exemple font place aux vrais. */
function page(string $name, array $texts = []): void
{
    echo strtr(file_get_contents(SITE . "/$name.html"), $texts);
}

/** Une réponse en JSON : la page de retour montre `message` au visiteur. */
function refuse(int $status, string $message): void
{
    http_response_code($status);
    header('Content-Type: application/json');
    echo json_encode(['message' => $message]);
}

function redirect(string $address): void
{
    header("Location: $address", true, 303);
}

switch ("{$_SERVER['REQUEST_METHOD']} $path") {
    case 'GET /':
        if (isset($_SESSION['user'])) {
            $user = $_SESSION['user'];
            // Montrer qui est connecté : c’est demandé, et cela évite d’agir sous l’identité d’un autre.
            page('bienvenue', ['PRÉNOM NOM' => htmlspecialchars(trim(($user['given_name'] ?? '') . ' ' . ($user['family_name'] ?? '')))]);
        } else {
            $where = ENVIRONMENTS[$issuer] ?? $testServer;
            page('accueil', [
                'VOTRE_IDENTIFIANT' => htmlspecialchars($clientId),
                'https://service.example/retour' => htmlspecialchars("$publicUrl/retour"),
                'environment="sandbox"' => 'level="' . htmlspecialchars($level) . '" ' . $where,
            ]);
        }
        break;

    case 'POST /session':
        // Une page d’un autre site ne doit pas pouvoir connecter nos visiteurs sous l’identité de
        // son auteur : il y faut notre origine, et du JSON, qu’un formulaire ne sait pas envoyer.
        if (($_SERVER['HTTP_ORIGIN'] ?? '') !== $publicUrl) {
            refuse(403, 'Cette demande vient d’un autre site.');
            break;
        }
        if (($_SERVER['CONTENT_TYPE'] ?? '') !== 'application/json') {
            refuse(415, 'Cette demande n’est pas du JSON.');
            break;
        }
        try {
            $sent = json_decode(file_get_contents('php://input', length: 10_000), true, 4, JSON_THROW_ON_ERROR);
            $session = $fc->identity($sent['code'] ?? null, $sent['nonce'] ?? null);
        } catch (Throwable $error) {
            // Le détail est pour le journal ; ni code, ni état, ni nonce, ni jeton n’y entre.
            error_log("connexion refusée : {$error->getMessage()}");
            refuse(401, 'Votre identité n’a pas pu être vérifiée. Réessayez, ou connectez-vous autrement.');
            break;
        }
        // Nouvel identifiant de session à chaque connexion : celui d’avant, peut-être connu d’un
        // autre, ne vaut plus rien. Le jeton d’identité reste ici ; il sert à la déconnexion.
        if (session_status() !== PHP_SESSION_ACTIVE) {
            session_start($options);
        }
        session_regenerate_id(true);
        $_SESSION = $session;
        http_response_code(204);
        break;

    case 'POST /deconnexion': // POST : un lien ou une image d’un autre site ne peut pas déconnecter le visiteur
        $idToken = $_SESSION['idToken'] ?? null;
        if (session_status() === PHP_SESSION_ACTIVE) {
            session_destroy();
            setcookie($options['name'], '', ['expires' => 1, 'path' => '/', 'secure' => $https, 'httponly' => true, 'samesite' => 'Lax']);
        }
        redirect($idToken ? $fc->logoutUrl($idToken, bin2hex(random_bytes(32)), "$publicUrl/au-revoir") : '/');
        break;

    case 'GET /retour':
        // « Réessayer » ne mène à un autre serveur que ceux de FranceConnect que si la page le nomme.
        page('retour', isset(ENVIRONMENTS[$issuer]) ? [] : ['<franceconnect-return>' => "<franceconnect-return $testServer>"]);
        break;

    case 'GET /au-revoir':
    case 'GET /mot-de-passe':
        page(substr($path, 1));
        break;

    default:
        http_response_code(404);
}

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Le serveur d’un partenaire, en entier, avec le bouton qui fabrique lui-même la demande. Il n’a besoin que du JDK
 * (17 ou plus) et de Nimbus JOSE + JWT ; dans un cadriciel, gardez les routes et leurs contrôles, et prenez ses
 * sessions.
 */
public final class Serveur {
    /** Les attributs du bouton, selon le serveur ; tout autre est un serveur d’essai. */
    private static final Map<String, String> ENVIRONMENTS = Map.of(
        "https://oidc.franceconnect.gouv.fr/api/v2", "environment=\"production\"",
        "https://auth.franceconnect.gouv.fr/api/v2", "environment=\"production\"",
        "https://fcp-low.sbx.dev-franceconnect.fr/api/v2", "environment=\"sandbox\"",
        "https://auth.integ01.dev-franceconnect.fr/api/v2", "environment=\"sandbox\"");
    private static final Map<String, String> FILES = Map.of(
        "/franceconnect/franceconnect.js", "text/javascript",
        "/franceconnect/franceconnect.more.js", "text/javascript",
        "/franceconnect/franceconnect.wasm", "application/wasm",
        "/retour.js", "text/javascript");

    // Les réglages viennent de l’environnement : le secret n’est jamais dans le code.
    private static final String CLIENT_ID = setting("FC_CLIENT_ID", null);
    private static final String ISSUER = withoutSlash(setting("FC_ISSUER", "https://fcp-low.sbx.dev-franceconnect.fr/api/v2"));
    private static final String TEST_SERVER = "authorize-url=\"" + escape(ISSUER) + "/authorize\"";
    private static final String LEVEL = setting("FC_LEVEL", "eidas1");
    private static final String PORT = setting("PORT", "3000");
    private static final String PUBLIC_URL = withoutSlash(setting("PUBLIC_URL", "http://localhost:" + PORT));
    private static final boolean HTTPS = PUBLIC_URL.startsWith("https:");
    private static final Path SITE = Path.of(setting("SITE", "site"));
    private static final FranceConnect FC =
        new FranceConnect(ISSUER, CLIENT_ID, setting("FC_CLIENT_SECRET", null), PUBLIC_URL + "/retour", LEVEL);

    /** `__Host-` : un autre sous-domaine ne peut pas poser ce cookie à notre place. */
    private static final String COOKIE = HTTPS ? "__Host-session" : "session";
    /** Lax et non Strict : le retour de FranceConnect est une navigation venue d’un autre site. */
    private static final String FLAGS = "; Path=/; HttpOnly; SameSite=Lax" + (HTTPS ? "; Secure" : "");

    private record Session(FranceConnect.Identity identity, Instant until) {}

    /** En mémoire, une heure au plus ; en production, celles de votre cadriciel. */
    private static final Map<String, Session> SESSIONS = new ConcurrentHashMap<>();

    public static void main(String[] arguments) throws IOException {
        if (!Files.exists(SITE.resolve("franceconnect/franceconnect.js"))) {
            System.err.println("Copiez franceconnect.js, franceconnect.more.js et franceconnect.wasm dans site/franceconnect/.");
            System.exit(1);
        }
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(PORT)), 0);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/", Serveur::answer);
        server.start();
        System.out.println(PUBLIC_URL);
    }

    private static void answer(HttpExchange exchange) {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html; charset=utf-8");
            headers.set("Cache-Control", "no-store");
            // L’adresse de retour contient le code : elle ne doit partir vers aucun autre site.
            headers.set("Referrer-Policy", "no-referrer");
            // `form-action` compte aussi les redirections : le formulaire de déconnexion mène à FranceConnect.
            headers.set("Content-Security-Policy", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "
                + "connect-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self' "
                + URI.create(ISSUER).resolve("/").toString().replaceAll("/$", "") + "; base-uri 'none'; "
                + "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types franceconnect");
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /" -> home(exchange);
                case "POST /session" -> signIn(exchange);
                case "POST /deconnexion" -> signOut(exchange);
                // « Réessayer » ne mène à un autre serveur que ceux de FranceConnect que si la page le nomme.
                case "GET /retour" -> send(exchange, 200, page("retour", ENVIRONMENTS.containsKey(ISSUER)
                    ? Map.of() : Map.of("<franceconnect-return>", "<franceconnect-return " + TEST_SERVER + ">")));
                case "GET /au-revoir", "GET /mot-de-passe" -> send(exchange, 200, page(path.substring(1), Map.of()));
                default -> file(exchange, path);
            }
        } catch (IOException | RuntimeException error) {
            // Le détail est pour le journal ; ni code, ni état, ni nonce, ni jeton n’y entre.
            System.err.println(exchange.getRequestURI().getPath() + " : " + error.getMessage());
        }
    }

    private static void home(HttpExchange exchange) throws IOException {
        Session session = session(exchange);
        if (session != null) {
            Map<String, Object> user = session.identity.user();
            // Montrer qui est connecté : c’est demandé, et cela évite d’agir sous l’identité d’un autre.
            send(exchange, 200, page("bienvenue", Map.of("PRÉNOM NOM", escape(user.getOrDefault("given_name", "") + " " + user.getOrDefault("family_name", "")))));
            return;
        }
        String where = ENVIRONMENTS.getOrDefault(ISSUER, TEST_SERVER);
        send(exchange, 200, page("accueil", Map.of(
            "VOTRE_IDENTIFIANT", escape(CLIENT_ID),
            "https://service.example/retour", escape(PUBLIC_URL + "/retour"),
            "environment=\"sandbox\"", "level=\"" + escape(LEVEL) + "\" " + where)));
    }

    private static void signIn(HttpExchange exchange) throws IOException {
        // Une page d’un autre site ne doit pas pouvoir connecter nos visiteurs sous l’identité de
        // son auteur : il y faut notre origine, et du JSON, qu’un formulaire ne sait pas envoyer.
        if (!PUBLIC_URL.equals(exchange.getRequestHeaders().getFirst("Origin"))) {
            refuse(exchange, 403, "Cette demande vient d’un autre site.");
            return;
        }
        if (!"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            refuse(exchange, 415, "Cette demande n’est pas du JSON.");
            return;
        }
        FranceConnect.Identity identity;
        try {
            String body = new String(exchange.getRequestBody().readNBytes(10_000), StandardCharsets.UTF_8);
            Map<String, Object> sent = JSONObjectUtils.parse(body);
            identity = FC.identity(sent.get("code"), sent.get("nonce"));
        } catch (Exception error) {
            System.err.println("connexion refusée : " + error.getMessage());
            refuse(exchange, 401, "Votre identité n’a pas pu être vérifiée. Réessayez, ou connectez-vous autrement.");
            return;
        }
        // Nouvel identifiant de session à chaque connexion : celui d’avant, peut-être connu d’un
        // autre, ne vaut plus rien. Le jeton d’identité reste ici ; il sert à la déconnexion.
        SESSIONS.remove(cookie(exchange));
        SESSIONS.values().removeIf(each -> each.until.isBefore(Instant.now()));
        String id = random();
        SESSIONS.put(id, new Session(identity, Instant.now().plusSeconds(3600)));
        exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "=" + id + FLAGS);
        exchange.sendResponseHeaders(204, -1);
    }

    /** POST : un lien ou une image d’un autre site ne peut pas déconnecter le visiteur. */
    private static void signOut(HttpExchange exchange) throws IOException {
        Session session = session(exchange);
        SESSIONS.remove(cookie(exchange));
        exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "=" + FLAGS + "; Max-Age=0");
        exchange.getResponseHeaders().set("Location", session == null ? "/"
            : FC.logoutUrl(session.identity.idToken(), random(), PUBLIC_URL + "/au-revoir"));
        exchange.sendResponseHeaders(303, -1);
    }

    private static Session session(HttpExchange exchange) {
        Session session = SESSIONS.get(cookie(exchange));
        return session != null && session.until.isAfter(Instant.now()) ? session : null;
    }

    private static String cookie(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Cookie");
        if (header != null) {
            for (String pair : header.split("; *")) {
                if (pair.startsWith(COOKIE + "=")) return pair.substring(COOKIE.length() + 1);
            }
        }
        return "";
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Une page de site/, où des textes d’exemple font place aux vrais. */
    private static String page(String name, Map<String, String> texts) throws IOException {
        String html = Files.readString(SITE.resolve(name + ".html"));
        for (var each : texts.entrySet()) html = html.replace(each.getKey(), each.getValue());
        return html;
    }

    private static void file(HttpExchange exchange, String path) throws IOException {
        if (!FILES.containsKey(path)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", FILES.get(path));
        send(exchange, 200, Files.readAllBytes(SITE.resolve(path.substring(1))));
    }

    /** Une réponse en JSON : la page de retour montre {@code message} au visiteur. */
    private static void refuse(HttpExchange exchange, int status, String message) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, JSONObjectUtils.toJSONString(Map.of("message", message)));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String withoutSlash(String address) {
        return address.replaceAll("/+$", "");
    }

    private static String setting(String name, String fallback) {
        String value = System.getenv(name);
        if (value == null || value.isEmpty()) value = fallback;
        if (value == null) {
            System.err.println(name + " est nécessaire.");
            System.exit(1);
        }
        return value;
    }
}

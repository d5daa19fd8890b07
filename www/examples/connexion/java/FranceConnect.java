import com.google.api.client.auth.openidconnect.IdToken;
import com.google.api.client.auth.openidconnect.IdTokenVerifier;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.gson.GsonFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Ce que le serveur du partenaire fait avec FranceConnect : échanger le code contre une identité, la vérifier, et
 * préparer la déconnexion. Les jetons sont vérifiés par google-oauth-client, les requêtes sont du JDK.
 */
final class FranceConnect {
    /** Du moins sûr au plus sûr. */
    private static final List<String> LEVELS = List.of("eidas1", "eidas2", "eidas3");
    private static final GsonFactory JSON = GsonFactory.getDefaultInstance();

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String redirectUri;
    private final String level;
    private final IdTokenVerifier tokenVerifier;
    private final IdTokenVerifier userVerifier;

    /** Une personne, et le jeton d’identité qui servira à la déconnexion. */
    record Identity(Map<String, Object> user, String idToken) {}

    /**
     * @param issuer {@code https://fcp-low.sbx.dev-franceconnect.fr/api/v2} en bac à sable
     * @param clientSecret ne quitte jamais le serveur
     * @param redirectUri exactement celle du bouton, et celle déclarée
     * @param level le niveau demandé par le bouton
     */
    FranceConnect(String issuer, String clientId, String clientSecret, String redirectUri, String level) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.redirectUri = redirectUri;
        this.level = level;
        tokenVerifier = rules().build();
        userVerifier = new UserVerifier(rules());
    }

    /** Signature (clés lues à /jwks, puis gardées une heure), émetteur, destinataire, dates. */
    private IdTokenVerifier.Builder rules() {
        return new IdTokenVerifier.Builder()
            .setCertificatesLocation(issuer + "/jwks")
            .setIssuer(issuer)
            .setAudience(List.of(clientId))
            .setAcceptableTimeSkewSeconds(5);
    }

    /** L’identité est signée de même, mais sans dates. */
    private static final class UserVerifier extends IdTokenVerifier {
        UserVerifier(Builder rules) {
            super(rules);
        }

        @Override
        protected boolean verifyPayload(IdToken user) {
            return user.verifyIssuer(getIssuers()) && user.verifyAudience(getAudience());
        }
    }

    /**
     * L’identité vérifiée derrière un code. Lève une exception au moindre doute.
     *
     * @param code reçu de la page de retour, valable une fois et 30 secondes
     * @param nonce celui de la demande
     */
    Identity identity(Object code, Object nonce) throws IOException, InterruptedException {
        // Sans ce contrôle, un nonce absent des deux côtés passerait pour égal.
        if (!(code instanceof String given) || !(nonce instanceof String asked) || given.isEmpty() || asked.isEmpty()) {
            throw new IOException("code ou nonce absent");
        }

        // 1. Le code contre les jetons, de serveur à serveur, avec le secret.
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", given);
        form.put("redirect_uri", redirectUri);
        form.put("client_id", clientId);
        form.put("client_secret", clientSecret);
        GenericJson tokens = JSON.fromString(send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(query(form)))), GenericJson.class);

        // 2. Le jeton d’identité : signature, émetteur, destinataire, date, puis nonce et niveau.
        String text = (String) tokens.get("id_token");
        IdToken token = IdToken.parse(JSON, text);
        if (!tokenVerifier.verify(token)) {
            throw new IOException("le jeton d’identité est refusé : signature, émetteur, destinataire ou date");
        }
        // Le nonce lie ce jeton à la demande partie de ce navigateur : un code volé ailleurs, dans un
        // journal ou un en-tête Referer, ne sert à rien à qui n’a pas aussi le nonce.
        if (!asked.equals(token.getPayload().getNonce())) {
            throw new IOException("le nonce n’est pas celui de la demande");
        }
        if (LEVELS.indexOf(String.valueOf(token.getPayload().get("acr"))) < LEVELS.indexOf(level)) {
            throw new IOException("un niveau au-dessous de " + level + " a été reçu");
        }

        // 3. L’identité elle-même ; elle est signée aussi, et doit parler de la même personne.
        IdToken user = IdToken.parse(JSON, send(HttpRequest.newBuilder(URI.create(issuer + "/userinfo"))
            .header("Authorization", "Bearer " + tokens.get("access_token"))));
        String subject = token.getPayload().getSubject();
        if (!userVerifier.verify(user) || subject == null || !subject.equals(user.getPayload().getSubject())) {
            throw new IOException("l’identité n’est pas celle du jeton");
        }
        return new Identity(user.getPayload(), text);
    }

    /** L’adresse où envoyer le navigateur pour fermer aussi la session FranceConnect. */
    String logoutUrl(String idToken, String state, String back) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("id_token_hint", idToken);
        parameters.put("state", state);
        parameters.put("post_logout_redirect_uri", back);
        return issuer + "/session/end?" + query(parameters);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri().getPath() + " : HTTP " + answer.statusCode());
        }
        return answer.body();
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    }
}

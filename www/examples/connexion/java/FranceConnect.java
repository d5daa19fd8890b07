import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Ce que le serveur du partenaire fait avec FranceConnect : échanger le code contre une identité, la vérifier, et
 * préparer la déconnexion. Les jetons sont vérifiés par Nimbus JOSE + JWT, les requêtes sont du JDK.
 */
final class FranceConnect {
    /** Du moins sûr au plus sûr. */
    private static final List<String> LEVELS = List.of("eidas1", "eidas2", "eidas3");
    /** Ceux dont FranceConnect signe ; « none » et HS256 n’en sont pas. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256);
    /** En secondes : l’horloge de FranceConnect peut avancer sur la vôtre. */
    private static final int CLOCK_SKEW = 5;
    private static final int TIMEOUT = 10_000;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofMillis(TIMEOUT)).build();
    private final String issuer;
    private final String clientId;
    private final String clientSecret;
    private final String redirectUri;
    private final String level;
    private final JWKSource<SecurityContext> keys;
    private final DefaultJWTProcessor<SecurityContext> idTokens;
    private final DefaultJWTProcessor<SecurityContext> users;

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
        keys = keys(issuer + "/jwks");
        idTokens = processor(Set.of("exp", "iat", "sub", "nonce", "acr"));
        // L’identité est signée de même, mais sans dates.
        users = processor(Set.of("sub"));
    }

    /** Les clés publiques de FranceConnect : gardées cinq minutes, et relues quand un jeton en nomme une autre. */
    private static JWKSource<SecurityContext> keys(String address) {
        try {
            var retriever = new DefaultResourceRetriever(TIMEOUT, TIMEOUT);
            return JWKSourceBuilder.create(URI.create(address).toURL(), retriever).build();
        } catch (MalformedURLException error) {
            throw new IllegalArgumentException(error);
        }
    }

    /** Les règles d’un jeton de FranceConnect pour ce service : signature, émetteur, destinataire, et dates s’il en a. */
    private DefaultJWTProcessor<SecurityContext> processor(Set<String> required) {
        var exact = new JWTClaimsSet.Builder().issuer(issuer).build();
        var rules = new DefaultJWTClaimsVerifier<SecurityContext>(clientId, exact, required);
        rules.setMaxClockSkew(CLOCK_SKEW);
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        processor.setJWTClaimsSetVerifier(rules);
        return processor;
    }

    /**
     * L’identité vérifiée derrière un code. Lève une exception au moindre doute.
     *
     * @param code reçu de la page de retour, valable une fois et 30 secondes
     * @param nonce celui de la demande
     */
    Identity identity(Object code, Object nonce)
        throws IOException, InterruptedException, ParseException, JOSEException, BadJOSEException {
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
        Map<String, Object> tokens = JSONObjectUtils.parse(send(HttpRequest.newBuilder(URI.create(issuer + "/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(query(form)))));

        // 2. Le jeton d’identité : signature, émetteur, destinataire, date, puis nonce et niveau.
        String idToken = JSONObjectUtils.getString(tokens, "id_token");
        JWTClaimsSet token = idTokens.process(idToken, null);
        // La bibliothèque regarde l’expiration, mais non la date d’émission.
        if (token.getIssueTime().toInstant().isAfter(Instant.now().plusSeconds(CLOCK_SKEW))) {
            throw new IOException("le jeton d’identité est d’une date à venir");
        }
        // Le nonce lie ce jeton à la demande partie de ce navigateur : un code volé ailleurs, dans un
        // journal ou un en-tête Referer, ne sert à rien à qui n’a pas aussi le nonce.
        if (!asked.equals(token.getStringClaim("nonce"))) {
            throw new IOException("le nonce n’est pas celui de la demande");
        }
        if (LEVELS.indexOf(token.getStringClaim("acr")) < LEVELS.indexOf(level)) {
            throw new IOException("un niveau au-dessous de " + level + " a été reçu");
        }

        // 3. L’identité elle-même ; elle est signée aussi, et doit parler de la même personne.
        JWTClaimsSet user = users.process(send(HttpRequest.newBuilder(URI.create(issuer + "/userinfo"))
            .header("Authorization", "Bearer " + JSONObjectUtils.getString(tokens, "access_token"))), null);
        if (token.getSubject() == null || !token.getSubject().equals(user.getSubject())) {
            throw new IOException("l’identité n’est pas celle du jeton");
        }
        return new Identity(user.getClaims(), idToken);
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
        var answer = http.send(request.timeout(Duration.ofMillis(TIMEOUT)).build(), BodyHandlers.ofString());
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

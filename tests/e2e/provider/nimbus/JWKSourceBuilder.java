package com.nimbusds.jose.jwk.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URL;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keys read from an address, with the library’s ordinary settings: kept for a while, read again for one that is not there. */
public final class JWKSourceBuilder<C extends SecurityContext> {
    private static final Duration KEPT = Duration.ofMinutes(5);
    /** Tokens with invented key names must not make this server flood the other: two readings in that time. */
    private static final Duration LIMITED = Duration.ofSeconds(30);

    private final URL url;
    private final DefaultResourceRetriever retriever;

    private JWKSourceBuilder(URL url, DefaultResourceRetriever retriever) {
        this.url = url;
        this.retriever = retriever;
    }

    public static <C extends SecurityContext> JWKSourceBuilder<C> create(URL url, DefaultResourceRetriever retriever) {
        return new JWKSourceBuilder<>(url, retriever);
    }

    public JWKSource<C> build() {
        return new Kept();
    }

    private final class Kept implements JWKSource<C> {
        private List<Map<String, Object>> keys = List.of();
        private Instant until = Instant.MIN;
        private Instant limitedUntil = Instant.MIN;
        private int left;

        @Override
        public synchronized List<Map<String, Object>> get(Predicate<Map<String, Object>> wanted, C context) throws JOSEException {
            if (!Instant.now().isBefore(until)) read();
            if (keys.stream().noneMatch(wanted)) read();
            return keys.stream().filter(wanted).collect(Collectors.toList());
        }

        private void read() throws JOSEException {
            Instant now = Instant.now();
            if (!now.isBefore(limitedUntil)) {
                limitedUntil = now.plus(LIMITED);
                left = 2;
            }
            if (left == 0) throw new JOSEException("the keys were read just now", null);
            left--;
            try {
                keys = objects(JSONObjectUtils.parse(retriever.retrieveResource(url)).get("keys"));
            } catch (IOException | ParseException | RuntimeException error) {
                throw new JOSEException("the keys could not be read", error);
            }
            until = now.plus(KEPT);
        }
    }

    @SuppressWarnings("unchecked") // Gson makes no other maps
    private static List<Map<String, Object>> objects(Object keys) {
        return ((List<?>) keys).stream().map(key -> (Map<String, Object>) key).collect(Collectors.toList());
    }
}

package com.nimbusds.jose.proc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which keys a token may be signed with: those of its name, for its algorithm, which must be one of these. */
public class JWSVerificationKeySelector<C extends SecurityContext> {
    private final Set<JWSAlgorithm> algorithms;
    private final JWKSource<C> source;

    public JWSVerificationKeySelector(Set<JWSAlgorithm> algorithms, JWKSource<C> source) {
        this.algorithms = algorithms;
        this.source = source;
    }

    /** The token’s algorithm, if it is one of these. */
    public Optional<JWSAlgorithm> algorithm(Map<String, Object> header) {
        return algorithms.stream().filter(each -> each.getName().equals(header.get("alg"))).findFirst();
    }

    /** @param header of the token; one without {@code kid} is tried with each key */
    public List<Map<String, Object>> selectJWSKeys(Map<String, Object> header, C context) throws JOSEException {
        Optional<JWSAlgorithm> algorithm = algorithm(header);
        if (algorithm.isEmpty()) return List.of();
        Object name = header.get("kid");
        return source.get(key -> algorithm.get().takes(key) && (name == null || name.equals(key.get("kid"))), context);
    }
}

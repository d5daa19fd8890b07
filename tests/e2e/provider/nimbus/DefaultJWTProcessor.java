package com.nimbusds.jwt.proc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;

/** Reads a signed token: its signature, then what it says. */
public class DefaultJWTProcessor<C extends SecurityContext> {
    private JWSVerificationKeySelector<C> keys;
    private DefaultJWTClaimsVerifier<C> rules;

    public void setJWSKeySelector(JWSVerificationKeySelector<C> keys) {
        this.keys = keys;
    }

    public void setJWTClaimsSetVerifier(DefaultJWTClaimsVerifier<C> rules) {
        this.rules = rules;
    }

    /** What the token says, once all is verified. */
    public JWTClaimsSet process(String token, C context) throws ParseException, BadJOSEException, JOSEException {
        String[] parts = token.trim().split("\\.", -1);
        if (parts.length != 3) throw new ParseException("not three parts", 0);
        Map<String, Object> header = JSONObjectUtils.parse(text(parts[0]));
        String type = JSONObjectUtils.getString(header, "typ");
        if (type != null && !type.equalsIgnoreCase("JWT")) throw new BadJOSEException("a token of another type");
        // What must be understood, by the sender’s word, and is not here.
        if (header.containsKey("crit")) throw new BadJOSEException("a critical header");
        JWTClaimsSet claims = JWTClaimsSet.parse(JSONObjectUtils.parse(text(parts[1])));
        byte[] message = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = bytes(parts[2]);
        JWSAlgorithm algorithm = keys.algorithm(header).orElseThrow(() -> new BadJOSEException("another algorithm"));
        for (Map<String, Object> key : keys.selectJWSKeys(header, context)) {
            if (algorithm.verifies(key, message, signature)) {
                rules.verify(claims, context);
                return claims;
            }
        }
        throw new BadJOSEException("no key, or not the one that signed");
    }

    private static byte[] bytes(String base64url) throws ParseException {
        try {
            return Base64.getUrlDecoder().decode(base64url);
        } catch (IllegalArgumentException error) {
            throw new ParseException("not base64url", 0);
        }
    }

    private static String text(String base64url) throws ParseException {
        return new String(bytes(base64url), StandardCharsets.UTF_8);
    }
}

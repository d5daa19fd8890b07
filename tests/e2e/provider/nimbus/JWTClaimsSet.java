package com.nimbusds.jwt;

import java.text.ParseException;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a token says; dates are {@link Date}s, the audience is a list. */
public final class JWTClaimsSet {
    private final Map<String, Object> claims;

    private JWTClaimsSet(Map<String, Object> claims) {
        this.claims = Collections.unmodifiableMap(claims);
    }

    public static final class Builder {
        private final Map<String, Object> claims = new LinkedHashMap<>();

        public Builder issuer(String issuer) {
            claims.put("iss", issuer);
            return this;
        }

        public JWTClaimsSet build() {
            return new JWTClaimsSet(new LinkedHashMap<>(claims));
        }
    }

    /** @throws ParseException where a claim that the standard names is of another type */
    public static JWTClaimsSet parse(Map<String, Object> json) throws ParseException {
        Map<String, Object> claims = new LinkedHashMap<>();
        for (var each : json.entrySet()) claims.put(each.getKey(), value(each.getKey(), each.getValue()));
        return new JWTClaimsSet(claims);
    }

    private static Object value(String name, Object json) throws ParseException {
        switch (name) {
            case "exp": case "nbf": case "iat":
                if (json instanceof Number) return new Date(((Number) json).longValue() * 1000);
                throw new ParseException(name + " is not a number", 0);
            case "aud":
                if (json == null || json instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) return json;
                if (json instanceof String) return List.of(json);
                throw new ParseException("aud is neither a string nor a list of strings", 0);
            case "iss": case "sub": case "jti":
                // The library lets a subject be a number.
                if (name.equals("sub") && json instanceof Number) return String.valueOf(((Number) json).longValue());
                if (json == null || json instanceof String) return json;
                throw new ParseException(name + " is not a string", 0);
            default:
                return json;
        }
    }

    public Map<String, Object> getClaims() {
        return claims;
    }

    public Object getClaim(String name) {
        return claims.get(name);
    }

    /** @return null where there is none */
    public String getStringClaim(String name) throws ParseException {
        Object value = claims.get(name);
        if (value == null || value instanceof String) return (String) value;
        throw new ParseException(name + " is not a string", 0);
    }

    public String getSubject() {
        return (String) claims.get("sub");
    }

    public List<?> getAudience() {
        return claims.get("aud") instanceof List<?> list ? list : List.of();
    }

    public Date getIssueTime() {
        return (Date) claims.get("iat");
    }

    public Date getExpirationTime() {
        return (Date) claims.get("exp");
    }

    public Date getNotBeforeTime() {
        return (Date) claims.get("nbf");
    }
}

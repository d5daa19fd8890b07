package com.nimbusds.jwt.proc;

import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Date;
import java.util.Set;

/** What a token must say. As in the library, the date of issue is not looked at. */
public class DefaultJWTClaimsVerifier<C extends SecurityContext> {
    private final String audience;
    private final JWTClaimsSet exact;
    private final Set<String> required;
    private int clockSkew = 60;

    /**
     * @param audience one of the token’s
     * @param exact claims that must be there, with these values
     * @param required the names of others that must be there
     */
    public DefaultJWTClaimsVerifier(String audience, JWTClaimsSet exact, Set<String> required) {
        this.audience = audience;
        this.exact = exact;
        this.required = required;
    }

    /** By how many seconds clocks may differ. */
    public void setMaxClockSkew(int seconds) {
        clockSkew = seconds;
    }

    public void verify(JWTClaimsSet claims, C context) throws BadJOSEException {
        if (!claims.getAudience().contains(audience)) throw new BadJOSEException("for another audience");
        if (!claims.getClaims().keySet().containsAll(required)) throw new BadJOSEException("a claim is missing");
        for (var each : exact.getClaims().entrySet()) {
            if (!each.getValue().equals(claims.getClaim(each.getKey()))) throw new BadJOSEException("another " + each.getKey());
        }
        long now = System.currentTimeMillis();
        long skew = clockSkew * 1000L;
        Date end = claims.getExpirationTime();
        if (end != null && end.getTime() + skew <= now) throw new BadJOSEException("too late");
        Date start = claims.getNotBeforeTime();
        if (start != null && start.getTime() - skew >= now) throw new BadJOSEException("too early");
    }
}

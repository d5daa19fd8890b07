package com.nimbusds.jose.jwk.source;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Where JSON Web Keys come from. */
public interface JWKSource<C extends SecurityContext> {
    /** @param wanted in the library, an object of its own */
    List<Map<String, Object>> get(Predicate<Map<String, Object>> wanted, C context) throws JOSEException;
}

package com.nimbusds.jose;

/** The token cannot be verified: no key could be had, or none can be used. */
public class JOSEException extends Exception {
    private static final long serialVersionUID = 1L;

    public JOSEException(String message, Throwable cause) {
        super(message, cause);
    }
}

package com.nimbusds.jose.proc;

/** The token is refused: by its signature, or by what it says. */
public class BadJOSEException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadJOSEException(String message) {
        super(message);
    }
}

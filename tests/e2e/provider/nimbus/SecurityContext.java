package com.nimbusds.jose.proc;

/** What an application may hand on to its own rules; the example has none, and hands on null. */
public interface SecurityContext {}

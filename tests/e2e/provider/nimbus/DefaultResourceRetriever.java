package com.nimbusds.jose.util;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;

/** Reads an address, within a time. */
public class DefaultResourceRetriever {
    private final int connectTimeout;
    private final int readTimeout;

    /** Both in milliseconds. */
    public DefaultResourceRetriever(int connectTimeout, int readTimeout) {
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    /** In the library, what it gives has the content’s type too. A status of 400 or more is an exception. */
    public String retrieveResource(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setConnectTimeout(connectTimeout);
        connection.setReadTimeout(readTimeout);
        try (InputStream content = connection.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

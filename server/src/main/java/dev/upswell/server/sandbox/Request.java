package dev.upswell.server.sandbox;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A request as a dialect of the sandbox reads it.
///
/// @param path below the dialect's own
/// @param headers by name in lower case
record Request(String method, String path, Map<String, String> query, Map<String, String> headers, String body) {

    /// The pairs of a query or of a form; the first of several with one name.
    static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                pairs.putIfAbsent(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /// All that it asks; two requests with the same one ask the same.
    String question() {
        return method + " " + path + "?" + query + "\n" + body;
    }

    /// A query parameter; empty when it is missing.
    String said(String name) {
        return query.getOrDefault(name, "");
    }
}

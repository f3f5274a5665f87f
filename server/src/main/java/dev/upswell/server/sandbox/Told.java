package dev.upswell.server.sandbox;

import java.util.Map;

/// An answer of the sandbox before it goes out.
///
/// @param body JSON
record Told(int status, Map<String, String> headers, String body) {

    Told {
        headers = Map.copyOf(headers);
    }

    static Told of(int status, String body) {
        return new Told(status, Map.of(), body);
    }
}

package dev.upswell.server.live.provider;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as it goes over the network. It holds the key and shows itself without its query and headers.
///
/// @param body of a POST; null for a GET
record Call(URI uri, Map<String, String> headers, @Nullable String body) {

    Call {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return (body == null ? "GET " : "POST ") + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}

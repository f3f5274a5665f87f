package dev.upswell.server.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/// The address of a page within this site, with only those parameters that say something.
public final class Link {

    private final String path;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /// One of several addresses to choose from.
    ///
    /// @param here whether the reader is there already
    public record Way(String text, String url, boolean here) {
    }

    private Link(String path) {
        this.path = path;
    }

    /// The page at this path; each further segment is encoded, so that ids may hold any character.
    public static Link to(String path, String... segments) {
        var whole = new StringBuilder(path);
        for (String segment : segments) {
            whole.append('/').append(UriUtils.encode(segment, java.nio.charset.StandardCharsets.UTF_8));
        }
        return new Link(whole.toString());
    }

    /// With this parameter, unless the value is null or the usual one (null when there is none).
    public Link with(String name, @Nullable Object value, @Nullable Object usual) {
        if (value != null && !value.equals(usual)) {
            parameters.put(name, value.toString());
        }
        return this;
    }

    @Override
    public String toString() {
        UriComponentsBuilder uri = UriComponentsBuilder.newInstance();
        parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return path + uri.encode().buildAndExpand(parameters).toUriString();
    }
}

package dev.upswell.server.comply;

import java.time.Instant;

/// What a tenant itself decided about a source; it goes before the policies.
///
/// @param source its exact name
/// @param actor who decided
public record SourceRule(String source, boolean allowed, String reason, String actor, Instant at) {

    /// Who decided, when nobody gave a name.
    public static final String HAND = "hand";
}

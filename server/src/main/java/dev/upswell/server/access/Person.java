package dev.upswell.server.access;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/// Somebody who signs in with a password.
///
/// @param role what they are to the tenant
public record Person(UUID id, String name, Role role, Instant addedAt, Instant passwordSetAt) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,62}");

    /// Whether a person can have this name.
    static boolean canBeNamed(String name) {
        return NAME.matcher(name).matches();
    }
}

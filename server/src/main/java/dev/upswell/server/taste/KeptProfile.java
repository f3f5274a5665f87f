package dev.upswell.server.taste;

import dev.upswell.taste.Profile;
import java.time.Instant;

/// A profile as it is kept.
///
/// @param taxonomy number of the version that it speaks in
public record KeptProfile(Subject subject, Instant madeAt, int taxonomy, Profile profile) {
}

package dev.upswell.server.crowd;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What all people of a tenant together tell of one of them.
public interface Crowd {

    /// Nobody's activity is known.
    Crowd NONE = (subject, at) -> Optional.empty();

    /// What was known at an instant of this person and videos; nothing of a person who did nothing.
    ///
    /// **absence** empty where too few people's activity is known to go by
    Optional<CrowdScores> of(UUID subject, Instant at);
}

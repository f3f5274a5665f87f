package dev.upswell.server.crowd;

import java.time.Instant;

/// How the crowd of a tenant stands.
///
/// @param people it was learnt from; 0 where too few did anything
/// @param learntAt when it was learnt
/// @param lookedAt when it was last found that nobody did anything new, or when it was learnt
public record CrowdState(int people, Instant learntAt, Instant lookedAt) {

    /// Whether it tells anything.
    public boolean tells() {
        return people > 0;
    }
}

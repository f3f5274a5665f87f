package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Weighting;
import java.time.Instant;

/// A weighting under a name, in a version that never changes.
///
/// @param version counts what was kept under this name, from 1
/// @param reason why it was kept
/// @param by who kept it
public record KeptWeighting(String name, int version, Weighting weighting, String reason, String by, Instant keptAt) {

    /// That of the origin.
    public static final KeptWeighting SEED = new KeptWeighting("seed", 1, Weighting.SEED,
            "Written down by the origin of these scorecards.", "origin", Instant.EPOCH);

    /// All the same.
    public static final KeptWeighting EQUAL = new KeptWeighting("equal", 1, Weighting.EQUAL,
            "What any other weighting has to be better than.", "origin", Instant.EPOCH);
}

package dev.upswell.server.scorecard;

import dev.upswell.scorecard.Evidence;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Weighting;
import java.util.Map;

/// By what creators are scored now.
///
/// @param name of the weighting that is in force
/// @param version of it, from 1
/// @param evidence what came of playbooks; those that are missing were never followed to an end
public record Scoring(String name, int version, Weighting weighting, Map<Gap, Evidence> evidence) {

    /// The written weights, and no outcome known.
    public static final Scoring WRITTEN = new Scoring(KeptWeighting.SEED.name(), 1, Weighting.SEED, Map.of());

    public Scoring {
        evidence = Map.copyOf(evidence);
    }

    /// Who knows it.
    @FunctionalInterface
    public interface Source {

        /// By what creators are scored at this moment.
        ///
        /// **cost** none most of the time: it may be some seconds old where another process changed it
        Scoring now();
    }
}

package dev.upswell.scorecard;

import org.jspecify.annotations.Nullable;

/// What came of following a playbook.
///
/// @param outcomes how often it was followed and what came of it is known, from 0
/// @param gain mean change of the measure's score in those cases, as a share of what was missing to the full score [-1..1]; null when
///     there are none
public record Evidence(int outcomes, @Nullable Double gain) {

    /// It was never followed.
    public static final Evidence NONE = new Evidence(0, null);

    /// A written gain counts as so many outcomes.
    private static final double PRIOR = 4;

    public Evidence {
        if (outcomes < 0 || (outcomes == 0) != (gain == null)) {
            throw new IllegalArgumentException("evidence (" + outcomes + " outcomes, gain " + gain
                    + ") must have a gain where there are outcomes\nMaybe use Evidence.NONE.");
        }
    }

    /// What is expected now of something that was written to bring this: outcomes take over as they come.
    double expected(double written) {
        return gain == null ? written : (PRIOR * written + outcomes * gain) / (PRIOR + outcomes);
    }

    /// How sure outcomes make, from a half without any towards 1.
    double confidence() {
        return (PRIOR + 2 * outcomes) / (2 * (PRIOR + outcomes));
    }
}

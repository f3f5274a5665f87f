package dev.upswell.weigh;

import dev.upswell.scorecard.CreatorInputs;

/// What was known of a creator at the end of a period, and what the next period brought.
///
/// @param period any whole numbers, later periods with higher ones
/// @param revenue of the period after it, in one currency throughout [money], at least 0
public record Outcome(String creator, int period, CreatorInputs inputs, double revenue) {

    public Outcome {
        if (!(revenue >= 0 && revenue < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("revenue of " + creator + " (" + revenue
                    + ") must be at least 0\nMaybe returns were taken off: let a period with more returns than sales be 0.");
        }
    }
}

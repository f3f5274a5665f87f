package dev.upswell.feature;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A few features that are computed together from what was known of one entity at a cut.
interface FeatureBlock {

    /// The features in the order in which [#fill] writes them.
    List<FeatureDefinition> definitions();

    /// Writes the block's values from `offset` on.
    void fill(Known known, float[] row, int offset);

    /// What was known of one entity at a cut.
    ///
    /// @param steps the steps of the last 60 days; null when they hold no reading
    record Known(PastReadings readings, PastOutcomes outcomes, CutContext context, @Nullable Steps steps) {

        private static final long WINDOW_SECONDS = 60L * 24 * 3600;

        /// The growth that a surge must pass, as the recent bars have it: a surge lies above zero too, so it never falls below
        /// that even while nearly everything shrinks; NaN before any bar is known.
        double barToPass() {
            return Math.max(0, recentBar());
        }

        /// The recent bar as a value of a vector: NaN before any is known.
        double recentBar() {
            Double bar = context.recentBar();
            return bar == null ? Double.NaN : bar;
        }

        static Known of(PastReadings readings, PastOutcomes outcomes, CutContext context) {
            return new Known(readings, outcomes, context, Steps.of(readings, WINDOW_SECONDS));
        }
    }
}

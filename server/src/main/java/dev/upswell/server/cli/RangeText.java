package dev.upswell.server.cli;

import dev.upswell.server.forecast.BacktestSummary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The sentence that says how often ranges held.
public final class RangeText {

    private RangeText() {
    }

    /// How often the 90 % range held what came, in words.
    public static String of(BacktestSummary.@Nullable Ranges ranges) {
        return ranges == null
                ? "What came in its 90 % range: not measured."
                : String.format(Locale.ROOT,
                        "What came in its 90 %% range: %.1f %% of %,d outcomes; median width %.3f in log growth.",
                        ranges.coverage() * 100, ranges.outcomes(), ranges.medianWidth());
    }
}

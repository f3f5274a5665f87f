package dev.upswell.pattern;

import dev.upswell.learn.Interval;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What is known of a choice among the videos of one bucket.
///
/// Tiers (by engagement: top tenth, next fifth, middle 40 %, bottom 30 %) describe; p, q, effect and lift of the mean come from videos that
/// did not choose the pattern.
///
/// @param with videos that do so
/// @param without videos that do not
/// @param votes how many of the four models point at it, 0 to 4
/// @param top share of the top tier that does so, 0 to 1
/// @param middle share of the middle tier that does so, 0 to 1
/// @param bottom share of the bottom tier that does so, 0 to 1
/// @param tierLift share of videos that reach the two highest tiers among those that do so, over that of all; for an anti-pattern, of
///        videos that fall into the lowest tier; null where nobody does so
/// @param importance share of what the models explain that its feature has, 0 to 1
/// @param effect difference of log engagement, in standard deviations within the two groups, with its 95 % interval; null where a group
///        is too small
/// @param meanLift engagement of those that do so over that of the others less 1, with its 95 % interval; null as above
/// @param p one-sided p-value of the confirming test; null where none could be made
/// @param q p-value adjusted for all patterns of all buckets of the analysis; null as p
/// @param power chance that such a test finds an effect of 0.8 standard deviations, 0 to 1, even if it is the only one; null as p
public record Evidence(int with, int without, int votes, double top, double middle, double bottom,
        @Nullable Double tierLift, double importance, @Nullable Measured effect, @Nullable Measured meanLift,
        @Nullable Double p, @Nullable Double q, @Nullable Double power) {

    /// A figure with its 95 % interval.
    public record Measured(double value, Interval interval) {
    }

    /// Share of the four models that point at it.
    public double confidence() {
        return votes / 4.0;
    }

    /// How much more frequent it is in the top than in the middle tier, in percentage points; see [Finding#differential()] for
    /// anti-patterns.
    public double differential() {
        return 100 * (top - middle);
    }

    /// Adjusted p-value; empty where there was no test.
    public OptionalDouble adjusted() {
        return q == null ? OptionalDouble.empty() : OptionalDouble.of(q);
    }
}

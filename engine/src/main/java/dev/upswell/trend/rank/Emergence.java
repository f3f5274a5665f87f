package dev.upswell.trend.rank;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether an entity is emerging, with every condition and its numbers.
///
/// With carrying videos known: momentum above the tenant's trailing 95th percentile, novelty and volume. With aggregate
/// counters alone novelty cannot be measured, and growth above the entity's own trailing 95th percentile takes its place.
///
/// @param aggregateOnly whether the variant for aggregate counters was applied
/// @param checks the conditions, all of which must be met
public record Emergence(boolean aggregateOnly, List<Check> checks) {

    public Emergence {
        checks = List.copyOf(checks);
    }

    /// Whether every condition is met.
    public boolean isEmerging() {
        return checks.stream().allMatch(Check::isMet);
    }

    /// What is asked of an emerging entity.
    public enum Condition {
        /// Momentum above the 95th percentile of all momentum values of its kind in the last 7 days.
        MOMENTUM,
        /// Novelty index of at least the least novelty.
        NOVELTY,
        /// Volume of at least the least volume.
        VOLUME,
        /// Growth over 24 hours above 0 and above the 95th percentile of its own last 7 days.
        OWN_GROWTH
    }

    /// One condition.
    ///
    /// @param value what the entity has; `null` where it could not be measured
    /// @param needed the bar; `null` where there is too little history to set one
    /// @param strictly whether the value must exceed the bar rather than reach it
    public record Check(Condition condition, @Nullable Double value, @Nullable Double needed, boolean strictly) {

        /// Whether the condition is met; unmeasured is not met.
        public boolean isMet() {
            return value != null && needed != null && (strictly ? value > needed : value >= needed);
        }
    }
}

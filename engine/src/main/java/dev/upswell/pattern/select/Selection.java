package dev.upswell.pattern.select;

import dev.upswell.content.EntityId;
import dev.upswell.creative.DurationBucket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The videos that patterns are searched in, and what became of all others; both by id.
///
/// @param buckets those with a suitable video, the shortest first
/// @param widened lengths that had too few videos and got more, the shortest first
public record Selection(List<SelectedVideo> selected, List<Excluded> excluded, List<Bucket> buckets,
        List<Widened> widened) {

    /// A video that is left out.
    ///
    /// @param value what it has of what it lacks: seconds, views or engagement rate; null where that is unknown
    public record Excluded(EntityId id, Exclusion why, @Nullable Double value) {
    }

    /// What there was of one length, without videos of sibling hashtags.
    ///
    /// @param suitable videos that met all conditions
    /// @param engagement their mean engagement rate; that of the taken ones is higher, because the best are among them
    /// @param best taken as the best
    /// @param sampled taken from the rest
    /// @param lower engagement rate below which videos are outliers; null where none could be told
    /// @param upper engagement rate above which they are flagged; null as above
    public record Bucket(DurationBucket bucket, int suitable, double engagement, int best, int sampled, int outliers,
            int celebrities, @Nullable Double lower, @Nullable Double upper) {

        /// Videos taken.
        public int taken() {
            return best + sampled;
        }
    }

    public Selection {
        selected = List.copyOf(selected);
        excluded = List.copyOf(excluded);
        buckets = List.copyOf(buckets);
        widened = List.copyOf(widened);
    }

    /// How many are left out for each reason, reasons in their order.
    public Map<Exclusion, Integer> reasons() {
        Map<Exclusion, Integer> reasons = new EnumMap<>(Exclusion.class);
        excluded.forEach(one -> reasons.merge(one.why(), 1, Integer::sum));
        return reasons;
    }
}

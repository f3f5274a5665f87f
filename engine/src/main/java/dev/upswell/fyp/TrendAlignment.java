package dev.upswell.fyp;

import dev.upswell.content.EntityId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalDouble;

/// Cosine of what a video carries with what trends: its sound and hashtags count 1 each, trends by their strength.
///
/// **range** [0, 1] · **absence** when the video carries nothing that is known, or nothing trends
public final class TrendAlignment {

    private TrendAlignment() {
    }

    /// The cosine.
    ///
    /// @param carried sound and hashtags of the video, possibly repeated
    /// @param trends strength of each, above 0
    public static OptionalDouble of(Collection<EntityId> carried, Map<EntityId, Double> trends) {
        double squares = 0;
        for (double strength : trends.values()) {
            squares += strength * strength;
        }
        LinkedHashSet<EntityId> distinct = new LinkedHashSet<>(carried);
        if (distinct.isEmpty() || squares == 0) {
            return OptionalDouble.empty();
        }
        double product = 0;
        for (EntityId one : distinct) {
            product += trends.getOrDefault(one, 0.0);
        }
        return OptionalDouble.of(Math.min(1, product / Math.sqrt(distinct.size() * squares)));
    }
}

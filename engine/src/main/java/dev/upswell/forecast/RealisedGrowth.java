package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What came of one entity over the horizon that followed a cut.
///
/// @param growth log ratio of the counter at the end of the horizon to that at the cut
/// @param surged whether that is above zero and strictly above the bar
/// @param bar 95th percentile of the growth of all that it was compared with
/// @param level the counter when the outcome was taken
/// @param hoursToBar from the cut to the first reading whose growth passes the bar; null unless it surged
public record RealisedGrowth(EntityId entity, double growth, boolean surged, double bar, long level,
        @Nullable Double hoursToBar) {

    /// What came of every entity that was eligible at this cut, on the grid of the protocol or off it.
    ///
    /// **absence** empty when fewer entities than the protocol asks for were eligible: then there is no bar.
    public static List<RealisedGrowth> of(Map<EntityId, EntitySeries> all, SurgeProtocol protocol, Instant cut) {
        EntityBook book = EntityBook.of(all, protocol);
        return CutLabels.of(book, cut.getEpochSecond())
                .map(labels -> IntStream.range(0, labels.size()).mapToObj(i -> of(book, labels, i)).toList())
                .orElse(List.of());
    }

    private static RealisedGrowth of(EntityBook book, CutLabels labels, int index) {
        int entity = labels.entities()[index];
        boolean surged = labels.surged(index);
        return new RealisedGrowth(book.entity(entity), labels.growths()[index], surged, labels.bar(index),
                book.level(entity, labels.knownAt()).orElseThrow(),
                surged ? Double.valueOf(labels.hoursToBar(book, index)) : null);
    }
}

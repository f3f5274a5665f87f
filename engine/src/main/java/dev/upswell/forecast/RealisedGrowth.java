package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.CounterSeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What came of one hashtag over the horizon that followed a cut.
///
/// @param growth log ratio of the views at the end to those at the cut
/// @param surged whether that is above zero and strictly above the bar
/// @param bar 95th percentile of the growth of all that were eligible at the cut
/// @param level views at the end of the horizon
/// @param hoursToBar from the cut to the first reading whose growth passes the bar; null unless it surged
public record RealisedGrowth(EntityId entity, double growth, boolean surged, double bar, long level,
        @Nullable Double hoursToBar) {

    /// What came of every hashtag that was eligible at this cut, on the grid of the protocol or off it.
    ///
    /// **absence** empty when fewer hashtags than the protocol asks for were eligible: then there is no bar.
    public static List<RealisedGrowth> of(Map<EntityId, CounterSeries> views, SurgeProtocol protocol, Instant cut) {
        HashtagBook book = HashtagBook.of(views);
        return CutLabels.of(book, protocol, cut.getEpochSecond())
                .map(labels -> IntStream.range(0, labels.size()).mapToObj(i -> of(book, labels, i)).toList())
                .orElse(List.of());
    }

    private static RealisedGrowth of(HashtagBook book, CutLabels labels, int index) {
        int entity = labels.entities()[index];
        boolean surged = labels.surged(index);
        return new RealisedGrowth(book.entity(entity), labels.growths()[index], surged, labels.bar(),
                book.level(entity, labels.cut() + SurgeProtocol.horizonSeconds()).orElseThrow(),
                surged ? Double.valueOf(labels.hoursToBar(book.series(entity))) : null);
    }
}

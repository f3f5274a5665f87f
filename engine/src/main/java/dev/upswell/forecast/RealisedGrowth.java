package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.timeline.CounterSeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What came of one hashtag over the horizon that followed a cut.
///
/// @param growth log ratio of the views at the end to those at the cut
/// @param surged whether that is above zero and strictly above the 95th percentile of its cut
public record RealisedGrowth(EntityId entity, double growth, boolean surged) {

    /// What came of every hashtag that was eligible at this cut, on the grid of the protocol or off it.
    ///
    /// **absence** empty when fewer hashtags than the protocol asks for were eligible: then there is no bar.
    public static List<RealisedGrowth> of(Map<EntityId, CounterSeries> views, SurgeProtocol protocol, Instant cut) {
        HashtagBook book = HashtagBook.of(views);
        return CutLabels.of(book, protocol, cut.getEpochSecond()).map(labels -> IntStream.range(0, labels.size())
                .mapToObj(i -> new RealisedGrowth(book.entity(labels.entities()[i]), labels.growths()[i],
                        labels.surged(i)))
                .toList()).orElse(List.of());
    }
}

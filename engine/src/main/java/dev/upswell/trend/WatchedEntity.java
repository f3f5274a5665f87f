package dev.upswell.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about an entity whose windows are to be computed.
///
/// @param bornAt when it was created, for a video; `null` where unknown, and for what has no beginning
/// @param own its own counters, one series for each source
/// @param carriers the videos that carry it, for a hashtag or sound; else empty
public record WatchedEntity(EntityId id, @Nullable Instant bornAt, List<EntitySeries> own, List<Carrier> carriers) {

    public WatchedEntity {
        own = own.stream().sorted(Comparator.comparing(EntitySeries::source)).toList();
        carriers = carriers.stream().sorted(Comparator.comparing(carrier -> carrier.video().id())).toList();
    }

    /// An entity of which only its own counters are known.
    public static WatchedEntity of(EntityId id, List<EntitySeries> own) {
        return new WatchedEntity(id, null, own, List.of());
    }

    /// A video with its own counters.
    public static WatchedEntity of(Video video, List<EntitySeries> own) {
        return new WatchedEntity(video.id(), video.createdAt(), own, List.of());
    }

    /// A video that carries a hashtag or sound, with its counters, one series for each source.
    public record Carrier(Video video, List<EntitySeries> series) {

        public Carrier {
            series = series.stream().sorted(Comparator.comparing(EntitySeries::source)).toList();
        }
    }
}

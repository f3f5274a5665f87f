package dev.upswell.server.commerce;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How own videos are watched, as their owners were told.
///
/// Sources tell different figures at different times. What was known at an instant is, of each figure, the value that was told
/// last until then by whoever told it; of two told at one instant that of the source whose name comes last. A retention that
/// contradicts one told later is not believed, as [Viewing#withEarlier] says.
public interface Viewings {

    /// What was known at this instant of every video of which anything was told, by video.
    ///
    /// **cost** reads the whole dataset
    Map<EntityId, Viewing> asOf(Instant asOf);

    /// The same of these videos; those of which nothing was told are not in it.
    Map<EntityId, Viewing> asOf(Instant asOf, Set<EntityId> videos);

    /// A video, and the instant of which it is asked what was known.
    record Asked(EntityId video, Instant at) {
    }

    /// What was known of each of these at its instant; those of which nothing was told by then are not in it.
    ///
    /// **cost** one query
    Map<Asked, Viewing> of(Collection<Asked> asked);

    /// Everything that was told of these videos whenever, of each the earliest first; those of which nothing was told are not in
    /// it.
    Map<EntityId, List<VideoViewing>> histories(Set<EntityId> videos);

    /// Everything that was told of a video until an instant, the earliest first.
    List<VideoViewing> history(EntityId video, Instant until);
}

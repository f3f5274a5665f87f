package dev.upswell.feature;

import dev.upswell.timeline.Counter;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.Optional;

/// What else feature code may see of an entity at a cut, beside the counter that is foretold: its other counters, by the same
/// source and only as far as they were read by then, the videos known to carry it by then, and when it was made.
///
/// A view without a copy. There is no way from it to a later reading.
public final class Companions {

    private final EntitySeries entity;
    private final Counter target;
    private final Instant cut;

    private Companions(EntitySeries entity, Counter target, Instant cut) {
        this.entity = entity;
        this.target = target;
        this.cut = cut;
    }

    /// What was known of this entity at the cut.
    ///
    /// @param target the counter that is foretold
    public static Companions asOf(EntitySeries entity, Counter target, Instant cut) {
        return new Companions(entity, target, cut);
    }

    /// The counter that is foretold.
    public Counter target() {
        return target;
    }

    /// The cut.
    Instant cut() {
        return cut;
    }

    /// The readings of one counter at or before the cut; empty when there are none.
    public Optional<PastReadings> readings(Counter counter) {
        return entity.counter(counter).map(series -> PastReadings.asOf(series, cut))
                .filter(readings -> readings.size() > 0);
    }

    /// The videos that carry the entity and were first read at or before the cut; empty when there are none.
    public Optional<PastCarriers> carriers() {
        return entity.carriersIfAny().map(carriers -> PastCarriers.asOf(carriers, cut))
                .filter(carriers -> carriers.size() > 0);
    }

    /// When the entity was made, which only the ids of videos tell; empty when unknown.
    public Optional<Instant> createdAt() {
        return entity.entity().createdAt();
    }
}

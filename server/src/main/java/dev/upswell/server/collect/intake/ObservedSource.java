package dev.upswell.server.collect.intake;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.FrozenFeed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One source's readings of one kind of entity.
///
/// @param readings how many there are, above 0
/// @param cadence usual time between two readings of one entity; `null` when no entity was read twice
/// @param cumulative false for totals of a period, from which no growth can be read
/// @param frozen the finding that the source repeats one answer; `null` while it moves
public record ObservedSource(String name, EntityKind kind, long entities, long readings, Instant first, Instant last,
        @Nullable Duration cadence, boolean cumulative, @Nullable FrozenFeed frozen) {

    /// How much longer than usual a source may say nothing before it counts as quiet.
    private static final int PATIENCE = 3;
    private static final Duration SHORTEST = Duration.ofHours(6);
    private static final Duration UNKNOWN = Duration.ofDays(7);

    /// Whether nothing has come for longer than usual: three times the usual interval and at least six hours, or a week when
    /// no interval is known.
    public boolean quietAt(Instant now) {
        Duration usual = cadence == null ? UNKNOWN : cadence.multipliedBy(PATIENCE);
        return Duration.between(last, now).compareTo(usual.compareTo(SHORTEST) < 0 ? SHORTEST : usual) > 0;
    }
}

package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.TrainSettings.LeftOut;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.BoostQuery;
import dev.upswell.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds the labelled rows whose outcome may be bought: those of entities that were flagged at the end of the day in which the
/// outcome lies, or, where it takes several days, of any of them.
///
/// The flags of an end rest on what was known at it, and an end is never later than the outcome was known, so leaving rows out
/// tells a training nothing of the future · **cost** see [BoostQuery], for two weeks at a time as they are asked for
final class BoostedRows {

    static final String REASON = "possibly bought growth";

    private static final long CHUNK_SECONDS = Duration.ofDays(14).toSeconds();
    private static final Duration DAY = Duration.ofDays(1);

    private final BoostQuery boosts;
    private final TenantId tenant;
    private final SurgeProtocol protocol;
    private final Map<Long, Map<Instant, Set<EntityId>>> chunks = new HashMap<>();

    BoostedRows(BoostQuery boosts, TenantId tenant, SurgeProtocol protocol) {
        this.boosts = boosts;
        this.tenant = tenant;
        this.protocol = protocol;
    }

    /// These rows, to be left out of trainings.
    LeftOut leftOut() {
        return new LeftOut(REASON, this::isFlagged);
    }

    private boolean isFlagged(EntityId entity, Instant cut) {
        return ends(cut).stream().anyMatch(end -> chunks
                .computeIfAbsent(Math.floorDiv(end.getEpochSecond(), CHUNK_SECONDS), this::load)
                .getOrDefault(end, Set.of()).contains(entity));
    }

    /// The ends of the days in which the outcome of a cut lies, as far as they are over when it may first be known.
    private List<Instant> ends(Instant cut) {
        Instant first = Window.DAY.endUntil(cut.plus(protocol.soonest()));
        return first.isAfter(cut.plus(DAY)) ? List.of(first.minus(DAY), first) : List.of(first);
    }

    private Map<Instant, Set<EntityId>> load(long chunk) {
        long from = chunk * CHUNK_SECONDS;
        long step = protocol.every().toSeconds();
        SortedSet<Instant> ends = new TreeSet<>();
        long first = Math.floorDiv(from - protocol.soonest().toSeconds(), step);
        for (long cut = first * step; cut < from + CHUNK_SECONDS; cut += step) {
            ends(Instant.ofEpochSecond(cut)).stream()
                    .filter(end -> Math.floorDiv(end.getEpochSecond(), CHUNK_SECONDS) == chunk).forEach(ends::add);
        }
        return boosts.flagged(tenant, protocol.kind(), ends);
    }
}

package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.rank.Ranking;
import dev.upswell.trend.rank.TrailingWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/// Tells whose growth may be bought, at many window ends at once: those that the trends as of each end flag.
///
/// **absence** where no rows were computed nobody is flagged · **cost** one pass over the rows of the week before the first end
/// and of the time until the last, and a ranking for each end
public final class BoostQuery {

    private static final Duration WEEK = Duration.ofDays(7);

    private final Database database;
    private final MetricRepository metrics = new MetricRepository();

    public BoostQuery(Database database) {
        this.database = database;
    }

    /// The flagged entities by end; ends without any are left out.
    ///
    /// @param ends of 24-hour windows, full hours
    public Map<Instant, Set<EntityId>> flagged(TenantId tenant, EntityKind kind, SortedSet<Instant> ends) {
        Map<Instant, Set<EntityId>> flagged = new HashMap<>();
        if (ends.isEmpty()) {
            return flagged;
        }
        try (LakeSession session = database.lake().open(tenant)) {
            var rows = metrics.ending(session, kind, ends);
            Deque<MetricRepository.Gained> later = new ArrayDeque<>(metrics.gained(session, kind,
                    ends.first().minus(WEEK), ends.last()));
            Deque<MetricRepository.Gained> week = new ArrayDeque<>();
            for (Instant end : ends) {
                move(later, week, end);
                Set<EntityId> found = flagged(rows.getOrDefault(end, List.of()), trailing(end, week));
                if (!found.isEmpty()) {
                    flagged.put(end, found);
                }
            }
        }
        return flagged;
    }

    /// Takes what ended before this end into its week, and what ended a week before it out.
    private static void move(Deque<MetricRepository.Gained> later, Deque<MetricRepository.Gained> week, Instant end) {
        while (!later.isEmpty() && later.getFirst().end().isBefore(end)) {
            week.addLast(later.removeFirst());
        }
        while (!week.isEmpty() && week.getFirst().end().isBefore(end.minus(WEEK))) {
            week.removeFirst();
        }
    }

    private static TrailingWeek trailing(Instant end, Deque<MetricRepository.Gained> gained) {
        TrailingWeek week = new TrailingWeek(end);
        gained.forEach(
                one -> week.add(one.entity(), one.end(), null, new TrailingWeek.Growth(null, null, one.views())));
        return week;
    }

    private static Set<EntityId> flagged(List<MetricRow> rows, TrailingWeek week) {
        return rows.isEmpty()
                ? Set.of()
                : Ranking.of(rows, week, Ranking.Context.NONE, Ranking.Rules.STANDARD).ranked().stream()
                        .filter(one -> one.boost() != null).map(one -> one.row().entity()).collect(Collectors.toSet());
    }
}

package dev.upswell.server.trend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.ReadingTimeRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.LatestWindows.Windows;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.rank.RankedEntity;
import dev.upswell.trend.rank.Ranking;
import dev.upswell.trend.rank.TrailingWeek;
import dev.upswell.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers which entities move, as it was known at an instant.
///
/// An answer for an instant T compares the 24-hour windows that end at the last full hour before the last reading at or
/// before T. All it rests on is as of that hour, so that nothing observed later changes it; without an instant, the
/// last reading and the last predictions count.
///
/// **cost** well under a second for hundreds of entities, mostly for the bars that the week before sets; without an instant a few
/// milliseconds as long as the lake's files stay the same.
public final class TrendQuery {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);
    private static final int JUDGED_DAYS = 30;

    private final Database database;
    private final MetricRepository metrics = new MetricRepository();
    private final ReadingTimeRepository times;
    private final WatchedRepository watched = new WatchedRepository();
    private final Expectations expectations;
    private final LatestWindows latest = new LatestWindows();

    public TrendQuery(Database database, Expectations expectations) {
        this.expectations = expectations;
        this.database = database;
        this.times = new ReadingTimeRepository(database);
    }

    /// All entities of a kind in order.
    ///
    /// @param at `null` for the latest
    public TrendTable trends(TenantId tenant, EntityKind kind, @Nullable Instant at) {
        Instant asked = at == null ? FOREVER : at;
        Windows windows = at == null
                ? latest.of(tenant, kind, database.transactions().call(tenant, database.manifest()::state),
                        () -> windows(tenant, kind, asked))
                : windows(tenant, kind, asked);
        Instant end = windows.end();
        return end == null
                ? new TrendTable(kind, null, windows.lastReading(), counts(tenant, asked), 0, null, List.of())
                : ranked(tenant, new Cut(kind, end, asked, windows.lastReading()), windows.rows(), windows.week());
    }

    private Windows windows(TenantId tenant, EntityKind kind, Instant asked) {
        try (LakeSession session = database.lake().open(tenant)) {
            Instant lastReading = times.last(session, ReadingTimeRepository.Wanted.all(kind), asked).orElse(null);
            Instant end = lastReading == null ? null : end(session, kind, lastReading).orElse(null);
            TrailingWeek week = new TrailingWeek(end == null ? Instant.EPOCH : end);
            if (end == null) {
                return new Windows(lastReading, null, List.of(), week);
            }
            List<MetricRow> rows = metrics.list(session, MetricSelection.of(kind, Window.DAY, end, end));
            metrics.feed(session, kind, week);
            return new Windows(lastReading, end, rows, week);
        }
    }

    /// Where one entity stands among all of its kind, with its flags; empty when it has no place.
    ///
    /// @param at `null` for the latest · **cost** that of the whole table, because flags compare
    public Optional<RankedEntity> place(TenantId tenant, EntityId entity, @Nullable Instant at) {
        return trends(tenant, entity.kind(), at).lines().stream().map(TrendTable.Line::ranked)
                .filter(ranked -> ranked.row().entity().equals(entity)).findFirst();
    }

    private record Cut(EntityKind kind, Instant end, Instant asked, @Nullable Instant lastReading) {
    }

    private Map<EntityKind, Long> counts(TenantId tenant, Instant at) {
        return database.transactions().call(tenant, db -> watched.counts(db, at));
    }

    /// The last window end that was computed at or before the last full hour before the reading.
    private Optional<Instant> end(LakeSession session, EntityKind kind, Instant lastReading) {
        Instant hour = Window.DAY.endUntil(lastReading);
        return metrics.latestEnd(session, MetricSelection.of(kind, Window.DAY, hour.minus(LONGEST_WAIT), hour));
    }

    private TrendTable ranked(TenantId tenant, Cut cut, List<MetricRow> rows, TrailingWeek week) {
        Instant from = cut.end().minus(Expectations.LONGEST_AGE);
        var facts = database.transactions().call(tenant,
                db -> expectations.facts(db, cut.kind(), from, cut.asked(), JUDGED_DAYS));
        Map<EntityId, Double> probabilities = new HashMap<>();
        facts.expected().forEach((entity, prediction) -> probabilities.put(entity, prediction.probability()));
        Ranking ranking = ranking(rows, week, probabilities);
        Set<EntityId> shown = new HashSet<>(facts.expected().keySet());
        ranking.ranked().forEach(one -> shown.add(one.row().entity()));
        Map<EntityId, String> names = database.transactions().call(tenant, db -> watched.names(db, cut.kind(), shown));
        List<TrendTable.Line> lines = ranking.ranked().stream().map(one -> line(one, names, facts.expected())).toList();
        return new TrendTable(cut.kind(), cut.end(), cut.lastReading(), counts(tenant, cut.asked()),
                ranking.leftOut().size(), model(facts, lines, names), lines);
    }

    private static Ranking ranking(List<MetricRow> rows, TrailingWeek week, Map<EntityId, Double> probabilities) {
        synchronized (week) {
            return Ranking.of(rows, week, new Ranking.Context(probabilities, Map.of()), Ranking.Rules.STANDARD);
        }
    }

    private static TrendTable.Line line(RankedEntity ranked, Map<EntityId, String> names,
            Map<EntityId, Expected> expected) {
        EntityId entity = ranked.row().entity();
        return new TrendTable.Line(ranked, names.getOrDefault(entity, entity.value()), expected.get(entity));
    }

    private static TrendTable.@Nullable Model model(Expectations.Facts facts, List<TrendTable.Line> lines,
            Map<EntityId, String> names) {
        Expectations.Run run = facts.run();
        if (run == null) {
            return null;
        }
        List<Map.Entry<EntityId, Expected>> called = facts.called();
        Set<EntityId> placed = new HashSet<>();
        lines.forEach(line -> placed.add(line.ranked().row().entity()));
        List<TrendTable.Unplaced> unplaced = called.stream().filter(one -> !placed.contains(one.getKey()))
                .map(one -> new TrendTable.Unplaced(one.getKey(),
                        names.getOrDefault(one.getKey(), one.getKey().value()), one.getValue()))
                .toList();
        return new TrendTable.Model(run.model(), run.asOf(), run.horizonHours(), run.threshold(), called.size(),
                unplaced, facts.judged());
    }
}

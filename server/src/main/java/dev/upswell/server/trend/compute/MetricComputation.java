package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Issue;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.PassingRow;
import dev.upswell.trend.WatchedEntity;
import dev.upswell.trend.Window;
import dev.upswell.trend.WindowsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// One run of computing due windows, batch by batch, in one lake session.
final class MetricComputation {

    /// How many readings a batch holds in memory; an entity with more is a batch of its own.
    private static final long BATCH_READINGS = 150_000;

    private static final List<Dataset> METRIC = List.of(MetricDataset.METRIC);
    private static final List<Dataset> ENGAGEMENT = List.of(MetricDataset.ENGAGEMENT_DAY);

    private final Database database;
    private final LakeSession session;
    private final TenantId tenant;
    private final Frame frame;
    private final ReadingRepository readings;
    private final EngagementDayRepository engagement;
    private final DueRepository dues = new DueRepository();
    private final MetricRunRepository runs = new MetricRunRepository();
    private TrailingRates prior = new TrailingRates(Map.of());

    /// @param until no window that ends later is computed
    /// @param skipped the sources that give no running totals
    record Frame(UUID run, Instant until, Set<String> skipped) {
    }

    MetricComputation(Database database, LakeSession session, Frame frame) {
        this.database = database;
        this.session = session;
        this.tenant = session.tenant();
        this.frame = frame;
        this.readings = new ReadingRepository();
        this.engagement = new EngagementDayRepository();
    }

    /// Brings the tenant's daily engagement up to date with the readings that made this work, and makes work of the windows
    /// that were computed with totals that no longer hold.
    ///
    /// Returns what of the work is to be computed now. Work that was written anew meanwhile is left out, for its readings are
    /// not in the totals yet.
    List<Due> refreshPrior(List<Due> due) {
        Instant from = due.stream().map(Due::from).min(Instant::compareTo).orElseThrow();
        long comparedTo = session.last(ENGAGEMENT);
        long seq = database.transactions().call(tenant, runs::nextSequence);
        Optional<StagedFile> changes = engagement.stageChanges(session, from, frame.skipped(), seq);
        List<Due> counted = changes.map(file -> publish(file, from, comparedTo, due)).orElse(due);
        prior = new TrailingRates(engagement.days(session));
        readings.forgetVideos();
        return counted;
    }

    private List<Due> publish(StagedFile days, Instant from, long comparedTo, List<Due> due) {
        Instant first = days.minTime() == null ? from : days.minTime();
        Instant used = first.plus(Duration.ofDays(TrailingRates.FIRST_USE_DAYS));
        Map<EntityId, Instant> again = new HashMap<>();
        engagement.rated(session, used).forEach(entity -> again.put(entity, used));
        return database.transactions().call(tenant, db -> {
            database.manifest().takeTurn(db);
            database.manifest().requireLast(db, ENGAGEMENT, comparedTo);
            Set<Due> unchanged = new HashSet<>(dues.of(db, entities(due)));
            List<EntityId> counted = entities(due.stream().filter(unchanged::contains).toList());
            dues.add(db, again);
            database.manifest().publish(db, days);
            return dues.of(db, counted);
        });
    }

    private static List<EntityId> entities(Collection<Due> due) {
        return due.stream().map(Due::entity).toList();
    }

    /// Divides the work so that each part's readings fit in memory.
    List<List<Due>> batches(Collection<Due> due) {
        Map<EntityId, Long> weights = readings.weights(session, wanted(due, Set.of()));
        List<List<Due>> batches = new ArrayList<>();
        List<Due> batch = new ArrayList<>();
        long weight = 0;
        for (Due one : due) {
            long more = weights.getOrDefault(one.entity(), 0L);
            if (!batch.isEmpty() && weight + more > BATCH_READINGS) {
                batches.add(batch);
                batch = new ArrayList<>();
                weight = 0;
            }
            batch.add(one);
            weight += more;
        }
        batches.add(batch);
        return batches;
    }

    /// Computes this work, and commits. It was read before the readings, so readings that arrived between are computed now
    /// and again, never not at all.
    MetricCounts compute(List<Due> due) {
        long comparedTo = session.last(METRIC);
        Set<EntityId> recounted = new HashSet<>(database.transactions().call(tenant, db -> runs.counted(db, due)));
        long seq = database.transactions().call(tenant, runs::nextSequence);
        List<ReadingRepository.Wanted> wanted = wanted(due, recounted);
        try (MetricStageRepository stage = new MetricStageRepository(session)) {
            Batch work = new Batch(due, recounted);
            List<WatchedEntity> watched = readings.watched(session, wanted, frame.skipped());
            RowStream.flow(rows -> watched.forEach(one -> work.compute(one, rows)), stage::add);
            Optional<StagedFile> file = stage.stage(work.computed(), seq);
            Map<EntityId, Instant> carried = carriedBy(due);
            commit(work, carried, file, comparedTo);
            return work.counts(file);
        }
    }

    private static List<ReadingRepository.Wanted> wanted(Collection<Due> due, Set<EntityId> fromTheStart) {
        return due.stream().map(one -> new ReadingRepository.Wanted(one.entity(), fromTheStart.contains(one.entity())
                ? Instant.EPOCH
                : one.from().minus(WindowsOf.LOOKBACK))).toList();
    }

    private Map<EntityId, Instant> carriedBy(Collection<Due> due) {
        List<ReadingRepository.Wanted> videos = due.stream().filter(one -> one.entity().kind() == EntityKind.VIDEO)
                .map(one -> new ReadingRepository.Wanted(one.entity(), one.from())).toList();
        return videos.isEmpty() ? Map.of() : readings.carriedBy(session, videos);
    }

    private void commit(Batch work, Map<EntityId, Instant> carried, Optional<StagedFile> file, long comparedTo) {
        database.transactions().run(tenant, db -> {
            database.manifest().takeTurn(db);
            database.manifest().requireLast(db, METRIC, comparedTo);
            dues.done(db, work.finished);
            dues.putOff(db, work.unfinished, Window.QUARTER_HOUR.endFrom(frame.until().plusNanos(1)));
            dues.add(db, carried);
            runs.forgetIssues(db, work.recounted);
            runs.add(db, work.issues);
            runs.progressed(db, frame.run(), work.counts(file));
            file.ifPresent(staged -> database.manifest().publish(db, staged));
        });
    }

    /// The entities of one batch on their way from readings to rows.
    private final class Batch {

        private final Map<EntityId, Due> due = new HashMap<>();
        private final Set<EntityId> recounted;
        private final IssueTally issues = new IssueTally();
        private final List<Due> finished = new ArrayList<>();
        private final List<Due> unfinished = new ArrayList<>();

        Batch(List<Due> due, Set<EntityId> recounted) {
            this.recounted = recounted;
            due.forEach(one -> this.due.put(one.entity(), one));
        }

        void compute(WatchedEntity watched, Consumer<MetricRow> rows) {
            Due one = due.get(watched.id());
            if (one == null) {
                throw new IllegalStateException("entity (" + watched.id()
                        + ") must be due to be computed\nMaybe the reader returned more than was wanted.");
            }
            Instant from = from(one);
            WindowsOf windows = WindowsOf.entity(watched, prior);
            windows.between(from, frame.until(), new Sink(rows));
            for (EntitySeries series : watched.own()) {
                series.falls(from).forEach(issues::add);
            }
            (windows.lastEnd().isAfter(frame.until()) ? unfinished : finished).add(one);
        }

        private Instant from(Due one) {
            return recounted.contains(one.entity()) ? Instant.EPOCH : one.from();
        }

        List<MetricStageRepository.Computed> computed() {
            return due.values().stream()
                    .map(one -> new MetricStageRepository.Computed(one, from(one), frame.until())).toList();
        }

        MetricCounts counts(Optional<StagedFile> file) {
            return new MetricCounts(due.size(), file.map(StagedFile::rows).orElse(0L),
                    file.map(StagedFile::minTime).orElse(null), file.map(StagedFile::maxTime).orElse(null));
        }

        /// Passes rows on and counts issues.
        private final class Sink implements WindowsOf.Sink {

            private final Consumer<MetricRow> rows;

            Sink(Consumer<MetricRow> rows) {
                this.rows = rows;
            }

            @Override
            public void row(PassingRow row) {
                rows.accept(row.kept());
            }

            @Override
            public void issue(Issue issue) {
                issues.add(issue);
            }
        }
    }
}

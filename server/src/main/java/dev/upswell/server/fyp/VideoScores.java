package dev.upswell.server.fyp;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.content.Video;
import dev.upswell.content.Viewing;
import dev.upswell.fyp.FypLedger;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.FypScoring;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.MarkValues;
import dev.upswell.fyp.Measuring;
import dev.upswell.fyp.PostingCadence;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.SlotFigures;
import dev.upswell.fyp.TrendAlignment;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.collect.ReadingTimeRepository;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.fyp.ScoreRepository.Progress;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.timeline.EntitySeries;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Scores the videos of one tenant at their marks, keeps what was scored, and calls people when one does badly.
public final class VideoScores {

    private static final String WORK = "video-scores";
    /// Videos posted longer before the last reading are not looked at again.
    private static final Duration LOOKED_BACK = Duration.ofDays(120);
    private static final Duration CADENCE_MEMORY = Duration.ofDays(28);
    /// Videos dated later than now, by whatever clock, are looked at when their time comes.
    private static final Duration AHEAD = Duration.ofDays(366);
    private static final Duration COMPARED = Duration.ofDays(15);
    /// An older alarm calls nobody: there is nothing left to save.
    private static final Duration FRESH = Duration.ofHours(1);

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    /// New files there may change a score.
    private static final List<Dataset> DATASETS = List.of(Collected.OBSERVATION, Collected.VIDEO,
            MetricDataset.METRIC, CommerceDatasets.VIDEO_VIEWING);

    private final TenantId tenant;
    private final Database database;
    private final Viewings viewings;
    private final NextSteps steps;
    private final WatchedVideoRepository videos = new WatchedVideoRepository();
    private final ScoreRepository scores = new ScoreRepository();
    private final EventLogRepository events = new EventLogRepository("fyp");

    public VideoScores(TenantId tenant, Database database, Viewings viewings, NextSteps steps) {
        this.tenant = tenant;
        this.database = database;
        this.viewings = viewings;
        this.steps = steps;
    }

    /// What a round did.
    ///
    /// @param scored how many scores are new or other than before
    /// @param alarms how many action plans were opened
    public record Round(int scored, int alarms) {
    }

    /// Scores every mark that was reached by now, and those of which late readings say something else; empty when another
    /// process is at it.
    ///
    /// **cost** without new files and marks a small transaction; with new files a scan of the first days of 120 days
    public Optional<Round> keepUp(Instant now) {
        if (!isWaiting(now)) {
            return Optional.of(new Round(0, 0));
        }
        Optional<TenantLocks.Held> lock = database.locks().tryAcquire(tenant, WORK);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (TenantLocks.Held held = lock.get(); LakeSession lake = database.lake().open(tenant)) {
            return Optional.of(carryOn(lake, now));
        }
    }

    /// Whether a mark was reached, or something new was read, since videos were scored last.
    ///
    /// **cost** a small transaction
    public boolean isWaiting(Instant now) {
        return !database.transactions().call(tenant,
                db -> scores.progress(db).isStill(database.manifest().last(db, DATASETS), now));
    }

    private Round carryOn(LakeSession lake, Instant now) {
        Progress before = database.transactions().call(tenant, scores::progress);
        long place = lake.last(DATASETS);
        boolean news = place != before.place() || now.isBefore(before.handledTo());
        Instant from = news ? lookedBack(lake, now) : before.handledTo().minus(Mark.DAY.age());
        Map<MarkValues.Key, FypScore> kept = new HashMap<>();
        database.transactions().call(tenant, db -> scores.posted(db, from))
                .forEach(score -> kept.put(score.key(), score));
        Map<String, Video> posted = videos.posted(lake, from.minus(CADENCE_MEMORY), now.plus(AHEAD));
        List<MarkValues> measured = measured(lake, posted.values(), new Span(from, now), kept);
        List<MarkValues> come = measured.stream()
                .filter(one -> !values(kept.get(one.key())).equals(Optional.of(one.values()))).toList();
        Set<MarkValues.Key> there = measured.stream().map(MarkValues::key).collect(Collectors.toSet());
        List<MarkValues.Key> gone = kept.keySet().stream().filter(key -> !there.contains(key)).toList();
        return store(come, gone, kept, new Progress(place, now, nextMark(posted.values(), now)));
    }

    private static @Nullable Instant nextMark(Collection<Video> posted, Instant now) {
        Instant next = null;
        for (Video video : posted) {
            for (Mark mark : Mark.values()) {
                Instant at = mark.of(Objects.requireNonNull(video.createdAt()));
                if (at.isAfter(now) && (next == null || at.isBefore(next))) {
                    next = at;
                }
            }
        }
        return next;
    }

    private Instant lookedBack(LakeSession lake, Instant now) {
        Instant last = new ReadingTimeRepository(database)
                .last(lake, ReadingTimeRepository.Wanted.all(EntityKind.VIDEO), now).orElse(now);
        return last.minus(LOOKED_BACK);
    }

    private static Optional<Map<FypMetric, Double>> values(@Nullable FypScore score) {
        return Optional.ofNullable(score).map(kept -> {
            Map<FypMetric, Double> values = new HashMap<>();
            kept.parts().forEach((metric, part) -> values.put(metric, part.value()));
            values.remove(FypMetric.TIMING);
            return values;
        });
    }

    private Round store(List<MarkValues> come, List<MarkValues.Key> gone, Map<MarkValues.Key, FypScore> kept,
            Progress after) {
        Optional<Instant> first = Stream
                .concat(come.stream().map(MarkValues::asOf), gone.stream().map(MarkValues.Key::asOf))
                .min(Instant::compareTo);
        if (first.isEmpty()) {
            database.transactions().run(tenant, db -> scores.progress(db, after));
            return new Round(0, 0);
        }
        List<FypScore> remembered = database.transactions().call(tenant,
                db -> scores.reached(db, first.get().minus(FypScoring.MEMORY), FOREVER));
        FypLedger ledger = FypLedger.of(remembered);
        List<FypScore> changed = ledger.change(come, gone);
        // Before the scores are kept: who is killed between the two opens no plan twice, and forgets none.
        int alarms = call(changed, kept, ledger.scores(), after.handledTo());
        database.transactions().run(tenant, db -> {
            scores.forget(db, gone);
            scores.keep(db, changed);
            scores.progress(db, after);
            if (!changed.isEmpty()) {
                events.write(db, EventType.SCORE_DONE, Map.of("scores", changed.size(), "alarms", alarms, "asOf",
                        after.handledTo().toString()));
            }
        });
        return new Round(changed.size(), alarms);
    }

    private int call(List<FypScore> changed, Map<MarkValues.Key, FypScore> kept, List<FypScore> all, Instant now) {
        List<FypScore> alarming = changed.stream()
                .filter(score -> !score.alarms().isEmpty() && score.asOf().isAfter(now.minus(FRESH))).filter(score -> {
                    FypScore earlier = kept.get(score.key());
                    return earlier == null || earlier.alarms().isEmpty();
                }).toList();
        if (alarming.isEmpty()) {
            return 0;
        }
        RuleBook book = steps.book();
        Tasks tasks = new Tasks(database);
        int opened = 0;
        for (FypScore score : alarming) {
            Map<FypMetric, Double> medians = FypScoring.values(all, score.mark(), score.asOf(), 0.5);
            opened += tasks.alert(tenant, EventType.VIDEO_ALARM, ActionPlan.title(score),
                    ActionPlan.order(score, medians, book.firing(score)), score.asOf()).isPresent() ? 1 : 0;
        }
        return opened;
    }

    /// Videos posted from the one instant on, marks reached by the other.
    private record Span(Instant from, Instant now) {
    }

    private List<MarkValues> measured(LakeSession lake, Collection<Video> posted, Span span,
            Map<MarkValues.Key, FypScore> kept) {
        Instant from = span.from();
        Instant now = span.now();
        Map<EntityId, List<Instant>> posts = new HashMap<>();
        posted.forEach(video -> {
            EntityId creator = video.creator();
            if (creator != null) {
                posts.computeIfAbsent(creator, key -> new ArrayList<>())
                        .add(Objects.requireNonNull(video.createdAt()));
            }
        });
        Map<String, EntitySeries> series = videos.readings(lake, from, now);
        Map<Instant, Map<EntityId, Double>> trends = videos.trends(lake, from.truncatedTo(ChronoUnit.DAYS), now);
        List<WatchedVideo> watched = posted.stream()
                .filter(video -> !Objects.requireNonNull(video.createdAt()).isBefore(from))
                .map(video -> new WatchedVideo(video, Objects.requireNonNull(video.createdAt()),
                        series.getOrDefault(video.id().value(), new EntitySeries(video.id(), "", Map.of()))))
                .toList();
        Map<Viewings.Asked, Viewing> told = viewings.of(asked(watched, now));
        List<MarkValues> measured = new ArrayList<>();
        for (WatchedVideo video : watched) {
            for (Mark mark : Mark.values()) {
                Instant asOf = mark.of(video.postedAt());
                if (!asOf.isAfter(now)) {
                    FypScore earlier = kept.get(new MarkValues.Key(asOf, video.video().id(), mark));
                    Measuring.of(video.video().id(), video.postedAt(), mark, video.series(),
                            new Measuring.Surroundings(
                                    told.getOrDefault(
                                            new Viewings.Asked(video.video().id(), asOf), Viewing.NONE),
                                    trend(earlier, video, trends.getOrDefault(asOf.truncatedTo(ChronoUnit.DAYS),
                                            Map.of())),
                                    consistency(video, posts)))
                            .ifPresent(measured::add);
                }
            }
        }
        return measured;
    }

    private static List<Viewings.Asked> asked(List<WatchedVideo> watched, Instant now) {
        List<Viewings.Asked> asked = new ArrayList<>();
        for (WatchedVideo video : watched) {
            for (Mark mark : Mark.values()) {
                if (!mark.of(video.postedAt()).isAfter(now)) {
                    asked.add(new Viewings.Asked(video.video().id(), mark.of(video.postedAt())));
                }
            }
        }
        return asked;
    }

    /// As it was when the mark was scored first: what trended is reckoned anew as models change.
    private static @Nullable Double trend(@Nullable FypScore earlier, WatchedVideo video,
            Map<EntityId, Double> trends) {
        FypScore.Part kept = earlier == null ? null : earlier.parts().get(FypMetric.TREND);
        return kept != null ? Double.valueOf(kept.value()) : number(TrendAlignment.of(video.carried(), trends));
    }

    private static @Nullable Double consistency(WatchedVideo video, Map<EntityId, List<Instant>> posts) {
        EntityId creator = video.video().creator();
        return creator == null
                ? null
                : number(PostingCadence.consistency(posts.getOrDefault(creator, List.of()), video.postedAt()));
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isEmpty() ? null : Double.valueOf(value.getAsDouble());
    }

    /// Part of a list.
    public record Part(List<ScoredVideo> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// The latest score of each video that fits, of those posted last first.
    public Part list(ScoreFilter filter, int limit, int offset) {
        List<FypScore> part = database.transactions().call(tenant, db -> scores.latest(db, filter, limit, offset));
        long total = database.transactions().call(tenant, db -> scores.count(db, filter));
        return new Part(described(part), total);
    }

    /// The latest scores of these videos, by id; those that have none are left out.
    public Map<String, FypScore> latest(Collection<String> ids) {
        return database.transactions().call(tenant, db -> scores.latest(db, ids)).stream()
                .collect(Collectors.toMap(score -> score.video().value(), score -> score));
    }

    private List<ScoredVideo> described(List<FypScore> part) {
        if (part.isEmpty()) {
            return List.of();
        }
        try (LakeSession lake = database.lake().open(tenant)) {
            Map<String, Video> known = videos.described(lake,
                    part.stream().map(score -> score.video().value()).toList());
            return part.stream().map(score -> new ScoredVideo(score, known.get(score.video().value()))).toList();
        }
    }

    /// Everything that is told of a video; empty when it has no score.
    public Optional<Diagnosis> of(String video) {
        List<FypScore> marks = database.transactions().call(tenant, db -> scores.of(db, video));
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        FypScore latest = marks.getLast();
        List<FypScore> before = database.transactions().call(tenant,
                db -> scores.reached(db, latest.asOf().minus(COMPARED), latest.asOf()));
        Map<String, Set<String>> traits = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            videos.posted(lake, latest.postedAt().minus(COMPARED).minus(Mark.DAY.age()), latest.asOf())
                    .forEach((id, one) -> traits.put(id, WatchedVideo.traits(one)));
        }
        RuleBook book = steps.book();
        return Optional.of(new Diagnosis(described(List.of(latest)).getFirst(), marks,
                RootCause.of(latest, before, traits), book.firing(latest), book.undecided(latest)));
    }

    /// What the slots of the week brought, as known at an instant.
    ///
    /// @param at null for the last mark that was scored
    public Slots slots(@Nullable Instant at) {
        Instant asOf = at != null
                ? at
                : database.transactions().call(tenant, scores::last).map(last -> last.plusSeconds(1))
                        .orElse(Instant.EPOCH);
        List<FypScore> before = database.transactions().call(tenant,
                db -> scores.reached(db, asOf.minus(FypScoring.MEMORY), asOf));
        return new Slots(asOf, FypScoring.slots(before, asOf));
    }

    /// Slots as known at an instant, those without videos left out.
    ///
    /// @param asOf the epoch when nothing was ever scored
    public record Slots(Instant asOf, List<SlotFigures> items) {

        public Slots {
            items = List.copyOf(items);
        }
    }
}

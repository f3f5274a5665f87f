package dev.upswell.server.fyp;

import dev.upswell.content.Video;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.FypScoring;
import dev.upswell.fyp.Mark;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.SlotFigures;
import dev.upswell.fyp.WeekEvidence;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.fyp.ProgressRepository.Progress;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Scores the videos of one tenant at their marks, keeps what was scored, and opens what is to be done.
public final class VideoScores {

    private static final String WORK = "video-scores";

    private final TenantId tenant;
    private final Database database;
    private final Viewings viewings;
    private final NextSteps steps;
    private final Portions portions;
    private final WatchedVideoRepository videos = new WatchedVideoRepository();
    private final ScoreRepository scores = new ScoreRepository();
    private final MeasureRepository measures = new MeasureRepository();
    private final ProgressRepository progress = new ProgressRepository();

    public VideoScores(TenantId tenant, Database database, Viewings viewings, NextSteps steps) {
        this(tenant, database, viewings, steps, Portions.USUAL);
    }

    VideoScores(TenantId tenant, Database database, Viewings viewings, NextSteps steps, Portions portions) {
        this.portions = portions;
        this.tenant = tenant;
        this.database = database;
        this.viewings = viewings;
        this.steps = steps;
    }

    /// How much is held and kept at a time.
    ///
    /// @param measured videos that are measured together
    /// @param scored marks that are scored together
    record Portions(int measured, int scored) {

        static final Portions USUAL = new Portions(10_000, 2_000);
    }

    /// What a round did.
    ///
    /// @param scored how many scores as known at their marks are new or other than before
    /// @param settled how many settled scores are
    /// @param alarms how many alarms opened a task
    /// @param plans how many rules did that fired without an alarm
    public record Round(int scored, int settled, int alarms, int plans) {

        /// Nothing was done.
        public static final Round NOTHING = new Round(0, 0, 0, 0);
    }

    /// Scores every mark that was reached by now, and those of which late readings or figures say something else; empty when
    /// another process is at it.
    ///
    /// First what was touched is measured, then scores are made anew from the first measure on that changed. Whoever is killed
    /// leaves a place to go on from. **cost** without new files and marks a small transaction; with new files those of them, and
    /// the videos they speak of
    public Optional<Round> keepUp(Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        if (!isWaiting(now)) {
            return Optional.of(Round.NOTHING);
        }
        Optional<TenantLocks.Held> lock = database.locks().tryAcquire(tenant, WORK);
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        try (TenantLocks.Held held = lock.get()) {
            Progress measured = measure(now);
            return Optional.of(new Rescoring(tenant, database, steps.book(), portions.scored()).goOn(measured, now));
        }
    }

    private Progress measure(Instant now) {
        Progress before = database.transactions().call(tenant, progress::read);
        try (LakeSession lake = database.lake().open(tenant)) {
            return new VideoMeasuring(database, lake, viewings, portions.measured()).goOn(before, now);
        }
    }

    /// Whether a mark was reached, something new was read or told, or something was left undone, since videos were scored last.
    ///
    /// **cost** a small transaction
    public boolean isWaiting(Instant now) {
        return !database.transactions().call(tenant,
                db -> progress.read(db).isStill(database.manifest().last(db, TouchedVideoRepository.DATASETS), now));
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
        List<String> ids = part.stream().map(score -> score.video().value()).toList();
        Map<String, SettledScore> settled = settled(ids);
        try (LakeSession lake = database.lake().open(tenant)) {
            Map<String, Video> known = videos.described(lake, ids);
            return part.stream().map(score -> new ScoredVideo(score, known.get(score.video().value()),
                    settled.get(score.video().value()))).toList();
        }
    }

    private Map<String, SettledScore> settled(Collection<String> ids) {
        Map<String, Instant> told = database.transactions().call(tenant, db -> measures.toldAt(db, ids));
        return database.transactions().call(tenant, db -> scores.settled(db, ids)).stream()
                .collect(Collectors.toMap(score -> score.video().value(),
                        score -> new SettledScore(score, told.get(score.video().value()))));
    }

    /// Everything that is told of a video; empty when it has no score of either kind.
    public Optional<Diagnosis> of(String video) {
        List<FypScore> marks = database.transactions().call(tenant, db -> scores.of(db, video));
        SettledScore settled = settled(List.of(video)).get(video);
        FypScore latest = !marks.isEmpty() ? marks.getLast() : settled == null ? null : settled.score();
        if (latest == null) {
            return Optional.empty();
        }
        FypScore explained = settled == null ? latest : settled.score();
        Basis basis = settled == null ? Basis.KNOWN : Basis.SETTLED;
        RuleBook book = steps.book();
        List<Prescription> firing = marks.isEmpty() ? List.of() : book.firing(latest);
        return Optional.of(new Diagnosis(described(List.of(latest)).getFirst(), marks, cause(explained, basis),
                new Diagnosis.Steps(firing, marks.isEmpty() ? List.of() : book.undecided(latest),
                        settled == null
                                ? List.of()
                                : book.firing(settled.score()).stream().filter(rule -> !firing.contains(rule))
                                        .toList()),
                plans().of(video)));
    }

    private RootCause cause(FypScore score, Basis basis) {
        List<FypScore> before = database.transactions().call(tenant,
                db -> scores.reached(db, basis, score.asOf().minus(FypScoring.COMPARED), score.asOf()));
        Map<String, Set<String>> traits = new HashMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            videos.posted(lake, score.postedAt().minus(FypScoring.COMPARED).minus(Mark.DAY.age()), score.asOf())
                    .forEach((id, one) -> traits.put(id, WatchedVideo.traits(one)));
        }
        return RootCause.of(score, before, traits);
    }

    /// What rules and alarms asked for about videos.
    public ActionPlanList plans() {
        return new ActionPlanList(tenant, database);
    }

    /// What the slots of the week brought, as known at an instant: they rest on scores as known at a day.
    ///
    /// @param at null for the last mark that was scored
    public Slots slots(@Nullable Instant at) {
        Instant asOf = at != null
                ? at
                : database.transactions().call(tenant, scores::last).map(last -> last.plusSeconds(1))
                        .orElse(Instant.EPOCH);
        FypScoring scoring = new FypScoring();
        database.transactions().run(tenant, db -> scores.eachSlot(db, Basis.KNOWN, asOf.minus(FypScoring.MEMORY), asOf,
                scoring::rememberSlot));
        return new Slots(asOf, scoring.slots(asOf));
    }

    /// What each hour of the week may be expected to bring, by the clocks of a time zone, as known after the last mark that was
    /// scored; the epoch before the first.
    public WeekEvidence week(ZoneId zone) {
        Instant asOf = database.transactions().call(tenant, scores::last).map(last -> last.plusSeconds(1))
                .orElse(Instant.EPOCH);
        List<WeekEvidence.Brought> posts = new ArrayList<>();
        database.transactions().run(tenant, db -> scores.eachSlot(db, Basis.KNOWN, asOf.minus(FypScoring.MEMORY), asOf,
                (postedAt, base, velocity) -> posts.add(new WeekEvidence.Brought(postedAt, base, velocity))));
        return WeekEvidence.of(posts, zone, asOf);
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

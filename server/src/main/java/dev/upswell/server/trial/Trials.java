package dev.upswell.server.trial;

import dev.upswell.trial.Verdict;
import dev.upswell.trial.Lift;
import dev.upswell.learn.Interval;
import dev.upswell.brief.FieldTrial;
import dev.upswell.content.EntityId;
import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.pattern.Choice;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trial.SeventhDayRepository.Described;
import dev.upswell.trial.Arm;
import dev.upswell.trial.Comparison;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.Expectation;
import dev.upswell.trial.Made;
import dev.upswell.trial.Standing;
import dev.upswell.trial.TrialVideo;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The trials of a tenant: begins them, takes in their videos, and says how they stand.
public final class Trials {

    private final TenantId tenant;
    private final Database database;
    private final AnalysedVideos analysed;
    private final InstantSource clock;
    private final SeventhDays days;
    private final TrialRepository trials = new TrialRepository();

    public Trials(TenantId tenant, Database database, AnalysedVideos analysed, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.analysed = analysed;
        this.clock = clock;
        this.days = new SeventhDays(tenant, database);
    }

    /// A trial that is wanted.
    ///
    /// @param feature name of the creative choice
    /// @param lift that it is planned to find; null for what earlier trials let expect
    public record Wanted(String name, String feature, Choice.Side side, double threshold, DurationBucket bucket,
            @Nullable Double lift, String by) {
    }

    /// A video that is to be added.
    ///
    /// @param creator null for the one that is stored
    /// @param postedAt null for what is stored, or what its id tells
    /// @param rate at seven days; null where stored readings shall tell it
    /// @param made null where its analysis shall tell it
    public record Added(String video, Arm arm, @Nullable String creator, @Nullable Instant postedAt,
            @Nullable Double rate, @Nullable Made made, String by) {
    }

    /// A trial and how it stands.
    ///
    /// @param asOf what it is told by: now, or its end
    /// @param lines its videos by time of posting
    public record Seen(KeptTrial trial, Instant asOf, Standing standing, List<Line> lines) {

        public Seen {
            lines = List.copyOf(lines);
        }
    }

    /// A video of a trial.
    public record Line(ToldVideo told, TrialVideo video) {
    }

    /// Part of the trials, the last begun first.
    public record Part(List<Seen> items, long total) {

        public Part {
            items = List.copyOf(items);
        }
    }

    /// What a trial that begins now may expect.
    public Expectation expected() {
        return database.transactions().call(tenant, db -> Expectation.from(trials.found(db)));
    }

    /// Begins a trial.
    ///
    /// **errors** [TrialRefused] when the choice does not exist or the lift cannot be planned for
    public Seen begin(Wanted wanted) {
        if (wanted.name().isBlank()) {
            throw TrialRefused.missing("name");
        }
        if (!wanted.bucket().isLength()) {
            throw TrialRefused.length();
        }
        CreativeFeature feature = FeatureDictionary.STANDARD.choices().stream()
                .filter(choice -> choice.name().equals(wanted.feature())).findFirst()
                .orElseThrow(() -> TrialRefused.feature(wanted.feature()));
        KeptTrial begun = database.transactions().call(tenant, db -> {
            KeptTrial one = new KeptTrial(UUID.randomUUID(), wanted.name(), choice(feature, wanted), wanted.bucket(),
                    expectation(Expectation.from(trials.found(db)), wanted.lift()), wanted.by(), clock.instant(), null);
            trials.keep(db, one);
            return one;
        });
        return get(begun.id().toString());
    }

    private static Choice choice(CreativeFeature feature, Wanted wanted) {
        try {
            return new Choice(feature, wanted.side(), wanted.threshold());
        } catch (IllegalArgumentException refused) {
            throw TrialRefused.value(refused);
        }
    }

    private static Expectation expectation(Expectation usual, @Nullable Double lift) {
        try {
            return lift == null ? usual : usual.withLift(lift);
        } catch (IllegalArgumentException refused) {
            throw TrialRefused.value(refused);
        }
    }

    /// Adds a video, or changes what was told of it.
    ///
    /// **errors** [TrialRefused] when there is no such trial, it has ended, the video is in the other arm, nobody knows when it was
    /// posted, or a rate is told before its seventh day
    public Seen add(String id, Added wanted) {
        Instant now = clock.instant();
        UUID trial = uuid(id);
        ToldVideo video = told(wanted, now);
        database.transactions().run(tenant, db -> {
            open(db, trial);
            for (ToldVideo there : trials.videos(db, List.of(trial)).getOrDefault(trial, List.of())) {
                if (there.id().equals(video.id()) && there.arm() != video.arm()) {
                    throw TrialRefused.otherArm(video.id(), there.arm().word());
                }
            }
            trials.keep(db, trial, video);
        });
        return get(id);
    }

    private ToldVideo told(Added wanted, Instant now) {
        String id = wanted.video().strip();
        if (id.isEmpty()) {
            throw TrialRefused.missing("video");
        }
        Described described = days.described(id, wanted.creator(), wanted.postedAt());
        Instant posted = described.postedAt();
        if (posted == null) {
            throw TrialRefused.posted(id);
        }
        checked(id, posted, wanted.rate(), now);
        String creator = described.creator();
        return new ToldVideo(id, wanted.arm(), creator == null ? null : EntityId.creator(creator).value(), posted,
                wanted.rate(), wanted.made() == Made.UNKNOWN ? null : wanted.made(), wanted.by(), now);
    }

    /// Refuses what cannot be told of a video yet, or never.
    static void checked(String id, Instant posted, @Nullable Double rate, Instant now) {
        if (posted.isAfter(now)) {
            throw TrialRefused.future(id, posted);
        }
        if (rate != null) {
            try {
                new Engagement.Known(rate);
            } catch (IllegalArgumentException refused) {
                throw TrialRefused.value(refused);
            }
            Instant due = posted.plus(Engagement.AGE);
            if (due.isAfter(now)) {
                throw TrialRefused.early(id, due);
            }
        }
    }

    /// Ends a trial: its verdict stays, and later trials expect what it found.
    ///
    /// **errors** [TrialRefused] when there is none or it has ended
    public Seen end(String id) {
        Seen seen = get(id);
        KeptTrial.End end = new KeptTrial.End(seen.asOf(), seen.standing().verdict().word(),
                Optional.ofNullable(seen.standing().asAsked()).map(Comparison::earlier).orElse(null));
        database.transactions().run(tenant, db -> {
            if (!trials.end(db, seen.trial().id(), end)) {
                throw TrialRefused.ended(seen.trial().name());
            }
        });
        return get(id);
    }

    private void open(JdbcClient db, UUID id) {
        KeptTrial trial = trials.findToChange(db, id).orElseThrow(() -> TrialRefused.unknown(id.toString()));
        if (trial.ended() != null) {
            throw TrialRefused.ended(trial.name());
        }
    }

    /// A trial and how it stands.
    ///
    /// **errors** [TrialRefused] when there is none
    public Seen get(String id) {
        UUID wanted = uuid(id);
        KeptTrial trial = database.transactions().call(tenant, db -> trials.find(db, wanted))
                .orElseThrow(() -> TrialRefused.unknown(id));
        return seen(List.of(trial)).getFirst();
    }

    /// Trials and how they stand.
    public Part list(int limit, int offset) {
        List<KeptTrial> some = database.transactions().call(tenant, db -> trials.list(db, limit, offset));
        return new Part(seen(some), database.transactions().call(tenant, trials::count));
    }

    /// What ended trials gave, for reports on patterns that were tried, the last begun first.
    public List<FieldTrial> tried() {
        return seen(database.transactions().call(tenant, trials::ended)).stream().map(Trials::tried).toList();
    }

    private static FieldTrial tried(Seen one) {
        Standing standing = one.standing();
        Lift lift = standing.verdict().lifted().orElse(null);
        Interval interval = lift == null ? null : lift.interval();
        return new FieldTrial(one.trial().choice(), one.trial().bucket(), switch (standing.verdict()) {
            case Verdict.Validated _ -> FieldTrial.Outcome.VALIDATED;
            case Verdict.Rejected _ -> FieldTrial.Outcome.REJECTED;
            case Verdict.NotEnoughEvidence _ -> FieldTrial.Outcome.OPEN;
        }, lift == null ? null : (Double) (lift.value() - 1),
                interval == null ? null : new Interval(interval.low() - 1, interval.high() - 1),
                standing.test().known(), standing.control().known());
    }

    private List<Seen> seen(List<KeptTrial> some) {
        Map<UUID, List<ToldVideo>> told = database.transactions().call(tenant,
                db -> trials.videos(db, some.stream().map(KeptTrial::id).toList()));
        Instant now = clock.instant();
        List<Seen> all = new ArrayList<>();
        for (KeptTrial trial : some) {
            KeptTrial.End end = trial.ended();
            all.add(seen(trial, told.getOrDefault(trial.id(), List.of()), end == null ? now : end.at()));
        }
        return all;
    }

    private Seen seen(KeptTrial trial, List<ToldVideo> told, Instant asOf) {
        Map<String, Engagement> engagement = days.of(
                told.stream().map(one -> new SeventhDays.Wanted(one.id(), one.postedAt(), one.rate())).toList(), asOf);
        var features = analysed.find(told.stream().map(ToldVideo::id).collect(Collectors.toSet()));
        List<Line> lines = new ArrayList<>();
        for (ToldVideo one : told) {
            String creator = one.creator();
            Made made = one.made();
            lines.add(new Line(one, new TrialVideo(EntityId.video(one.id()), one.arm(),
                    creator == null ? null : EntityId.creator(creator), one.postedAt(),
                    engagement.getOrDefault(one.id(), Engagement.unread(one.postedAt(), asOf)),
                    made == null
                            ? Made.of(trial.choice(), Optional.ofNullable(features.get(one.id())))
                            : made)));
        }
        return new Seen(trial, asOf, Standing.of(lines.stream().map(Line::video).toList(), trial.expected()), lines);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException unreadable) {
            throw TrialRefused.unknown(id);
        }
    }
}

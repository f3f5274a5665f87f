package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.live.Inbox;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.provider.Secret;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.provider.EnsembleData;
import dev.upswell.server.live.provider.Providers;
import dev.upswell.server.live.provider.TikTokResearch;
import dev.upswell.server.live.replay.KeptReplays;
import dev.upswell.server.live.replay.ReplayParts;
import dev.upswell.server.live.search.KeptLiveSearch;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.sandbox.Shares;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.Expectations;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.SimulatedWorld.Passing;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A tenant that collects from a sandbox of its own, at a time that stands still until it is set.
public final class LiveBench implements AutoCloseable {

    /// When collecting begins.
    public static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");
    static final SandboxSettings TWO_DAYS = SandboxSettings.usual(7, NOON.plus(Duration.ofDays(5)));
    private static final List<Shown> TRUTH = truthAtNoon();

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    public final List<Duration> pauses = new ArrayList<>();
    public final Sandbox sandbox;
    private final boolean own;
    public volatile Instant now = NOON;
    /// How often a server was asked to look for replays.
    public int begun;
    /// Whether pauses take time.
    public boolean moving;
    /// Empty for none.
    public String token = SandboxSettings.TOKEN;
    public long units = 1_000;
    public Duration toAnswer = Duration.ofSeconds(30);
    public UnaryOperator<Source> sources = source -> source;
    UnaryOperator<Source> researches = source -> source;
    Expectations expectations = Expectations.NONE;
    public UnaryOperator<AnswerIntake> intake = answers -> answers;

    public LiveBench() {
        this(Shares.NONE);
    }

    LiveBench(Shares faults) {
        sandbox = Sandbox.start(TWO_DAYS.with(faults), () -> now, 0).orElseThrow();
        own = true;
    }

    /// Another tenant at the same sandbox.
    public LiveBench(LiveBench other) {
        sandbox = other.sandbox;
        own = false;
    }

    private static List<Shown> truthAtNoon() {
        Passing passing = SimulatedWorld.of(TWO_DAYS.world()).passing();
        while (!passing.now().plus(TWO_DAYS.world().cadence()).isAfter(NOON)) {
            passing.advance();
        }
        return passing.videos();
    }

    /// The videos of the busiest hashtag at noon.
    static List<Shown> truth() {
        String busiest = busiest();
        return TRUTH.stream().filter(video -> video.hashtags().stream().anyMatch(tag -> tag.id().equals(busiest)))
                .toList();
    }

    /// The hashtag with the most videos at noon.
    public static String busiest() {
        return TRUTH.stream().flatMap(video -> video.hashtags().stream()).map(Passing.Tally::id)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow().getKey();
    }

    /// The services, with the faults of this bench between them.
    public Live live() {
        return LiveCollecting.of(parts(this::asked));
    }

    /// Searches by the same sources.
    public LiveSearch search() {
        return new KeptLiveSearch(parts(this::asked), Collecting.contents(database, () -> now));
    }

    private List<Source> asked() {
        if (token.isEmpty()) {
            return List.of();
        }
        Source ensembleData = Providers.ensembleData(sandbox.address() + "/ensembledata", new Secret(token), units,
                toAnswer, () -> now);
        Source research = Providers.tikTokResearch(sandbox.address() + "/tiktok-research", SandboxSettings.CLIENT_KEY,
                new Secret(SandboxSettings.CLIENT_SECRET), 1_000, toAnswer, () -> now);
        return List.of(sources.apply(ensembleData), researches.apply(research));
    }

    /// Raw answers of this tenant, read again.
    public Replays replays() {
        return new KeptReplays(new ReplayParts(tenant, database,
                intake.apply(Collecting.answers(database, () -> now)), () -> now,
                slot -> Optional.of(new ReplayParts.Span(slot, slot.plus(Duration.ofMinutes(5)))).filter(
                        span -> !slot.isAfter(NOON)),
                () -> begun++));
    }

    /// Where answers wait that came another way.
    Inbox inbox() {
        return LiveCollecting.inbox(parts(List::of));
    }

    private LiveParts parts(Supplier<List<Source>> asked) {
        return new LiveParts(tenant, database, asked, Set.of(EnsembleData.NAME, TikTokResearch.NAME), expectations,
                intake.apply(Collecting.answers(database, () -> now)), () -> now, this::rest, new SplittableRandom(1));
    }

    /// Stores an answer of the sandbox that came at this instant.
    public void store(String subject, Instant at, String body) {
        LiveParts parts = parts(List::of);
        parts.run(db -> new InboxRepository().put(db, new KeptAnswer(UUID.randomUUID(), "sim-ensembledata",
                FileFormat.ENSEMBLEDATA_POSTS, subject, 1, body, at)));
        LiveCollecting.of(parts).collector().round();
    }

    /// Stores an empty answer for this tenant, as a round without sources does that finds one waiting.
    public static void storeAnswer(TenantId tenant) {
        LiveParts parts = new LiveParts(tenant, TestDatabase.shared(), List::of, Set.of(), Expectations.NONE,
                Collecting.answers(TestDatabase.shared(), () -> NOON), () -> NOON, time -> {
                }, new SplittableRandom(1));
        parts.run(db -> new InboxRepository().put(db, new KeptAnswer(UUID.randomUUID(), "sim-ensembledata",
                FileFormat.ENSEMBLEDATA_POSTS, "hashtag:x", 1, "{\"data\":[]}", NOON)));
        LiveCollecting.of(parts).collector().round();
    }

    private synchronized void rest(Duration time) {
        pauses.add(time);
        now = moving ? now.plus(time) : now;
    }

    public Watch watch(String source, String subject, int pages) {
        return live().watches().add(source, Subject.parse(subject), Duration.ofHours(1), pages);
    }

    public RoundReport round() {
        return live().collector().round();
    }

    /// All that is known of the tenant, without its name.
    String dump() {
        return database.dump()
                .text(tenant, List.of(Collected.OBSERVATION, Collected.VIDEO, AnswerDataset.ANSWER))
                .replaceFirst("\"test-\\d+\"", "\"test\"");
    }

    /// The rows of a query over a dataset, each as one text.
    public List<String> rows(Dataset dataset, String select) {
        List<String> rows = new ArrayList<>();
        try (LakeSession lake = database.lake().open(tenant);
                Statement statement = lake.connection().createStatement();
                ResultSet row = statement.executeQuery(select.formatted(lake.scan(dataset)))) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    public <T> List<T> list(String sql, Class<T> type) {
        return database.transactions().call(tenant, db -> db.sql(sql).query(type).list());
    }

    @Override
    public void close() {
        if (own) {
            sandbox.close();
        }
    }
}

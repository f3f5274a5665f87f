package dev.upswell.server.contest;

import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.TreeSettings;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.recommend.Rankers;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Rankers of a tenant, learnt from what people did with lists they were shown.
///
/// Columns are those that were kept with each list, so nothing is known to a ranker that was not known then. It learns from the first three
/// quarters of the lists by time, with the places videos stood at, and is judged on the last quarter beside the formula, all at the first
/// place. What was judged is what is kept. One whose interval lies above 0 may be tried by a configuration that names it, and serves when
/// that configuration won a trial.
public final class LearntRankers implements Rankers {

    /// Lists that something good was done with, from which on a ranker is learnt.
    public static final int LEAST_LISTS = 100;
    /// People whose lists the last quarter of them must be, at least.
    public static final int LEAST_PEOPLE = 10;
    private static final int NEW_REACTIONS = 500;
    private static final Duration EVERY = Duration.ofDays(7);
    private static final double LEARNT_FROM = 0.75;
    private static final long SEED = 79;
    private static final int SHORT = 12;
    private static final TreeSettings TREES = new TreeSettings(150, 4, 0.08, 0.8, 0.8, 20, 1, 64, 1, 0, SEED);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final String codeVersion;
    private final RankerRepository rankers = new RankerRepository();
    private final ShownRepository shown = new ShownRepository();
    private final EventLogRepository events = new EventLogRepository("contest");
    private final Map<String, PairwiseTrees> loaded = new ConcurrentHashMap<>();

    LearntRankers(TenantId tenant, Database database, InstantSource clock, String codeVersion) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.codeVersion = codeVersion;
    }

    /// What came of learning.
    ///
    /// @param ranker empty where too little is known to learn from
    /// @param note in English, on what was found
    public record Learning(Optional<LearntRanker> ranker, String note) {
    }

    @Override
    public Optional<PairwiseTrees> find(String id) {
        PairwiseTrees known = loaded.get(id);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<PairwiseTrees> found = database.transactions().call(tenant, db -> rankers.artefact(db, id))
                .map(PairwiseTrees::load);
        found.ifPresent(trees -> loaded.put(id, trees));
        return found;
    }

    /// All that were learnt, the last first.
    public List<LearntRanker> list() {
        return database.transactions().call(tenant, rankers::list);
    }

    /// Whether it is time to learn anew: a week after the last time where anything counts that did not then, or after 500 such reactions; the
    /// first time as soon as there is enough. Never where nothing would be learnt.
    public boolean isDue() {
        Instant now = clock.instant();
        Instant old = now.minus(ConfigurationTrial.AGE);
        boolean due = database.transactions().call(tenant, db -> {
            List<LearntRanker> all = rankers.list(db);
            if (all.isEmpty()) {
                ShownRepository.Told told = shown.told(db, old);
                return told.lists() >= LEAST_LISTS && told.people() >= LEAST_PEOPLE;
            }
            Instant last = all.getFirst().trainedAt();
            int reactions = shown.reactions(db, last.minus(ConfigurationTrial.AGE), old);
            return reactions >= NEW_REACTIONS || (reactions > 0 && !last.plus(EVERY).isAfter(now));
        });
        return due && telling(now).isEnough();
    }

    /// Lists that something good came of, the oldest first: the first to learn from, the later to judge by.
    private record Telling(List<ShownList> first, Orders later) {

        boolean isEnough() {
            return first.size() + later.lists() >= LEAST_LISTS && later.people() >= LEAST_PEOPLE;
        }
    }

    private Telling telling(Instant now) {
        List<ShownList> telling = database.transactions()
                .call(tenant, db -> shown.before(db, now.minus(ConfigurationTrial.AGE))).stream()
                .filter(ShownList::tells).toList();
        int cut = (int) (LEARNT_FROM * telling.size());
        return new Telling(telling.subList(0, cut), new Orders(telling.subList(cut, telling.size())));
    }

    /// Learns a ranker from the lists of today and keeps it, with how it did on later lists.
    ///
    /// **cost** seconds for some thousand lists
    public Learning learn() {
        Instant now = clock.instant();
        Telling telling = telling(now);
        List<ShownList> first = telling.first();
        Orders later = telling.later();
        if (!telling.isEnough()) {
            return new Learning(Optional.empty(),
                    "Too little to learn from: %d lists with a good reaction, the last quarter of %d people; %d and %d are needed."
                            .formatted(first.size() + later.lists(), later.people(), LEAST_LISTS, LEAST_PEOPLE));
        }
        PairwiseTrees.Groups groups = RankerRows.of(first);
        PairwiseTrees trees = PairwiseTrees.train(groups, TREES);
        Orders.Figure figure = later.figure(RankerRows.order(trees), RankerRows.FORMULA);
        byte[] artefact = trees.bytes();
        LearntRanker ranker = new LearntRanker("ranker-" + Fingerprint.of(artefact).substring(0, SHORT), now,
                first.size(), (int) first.stream().map(ShownList::subject).distinct().count(),
                new LearntRanker.Judged(later.lists(), later.people(), figure.ndcg(), figure.better(),
                        figure.betterLow(), figure.betterHigh()),
                figure.betterLow() > 0, null);
        database.transactions().run(tenant, db -> {
            rankers.keep(db, ranker, artefact,
                    new RankerRepository.Origin(Fingerprint.of(bytes(groups)), SEED, codeVersion));
            events.write(db, EventType.RANKER_TRAINED, Map.of("ranker", ranker.id(), "requests", ranker.requests(),
                    "people", ranker.people(), "wins", ranker.wins()));
        });
        return new Learning(Optional.of(ranker), ranker.wins()
                ? "Better than the formula on later lists: it may be tried."
                : "Not told to be better than the formula on later lists: it is not tried.");
    }

    private static byte[] bytes(PairwiseTrees.Groups groups) {
        ByteBuffer bytes = ByteBuffer.allocate(
                Float.BYTES * (groups.values().length + groups.gains().length)
                        + Integer.BYTES * (groups.groups().length + 1));
        bytes.putInt(RankingColumns.VERSION);
        for (float value : groups.values()) {
            bytes.putFloat(value);
        }
        for (float gain : groups.gains()) {
            bytes.putFloat(gain);
        }
        for (int group : groups.groups()) {
            bytes.putInt(group);
        }
        return bytes.array();
    }
}

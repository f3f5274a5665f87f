package dev.upswell.server.contest;

import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.TreeSettings;
import dev.upswell.numeric.Dice;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.server.crowd.CrowdState;
import dev.upswell.server.crowd.KeptCrowd;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.recommend.Hindsight;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rankers of a tenant, learnt from what people did with lists they were shown, and with videos that are taken out of all that they did.
///
/// Columns are those that were kept with each list, so nothing is known to a ranker that was not known then. It learns from the first three
/// quarters of the lists by time, with the places videos stood at, and is judged on the last quarter beside the formula, all at the first
/// place. Of videos taken out ([Hindsight]) columns are made without them. What was judged is what is kept. One whose interval lies above
/// 0 may be tried by a configuration that names it, and serves when that configuration won a trial.
public final class LearntRankers implements Rankers {

    /// Lists that something good was done with, from which on a ranker is learnt.
    public static final int LEAST_LISTS = 100;
    /// People whose lists the last quarter of them must be, at least.
    public static final int LEAST_PEOPLE = 10;
    /// People who did more with one of the videos that are taken out than with another, from which on a ranker is learnt from these.
    public static final int LEAST_TAKEN_PEOPLE = 40;
    private static final int NEW_REACTIONS = 500;
    private static final Duration AGAIN = Duration.ofDays(1);
    /// One in so many people is judged by where there are too few lists.
    private static final int JUDGED = 4;
    private static final Duration EVERY = Duration.ofDays(7);
    private static final double LEARNT_FROM = 0.75;
    private static final long SEED = 79;
    private static final int SHORT = 12;
    private static final TreeSettings TREES = new TreeSettings(150, 4, 0.08, 0.8, 0.8, 20, 1, 64, 1, 0, SEED);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final String codeVersion;
    private final @Nullable Hindsight hindsight;
    private final RankerRepository rankers = new RankerRepository();
    private final ShownRepository shown = new ShownRepository();
    private final EventLogRepository events = new EventLogRepository("contest");
    private final Map<String, PairwiseTrees> loaded = new ConcurrentHashMap<>();

    /// @param hindsight null to learn from lists alone
    LearntRankers(TenantId tenant, Database database, InstantSource clock, String codeVersion,
            @Nullable Hindsight hindsight) {
        this.hindsight = hindsight;
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
    /// first time as soon as there is enough. From what was taken out of people's videos a week after the last time where the crowd was learnt
    /// anew since, and a day after it was found to be too little.
    public boolean isDue() {
        Instant now = clock.instant();
        return isDueByLists(now) && telling(now).isEnough() || isDueByTakenOut(now);
    }

    private boolean isDueByLists(Instant now) {
        Instant old = now.minus(ConfigurationTrial.AGE);
        return database.transactions().call(tenant, db -> {
            List<LearntRanker> all = rankers.list(db);
            if (all.isEmpty()) {
                ShownRepository.Told told = shown.told(db, old);
                return told.lists() >= LEAST_LISTS && told.people() >= LEAST_PEOPLE;
            }
            Instant last = all.getFirst().trainedAt();
            int reactions = shown.reactions(db, last.minus(ConfigurationTrial.AGE), old);
            return reactions >= NEW_REACTIONS || (reactions > 0 && !last.plus(EVERY).isAfter(now));
        });
    }

    private boolean isDueByTakenOut(Instant now) {
        Hindsight known = hindsight;
        if (known == null) {
            return false;
        }
        Instant tried = known.tried().get();
        Optional<CrowdState> crowd = new KeptCrowd(tenant, database).state()
                .filter(state -> state.people() >= LEAST_TAKEN_PEOPLE);
        if (crowd.isEmpty() || tried != null && tried.plus(AGAIN).isAfter(now)) {
            return false;
        }
        List<LearntRanker> all = list();
        Instant last = all.isEmpty() ? Instant.MIN : all.getFirst().trainedAt();
        return all.isEmpty() || !last.plus(EVERY).isAfter(now) && crowd.get().learntAt().isAfter(last);
    }

    /// Lists that something good came of, the oldest first: the first to learn from, the later to judge by.
    private record Telling(List<ShownList> first, List<ShownList> last) {

        boolean isEnough() {
            return first.size() + last.size() >= LEAST_LISTS && people(last) >= LEAST_PEOPLE;
        }
    }

    private static int people(List<ShownList> lists) {
        return (int) lists.stream().map(ShownList::subject).distinct().count();
    }

    private Telling telling(Instant now) {
        List<ShownList> telling = database.transactions()
                .call(tenant, db -> shown.before(db, now.minus(ConfigurationTrial.AGE))).stream()
                .filter(ShownList::tells).toList();
        int cut = (int) (LEARNT_FROM * telling.size());
        return new Telling(telling.subList(0, cut), telling.subList(cut, telling.size()));
    }

    /// What is learnt from and what judged by.
    private record Split(LearntRanker.From from, List<ShownList> first, Orders later) {
    }

    /// Where there are lists enough, what was taken out of people's videos is learnt from beside them, as of the first list that is judged by; where
    /// there are not, a quarter of the people are judged by.
    private Optional<Split> split(Telling telling, Instant now) {
        boolean enough = telling.isEnough();
        List<ShownList> taken = takenOut(enough ? telling.last().getFirst().at() : now);
        boolean isTakenEnough = people(taken) >= LEAST_TAKEN_PEOPLE;
        if (enough) {
            List<ShownList> first = isTakenEnough
                    ? Stream.concat(telling.first().stream(), taken.stream()).toList()
                    : telling.first();
            return Optional.of(new Split(isTakenEnough ? LearntRanker.From.BOTH : LearntRanker.From.LISTS, first,
                    new Orders(telling.last())));
        }
        if (!isTakenEnough) {
            return Optional.empty();
        }
        Map<Boolean, List<ShownList>> judged = taken.stream()
                .collect(Collectors.partitioningBy(LearntRankers::isJudged));
        return Optional.of(new Split(LearntRanker.From.TAKEN_OUT, judged.getOrDefault(false, List.of()),
                new Orders(judged.getOrDefault(true, List.of()))));
    }

    private static boolean isJudged(ShownList list) {
        return Dice.of(SEED, "judged " + list.subject(), 0).below(JUDGED) == 0;
    }

    /// What is taken out of what people did, one list a person; of people who did more with one video than with another.
    List<ShownList> takenOut(Instant at) {
        Hindsight known = hindsight;
        return known == null
                ? List.of()
                : known.people(tenant, database, at).stream().map(person -> list(person, at))
                        .filter(ShownList::tells)
                        .filter(list -> list.videos().stream().map(ShownList.Video::worth).distinct().count() > 1)
                        .toList();
    }

    private static ShownList list(Hindsight.Person person, Instant at) {
        return new ShownList(person.subject(), at, person.items().stream()
                .map(item -> new ShownList.Video(item.video(), item.score(), item.virality(), item.relevance(),
                        item.engagement(), item.terms().get(FinalScore.CROWD), item.columns(),
                        person.worths().getOrDefault(item.video(), 0.0)))
                .toList());
    }

    /// Learns a ranker from what is known today and keeps it, with how it did on lists that it did not learn from.
    ///
    /// **cost** seconds for some thousand lists; minutes where what was taken out of hundreds of people's videos is learnt from
    public Learning learn() {
        Instant now = clock.instant();
        Telling telling = telling(now);
        Optional<Split> split = split(telling, now);
        if (hindsight != null) {
            hindsight.tried().set(split.isEmpty() ? now : null);
        }
        if (split.isEmpty()) {
            return new Learning(Optional.empty(),
                    "Too little to learn from: %d lists with a good reaction, the last quarter of %d people; %d and %d are needed. Nor did %d people do more with some of their videos than with others."
                            .formatted(telling.first().size() + telling.last().size(), people(telling.last()),
                                    LEAST_LISTS, LEAST_PEOPLE, LEAST_TAKEN_PEOPLE));
        }
        LearntRanker ranker = learnt(split.get(), now);
        return new Learning(Optional.of(ranker), "%s %s".formatted(switch (ranker.learntFrom()) {
            case LISTS -> "Learnt from reactions to lists.";
            case TAKEN_OUT ->
                "Learnt from videos taken out of what people did, for reactions to lists are too few; the formula beside it knows no acclaim of these.";
            case BOTH ->
                "Learnt from reactions to lists and from videos taken out of what people did, without the acclaim of these.";
        }, ranker.wins()
                ? "Better than the formula on others: it may be tried."
                : "Not told to be better than the formula on others: it is not tried."));
    }

    private LearntRanker learnt(Split split, Instant now) {
        List<ShownList> first = split.first();
        Orders later = split.later();
        PairwiseTrees.Groups groups = RankerRows.of(first);
        PairwiseTrees trees = PairwiseTrees.train(groups, TREES);
        Orders.Figure figure = later.figure(RankerRows.order(trees), RankerRows.FORMULA);
        byte[] artefact = trees.bytes();
        LearntRanker ranker = new LearntRanker("ranker-" + Fingerprint.of(artefact).substring(0, SHORT), now,
                split.from(), first.size(), people(first),
                new LearntRanker.Judged(later.lists(), later.people(), figure.ndcg(), figure.better(),
                        figure.betterLow(), figure.betterHigh()),
                figure.betterLow() > 0, null);
        database.transactions().run(tenant, db -> {
            rankers.keep(db, ranker, artefact,
                    new RankerRepository.Origin(Fingerprint.of(bytes(groups)), SEED, codeVersion));
            events.write(db, EventType.RANKER_TRAINED, Map.of("ranker", ranker.id(), "requests", ranker.requests(),
                    "people", ranker.people(), "wins", ranker.wins()));
        });
        return ranker;
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

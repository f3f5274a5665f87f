package dev.upswell.server.crowd;

import dev.upswell.learn.Fingerprint;
import dev.upswell.ranking.Acclaim;
import dev.upswell.ranking.ItemScorer;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.crowd.CrowdRepository.Kept;
import dev.upswell.server.crowd.CrowdRepository.Person;
import dev.upswell.server.crowd.CrowdRepository.Row;
import dev.upswell.server.crowd.CrowdRepository.Scored;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Learns the crowd of a tenant from what everybody did who may be profiled, and keeps it in place of the one before in one transaction.
///
/// Of each person the scores of all videos are kept and not what they were computed from, so that whoever asks computes nothing and any
/// [CrowdLearner] will do.
public final class CrowdLearning {

    /// So many people must have done something; what fewer did tells of each of them.
    public static final int LEAST_PEOPLE = 5;

    /// How long a crowd serves before it is looked whether there is anything new.
    public static final Duration EVERY = Duration.ofDays(1);
    private static final String WORK = "crowd";

    private final TenantId tenant;
    private final Database database;
    private final CrowdLearner learner;
    private final InstantSource clock;
    private final Profiles profiles;
    private final CrowdRepository crowds = new CrowdRepository();

    public CrowdLearning(TenantId tenant, Database database, CrowdLearner learner, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.learner = learner;
        this.clock = clock;
        profiles = new Profiles(tenant, database, clock);
    }

    /// What came of learning.
    ///
    /// @param people that it was learnt from; 0 where nothing was
    /// @param videos that each of them has scores of
    /// @param note in English, on what was found
    public record Learnt(int people, int videos, String note) {
    }

    /// Whether it is time to learn: something else is stored than was looked at, and the last time was a day ago. At once where nothing is
    /// kept, as after somebody was erased.
    ///
    /// **cost** three queries of the catalog
    public boolean isDue() {
        List<Subject> subjects = profiles.subjects();
        return database.transactions().call(tenant, db -> {
            Optional<Kept> kept = crowds.find(db);
            if (kept.isEmpty()) {
                return subjects.size() >= LEAST_PEOPLE;
            }
            Row crowd = kept.get().crowd();
            boolean old = !kept.get().lookedAt().plus(EVERY).isAfter(clock.instant());
            return old && (!crowd.learner().equals(learner.name())
                    || !crowd.toldFrom().equals(toldFrom(db, subjects)));
        });
    }

    /// Which files, reactions and people there are.
    private String toldFrom(JdbcClient db, List<Subject> subjects) {
        String files = Stream.of(Collected.VIDEO, CommerceDatasets.OWN_ACTIVITY)
                .flatMap(dataset -> database.manifest().visible(db, dataset).stream()).map(LakeFile::id)
                .map(String::valueOf).sorted().collect(Collectors.joining(" "));
        String people = subjects.stream().map(one -> one.id() + " " + one.withExport()).sorted()
                .collect(Collectors.joining(" "));
        return Fingerprint
                .of((files + "\n" + people + "\n" + crowds.reactions(db)).getBytes(StandardCharsets.UTF_8));
    }

    /// Learns from what is known now, and keeps it.
    ///
    /// **cost** seconds for some hundred people, minutes at the bounds; nothing beside reading where all is as it was
    public Learnt learn() {
        try (TenantLocks.Held _ = database.locks().acquire(tenant, WORK)) {
            return alone(clock.instant());
        }
    }

    private Learnt alone(Instant now) {
        List<Subject> subjects = profiles.subjects();
        String from = database.transactions().call(tenant, db -> toldFrom(db, subjects));
        ManyActs acts = ManyActs.of(tenant, database, new ManyActs.Asked(subjects, now, ManyActs.Bounds.USUAL));
        String hash = acts.hash();
        Optional<Row> kept = database.transactions().call(tenant, crowds::find).map(Kept::crowd)
                .filter(row -> row.datasetHash().equals(hash) && row.learner().equals(learner.name()));
        if (kept.isPresent()) {
            database.transactions().run(tenant, db -> crowds.lookedAt(db, kept.get().id(), now, from));
            return new Learnt(0, 0, "Nobody did anything new.");
        }
        boolean enough = acts.people().size() >= LEAST_PEOPLE;
        List<String> videos = enough ? acts.told().videos() : List.of();
        List<Person> people = enough ? scores(acts) : List.of();
        Row crowd = new Row(UUID.randomUUID(), now, people.size(), enough ? acts.told().interactions().size() : 0,
                learner.name(), hash, from);
        return database.transactions().call(tenant, db -> {
            if (!known(db).containsAll(acts.people())) {
                return new Learnt(0, 0, "Somebody was erased meanwhile: nothing is kept, and all is learnt anew.");
            }
            crowds.replace(db, crowd, new Scored(videos, acclaim(acts, videos.size()), people,
                    enough ? acts.worths() : Worths.NONE));
            return enough
                    ? new Learnt(people.size(), videos.size(), "Learnt from what %d people did with %d videos."
                            .formatted(people.size(), videos.size()))
                    : new Learnt(0, 0, "Too few people to go by: %d did something with stored videos, %d are needed."
                            .formatted(acts.people().size(), LEAST_PEOPLE));
        });
    }

    /// What people did until an instant, a fifth of their videos taken out. Nothing of it is kept.
    public TakenOut takenOut(Instant at) {
        return TakenOut.of(tenant, database, learner, profiles.subjects(), at);
    }

    private Set<UUID> known(JdbcClient db) {
        return new HashSet<>(crowds.subjects(db));
    }

    private List<Person> scores(ManyActs acts) {
        CrowdLearner.Learnt learnt = learner.learn(acts.told());
        int[] videos = IntStream.range(0, acts.told().videos().size()).toArray();
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < acts.people().size(); i++) {
            people.add(new Person(acts.people().get(i), floats(learnt.late(), i, videos),
                    floats(learnt.overall(), i, videos)));
        }
        return people;
    }

    private static float[] acclaim(ManyActs acts, int videos) {
        Acclaim acclaim = Acclaim.of(acts.told().interactions());
        float[] floats = new float[videos];
        for (int i = 0; i < videos; i++) {
            floats[i] = (float) acclaim.of(i);
        }
        return floats;
    }

    static float[] floats(ItemScorer scorer, int person, int[] videos) {
        double[] scores = scorer.scores(person, videos);
        float[] floats = new float[scores.length];
        for (int i = 0; i < scores.length; i++) {
            floats[i] = (float) scores[i];
        }
        return floats;
    }
}

package dev.upswell.server.crowd;

import dev.upswell.ranking.ItemScorer;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A tenant of its own with people who liked videos, for tests.
public final class CrowdBench {

    /// When everything is asked.
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public final Database database = TestDatabase.shared();
    public final TenantId tenant = TestDatabase.newTenant();
    Instant now = NOON;

    /// Videos with these captions, by id, all of one creator, 20 seconds long.
    public void videos(Map<String, String> captions) {
        store(Collected.VIDEO, captions.entrySet().stream()
                .map(video -> Map.of("video_id", "'" + video.getKey() + "'", "source", "'test'", "creator",
                        "'creator of " + video.getKey() + "'", "created_at", "'2026-02-01 10:00:00'", "duration_ms",
                        "20000", "caption", "'" + video.getValue() + "'", "hashtags", "''"))
                .toList());
    }

    /// What people did, in lines of account, action, video and day of February 2026, and seconds watched where they are told.
    public void acts(String lines) {
        store(CommerceDatasets.OWN_ACTIVITY, lines.lines().filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+"))
                .map(words -> Map.of("source", "'upswell-people'", "account", "'" + words[0] + "'", "action",
                        "'" + words[1] + "'", "entity_id", "'" + words[2] + "'", "entity_kind", "'video'", "acted_at",
                        "'" + day(words[3]) + "'", "observed_at", "'" + day(words[3]) + "'", "watched_seconds",
                        words.length > 4 ? words[4] : "NULL"))
                .toList());
    }

    /// That an export without a name tells of a video that was liked.
    void nameless(String video) {
        store(CommerceDatasets.OWN_ACTIVITY,
                List.of(Map.of("source", "'tiktok-user-export'", "action", "'liked'", "entity_id", "'" + video + "'",
                        "entity_kind", "'video'", "acted_at", "'" + day("13") + "'", "observed_at",
                        "'" + day("13") + "'")));
    }

    private static String day(String day) {
        return day.contains("-") ? day + " 10:00:00" : "2026-02-%s 10:00:00".formatted(day);
    }

    private void store(Dataset dataset, List<Map<String, String>> given) {
        try (LakeSession lake = database.lake().open(tenant)) {
            String rows = given.stream().map(row -> dataset.columns().stream()
                    .map(column -> "CAST(" + row.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS "
                            + column.quoted())
                    .collect(Collectors.joining(", ", "SELECT ", ""))).collect(Collectors.joining(" UNION ALL "));
            lake.stage(dataset, rows).ifPresent(
                    file -> database.transactions().run(tenant, db -> database.manifest().publish(db, file)));
        }
    }

    /// Lets these people be profiled.
    public void allow(String... handles) {
        for (String handle : handles) {
            database.transactions().run(tenant, db -> db.sql("""
                insert into profile_subject (handle, ground, ground_told_by, ground_told_at)
                values (?, 'CONSENT', 'test', now()) """).param(handle).update());
        }
    }

    /// The id of somebody who may be profiled.
    public UUID subject(String handle) {
        return database.transactions().call(tenant, db -> db.sql("select id from profile_subject where handle = ?")
                .param(handle).query(UUID.class).single());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    CrowdLearning learning(CrowdLearner learner) {
        return new CrowdLearning(tenant, database, learner, () -> now);
    }

    /// Learns the crowd as the product does.
    public CrowdLearning learning() {
        return learning(new AudienceLearner());
    }

    /// The scores of somebody as another process sees them.
    CrowdScores scores(String handle) {
        return new KeptCrowd(tenant, database).of(subject(handle), now).orElseThrow();
    }

    /// Whether anything is kept of anybody, in whichever table.
    long rows() {
        return database.transactions().call(tenant, db -> db
                .sql("""
                    select (select count(*) from crowd) + (select count(*) from crowd_person) + (select count(*) from crowd_worth)""")
                .query(Long.class).single());
    }

    /// Six people: three like bread, three football; ani has not met b2 nor bo f2.
    void sixPeople() {
        videos(Map.of("b0", "Sourdough bread", "b1", "Rye bread", "b2", "Flat bread", "f0", "A late penalty", "f1",
                "The derby", "f2", "A league match"));
        acts("""
            ani  liked b0 10
            ani  liked b1 11
            bea  liked b0 10
            bea  saved b1 11
            bea  liked b2 12
            cid  liked b1 10
            cid  reposted b2 11
            bo   liked f0 10
            bo   liked f1 11
            dan  liked f0 10
            dan  liked f1 11
            dan  liked f2 12
            eva  liked f1 10
            eva  liked f2 11
            """);
        allow("ani", "bea", "cid", "bo", "dan", "eva");
    }

    /// A learner of one score for everything.
    static CrowdLearner constant(double score) {
        return new CrowdLearner() {
            @Override
            public String name() {
                return "constant " + score;
            }

            @Override
            public Learnt learn(Told told) {
                ItemScorer scorer = (person, items) -> {
                    double[] scores = new double[items.length];
                    Arrays.fill(scores, score);
                    return scores;
                };
                return new Learnt(scorer, scorer);
            }
        };
    }
}

package dev.upswell.server.registry;

import dev.upswell.learn.Fingerprint;
import dev.upswell.learn.ModelRecord;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A tenant whose models say what a test wants them to say, and whose entities surge by known dice.
final class Bench {

    static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    static final int ENTITIES = 60;
    static final ModelTask TASK = ModelTask.DAILY_HASHTAGS;

    final Database database;
    final TenantId tenant;
    final ModelRegistry registry;

    Bench() {
        this(TestDatabase.shared(), TestDatabase.newTenant());
    }

    Bench(Database database, TenantId tenant) {
        this.database = database;
        this.tenant = tenant;
        this.registry = new ModelRegistry(database);
    }

    static Instant day(int day) {
        return START.plus(Duration.ofDays(day));
    }

    /// A model that was trained on this day and is offered to serve.
    RegisteredModel train(int day) {
        return registry.register(tenant, List.of(model(day, "boosted-trees", true))).getFirst();
    }

    /// Lets a challenger wait for a person, as of this day.
    void awaits(RegisteredModel model, int day) {
        database.transactions().run(tenant, db -> new Lifecycle().await(db, model,
                Decision.byRule("It is better.", day(day), Map.of())));
    }

    static NewModel model(int day, String kind, boolean offered) {
        byte[] artefact = (kind + " of day " + day).getBytes(StandardCharsets.UTF_8);
        return new NewModel(TASK, new ModelRecord("x", kind, START, day(day), 100, 10, "data-" + day, "feature_set_v1",
                Map.of("depth", "3"), 42, Map.of("prAuc", 0.5), "test", "", Fingerprint.of(artefact)), artefact,
                List.of(), offered);
    }

    /// One day of a model's predictions, unless it was said before: of what is decided, it sees the share `skill`; below 0 it says the opposite.
    void says(RegisteredModel model, int day, double skill, boolean shown) {
        database.transactions().run(tenant, db -> db.sql("insert into " + (shown ? "prediction" : "shadow_prediction")
                + " (kind, entity_id, as_of, horizon_hours, model_id, probability) select 'hashtag', 'e' || i, ?, 24, ?,"
                + " p from unnest(?::float8[]) with ordinality as x(p, i) on conflict do nothing")
                .params(day(day).atOffset(ZoneOffset.UTC),
                        model.id(), probabilities(day, skill))
                .update());
    }

    /// What happened after the cut of a day.
    void happens(int day) {
        Boolean[] labels = new Boolean[ENTITIES];
        for (int i = 0; i < ENTITIES; i++) {
            labels[i] = surges(day, i);
        }
        database.transactions().run(tenant, db -> db.sql("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, known_at)
            select 'hashtag', 'e' || i, ?, 24, l, 0.1, ? from unnest(?::boolean[]) with ordinality as x(l, i)
            on conflict do nothing""")
                .params(day(day).atOffset(ZoneOffset.UTC), day(day + 1).atOffset(ZoneOffset.UTC), labels).update());
    }

    private static Double[] probabilities(int day, double skill) {
        SplittableRandom random = new SplittableRandom(day + 1000L);
        Double[] probabilities = new Double[ENTITIES];
        for (int i = 0; i < ENTITIES; i++) {
            double truth = surges(day, i) ? 0.8 : 0.02;
            boolean sees = random.nextDouble() < Math.abs(skill);
            probabilities[i] = skill < 0 ? 1 - truth : sees ? truth : 0.1;
        }
        return probabilities;
    }

    private static boolean surges(int day, int entity) {
        return new SplittableRandom(31L * day + 7919L * entity).nextInt(10) == 0;
    }

    /// The last day that something happened on; 0 before the first.
    int lastDay() {
        return ((Number) rows(
                "select coalesce(max(extract(day from cut - timestamptz '2025-06-01T00:00:00Z')), 0) as day"
                        + " from outcome")
                .getFirst().get("day")).intValue();
    }

    List<Map<String, Object>> rows(String sql) {
        return database.transactions().call(tenant, db -> db.sql(sql).query().listOfRows());
    }

    List<String> eventTypes() {
        return rows("select type from event_log order by occurred_at").stream().map(row -> (String) row.get("type"))
                .toList();
    }

    ModelState state(RegisteredModel model) {
        return registry.find(tenant, model.id()).orElseThrow().state();
    }
}

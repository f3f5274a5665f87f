package dev.upswell.server.weakness;

import dev.upswell.numeric.Dice;
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.wording.Asking;
import dev.upswell.server.wording.CheckedWording;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Spending;
import dev.upswell.server.wording.WordingSettings;
import dev.upswell.server.wording.Wordings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A tenant with hashtags of two sources, whose surges come as often as was stated, or so many times as often in one of them.
public final class JudgedWorld {

    public static final ModelTask TASK = ModelTask.DAILY_HASHTAGS;
    static final int ENTITIES = 240;
    private static final Instant NOW = Instant.parse("2025-09-15T12:00:00Z");

    final Database database;
    public final TenantId tenant;
    private final UUID model = UUID.randomUUID();

    JudgedWorld() {
        this(TestDatabase.shared(), TestDatabase.newTenant());
    }

    /// In the rows of this tenant.
    public JudgedWorld(Database database, TenantId tenant) {
        this.database = database;
        this.tenant = tenant;
        execute("""
            insert into model_record (id, kind, horizon_hours, training_from, training_to, dataset_hash, feature_set,
            seed, code_version, artefact_sha256, metrics)
            values ('%s', 'boosted-trees', 24, '2025-01-01', '2025-05-01', '', '', 1, '', '0123456789abcdef',
            '{"trainingRows": 1, "trainingPositives": 1}')""".formatted(model));
    }

    /// Fourteen days and a fifteenth that is under way.
    public void fortnight(LocalDate first, double times) {
        days(first, 14, times);
        judgedUpTo(first.plusDays(14));
    }

    /// Two cuts a day of every hashtag; those of source apify surge `times` as often as stated.
    void days(LocalDate first, int days, double times) {
        StringBuilder predictions = new StringBuilder();
        StringBuilder outcomes = new StringBuilder();
        for (int entity = 0; entity < ENTITIES; entity++) {
            Dice dice = Dice.of(11, "judged from " + first, entity);
            boolean apify = entity % 3 == 0;
            for (int day = 0; day < days; day++) {
                for (int hour : new int[]{1, 13}) {
                    String cut = "%sT%02d:00:00Z".formatted(first.plusDays(day), hour);
                    double stated = dice.between(0.02, 0.3);
                    boolean came = dice.chance(Math.min(1, stated * (apify ? times : 1)));
                    predictions.append(predictions.isEmpty() ? "" : ",").append(String.format(Locale.ROOT,
                            "('hashtag','h%d','%s',24,'%s',%.4f,'%s')", entity, cut, model, stated,
                            apify ? "apify" : "discover:www"));
                    outcomes.append(outcomes.isEmpty() ? "" : ",").append(String.format(Locale.ROOT,
                            "('hashtag','h%d','%s',24,%s,%.4f,0.5,%.0f,%s,'%s'::timestamptz + interval '24 hours')",
                            entity, cut, came, came ? 0.7 : 0.05, 900 * Math.pow(10, entity % 4), came ? "3" : "null",
                            cut));
                }
            }
        }
        execute("insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability, source) values "
                + predictions);
        execute("insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, bar, level, hours_to_bar, known_at)"
                + " values " + outcomes + " on conflict do nothing");
    }

    /// Says that this day was the last to be judged.
    void judgedUpTo(LocalDate day) {
        execute("""
            insert into daily_evaluation (kind, horizon_hours, day, model_id, serving, cuts, pairs, figures, settled_at)
            values ('hashtag', 24, '%s', '%s', true, 1, 1, '{}', '2025-06-01')""".formatted(day, model));
    }

    Wordings templates() {
        InstantSource clock = InstantSource.fixed(NOW);
        var prompts = new Prompts(tenant, database, clock);
        var outputs = new Outputs(tenant, database, clock);
        var spending = new Spending(tenant, database, clock);
        return new Wordings(new CheckedWording(_ -> List.of(), new Asking(WordingSettings.usual(), spending, _ -> {
        }), prompts, outputs, clock), prompts, outputs, spending, "USD");
    }

    ErrorAnalyses analyses(Wordings wordings) {
        return new ErrorAnalyses(tenant, database, InstantSource.fixed(NOW),
                new Evaluations(database, tenant, Path.of("nowhere")), wordings);
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }
}

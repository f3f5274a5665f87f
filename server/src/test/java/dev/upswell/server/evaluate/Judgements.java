package dev.upswell.server.evaluate;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// A tenant whose models, predictions, outcomes and readings a test writes down.
final class Judgements {

    static final ModelTask TASK = ModelTask.DAILY_HASHTAGS;

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    final Evaluating evaluating = new Evaluating(database);

    UUID model(String family, double threshold) {
        UUID id = UUID.randomUUID();
        execute("""
            insert into model_record (id, kind, horizon_hours, training_from, training_to, dataset_hash, feature_set,
            seed, code_version, artefact_sha256, metrics)
            values ('%s', '%s', 24, '2025-01-01', '2025-05-01', '', '', 1, '', '0123456789abcdef',
            '{"trainingRows": 1, "trainingPositives": 1, "alertThreshold": %s}')""".formatted(id, family, threshold));
        return id;
    }

    /// A prediction with one feature's effect.
    void predicted(UUID model, String entity, String cut, double probability, double effect) {
        execute("""
            insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability, views_low, views_mid,
            views_high, contributions) values ('hashtag', '%s', '%s', 24, '%s', %s, 900, 1000, 1100,
            '[{"feature": "growth_24h", "value": 0.1, "effect": %s}]')""".formatted(entity, cut, model, probability,
                effect));
    }

    /// What a model in shadow said of an entity.
    void said(UUID model, String entity, String cut, double probability) {
        execute("""
            insert into shadow_prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
            values ('hashtag', '%s', '%s', 24, '%s', %s)""".formatted(entity, cut, model, probability));
    }

    /// What came of an entity; a surge that passed its bar after so many hours, or none with 0.
    void came(String entity, String cut, double growth, double hours) {
        execute("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, bar, level, hours_to_bar, known_at)
            values ('hashtag', '%s', '%s', 24, %s, %s, 0.5, 1000, %s, '%s'::timestamptz + interval '24 hours')
            on conflict (tenant_id, kind, entity_id, cut, horizon_hours) do update set label = excluded.label,
            growth = excluded.growth, hours_to_bar = excluded.hours_to_bar, settled_at = clock_timestamp()"""
                .formatted(entity, cut, hours > 0, growth, hours > 0 ? String.valueOf(hours) : "null", cut));
    }

    /// Readings of a hashtag at even steps, the last at `to`.
    void read(String entity, String to, int count, Duration step) {
        try (LakeSession lake = database.lake().open(tenant)) {
            lake.execute("CREATE OR REPLACE TEMP TABLE fresh (kind VARCHAR, entity_id VARCHAR, source VARCHAR,"
                    + " observed_at TIMESTAMP, views BIGINT, views_step BIGINT)");
            try (var rows = lake.appender("fresh")) {
                for (int i = 0; i < count; i++) {
                    rows.beginRow().append("hashtag").append(entity).append("poll").append(
                            LocalDateTime.ofInstant(Instant.parse(to).minus(step.multipliedBy(i)), ZoneOffset.UTC))
                            .append(20_000L).append(1L).endRow();
                }
            }
            String unread = Collected.OBSERVATION.columns().stream().skip(6)
                    .map(column -> ", CAST(NULL AS BIGINT) AS " + column.name()).collect(Collectors.joining());
            StagedFile file = lake.stage(Collected.OBSERVATION, "SELECT *" + unread + " FROM fresh").orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }

    List<Map<String, Object>> rows(String sql) {
        return database.transactions().call(tenant, db -> db.sql(sql).query().listOfRows());
    }
}

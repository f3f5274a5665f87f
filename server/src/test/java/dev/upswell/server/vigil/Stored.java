package dev.upswell.server.vigil;

import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.alert.Severity;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.trend.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A tenant with metric rows, forecasts and scores that a test writes line by line.
final class Stored {

    static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final String MODEL = "00000000-0000-0000-0000-000000000001";

    private static final Map<String, String> CELLS = Map.ofEntries(Map.entry("kind", "'hashtag'"),
            Map.entry("is_new", "false"), Map.entry("source", "'api'"), Map.entry("basis", "'views'"),
            Map.entry("views_from_videos", "false"), Map.entry("coverage", "1.0"), Map.entry("provisional", "false"),
            Map.entry("cadence_seconds", "900"), Map.entry("definition", "4"), Map.entry("inputs_hash", "7"),
            Map.entry("absences", "''"), Map.entry("withdrawn", "false"));

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    final Alerts alerts = new Alerts(tenant, database);
    private int computed;

    AlertRules rules() {
        return new AlertRules(new VigilParts(tenant, database,
                new TrendQuery(database, new ExpectationRepository()), () -> NOON));
    }

    static RuleDraft rule(String... conditions) {
        return rule(EntityKind.HASHTAG, conditions);
    }

    static RuleDraft rule(EntityKind kind, String... conditions) {
        return new RuleDraft("Risers", kind, Arrays.stream(conditions).map(Condition::of).toList(), Scope.ALL,
                Severity.WARNING, Duration.ofHours(6));
    }

    /// One metric of hashtags' hours, a line each: hashtag, end and value, or `-` where it could not be measured.
    void hours(Metric metric, String lines) {
        computed++;
        List<String> rows = lines.strip().lines().map(line -> line.strip().split("\\s+"))
                .map(cells -> row(metric, cells[0], Instant.parse(cells[1]), cells[2])).toList();
        Dataset dataset = MetricDataset.METRIC;
        try (LakeSession session = database.lake().open(tenant)) {
            StagedFile file = session.stage(dataset, String.join(" UNION ALL ", rows)).orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file));
        }
        String last = lines.strip().lines().map(line -> line.strip().split("\\s+")[1]).max(String::compareTo)
                .orElseThrow();
        execute("insert into metric_run (definition_version, to_time, finished_at) values ('4', '" + last
                + "', now())");
        happened(EventType.METRIC_DONE);
    }

    private String row(Metric metric, String entity, Instant end, String value) {
        String at = "TIMESTAMP '" + end.toString().replace('T', ' ').replace("Z", "") + "'";
        Map<String, String> cells = new HashMap<>(CELLS);
        cells.put("entity_id", "'" + entity + "'");
        cells.put("window_length", "'1h'");
        cells.put("window_end", at);
        cells.put("last_reading", at);
        cells.put("computed_seq", String.valueOf(computed));
        cells.put(metric.label(), value.equals("-") ? "NULL" : value);
        return MetricDataset.METRIC.columns().stream().map(column -> "CAST("
                + cells.getOrDefault(column.name(), "NULL") + " AS " + column.type() + ") AS " + column.quoted())
                .collect(Collectors.joining(", ", "SELECT ", ""));
    }

    /// A forecast over 24 hours.
    void forecast(String hashtag, String asOf, double probability) {
        execute("""
            insert into model_record (id, kind, horizon_hours, training_from, training_to, dataset_hash, feature_set,
            seed, code_version, artefact_sha256, metrics)
            values ('%s', 'boosted', 24, '2025-01-01', '2025-05-01', '', '', 1, '', '0123456789abcdef', '{}')
            on conflict do nothing""".formatted(MODEL));
        execute("""
            insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability)
            values ('hashtag', '%s', '%s', 24, '%s', %s)""".formatted(hashtag, asOf, MODEL, probability));
        happened(EventType.PREDICT_DONE);
    }

    /// A score at a mark of a video.
    void score(String video, String asOf, Double fyp, boolean alarm) {
        execute("""
            insert into video_score (video_id, mark, as_of, posted_at, parts, fyp, literal, coverage, status, event, alarm)
            values ('%s', '15m', '%s', '%s', '{}', %s, %s, 1, %s, false, %s)"""
                .formatted(video, asOf, asOf, fyp, fyp,
                        fyp == null ? "null" : "'weak'", alarm));
        happened(EventType.SCORE_DONE);
    }

    void happened(EventType type) {
        database.transactions().run(tenant, db -> new EventLogRepository("test").write(db, type, Map.of()));
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }

    List<String> list(String sql) {
        return database.transactions().call(tenant, db -> db.sql(sql).query(String.class).list());
    }

    /// What rang, the earliest first: title and instant.
    List<String> rang() {
        return alerts.list(Alerts.Filter.ALL, 500, 0).stream()
                .sorted(java.util.Comparator.comparing(Alert::asOf).thenComparing(Alert::title))
                .map(one -> one.title() + " " + one.asOf()).toList();
    }
}

package dev.upswell.server.trend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.trend.Absence;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import dev.upswell.trend.Window;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MetricRepositoryTest {

    private static final Instant END = Instant.parse("2025-03-02T00:00:00Z");
    private static final Set<Metric> YOUNG = Set.of(Metric.HALF_LIFE_HOURS, Metric.HALF_LIFE_AT_LEAST_HOURS);

    private static final Map<String, String> CELLS = Map.ofEntries(Map.entry("kind", "'hashtag'"),
            Map.entry("entity_id", "'tag'"), Map.entry("window_length", "'24h'"),
            Map.entry("window_end", "TIMESTAMP '2025-03-02 00:00'"), Map.entry("is_new", "false"),
            Map.entry("source", "'api'"), Map.entry("basis", "'views'"), Map.entry("views_from_videos", "false"),
            Map.entry("coverage", "1.0"), Map.entry("provisional", "false"),
            Map.entry("last_reading", "TIMESTAMP '2025-03-02 00:00'"), Map.entry("cadence_seconds", "900"),
            Map.entry("definition", "2"), Map.entry("inputs_hash", "7"), Map.entry("absences", "''"),
            Map.entry("withdrawn", "false"), Map.entry("computed_seq", "1"));

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();

    @Test
    void rowsOfTheDefinitionBeforeSayThatYoungerMetricsWereNotYetDefined() {
        List<Dataset.Column> columns = MetricDataset.METRIC.columns().stream()
                .filter(column -> YOUNG.stream().noneMatch(metric -> metric.label().equals(column.name()))).toList();
        Dataset before = new Dataset("metric", columns, "window_end", List.of("window_end"));
        try (LakeSession session = database.lake().open(tenant)) {
            StagedFile file = session.stage(before, columns.stream()
                    .map(column -> "CAST(" + CELLS.getOrDefault(column.name(), "0.5") + " AS " + column.type() + ") AS "
                            + column.quoted())
                    .collect(Collectors.joining(", ", "SELECT ", ""))).orElseThrow();
            database.transactions().run(tenant, db -> database.manifest().publish(db, file));

            MetricRow row = new MetricRepository()
                    .list(session, MetricSelection.of(EntityKind.HASHTAG, Window.DAY, END, END)).getFirst();

            assertThat(row.value(Metric.MOMENTUM)).hasValue(0.5);
            assertThat(row.backing().definition()).isEqualTo(2);
            assertThat(YOUNG).allSatisfy(metric -> assertThat(row.absence(metric)).hasValue(Absence.NOT_YET_DEFINED));
        }
    }
}

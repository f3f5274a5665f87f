package dev.upswell.server.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.feature.HashtagFeatures;
import dev.upswell.feature.LeakClass;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureExportTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final FeatureStore store = new FeatureStore(database, new OnlineVectors(10, InstantSource.system()));

    private void vector(String hashtag, Instant asOf, float growth) {
        float[] values = new float[HashtagFeatures.V1.size()];
        Arrays.fill(values, Float.NaN);
        values[HashtagFeatures.V1.indexOf("growth_24h")] = growth;
        store.keep(tenant, new FeatureStore.Batch(24, "feature_set_v1", asOf,
                Map.of(EntityId.hashtag(hashtag), values)), 3);
    }

    private void outcome(String hashtag, Instant cut, boolean surged) {
        database.transactions().run(tenant, db -> db.sql("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, bar, level, known_at)
            values ('hashtag', ?, ?, 24, ?, 0.4, 0.3, 20000, ?)""").params(hashtag, cut.atOffset(ZoneOffset.UTC),
                surged, cut.plus(Duration.ofHours(24)).atOffset(ZoneOffset.UTC)).update());
    }

    private FeatureExport.Wanted wanted(Instant from, Instant to) {
        return new FeatureExport.Wanted(EntityKind.HASHTAG, 24, "feature_set_v1", from, to, null, true);
    }

    private List<String> read(Path file, String select) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(select.replace("FILE", "'" + file + "'"))) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                rows.add(row.getString(1));
            }
            return rows;
        }
    }

    private static final String ROWS = "SELECT concat_ws(' ', entity_id, strftime(cut, '%d %H'), round(growth_24h::DOUBLE, 2),"
            + " coalesce(outcome__surged::VARCHAR, '-')) FROM FILE ORDER BY cut, entity_id";

    @Test
    void eachCutIsJoinedWithTheFeaturesKnownThenAndNeverWithLaterOnes() throws SQLException {
        vector("quilting", NOON, 0.1f);
        vector("quilting", NOON.plus(Duration.ofHours(6)), 0.2f);
        vector("pottery", NOON.plus(Duration.ofHours(6)), 0.3f);
        outcome("quilting", NOON, true);
        outcome("quilting", NOON.plus(Duration.ofHours(3)), false);
        outcome("pottery", NOON.plus(Duration.ofHours(3)), true);
        outcome("quilting", NOON.plus(Duration.ofHours(40)), true);
        Path file = folder.resolve("out.parquet");

        FeatureExport.Done done = store.export(tenant, wanted(Instant.EPOCH, FOREVER), file);

        assertThat(read(file, ROWS)).containsExactly("quilting 01 12 0.1 true", "quilting 01 15 0.1 false",
                "pottery 01 18 0.3 -", "quilting 01 18 0.2 -");
        assertThat(done).isEqualTo(new FeatureExport.Done(4, 2, 3, "feature_set_v1", HashtagFeatures.V1.size()));
    }

    @Test
    void aLaterVectorChangesNoEarlierRow() throws SQLException {
        vector("quilting", NOON, 0.1f);
        outcome("quilting", NOON.plus(Duration.ofHours(3)), true);
        Path before = folder.resolve("before.parquet");
        Path after = folder.resolve("after.parquet");
        Instant to = NOON.plus(Duration.ofHours(5));
        store.export(tenant, wanted(NOON, to), before);

        vector("quilting", NOON.plus(Duration.ofHours(4)), 0.9f);
        vector("quilting", NOON.plus(Duration.ofDays(3)), 0.8f);
        store.export(tenant, wanted(NOON, NOON.plus(Duration.ofHours(3))), after);

        assertThat(read(after, ROWS)).isEqualTo(read(before, ROWS));
    }

    @Test
    void outcomesStandApartAreMarkedAndCanBeHeldBack() throws SQLException {
        vector("quilting", NOON, 0.1f);
        outcome("quilting", NOON, true);
        Path all = folder.resolve("all.parquet");
        Path then = folder.resolve("then.parquet");
        Path none = folder.resolve("none.parquet");

        store.export(tenant, wanted(NOON, NOON), all);
        store.export(tenant, new FeatureExport.Wanted(EntityKind.HASHTAG, 24, "feature_set_v1", NOON, NOON,
                NOON.plus(Duration.ofHours(23)), true), then);
        store.export(tenant, new FeatureExport.Wanted(EntityKind.HASHTAG, 24, "feature_set_v1", NOON, NOON, null,
                false), none);

        List<String> columns = read(all, "SELECT column_name FROM (DESCRIBE SELECT * FROM FILE)");
        assertThat(columns).containsAll(HashtagFeatures.V1.names()).contains("features_as_of", "outcome__surged",
                "outcome__known_at");
        assertThat(HashtagFeatures.V1.features()).filteredOn(one -> columns.contains(one.name()))
                .allMatch(one -> one.leakClass() == LeakClass.SAFE);
        assertThat(columns).doesNotContain("surged_24h", "future_growth_24h");
        assertThat(read(all,
                "SELECT decode(value) FROM parquet_kv_metadata(FILE) WHERE decode(key) LIKE 'upswell.%' ORDER BY key"))
                .anyMatch(value -> value.contains("begin with outcome__ are of leak class OUTCOME"))
                .contains("feature_set_v1");
        assertThat(read(then, ROWS)).containsExactly("quilting 01 12 0.1 -");
        assertThat(read(none, "SELECT column_name FROM (DESCRIBE SELECT * FROM FILE)"))
                .noneMatch(name -> name.startsWith("outcome__"));
    }

    @Test
    void aMissingFeatureIsNullAndNotNaN() throws SQLException {
        vector("quilting", NOON, 0.1f);
        Path file = folder.resolve("out.parquet");

        store.export(tenant, wanted(NOON, NOON), file);

        assertThat(read(file, "SELECT count(*) FROM FILE WHERE growth_3h IS NULL")).containsExactly("1");
    }

    @Test
    void nothingIsLeftBehindThatCannotBeWritten() {
        assertThatThrownBy(() -> store.export(tenant, wanted(NOON, NOON), folder.resolve("no/such/out.parquet")))
                .isInstanceOf(StoreException.class);
        assertThatThrownBy(() -> wanted(NOON, NOON.minusSeconds(1))).hasMessageContaining(
                "must not end before they begin");
    }

    @Test
    void otherTenantsHaveNoRows() {
        vector("quilting", NOON, 0.1f);
        outcome("quilting", NOON, true);

        assertThat(store.export(TestDatabase.newTenant(), wanted(Instant.EPOCH, FOREVER), folder.resolve("o.parquet"))
                .rows()).isZero();
    }
}

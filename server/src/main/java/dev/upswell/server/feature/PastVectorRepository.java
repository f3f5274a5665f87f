package dev.upswell.server.feature;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.feature.FeatureStore.Ask;
import dev.upswell.server.feature.FeatureVector.Computed;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;

/// Keeps every vector in the lake, and finds the one that was known at an instant.
final class PastVectorRepository {

    /// Writes these vectors as a file that nobody sees yet; there must be one.
    StagedFile stage(LakeSession lake, List<FeatureVector> vectors) {
        lake.createTable("vectors", FeatureDataset.VECTOR);
        try (DuckDBAppender rows = lake.appender("vectors")) {
            for (FeatureVector vector : vectors) {
                Computed computed = vector.computed();
                rows.beginRow().append(vector.entity().kind().label()).append(vector.entity().value())
                        .append(vector.horizonHours()).append(utc(computed.asOf())).append(computed.featureSet())
                        .append(computed.lakeSeq()).append(computed.metricDefinition()).append(vector.values())
                        .endRow();
            }
        } catch (SQLException e) {
            throw failure(lake, e);
        }
        return lake.stage(FeatureDataset.VECTOR, "SELECT * FROM vectors").orElseThrow();
    }

    /// As [FeatureStore#asOf].
    List<Optional<FeatureVector>> asOf(LakeSession lake, int horizonHours, List<Ask> asks) {
        List<Optional<FeatureVector>> found = new ArrayList<>(Collections.nCopies(asks.size(), Optional.empty()));
        Instant last = asks.stream().map(Ask::at).max(Instant::compareTo).orElse(Instant.EPOCH);
        try {
            lake.execute(
                    "CREATE OR REPLACE TEMP TABLE asked (place INTEGER, kind VARCHAR, entity_id VARCHAR, wanted_at TIMESTAMP)");
            try (DuckDBAppender rows = lake.appender("asked")) {
                for (int place = 0; place < asks.size(); place++) {
                    Ask ask = asks.get(place);
                    rows.beginRow().append(place).append(ask.entity().kind().label()).append(ask.entity().value())
                            .append(utc(ask.at())).endRow();
                }
            }
            String sql = "SELECT place, v.kind, v.entity_id, epoch_us(v.as_of), v.feature_set, v.lake_seq,"
                    + " v.metric_definition, v.feature_values FROM asked AS a JOIN "
                    + lake.scan(FeatureDataset.VECTOR, Instant.EPOCH, last)
                    + " AS v ON v.kind = a.kind AND v.entity_id = a.entity_id AND v.as_of <= a.wanted_at AND v.horizon_hours = "
                    + horizonHours
                    + " QUALIFY row_number() OVER (PARTITION BY place ORDER BY v.as_of DESC, v.lake_seq DESC, v.feature_set DESC) = 1";
            try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
                while (row.next()) {
                    found.set(row.getInt(1), Optional.of(vector(row, horizonHours)));
                }
            }
        } catch (SQLException e) {
            throw failure(lake, e);
        }
        return found;
    }

    private static FeatureVector vector(ResultSet row, int horizonHours) throws SQLException {
        long micros = row.getLong(4);
        Instant at = Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L),
                Math.floorMod(micros, 1_000_000L) * 1_000L);
        return new FeatureVector(new EntityId(EntityKind.of(row.getString(2)), row.getString(3)), horizonHours,
                new Computed(row.getString(5), at, row.getLong(6), row.getInt(7)), floats(row.getArray(8)));
    }

    private static float[] floats(Array array) throws SQLException {
        Object[] boxed = (Object[]) array.getArray();
        float[] values = new float[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = ((Number) boxed[i]).floatValue();
        }
        return values;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static StoreException failure(LakeSession lake, SQLException cause) {
        return StoreException.permanent("feature vectors were not kept or read", "lake of tenant " + lake.tenant(),
                "Check that the data folder is complete; the log has the statement.", cause);
    }
}

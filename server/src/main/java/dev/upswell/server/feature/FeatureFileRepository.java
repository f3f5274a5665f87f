package dev.upswell.server.feature;

import dev.upswell.feature.FeatureDefinition;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.feature.FeatureExport.Done;
import dev.upswell.server.feature.FeatureExport.Wanted;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;

/// Joins vectors of the lake with outcomes and writes them as a file, as [FeatureExport] says.
final class FeatureFileRepository {

    private static final String OUTCOME = FeatureExport.OUTCOME;
    private static final Duration OLDEST = FeatureExport.OLDEST;

    Done write(LakeSession lake, Wanted wanted, FeatureSet set, List<LabelRepository.Label> known, Path file) {
        try {
            fill(lake, known);
            lake.execute("CREATE OR REPLACE TEMP TABLE rows_out AS " + query(lake, wanted, set));
            lake.execute("COPY (SELECT * FROM rows_out ORDER BY cut, entity_id) TO '"
                    + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd, KV_METADATA {"
                    + metadata(wanted, set) + "})");
            return count(lake, wanted, set);
        } catch (SQLException e) {
            throw StoreException.permanent("features were not exported", "lake of tenant " + lake.tenant(),
                    "Check that the data folder is complete; the log has the statement.", e);
        }
    }

    private static void fill(LakeSession lake, List<LabelRepository.Label> known) throws SQLException {
        lake.execute("CREATE OR REPLACE TEMP TABLE labels (entity_id VARCHAR, cut TIMESTAMP, surged BOOLEAN,"
                + " growth DOUBLE, hours_to_bar DOUBLE, known_at TIMESTAMP)");
        try (DuckDBAppender rows = lake.appender("labels")) {
            for (LabelRepository.Label label : known) {
                rows.beginRow().append(label.entity()).append(utc(label.cut())).append(label.surged())
                        .append(label.growth());
                Double hours = label.hoursToBar();
                if (hours == null) {
                    rows.appendNull();
                } else {
                    rows.append(hours.doubleValue());
                }
                rows.append(utc(label.knownAt())).endRow();
            }
        }
    }

    private static String query(LakeSession lake, Wanted wanted, FeatureSet set) {
        String vectors = lake.scan(FeatureDataset.VECTOR, wanted.from().minus(OLDEST), wanted.to());
        String columns = IntStream.range(0, set.size())
                .mapToObj(i -> "CASE WHEN isnan(v.feature_values[%d]) THEN NULL ELSE v.feature_values[%d] END AS \"%s\""
                        .formatted(i + 1, i + 1, set.names().get(i)))
                .collect(Collectors.joining(", "));
        String outcomes = wanted.outcomes()
                ? ", l.surged AS \"%1$ssurged\", l.growth AS \"%1$sfuture_growth\", l.hours_to_bar AS \"%1$shours_to_bar\", l.known_at AS \"%1$sknown_at\""
                        .formatted(OUTCOME)
                : "";
        return """
            WITH v AS (SELECT * FROM %s WHERE kind = '%s' AND horizon_hours = %d AND feature_set = '%s'
            AND as_of BETWEEN %s AND %s
            QUALIFY row_number() OVER (PARTITION BY entity_id, as_of ORDER BY lake_seq DESC) = 1),
            spine AS (SELECT entity_id, cut FROM labels UNION SELECT entity_id, as_of FROM v WHERE as_of >= %s)
            SELECT '%s' AS kind, s.entity_id, %d AS horizon_hours, s.cut, v.feature_set, v.as_of AS features_as_of,
            v.lake_seq, %s%s FROM spine AS s ASOF JOIN v ON s.entity_id = v.entity_id AND s.cut >= v.as_of
            LEFT JOIN labels AS l ON l.entity_id = s.entity_id AND l.cut = s.cut
            WHERE v.as_of >= s.cut - INTERVAL %d HOURS"""
                .formatted(vectors, wanted.kind().label(), wanted.horizonHours(), set.version(),
                        literal(wanted.from().minus(OLDEST)), literal(wanted.to()), literal(wanted.from()),
                        wanted.kind().label(), wanted.horizonHours(), columns, outcomes, OLDEST.toHours());
    }

    private static String metadata(Wanted wanted, FeatureSet set) {
        String leaks = wanted.outcomes()
                ? FeatureCatalogue.OUTCOMES.stream().map(FeatureDefinition::name).collect(Collectors.joining(", "))
                : "none";
        return "'upswell.feature_set': '%s', 'upswell.features': '%d columns, all of leak class SAFE', 'upswell.outcomes': 'columns that begin with %s are of leak class OUTCOME and must never be features: %s', 'upswell.point_in_time': 'features as known at each cut, at most %d h old'"
                .formatted(set.version(), set.size(), OUTCOME, leaks, OLDEST.toHours());
    }

    private static Done count(LakeSession lake, Wanted wanted, FeatureSet set) throws SQLException {
        String labelled = wanted.outcomes() ? "count(\"" + OUTCOME + "known_at\")" : "0";
        try (Statement statement = lake.connection().createStatement();
                ResultSet row = statement
                        .executeQuery("SELECT count(*), " + labelled + ", count(DISTINCT cut) FROM rows_out")) {
            row.next();
            return new Done(row.getLong(1), row.getLong(2), row.getLong(3), set.version(), set.size());
        }
    }

    private static String literal(Instant at) {
        return "TIMESTAMP '" + utc(at).toString().replace('T', ' ') + "'";
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}

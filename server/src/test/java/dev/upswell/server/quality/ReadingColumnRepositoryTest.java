package dev.upswell.server.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.quality.GroupCounts;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TestDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The pass over columns beside SQL that counts the same with windows.
class ReadingColumnRepositoryTest {

    private static final String MADE = """
        CREATE TEMP TABLE made AS WITH r AS (SELECT v, n, (hash(v * 1000 + n) % 100000)::DOUBLE / 100000 AS u,
            (hash(v * 1000 + n + 7) % 100000)::DOUBLE / 100000 AS w FROM range(300) a(v), range(60) b(n)),
          g AS (SELECT *, exp(4) * (0.5 + u) * CASE WHEN w < 0.02 THEN 400 WHEN w > 0.97 THEN -0.5 ELSE 1 END AS gain FROM r),
          t AS (SELECT *, greatest(0, 1000 + sum(gain) OVER (PARTITION BY v ORDER BY n))::BIGINT AS total FROM g)
        SELECT 'video' AS kind, v::VARCHAR AS entity_id, 'made' AS source,
          TIMESTAMP '2026-01-01' + to_seconds(3600 * n + (hash(v) % 900)::BIGINT) AS observed_at, total AS views,
          1::BIGINT AS views_step, CASE WHEN w > 0.04 THEN total // 12 END AS likes, 1::BIGINT AS likes_step,
          NULL::BIGINT AS comments, NULL::BIGINT AS comments_step, NULL::BIGINT AS shares, NULL::BIGINT AS shares_step,
          NULL::BIGINT AS saves, NULL::BIGINT AS saves_step, NULL::BIGINT AS posts, NULL::BIGINT AS posts_step,
          NULL::BIGINT AS followers, NULL::BIGINT AS followers_step FROM t""";

    private static final String COUNTED = """
        WITH step AS (SELECT *, lag(views) OVER w AS before, lag(observed_at) OVER w AS seen FROM made
            WINDOW w AS (PARTITION BY entity_id ORDER BY observed_at)),
          paced AS (SELECT *, CASE WHEN before IS NOT NULL THEN CAST(ln(1 + greatest(0, views - before)
            / greatest(0.25, (epoch(observed_at) - epoch(seen)) / 3600)) AS FLOAT) END AS pace FROM step),
          judged AS (SELECT *, median(pace) OVER p AS middle, mad(pace) OVER p AS spread, max(pace) OVER p AS most,
            count(pace) OVER p AS known FROM paced
            WINDOW p AS (PARTITION BY entity_id ORDER BY observed_at ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING))
        SELECT count(*), count(likes), count(before), count(*) FILTER (WHERE before - views > 1),
            count(*) FILTER (WHERE known >= 6 AND pace IS NOT NULL), count(*) FILTER (WHERE known >= 6 AND pace > most
            AND pace - middle > 8 * greatest(0.25, 1.4826 * spread)) FROM judged""";

    @Test
    void findsWhatSqlFinds() throws SQLException {
        try (LakeSession lake = TestDatabase.shared().lake().open(TestDatabase.newTenant());
                Statement statement = lake.connection().createStatement()) {
            statement.execute(MADE);
            GroupCounts counts = ReadingColumnRepository.of(lake, new ReadingColumnRepository.Known() {
                @Override
                public boolean cumulative(String source) {
                    return true;
                }

                @Override
                public int usual(String source, EntityKind kind) {
                    return 0;
                }
            }).pass("made", "", true).counted().getFirst().counts();

            try (ResultSet row = statement.executeQuery(COUNTED)) {
                row.next();
                assertThat(List.of(counts.readings(), counts.given().get(1), counts.compared(), counts.fell(),
                        counts.paced(), counts.spikes()))
                        .isEqualTo(List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                                row.getLong(5), row.getLong(6)));
                assertThat(counts.spikes()).isGreaterThan(100);
                assertThat(counts.fell()).isGreaterThan(100);
            }
        }
    }
}

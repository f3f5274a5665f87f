package dev.upswell.server.trend.compute;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Computes and reads the tenant's daily engagement, on which the prior rates rest.
final class EngagementDayRepository {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");
    private static final Duration LONGEST_STEP = Duration.ofHours(48);

    /// The days from `from` on whose totals differ from those kept, as an invisible file.
    Optional<StagedFile> stageChanges(LakeSession session, Instant from, Set<String> without, long seq) {
        Instant day = from.truncatedTo(ChronoUnit.DAYS);
        String excluded = without.stream().map(source -> "'" + source.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", without.isEmpty() ? "'')" : ")"));
        session.execute("CREATE OR REPLACE TEMP TABLE fresh_day AS " + """
            SELECT date_trunc('day', observed_at)::TIMESTAMP AS day, sum(greatest(0, views - b.views))::BIGINT AS views,
              sum(greatest(0, coalesce(likes - b.likes, 0)))::BIGINT AS likes,
              sum(greatest(0, coalesce(comments - b.comments, 0)))::BIGINT AS comments,
              sum(greatest(0, coalesce(shares - b.shares, 0)))::BIGINT AS shares
            FROM (SELECT *, lag({'at': observed_at, 'views': views, 'likes': likes, 'comments': comments,
                'shares': shares}) OVER (PARTITION BY kind, entity_id, source ORDER BY observed_at) AS b FROM (
              SELECT kind, entity_id, source, observed_at, max(views) AS views, max(likes) AS likes,
                max(comments) AS comments, max(shares) AS shares FROM %s
              WHERE observed_at >= TIMESTAMP '%s' AND views IS NOT NULL
                AND coalesce(likes, comments, shares) IS NOT NULL AND source NOT IN %s GROUP BY ALL))
            WHERE b IS NOT NULL AND observed_at - b.at <= INTERVAL 48 HOUR AND observed_at >= TIMESTAMP '%s'
            GROUP BY ALL
            """.formatted(session.scan(Collected.OBSERVATION, day.minus(LONGEST_STEP), FOREVER),
                MetricRepository.utc(day.minus(LONGEST_STEP)), excluded, MetricRepository.utc(day)));
        return session.stage(MetricDataset.ENGAGEMENT_DAY, """
            SELECT f.*, %d::BIGINT AS computed_seq FROM fresh_day AS f LEFT JOIN (%s) AS k USING (day)
            WHERE (f.views, f.likes, f.comments, f.shares) IS DISTINCT FROM (k.views, k.likes, k.comments, k.shares)
            """.formatted(seq, kept(session)));
    }

    /// The daily totals kept, by day.
    Map<Instant, EngagementDay> days(LakeSession session) {
        Map<Instant, EngagementDay> days = new LinkedHashMap<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT epoch_us(day), views, likes, comments, shares FROM ("
                        + kept(session) + ") ORDER BY 1")) {
            while (row.next()) {
                Instant day = MetricRepository.micros(row.getLong(1));
                days.put(day, new EngagementDay(day, row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
            }
            return days;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// The entities with a row that ends at or after `from` and shows a rate.
    List<EntityId> rated(LakeSession session, Instant from) {
        List<EntityId> rated = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT kind, entity_id FROM "
                        + session.scan(MetricDataset.METRIC, from, FOREVER) + " WHERE engagement_rate IS NOT NULL"
                        + " AND window_end >= TIMESTAMP '" + MetricRepository.utc(from) + "' ORDER BY ALL")) {
            while (row.next()) {
                rated.add(new EntityId(EntityKind.of(row.getString(1)), row.getString(2)));
            }
            return rated;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String kept(LakeSession session) {
        return "SELECT * FROM " + session.scan(MetricDataset.ENGAGEMENT_DAY)
                + " QUALIFY row_number() OVER (PARTITION BY day ORDER BY computed_seq DESC) = 1";
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("daily engagement was not read", "lake", "The log has the statement.", cause);
    }
}

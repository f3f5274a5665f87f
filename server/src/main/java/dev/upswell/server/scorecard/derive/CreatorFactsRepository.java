package dev.upswell.server.scorecard.derive;

import dev.upswell.content.Viewing;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.scorecard.derive.CreatorFacts.Ads;
import dev.upswell.server.scorecard.derive.CreatorFacts.Followers;
import dev.upswell.server.scorecard.derive.CreatorFacts.Orders;
import dev.upswell.server.scorecard.derive.CreatorFacts.Posted;
import dev.upswell.server.scorecard.derive.CreatorFacts.Week;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What the lake knew of creators at an instant: videos with their readings, followers, orders, sales and results of ads.
///
/// **cost** one scan each of videos, of the readings of nine weeks, and of orders, sales and results of ads; memory grows with the
/// videos of nine weeks
final class CreatorFactsRepository {

    private static final String VIDEOS = """
        WITH posted AS (SELECT video_id AS id, min(lower(creator)) AS creator, min(created_at) AS created_at,
                min(duration_ms) AS duration_ms, min(hashtags) AS hashtags FROM %1$s
            WHERE created_at > CAST('%3$s' AS TIMESTAMP) AND created_at <= CAST('%4$s' AS TIMESTAMP)
            AND creator IS NOT NULL AND creator <> '' GROUP BY video_id),
        read AS (SELECT o.entity_id, o.observed_at, o.source, o.views, o.likes, o.comments, o.shares,
                p.created_at + INTERVAL 7 DAY AS week FROM %2$s o JOIN posted p ON p.id = o.entity_id
            WHERE o.kind = 'video' AND o.views IS NOT NULL AND o.observed_at <= CAST('%4$s' AS TIMESTAMP)),
        latest AS (SELECT * FROM read
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY observed_at DESC, source, views) = 1),
        whole AS (SELECT * FROM read WHERE likes IS NOT NULL AND comments IS NOT NULL AND shares IS NOT NULL
            AND abs(epoch(observed_at) - epoch(week)) <= 3 * 86400),
        earlier AS (SELECT * FROM whole WHERE observed_at <= week
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY observed_at DESC, source, views) = 1),
        later AS (SELECT * FROM whole WHERE observed_at >= week
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY observed_at, source, views) = 1)
        SELECT p.creator, p.created_at, p.duration_ms, p.hashtags, l.views, l.likes, l.comments, l.shares, p.id,
            epoch(e.week) - epoch(e.observed_at), e.views, e.likes, e.comments, e.shares,
            epoch(a.observed_at) - epoch(a.week), a.views, a.likes, a.comments, a.shares
        FROM posted p LEFT JOIN latest l ON l.entity_id = p.id LEFT JOIN earlier e ON e.entity_id = p.id
        LEFT JOIN later a ON a.entity_id = p.id ORDER BY p.creator, p.created_at, p.id""";

    /// One source speaks of both ends: the one that read last.
    private static final String FOLLOWERS = """
        WITH read AS (SELECT entity_id, source, observed_at, followers FROM %1$s
            WHERE kind = 'creator' AND followers IS NOT NULL AND observed_at <= CAST('%2$s' AS TIMESTAMP)),
        latest AS (SELECT * FROM read WHERE observed_at > CAST('%2$s' AS TIMESTAMP) - INTERVAL 7 DAY
            QUALIFY row_number() OVER (PARTITION BY entity_id ORDER BY observed_at DESC, source) = 1),
        earlier AS (SELECT r.* FROM read r JOIN latest l ON l.entity_id = r.entity_id AND l.source = r.source
            WHERE r.observed_at <= CAST('%2$s' AS TIMESTAMP) - INTERVAL 28 DAY
            AND r.observed_at > CAST('%2$s' AS TIMESTAMP) - INTERVAL 35 DAY
            QUALIFY row_number() OVER (PARTITION BY r.entity_id ORDER BY r.observed_at DESC) = 1)
        SELECT lower(l.entity_id), e.followers, l.followers FROM latest l LEFT JOIN earlier e USING (entity_id)""";

    private static final String ORDERS = """
        WITH orders AS (SELECT * FROM %1$s WHERE observed_at <= CAST('%3$s' AS TIMESTAMP)
            QUALIFY row_number() OVER (PARTITION BY source, order_id ORDER BY observed_at DESC, status) = 1),
        lines AS (SELECT * FROM %2$s WHERE observed_at <= CAST('%3$s' AS TIMESTAMP) AND creator IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY source, order_id, line_id ORDER BY observed_at DESC, price) = 1)
        SELECT lower(l.creator), count(DISTINCT l.order_id),
            CASE WHEN count(*) = count(l.price) AND count(DISTINCT coalesce(l.currency, '')) = 1
                THEN CAST(sum(l.price * coalesce(l.quantity, 1)) AS DOUBLE) END, min(l.currency)
        FROM lines l JOIN orders o ON o.source = l.source AND o.order_id = l.order_id
        WHERE o.created_at > CAST('%4$s' AS TIMESTAMP) AND o.created_at <= CAST('%3$s' AS TIMESTAMP)
        AND upper(coalesce(o.status, '')) NOT LIKE 'CANCEL%%' AND upper(coalesce(o.status, '')) <> 'UNPAID'
        GROUP BY 1 ORDER BY 1""";

    private static final String SALES = """
        SELECT lower(creator), avg(cvr) FROM (SELECT * FROM %1$s WHERE creator IS NOT NULL AND cvr IS NOT NULL
            AND observed_at > CAST('%3$s' AS TIMESTAMP) AND observed_at <= CAST('%2$s' AS TIMESTAMP)
            QUALIFY row_number() OVER (PARTITION BY source, product_id, period_days, video_id
                ORDER BY observed_at DESC, cvr) = 1)
        GROUP BY 1 ORDER BY 1""";

    private static final String ADS = """
        WITH results AS (SELECT * FROM %1$s WHERE level = 'ad' AND observed_at <= CAST('%2$s' AS TIMESTAMP)
            AND day > CAST('%3$s' AS DATE) AND day <= CAST('%2$s' AS DATE)
            QUALIFY row_number() OVER (PARTITION BY source, ad_id, part, day ORDER BY observed_at DESC, spend) = 1)
        SELECT count(*), CAST(sum(spend) AS DOUBLE), min(currency), count(DISTINCT coalesce(currency, '')),
            sum(conversions) FILTER (clicks IS NOT NULL), sum(clicks) FILTER (conversions IS NOT NULL),
            CAST(sum(spend) FILTER (conversions IS NOT NULL) AS DOUBLE), sum(conversions) FILTER (spend IS NOT NULL),
            CAST(sum(spend) FILTER (coalesce(likes, comments, shares) IS NOT NULL) AS DOUBLE),
            sum(coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0)) FILTER (spend IS NOT NULL),
            CAST(sum(spend) FILTER (video_plays IS NOT NULL) AS DOUBLE), sum(video_plays) FILTER (spend IS NOT NULL),
            sum(watched_100) FILTER (video_plays IS NOT NULL), sum(video_plays) FILTER (watched_100 IS NOT NULL)
        FROM results WHERE ? = '*' OR account = ? OR starts_with(coalesce(name, ad_id), ?)""";

    private static final String LAST = """
        SELECT max(observed_at) FROM (SELECT observed_at FROM %s UNION ALL SELECT observed_at FROM %s
            UNION ALL SELECT observed_at FROM %s UNION ALL SELECT observed_at FROM %s
            UNION ALL SELECT observed_at FROM %s) WHERE observed_at <= CAST('%s' AS TIMESTAMP)""";
    /// One reading of a video stands for its age of seven days when it is at most so far from it.
    private static final double NEAR_SECONDS = Duration.ofDays(1).toSeconds();

    private final Database database;

    CreatorFactsRepository(Database database) {
        this.database = database;
    }

    /// What was known at this instant, by creator.
    ///
    /// @param ads which ads are a creator's: `*` for all, an advertiser's account, or how their names begin
    Map<String, CreatorFacts> read(TenantId tenant, Instant asOf, Map<String, String> ads) {
        Map<String, CreatorFacts> facts = new TreeMap<>();
        try (LakeSession lake = database.lake().open(tenant)) {
            Instant from = asOf.minus(Derivation.MEMORY);
            String window = timestamp(asOf.minus(Derivation.WINDOW));
            String readings = lake.scan(Collected.OBSERVATION, from, asOf);
            videos(lake, VIDEOS.formatted(lake.scan(Collected.VIDEO), readings, timestamp(from), timestamp(asOf)),
                    facts);
            each(lake, FOLLOWERS.formatted(readings, timestamp(asOf)), facts, (row, one) -> one
                    .with(new Followers(whole(row, 2), row.getLong(3))));
            each(lake, ORDERS.formatted(lake.scan(CommerceDatasets.SHOP_ORDER), lake.scan(CommerceDatasets.ORDER_LINE),
                    timestamp(asOf), window), facts,
                    (row, one) -> one
                            .with(new Orders(row.getLong(2), number(row, 3), row.getString(4))));
            each(lake, SALES.formatted(lake.scan(CommerceDatasets.PRODUCT_SALES), timestamp(asOf), window), facts,
                    (row, one) -> one.withConversion(number(row, 2)));
            for (Map.Entry<String, String> linked : ads.entrySet()) {
                Ads results = ads(lake, ADS.formatted(lake.scan(CommerceDatasets.AD_RESULT), timestamp(asOf), window),
                        linked.getValue());
                change(facts, linked.getKey(), one -> one.with(results));
            }
        } catch (SQLException e) {
            throw StoreException.permanent("what is known of creators was not read", "the lake",
                    "Run \"upswell doctor\".", e);
        }
        return facts;
    }

    /// When anything was told last until this instant; empty when never.
    Optional<Instant> lastTold(TenantId tenant, Instant until) {
        try (LakeSession lake = database.lake().open(tenant);
                Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(LAST.formatted(lake.scan(Collected.OBSERVATION),
                        lake.scan(CommerceDatasets.SHOP_ORDER), lake.scan(CommerceDatasets.AD_RESULT),
                        lake.scan(CommerceDatasets.PRODUCT_SALES), lake.scan(CommerceDatasets.VIDEO_VIEWING),
                        timestamp(until)))) {
            LocalDateTime last = row.next() ? row.getObject(1, LocalDateTime.class) : null;
            return Optional.ofNullable(last).map(at -> at.toInstant(ZoneOffset.UTC));
        } catch (SQLException e) {
            throw StoreException.permanent("the last reading was not found", "the lake", "Run \"upswell doctor\".", e);
        }
    }

    private static void videos(LakeSession lake, String sql, Map<String, CreatorFacts> facts) throws SQLException {
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            String creator = "";
            List<Posted> posted = new ArrayList<>();
            while (row.next()) {
                if (!row.getString(1).equals(creator)) {
                    keep(facts, creator, posted);
                    creator = row.getString(1);
                    posted.clear();
                }
                posted.add(posted(row));
            }
            keep(facts, creator, posted);
        }
    }

    private static void keep(Map<String, CreatorFacts> facts, String creator, List<Posted> posted) {
        if (!posted.isEmpty()) {
            facts.put(creator, new CreatorFacts(creator, posted, null, null, null, null));
        }
    }

    private static Posted posted(ResultSet row) throws SQLException {
        Long millis = whole(row, 3);
        String tags = row.getString(4);
        return new Posted(row.getString(9), row.getObject(2, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                millis == null ? null : Duration.ofMillis(millis),
                tags == null ? List.of() : Arrays.stream(tags.split(" ")).filter(tag -> !tag.isBlank()).toList(),
                whole(row, 5), whole(row, 6), whole(row, 7), whole(row, 8), week(row), Viewing.NONE);
    }

    private static @Nullable Week week(ResultSet row) throws SQLException {
        Double before = number(row, 10);
        Double after = number(row, 15);
        if (before != null && after != null) {
            double apart = before + after;
            return Week.between(counters(row, 11), counters(row, 16), apart == 0 ? 0 : before / apart);
        }
        if (before != null) {
            return before <= NEAR_SECONDS ? counters(row, 11) : null;
        }
        return after != null && after <= NEAR_SECONDS ? counters(row, 16) : null;
    }

    private static Week counters(ResultSet row, int from) throws SQLException {
        return new Week(row.getDouble(from), row.getDouble(from + 1), row.getDouble(from + 2),
                row.getDouble(from + 3));
    }

    /// What a row adds to what is known of a creator.
    private interface Addition {

        CreatorFacts to(ResultSet row, CreatorFacts one) throws SQLException;
    }

    private static void each(LakeSession lake, String sql, Map<String, CreatorFacts> facts, Addition addition)
            throws SQLException {
        try (Statement query = lake.connection().createStatement(); ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                String creator = row.getString(1);
                facts.put(creator, addition.to(row, known(facts, creator)));
            }
        }
    }

    private static void change(Map<String, CreatorFacts> facts, String creator, UnaryOperator<CreatorFacts> change) {
        facts.put(creator, change.apply(known(facts, creator)));
    }

    private static CreatorFacts known(Map<String, CreatorFacts> facts, String creator) {
        return facts.getOrDefault(creator, new CreatorFacts(creator, List.of(), null, null, null, null));
    }

    private static @Nullable Ads ads(LakeSession lake, String sql, String match) throws SQLException {
        try (PreparedStatement query = lake.connection().prepareStatement(sql)) {
            query.setString(1, match);
            query.setString(2, match);
            query.setString(3, match);
            try (ResultSet row = query.executeQuery()) {
                if (!row.next() || row.getLong(1) == 0) {
                    return null;
                }
                boolean oneCurrency = row.getLong(4) == 1;
                return new Ads(share(number(row, 5), number(row, 6)),
                        oneCurrency ? share(number(row, 7), number(row, 8)) : null,
                        oneCurrency ? share(number(row, 9), number(row, 10)) : null,
                        oneCurrency ? share(number(row, 11), number(row, 12)) : null,
                        share(number(row, 13), number(row, 14)), oneCurrency ? number(row, 2) : null,
                        row.getString(3));
            }
        }
    }

    /// A ratio; null when a side is missing or nothing is counted below.
    private static @Nullable Double share(@Nullable Double above, @Nullable Double below) {
        return above == null || below == null || below <= 0 ? null : (Double) (above / below);
    }

    private static @Nullable Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : (Double) value;
    }

    private static @Nullable Long whole(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : (Long) value;
    }

    private static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "");
    }
}

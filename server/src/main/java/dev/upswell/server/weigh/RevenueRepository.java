package dev.upswell.server.weigh;

import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.weigh.Revenue.Sum;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Orders of the lake as revenue of creators by period: those that were cancelled or left unpaid bring nothing.
///
/// **cost** a scan of orders each, and one of their lines
final class RevenueRepository {

    private static final String SPAN = """
        SELECT min(created_at), max(observed_at) FROM %1$s WHERE observed_at <= CAST('%2$s' AS TIMESTAMP)
        AND created_at IS NOT NULL""";

    private static final String SUMS = """
        WITH orders AS (SELECT * FROM %1$s WHERE observed_at <= CAST('%3$s' AS TIMESTAMP) AND created_at IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY source, order_id ORDER BY observed_at DESC, status) = 1),
        lines AS (SELECT * FROM %2$s WHERE observed_at <= CAST('%3$s' AS TIMESTAMP) AND creator IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY source, order_id, line_id ORDER BY observed_at DESC, price) = 1),
        sold AS (SELECT lower(l.creator) AS creator, o.created_at, l.price, l.quantity, l.currency,
                floor((epoch(CAST('%4$s' AS TIMESTAMP)) - epoch(o.created_at)) / %5$d) AS back,
                upper(coalesce(o.status, '')) NOT LIKE 'CANCEL%%' AND upper(coalesce(o.status, '')) <> 'UNPAID' AS counts
            FROM lines l JOIN orders o ON o.source = l.source AND o.order_id = l.order_id)
        SELECT creator, CAST(back AS INTEGER), count(*) FILTER (counts),
            CASE WHEN count(*) FILTER (counts) = count(price) FILTER (counts)
                AND count(DISTINCT coalesce(currency, '')) FILTER (counts) = 1
                THEN CAST(sum(price * coalesce(quantity, 1)) FILTER (counts) AS DOUBLE) END,
            min(currency) FILTER (counts), min(created_at)
        FROM sold WHERE back >= 0 GROUP BY 1, 2 ORDER BY 1, 2""";

    private final TenantId tenant;
    private final Database database;

    RevenueRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// Over which time orders speak that were told until an instant; empty when none was.
    Optional<Revenue.Span> span(Instant asOf) {
        try (LakeSession lake = database.lake().open(tenant);
                Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(
                        SPAN.formatted(lake.scan(CommerceDatasets.SHOP_ORDER), timestamp(asOf)))) {
            return row.next() && row.getObject(1) != null
                    ? Optional.of(new Revenue.Span(instant(row, 1), instant(row, 2)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    /// What orders brought that were told until an instant, by periods counted back from `end`.
    Revenue of(Instant asOf, Instant end, Duration period) {
        try (LakeSession lake = database.lake().open(tenant);
                Statement query = lake.connection().createStatement();
                ResultSet row = query.executeQuery(SUMS.formatted(lake.scan(CommerceDatasets.SHOP_ORDER),
                        lake.scan(CommerceDatasets.ORDER_LINE), timestamp(asOf), timestamp(end),
                        period.toSeconds()))) {
            Map<String, Instant> named = new TreeMap<>();
            List<Sum> sums = new ArrayList<>();
            while (row.next()) {
                named.merge(row.getString(1), instant(row, 6), (one, other) -> one.isBefore(other) ? one : other);
                if (row.getLong(3) > 0) {
                    sums.add(new Sum(row.getString(1), row.getInt(2), amount(row), row.getString(5)));
                }
            }
            return new Revenue(named, sums);
        } catch (SQLException e) {
            throw unread(e);
        }
    }

    private static StoreException unread(SQLException cause) {
        return StoreException.permanent("what creators brought was not read", "the lake", "Run \"upswell doctor\".",
                cause);
    }

    private static @Nullable Double amount(ResultSet row) throws SQLException {
        double amount = row.getDouble(4);
        return row.wasNull() ? null : (Double) amount;
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    }

    private static String timestamp(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "");
    }
}

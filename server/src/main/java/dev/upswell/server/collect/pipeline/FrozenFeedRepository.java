package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FrozenFeed;
import dev.upswell.server.quality.QualityEvents;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantTransactions;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.JsonNodeFactory;

/// Looks in the lake for sources that stopped moving, and keeps what it finds with the source.
///
/// A crawl is what a source said at one instant about at least 20 entities. A feed is frozen when its last three crawls or
/// more, over a day or more, are equal in every entity and every counter: real lists of that length never are. So it is when
/// 20 entities or more were read three times or more since any counter of the source moved last, over a day or more.
///
/// Three equal crawls must stand within the source's last 30 days; only then is its whole past read for when it stopped.
/// **cost** a month of the source for each import, however long its past.
final class FrozenFeedRepository {

    private static final int FEWEST_ENTITIES = 20;
    private static final int FEWEST_CRAWLS = 3;
    private static final int MOST_CRAWLS = 1_000;
    private static final Duration SHORTEST_SPAN = Duration.ofDays(1);
    private static final Duration RECENT = Duration.ofDays(30);
    private final TenantTransactions transactions;

    FrozenFeedRepository(TenantTransactions transactions) {
        this.transactions = transactions;
    }

    /// Judges one source by what the lake holds of it, and stores the judgement.
    Optional<FrozenFeed> judge(TenantId tenant, LakeSession lake, String source) {
        Optional<FrozenFeed> frozen = latest(tenant, source).flatMap(last -> {
            String recent = since(lake, last.minus(RECENT), last);
            return find(lake, source, recent).flatMap(_ -> find(lake, source, lake.scan(Collected.OBSERVATION)))
                    .or(() -> standing(lake, source, recent));
        });
        transactions.run(tenant, db -> store(db, source, frozen));
        return frozen;
    }

    /// Those of the sources that enter another hour with these readings: so a source that is collected live is looked at once
    /// an hour.
    Set<String> due(TenantId tenant, Map<String, Instant> latest) {
        Set<String> due = new TreeSet<>();
        latest.forEach((source, at) -> {
            if (latest(tenant, source).filter(before -> !before.truncatedTo(ChronoUnit.HOURS)
                    .isBefore(at.truncatedTo(ChronoUnit.HOURS))).isEmpty()) {
                due.add(source);
            }
        });
        return due;
    }

    /// Whether nothing moved since some instant, whatever was read when: answers of a provider tell of other entities each.
    private static Optional<FrozenFeed> standing(LakeSession lake, String source, String readings) {
        String sql = "WITH step AS (SELECT kind, entity_id, observed_at, hash(" + String.join(", ", Collected.COUNTERS)
                + ") AS h, lag(h) OVER (PARTITION BY kind, entity_id ORDER BY observed_at) AS before FROM " + readings
                + " WHERE source = ?), ending AS (SELECT coalesce(max(observed_at) FILTER (WHERE before <> h),"
                + " min(observed_at)) AS since, max(observed_at) AS until FROM step), still AS (SELECT count(*) AS n"
                + " FROM step, ending WHERE observed_at >= since GROUP BY kind, entity_id HAVING count(*) >= "
                + FEWEST_CRAWLS + ") SELECT epoch_us(any_value(since)), epoch_us(any_value(until)), count(n),"
                + " min(n) FROM ending LEFT JOIN still ON true";
        try (PreparedStatement statement = lake.connection().prepareStatement(sql)) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Instant since = time(row.getLong(1));
                Instant until = time(row.getLong(2));
                return row.getLong(3) >= FEWEST_ENTITIES
                        && Duration.between(since, until).compareTo(SHORTEST_SPAN) >= 0
                                ? Optional.of(new FrozenFeed(source, since, until, row.getInt(4), row.getLong(3)))
                                : Optional.empty();
            }
        } catch (SQLException e) {
            throw ChunkRepository.failure("source " + source + " was not examined", e);
        }
    }

    private Optional<Instant> latest(TenantId tenant, String source) {
        return transactions.call(tenant,
                db -> db.sql("select last_observed_at from source where name = ? and last_observed_at is not null")
                        .param(source).query(OffsetDateTime.class).optional())
                .map(OffsetDateTime::toInstant);
    }

    private static String since(LakeSession lake, Instant from, Instant to) {
        return "(FROM " + lake.scan(Collected.OBSERVATION, from, to) + " WHERE observed_at >= make_timestamp("
                + ChronoUnit.MICROS.between(Instant.EPOCH, from) + "))";
    }

    private static Optional<FrozenFeed> find(LakeSession lake, String source, String readings) {
        String sql = "SELECT epoch_us(observed_at) AS at, count(*) AS entities, bit_xor(hash(kind, entity_id, "
                + String.join(", ", Collected.COUNTERS) + ")) AS crawl FROM " + readings
                + " WHERE source = ? GROUP BY observed_at HAVING count(*) >= " + FEWEST_ENTITIES
                + " ORDER BY observed_at DESC LIMIT " + MOST_CRAWLS;
        try (PreparedStatement statement = lake.connection().prepareStatement(sql)) {
            statement.setString(1, source);
            try (ResultSet row = statement.executeQuery()) {
                return latestEqual(row, source);
            }
        } catch (SQLException e) {
            throw ChunkRepository.failure("source " + source + " was not examined", e);
        }
    }

    private static Optional<FrozenFeed> latestEqual(ResultSet row, String source) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String crawl = row.getString("crawl");
        long entities = row.getLong("entities");
        Instant last = time(row.getLong("at"));
        Instant first = last;
        int crawls = 1;
        while (row.next() && row.getString("crawl").equals(crawl) && row.getLong("entities") == entities) {
            first = time(row.getLong("at"));
            crawls++;
        }
        return crawls >= FEWEST_CRAWLS && Duration.between(first, last).compareTo(SHORTEST_SPAN) >= 0
                ? Optional.of(new FrozenFeed(source, first, last, crawls, entities))
                : Optional.empty();
    }

    private static Instant time(long epochMicros) {
        return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
    }

    private static void store(JdbcClient db, String source, Optional<FrozenFeed> frozen) {
        String json = frozen.map(feed -> JsonNodeFactory.instance.objectNode().put("type", "FROZEN_FEED")
                .put("since", feed.since().toString()).put("until", feed.until().toString())
                .put("crawls", feed.crawls())
                .put("entities", feed.entities()).toString()).orElse(null);
        boolean known = db.sql("select exists(select 1 from source where name = ? and stale is not null)").param(source)
                .query(Boolean.class).single();
        db.sql("update source set stale = cast(? as jsonb) where name = ?").param(json).param(source).update();
        if (known == frozen.isEmpty()) {
            QualityEvents.source(db, source, frozen.map(FrozenFeed::text).orElse(null));
        }
    }
}

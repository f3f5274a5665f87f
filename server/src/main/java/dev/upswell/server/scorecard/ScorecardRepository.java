package dev.upswell.server.scorecard;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `scorecard`. All calls run inside the caller's tenant transaction.
final class ScorecardRepository {

    private static final TypeReference<List<KnownInput>> INPUTS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Integer>> HASHTAGS = new TypeReference<>() {
    };
    private static final String COLUMNS = """
        select creator, day, as_of, weighting, weighting_version, overall, worst, best, coverage, inputs,
            followers, hashtags from scorecard""";

    /// Keeps a card in place of an earlier one of the same day.
    void keep(JdbcClient db, KeptScorecard card) {
        db.sql("""
            insert into scorecard (creator, day, as_of, weighting, weighting_version, overall, worst, best, coverage,
            inputs, followers, hashtags) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb) on conflict (tenant_id, creator, day) do update set
            as_of = excluded.as_of, weighting = excluded.weighting, weighting_version = excluded.weighting_version,
            overall = excluded.overall, worst = excluded.worst, best = excluded.best, coverage = excluded.coverage,
            inputs = excluded.inputs, followers = excluded.followers, hashtags = excluded.hashtags, scored_at = now()""")
                .params(Arrays.asList(card.creator(), card.day(), RowTime.utc(card.asOf()), card.weighting(),
                        card.version(),
                        card.overall(), card.worst(), card.best(), card.coverage(), Json.write(card.inputs().all()),
                        card.traits().followers(), Json.write(card.traits().hashtags())))
                .update();
    }

    /// The last card of each creator.
    List<KeptScorecard> latest(JdbcClient db) {
        return db.sql("select distinct on (creator) * from (" + COLUMNS + ") s order by creator, day desc")
                .query((row, index) -> card(row)).list();
    }

    /// The last card of each creator that speaks of a time after `after` and not after `until`.
    List<KeptScorecard> between(JdbcClient db, Instant after, Instant until) {
        return db.sql("select distinct on (creator) * from (" + COLUMNS
                + " where as_of > ? and as_of <= ?) s order by creator, as_of desc")
                .params(RowTime.utc(after), RowTime.utc(until))
                .query((row, index) -> card(row)).list();
    }

    /// As of when the first card is; empty when none is kept.
    Optional<Instant> first(JdbcClient db) {
        return db.sql("select min(as_of) from scorecard").query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant);
    }

    /// The last card of a creator until this day; empty when there is none.
    Optional<KeptScorecard> until(JdbcClient db, String creator, @Nullable LocalDate day) {
        return db.sql(COLUMNS + " where creator = ? and (?::date is null or day <= ?) order by day desc limit 1")
                .params(Arrays.asList(creator, day, day)).query((row, index) -> card(row)).optional();
    }

    /// The cards of a creator, the latest first.
    List<KeptScorecard> of(JdbcClient db, String creator, int limit, int offset) {
        return db.sql(COLUMNS + " where creator = ? order by day desc limit ? offset ?").params(creator, limit, offset)
                .query((row, index) -> card(row)).list();
    }

    /// How many cards of a creator are kept.
    long count(JdbcClient db, String creator) {
        return db.sql("select count(*) from scorecard where creator = ?").param(creator).query(Long.class).single();
    }

    private static KeptScorecard card(ResultSet row) throws SQLException {
        return new KeptScorecard(row.getString("creator"), row.getObject("day", LocalDate.class),
                row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getString("weighting"),
                row.getInt("weighting_version"), row.getObject("overall", Double.class), row.getDouble("worst"),
                row.getDouble("best"), row.getDouble("coverage"),
                new KnownInputs(Json.read(row.getString("inputs"), INPUTS)),
                new Traits(row.getObject("followers", Long.class), Json.read(row.getString("hashtags"), HASHTAGS)));
    }
}

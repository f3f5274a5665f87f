package dev.upswell.server.theme;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.theme.Divergence;
import dev.upswell.theme.Divergence.Kind;
import dev.upswell.theme.Divergence.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `divergence_run` and `divergence`. All calls run inside the caller's tenant transaction.
final class DivergenceRepository {

    void put(JdbcClient db, DivergenceRun run) {
        DivergenceRun.Counts counts = run.counts();
        db.sql("""
            insert into divergence_run (id, at, as_of, hashtags, emerging, themes, near_limit, pairs, apart, near, near_apart)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(run.id(), RowTime.utc(run.at()), RowTime.utc(run.asOf()), counts.hashtags(), counts.emerging(),
                        counts.themes(), counts.limit(), counts.pairs(), counts.apart(), counts.near(),
                        counts.nearApart())
                .update();
        for (int place = 0; place < run.found().size(); place++) {
            put(db, run.id(), place, run.found().get(place));
        }
    }

    private static void put(JdbcClient db, UUID run, int place, DivergenceRun.Pair pair) {
        Subject one = pair.divergence().one();
        Subject other = pair.divergence().other();
        db.sql("""
            insert into divergence (run_id, place, one_kind, one_id, one_name, one_momentum, other_kind, other_id, other_name,
                other_momentum, likeness) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(run, place, one.kind().name(), one.id(), pair.oneName(), one.momentum(), other.kind().name(),
                        other.id(), pair.otherName(), other.momentum(), pair.divergence().likeness())
                .update();
    }

    /// The last search as of an instant, or of all; empty where there is none.
    Optional<DivergenceRun> last(JdbcClient db, @Nullable Instant asOf) {
        return db.sql("""
            select * from divergence_run where ?::timestamptz is null or as_of <= ?
            order by as_of desc, at desc, id limit 1""")
                .params(Arrays.asList(RowTime.utcOrNull(asOf), RowTime.utcOrNull(asOf)))
                .query((row, index) -> run(row)).optional().map(run -> run.with(pairs(db, run.id())));
    }

    private static List<DivergenceRun.Pair> pairs(JdbcClient db, UUID run) {
        return db.sql("select * from divergence where run_id = ? order by place").param(run)
                .query((row, index) -> new DivergenceRun.Pair(
                        new Divergence(subject(row, "one"), subject(row, "other"), row.getDouble("likeness")),
                        row.getString("one_name"), row.getString("other_name")))
                .list();
    }

    private static Subject subject(ResultSet row, String which) throws SQLException {
        return new Subject(Kind.valueOf(row.getString(which + "_kind")), row.getString(which + "_id"),
                row.getDouble(which + "_momentum"));
    }

    private static DivergenceRun run(ResultSet row) throws SQLException {
        return new DivergenceRun(row.getObject("id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                new DivergenceRun.Counts(row.getInt("hashtags"), row.getInt("emerging"), row.getInt("themes"),
                        row.getDouble("near_limit"), row.getInt("pairs"), row.getInt("apart"), row.getInt("near"),
                        row.getInt("near_apart")),
                List.of());
    }
}

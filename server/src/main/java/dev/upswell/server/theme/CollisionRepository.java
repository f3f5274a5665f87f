package dev.upswell.server.theme;

import dev.upswell.numeric.Overlap;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.theme.Collision;
import dev.upswell.theme.Collision.Rise;
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

/// The rows of tables `collision_run` and `collision`. All calls run inside the caller's tenant transaction.
final class CollisionRepository {

    void put(JdbcClient db, CollisionRun run) {
        db.sql("""
            insert into collision_run (id, kind, at, as_of, videos, creators, subjects, pairs)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(run.id(), run.kind().name(), RowTime.utc(run.at()), RowTime.utc(run.asOf()), run.videos(),
                        run.creators(), run.subjects(), run.pairs())
                .update();
        for (int place = 0; place < run.found().size(); place++) {
            put(db, run.id(), place, run.found().get(place));
        }
    }

    private static void put(JdbcClient db, UUID run, int place, CollisionRun.Pair pair) {
        Collision one = pair.collision();
        db.sql("""
            insert into collision (run_id, place, one_id, one_name, one_creators, one_last, one_before, one_p, other_id,
                other_name, other_creators, other_last, other_before, other_p, shared, expected, shared_p, together_by, manner,
                p, adjusted) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(run, place, one.one().subject(), pair.oneName(), one.one().creators(),
                        one.one().lastWeek(), one.one().weekBefore(), one.one().p(), one.other().subject(),
                        pair.otherName(), one.other().creators(), one.other().lastWeek(), one.other().weekBefore(),
                        one.other().p(), one.creators().both(), one.creators().expected(), one.creators().atLeast(),
                        one.togetherBy(), one.manner().name(), one.p(), one.adjusted()))
                .update();
    }

    /// The last search of a kind as of an instant, or of all; empty where there is none.
    Optional<CollisionRun> last(JdbcClient db, CollisionRun.Kind kind, @Nullable Instant asOf) {
        return db.sql("""
            select * from collision_run where kind = ? and (?::timestamptz is null or as_of <= ?)
            order by as_of desc, at desc, id limit 1""")
                .params(Arrays.asList(kind.name(), RowTime.utcOrNull(asOf), RowTime.utcOrNull(asOf)))
                .query((row, index) -> run(row)).optional().map(run -> run.with(pairs(db, run.id())));
    }

    private static List<CollisionRun.Pair> pairs(JdbcClient db, UUID run) {
        return db.sql("select * from collision where run_id = ? order by place").param(run)
                .query((row, index) -> pair(row)).list();
    }

    private static CollisionRun run(ResultSet row) throws SQLException {
        return new CollisionRun(row.getObject("id", UUID.class), CollisionRun.Kind.valueOf(row.getString("kind")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getInt("videos"),
                row.getInt("creators"), row.getInt("subjects"), row.getInt("pairs"), List.of());
    }

    private static CollisionRun.Pair pair(ResultSet row) throws SQLException {
        return new CollisionRun.Pair(new Collision(rise(row, "one"), rise(row, "other"),
                new Overlap(row.getInt("shared"), row.getDouble("expected"), row.getDouble("shared_p")),
                row.getInt("together_by"), Collision.Manner.valueOf(row.getString("manner")), row.getDouble("p"),
                row.getDouble("adjusted")), row.getString("one_name"), row.getString("other_name"));
    }

    private static Rise rise(ResultSet row, String which) throws SQLException {
        return new Rise(row.getString(which + "_id"), row.getInt(which + "_creators"), row.getInt(which + "_last"),
                row.getInt(which + "_before"), row.getDouble(which + "_p"));
    }
}

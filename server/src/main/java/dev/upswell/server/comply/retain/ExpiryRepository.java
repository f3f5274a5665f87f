package dev.upswell.server.comply.retain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of tables whose time is over. All calls run inside the caller's tenant transaction.
final class ExpiryRepository {

    private ExpiryRepository() {
    }

    /// How a table stands.
    ///
    /// @param due rows stored before the instant that was asked about
    /// @param oldest when the oldest of the others was stored; null when there is none
    record Standing(long due, @Nullable Instant oldest) {
    }

    /// @param before null when nothing of it is ever due
    static Standing standing(JdbcClient db, Expiring table, @Nullable Instant before) {
        return db
                .sql("select count(*) filter (where stored < ?) as due, min(stored) filter (where stored >= ?) as oldest"
                        + " from (select cast(" + table.time() + " as timestamptz) as stored from " + table.table()
                        + " where " + table.condition() + ") kept")
                .param(utc(before)).param(utc(before)).query((row, index) -> standing(row)).single();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
        return new Standing(row.getLong("due"), oldest == null ? null : oldest.toInstant());
    }

    /// Deletes or empties what was stored before this instant; returns how many rows.
    static long expire(JdbcClient db, Expiring table, Instant before, Instant now) {
        String due = " where cast(" + table.time() + " as timestamptz) < ? and " + table.condition();
        return switch (table.deed()) {
            case Expiring.Deed.Delete() ->
                db.sql("delete from " + table.table() + due).param(utc(before)).update();
            case Expiring.Deed.Empty(String assignments) ->
                db.sql("update " + table.table() + " set " + assignments + due).param(utc(before)).update();
            case Expiring.Deed.Settle(String assignments, String time) ->
                db.sql("update " + table.table() + " set " + assignments + ", " + time + " = ?" + due).param(utc(now))
                        .param(utc(before)).update();
            case Expiring.Deed.Forget(String function) ->
                db.sql("select " + function + "(?)").param(utc(before)).query(Long.class).single();
        };
    }

    /// Batches that gates judged.
    ///
    /// @param due those judged before the instant that was asked about
    /// @param oldest when the oldest of the others that is held was judged; null when there is none
    record Batches(List<UUID> due, @Nullable Instant oldest) {
    }

    static Batches batches(JdbcClient db, Instant before) {
        List<UUID> due = db.sql("select id from gate_batch where judged_at < ? and held_rows > 0").param(utc(before))
                .query(UUID.class).list();
        OffsetDateTime oldest = db.sql("select min(judged_at) from gate_batch where judged_at >= ? and state = 'held'")
                .param(utc(before)).query(OffsetDateTime.class).optional().orElse(null);
        return new Batches(due, oldest == null ? null : oldest.toInstant());
    }

    private static OffsetDateTime utc(@Nullable Instant instant) {
        return (instant == null ? Instant.EPOCH : instant).atOffset(ZoneOffset.UTC);
    }
}

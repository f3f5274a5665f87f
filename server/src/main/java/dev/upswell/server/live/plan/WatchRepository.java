package dev.upswell.server.live.plan;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.LastSweep;
import dev.upswell.server.live.WatchList.Manner;
import dev.upswell.server.live.WatchList.Watched;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The watch list in the database. All calls run inside the caller's tenant transaction.
public final class WatchRepository {

    /// Adds a watch; empty when the source watches this subject already.
    Optional<Watch> add(JdbcClient db, String source, Subject subject, Manner manner, Instant now) {
        return db.sql("""
            insert into watch (source, feed, target, kind, priority, pinned, every_minutes, pages, added_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, source, feed, target) do nothing returning *""")
                .params(source, subject.feed().label(), subject.target()).params(manner.kind().label(),
                        manner.priority().label(), manner.pinned(), manner.every().toMinutes(), manner.pages())
                .param(RowTime.utcOrNull(now)).param(RowTime.utcOrNull(now)).query((row, index) -> watch(row))
                .optional();
    }

    /// The watch as it is after the change; empty when there is none.
    Optional<Watch> change(JdbcClient db, UUID id, Manner manner, Instant now) {
        return db.sql("""
            update watch set kind = ?, priority = ?, pinned = ?, every_minutes = ?, pages = ?, changed_at = ?
            where id = ? returning *""").params(manner.kind().label(), manner.priority().label(), manner.pinned(),
                manner.every().toMinutes(), manner.pages()).param(RowTime.utcOrNull(now)).param(id)
                .query((row, index) -> watch(row)).optional();
    }

    /// The watch that was removed; empty when there was none.
    Optional<Watch> remove(JdbcClient db, UUID id) {
        return db.sql("delete from watch where id = ? returning *").param(id).query((row, index) -> watch(row))
                .optional();
    }

    List<Watched> list(JdbcClient db) {
        return db.sql("""
            select w.*, s.slot, s.state, s.pages as kept, s.note from watch w left join lateral (
                select * from sweep where watch_id = w.id order by slot desc limit 1) s on true
            order by w.source collate "C", w.feed, w.target collate "C\"""")
                .query((row, index) -> new Watched(watch(row), last(row))).list();
    }

    /// The watches of a source, by subject.
    List<Watch> of(JdbcClient db, String source) {
        return db.sql("select * from watch where source = ? order by feed, target collate \"C\"").param(source)
                .query((row, index) -> watch(row)).list();
    }

    private static @Nullable LastSweep last(ResultSet row) throws SQLException {
        OffsetDateTime slot = row.getObject("slot", OffsetDateTime.class);
        return slot == null
                ? null
                : new LastSweep(slot.toInstant(), row.getString("state"), row.getInt("kept"), row.getString("note"));
    }

    /// The watch of a row that has the columns of table `watch`.
    public static Watch watch(ResultSet row) throws SQLException {
        return new Watch(row.getObject("id", UUID.class), row.getString("source"),
                new Subject(Feed.of(row.getString("feed")), row.getString("target")),
                Watch.Kind.of(row.getString("kind")), Watch.Priority.of(row.getString("priority")),
                row.getBoolean("pinned"),
                Duration.ofMinutes(row.getInt("every_minutes")), row.getInt("pages"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}

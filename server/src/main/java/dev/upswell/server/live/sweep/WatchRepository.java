package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchList.LastSweep;
import dev.upswell.server.live.WatchList.Watched;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The watch list in the database. All calls run inside the caller's tenant transaction.
final class WatchRepository {

    /// Adds a watch; empty when the source watches this subject already.
    Optional<Watch> add(JdbcClient db, String source, Subject subject, Duration every, int pages, Instant now) {
        return db.sql("""
            insert into watch (source, feed, target, every_minutes, pages, added_at) values (?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, source, feed, target) do nothing returning *""")
                .params(source, subject.feed().label(), subject.target(), every.toMinutes(), pages).param(utc(now))
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

    private static @Nullable LastSweep last(ResultSet row) throws SQLException {
        OffsetDateTime slot = row.getObject("slot", OffsetDateTime.class);
        return slot == null
                ? null
                : new LastSweep(slot.toInstant(), row.getString("state"), row.getInt("kept"), row.getString("note"));
    }

    static Watch watch(ResultSet row) throws SQLException {
        return new Watch(row.getObject("id", UUID.class), row.getString("source"),
                new Subject(Feed.of(row.getString("feed")), row.getString("target")),
                Duration.ofMinutes(row.getInt("every_minutes")), row.getInt("pages"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}

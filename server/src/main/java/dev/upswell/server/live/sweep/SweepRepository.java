package dev.upswell.server.live.sweep;

import static dev.upswell.server.live.sweep.WatchRepository.utc;

import dev.upswell.server.live.Watch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sweeps in the database. All calls run inside the caller's tenant transaction.
final class SweepRepository {

    private static final String OPEN = """
        select w.*, s.id as sweep, s.begun_at, s.cursor, s.pages as kept from sweep s join watch w on w.id = s.watch_id
        where s.state = 'OPEN' and w.source = any(?) order by s.slot, w.added_at, w.source, w.feed, w.target""";

    /// Opens a sweep for every watch of these sources whose slot has none, unless an earlier one is still open: a missed slot is
    /// not made up for.
    int openDue(JdbcClient db, Collection<String> sources, Instant now) {
        return db
                .sql("""
                    insert into sweep (watch_id, slot, begun_at)
                    select id, slot, ? from (
                        select id, to_timestamp(floor(extract(epoch from ?) / (every_minutes * 60)) * every_minutes * 60) as slot
                        from watch where source = any(?)) due
                    where not exists (select 1 from sweep s where s.watch_id = due.id and (s.state = 'OPEN' or s.slot >= due.slot))
                    on conflict do nothing""")
                .param(utc(now)).param(utc(now)).param(sources.toArray(String[]::new)).update();
    }

    /// The open sweeps of these sources, the oldest slot first.
    List<Sweep> open(JdbcClient db, Collection<String> sources) {
        return db.sql(OPEN).param(sources.toArray(String[]::new)).query((row, index) -> sweep(row)).list();
    }

    private static Sweep sweep(ResultSet row) throws SQLException {
        int kept = row.getInt("kept");
        Watch watch = WatchRepository.watch(row);
        return new Sweep(row.getObject("sweep", UUID.class), watch,
                row.getObject("begun_at", OffsetDateTime.class).toInstant(), row.getString("cursor"), kept);
    }

    /// Moves the sweep on by a page; false, and nothing changes, when it no longer stands where it did.
    boolean advance(JdbcClient db, Sweep sweep, @Nullable String next, boolean last, Instant now) {
        return db.sql("""
            update sweep set cursor = ?, pages = pages + 1, state = ?, ended_at = ?
            where id = ? and state = 'OPEN' and pages = ?""").param(next).param(last ? "DONE" : "OPEN")
                .param(last ? utc(now) : null).param(sweep.id()).param(sweep.pages()).update() == 1;
    }

    /// Ends the sweep where it stands; false when it no longer stands there.
    boolean end(JdbcClient db, Sweep sweep, String state, String note, Instant now) {
        return db
                .sql("update sweep set state = ?, note = ?, ended_at = ? where id = ? and state = 'OPEN' and pages = ?")
                .param(state).param(note).param(utc(now)).param(sweep.id()).param(sweep.pages()).update() == 1;
    }

    /// Opens a broken sweep again at its cursor; false when another of the same watch is open.
    boolean reopen(JdbcClient db, UUID id) {
        return db
                .sql("""
                    update sweep set state = 'OPEN', note = null, ended_at = null where id = ? and state = 'BROKEN'
                    and not exists (select 1 from sweep other where other.watch_id = sweep.watch_id and other.state = 'OPEN')""")
                .param(id).update() == 1;
    }
}

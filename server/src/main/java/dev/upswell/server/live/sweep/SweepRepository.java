package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.plan.WatchRepository;
import dev.upswell.server.postgres.RowTime;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sweeps in the database. All calls run inside the caller's tenant transaction.
final class SweepRepository {

    private static final String OPEN = """
        select w.*, s.id as sweep, s.begun_at, s.cursor, s.pages as kept, s.together, w.pages + coalesce((select sum(f.pages)
            from sweep fs join watch f on f.id = fs.watch_id where fs.lead = s.id and fs.state = 'OPEN'), 0) as most from sweep s join watch w on w.id = s.watch_id
        left join watch_plan p on p.watch_id = w.id where s.state = 'OPEN' and s.lead is null and w.source = any(?)
        order by p.bits / nullif(p.units_per_day, 0) desc nulls last, s.slot, w.added_at, w.source, w.feed, w.target""";

    /// What is due: a watch that was never visited at once, else each slot of the length that is planned. Slots of more than an hour
    /// begin at an hour that the id of the watch draws, so that those of a day do not all come at midnight. Where another length was planned
    /// meanwhile, a visit since the beginning of the slot is its visit.
    private static final String OPEN_DUE = """
        insert into sweep (watch_id, slot, begun_at)
        select id, slot, ? from (
            select id, to_timestamp(floor((extract(epoch from ?) - shift) / (minutes * 60)) * minutes * 60 + shift) as slot,
            minutes from (
                select w.id, coalesce(p.every_minutes, w.every_minutes) as minutes,
                get_byte(uuid_send(w.id), 0) % greatest(1, coalesce(p.every_minutes, w.every_minutes) / 60) * 3600 as shift
                from watch w left join watch_plan p on p.watch_id = w.id
                where w.source = any(?) and (p.watch_id is null or p.every_minutes is not null
                    or not exists (select 1 from sweep s where s.watch_id = w.id))) planned) due
        where not exists (select 1 from sweep s where s.watch_id = due.id and (s.state = 'OPEN' or s.begun_at >= due.slot))
        on conflict do nothing""";

    /// Opens a sweep for every watch of these sources whose slot has none, unless an earlier one is still open: a missed slot is
    /// not made up for.
    int openDue(JdbcClient db, Collection<String> sources, Instant now) {
        return db.sql(OPEN_DUE).param(RowTime.utcOrNull(now)).param(RowTime.utcOrNull(now))
                .param(sources.toArray(String[]::new)).update();
    }

    /// The open sweeps of these sources, first what adds most for its units by the plan, then the oldest slot.
    List<Sweep> open(JdbcClient db, Collection<String> sources) {
        return db.sql(OPEN).param(sources.toArray(String[]::new)).query((row, index) -> sweep(row)).list();
    }

    private static Sweep sweep(ResultSet row) throws SQLException {
        int kept = row.getInt("kept");
        Watch watch = WatchRepository.watch(row);
        Array together = row.getArray("together");
        List<Subject> others = together == null
                ? List.of()
                : Stream.of((String[]) together.getArray()).map(one -> new Subject(watch.subject().feed(), one))
                        .toList();
        return new Sweep(row.getObject("sweep", UUID.class), watch, others, row.getInt("most"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(), row.getString("cursor"), kept);
    }

    /// Moves the sweep on by a page; false, and nothing changes, when it no longer stands where it did.
    boolean advance(JdbcClient db, Sweep sweep, @Nullable String next, boolean last, Instant now) {
        boolean moved = db.sql("""
            update sweep set cursor = ?, pages = pages + 1, state = ?, ended_at = ?
            where id = ? and state = 'OPEN' and pages = ?""").param(next).param(last ? "DONE" : "OPEN")
                .param(last ? RowTime.utcOrNull(now) : null).param(sweep.id()).param(sweep.pages()).update() == 1;
        if (moved && last) {
            GroupRepository.ended(db, sweep.id());
        }
        return moved;
    }

    /// Moves the sweep on before the same page; false, and nothing changes, when it no longer stands where it did.
    boolean linger(JdbcClient db, Sweep sweep, String next) {
        return db
                .sql("""
                    update sweep set cursor = ? where id = ? and state = 'OPEN' and pages = ? and cursor is not distinct from ?""")
                .param(next).param(sweep.id()).param(sweep.pages()).param(sweep.cursor()).update() == 1;
    }

    /// Ends the sweep where it stands; false when it no longer stands there.
    boolean end(JdbcClient db, Sweep sweep, String state, String note, Instant now) {
        boolean ended = db
                .sql("update sweep set state = ?, note = ?, ended_at = ? where id = ? and state = 'OPEN' and pages = ?")
                .param(state).param(note).param(RowTime.utcOrNull(now)).param(sweep.id()).param(sweep.pages())
                .update() == 1;
        if (ended) {
            GroupRepository.ended(db, sweep.id());
        }
        return ended;
    }

    /// Opens a broken sweep again at its cursor; false when another of the same watch is open.
    boolean reopen(JdbcClient db, UUID id) {
        boolean reopened = db
                .sql("""
                    update sweep set state = 'OPEN', note = null, ended_at = null where id = ? and state = 'BROKEN'
                    and not exists (select 1 from sweep other where other.watch_id = sweep.watch_id and other.state = 'OPEN')""")
                .param(id).update() == 1;
        if (reopened) {
            GroupRepository.reopened(db, id);
        }
        return reopened;
    }
}

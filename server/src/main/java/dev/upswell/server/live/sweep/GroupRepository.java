package dev.upswell.server.live.sweep;

import dev.upswell.server.live.Feed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Sweeps that one query asks for together. All calls run inside the caller's tenant transaction.
///
/// One of them leads: it has the cursor and the pages, and its row keeps what is asked, so that the query stays the same when a watch is
/// taken off the list meanwhile. The others follow: they end as it ends.
final class GroupRepository {

    /// Of a subject that was visited to its last page before; one that never was, or is larger than its pages, is asked for alone,
    /// for it would take the pages of the others.
    private static final String FRESH = """
        select s.id, w.target from sweep s join watch w on w.id = s.watch_id left join watch_plan p on p.watch_id = w.id
        where s.state = 'OPEN' and w.source = ? and w.feed = ? and s.pages = 0 and s.cursor is null and s.lead is null
        and s.together is null and exists (
            select from (select * from sweep b where b.watch_id = s.watch_id and b.state <> 'OPEN' order by b.slot desc limit 1) last
            where last.state = 'DONE' and last.cursor is null and last.pages > 0)
        order by p.bits / nullif(p.units_per_day, 0) desc nulls last, s.slot, w.added_at, w.target""";

    /// A sweep that may be asked for together with others.
    private record Fresh(UUID id, String target) {

        static Fresh of(ResultSet row) throws SQLException {
            return new Fresh(row.getObject("id", UUID.class), row.getString("target"));
        }
    }

    /// Puts the open sweeps of a source that have not begun into groups of at most so many. Those that nobody leads any more begin anew,
    /// for a cursor that they have is that of the query about all.
    void form(JdbcClient db, String source, Feed feed, int most) {
        db.sql("""
            update sweep set lead = null, cursor = null, pages = 0 where state = 'OPEN' and lead is not null
            and not exists (select from sweep l where l.id = sweep.lead and l.state = 'OPEN')""").update();
        List<Fresh> fresh = db.sql(FRESH).params(source, feed.label()).query((row, index) -> Fresh.of(row)).list();
        for (int from = 0; from + 1 < fresh.size(); from += most) {
            lead(db, fresh.subList(from, Math.min(fresh.size(), from + most)));
        }
    }

    private static void lead(JdbcClient db, List<Fresh> group) {
        if (group.size() == 1) {
            return;
        }
        Fresh first = group.getFirst();
        List<Fresh> others = group.subList(1, group.size());
        db.sql("update sweep set together = ? where id = ?")
                .param(others.stream().map(Fresh::target).toArray(String[]::new)).param(first.id()).update();
        db.sql("update sweep set lead = ? where id = any(?)").param(first.id())
                .param(others.stream().map(Fresh::id).toArray(UUID[]::new)).update();
    }

    /// Ends those that follow as the sweep that leads them ended.
    static void ended(JdbcClient db, UUID lead) {
        db.sql("""
            update sweep f set state = l.state, cursor = l.cursor, pages = l.pages, note = l.note, ended_at = l.ended_at
            from sweep l where l.id = ? and f.lead = l.id and f.state = 'OPEN'""").param(lead).update();
    }

    /// Opens those that follow a broken sweep again with it, unless their subject is being visited anew.
    static void reopened(JdbcClient db, UUID lead) {
        db.sql("""
            update sweep f set state = 'OPEN', note = null, ended_at = null from sweep l
            where l.id = ? and f.lead = l.id and f.state = 'BROKEN'
            and not exists (select 1 from sweep other where other.watch_id = f.watch_id and other.state = 'OPEN')""")
                .param(lead).update();
    }
}

package dev.upswell.server.live.spend;

import dev.upswell.server.live.SourceStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How often a source was not asked because what it would say was kept. All calls run inside the caller's tenant transaction.
public final class ReuseRepository {

    private ReuseRepository() {
    }

    /// Counts a question that was answered from what was kept.
    public static void count(JdbcClient db, String source, Instant now) {
        db.sql("""
            insert into answer_reuse (source, day, pages) values (?, ?, 1)
            on conflict (tenant_id, source, day) do update set pages = answer_reuse.pages + 1""")
                .params(source, day(now)).update();
    }

    /// How many there were today and this month, in UTC.
    public static SourceStatus.Reused of(JdbcClient db, String source, Instant now) {
        LocalDate today = day(now);
        return db.sql("""
            select coalesce(sum(pages) filter (where day = ?), 0) as today, coalesce(sum(pages), 0) as month
            from answer_reuse where source = ? and day between ? and ?""")
                .params(today, source, today.withDayOfMonth(1), today)
                .query((row, index) -> new SourceStatus.Reused(row.getLong("today"), row.getLong("month"))).single();
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }
}

package dev.upswell.server.wording;

import dev.upswell.server.postgres.RowTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `wording_spending` and `wording_reservation`. All calls run inside the caller's tenant transaction.
final class SpendingRepository {

    /// Holds back so much for a question, if the day's ceiling allows it.
    ///
    /// One statement decides, so that no two questions together pass the ceiling.
    boolean reserve(JdbcClient db, UUID id, LocalDate day, long micros, long ceiling, Instant at) {
        db.sql("""
            insert into wording_spending (day, ceiling_micros) values (?, ?)
            on conflict (tenant_id, day) do update set ceiling_micros = excluded.ceiling_micros
            where wording_spending.ceiling_micros <> excluded.ceiling_micros""").params(day, ceiling).update();
        int held = db.sql("""
            update wording_spending set reserved_micros = reserved_micros + ?
            where day = ? and spent_micros + reserved_micros + ? <= ceiling_micros""").params(micros, day, micros)
                .update();
        if (held == 1) {
            db.sql("insert into wording_reservation (id, day, micros, at) values (?, ?, ?, ?)")
                    .params(id, day, micros, RowTime.utc(at)).update();
        }
        return held == 1;
    }

    /// Spends so much of what was held back, and lets go of the rest; nothing when it was let go of before.
    void settle(JdbcClient db, UUID id, long micros) {
        db.sql("""
            with gone as (delete from wording_reservation where id = ? returning day, micros)
            update wording_spending set reserved_micros = reserved_micros - gone.micros,
                spent_micros = spent_micros + ?
            from gone where wording_spending.day = gone.day""").params(id, micros).update();
    }

    /// Spends what was held back before this instant and never settled: whoever held it was stopped, and may have been answered.
    int spendLeft(JdbcClient db, Instant before) {
        return db.sql("""
            with gone as (delete from wording_reservation where at < ? returning day, micros),
                by_day as (select day, sum(micros)::bigint as micros, count(*) as questions from gone group by day),
                done as (update wording_spending set reserved_micros = reserved_micros - by_day.micros,
                    spent_micros = spent_micros + by_day.micros
                    from by_day where wording_spending.day = by_day.day returning by_day.questions)
            select coalesce(sum(questions), 0)::int from done""").param(RowTime.utc(before)).query(Integer.class)
                .single();
    }

    List<Spending.Day> list(JdbcClient db, int limit) {
        return db.sql("""
            select day, ceiling_micros, spent_micros, reserved_micros from wording_spending
            order by day desc limit ?""").param(limit)
                .query((row, number) -> new Spending.Day(row.getObject(1, LocalDate.class), row.getLong(2),
                        row.getLong(3), row.getLong(4)))
                .list();
    }
}

package dev.upswell.server.live.spend;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was spent with which key. All calls run inside the caller's tenant transaction.
///
/// A request counts in every span that it may have reached the provider in: from when it was reserved until its answer came,
/// or, where none came, until none can come any more.
public final class SpendRepository {

    /// Requests asked so long before a span are not looked at: none is under way for as long, and the log grows for ever.
    private static final Duration LOOKED_BACK = Duration.ofHours(1);
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);
    /// A provider that says "used up" is believed down to this part of the limit that is set.
    private static final int LEAST_SHARE = 10;
    /// In place of a cursor behind the last page; a cursor has a character.
    private static final String LAST = "";
    private static final String USED = """
        select coalesce(sum(case when outcome = 'unreached' then 0 when ? then 1 else coalesce(charged, worst_cost) end), 0) from source_request
        where source = ? and key_print = ?
        and asked_at >= ? and coalesce(answered_at, asked_at + make_interval(secs => ?)) >= ?""";

    /// What is known of a key.
    ///
    /// @param pause null while it is not paused
    /// @param told what the provider last said about its quota; null when it never did
    /// @param gap between requests to which "too many requests" has led
    public record Key(@Nullable Instant lastPageAt, SourceStatus.@Nullable Paused pause, Allowance.@Nullable Told told,
            Duration gap) {

        /// Nothing is known.
        public static final Key NEW = new Key(null, null, null, Duration.ZERO);
    }

    private final CeilingRepository ceilings = new CeilingRepository();

    /// Sets the worst cost of a request aside, if every budget allows it.
    ///
    /// The row of the key stays locked until the transaction ends, so that of several processes one looks at a time.
    public Reservation reserve(JdbcClient db, Source source, Wanted wanted, Instant now) {
        db.sql("insert into source_key (source, key_print, first_used_at) values (?, ?, ?) on conflict do nothing")
                .params(source.name(), source.keyPrint()).param(RowTime.utcOrNull(now)).update();
        Key key = key(db, source, now, " for update").orElse(Key.NEW);
        SourceStatus.Paused paused = key.pause();
        if (paused != null) {
            return new Reservation.Paused(paused.reason(), paused.until());
        }
        int cost = source.worstCost(wanted.ask());
        for (Allowance allowance : Allowance.of(source, ceilings.of(db, source.name()), key.told(), now)) {
            Budget budget = allowance.budget();
            long needed = budget.counts() == Budget.Counts.REQUESTS ? 1 : cost;
            if (used(db, source, budget, now) + needed > budget.limit()) {
                return new Reservation.Exhausted(budget.name(), budget.freeAgain(now));
            }
        }
        return new Reservation.Granted(db.sql("""
            insert into source_request (source, key_print, sweep_id, subject, page, worst_cost, cursor, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(source.name(), source.keyPrint())
                .param(wanted.sweep()).params(wanted.ask().about(), wanted.page(), cost).param(wanted.ask().cursor())
                .param(RowTime.utcOrNull(now))
                .query(UUID.class).single());
    }

    /// The budgets of a source as they bind now.
    public List<Allowance> allowances(JdbcClient db, Source source, Instant now) {
        return Allowance.of(source, ceilings.of(db, source.name()),
                key(db, source, now).map(Key::told).orElse(null), now);
    }

    /// What of a budget is used at this instant.
    public long used(JdbcClient db, Source source, Budget budget, Instant now) {
        Instant since = budget.span().since(now);
        return db.sql(USED).param(budget.counts() == Budget.Counts.REQUESTS).param(source.name())
                .param(source.keyPrint()).param(RowTime.utcOrNull(since.minus(LOOKED_BACK)))
                .param((double) UNDER_WAY.toSeconds())
                .param(RowTime.utcOrNull(since)).query(Long.class).single();
    }

    /// What is known of the source's key; empty before its first use.
    public Optional<Key> key(JdbcClient db, Source source, Instant now) {
        return key(db, source, now, "");
    }

    private static Optional<Key> key(JdbcClient db, Source source, Instant now, String lock) {
        return db.sql("select * from source_key where source = ? and key_print = ?" + lock)
                .params(source.name(), source.keyPrint()).query((row, index) -> key(row, now)).optional();
    }

    private static Key key(ResultSet row, Instant now) throws SQLException {
        Instant until = instant(row, "paused_until");
        Instant since = instant(row, "paused_at");
        if (until == null && since != null) {
            // Kept before such pauses had an end.
            until = since.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        }
        String reason = row.getString("pause_reason");
        Instant toldAt = instant(row, "told_at");
        return new Key(instant(row, "last_page_at"), reason == null || until == null || !until.isAfter(now)
                ? null
                : new SourceStatus.Paused(reason, until),
                toldAt == null
                        ? null
                        : new Allowance.Told(row.getLong("told_limit"), row.getLong("told_of"), toldAt),
                Duration.ofMillis(row.getInt("gap_millis")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// Takes a request back that was not sent.
    public void withdraw(JdbcClient db, UUID request) {
        db.sql("delete from source_request where id = ?").param(request).update();
    }

    /// Writes down what came of a request.
    public void settle(JdbcClient db, UUID request, Answer answer, Instant now) {
        db.sql("""
            update source_request set charged = ?, outcome = ?, status = ?, detail = ?, next_cursor = ?, answered_at = ?
            where id = ?""")
                .param(answer.receipt().charged()).param(answer.label()).param(answer.receipt().status())
                .param(answer.detail()).param(next(answer)).param(RowTime.utcOrNull(now)).param(request).update();
    }

    private static @Nullable String next(Answer answer) {
        return answer instanceof Answer.Page page ? Objects.requireNonNullElse(page.next(), LAST) : null;
    }

    /// A page that came.
    ///
    /// @param next the cursor of the page after it; null when it is the last
    public record KeptPage(UUID request, @Nullable String next) {
    }

    /// The page that came last, not before `since`, to the same question with the same key: about the same, at the same place.
    ///
    /// The first page counts as the same wherever its provider began to work on it.
    public static Optional<KeptPage> keptPage(JdbcClient db, Source source, Wanted wanted, Instant since) {
        String cursor = wanted.ask().cursor();
        return db.sql("""
            select id, next_cursor from source_request where source = ? and key_print = ?
            and md5(subject) = md5(?) and subject = ?
            and outcome = 'page' and answered_at >= ? and next_cursor is not null
            and case when ?::text is null then page = 1 else cursor = ? end order by answered_at desc, id limit 1""")
                .params(source.name(), source.keyPrint(), wanted.ask().about(), wanted.ask().about())
                .param(RowTime.utcOrNull(since)).param(cursor).param(cursor).query((row, index) -> kept(row))
                .optional();
    }

    /// The request of the page that was asked for last with the source's key; empty when none came.
    public static Optional<UUID> lastPage(JdbcClient db, Source source) {
        return db.sql("""
            select id from source_request where source = ? and key_print = ? and outcome = 'page'
            order by asked_at desc, answered_at desc, id limit 1""").params(source.name(), source.keyPrint())
                .query(UUID.class).optional();
    }

    private static KeptPage kept(ResultSet row) throws SQLException {
        String next = row.getString("next_cursor");
        return new KeptPage(row.getObject("id", UUID.class), LAST.equals(next) ? null : next);
    }

    /// Writes down what the work that was begun for a sweep cost in all, now that the provider says it.
    ///
    /// Of several beginnings, of which a kill or silence cut the answers off, one was paid: it bears the sum.
    public void settleBegun(JdbcClient db, UUID sweep, int total) {
        db.sql("""
            update source_request set charged = case when id = (select id from source_request where sweep_id = ?
                and worst_cost > 0 order by asked_at desc, id limit 1) then ? else 0 end
            where sweep_id = ? and worst_cost > 0""").params(sweep, total, sweep).update();
    }

    /// Notes that a page came with this key, which ends a pause.
    public void lively(JdbcClient db, Source source, Instant now) {
        db.sql("""
            update source_key set last_page_at = ?, paused_at = null, paused_until = null, pause_reason = null
            where source = ? and key_print = ?""").param(RowTime.utcOrNull(now)).param(source.name())
                .param(source.keyPrint())
                .update();
    }

    /// Asks nothing with this key until then.
    ///
    /// @param until when it is tried again
    public void pause(JdbcClient db, Source source, Instant until, String reason, Instant now) {
        db.sql("""
            update source_key set paused_at = ?, paused_until = ?, pause_reason = ?
            where source = ? and key_print = ?""").param(RowTime.utcOrNull(now)).param(RowTime.utcOrNull(until))
                .param(reason)
                .param(source.name()).param(source.keyPrint()).update();
    }

    /// Keeps that the provider says its quota of the day is used up: what was used of it today is what it allows, though not less than
    /// a tenth of what is set, for others may have used the same key.
    public void told(JdbcClient db, Source source, Instant now) {
        source.budgets().stream().filter(budget -> budget.span() instanceof Budget.Span.Day).findFirst()
                .ifPresent(budget -> {
                    long used = Math.max(used(db, source, budget, now), Math.ceilDiv(budget.limit(), LEAST_SHARE));
                    db.sql("""
                        update source_key set told_limit = ?, told_of = ?, told_at = ?
                        where source = ? and key_print = ?""").params(used, budget.limit())
                            .param(RowTime.utcOrNull(now))
                            .params(source.name(), source.keyPrint()).update();
                });
    }

    /// Keeps how long to wait between requests.
    public void gap(JdbcClient db, Source source, Duration gap) {
        db.sql("update source_key set gap_millis = ? where source = ? and key_print = ?").param(gap.toMillis())
                .params(source.name(), source.keyPrint()).update();
    }

    /// What of a budget's counts was used in each hour from an instant on, the first first, up to the hour of `until`.
    public List<Long> hourly(JdbcClient db, Source source, Budget.Counts counts, Instant from, Instant until) {
        Map<Long, Long> byHour = new HashMap<>();
        db.sql("""
            select floor(extract(epoch from asked_at - ?) / 3600)::bigint as hour,
            sum(case when outcome = 'unreached' then 0 when ? then 1 else coalesce(charged, worst_cost) end) as used
            from source_request where source = ? and key_print = ? and asked_at >= ? and asked_at < ? group by 1""")
                .param(RowTime.utcOrNull(from)).param(counts == Budget.Counts.REQUESTS)
                .params(source.name(), source.keyPrint())
                .param(RowTime.utcOrNull(from)).param(RowTime.utcOrNull(until))
                .query((row, index) -> byHour.put(row.getLong("hour"), row.getLong("used"))).list();
        List<Long> hours = new ArrayList<>();
        for (long hour = 0; hour < Duration.between(from, until).toHours(); hour++) {
            hours.add(byHour.getOrDefault(hour, 0L));
        }
        return hours;
    }
}

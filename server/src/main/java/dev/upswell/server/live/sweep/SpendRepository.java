package dev.upswell.server.live.sweep;

import static dev.upswell.server.live.sweep.WatchRepository.utc;

import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.SourceStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was spent with which key. All calls run inside the caller's tenant transaction.
///
/// A request counts in every span that it may have reached the provider in: from when it was reserved until its answer came,
/// or, where none came, until none can come any more.
final class SpendRepository {

    /// Requests asked so long before a span are not looked at: none is under way for as long, and the log grows for ever.
    private static final Duration LOOKED_BACK = Duration.ofHours(1);
    private static final Duration UNDER_WAY = Duration.ofMinutes(10);
    private static final String USED = """
        select coalesce(sum(case when outcome = 'unreached' then 0 when ? then 1 else coalesce(charged, worst_cost) end), 0) from source_request
        where source = ? and key_print = ?
        and asked_at >= ? and coalesce(answered_at, asked_at + make_interval(secs => ?)) >= ?""";

    /// What is known of a key.
    ///
    /// @param pause null while it is not paused
    record Key(@Nullable Instant lastPageAt, SourceStatus.@Nullable Paused pause) {
    }

    /// Sets the worst cost of the sweep's next page aside, if every budget allows it.
    ///
    /// The row of the key stays locked until the transaction ends, so that of several processes one looks at a time.
    Reservation reserve(JdbcClient db, Source source, Sweep sweep, Instant now) {
        db.sql("insert into source_key (source, key_print, first_used_at) values (?, ?, ?) on conflict do nothing")
                .params(source.name(), source.keyPrint()).param(utc(now)).update();
        Optional<SourceStatus.Paused> paused = key(db, source, now, " for update").map(Key::pause);
        if (paused.isPresent()) {
            return new Reservation.Paused(paused.get().reason(), paused.get().until());
        }
        int cost = source.worstCost(sweep.ask());
        for (Budget budget : source.budgets()) {
            long needed = budget.counts() == Budget.Counts.REQUESTS ? 1 : cost;
            if (used(db, source, budget, now) + needed > budget.limit()) {
                return new Reservation.Exhausted(budget.name(), budget.freeAgain(now));
            }
        }
        return new Reservation.Granted(db.sql("""
            insert into source_request (source, key_print, sweep_id, subject, page, worst_cost, asked_at)
            values (?, ?, ?, ?, ?, ?, ?) returning id""").params(source.name(), source.keyPrint(), sweep.id(),
                sweep.watch().subject().toString(), sweep.page(), cost).param(utc(now)).query(UUID.class).single());
    }

    /// What of a budget is used at this instant.
    long used(JdbcClient db, Source source, Budget budget, Instant now) {
        Instant since = budget.span().since(now);
        return db.sql(USED).param(budget.counts() == Budget.Counts.REQUESTS).param(source.name())
                .param(source.keyPrint()).param(utc(since.minus(LOOKED_BACK))).param((double) UNDER_WAY.toSeconds())
                .param(utc(since)).query(Long.class).single();
    }

    /// What is known of the source's key; empty before its first use.
    Optional<Key> key(JdbcClient db, Source source, Instant now) {
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
            until = Visit.nextDay(since);
        }
        String reason = row.getString("pause_reason");
        return new Key(instant(row, "last_page_at"), reason == null || until == null || !until.isAfter(now)
                ? null
                : new SourceStatus.Paused(reason, until));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /// Writes down what came of a request.
    ///
    /// @param detail what was said instead of a page; null for a page
    void settle(JdbcClient db, UUID request, Answer answer, @Nullable String detail, Instant now) {
        db.sql("""
            update source_request set charged = ?, outcome = ?, status = ?, detail = ?, answered_at = ? where id = ?""")
                .param(answer.receipt().charged()).param(answer.label()).param(answer.receipt().status())
                .param(detail).param(utc(now)).param(request).update();
    }

    /// Notes that a page came with this key, which ends a pause.
    void lively(JdbcClient db, Source source, Instant now) {
        db.sql("""
            update source_key set last_page_at = ?, paused_at = null, paused_until = null, pause_reason = null
            where source = ? and key_print = ?""").param(utc(now)).param(source.name()).param(source.keyPrint())
                .update();
    }

    /// Asks nothing with this key until then.
    ///
    /// @param until when it is tried again
    void pause(JdbcClient db, Source source, Instant until, String reason, Instant now) {
        db.sql("""
            update source_key set paused_at = ?, paused_until = ?, pause_reason = ?
            where source = ? and key_print = ?""").param(utc(now)).param(utc(until)).param(reason)
                .param(source.name()).param(source.keyPrint()).update();
    }
}

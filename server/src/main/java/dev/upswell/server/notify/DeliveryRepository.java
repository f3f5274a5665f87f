package dev.upswell.server.notify;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `notice_outgoing` and `notice_delivery`. All calls run inside the caller's tenant transaction.
final class DeliveryRepository {

    private static final String COLUMNS = """
        select id, channel, test, state, attempt, made_at, due_at, ended_at, reason,
        (select count(*) from notice_outgoing where delivery_id = notice_delivery.id) as notices""";
    private static final String ALL = COLUMNS + " from notice_delivery";

    /// Whether a notice `o` may go out now; what waits in quiet hours goes afterwards, but for urgent alerts where they pass.
    private static final String MAY_GO = """
        (o.channel <> all(?::text[]) or o.channel <> all(?::text[]) and exists (select from event_log e
        where e.id = o.event_id and e.payload->>'severity' = 'URGENT'))""";
    /// Whether a delivery may be tried now: one with an urgent alert in it too where they pass.
    private static final String MAY_BE_TRIED = """
        (test or notice_delivery.channel <> all(?::text[]) or notice_delivery.channel <> all(?::text[])
        and exists (select from notice_outgoing u join event_log e on e.id = u.event_id
        where u.delivery_id = notice_delivery.id and e.payload->>'severity' = 'URGENT'))""";

    /// Whether anything is to be put together or sent.
    boolean isWaiting(JdbcClient db, Instant now, LeftAlone alone) {
        return db.sql("select exists (select from notice_outgoing o where delivery_id is null and " + MAY_GO
                + ") or exists (select from notice_delivery where state = 'WAITING' and due_at <= ? and " + MAY_BE_TRIED
                + ")").params(alone.quietNames(), alone.strictNames(), RowTime.utc(now), alone.quietNames(),
                        alone.strictNames())
                .query(Boolean.class).single();
    }

    /// The channels that are to be told something which is in no delivery yet; each stays this transaction's until it ends.
    List<String> toBeTold(JdbcClient db, LeftAlone alone) {
        return db.sql("select name from notice_channel where name in (select channel from notice_outgoing o"
                + " where delivery_id is null and " + MAY_GO + ") order by name for no key update")
                .params(alone.quietNames(), alone.strictNames()).query(String.class).list();
    }

    /// Puts what a channel is to be told into one delivery, the oldest first and at most so many: one that was not tried yet and
    /// has room, else a new one. Returns whether it is full.
    boolean gather(JdbcClient db, String channel, int most, Instant now, LeftAlone alone) {
        // What passes in quiet hours does not take along what waits.
        Optional<Delivery> begun = alone.isQuiet(channel)
                ? Optional.empty()
                : untried(db, channel).filter(one -> one.notices() < most);
        UUID id = begun.map(Delivery::id).orElseGet(() -> make(db, channel, false, 0, now, now));
        int room = most - begun.map(Delivery::notices).orElse(0);
        int gathered = db.sql("""
            update notice_outgoing set delivery_id = ? where channel = ? and event_id in (
                select o.event_id from notice_outgoing o left join event_log told on told.id = o.event_id
                where o.channel = ? and o.delivery_id is null and %s
                order by told.occurred_at, o.event_id limit ?)""".formatted(MAY_GO))
                .params(id, channel, channel, alone.quietNames(), alone.strictNames(), room).update();
        if (gathered == 0 && begun.isEmpty()) {
            db.sql("delete from notice_delivery where id = ?").param(id).update();
        }
        return gathered == room;
    }

    /// Of the deliveries that nobody claimed yet the one with the most room. Nobody can claim it until this transaction ends.
    private static Optional<Delivery> untried(JdbcClient db, String channel) {
        return db.sql(
                ALL + " where channel = ? and state = 'WAITING' and attempt = 0 order by notices limit 1 for update")
                .param(channel).query((row, index) -> delivery(row)).optional();
    }

    /// A delivery that waits.
    UUID make(JdbcClient db, String channel, boolean test, int attempt, Instant now, Instant due) {
        return db.sql("""
            insert into notice_delivery (channel, test, state, attempt, made_at, due_at)
            values (?, ?, 'WAITING', ?, ?, ?) returning id""")
                .params(channel, test, attempt, RowTime.utc(now), RowTime.utc(due))
                .query(UUID.class).single();
    }

    /// What is due, the oldest first, at most so many to each channel; those that were made at once in the order of what they tell.
    List<Delivery> due(JdbcClient db, Instant now, int most, LeftAlone alone) {
        return db.sql("select * from (" + COLUMNS + """
            , first.occurred_at, first.event_id, row_number() over (partition by channel
                order by due_at, made_at, first.occurred_at, first.event_id, id) as place
            from notice_delivery left join lateral (
                select e.occurred_at, o.event_id from notice_outgoing o left join event_log e on e.id = o.event_id
                where o.delivery_id = notice_delivery.id order by e.occurred_at, o.event_id limit 1) first on true
            where state = 'WAITING' and due_at <= ? and %s) waiting
            where place <= ? order by due_at, made_at, occurred_at, event_id, id""".formatted(MAY_BE_TRIED))
                .params(RowTime.utc(now), alone.quietNames(), alone.strictNames(), most)
                .query((row, index) -> delivery(row)).list();
    }

    /// Makes the next try of a delivery the caller's; should he never come back, it is due again at that instant. False when
    /// another took it.
    boolean claim(JdbcClient db, Delivery delivery, Instant again) {
        return db.sql("""
            update notice_delivery set attempt = attempt + 1, due_at = ?
            where id = ? and state = 'WAITING' and attempt = ?""")
                .params(RowTime.utc(again), delivery.id(), delivery.attempt()).update() > 0;
    }

    /// The events that it brings.
    List<UUID> contents(JdbcClient db, UUID delivery) {
        return db.sql("select event_id from notice_outgoing where delivery_id = ?").param(delivery).query(UUID.class)
                .list();
    }

    /// Notes how a delivery ended; false when it is gone, or had ended before.
    boolean end(JdbcClient db, UUID delivery, Delivery.State state, @Nullable String reason, Instant now) {
        return db.sql("""
            update notice_delivery set state = ?, reason = ?, ended_at = ?, due_at = null
            where id = ? and state = 'WAITING'""").param(state.name()).param(reason).param(RowTime.utc(now))
                .param(delivery)
                .update() > 0;
    }

    /// Notes why a try came to nothing, and when the next is due.
    void wait(JdbcClient db, UUID delivery, String reason, Instant due) {
        db.sql("update notice_delivery set reason = ?, due_at = ? where id = ? and state = 'WAITING'")
                .params(reason, RowTime.utc(due), delivery).update();
    }

    /// Part of the deliveries, the newest first.
    ///
    /// @param channel only to this one; null for all
    List<Delivery> list(JdbcClient db, @Nullable String channel, int limit, long offset) {
        return db.sql(ALL + " where ?::text is null or channel = ? order by made_at desc, id limit ? offset ?")
                .param(channel).param(channel).param(limit).param(offset).query((row, index) -> delivery(row)).list();
    }

    long count(JdbcClient db, @Nullable String channel) {
        return db.sql("select count(*) from notice_delivery where ?::text is null or channel = ?").param(channel)
                .param(channel).query(Long.class).single();
    }

    Delivery get(JdbcClient db, UUID id) {
        return db.sql(ALL + " where id = ?").param(id).query((row, index) -> delivery(row)).single();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(row.getObject("id", UUID.class), row.getString("channel"), row.getBoolean("test"),
                Delivery.State.valueOf(row.getString("state")), row.getInt("attempt"), row.getInt("notices"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), instant(row, "due_at"),
                instant(row, "ended_at"), row.getString("reason"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

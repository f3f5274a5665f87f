package dev.upswell.server.fyp;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The row of table `video_score_progress`. All calls run inside the caller's tenant transaction.
final class ProgressRepository {

    /// How far videos were measured and scored.
    ///
    /// @param place of the last lake file that was looked at; -1 before the first time
    /// @param handledTo marks up to here were measured
    /// @param nextMark when the next video that is known reaches a mark; null when none will
    /// @param knownFrom from where on scores as known at their marks are to be made anew; null when none are
    /// @param settledFrom the same of settled scores
    record Progress(long place, Instant handledTo, @Nullable Instant nextMark, @Nullable Instant knownFrom,
            @Nullable Instant settledFrom) {

        /// Nothing was looked at.
        static final Progress NONE = new Progress(-1, Instant.EPOCH, null, null, null);

        /// Whether nothing can have come to pass: no new file, no mark reached, nothing left undone.
        boolean isStill(long lastPlace, Instant now) {
            return place == lastPlace && knownFrom == null && settledFrom == null
                    && !now.isBefore(handledTo) && (nextMark == null || now.isBefore(nextMark));
        }

        /// From where on scores of a basis are to be made anew; null when none are.
        @Nullable
        Instant from(Basis basis) {
            return switch (basis) {
                case KNOWN -> knownFrom;
                case SETTLED -> settledFrom;
            };
        }

        /// The same with scores of a basis to be made anew from here on, and from nowhere for null.
        Progress withFrom(Basis basis, @Nullable Instant from) {
            return switch (basis) {
                case KNOWN -> new Progress(place, handledTo, nextMark, from, settledFrom);
                case SETTLED -> new Progress(place, handledTo, nextMark, knownFrom, from);
            };
        }

        /// The same with scores of a basis to be made anew from here on at the latest.
        Progress since(Basis basis, Instant change) {
            Instant from = from(basis);
            return from != null && from.isBefore(change) ? this : withFrom(basis, change);
        }

        /// The same when everything up to a place and an instant was measured.
        Progress measured(long upTo, Instant now, @Nullable Instant next) {
            return new Progress(upTo, now, next, knownFrom, settledFrom);
        }
    }

    Progress read(JdbcClient db) {
        return db.sql("select place, handled_to, next_mark, known_from, settled_from from video_score_progress")
                .query((row, index) -> new Progress(row.getLong("place"),
                        row.getObject("handled_to", OffsetDateTime.class).toInstant(), instant(row, "next_mark"),
                        instant(row, "known_from"), instant(row, "settled_from")))
                .optional().orElse(Progress.NONE);
    }

    /// Goes from the one to the other.
    ///
    /// The lock under which videos are scored ends unnoticed when its connection does; then somebody else may have gone on.
    ///
    /// **errors** a retryable [StoreException] when it is not `before` any more
    void go(JdbcClient db, Progress before, Progress after) {
        List<@Nullable Object> values = new ArrayList<>(values(after));
        values.addAll(values(before));
        int gone = db.sql("""
            insert into video_score_progress as p (place, handled_to, next_mark, known_from, settled_from)
            values (?, ?, ?, ?, ?) on conflict (tenant_id) do update set place = excluded.place,
            handled_to = excluded.handled_to, next_mark = excluded.next_mark, known_from = excluded.known_from,
            settled_from = excluded.settled_from
            where (p.place, p.handled_to, p.next_mark, p.known_from, p.settled_from) is not distinct from
            (cast(? as bigint), cast(? as timestamptz), cast(? as timestamptz), cast(? as timestamptz),
            cast(? as timestamptz))""").params(values).update();
        if (gone == 0) {
            throw StoreException.retryable("another process scored videos meanwhile", "video_score_progress",
                    "Try again: what is stored already is not stored twice.", null);
        }
    }

    private static List<@Nullable Object> values(Progress progress) {
        return Arrays.asList(progress.place(), RowTime.utcOrNull(progress.handledTo()),
                RowTime.utcOrNull(progress.nextMark()),
                RowTime.utcOrNull(progress.knownFrom()), RowTime.utcOrNull(progress.settledFrom()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

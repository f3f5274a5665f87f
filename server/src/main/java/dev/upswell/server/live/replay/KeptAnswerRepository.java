package dev.upswell.server.live.replay;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Replays.Replay.Wanted;
import dev.upswell.server.live.replay.ReplayRepository.Place;
import dev.upswell.server.live.sweep.AnswerDataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The raw answers of the lake, some at a time, in the order of their coming.
final class KeptAnswerRepository {

    /// Behind all answers.
    private static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    private final LakeSession lake;

    KeptAnswerRepository(LakeSession lake) {
        this.lake = lake;
    }

    /// An answer with its place.
    ///
    /// @param answer empty when it has a format that this version does not know
    record Placed(Place place, Optional<RawAnswer> answer) {
    }

    /// How many answers are read at a time.
    ///
    /// @param answers at most
    /// @param characters of their bodies, behind which no further one is read
    record Portion(int answers, long characters) {
    }

    /// The next answers behind a place.
    ///
    /// @param after null for the first ones
    /// @param contents hashes of those that are meant where not all are
    List<Placed> next(Wanted wanted, @Nullable Place after, List<String> contents, Portion most) {
        if (!wanted.all() && contents.isEmpty()) {
            return List.of();
        }
        Instant first = after == null
                ? Objects.requireNonNullElse(wanted.from(), Instant.EPOCH)
                : after.answeredAt();
        Instant last = Objects.requireNonNullElse(wanted.until(), FOREVER);
        String sql = "SELECT request_id, source, format, subject, page, epoch_us(answered_at) AS at, body FROM "
                + lake.scan(AnswerDataset.ANSWER, first, last) + " WHERE (? = '' OR source = ?)"
                + condition(wanted, after, contents) + " ORDER BY answered_at, request_id LIMIT " + most.answers();
        List<Placed> found = new ArrayList<>();
        long characters = 0;
        try (PreparedStatement statement = lake.connection().prepareStatement(sql)) {
            statement.setString(1, wanted.source());
            statement.setString(2, wanted.source());
            if (after != null) {
                statement.setString(3, after.request());
            }
            try (ResultSet row = statement.executeQuery()) {
                while (characters < most.characters() && row.next()) {
                    Placed placed = placed(row);
                    characters += placed.answer().map(answer -> answer.body().length()).orElse(0);
                    found.add(placed);
                }
            }
        } catch (SQLException e) {
            throw StoreException.permanent("answers were not read", "lake of tenant " + lake.tenant(),
                    "Check that the data folder is complete; the log has the cause.", e);
        }
        return found;
    }

    private static String condition(Wanted wanted, @Nullable Place after, List<String> contents) {
        StringBuilder sql = new StringBuilder();
        Instant from = wanted.from();
        Instant until = wanted.until();
        if (from != null) {
            sql.append(" AND answered_at >= ").append(time(from));
        }
        if (until != null) {
            sql.append(" AND answered_at < ").append(time(until));
        }
        if (!wanted.all()) {
            sql.append(contents.stream().map(hash -> "'" + hash + "'")
                    .collect(Collectors.joining(", ", " AND sha256(body) IN (", ")")));
        }
        if (after != null) {
            String at = time(after.answeredAt());
            sql.append(" AND answered_at >= ").append(at).append(" AND (answered_at > ").append(at)
                    .append(" OR request_id > ?)");
        }
        return sql.toString();
    }

    /// As the lake writes times, so that it passes over what is older without reading it.
    private static String time(Instant instant) {
        return "make_timestamp(" + ChronoUnit.MICROS.between(Instant.EPOCH, instant) + ")";
    }

    private static Placed placed(ResultSet row) throws SQLException {
        Instant at = Instant.EPOCH.plus(row.getLong(6), ChronoUnit.MICROS);
        String source = row.getString(2);
        String name = source + " " + row.getString(4) + " page " + row.getInt(5);
        String body = row.getString(7);
        return new Placed(new Place(at, row.getString(1)),
                FileFormat.find(row.getString(3)).map(format -> new RawAnswer(name, format, source, at, body)));
    }
}

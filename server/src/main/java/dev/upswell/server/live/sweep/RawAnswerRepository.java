package dev.upswell.server.live.sweep;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duckdb.DuckDBAppender;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes raw answers as a file of the lake that nobody sees before it is published.
final class RawAnswerRepository {

    private static final String TABLE = "raw_answer";

    private RawAnswerRepository() {
    }

    /// Hashes of what has quarantined items that are not kept themselves: answers, whose bodies are.
    static List<String> quarantined(JdbcClient db) {
        return db.sql("select distinct content_sha256 from quarantine where kept is null order by content_sha256")
                .query(String.class).list();
    }

    /// Gathers the answers among these contents in a table of the session, each once, in the order of their coming. Returns the place
    /// of the last, counted from 1; places between may be empty.
    ///
    /// @param source of which; empty for all
    ///
    /// **cost** the lake is read and hashed once; bodies that do not fit into the session's memory lie on disk.
    static long gather(LakeSession lake, String source, List<String> contents) {
        lake.execute("CREATE TEMP TABLE replay_content (content VARCHAR)");
        try (DuckDBAppender to = lake.appender("replay_content")) {
            for (String content : contents) {
                to.beginRow().append(content).endRow();
            }
        } catch (SQLException e) {
            throw unread(lake, e);
        }
        try (PreparedStatement copy = lake.connection()
                .prepareStatement("CREATE TEMP TABLE replay_copy AS SELECT * FROM ("
                        + "SELECT sha256(body) AS content, source, format, subject, page, answered_at, body FROM "
                        + lake.scan(AnswerDataset.ANSWER)
                        + " WHERE ? = '' OR source = ?) SEMI JOIN replay_content USING (content)");
                Statement order = lake.connection().createStatement()) {
            copy.setString(1, source);
            copy.setString(2, source);
            copy.execute();
            // Only what is narrow is sorted and compared; bodies follow by their place.
            order.execute(
                    """
                        CREATE TEMP TABLE replay_answer AS SELECT place, source, format, subject, page, answered_at, body
                        FROM replay_copy c JOIN (
                            SELECT rowid AS kept, row_number() OVER (ORDER BY answered_at, page, rowid) AS place FROM replay_copy
                            QUALIFY row_number() OVER (PARTITION BY content ORDER BY answered_at, page, rowid) = 1) one
                        ON c.rowid = one.kept ORDER BY place""");
            order.execute("DROP TABLE replay_copy");
            try (ResultSet last = order.executeQuery("SELECT coalesce(max(place), 0) FROM replay_answer")) {
                last.next();
                return last.getLong(1);
            }
        } catch (SQLException e) {
            throw unread(lake, e);
        }
    }

    private static StoreException unread(LakeSession lake, SQLException cause) {
        return StoreException.permanent("answers were not read", "lake of tenant " + lake.tenant(),
                "Check that the data folder is complete; the log has the cause.", cause);
    }

    /// Those of the gathered answers that stand behind a place and not behind another.
    static List<RawAnswer> gathered(LakeSession lake, long behind, long last) {
        List<RawAnswer> answers = new ArrayList<>();
        try (PreparedStatement statement = lake.connection().prepareStatement(
                "SELECT source, format, subject, page, epoch_us(answered_at), body FROM replay_answer"
                        + " WHERE place > ? AND place <= ? ORDER BY place")) {
            statement.setLong(1, behind);
            statement.setLong(2, last);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    FileFormat.find(row.getString(2)).ifPresent(format -> answers.add(answer(row, format)));
                }
            }
        } catch (SQLException e) {
            throw unread(lake, e);
        }
        return answers;
    }

    /// Whether the answer to this request is in the lake.
    static boolean has(LakeSession lake, UUID request) {
        return any(lake, "SELECT 1 FROM " + lake.scan(AnswerDataset.ANSWER) + " WHERE request_id = ?",
                request.toString());
    }

    /// Under which name the answer to this request was stored; empty when it is not in the lake.
    static Optional<String> name(LakeSession lake, UUID request) {
        return first(lake, "SELECT source FROM " + lake.scan(AnswerDataset.ANSWER) + " WHERE request_id = ?",
                request.toString());
    }

    /// Whether there is a reading of a video since then.
    ///
    /// @param observations the readings
    /// @param source the name under which it was stored
    static boolean tells(LakeSession lake, String observations, String source, String video, Instant since) {
        return any(lake,
                "SELECT 1 FROM " + observations + " WHERE kind = 'video' AND entity_id = ? AND source = ?"
                        + " AND epoch_us(observed_at) >= " + ChronoUnit.MICROS.between(Instant.EPOCH, since),
                video, source);
    }

    private static boolean any(LakeSession lake, String sql, String... parameters) {
        return first(lake, sql, parameters).isPresent();
    }

    /// The text of the first row.
    private static Optional<String> first(LakeSession lake, String sql, String... parameters) {
        try (PreparedStatement statement = lake.connection().prepareStatement(sql + " LIMIT 1")) {
            for (int place = 0; place < parameters.length; place++) {
                statement.setString(place + 1, parameters[place]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw StoreException.permanent("what was kept was not looked through", "lake of tenant " + lake.tenant(),
                    "Check that the data folder is complete; the log has the cause.", e);
        }
    }

    private static RawAnswer answer(ResultSet row, FileFormat format) {
        try {
            return new RawAnswer(row.getString(1) + " " + row.getString(3) + " page " + row.getInt(4), format,
                    row.getString(1), Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS), row.getString(6));
        } catch (SQLException e) {
            throw StoreException.permanent("an answer was not read", "DuckDB",
                    "Check free disk space and memory; the log has the cause.", e);
        }
    }

    static StagedFile stage(LakeSession lake, List<KeptAnswer> answers) {
        lake.createTable(TABLE, AnswerDataset.ANSWER);
        try (DuckDBAppender to = lake.appender(TABLE)) {
            for (KeptAnswer answer : answers) {
                to.beginRow().append(answer.request().toString()).append(answer.source())
                        .append(answer.format().label()).append(answer.subject()).append(answer.page())
                        .appendEpochMicros(ChronoUnit.MICROS.between(Instant.EPOCH, answer.answeredAt()))
                        .append(answer.body()).endRow();
            }
        } catch (SQLException e) {
            throw StoreException.permanent("answers were not taken", "DuckDB",
                    "Check free disk space and memory; the log has the cause.", e);
        }
        return lake.stage(AnswerDataset.ANSWER, "SELECT * FROM " + TABLE).orElseThrow();
    }
}

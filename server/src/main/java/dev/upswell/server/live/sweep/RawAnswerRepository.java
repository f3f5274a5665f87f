package dev.upswell.server.live.sweep;

import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.duckdb.DuckDBAppender;

/// Writes raw answers as a file of the lake that nobody sees before it is published.
final class RawAnswerRepository {

    private static final String TABLE = "raw_answer";

    private RawAnswerRepository() {
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

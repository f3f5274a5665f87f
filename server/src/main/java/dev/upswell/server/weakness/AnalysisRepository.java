package dev.upswell.server.weakness;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.wording.Outputs;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `error_analysis`. All calls run inside the caller's tenant transaction.
final class AnalysisRepository {

    /// What a person said of a text.
    ///
    /// @param text in place of what was written; null unless it was edited
    record Said(Outputs.Word word, @Nullable String text) {
    }

    /// Keeps an analysis, in place of one of the same window.
    void put(JdbcClient db, ErrorAnalysis analysis, Instant now) {
        db.sql("""
            insert into error_analysis (kind, horizon_hours, as_of, body, made_at) values (?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, kind, horizon_hours, as_of) do update set body = excluded.body,
            made_at = excluded.made_at""")
                .params(analysis.task().kind().label(), analysis.task().horizonHours(), RowTime.utc(analysis.to()),
                        Json.write(analysis), RowTime.utc(now))
                .update();
    }

    /// The last analyses of a task, the newest first.
    List<ErrorAnalysis> list(JdbcClient db, ModelTask task, int limit, int offset) {
        return db
                .sql("""
                    select body from error_analysis where kind = ? and horizon_hours = ? order by as_of desc limit ? offset ?""")
                .params(task.kind().label(), task.horizonHours(), limit, offset)
                .query((row, index) -> Json.read(row.getString("body"), ErrorAnalysis.class)).list();
    }

    long count(JdbcClient db, ModelTask task) {
        return db.sql("select count(*) from error_analysis where kind = ? and horizon_hours = ?")
                .params(task.kind().label(), task.horizonHours()).query(Long.class).single();
    }

    /// What people said of these texts, by output.
    Map<UUID, Said> said(JdbcClient db, Set<UUID> outputs) {
        Map<UUID, Said> said = new HashMap<>();
        db.sql("select output_id, verdict, text from wording_verdict where output_id = any(?)")
                .param(outputs.toArray(UUID[]::new))
                .query((row, index) -> said.put(row.getObject("output_id", UUID.class),
                        new Said(Outputs.Word.valueOf(row.getString("verdict")), row.getString("text"))))
                .list();
        return said;
    }
}

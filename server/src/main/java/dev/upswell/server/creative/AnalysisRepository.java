package dev.upswell.server.creative;

import dev.upswell.creative.Analyser;
import dev.upswell.creative.Node;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The rows of tables `video_analysis` and `analysis_import`. All calls run inside the caller's tenant transaction.
final class AnalysisRepository {

    /// What keeping a payload did.
    enum Kept {
        NEW,
        REPLACED,
        UNCHANGED
    }

    /// A payload on its way in.
    ///
    /// @param sha256 of its JSON
    record Payload(String video, Analyser analyser, String json, String sha256) {
    }

    Kept keep(JdbcClient db, Payload payload, String origin) {
        Optional<String> known = db.sql("select content_sha256 from video_analysis where video = ? and analyser = ?")
                .params(payload.video(), payload.analyser().key()).query(String.class).optional();
        if (known.filter(payload.sha256()::equals).isPresent()) {
            return Kept.UNCHANGED;
        }
        db.sql("""
            insert into video_analysis (video, analyser, content_sha256, payload, origin) values (?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, video, analyser) do update set content_sha256 = excluded.content_sha256,
            payload = excluded.payload, origin = excluded.origin, stored_at = now()""")
                .params(payload.video(), payload.analyser().key(), payload.sha256(), payload.json(), origin).update();
        return known.isPresent() ? Kept.REPLACED : Kept.NEW;
    }

    /// What analysers wrote about a video.
    Map<Analyser, Node.Fields> of(JdbcClient db, String video) {
        Map<Analyser, Node.Fields> payloads = new EnumMap<>(Analyser.class);
        db.sql("select analyser, payload from video_analysis where video = ?").param(video)
                .query((row, index) -> Map.entry(row.getString("analyser"), row.getString("payload"))).list()
                .forEach(row -> Analyser.find(row.getKey()).ifPresent(
                        analyser -> payloads.put(analyser, Nodes.fields(Json.read(row.getValue(), JsonNode.class)))));
        return payloads;
    }

    /// How many videos have an analysis.
    long videos(JdbcClient db) {
        return db.sql("select count(distinct video) from video_analysis").query(Long.class).single();
    }

    void keep(JdbcClient db, String name, AnalysisReport report, Instant at) {
        db.sql("insert into analysis_import (name, report, imported_at) values (?, ?::jsonb, ?)")
                .params(Arrays.asList(name, Json.write(report), RowTime.utc(at))).update();
    }

    /// What came in, the last first.
    List<AnalysisImport> imports(JdbcClient db, int limit, int offset) {
        return db.sql("select * from analysis_import order by imported_at desc, id limit ? offset ?")
                .params(limit, offset).query((row, index) -> imported(row)).list();
    }

    long countImports(JdbcClient db) {
        return db.sql("select count(*) from analysis_import").query(Long.class).single();
    }

    private static AnalysisImport imported(ResultSet row) throws SQLException {
        return new AnalysisImport(row.getString("name"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                Json.read(row.getString("report"), AnalysisReport.class));
    }
}

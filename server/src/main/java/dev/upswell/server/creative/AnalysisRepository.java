package dev.upswell.server.creative;

import dev.upswell.creative.Analyser;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.Node;
import dev.upswell.creative.VideoAnalyses;
import dev.upswell.creative.coded.Coding;
import dev.upswell.creative.feature.FeatureReader;
import dev.upswell.creative.posted.Posting;
import dev.upswell.creative.posted.PostingReader;
import dev.upswell.server.creative.Analyses.AnalysisImport;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
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

    /// Under which analyser the codings of people stand.
    private static final String HAND = "hand_coding";

    /// A payload on its way in.
    record Payload(String video, Analyser analyser, String json) {
    }

    /// What is known of how a video was made.
    record Told(Map<Analyser, Node.Fields> payloads, Coding coding) {

        Told {
            payloads = Map.copyOf(payloads);
        }

        /// How many wrote about it, where all who code by hand are one.
        int tellers() {
            return payloads.size() + (coding.isEmpty() ? 0 : 1);
        }

        /// What is known in all: what people wrote down goes before what analysers told, and that before what captions tell.
        CreativeVector vector(Posting posting) {
            if (payloads.isEmpty()) {
                return coding.over(PostingReader.read(posting));
            }
            OptionalDouble coded = coding.lengthSeconds();
            Double length = posting.lengthSeconds();
            return coding.over(PostingReader.completed(
                    FeatureReader.read(new VideoAnalyses(payloads,
                            length == null && coded.isPresent() ? (Double) coded.getAsDouble() : length)),
                    posting));
        }
    }

    Kept keep(JdbcClient db, Payload payload, String origin) {
        return keep(db, payload.video(), payload.analyser().key(), payload.json(), origin);
    }

    /// Keeps what rows of a table say beside what tables said of other features.
    ///
    /// Each row is joined to what is kept, so tables of one tenant wait for each other until the transaction ends.
    List<Kept> code(JdbcClient db, List<CodingFile.Coded> rows, String origin) {
        db.sql("select count(*) from (select pg_advisory_xact_lock(hashtextextended('coding ' || current_tenant(), 0))) held")
                .query(Long.class).single();
        return rows.stream().map(row -> code(db, row, origin)).toList();
    }

    private Kept code(JdbcClient db, CodingFile.Coded coded, String origin) {
        Coding next = of(db, coded.video()).coding().after(coded.row());
        return keep(db, coded.video(), HAND, Json.write(new TreeMap<>(next.values())), origin);
    }

    private static Kept keep(JdbcClient db, String video, String analyser, String json, String origin) {
        String sha256 = sha256(json);
        Optional<String> known = db.sql("select content_sha256 from video_analysis where video = ? and analyser = ?")
                .params(video, analyser).query(String.class).optional();
        if (known.filter(sha256::equals).isPresent()) {
            return Kept.UNCHANGED;
        }
        db.sql("""
            insert into video_analysis (video, analyser, content_sha256, payload, origin) values (?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, video, analyser) do update set content_sha256 = excluded.content_sha256,
            payload = excluded.payload, origin = excluded.origin, stored_at = now()""")
                .params(video, analyser, sha256, json, origin).update();
        return known.isPresent() ? Kept.REPLACED : Kept.NEW;
    }

    /// What analysers and people wrote about a video.
    Told of(JdbcClient db, String video) {
        Map<Analyser, Node.Fields> payloads = new EnumMap<>(Analyser.class);
        Map<String, Double> coding = new TreeMap<>();
        db.sql("select analyser, payload from video_analysis where video = ?").param(video)
                .query((row, index) -> Map.entry(row.getString("analyser"), row.getString("payload"))).list()
                .forEach(row -> {
                    JsonNode payload = Json.read(row.getValue(), JsonNode.class);
                    Analyser.find(row.getKey())
                            .ifPresent(analyser -> payloads.put(analyser, Nodes.fields(payload)));
                    if (row.getKey().equals(HAND)) {
                        payload.properties()
                                .forEach(value -> coding.put(value.getKey(), value.getValue().doubleValue()));
                    }
                });
        return new Told(payloads, Coding.kept(coding));
    }

    /// How long videos are by what people wrote down, in seconds, by video.
    Map<String, Double> codedLengths(JdbcClient db) {
        Map<String, Double> lengths = new HashMap<>();
        db.sql("""
            select video, (payload ->> 'metadata_length_seconds')::double precision as seconds from video_analysis
            where analyser = ? and (payload ->> 'metadata_length_seconds')::double precision > 0""").param(HAND)
                .query(row -> {
                    lengths.put(row.getString("video"), row.getDouble("seconds"));
                });
        return lengths;
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

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }
}

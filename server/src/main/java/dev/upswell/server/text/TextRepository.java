package dev.upswell.server.text;

import dev.upswell.embed.Vector;
import dev.upswell.server.postgres.RowTime;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of tables `text_version` and `video_text`. All calls run inside the caller's tenant transaction.
final class TextRepository {

    private static final int KEPT = 5;

    private static final String VERSION = """
        select id, made_at, captions, terms, sentence_model, seed, dataset_hash, code_version, artefact_sha256, state
        from text_version""";

    /// Retires the version that serves and lets this one serve; of retired ones that no vector is of, the last few stay.
    void serve(JdbcClient db, TextVersion one, byte[] artefact) {
        db.sql("update text_version set state = 'RETIRED' where state = 'SERVING'").update();
        db.sql("""
            delete from text_version where id not in (select version_id from video_text)
                and id not in (select id from text_version order by made_at desc, id limit ?)""").param(KEPT).update();
        db.sql("""
            insert into text_version (id, made_at, captions, terms, sentence_model, seed, dataset_hash, code_version, artefact,
                artefact_sha256, state) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'SERVING')""")
                .params(Arrays.asList(one.id(), RowTime.utc(one.madeAt()), one.captions(), one.terms(),
                        one.sentenceModel(), one.seed(), one.datasetHash(), one.codeVersion(), artefact,
                        one.artefactSha256()))
                .update();
    }

    Optional<TextVersion> serving(JdbcClient db) {
        return db.sql(VERSION + " where state = 'SERVING'").query((row, index) -> version(row)).optional();
    }

    /// The last first.
    List<TextVersion> versions(JdbcClient db, int limit, int offset) {
        return db.sql(VERSION + " order by made_at desc, id limit ? offset ?").params(limit, offset)
                .query((row, index) -> version(row)).list();
    }

    long countVersions(JdbcClient db) {
        return db.sql("select count(*) from text_version").query(Long.class).single();
    }

    byte[] artefact(JdbcClient db, UUID version) {
        return db.sql("select artefact from text_version where id = ?").param(version).query(byte[].class).single();
    }

    void put(JdbcClient db, VideoText one, Instant now) {
        db.sql("""
            insert into video_text (video_id, version_id, text_hash, language, language_sure, keywords, vector, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, video_id) do update set version_id = excluded.version_id, text_hash = excluded.text_hash,
                language = excluded.language, language_sure = excluded.language_sure, keywords = excluded.keywords,
                vector = excluded.vector, made_at = excluded.made_at""")
                .params(one.video(), one.version(), one.hash(), one.language(), one.sure(),
                        one.keywords().toArray(String[]::new), bytes(one.vector()), RowTime.utc(now))
                .update();
    }

    /// By which version and of which caption each row was made.
    ///
    /// @param hash of the caption
    record Made(UUID version, String hash) {
    }

    Map<String, Made> made(JdbcClient db) {
        Map<String, Made> made = new HashMap<>();
        db.sql("select video_id, version_id, text_hash from video_text").query(row -> {
            made.put(row.getString("video_id"),
                    new Made(row.getObject("version_id", UUID.class), row.getString("text_hash")));
        });
        return made;
    }

    int remove(JdbcClient db, Collection<String> videos) {
        return db.sql("delete from video_text where video_id = any(?)").param(videos.toArray(String[]::new)).update();
    }

    Optional<VideoText> find(JdbcClient db, String video) {
        return db.sql("select * from video_text where video_id = ?").param(video).query((row, index) -> text(row))
                .optional();
    }

    /// All that were made by this version, by video.
    Map<String, VideoText> all(JdbcClient db, UUID version) {
        Map<String, VideoText> texts = new HashMap<>();
        db.sql("select * from video_text where version_id = ?").param(version).query(row -> {
            VideoText text = text(row);
            texts.put(text.video(), text);
        });
        return texts;
    }

    /// How many videos' captions are in each language, the most first.
    record InLanguage(String language, long videos) {
    }

    List<InLanguage> languages(JdbcClient db) {
        return db.sql("select language, count(*) as videos from video_text group by language order by 2 desc, 1")
                .query((row, index) -> new InLanguage(row.getString("language"), row.getLong("videos"))).list();
    }

    private static TextVersion version(ResultSet row) throws SQLException {
        return new TextVersion(row.getObject("id", UUID.class),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getInt("captions"),
                row.getInt("terms"), row.getString("sentence_model"), row.getLong("seed"),
                row.getString("dataset_hash"), row.getString("code_version"), row.getString("artefact_sha256"),
                row.getString("state").equals("SERVING"));
    }

    private static VideoText text(ResultSet row) throws SQLException {
        return new VideoText(row.getString("video_id"), row.getObject("version_id", UUID.class),
                row.getString("text_hash"), row.getString("language"), row.getDouble("language_sure"),
                List.of((String[]) row.getArray("keywords").getArray()), vector(row.getBytes("vector")));
    }

    private static byte[] bytes(Vector vector) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.size());
        bytes.asFloatBuffer().put(vector.values());
        return bytes.array();
    }

    private static Vector vector(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Vector.kept(values);
    }
}

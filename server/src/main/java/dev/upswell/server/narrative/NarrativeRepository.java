package dev.upswell.server.narrative;

import dev.upswell.grounding.Evidence;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.wording.Outputs;
import dev.upswell.server.wording.Outputs.Word;
import dev.upswell.server.wording.Worded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of table `narrative` with their texts. All calls run inside the caller's tenant transaction.
final class NarrativeRepository {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> LINKS = new TypeReference<>() {
    };
    private static final TypeReference<List<RiskFlag>> FLAGS = new TypeReference<>() {
    };
    private static final TypeReference<List<Worded.Step>> STEPS = new TypeReference<>() {
    };

    private static final String SELECT = """
        select n.*, o.evidence, coalesce(v.text, o.text) as shown, o.written_by, o.model, o.steps, v.verdict
        from narrative as n join wording_output as o on o.tenant_id = n.tenant_id and o.id = n.output_id
        left join wording_verdict as v on v.tenant_id = n.tenant_id and v.output_id = n.output_id\s""";

    /// What stands or is wanted.
    private static final String WHERE = """
        where n.superseded_at is null and (:kind::text is null or n.kind = :kind)
        and (:language::text is null or n.language = :language)
        and (:subjectKind::text is null or n.subject_kind = :subjectKind and n.subject_id = :subjectId)\s""";

    /// Takes the place of the one that stood for the same.
    void put(JdbcClient db, Narrative one) {
        Topic topic = one.topic();
        // Two who make the same at once take turns.
        db.sql("select pg_advisory_xact_lock(hashtextextended('narrative ' || current_tenant(), 0))").query()
                .listOfRows();
        db.sql("""
            update narrative set superseded_at = ? where kind = ? and subject_kind = ? and subject_id = ? and language = ?
            and superseded_at is null""")
                .params(RowTime.utc(one.madeAt()), one.kind().name(), topic.kind(), topic.id(),
                        one.language().getLanguage())
                .update();
        db.sql("""
            insert into narrative (id, kind, subject_kind, subject_id, name, language, as_of, output_id, links, flags, made_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?)""")
                .params(Arrays.asList(one.id(), one.kind().name(), topic.kind(), topic.id(), topic.name(),
                        one.language().getLanguage(), RowTime.utc(one.asOf()), one.text().output(),
                        JSON.writeValueAsString(one.links()), JSON.writeValueAsString(one.flags()),
                        RowTime.utc(one.madeAt())))
                .update();
    }

    /// What stands is as of a later instant too.
    void stands(JdbcClient db, UUID id, Instant asOf) {
        db.sql("update narrative set as_of = ? where id = ?").params(RowTime.utc(asOf), id).update();
    }

    /// What stood is no longer so, and nothing takes its place.
    int withdraw(JdbcClient db, NarrativeKind kind, Topic topic, Instant now) {
        return db.sql("""
            update narrative set superseded_at = ? where kind = ? and subject_kind = ? and subject_id = ?
            and superseded_at is null""").params(RowTime.utc(now), kind.name(), topic.kind(), topic.id()).update();
    }

    /// The one in this language alone, where it is as of an earlier instant than this.
    int withdraw(JdbcClient db, NarrativeKind kind, Topic topic, Locale language, Instant before, Instant now) {
        return db
                .sql("""
                    update narrative set superseded_at = ? where kind = ? and subject_kind = ? and subject_id = ? and language = ?
                    and as_of < ? and superseded_at is null""")
                .params(RowTime.utc(now), kind.name(), topic.kind(), topic.id(), language.getLanguage(),
                        RowTime.utc(before))
                .update();
    }

    /// All of what is of a kind that are as of an earlier instant than this.
    int withdraw(JdbcClient db, String kind, Instant before, Instant now) {
        return db.sql(
                "update narrative set superseded_at = ? where subject_kind = ? and as_of < ? and superseded_at is null")
                .params(RowTime.utc(now), kind, RowTime.utc(before)).update();
    }

    /// Those that stand, the newest first.
    List<Narrative> list(JdbcClient db, Narratives.Filter filter, int limit, int offset) {
        return filtered(db.sql(SELECT + WHERE
                + "order by n.made_at desc, n.subject_kind, n.subject_id, n.kind, n.language limit :limit offset :offset"),
                filter).param("limit", limit).param("offset", offset).query((row, number) -> narrative(row)).list();
    }

    long count(JdbcClient db, Narratives.Filter filter) {
        return filtered(db.sql("select count(*) from narrative as n " + WHERE), filter).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec filtered(JdbcClient.StatementSpec spec, Narratives.Filter filter) {
        Topic topic = filter.topic();
        Locale language = filter.language();
        return spec.param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("language", language == null ? null : language.getLanguage())
                .param("subjectKind", topic == null ? null : topic.kind())
                .param("subjectId", topic == null ? null : topic.id());
    }

    /// One, whether it stands or not.
    Optional<Narrative> find(JdbcClient db, UUID id) {
        return db.sql(SELECT + "where n.id = ?").param(id).query((row, number) -> narrative(row)).optional();
    }

    private static Narrative narrative(ResultSet row) throws SQLException {
        return new Narrative(row.getObject("id", UUID.class), NarrativeKind.valueOf(row.getString("kind")),
                new Topic(row.getString("subject_kind"), row.getString("subject_id"), row.getString("name")),
                Locale.of(row.getString("language")), instant(row, "as_of"), instant(row, "made_at"), text(row),
                JSON.readValue(row.getString("evidence"), Evidence.class),
                JSON.readValue(row.getString("links"), LINKS), JSON.readValue(row.getString("flags"), FLAGS));
    }

    private static Narrative.Text text(ResultSet row) throws SQLException {
        String word = row.getString("verdict");
        return new Narrative.Text(row.getObject("output_id", UUID.class), row.getString("shown").lines().toList(),
                Worded.Author.valueOf(row.getString("written_by")), row.getString("model"),
                JSON.readValue(row.getString("steps"), STEPS), said(word));
    }

    private static @Nullable Word said(@Nullable String word) {
        return word == null ? null : Outputs.Word.valueOf(word);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package dev.upswell.server.wording;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Failure;
import dev.upswell.prompt.Acceptance;
import dev.upswell.prompt.Attention;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of tables `wording_output`, `wording_failure`, `wording_verdict`, `wording_viewing` and `blocked_phrase`. All calls run inside the
/// caller's tenant transaction.
final class OutputRepository {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<Worded.Step>> STEPS = new TypeReference<>() {
    };

    void insert(JdbcClient db, KeptOutput output) {
        boolean model = output.by() == Worded.Author.MODEL;
        EntityId subject = output.subject();
        db.sql("""
            insert into wording_output (id, purpose, subject_kind, subject_id, language, prompt_number, asked_number,
                inputs_sha256, evidence, text, written_by, provider, model, steps, tokens_in, tokens_out, cost_micros, millis,
                at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(output.id(), output.purpose().label(),
                        subject == null ? null : subject.kind().label(),
                        subject == null ? null : subject.value(), output.language().getLanguage(),
                        output.prompt(), output.asked(), output.inputs(), JSON.writeValueAsString(output.evidence()),
                        String.join("\n", output.sentences()), output.by().name(), model ? output.provider() : null,
                        output.model(), JSON.writeValueAsString(output.steps()), output.usage().in(),
                        output.usage().out(), output.costMicros(), output.millis(), RowTime.utc(output.at()),
                        RowTime.utcOrNull(output.expiresAt())))
                .update();
        int number = 0;
        for (Failure failure : output.failures()) {
            db.sql("insert into wording_failure (output_id, number, rule, excerpt, at) values (?, ?, ?, ?, ?)")
                    .params(output.id(), ++number, failure.rule().name(), failure.excerpt(), RowTime.utc(output.at()))
                    .update();
        }
    }

    Optional<KeptOutput> find(JdbcClient db, String inputs, Instant now) {
        return db.sql("""
            select * from wording_output as o where inputs_sha256 = ? and written_by = 'MODEL' and expires_at > ?
            and not exists (select 1 from wording_verdict as v where v.tenant_id = o.tenant_id and v.output_id = o.id
                and v.verdict <> 'ACCEPT')
            order by expires_at desc limit 1""").params(inputs, RowTime.utc(now)).query((row, number) -> output(row))
                .optional();
    }

    Optional<KeptOutput> find(JdbcClient db, UUID id) {
        return db.sql("select * from wording_output where id = ?").param(id).query((row, number) -> output(row))
                .optional();
    }

    private static KeptOutput output(ResultSet row) throws SQLException {
        String kind = row.getString("subject_kind");
        return new KeptOutput(row.getObject("id", UUID.class), Prompts.purpose(row.getString("purpose")),
                kind == null ? null : new EntityId(EntityKind.of(kind), row.getString("subject_id")),
                Locale.of(row.getString("language")), row.getObject("prompt_number", Integer.class),
                row.getObject("asked_number", Integer.class), row.getString("inputs_sha256"),
                JSON.readValue(row.getString("evidence"), Evidence.class), row.getString("text").lines().toList(),
                Worded.Author.valueOf(row.getString("written_by")), row.getString("provider"), row.getString("model"),
                JSON.readValue(row.getString("steps"), STEPS),
                new Reply.Usage(row.getLong("tokens_in"), row.getLong("tokens_out")), row.getLong("cost_micros"),
                row.getLong("millis"), instant(row, "at"), instantOrNull(row, "expires_at"), List.of());
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    List<Outputs.Line> list(JdbcClient db, int limit, int offset) {
        return db.sql("""
            select o.*, v.verdict, coalesce(v.text, o.text) as shown from wording_output as o
            left join wording_verdict as v on v.tenant_id = o.tenant_id and v.output_id = o.id
            order by o.at desc, o.id limit ? offset ?""").params(limit, offset).query((row, number) -> {
            String word = row.getString("verdict");
            return new Outputs.Line(row.getObject("id", UUID.class), row.getString("purpose"),
                    row.getString("language"),
                    row.getString("shown").replace('\n', ' '), Worded.Author.valueOf(row.getString("written_by")),
                    row.getString("model"), JSON.readValue(row.getString("steps"), STEPS), row.getLong("cost_micros"),
                    row.getLong("millis"), instant(row, "at"), word == null ? null : Outputs.Word.valueOf(word));
        }).list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from wording_output").query(Long.class).single();
    }

    Map<String, Long> failures(JdbcClient db, Instant since) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql("select rule, count(*) from wording_failure where at >= ? group by rule order by count(*) desc, rule")
                .param(RowTime.utc(since)).query((row, number) -> counts.put(row.getString(1), row.getLong(2))).list();
        return counts;
    }

    Acceptance acceptance(JdbcClient db, String purpose, int prompt) {
        return db
                .sql("""
                    select count(*) filter (where own and verdict = 'ACCEPT'), count(*) filter (where own and verdict = 'EDIT'),
                        count(*) filter (where own and verdict = 'REJECT'), count(*), count(*) filter (where failed)
                    from (select coalesce(o.prompt_number = :prompt, false) as own, o.asked_number, v.verdict,
                            exists (select 1 from wording_failure as f where f.tenant_id = o.tenant_id and f.output_id = o.id) as failed
                        from wording_output as o
                        left join wording_verdict as v on v.tenant_id = o.tenant_id and v.output_id = o.id
                        where o.purpose = :purpose and (o.prompt_number = :prompt or o.asked_number = :prompt)) as asked
                    where own or failed""")
                .param("purpose", purpose).param("prompt", prompt)
                .query((row, number) -> new Acceptance(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                        row.getLong(5)))
                .single();
    }

    void judge(JdbcClient db, UUID id, Outputs.Judged judged, @Nullable String text, boolean objected, String by,
            Instant at) {
        db.sql("""
            insert into wording_verdict (output_id, verdict, text, unchecked, by, at, dwell_millis, acted)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, output_id) do update set verdict = excluded.verdict, text = excluded.text,
                unchecked = excluded.unchecked, by = excluded.by, at = excluded.at,
                dwell_millis = excluded.dwell_millis, acted = coalesce(excluded.acted, wording_verdict.acted)""")
                .params(Arrays.asList(id, judged.word().name(), text, objected, by, RowTime.utc(at),
                        judged.dwell() == null ? null : judged.dwell().toMillis(), judged.acted()))
                .update();
    }

    /// Counts a look; beyond the most looks of a text nothing is added, but an act is kept.
    void looked(JdbcClient db, UUID id, Outputs.Look look, int mostLooks) {
        db.sql("""
            insert into wording_viewing as seen (output_id, looks, in_view_millis, acted) values (:id, 1, :millis, :acted)
            on conflict (tenant_id, output_id) do update set acted = seen.acted or excluded.acted,
                looks = least(seen.looks + 1, :most),
                in_view_millis = seen.in_view_millis + case when seen.looks < :most then excluded.in_view_millis else 0 end""")
                .param("id", id).param("millis", look.inView().toMillis()).param("acted", look.acted())
                .param("most", mostLooks).update();
    }

    Attention attention(JdbcClient db, String purpose, int prompt) {
        return db.sql("""
            select count(*), coalesce(avg(seconds), 0), coalesce(var_samp(seconds), 0), count(*) filter (where acted)
            from (select w.in_view_millis / 1000.0 / w.looks as seconds,
                w.acted or coalesce(v.acted or v.verdict in ('ACCEPT', 'EDIT'), false) as acted
                from wording_output as o
                join wording_viewing as w on w.tenant_id = o.tenant_id and w.output_id = o.id
                left join wording_verdict as v on v.tenant_id = o.tenant_id and v.output_id = o.id
                where o.purpose = ? and o.prompt_number = ?) as seen""")
                .params(purpose, prompt)
                .query((row, number) -> new Attention(row.getLong(1), row.getDouble(2), row.getDouble(3),
                        row.getLong(4)))
                .single();
    }

    List<String> phrases(JdbcClient db) {
        return db.sql("select phrase from blocked_phrase order by phrase").query(String.class).list();
    }

    void block(JdbcClient db, String phrase, String by, Instant at) {
        db.sql("insert into blocked_phrase (phrase, by, at) values (?, ?, ?) on conflict do nothing")
                .params(phrase, by, RowTime.utc(at)).update();
    }
}

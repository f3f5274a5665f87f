package dev.upswell.server.refine;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.wording.Worded;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads what was said of texts, and keeps the rows of table `prompt_refinement`. All calls run inside the caller's tenant transaction.
final class ComplaintRepository {

    /// What was said of the texts for which this version was asked, after `since` and up to `to`.
    ///
    /// A verdict on a text that a template wrote in the end is none on the prompt; what the check discarded before is.
    Complaints complaints(JdbcClient db, String purpose, int number, Instant since, Instant to) {
        Map<String, Object> bounds = Map.of("purpose", purpose, "number", number, "since", RowTime.utc(since), "to",
                RowTime.utc(to));
        long[] counts = db.sql("""
            select count(*) filter (where o.at > :since and o.at <= :to), count(*) filter (where v.verdict = 'ACCEPT'),
            count(*) filter (where v.verdict = 'EDIT'), count(*) filter (where v.verdict = 'REJECT'),
            count(*) filter (where o.at > :since and o.at <= :to and exists (select 1 from wording_failure f
            where f.tenant_id = o.tenant_id and f.output_id = o.id))
            from wording_output o left join wording_verdict v on v.tenant_id = o.tenant_id and v.output_id = o.id
            and v.at > :since and v.at <= :to and o.prompt_number = :number
            where o.purpose = :purpose and (o.asked_number = :number or o.prompt_number = :number)""").params(bounds)
                .query((row, index) -> new long[]{row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                        row.getLong(5)})
                .single();
        Map<String, Long> rules = new LinkedHashMap<>();
        db.sql("""
            select f.rule, count(*) from wording_failure f join wording_output o on o.tenant_id = f.tenant_id
            and o.id = f.output_id where o.purpose = :purpose and (o.asked_number = :number or o.prompt_number = :number)
            and f.at > :since and f.at <= :to group by f.rule order by count(*) desc, f.rule""")
                .params(bounds)
                .query((row, index) -> rules.put(row.getString(1), row.getLong(2))).list();
        List<Complaints.Edit> edits = db
                .sql("""
                    select o.language, o.text, v.text as after, array(select f ->> 'entity' from jsonb_array_elements(o.evidence -> 'facts') f
                    where f ->> 'entity' is not null union select f ->> 'of' from jsonb_array_elements(o.evidence -> 'facts') f
                    where f ->> 'unit' = 'NAME' and f ->> 'of' is not null order by 1) as names from wording_verdict v join wording_output o
                    on o.tenant_id = v.tenant_id and o.id = v.output_id where o.purpose = :purpose and o.prompt_number = :number
                    and v.verdict = 'EDIT' and not v.unchecked and v.at > :since and v.at <= :to order by v.at desc, o.id limit\s"""
                        + Complaints.MOST_EDITS)
                .params(bounds)
                .query((row, index) -> new Complaints.Edit(row.getString("language"), row.getString("text"),
                        row.getString("after"), List.of((String[]) row.getArray("names").getArray())))
                .list();
        List<String> phrases = db
                .sql("""
                    select distinct lower(f.excerpt) from wording_failure f join wording_output o on o.tenant_id = f.tenant_id
                    and o.id = f.output_id where o.purpose = :purpose and (o.asked_number = :number or o.prompt_number = :number)
                    and f.rule = 'BLOCKED_PHRASE' and f.at > :since and f.at <= :to order by 1""")
                .params(bounds)
                .query(String.class).list();
        return new Complaints(counts[0], counts[1], counts[2], counts[3], counts[4], rules, phrases, edits,
                words(edits));
    }

    private static int words(List<Complaints.Edit> edits) {
        List<Integer> lengths = edits.stream().map(edit -> Guidance.words(edit.after())).sorted().toList();
        return lengths.isEmpty() ? 0 : lengths.get(lengths.size() / 2);
    }

    /// Up to when complaints about a version were looked at; empty before the first time.
    Optional<Instant> seenTo(JdbcClient db, String purpose, int base) {
        return db.sql("select max(seen_to) as seen from prompt_refinement where purpose = ? and base = ?")
                .params(purpose, base)
                .query((row, index) -> Optional.ofNullable(row.getObject("seen", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    void insert(JdbcClient db, Refinement one) {
        db.sql("""
            insert into prompt_refinement (purpose, number, base, written_by, model, evidence, seen_to)
            values (?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(row(one.purpose(), one.number(), one.base(), one.by().name(), one.model(),
                        Json.write(one.complaints()), RowTime.utc(one.seenTo())))
                .update();
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value);
        }
        return row;
    }

    /// The newest first.
    List<Refinement> list(JdbcClient db, int limit, int offset) {
        return db.sql("""
            select r.*, p.state, p.note from prompt_refinement r join prompt_version p on p.tenant_id = r.tenant_id
            and p.purpose = r.purpose and p.number = r.number order by r.seen_to desc, r.purpose, r.number desc
            limit ? offset ?""").params(limit, offset)
                .query((row, index) -> new Refinement(row.getString("purpose"), row.getInt("number"),
                        row.getInt("base"), Worded.Author.valueOf(row.getString("written_by")), row.getString("model"),
                        row.getString("state").toLowerCase(Locale.ROOT), row.getString("note"),
                        Json.read(row.getString("evidence"), Complaints.class),
                        row.getObject("seen_to", OffsetDateTime.class).toInstant()))
                .list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from prompt_refinement").query(Long.class).single();
    }
}

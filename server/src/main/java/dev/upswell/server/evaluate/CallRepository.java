package dev.upswell.server.evaluate;

import static dev.upswell.server.evaluate.PairRepository.instant;
import static dev.upswell.server.evaluate.Sql.start;

import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `judged_call`. All calls run inside the caller's tenant transaction.
final class CallRepository {

    private static final String FROM = """
         from judged_call j left join entity e on e.kind = j.kind and e.entity_id = j.entity_id
        where j.kind = ? and j.horizon_hours = ? and (?::uuid is null or j.model_id = ?)
        and (?::uuid is not null or exists (select 1 from daily_evaluation d where d.kind = j.kind
        and d.horizon_hours = j.horizon_hours and d.model_id = j.model_id and d.serving
        and d.day = (j.cut at time zone 'UTC')::date))
        and j.cut >= ? and j.cut < ? and (?::text is null or j.verdict = ?)\s""";

    private record Row(String entity, Instant cut, Verdict verdict, double probability, double growth,
            @Nullable Double lead) {
    }

    private record CauseRow(String entity, Instant cut, Cause cause, Evidence evidence) {
    }

    private record Effect(String feature, double effect) {
    }

    /// Which calls are wanted.
    ///
    /// @param model null for the calls of whichever model served
    /// @param verdict null for all
    record Wanted(ModelTask task, @Nullable UUID model, LocalDate from, LocalDate to, @Nullable Verdict verdict) {

        Wanted only(Verdict one) {
            return new Wanted(task, model, from, to, one);
        }
    }

    /// A wrong call with what the store tells around it.
    ///
    /// @param drifted whether the model's last drift report at or before the cut had confirmed drift
    record Wrong(String entity, Instant cut, Verdict verdict, double probability, @Nullable String source,
            @Nullable Double lateHours, @Nullable String otherModel, boolean drifted, Map<String, Double> effects) {
    }

    /// How often wrong calls had a cause.
    record Count(Verdict verdict, Cause cause, int calls) {
    }

    /// Keeps the calls and misses of a model's day in place of earlier ones, as yet without causes.
    ///
    /// @param called those of the pairs that were called
    void replace(JdbcClient db, PairRepository.Due due, UUID model, List<JudgedPair> pairs,
            java.util.Set<JudgedPair> called) {
        ModelTask task = due.task();
        db.sql("""
            delete from judged_call where kind = ? and horizon_hours = ? and model_id = ? and cut >= ? and cut < ?""")
                .params(task.kind().label(), task.horizonHours(), model, start(due.day()),
                        start(due.day().plusDays(1)))
                .update();
        List<Row> rows = pairs.stream().filter(pair -> pair.surged() || called.contains(pair))
                .map(pair -> row(pair, called.contains(pair))).toList();
        db.sql("""
            insert into judged_call (kind, entity_id, cut, horizon_hours, model_id, verdict, probability, growth,
            lead_hours) select ?, entity, cut, ?, ?, verdict, probability, growth, lead
            from jsonb_to_recordset(?::jsonb) as r(entity text, cut timestamptz, verdict text, probability float8,
            growth float8, lead float8)""")
                .params(task.kind().label(), task.horizonHours(), model, Json.write(rows)).update();
    }

    private static Row row(JudgedPair pair, boolean called) {
        Verdict verdict = !called ? Verdict.MISS : pair.surged() ? Verdict.HIT : Verdict.FALSE_SURGE;
        return new Row(pair.entity(), pair.cut(), verdict, pair.probability(), pair.growth(),
                verdict == Verdict.HIT ? pair.hoursToBar() : null);
    }

    /// The wrong calls of a model's day.
    ///
    /// A later call counts for a miss only before its bar was passed; another model counts as right by its own threshold. Drift
    /// counts from the report that confirmed it to the first one that does not, unless a person dropped the task that was
    /// opened for it.
    List<Wrong> wrong(JdbcClient db, PairRepository.Due due, PairRepository.Judged judged) {
        return db
                .sql("""
                    select j.entity_id, j.cut, j.verdict, j.probability, p.source, p.contributions,
                    case when j.verdict = 'MISS' then (select extract(epoch from min(l.as_of) - j.cut) / 3600 from prediction l
                    where l.kind = j.kind and l.entity_id = j.entity_id and l.horizon_hours = j.horizon_hours
                    and l.model_id = j.model_id and l.as_of > j.cut and l.probability >= ?::float8
                    and l.as_of < j.cut + make_interval(secs => 3600 * o.hours_to_bar))
                    else (select extract(epoch from j.cut - max(b.cut + make_interval(secs => 3600 * b.hours_to_bar))) / 3600
                    from outcome b where b.kind = j.kind and b.entity_id = j.entity_id and b.horizon_hours = j.horizon_hours
                    and b.label and b.cut < j.cut and b.cut >= j.cut - make_interval(hours => j.horizon_hours)
                    and b.cut + make_interval(secs => 3600 * b.hours_to_bar) <= j.cut) end as late,
                    (select m.kind from (select kind, entity_id, as_of, horizon_hours, model_id, probability from prediction
                    union all select kind, entity_id, as_of, horizon_hours, model_id, probability from shadow_prediction) r
                    join model_record m on m.id = r.model_id where r.kind = j.kind and r.entity_id = j.entity_id and r.as_of = j.cut and r.horizon_hours = j.horizon_hours
                    and r.model_id <> j.model_id
                    and (r.probability >= (m.metrics->>'alertThreshold')::float8) = (j.verdict = 'MISS')
                    order by m.created_at desc, m.id limit 1) as other,
                    coalesce((select d.drifted and not exists (select 1 from improvement_task t
                    where t.topic = 'retrain ' || d.kind || '/' || d.horizon_hours || 'h' and t.state = 'DROPPED'
                    and t.opened_as_of <= d.as_of and t.closed_at >= d.created_at) from drift_report d
                    where d.model_id = j.model_id and d.as_of <= j.cut order by d.as_of desc limit 1), false) as drifted
                    from judged_call j left join prediction p on p.kind = j.kind and p.entity_id = j.entity_id
                    and p.as_of = j.cut and p.horizon_hours = j.horizon_hours and p.model_id = j.model_id
                    join outcome o on o.kind = j.kind and o.entity_id = j.entity_id and o.cut = j.cut
                    and o.horizon_hours = j.horizon_hours
                    where j.kind = ? and j.horizon_hours = ? and j.model_id = ? and j.cut >= ? and j.cut < ?
                    and j.verdict <> 'HIT' order by j.cut, j.entity_id""")
                .param(judged.threshold()).param(due.task().kind().label()).param(due.task().horizonHours())
                .param(judged.model()).param(start(due.day())).param(start(due.day().plusDays(1)))
                .query((row, index) -> new Wrong(row.getString("entity_id"), instant(row, "cut"),
                        Verdict.valueOf(row.getString("verdict")), row.getDouble("probability"),
                        row.getString("source"), number(row, "late"), row.getString("other"),
                        row.getBoolean("drifted"), effects(row.getString("contributions"))))
                .list();
    }

    /// The median effect of each feature that raised the probability of a hit, among the hits of models of this family in the
    /// trailing window that ends with this day.
    Map<String, Double> norms(JdbcClient db, PairRepository.Due due, String family) {
        Map<String, Double> norms = new HashMap<>();
        db.sql("""
            select c.feature, percentile_cont(0.5) within group (order by c.effect) as norm from judged_call j
            join model_record m on m.id = j.model_id join prediction p on p.kind = j.kind
            and p.entity_id = j.entity_id and p.as_of = j.cut and p.horizon_hours = j.horizon_hours
            and p.model_id = j.model_id cross join jsonb_to_recordset(p.contributions) as c(feature text, effect float8)
            where j.kind = ? and j.horizon_hours = ? and m.kind = ? and j.verdict = 'HIT' and j.cut >= ? and j.cut < ?
            and c.effect > 0 group by c.feature""")
                .params(due.task().kind().label(), due.task().horizonHours(), family,
                        start(due.day().minusDays(Figuring.TRAILING_DAYS - 1L)), start(due.day().plusDays(1)))
                .query(row -> {
                    norms.put(row.getString("feature"), row.getDouble("norm"));
                });
        return norms;
    }

    /// Keeps the causes of wrong calls of a model's day.
    void explain(JdbcClient db, PairRepository.Due due, UUID model, Map<Wrong, Evidence> evidence) {
        List<CauseRow> rows = new ArrayList<>();
        evidence.forEach((wrong, known) -> rows.add(new CauseRow(wrong.entity(), wrong.cut(),
                known.cause(wrong.verdict(), wrong.probability()), known)));
        db.sql("""
            update judged_call j set cause = r.cause, evidence = r.evidence
            from jsonb_to_recordset(?::jsonb) as r(entity text, cut timestamptz, cause text, evidence jsonb)
            where j.kind = ? and j.horizon_hours = ? and j.model_id = ? and j.entity_id = r.entity and j.cut = r.cut""")
                .params(Json.write(rows), due.task().kind().label(), due.task().horizonHours(), model)
                .update();
    }

    /// Part of the wanted calls: the newest cut first, then hits, misses and false surges, each by probability.
    List<JudgedCall> list(JdbcClient db, Wanted wanted, int limit, int offset) {
        return db.sql("select j.*, coalesce(e.name, j.entity_id) as name" + FROM + """
            order by j.cut desc, array_position(array['HIT', 'MISS', 'FALSE_SURGE'], j.verdict),
            j.probability desc, j.entity_id, j.model_id limit ? offset ?""").params(parameters(wanted, limit, offset))
                .query((row, index) -> call(row, wanted.task())).list();
    }

    /// The wanted calls that grew most.
    List<JudgedCall> fastest(JdbcClient db, Wanted wanted, int limit) {
        return first(db, wanted, "j.growth", limit);
    }

    /// The wanted calls that were stated with the highest probability.
    List<JudgedCall> surest(JdbcClient db, Wanted wanted, int limit) {
        return first(db, wanted, "j.probability", limit);
    }

    private static List<JudgedCall> first(JdbcClient db, Wanted wanted, String by, int limit) {
        return db.sql("select j.*, coalesce(e.name, j.entity_id) as name" + FROM + "order by " + by
                + " desc, j.cut, j.entity_id, j.model_id limit ?").params(parameters(wanted, limit))
                .query((row, index) -> call(row, wanted.task())).list();
    }

    long count(JdbcClient db, Wanted wanted) {
        return db.sql("select count(*)" + FROM).params(parameters(wanted)).query(Long.class).single();
    }

    /// The causes of the wanted wrong calls, the most frequent first.
    List<Count> causes(JdbcClient db, Wanted wanted) {
        return db.sql("select j.verdict, j.cause, count(*) as calls" + FROM
                + "and j.cause is not null group by 1, 2 order by 1 desc, 3 desc, 2").params(parameters(wanted))
                .query((row, index) -> new Count(Verdict.valueOf(row.getString("verdict")),
                        Cause.valueOf(row.getString("cause")), row.getInt("calls")))
                .list();
    }

    private static List<@Nullable Object> parameters(Wanted wanted, Object... more) {
        Verdict verdict = wanted.verdict();
        String name = verdict == null ? null : verdict.name();
        List<@Nullable Object> all = new ArrayList<>();
        all.add(wanted.task().kind().label());
        all.add(wanted.task().horizonHours());
        all.add(wanted.model());
        all.add(wanted.model());
        all.add(wanted.model());
        all.add(start(wanted.from()));
        all.add(start(wanted.to().plusDays(1)));
        all.add(name);
        all.add(name);
        all.addAll(List.of(more));
        return all;
    }

    private static JudgedCall call(ResultSet row, ModelTask task) throws SQLException {
        String cause = row.getString("cause");
        String evidence = row.getString("evidence");
        return new JudgedCall(task, row.getObject("model_id", UUID.class), row.getString("entity_id"),
                row.getString("name"), instant(row, "cut"), Verdict.valueOf(row.getString("verdict")),
                row.getDouble("probability"), row.getDouble("growth"), row.getObject("lead_hours", Double.class),
                cause == null ? null : Cause.valueOf(cause),
                evidence == null ? null : Json.read(evidence, Evidence.class));
    }

    /// What moved a prediction; nothing is kept of that for models in shadow.
    private static Map<String, Double> effects(@Nullable String contributions) {
        if (contributions == null) {
            return Map.of();
        }
        Map<String, Double> effects = new HashMap<>();
        Json.read(contributions, new TypeReference<List<Effect>>() {
        }).forEach(one -> effects.put(one.feature(), one.effect()));
        return effects;
    }

    private static @Nullable Double number(ResultSet row, String column) throws SQLException {
        java.math.BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : Double.valueOf(value.doubleValue());
    }
}

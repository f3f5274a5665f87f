package dev.upswell.server.forecast.expect;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.trend.Expectations;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.trend.Judged;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// Reads the predictions that were stored, and what came of them, as of an instant.
public final class ExpectationRepository implements Expectations {

    private static final TypeReference<List<Expected.Reason>> REASONS = new TypeReference<>() {
    };

    /// A finished backtest whose last outcome was known at an instant.
    private static final String KNOWN = """
        state = 'DONE' and (report->>'to')::timestamptz
        + make_interval(hours => (report->>'horizonHours')::int) <= ?""";

    private static final String SELECT = """
        select p.entity_id, p.as_of, p.horizon_hours, p.model_id, m.kind as model, p.probability,
        p.low, p.high,
        p.views_low, p.views_mid, p.views_high, p.contributions, o.label, o.growth
        from prediction p join model_record m on m.id = p.model_id left join outcome o on o.kind = p.kind
        and o.entity_id = p.entity_id and o.cut = p.as_of and o.horizon_hours = p.horizon_hours and o.known_at <= ?
        """;

    /// The latest run as of an instant in [`from`, `to`]: over 24 hours where there is one, else over the shortest horizon; of
    /// several as of one instant the serving model's.
    private Optional<Run> latest(JdbcClient db, EntityKind kind, Instant from, Instant to) {
        return db
                .sql("""
                    with usual as (select horizon_hours from prediction where kind = ? and as_of between ? and ?
                    order by horizon_hours = 24 desc, horizon_hours limit 1)
                    select p.as_of, p.model_id, m.kind, p.horizon_hours, (m.metrics->>'alertThreshold')::float8 as threshold
                    from prediction p join model_record m on m.id = p.model_id
                    where p.kind = ? and p.horizon_hours = (select horizon_hours from usual)
                    and p.as_of = (select max(as_of) from prediction where kind = ?
                    and horizon_hours = (select horizon_hours from usual) and as_of between ? and ?)
                    order by m.state = 'ACTIVE' desc, m.created_at desc, m.id limit 1""")
                .params(kind.label(), RowTime.utc(from), RowTime.utc(to), kind.label(), kind.label(), RowTime.utc(from),
                        RowTime.utc(to))
                .query((row, index) -> new Run(instant(row, "as_of"), row.getObject("model_id", UUID.class),
                        row.getString("kind"), row.getInt("horizon_hours"),
                        row.getObject("threshold", Double.class)))
                .optional();
    }

    @Override
    public Facts facts(JdbcClient db, EntityKind kind, Instant from, Instant to, int judgedDays) {
        Run run = latest(db, kind, from, to).orElse(null);
        return run == null
                ? Facts.NONE
                : new Facts(run, of(db, kind, run), judged(db, kind, run, to, judgedDays).orElse(null));
    }

    @Override
    public Optional<Expected.Explained> explained(JdbcClient db, EntityId entity, Instant from, Instant to) {
        return latest(db, entity.kind(), from, to).map(run -> of(db, entity.kind(), run).get(entity))
                .map(expected -> new Expected.Explained(expected,
                        usual(db, entity.kind(), expected.horizonHours(), to).orElse(null),
                        strange(db, entity, expected).orElse(null)));
    }

    @Override
    public List<Expected> horizons(JdbcClient db, EntityId entity, Instant from, Instant to) {
        return db.sql("select distinct on (p.horizon_hours)" + SELECT.substring("select".length()) + """
            where p.kind = ? and p.entity_id = ? and p.as_of between ? and ?
            order by p.horizon_hours, p.as_of desc, m.state = 'ACTIVE' desc, m.created_at desc, m.id""")
                .params(RowTime.utc(to), entity.kind().label(), entity.value(), RowTime.utc(from), RowTime.utc(to))
                .query((row, index) -> expected(row)).list();
    }

    @Override
    public List<Expected.Past> past(JdbcClient db, EntityId entity, Instant from, Instant to, int limit) {
        return latest(db, entity.kind(), from, to).map(run -> past(db, entity, run, to, limit)).orElse(List.of());
    }

    /// The predictions of a run.
    private Map<EntityId, Expected> of(JdbcClient db, EntityKind kind, Run run) {
        Map<EntityId, Expected> expected = new LinkedHashMap<>();
        db.sql(SELECT + "where p.kind = ? and p.as_of = ? and p.model_id = ? and p.horizon_hours = ? order by 1")
                .params(RowTime.utc(run.asOf()), kind.label(), RowTime.utc(run.asOf()), run.modelId(),
                        run.horizonHours())
                .query((row, index) -> expected.put(new EntityId(kind, row.getString("entity_id")), expected(row)))
                .list();
        return expected;
    }

    /// How far the entity lay from what the model had learned from; empty when the model kept nothing to compare with.
    private static Optional<Expected.Strange> strange(JdbcClient db, EntityId entity, Expected expected) {
        return db.sql("""
            select jsonb_build_object('strangerThan', stranger_than, 'outside', outside, 'because', strange_because)
            as strange from prediction where kind = ? and entity_id = ? and as_of = ? and model_id = ?
            and horizon_hours = ? and stranger_than is not null""")
                .params(entity.kind().label(), entity.value(), RowTime.utc(expected.asOf()), expected.modelId(),
                        expected.horizonHours())
                .query((row, index) -> Json.read(row.getString("strange"), Expected.Strange.class)).optional();
    }

    private List<Expected.Past> past(JdbcClient db, EntityId entity, Run run, Instant at, int limit) {
        return db.sql(SELECT + """
            where p.kind = ? and p.entity_id = ? and p.as_of <= ? and m.kind = ? and p.horizon_hours = ?
            order by p.as_of desc, m.created_at desc limit ?""")
                .params(RowTime.utc(at), entity.kind().label(), entity.value(), RowTime.utc(at), run.model(),
                        run.horizonHours(),
                        limit)
                .query((row, index) -> new Expected.Past(expected(row), row.getObject("label", Boolean.class),
                        row.getObject("growth", Double.class)))
                .list();
    }

    /// How often entities of the kind surged in the outcomes known at `at`; in the latest backtest where there are none.
    private Optional<Double> usual(JdbcClient db, EntityKind kind, int horizonHours, Instant at) {
        return db.sql("""
            select coalesce((select avg(label::int)::float8 from outcome where kind = ? and horizon_hours = ?
            and known_at <= ?), (select (report->>'prevalence')::float8 from backtest_run
            where kind = ? and horizon_hours = ? and\s""" + KNOWN + " order by created_at desc limit 1)) as usual")
                .params(kind.label(), horizonHours, RowTime.utc(at), kind.label(), horizonHours, RowTime.utc(at))
                .query((row, index) -> Optional.ofNullable(row.getObject("usual", Double.class))).single();
    }

    /// How predictions of the model's family did in the `days` days before the run, by the outcomes known at `at`.
    private Optional<Judged> judged(JdbcClient db, EntityKind kind, Run run, Instant at, int days) {
        Instant last = at.isBefore(run.asOf()) ? at : run.asOf();
        Instant from = last.minus(Duration.ofDays(days));
        Tally now = tally(db, kind, run, from, at);
        Tally before = tally(db, kind, run, from.minus(Duration.ofDays(days)), from);
        Backtest backtest = backtest(db, kind, run, at);
        if (now.pairs == 0 && backtest.prAuc == null) {
            return Optional.empty();
        }
        return Optional.of(new Judged(days, now.pairs, now.surges, now.caught, now.calls, now.stated,
                before.pairs == 0 ? null : Integer.valueOf(before.calls - before.caught), backtest.lead, backtest.prAuc,
                backtest.growthPrAuc, backtest.prevalence));
    }

    private record Tally(int pairs, int surges, int caught, int calls, @Nullable Double stated) {
    }

    private record Backtest(@Nullable Double lead, @Nullable Double prAuc, @Nullable Double growthPrAuc,
            @Nullable Double prevalence) {
    }

    /// What was called by each model's own alert threshold; of a model without one the ten likeliest of each cut.
    private static Tally tally(JdbcClient db, EntityKind kind, Run run, Instant from, Instant to) {
        return db.sql("""
            select count(*) as pairs, count(*) filter (where label) as surges,
            count(*) filter (where label and called) as caught, count(*) filter (where called) as calls,
            avg(probability) filter (where called) as stated
            from (select o.label, p.probability, case when m.metrics->>'alertThreshold' is null
            then row_number() over (partition by p.model_id, p.as_of order by p.probability desc, p.entity_id) <= ?
            else p.probability >= (m.metrics->>'alertThreshold')::float8 end as called
            from prediction p join model_record m on m.id = p.model_id join outcome o on o.kind = p.kind
            and o.entity_id = p.entity_id and o.cut = p.as_of and o.horizon_hours = p.horizon_hours
            where p.kind = ? and m.kind = ? and p.horizon_hours = ? and o.known_at > ? and o.known_at <= ?) judged""")
                .params(CALLED_WITHOUT_THRESHOLD, kind.label(), run.model(), run.horizonHours(), RowTime.utc(from),
                        RowTime.utc(to))
                .query((row, index) -> new Tally(row.getInt("pairs"), row.getInt("surges"), row.getInt("caught"),
                        row.getInt("calls"), row.getObject("stated", Double.class)))
                .single();
    }

    /// The latest backtest all of whose outcomes were known at `at`.
    private static Backtest backtest(JdbcClient db, EntityKind kind, Run run, Instant at) {
        return db
                .sql("""
                    select (select (r->>'leadTimeHoursMedian')::float8 from jsonb_array_elements(report->'models') r
                    where r->>'model' = ?) as lead, (select (r->>'prAuc')::float8 from jsonb_array_elements(report->'models') r
                    where r->>'model' = ?) as pr_auc, (select (r->>'prAuc')::float8
                    from jsonb_array_elements(report->'models') r where r->>'model' = 'last-velocity') as growth,
                    (report->>'prevalence')::float8 as prevalence from backtest_run where kind = ? and horizon_hours = ? and\s"""
                        + KNOWN + " order by created_at desc limit 1")
                .params(run.model(), run.model(), kind.label(), run.horizonHours(), RowTime.utc(at))
                .query((row, index) -> new Backtest(row.getObject("lead", Double.class),
                        row.getObject("pr_auc", Double.class), row.getObject("growth", Double.class),
                        row.getObject("prevalence", Double.class)))
                .optional().orElse(new Backtest(null, null, null, null));
    }

    private static Expected expected(ResultSet row) throws SQLException {
        Double middle = row.getObject("views_mid", Double.class);
        return new Expected(instant(row, "as_of"), row.getInt("horizon_hours"), row.getObject("model_id", UUID.class),
                row.getString("model"), row.getDouble("probability"), row.getObject("low", Double.class),
                row.getObject("high", Double.class),
                middle == null
                        ? null
                        : new Expected.Range(row.getDouble("views_low"), middle, row.getDouble("views_high")),
                Json.read(row.getString("contributions"), REASONS));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

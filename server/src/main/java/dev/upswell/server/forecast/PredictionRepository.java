package dev.upswell.server.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.forecast.RealisedGrowth;
import dev.upswell.server.forecast.Prediction.Chance;
import dev.upswell.server.forecast.Prediction.Contribution;
import dev.upswell.server.forecast.Prediction.Filter;
import dev.upswell.server.forecast.Prediction.Outcome;
import dev.upswell.server.forecast.Prediction.ViewRange;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.trend.Expected.Strange;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `prediction` and `outcome`. All calls run inside the caller's tenant transaction.
final class PredictionRepository {

    private static final String SELECT = """
        select p.entity_id, coalesce(e.name, p.entity_id) as name, p.source, p.as_of, p.horizon_hours, p.model_id,
        p.probability, p.low, p.high, p.views_low, p.views_mid, p.views_high, p.contributions,
        case when p.stranger_than is null then null else
        jsonb_build_object('strangerThan', p.stranger_than, 'outside', p.outside, 'because', p.strange_because) end as strange,
        o.label, o.growth, o.known_at """;

    private static final String FROM = """
         from prediction p left join outcome o on o.kind = p.kind and o.entity_id = p.entity_id and o.cut = p.as_of
        and o.horizon_hours = p.horizon_hours left join entity e on e.kind = p.kind and e.entity_id = p.entity_id
        where p.kind = ? and p.horizon_hours = ? and strpos(lower(coalesce(e.name, p.entity_id)), lower(?)) > 0
        and p.probability >= ? and (?::boolean is null or o.label = ?) """;

    /// Whether file `f` may hold readings that bear on cut `c`, as [dev.upswell.server.store.Manifest#visible] tells it.
    private static final String BEARS = """
        (f.min_time is null or (f.max_time >= c.at - make_interval(secs => :before)
        and f.min_time <= c.at + make_interval(secs => :after)))""";

    /// Steps from cut to cut through the index, because all predictions of a cut stand beside each other there.
    private static final String DUE_CUTS = """
        with recursive cut(at) as (
        select max(as_of) from prediction where kind = :kind and horizon_hours = :horizon and as_of <= :elapsed
        union all select (select max(p.as_of) from prediction p
        where p.kind = :kind and p.horizon_hours = :horizon and p.as_of < cut.at) from cut where cut.at is not null),
        file as (select seq, min_time, max_time from lake_file where dataset = :dataset and retired_at is null)
        select c.at from cut c where c.at is not null
        and (c.at >= :reopened or not exists (select 1 from outcome o
        where o.kind = :kind and o.cut = c.at and o.horizon_hours = :horizon))
        and (c.at >= :reopened or not exists (select 1 from unjudged_cut u where u.kind = :kind and u.cut = c.at
        and u.horizon_hours = :horizon and not exists (select 1 from file f where f.seq > u.last_seq and %1$s)))
        and not exists (select 1 from compared_cut d where d.kind = :kind and d.cut = c.at
        and d.horizon_hours = :horizon and not exists (select 1 from file f where f.seq > d.last_seq and %1$s)
        and d.entities = (select count(distinct p.entity_id) from prediction p
        where p.kind = :kind and p.horizon_hours = :horizon and p.as_of = c.at))
        order by c.at""".formatted(BEARS);

    private final ModelTask task;

    /// @param task only its predictions and outcomes are read and written
    PredictionRepository(ModelTask task) {
        this.task = task;
    }

    private String kind() {
        return task.kind().label();
    }

    private record Row(String entity, @Nullable String source, double probability, @Nullable Double low,
            @Nullable Double high,
            @Nullable ViewRange views, List<Contribution> contributions, @Nullable Strange strange) {
    }

    private record OutcomeRow(String entity, boolean label, double growth, double bar, long level,
            @Nullable Double hours) {
    }

    /// A prediction run: all entities that one model scored as of one instant.
    record Run(Instant asOf, UUID modelId) {
    }

    /// Keeps these predictions of one run; what was predicted before stays as it was said. Returns how many were new.
    int insert(JdbcClient db, Run run, List<Prediction> predictions) {
        List<Row> rows = predictions.stream().map(p -> new Row(p.entity().value(), p.subject().source(),
                p.chance().probability(), p.chance().low(), p.chance().high(), p.views(), p.contributions(),
                p.strange()))
                .toList();
        return db.sql("""
            insert into prediction (kind, entity_id, as_of, horizon_hours, model_id, probability, low, high,
            views_low, views_mid, views_high, contributions, source, stranger_than, outside, strange_because)
            select ?, entity, ?, ?, ?, probability, low, high, (views->>'low')::float8,
            (views->>'mid')::float8, (views->>'high')::float8, contributions, source,
            (strange->>'strangerThan')::float8, (strange->>'outside')::float8, coalesce(strange->'because', '[]')
            from jsonb_to_recordset(?::jsonb) as r(entity text, source text, probability float8, low float8,
            high float8, views jsonb, contributions jsonb, strange jsonb)
            on conflict (tenant_id, kind, entity_id, as_of, horizon_hours, model_id) do nothing""")
                .params(kind(), RowTime.utc(run.asOf()), task.horizonHours(), run.modelId(), Json.write(rows)).update();
    }

    /// The latest run at or before this instant; of several at one instant the serving model's.
    Optional<Run> latestRun(JdbcClient db, Instant at) {
        return db.sql("""
            select p.as_of, p.model_id from prediction p join model_record m on m.id = p.model_id
            where p.kind = ? and p.horizon_hours = ? and p.as_of = (select max(as_of) from prediction
            where kind = ? and horizon_hours = ? and as_of <= ?)
            order by (m.state = 'ACTIVE') desc, m.created_at desc, m.id limit 1""")
                .params(kind(), task.horizonHours(), kind(), task.horizonHours(), RowTime.utc(at))
                .query((row, index) -> new Run(instant(row, "as_of"), row.getObject("model_id", UUID.class)))
                .optional();
    }

    /// The most likely surges of a run, best first.
    Prediction.Part likeliest(JdbcClient db, Run run, Filter filter, int limit, int offset) {
        Object[] which = {RowTime.utc(run.asOf()), run.modelId()};
        return part(db, run.asOf(), filter, "and p.as_of = ? and p.model_id = ? ", which,
                "order by p.probability desc, p.entity_id limit " + limit + " offset " + offset);
    }

    /// Predictions whose outcome is known, the newest cut first and within it the likeliest surge.
    Prediction.Part judged(JdbcClient db, Filter filter, int limit, int offset) {
        return part(db, null, filter, "and o.label is not null ", new Object[0],
                "order by p.as_of desc, p.probability desc, p.entity_id, p.model_id limit " + limit + " offset "
                        + offset);
    }

    private Prediction.Part part(JdbcClient db, @Nullable Instant asOf, Filter filter, String which,
            Object[] parameters, String order) {
        String text = filter.text();
        List<@Nullable Object> all = new ArrayList<>(
                Arrays.asList(kind(), task.horizonHours(), text == null ? "" : text, filter.atLeast(),
                        filter.surged(), filter.surged()));
        all.addAll(Arrays.asList(parameters));
        // "" is found at place 1 of every name.
        long total = db.sql("select count(*)" + FROM + which).params(all).query(Long.class).single();
        List<Prediction> items = db.sql(SELECT + FROM + which + order).params(all)
                .query((row, index) -> prediction(row)).list();
        return new Prediction.Part(asOf, items, total);
    }

    /// Which readings bear on the outcomes of a cut: those from `before` it until `after` it, both ends included.
    record Bearing(Duration before, Duration after) {

        Instant from(Instant cut) {
            return cut.minus(before);
        }

        Instant to(Instant cut) {
            return cut.plus(after);
        }
    }

    /// The cuts with predictions whose horizon ended at or before `elapsedBy` and that either have no outcome yet or began
    /// at or after `reopenedSince`. Of these, a cut that was compared, or that nothing could be said of, comes again only when a
    /// file that may hold such readings was added since; a compared one also when others were predicted as of it.
    ///
    /// **cost** a few look-ups for each cut there ever was, however many predictions it has
    List<Instant> dueCuts(JdbcClient db, Bearing bearing, Instant elapsedBy, Instant reopenedSince) {
        return db.sql(DUE_CUTS)
                .param("kind", kind()).param("horizon", task.horizonHours()).param("elapsed", RowTime.utc(elapsedBy))
                .param("reopened", RowTime.utc(reopenedSince)).param("dataset", Collected.OBSERVATION.name())
                .param("before", seconds(bearing.before())).param("after", seconds(bearing.after()))
                .query((row, index) -> instant(row, "at")).list();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    /// Says that the predictions of so many entities were compared with what the files up to `lastSeq` tell.
    void compared(JdbcClient db, Instant cut, long lastSeq, int entities) {
        db.sql("""
            insert into compared_cut (kind, cut, horizon_hours, last_seq, entities) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, kind, cut, horizon_hours) do update
            set last_seq = excluded.last_seq, entities = excluded.entities""")
                .params(kind(), RowTime.utc(cut), task.horizonHours(), lastSeq, entities).update();
    }

    /// The entities that were predicted as of this cut, with the source whose counter the first prediction was made from;
    /// those whose source was not kept are missing in the map.
    Predicted predicted(JdbcClient db, Instant cut) {
        Set<String> entities = new HashSet<>();
        Map<EntityId, String> sources = new HashMap<>();
        db.sql("""
            select distinct on (entity_id) entity_id, source from prediction
            where kind = ? and as_of = ? and horizon_hours = ? order by entity_id, created_at, model_id""")
                .params(kind(), RowTime.utc(cut), task.horizonHours()).query(row -> {
                    entities.add(row.getString("entity_id"));
                    String source = row.getString("source");
                    if (source != null) {
                        sources.put(new EntityId(task.kind(), row.getString("entity_id")), source);
                    }
                });
        return new Predicted(entities, sources);
    }

    /// Who was predicted, and by whose counter.
    record Predicted(Set<String> entities, Map<EntityId, String> sources) {
    }

    /// Says that nothing can be said of this cut, as far as the files up to `lastSeq` tell.
    void leaveUnjudged(JdbcClient db, Instant cut, long lastSeq) {
        db.sql("""
            insert into unjudged_cut (kind, cut, horizon_hours, last_seq) values (?, ?, ?, ?)
            on conflict (tenant_id, kind, cut, horizon_hours) do update set last_seq = excluded.last_seq""")
                .params(kind(), RowTime.utc(cut), task.horizonHours(), lastSeq).update();
    }

    /// The place of the newest file of the lake; 0 when there is none.
    long lastSeq(JdbcClient db) {
        return db.sql("select coalesce(max(last_seq), 0) from lake_sequence").query(Long.class).single();
    }

    /// Keeps these outcomes of one cut; a known outcome that reads otherwise now, because readings came late, is corrected.
    /// Returns how many were new or corrected.
    int settle(JdbcClient db, Instant cut, Instant knownAt, List<RealisedGrowth> outcomes) {
        db.sql("delete from unjudged_cut where kind = ? and cut = ? and horizon_hours = ?")
                .params(kind(), RowTime.utc(cut), task.horizonHours()).update();
        List<OutcomeRow> rows = outcomes.stream().map(o -> new OutcomeRow(o.entity().value(), o.surged(), o.growth(),
                o.bar(), o.level(), o.hoursToBar())).toList();
        return db.sql("""
            insert into outcome (kind, entity_id, cut, horizon_hours, label, growth, bar, level, hours_to_bar, known_at)
            select ?, entity, ?, ?, label, growth, bar, level, hours, ?
            from jsonb_to_recordset(?::jsonb) as r(entity text, label boolean, growth float8, bar float8, level float8,
            hours float8)
            on conflict (tenant_id, kind, entity_id, cut, horizon_hours) do update
            set label = excluded.label, growth = excluded.growth, bar = excluded.bar, level = excluded.level,
            hours_to_bar = excluded.hours_to_bar, settled_at = now()
            where (outcome.label, outcome.growth, outcome.bar, outcome.level, outcome.hours_to_bar) is distinct from
            (excluded.label, excluded.growth, excluded.bar, excluded.level, excluded.hours_to_bar)""")
                .params(kind(), RowTime.utc(cut), task.horizonHours(), RowTime.utc(knownAt), Json.write(rows)).update();
    }

    private Prediction prediction(ResultSet row) throws SQLException {
        EntityId entity = new EntityId(task.kind(), row.getString("entity_id"));
        Instant asOf = instant(row, "as_of");
        int horizon = row.getInt("horizon_hours");
        Chance chance = new Chance(row.getDouble("probability"), row.getObject("low", Double.class),
                row.getObject("high", Double.class));
        List<Contribution> why = Json.read(row.getString("contributions"), new TypeReference<List<Contribution>>() {
        });
        String strange = row.getString("strange");
        return new Prediction(new Prediction.Subject(entity, row.getString("name"), row.getString("source")), asOf,
                horizon, row.getObject("model_id", UUID.class), chance, views(row), why,
                strange == null ? null : Json.read(strange, Strange.class),
                outcome(row, entity, asOf, horizon));
    }

    private static @Nullable ViewRange views(ResultSet row) throws SQLException {
        Double mid = row.getObject("views_mid", Double.class);
        return mid == null ? null : new ViewRange(row.getDouble("views_low"), mid, row.getDouble("views_high"));
    }

    private static @Nullable Outcome outcome(ResultSet row, EntityId entity, Instant cut, int horizon)
            throws SQLException {
        Boolean label = row.getObject("label", Boolean.class);
        return label == null
                ? null
                : new Outcome(entity, cut, horizon, label, row.getDouble("growth"), instant(row, "known_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

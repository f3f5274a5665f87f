package dev.upswell.server.evaluate;

import static dev.upswell.server.evaluate.Sql.start;

import dev.upswell.content.EntityKind;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads stored predictions beside their outcomes. All calls run inside the caller's tenant transaction.
final class PairRepository {

    /// What people saw, and beside it what models in shadow said, which foretell no views.
    private static final String SAID = """
        (select kind, entity_id, as_of, horizon_hours, model_id, probability, views_low, views_high, created_at,
        true as serving from prediction
        union all select kind, entity_id, as_of, horizon_hours, model_id, probability, null, null, created_at, false
        from shadow_prediction)""";

    private static final String PAIR = """
        p.entity_id, p.as_of, p.probability, p.views_low, p.views_high, o.label, o.growth, o.level, o.hours_to_bar
        from\s""" + SAID + """
         p join outcome o on o.kind = p.kind and o.entity_id = p.entity_id and o.cut = p.as_of
        and o.horizon_hours = p.horizon_hours
        where p.kind = ? and p.horizon_hours = ? and p.as_of >= ? and p.as_of < ? and p.serving = ?\s""";

    /// A day on which predictions of this task may be judged anew.
    record Due(ModelTask task, LocalDate day) {
    }

    /// A model that has judged pairs on a day.
    ///
    /// @param threshold null when it has no alert threshold
    /// @param serving whether people saw what it said; where they saw part of it, that part alone is judged
    /// @param settled when its newest outcome was written or corrected
    record Judged(UUID model, String family, @Nullable Double threshold, boolean serving, int pairs, int cuts,
            Instant settled) {
    }

    /// The days of which an outcome was written or corrected, or a prediction made, after `since`; oldest first.
    List<Due> due(JdbcClient db, Instant since) {
        return db.sql("""
            select distinct kind, horizon_hours, (cut at time zone 'UTC')::date as day from (
            select kind, horizon_hours, cut from outcome where settled_at > ?
            union all
            select p.kind, p.horizon_hours, p.as_of from\s""" + SAID + """
             p where p.created_at > ? and exists (
            select 1 from outcome o where o.kind = p.kind and o.entity_id = p.entity_id and o.cut = p.as_of
            and o.horizon_hours = p.horizon_hours)) as changed order by 1, 2, 3""")
                .params(RowTime.utc(since), RowTime.utc(since))
                .query((row, index) -> new Due(
                        new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours")),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /// The days in [from, to] with judged pairs, oldest first.
    List<LocalDate> days(JdbcClient db, ModelTask task, LocalDate from, LocalDate to) {
        return db.sql("""
            select distinct (cut at time zone 'UTC')::date as day from outcome
            where kind = ? and horizon_hours = ? and cut >= ? and cut < ? order by 1""")
                .params(task.kind().label(), task.horizonHours(), start(from), start(to.plusDays(1)))
                .query((row, index) -> row.getObject("day", LocalDate.class)).list();
    }

    /// The models with judged pairs on this day, those that served first.
    List<Judged> models(JdbcClient db, ModelTask task, LocalDate day) {
        return db.sql("""
            select distinct on (p.model_id) p.model_id, m.kind as family,
            (m.metrics->>'alertThreshold')::float8 as threshold, p.serving, count(*) as pairs,
            count(distinct p.as_of) as cuts, max(o.settled_at) as settled from\s""" + SAID + """
             p join outcome o on o.kind = p.kind and o.entity_id = p.entity_id and o.cut = p.as_of
            and o.horizon_hours = p.horizon_hours join model_record m on m.id = p.model_id
            where p.kind = ? and p.horizon_hours = ? and p.as_of >= ? and p.as_of < ?
            group by 1, 2, 3, 4 order by 1, p.serving desc""").params(bounds(task, day, day.plusDays(1)))
                .query((row, index) -> new Judged(row.getObject("model_id", UUID.class), row.getString("family"),
                        row.getObject("threshold", Double.class), row.getBoolean("serving"), row.getInt("pairs"),
                        row.getInt("cuts"), instant(row, "settled")))
                .list().stream().sorted(Comparator.comparing((Judged judged) -> !judged.serving())
                        .thenComparing(Judged::model))
                .toList();
    }

    /// The judged pairs of a model on a day, in order of their cuts.
    List<JudgedPair> pairs(JdbcClient db, Due due, Judged judged) {
        return db.sql("select " + PAIR + "and p.model_id = ? order by p.as_of, p.entity_id")
                .params(bounds(due.task(), due.day(), due.day().plusDays(1), judged.serving(), judged.model()))
                .query((row, index) -> pair(row)).list();
    }

    /// The judged pairs of the trailing window that ends with this day, in order of their cuts: for a model that served what
    /// people saw, whichever model had said it; for another what it said itself.
    List<JudgedPair> trailing(JdbcClient db, Due due, Judged judged) {
        LocalDate since = due.day().minusDays(Figuring.TRAILING_DAYS - 1L);
        return db.sql("select distinct on (p.as_of, p.entity_id) " + PAIR + """
            and (p.model_id = ? or p.serving)
            order by p.as_of, p.entity_id, p.created_at desc, p.model_id""")
                .params(bounds(due.task(), since, due.day().plusDays(1), judged.serving(), judged.model()))
                .query((row, index) -> pair(row)).list();
    }

    private static List<Object> bounds(ModelTask task, LocalDate from, LocalDate to, Object... more) {
        var all = new ArrayList<Object>(
                List.of(task.kind().label(), task.horizonHours(), start(from), start(to)));
        all.addAll(List.of(more));
        return all;
    }

    private static JudgedPair pair(ResultSet row) throws SQLException {
        Double low = row.getObject("views_low", Double.class);
        Double high = row.getObject("views_high", Double.class);
        return new JudgedPair(row.getString("entity_id"), instant(row, "as_of"), row.getDouble("probability"),
                row.getBoolean("label"), row.getDouble("growth"),
                low == null || high == null ? null : new JudgedPair.Views(low, high),
                row.getObject("level", Double.class), row.getObject("hours_to_bar", Double.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

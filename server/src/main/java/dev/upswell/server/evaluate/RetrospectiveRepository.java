package dev.upswell.server.evaluate;

import static dev.upswell.server.evaluate.Sql.start;

import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `retrospective`. All calls run inside the caller's tenant transaction.
final class RetrospectiveRepository {

    /// A stored section of the file.
    record Section(LocalDate start, String text) {
    }

    /// The first and the last evaluated day; empty when there is none.
    Optional<List<LocalDate>> extent(JdbcClient db) {
        return db.sql(
                "select min(day) as first, max(day) as last from daily_evaluation where serving having count(*) > 0")
                .query((row, index) -> List.of(row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class)))
                .optional();
    }

    boolean isKept(JdbcClient db, LocalDate monday) {
        return db.sql("select count(*) from retrospective where week_start = ?").param(monday).query(Long.class)
                .single() > 0;
    }

    /// Whether every cut of this week with predictions has been judged or given up, and something is known of the time after it.
    boolean isOver(JdbcClient db, LocalDate monday) {
        return db.sql("""
            select coalesce((select max(known_at) from outcome) >= ?, false) and not exists (
            select 1 from prediction p where p.as_of >= ? and p.as_of < ?
            and not exists (select 1 from outcome o where o.kind = p.kind and o.cut = p.as_of
            and o.horizon_hours = p.horizon_hours)
            and not exists (select 1 from unjudged_cut u where u.kind = p.kind and u.cut = p.as_of
            and u.horizon_hours = p.horizon_hours))""")
                .params(start(monday.plusWeeks(1)), start(monday), start(monday.plusWeeks(1))).query(Boolean.class)
                .single();
    }

    /// Keeps a retrospective, unless its week has one.
    void insert(JdbcClient db, Retrospective retrospective, String text) {
        db.sql("""
            insert into retrospective (week_start, body, text) values (?, ?::jsonb, ?)
            on conflict (tenant_id, week_start) do nothing""")
                .params(retrospective.start(), Json.write(retrospective), text).update();
    }

    /// The sections of all weeks, oldest first.
    List<Section> sections(JdbcClient db) {
        return db.sql("select week_start, text from retrospective order by week_start")
                .query((row, index) -> new Section(row.getObject("week_start", LocalDate.class), row.getString("text")))
                .list();
    }

    /// Part of the kept retrospectives, newest first.
    List<Retrospective> list(JdbcClient db, int limit, int offset) {
        return db.sql("select body from retrospective order by week_start desc limit ? offset ?").params(limit, offset)
                .query((row, index) -> Json.read(row.getString("body"), Retrospective.class)).list();
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from retrospective").query(Long.class).single();
    }

    /// The models that served a task in these days, in order of their first day.
    List<Retrospective.Served> served(JdbcClient db, ModelTask task, LocalDate from, LocalDate to) {
        return db.sql("""
            select d.model_id, m.kind as family, min(d.day) as first from daily_evaluation d
            join model_record m on m.id = d.model_id where d.kind = ? and d.horizon_hours = ? and d.serving
            and d.day between ? and ? group by 1, 2 order by 3, 1""")
                .params(task.kind().label(), task.horizonHours(), from, to)
                .query((row, index) -> new Retrospective.Served(row.getObject("model_id", java.util.UUID.class),
                        row.getString("family"), row.getObject("first", LocalDate.class)))
                .list();
    }

    /// What happened to the models of a task in these days, in order: the event log's changes, and the first report of each
    /// stretch of confirmed drift.
    List<Retrospective.Change> changes(JdbcClient db, ModelTask task, LocalDate from, LocalDate to) {
        return db
                .sql("""
                    select * from (select case e.type when 'MODEL_PROMOTED' then 'PROMOTED' when 'MODEL_ROLLED_BACK' then 'ROLLED_BACK'
                    when 'MODEL_REJECTED' then 'REJECTED' else 'AWAITS' end as what, (e.payload->>'asOf')::timestamptz as at,
                    m.id as model, m.kind as family, e.payload->>'reason' as reason, e.occurred_at as noted
                    from event_log e join model_record m on m.id::text = e.payload->>'model'
                    where m.entity_kind = ? and m.horizon_hours = ? and e.type in ('MODEL_PROMOTED', 'MODEL_ROLLED_BACK',
                    'MODEL_REJECTED', 'APPROVAL_AWAITED') union all
                    select 'DRIFTED', d.as_of, m.id, m.kind, null, d.created_at from (select *, lag(drifted) over
                    (partition by model_id order by as_of) as before from drift_report where kind = ? and horizon_hours = ?) d
                    join model_record m on m.id = d.model_id where d.drifted and d.before is not true) c
                    where c.at >= ? and c.at < ? order by c.at, c.noted""")
                .params(task.kind().label(), task.horizonHours(), task.kind().label(),
                        task.horizonHours(), start(from), start(to.plusDays(1)))
                .query((row, index) -> new Retrospective.Change(
                        Retrospective.Happening.valueOf(row.getString("what")), PairRepository.instant(row, "at"),
                        row.getObject("model", java.util.UUID.class), row.getString("family"),
                        row.getString("reason")))
                .list();
    }

    /// The tasks that were judged in these days.
    List<ModelTask> tasks(JdbcClient db, LocalDate from, LocalDate to) {
        return db.sql("""
            select distinct kind, horizon_hours from daily_evaluation where serving and day between ? and ?""")
                .params(from, to)
                .query((row, index) -> new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours")))
                .list().stream().sorted().toList();
    }
}

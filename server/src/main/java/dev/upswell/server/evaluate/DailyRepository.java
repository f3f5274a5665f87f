package dev.upswell.server.evaluate;

import static dev.upswell.server.evaluate.PairRepository.instant;
import static dev.upswell.server.evaluate.Sql.start;

import dev.upswell.content.EntityKind;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.server.registry.ModelTask;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `daily_evaluation`. All calls run inside the caller's tenant transaction.
final class DailyRepository {

    private static final String SELECT = """
        select d.kind, d.horizon_hours, d.day, d.model_id, m.kind as family, d.serving, d.cuts, d.pairs, d.figures,
        d.computed_at from daily_evaluation d join model_record m on m.id = d.model_id where d.kind = ?
        and d.horizon_hours = ?\s""";

    /// When the last run began that judged everything that was due; empty before the first.
    Optional<Instant> judgedUpTo(JdbcClient db) {
        return db.sql("select judged_up_to from evaluation_mark").query(OffsetDateTime.class).optional()
                .map(OffsetDateTime::toInstant);
    }

    /// Keeps when a run began that has judged everything that was due.
    void judgedUpTo(JdbcClient db, Instant begun) {
        db.sql("""
            insert into evaluation_mark (judged_up_to) values (?)
            on conflict (tenant_id) do update set judged_up_to = excluded.judged_up_to""").param(RowTime.utc(begun))
                .update();
    }

    /// The time by the clock that stamps rows.
    Instant now(JdbcClient db) {
        return db.sql("select now()").query(OffsetDateTime.class).single().toInstant();
    }

    /// Whether the row of this day says the same already, and every wrong call of it has its cause.
    boolean isCurrent(JdbcClient db, PairRepository.Due due, PairRepository.Judged judged,
            DayFigures figures) {
        return db.sql("""
            select count(*) from daily_evaluation d where kind = ? and horizon_hours = ? and day = ? and model_id = ?
            and pairs = ? and settled_at = ? and serving = ? and figures = ?::jsonb and not exists (
            select 1 from judged_call j where j.kind = d.kind and j.horizon_hours = d.horizon_hours
            and j.model_id = d.model_id and j.cut >= ? and j.cut < ? and j.verdict <> 'HIT' and j.cause is null)""")
                .params(due.task().kind().label(), due.task().horizonHours(), due.day(), judged.model(),
                        judged.pairs(), RowTime.utc(judged.settled()), judged.serving(), Json.write(figures),
                        start(due.day()),
                        start(due.day().plusDays(1)))
                .query(Long.class).single() > 0;
    }

    /// Keeps the evaluation of a model's day in place of an earlier one.
    void put(JdbcClient db, PairRepository.Due due, PairRepository.Judged judged,
            DayFigures figures) {
        db.sql("""
            insert into daily_evaluation (kind, horizon_hours, day, model_id, serving, cuts, pairs, figures, settled_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (tenant_id, kind, horizon_hours, day, model_id) do update set serving = excluded.serving,
            cuts = excluded.cuts, pairs = excluded.pairs, figures = excluded.figures,
            settled_at = excluded.settled_at, computed_at = now()""")
                .params(due.task().kind().label(), due.task().horizonHours(), due.day(), judged.model(),
                        judged.serving(), judged.cuts(), judged.pairs(), Json.write(figures),
                        RowTime.utc(judged.settled()))
                .update();
    }

    /// The tasks of which a day was evaluated.
    List<ModelTask> tasks(JdbcClient db) {
        return db.sql("select distinct kind, horizon_hours from daily_evaluation")
                .query((row, index) -> new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours")))
                .list().stream().sorted().toList();
    }

    /// The evaluated days in [from, to], oldest first; on each day the serving model with the most pairs first.
    ///
    /// @param model only this one; null for all
    List<DailyEvaluation> list(JdbcClient db, ModelTask task, @Nullable UUID model, LocalDate from, LocalDate to) {
        return db.sql(SELECT + """
            and (?::uuid is null or d.model_id = ?) and d.day between ? and ?
            order by d.day, d.serving desc, d.pairs desc, d.model_id""")
                .param(task.kind().label()).param(task.horizonHours()).param(model).param(model).param(from)
                .param(to).query((row, index) -> daily(row)).list();
    }

    /// The last evaluated day of this task.
    Optional<LocalDate> lastDay(JdbcClient db, ModelTask task) {
        return db.sql("select max(day) from daily_evaluation where kind = ? and horizon_hours = ?")
                .params(task.kind().label(), task.horizonHours()).query(LocalDate.class).optional();
    }

    private static DailyEvaluation daily(ResultSet row) throws SQLException {
        return new DailyEvaluation(
                new ModelTask(EntityKind.of(row.getString("kind")), row.getInt("horizon_hours")),
                row.getObject("day", LocalDate.class), row.getObject("model_id", UUID.class),
                row.getString("family"), row.getBoolean("serving"), row.getInt("cuts"), row.getInt("pairs"),
                Json.read(row.getString("figures"), DayFigures.class), instant(row, "computed_at"));
    }
}

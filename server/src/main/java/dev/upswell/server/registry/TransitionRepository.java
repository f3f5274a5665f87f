package dev.upswell.server.registry;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `model_transition`. All calls run inside the caller's tenant transaction.
final class TransitionRepository {

    private static final String COLUMNS = """
        select t.model_id, t.from_state, t.to_state, t.as_of, t.actor, t.reason, t.previous_id, t.figures, t.created_at
        from model_transition t\s""";

    void insert(JdbcClient db, UUID model, @Nullable ModelState from, ModelState to, Decision decision,
            @Nullable UUID previous) {
        db.sql("""
            insert into model_transition (model_id, from_state, to_state, as_of, actor, reason, previous_id, figures)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                .params(Arrays.asList(model, from == null ? null : from.name(), to.name(), RowTime.utc(decision.asOf()),
                        decision.actor(), decision.reason(), previous, Json.write(decision.figures())))
                .update();
    }

    /// The last time that this model began to serve.
    Optional<Transition> lastPromotion(JdbcClient db, UUID model) {
        return db.sql(COLUMNS + "where t.model_id = ? and t.to_state = 'ACTIVE' order by t.seq desc limit 1")
                .param(model)
                .query((row, index) -> transition(row)).optional();
    }

    /// All changes of one task's models but the trainings, the newest first.
    List<Transition> list(JdbcClient db, ModelTask task, int limit) {
        return db.sql(COLUMNS + """
            join model_record m on m.id = t.model_id where m.entity_kind = ? and m.horizon_hours = ?
            and t.from_state is not null order by t.seq desc limit ?""")
                .params(task.kind().label(), task.horizonHours(), limit).query((row, index) -> transition(row)).list();
    }

    /// All changes of one model, the oldest first.
    List<Transition> of(JdbcClient db, UUID model) {
        return db.sql(COLUMNS + "where t.model_id = ? order by t.seq").param(model)
                .query((row, index) -> transition(row)).list();
    }

    private static Transition transition(ResultSet row) throws SQLException {
        String from = row.getString("from_state");
        Map<String, Double> figures = Json.read(row.getString("figures"), new TypeReference<Map<String, Double>>() {
        });
        return new Transition(row.getObject("model_id", UUID.class), from == null ? null : ModelState.valueOf(from),
                ModelState.valueOf(row.getString("to_state")),
                new Decision(row.getString("actor"), row.getString("reason"), instant(row, "as_of"), figures),
                row.getObject("previous_id", UUID.class), instant(row, "created_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

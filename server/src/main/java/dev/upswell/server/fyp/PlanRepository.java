package dev.upswell.server.fyp;

import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.Mark;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `action_plan`. All calls run inside the caller's tenant transaction.
final class PlanRepository {

    /// Whether this rule, or an alarm, asked for something about the video before.
    boolean has(JdbcClient db, FypScore score, String rule) {
        return db.sql("select exists (select from action_plan where video_id = ? and rule = ?)")
                .params(score.video().value(), rule).query(Boolean.class).single();
    }

    /// Adds one, unless the rule asked for something about the video before.
    void add(JdbcClient db, ActionPlan plan) {
        db.sql("""
            insert into action_plan (video_id, rule, mark, as_of, due_at, assignee, actions, task_id)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?) on conflict do nothing""")
                .params(plan.video(), plan.rule(), plan.mark().label(), plan.asOf().atOffset(ZoneOffset.UTC),
                        plan.dueAt().atOffset(ZoneOffset.UTC), plan.assignee(), Json.write(plan.actions()), plan.task())
                .update();
    }

    /// Those of the latest marks, the latest first.
    List<ActionPlan> list(JdbcClient db, int limit) {
        return db.sql("select * from action_plan order by as_of desc, video_id, rule = 'alarm' desc, rule limit ?")
                .param(limit).query((row, index) -> plan(row)).list();
    }

    /// Those of a video, the earliest first.
    List<ActionPlan> of(JdbcClient db, String video) {
        return db.sql("select * from action_plan where video_id = ? order by as_of, rule = 'alarm' desc, rule")
                .param(video).query((row, index) -> plan(row)).list();
    }

    /// Those that a task stands for.
    List<ActionPlan> of(JdbcClient db, UUID task) {
        return db.sql("select * from action_plan where task_id = ?").param(task).query((row, index) -> plan(row))
                .list();
    }

    private static ActionPlan plan(ResultSet row) throws SQLException {
        return new ActionPlan(row.getString("video_id"), row.getString("rule"),
                Mark.find(row.getString("mark")).orElseThrow(),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getString("assignee"),
                Json.read(row.getString("actions"), new TypeReference<List<String>>() {
                }), row.getObject("task_id", UUID.class));
    }
}

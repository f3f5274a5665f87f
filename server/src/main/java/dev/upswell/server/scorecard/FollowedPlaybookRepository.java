package dev.upswell.server.scorecard;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.scorecard.Evidence;
import dev.upswell.scorecard.Gap;
import dev.upswell.server.scorecard.FollowedPlaybook.End;
import dev.upswell.server.scorecard.FollowedPlaybook.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `followed_playbook`. All calls run inside the caller's tenant transaction.
final class FollowedPlaybookRepository {

    /// Keeps a playbook that was taken up; false when the creator follows it already.
    boolean keep(JdbcClient db, FollowedPlaybook one) {
        return db.sql("""
            insert into followed_playbook (id, creator, gap, value, score, expected, taken_by, taken_at, data_as_of)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""").params(one.id(), one.creator(),
                one.gap().field(), one.value(), one.score(), one.expected(), one.by(), RowTime.utc(one.takenAt()),
                RowTime.utc(one.dataAsOf())).update() == 1;
    }

    /// Keeps what became of it; false when that was known already.
    boolean end(JdbcClient db, UUID id, End end) {
        Outcome outcome = end.outcome();
        return db.sql("""
            update followed_playbook set state = ?, value_after = ?, score_after = ?, gain = ?, told = ?, note = ?,
            ended_at = ? where id = ? and state = 'followed'""")
                .params(Arrays.asList(outcome == null ? "dropped" : "settled", outcome == null ? null : outcome.value(),
                        outcome == null ? null : outcome.score(), outcome == null ? null : outcome.gain(),
                        outcome == null ? null : outcome.told(), end.note(), RowTime.utc(end.at()), id))
                .update() == 1;
    }

    /// The playbook of this id; empty when there is none.
    Optional<FollowedPlaybook> find(JdbcClient db, UUID id) {
        return db.sql("select * from followed_playbook where id = ?").param(id).query((row, index) -> followed(row))
                .optional();
    }

    /// Those of a creator, or of all; what is followed first, then the last that ended.
    List<FollowedPlaybook> list(JdbcClient db, @Nullable String creator, int limit, int offset) {
        return db.sql("""
            select * from followed_playbook where ?::text is null or creator = ?
            order by (state = 'followed') desc, coalesce(ended_at, taken_at) desc, id limit ? offset ?""")
                .params(Arrays.asList(creator, creator, limit, offset)).query((row, index) -> followed(row)).list();
    }

    /// How many there are of a creator, or of all.
    long count(JdbcClient db, @Nullable String creator) {
        return db.sql("select count(*) from followed_playbook where ?::text is null or creator = ?")
                .params(Arrays.asList(creator, creator)).query(Long.class).single();
    }

    /// What came of each playbook.
    Map<Gap, Evidence> evidence(JdbcClient db) {
        Map<Gap, Evidence> evidence = new EnumMap<>(Gap.class);
        for (Gap gap : Gap.values()) {
            db.sql("select count(*) as outcomes, avg(gain) as gain from followed_playbook where gap = ? and state = 'settled' having count(*) > 0")
                    .param(gap.field())
                    .query((row, index) -> new Evidence(row.getInt("outcomes"), row.getDouble("gain"))).optional()
                    .ifPresent(known -> evidence.put(gap, known));
        }
        return evidence;
    }

    private static FollowedPlaybook followed(ResultSet row) throws SQLException {
        String gap = row.getString("gap");
        return new FollowedPlaybook(row.getObject("id", UUID.class), row.getString("creator"),
                FollowedPlaybooks.gap(gap).orElseThrow(), row.getDouble("value"), row.getDouble("score"),
                row.getDouble("expected"), row.getString("taken_by"), instant(row, "taken_at"),
                instant(row, "data_as_of"), end(row));
    }

    private static @Nullable End end(ResultSet row) throws SQLException {
        if (row.getString("state").equals("followed")) {
            return null;
        }
        Outcome outcome = row.getString("state").equals("settled")
                ? new Outcome(row.getDouble("value_after"), row.getDouble("score_after"), row.getDouble("gain"),
                        row.getBoolean("told"))
                : null;
        return new End(instant(row, "ended_at"), outcome, row.getString("note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package dev.upswell.server.fyp;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `next_step_rules`. All calls run inside the caller's tenant transaction.
final class RuleRepository {

    private static final String COLUMNS = "select version, rules, made_by, made_at from next_step_rules order by version desc ";

    Optional<NextSteps.Version> current(JdbcClient db) {
        return db.sql(COLUMNS + "limit 1").query((row, index) -> version(row)).optional();
    }

    List<NextSteps.Version> list(JdbcClient db) {
        return db.sql(COLUMNS).query((row, index) -> version(row)).list();
    }

    NextSteps.Version add(JdbcClient db, String rules, String by, Instant at) {
        db.sql("lock table next_step_rules in share row exclusive mode").update();
        return db.sql("""
            insert into next_step_rules (version, rules, made_by, made_at)
            values ((select coalesce(max(version), 0) + 1 from next_step_rules), ?, ?, ?)
            returning version, rules, made_by, made_at""").params(rules, by, at.atOffset(ZoneOffset.UTC))
                .query((row, index) -> version(row)).single();
    }

    private static NextSteps.Version version(ResultSet row) throws SQLException {
        return new NextSteps.Version(row.getInt("version"), row.getString("rules"), row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}

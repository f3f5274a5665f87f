package dev.upswell.server.contest;

import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `ranker_trial`. All calls run inside the caller's tenant transaction.
final class TrialRepository {

    /// Keeps a trial that begins.
    ///
    /// @return whether none of its name was there and none runs
    boolean begin(JdbcClient db, ConfigurationTrial trial) {
        return db.sql("""
            insert into ranker_trial (name, kind, a, b, effect, begun_at, begun_by) values (?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""").params(trial.name(), trial.kind().name(), trial.a(), trial.b(), trial.effect(),
                RowTime.utc(trial.begunAt()), trial.begunBy()).update() == 1;
    }

    /// All, the last begun first.
    List<ConfigurationTrial> list(JdbcClient db) {
        return db.sql("select * from ranker_trial order by begun_at desc, name").query((row, index) -> trial(row))
                .list();
    }

    Optional<ConfigurationTrial> find(JdbcClient db, String name) {
        return db.sql("select * from ranker_trial where name = ?").param(name).query((row, index) -> trial(row))
                .optional();
    }

    /// The trial that runs; empty when none does.
    Optional<ConfigurationTrial> running(JdbcClient db) {
        return db.sql("select * from ranker_trial where ended_at is null").query((row, index) -> trial(row))
                .optional();
    }

    /// Ends a trial that runs.
    ///
    /// @return whether it ran
    boolean end(JdbcClient db, String name, ConfigurationTrial.Ended ended) {
        return db.sql(
                "update ranker_trial set ended_at = ?, ended_by = ?, found = ?::jsonb where name = ? and ended_at is null")
                .params(RowTime.utc(ended.at()), ended.by(), Json.write(ended.found()), name).update() == 1;
    }

    /// Notes which of the two of an ended trial is taken for all.
    ///
    /// @return whether none was before
    boolean promote(JdbcClient db, String name, ConfigurationTrial.Promoted winner) {
        return db.sql("""
            update ranker_trial set promoted = ?, promoted_at = ?, promoted_by = ?
            where name = ? and ended_at is not null and promoted is null""")
                .params(winner.configuration(), RowTime.utc(winner.at()), winner.by(), name).update() == 1;
    }

    private static ConfigurationTrial trial(ResultSet row) throws SQLException {
        Instant endedAt = instant(row, "ended_at");
        Instant promotedAt = instant(row, "promoted_at");
        return new ConfigurationTrial(row.getString("name"),
                ConfigurationTrial.Kind.valueOf(row.getString("kind")), row.getString("a"), row.getString("b"),
                row.getDouble("effect"), row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("begun_by"),
                endedAt == null
                        ? null
                        : new ConfigurationTrial.Ended(endedAt, row.getString("ended_by"),
                                Json.read(row.getString("found"), Look.class)),
                promotedAt == null
                        ? null
                        : new ConfigurationTrial.Promoted(row.getString("promoted"), promotedAt,
                                row.getString("promoted_by")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

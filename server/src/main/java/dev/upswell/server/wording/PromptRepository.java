package dev.upswell.server.wording;

import dev.upswell.prompt.PromptVersion;
import dev.upswell.prompt.PromptVersion.State;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `prompt_version`. All calls run inside the caller's tenant transaction.
final class PromptRepository {

    List<PromptVersion> list(JdbcClient db, String purpose) {
        return db.sql("select * from prompt_version where purpose = ? order by number desc").param(purpose)
                .query((row, number) -> version(row)).list();
    }

    private static PromptVersion version(ResultSet row) throws SQLException {
        return new PromptVersion(row.getString("purpose"), row.getInt("number"), row.getString("template"),
                row.getString("author"), row.getString("note"), State.valueOf(row.getString("state")),
                row.getDouble("trial_share"));
    }

    /// Keeps a version; nothing when its number is taken.
    boolean insert(JdbcClient db, PromptVersion version, String schema, Instant at) {
        return db.sql("""
            insert into prompt_version (purpose, number, template, schema, author, note, state, trial_share, made_at)
            values (?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(version.purpose(), version.number(), version.template(), schema, version.author(),
                        version.note(),
                        version.state().name(), version.trialShare(), RowTime.utc(at))
                .update() == 1;
    }

    void retireServing(JdbcClient db, String purpose) {
        db.sql("update prompt_version set state = 'RETIRED', trial_share = 0 where purpose = ? and state = 'SERVING'")
                .param(purpose).update();
    }

    void serve(JdbcClient db, String purpose, int number, String by, Instant at) {
        db.sql("""
            update prompt_version set state = 'SERVING', trial_share = 0, trial_at = null, promoted_by = ?, promoted_at = ?
            where purpose = ? and number = ?""")
                .params(by, RowTime.utc(at), purpose, number).update();
        // What else is tried stands beside another version from here on.
        db.sql("update prompt_version set trial_at = ? where purpose = ? and state = 'TRIAL'")
                .params(RowTime.utc(at), purpose).update();
    }

    /// Begins a trial, or one with another share, which begins anew; 0 ends it.
    void tryOut(JdbcClient db, String purpose, int number, double share, Instant at) {
        db.sql("""
            update prompt_version set trial_at = case when ? = 0 then null when trial_share = ? and trial_at is not null
            then trial_at else ?::timestamptz end, state = ?, trial_share = ? where purpose = ? and number = ?""")
                .params(share, share, RowTime.utc(at), share > 0 ? "TRIAL" : "DRAFT", share, purpose, number).update();
    }

    void retireDrafts(JdbcClient db, String purpose, String author) {
        db.sql("update prompt_version set state = 'RETIRED' where purpose = ? and author = ? and state = 'DRAFT'")
                .params(purpose, author).update();
    }

    /// So that two people do not promote at once.
    void lock(JdbcClient db, String purpose) {
        db.sql("select 1 from pg_advisory_xact_lock(hashtext('prompt ' || current_tenant()::text || ?))").param(purpose)
                .query(Integer.class).single();
    }
}

package dev.upswell.server.plan;

import dev.upswell.plan.PostingAccount;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows of table `posting_account`. All calls run inside the caller's tenant transaction.
final class AccountRepository {

    void keep(JdbcClient db, PlannedAccount one) {
        db.sql("""
            insert into posting_account (handle, per_week, per_day, told_by, told_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, handle) do update set per_week = excluded.per_week, per_day = excluded.per_day,
            told_by = excluded.told_by, told_at = excluded.told_at""")
                .params(one.account().name(), one.account().perWeek(), one.account().perDay(), one.by(),
                        RowTime.utc(one.at()))
                .update();
    }

    /// Removes an account with its slots; false where there is none.
    boolean remove(JdbcClient db, String handle) {
        return db.sql("delete from posting_account where handle = ?").param(handle).update() > 0;
    }

    List<PlannedAccount> all(JdbcClient db) {
        return db.sql("select * from posting_account order by handle").query((row, index) -> account(row)).list();
    }

    /// The same, held until the transaction ends: whoever plans for them waits for whoever does so at the moment.
    List<PlannedAccount> held(JdbcClient db) {
        return db.sql("select * from posting_account order by handle for update").query((row, index) -> account(row))
                .list();
    }

    private static PlannedAccount account(ResultSet row) throws SQLException {
        return new PlannedAccount(
                new PostingAccount(row.getString("handle"), row.getInt("per_week"), row.getInt("per_day")),
                row.getString("told_by"), row.getObject("told_at", OffsetDateTime.class).toInstant());
    }
}

package dev.upswell.server.comply;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules of tenants about sources. All calls run inside the caller's tenant transaction.
public final class TermsRepository {

    private TermsRepository() {
    }

    /// The terms as they stand now.
    public static Terms current(JdbcClient db) {
        return new Terms(Policies.KNOWN,
                rules(db).stream().collect(Collectors.toMap(SourceRule::source, Function.identity())));
    }

    /// The tenant's own rules, by source.
    static List<SourceRule> rules(JdbcClient db) {
        return db.sql("select * from source_rule order by source").query((row, index) -> rule(row)).list();
    }

    private static SourceRule rule(ResultSet row) throws SQLException {
        return new SourceRule(row.getString("source"), row.getBoolean("allowed"), row.getString("reason"),
                row.getString("actor"), row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    /// Puts the rule in the place of an earlier one about the same source.
    static void put(JdbcClient db, SourceRule rule) {
        db.sql("""
            insert into source_rule (source, allowed, reason, actor, decided_at) values (?, ?, ?, ?, ?)
            on conflict (tenant_id, source) do update set allowed = excluded.allowed, reason = excluded.reason,
                actor = excluded.actor, decided_at = excluded.decided_at""").params(rule.source(), rule.allowed(),
                rule.reason(), rule.actor()).param(rule.at().atOffset(ZoneOffset.UTC)).update();
    }

    /// Takes the tenant's rule away, so that the policies decide again; empty when there was none.
    static Optional<SourceRule> remove(JdbcClient db, String source) {
        return db.sql("delete from source_rule where source = ? returning *").param(source)
                .query((row, index) -> rule(row)).optional();
    }
}

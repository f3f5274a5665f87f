package dev.upswell.server.comply;

import dev.upswell.server.comply.Compliance.Allowance;
import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The audit trail. All calls run inside the caller's tenant transaction, so a row tells of what was stored with it, or neither
/// is there.
public final class AuditRepository {

    private static final String WANTED = """
         from audit_trail where (cast(? as text) is null or action = ?) and (cast(? as text) is null or decision = ?)
        and (? = '' or position(lower(?) in lower(subject || ' ' || rule || ' ' || detail)) > 0)""";

    private AuditRepository() {
    }

    /// Adds a row.
    public static void write(JdbcClient db, AuditEntry entry) {
        ObjectNode counts = JsonNodeFactory.instance.objectNode();
        new TreeMap<>(entry.counts()).forEach(counts::put);
        db.sql("""
            insert into audit_trail (at, actor, action, subject, decision, rule, detail, counts)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""").param(RowTime.utc(entry.at())).params(entry.actor(),
                entry.action().name(), entry.subject(), entry.decision().name(), entry.rule(), entry.detail(),
                counts.toString()).update();
    }

    /// Counts something that was allowed, on the day of this instant.
    ///
    /// @param items rows or items that came of it
    public static void allowed(JdbcClient db, Instant at, AuditEntry.Action action, String source,
            Verdict.Allowed verdict, long items) {
        db.sql("""
            insert into audit_allowance (day, action, source, rule, purpose, times, items) values (?, ?, ?, ?, ?, 1, ?)
            on conflict (tenant_id, day, action, source, rule, purpose) do update
                set times = audit_allowance.times + 1, items = audit_allowance.items + excluded.items""")
                .param(LocalDate.ofInstant(at, ZoneOffset.UTC))
                .params(action.name(), source, verdict.rule(), verdict.purpose(), items).update();
    }

    /// Writes what was refused and taken out of rows or of a raw answer; nothing where nothing was found.
    public static void found(JdbcClient db, Instant at, String actor, String subject, Findings findings) {
        if (findings.privates() > 0) {
            write(db, new AuditEntry(at, actor, AuditEntry.Action.STORE, subject, AuditEntry.Decision.DENIED,
                    Findings.PRIVATE, "Private content is refused.", Map.of("items", findings.privates())));
        }
        if (findings.anyCleaned()) {
            write(db, new AuditEntry(at, actor, AuditEntry.Action.STORE, subject, AuditEntry.Decision.CLEANED,
                    "contacts", "Contacts and exact places were taken out.", findings.cleaned()));
        }
    }

    /// Part of the rows, the newest first.
    static List<AuditEntry> list(JdbcClient db, AuditFilter filter, int limit, long offset) {
        return wanted(db, "select *" + WANTED + " order by at desc, seq desc limit ? offset ?", filter).param(limit)
                .param(offset).query((row, index) -> entry(row)).list();
    }

    /// How many rows the filter lets through.
    static long count(JdbcClient db, AuditFilter filter) {
        return wanted(db, "select count(*)" + WANTED, filter).query(Long.class).single();
    }

    private static StatementSpec wanted(JdbcClient db, String sql, AuditFilter filter) {
        String action = filter.action() == null ? null : filter.action().name();
        String decision = filter.decision() == null ? null : filter.decision().name();
        return db.sql(sql).param(action).param(action).param(decision).param(decision).param(filter.text())
                .param(filter.text());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        JsonMapper.shared().readTree(row.getString("counts")).properties()
                .forEach(count -> counts.put(count.getKey(), count.getValue().asLong()));
        return new AuditEntry(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("actor"),
                AuditEntry.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)), row.getString("subject"),
                AuditEntry.Decision.valueOf(row.getString("decision").toUpperCase(Locale.ROOT)), row.getString("rule"),
                row.getString("detail"), counts);
    }

    /// What was allowed since this day, by source.
    static List<Allowance> allowances(JdbcClient db, LocalDate since) {
        return db.sql("""
            select max(day) as day, action, source, rule, purpose, sum(times) as times, sum(items) as items
            from audit_allowance where day >= ? group by action, source, rule, purpose order by source, action, rule""")
                .param(since).query((row, index) -> new Allowance(row.getObject("day", LocalDate.class),
                        AuditEntry.Action.valueOf(row.getString("action")), row.getString("source"),
                        row.getString("rule"), row.getString("purpose"), row.getLong("times"), row.getLong("items")))
                .list();
    }
}

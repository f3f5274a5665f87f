package dev.upswell.server.comply;

import dev.upswell.server.audit.ChainState;
import dev.upswell.server.audit.Verification;
import dev.upswell.server.audit.Verification.Broken;
import dev.upswell.server.audit.Verification.How;
import dev.upswell.server.audit.Verification.Sound;
import dev.upswell.server.comply.Compliance.Allowance;
import dev.upswell.server.postgres.RowTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    /// Walks along the chain of the rows, which is read at one instant, and stops at the first that is not as it was written.
    static Verification verify(JdbcClient db) {
        Walk walk = new Walk();
        db.sql("""
            select head.place as end_place, head.hash as end_hash, head.start_place, head.start_hash, row.seq, row.place,
                row.hash, (extract(epoch from row.at) * 1000000)::bigint as micros, row.actor, row.action, row.subject,
                row.decision, row.rule, row.detail, row.counts::text as counts
            from audit_trail_head head full join audit_trail row using (tenant_id) order by row.place""")
                .query((ResultSet row) -> walk.step(row));
        return walk.end();
    }

    /// A walk along the chain: where it is, and what it found.
    private static final class Walk {

        private static final String NOTHING = "0".repeat(64);

        private ChainState chain = new ChainState(0, NOTHING, 0, NOTHING);
        private boolean begun;
        private long place;
        private String before = NOTHING;
        private @Nullable Broken broken;

        void step(ResultSet row) throws SQLException {
            if (!begun && row.getObject("end_place") != null) {
                chain = new ChainState(row.getLong("end_place"), hex(row.getBytes("end_hash")),
                        row.getLong("start_place"), hex(row.getBytes("start_hash")));
                place = chain.startSeq();
                before = chain.startHash();
            }
            begun = true;
            if (broken != null || row.getObject("seq") == null) {
                return;
            }
            boolean chained = row.getObject("place") != null && row.getLong("place") <= chain.seq();
            if (chained && row.getLong("place") != place + 1) {
                broken = new Broken(place + 1, How.REMOVED);
            } else if (!chained && place < chain.seq()) {
                broken = new Broken(place + 1, How.REMOVED);
            } else if (!chained) {
                broken = new Broken(place + 1, How.ADDED);
            } else {
                follow(row);
            }
        }

        private void follow(ResultSet row) throws SQLException {
            String hash = hash(before, row);
            place++;
            before = hash;
            if (!hash.equals(hex(row.getBytes("hash"))) || place == chain.seq() && !hash.equals(chain.hash())) {
                broken = new Broken(place, How.CHANGED);
            }
        }

        Verification end() {
            if (broken == null && place < chain.seq()) {
                broken = new Broken(place + 1, How.REMOVED);
            }
            return broken == null ? new Sound(chain) : broken;
        }

        private static String hash(String before, ResultSet row) throws SQLException {
            StringBuilder fields = new StringBuilder();
            for (String column : List.of("place", "micros", "actor", "action", "subject", "decision", "rule", "detail",
                    "counts")) {
                String field = String.valueOf(row.getString(column));
                fields.append(field.getBytes(StandardCharsets.UTF_8).length).append(':').append(field);
            }
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(HexFormat.of().parseHex(before));
                return hex(digest.digest(fields.toString().getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("digest (SHA-256) must exist\nMaybe this is no Java platform.", e);
            }
        }

        private static String hex(byte[] hash) {
            return HexFormat.of().formatHex(hash);
        }
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

package dev.upswell.server.audit;

import dev.upswell.server.postgres.CopiedRows;
import dev.upswell.server.store.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// The rows of the request audit. All calls run inside the caller's tenant transaction.
final class RequestAuditRepository {

    /// More rows than this are not counted one by one.
    static final long MOST_COUNTED = 100_000;

    private static final String WANTED = """
         from request_audit where (? = '' or actor = ?) and (not ? or refusal <> '')
        and (? = '' or position(lower(?) in lower(route || ' ' || subject)) > 0)""";

    private static final String ADDED = "pg_temp.added_request (seq, at, kind, actor, method, route, subject, status, refusal, address, hash)";
    private static final int ADDED_COLUMNS = 11;

    private RequestAuditRepository() {
    }

    /// How far this file of the journal was taken in, in bytes.
    static long taken(JdbcClient db, UUID journal) {
        return db.sql("select taken from request_audit_journal where journal = ?").param(journal).query(Long.class)
                .optional().orElse(0L);
    }

    /// Writes down how far it was.
    static void take(JdbcClient db, UUID journal, long taken) {
        db.sql("""
            insert into request_audit_journal (journal, taken) values (?, ?)
            on conflict (tenant_id, journal) do update set taken = excluded.taken""").params(journal, taken).update();
    }

    /// Forgets files that are no longer there.
    static void forget(JdbcClient db, List<UUID> journals) {
        db.sql("delete from request_audit_journal where journal = any(?)").param(journals.toArray(UUID[]::new))
                .update();
    }

    /// The chain, which nobody else lengthens until the transaction ends.
    static ChainState holdChain(JdbcClient db) {
        db.sql("insert into request_audit_head default values on conflict do nothing").update();
        return db.sql("select * from request_audit_head for no key update").query((row, index) -> state(row)).single();
    }

    /// The chain; empty before the first row.
    static Optional<ChainState> chain(JdbcClient db) {
        return db.sql("select * from request_audit_head").query((row, index) -> state(row)).optional();
    }

    private static ChainState state(ResultSet row) throws SQLException {
        return new ChainState(row.getLong("seq"), hex(row.getBytes("hash")), row.getLong("start_seq"),
                hex(row.getBytes("start_hash")));
    }

    /// Lengthens the chain, which is held, by these rows. They are copied first: unfolding arrays cost PostgreSQL several times as much.
    static void append(JdbcClient db, List<AuditedRow> rows) {
        db.sql("""
            create temporary table if not exists added_request (seq text, at timestamptz, kind text, actor text,
                method text, route text, subject text, status text, refusal text, address text, hash text)
            on commit delete rows""").update();
        TenantTransactions.copy(db, ADDED, to -> {
            for (AuditedRow row : rows) {
                copy(to, row);
            }
        });
        db.sql("""
            insert into request_audit (tenant_id, seq, at, kind, actor, method, route, subject, status, refusal, address,
                hash)
            select (select current_tenant()), seq::bigint, at, kind, actor, method, route, subject, status::smallint,
                refusal, address, decode(hash, 'hex') from pg_temp.added_request""")
                .update();
        AuditedRow last = rows.getLast();
        db.sql("update request_audit_head set seq = ?, hash = decode(?, 'hex')").params(last.seq(), last.hash())
                .update();
    }

    private static void copy(CopiedRows to, AuditedRow row) throws SQLException {
        AuditedRequest request = row.request();
        to.row(ADDED_COLUMNS).text(String.valueOf(row.seq())).time(request.at()).text(request.kind().name())
                .text(request.actor()).text(request.method()).text(request.route()).text(request.subject())
                .text(String.valueOf(request.status())).text(request.refusal()).text(request.address())
                .text(row.hash());
    }

    /// Part of the rows, the newest first.
    static List<AuditedRow> list(JdbcClient db, RequestFilter filter, int limit, long offset) {
        return wanted(db, "select *" + WANTED + " order by seq desc limit ? offset ?", filter).param(limit)
                .param(offset).query((row, index) -> row(row)).list();
    }

    /// How many rows the filter lets through, at most [#MOST_COUNTED].
    static long count(JdbcClient db, RequestFilter filter) {
        return wanted(db, "select count(*) from (select 1" + WANTED + " limit " + MOST_COUNTED + ") counted", filter)
                .query(Long.class).single();
    }

    private static StatementSpec wanted(JdbcClient db, String sql, RequestFilter filter) {
        return db.sql(sql).param(filter.actor()).param(filter.actor()).param(filter.refused()).param(filter.text())
                .param(filter.text());
    }

    /// The next rows after this number, in the order of the chain.
    static List<AuditedRow> after(JdbcClient db, long seq, int limit) {
        return db.sql("select * from request_audit where seq > ? order by seq limit ?").params(seq, limit)
                .query((row, index) -> row(row)).list();
    }

    private static AuditedRow row(ResultSet row) throws SQLException {
        return new AuditedRow(row.getLong("seq"), new AuditedRequest(
                row.getObject("at", OffsetDateTime.class).toInstant(), AuditedRequest.Kind.valueOf(
                        row.getString("kind")),
                row.getString("actor"), row.getString("method"), row.getString("route"), row.getString("subject"),
                row.getInt("status"), row.getString("refusal"), row.getString("address")), hex(row.getBytes("hash")));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}

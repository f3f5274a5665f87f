package dev.upswell.server.privacy;

import dev.upswell.server.event.Facts;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.privacy.TenantErasure.Link;
import dev.upswell.server.privacy.TenantErasure.Marks;
import dev.upswell.server.privacy.TenantErasure.TenantSearch;
import dev.upswell.server.store.TenantId;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The records of erased tenants and the end of their chain. All calls run as the owner of the tables.
final class TenantErasureRepository {

    private static final int KEY_BYTES = 32;
    private static final String ROW = "select * from installation.tenant_erasure ";

    private TenantErasureRepository() {
    }

    /// The end of the chain, and the key under which tenants are hashed.
    record Chain(byte[] key, Link last) {
    }

    /// The chain, begun where there is none.
    static Chain chain(JdbcClient db) {
        byte[] drawn = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(drawn);
        db.sql("insert into installation.erasure_chain (key) values (?) on conflict do nothing").param(drawn).update();
        return db.sql("select * from installation.erasure_chain").query((row, index) -> new Chain(row.getBytes("key"),
                new Link(row.getLong("place"), HexFormat.of().formatHex(row.getBytes("hash"))))).single();
    }

    /// The tenant of this name; empty where there is none.
    static Optional<TenantId> tenant(JdbcClient db, String name) {
        return db.sql("select tenant_id from tenant where name = ?").param(name).query(UUID.class).optional()
                .map(TenantId::new);
    }

    /// The erasure of a tenant of this name that is under way; empty where there is none.
    static Optional<UUID> open(JdbcClient db, String name) {
        return db.sql("select id from installation.tenant_erasure where name = ?").param(name).query(UUID.class)
                .optional();
    }

    /// All that are under way, the oldest first.
    static List<UUID> open(JdbcClient db) {
        return db.sql("select id from installation.tenant_erasure where place is null order by asked_at, id")
                .query(UUID.class).list();
    }

    /// Begins one: from here on nothing is done for the tenant, and nobody comes in.
    static UUID begin(JdbcClient db, TenantId tenant, String name, Marks marks, Erasure.Asked asked, Instant over) {
        db.sql("""
            update tenant set ended_at = least(ended_at, ?), erasing_at = coalesce(erasing_at, ?) where tenant_id = ?""")
                .params(RowTime.utc(over), RowTime.utc(asked.at()), tenant.value()).update();
        return db.sql("""
            insert into installation.tenant_erasure (tenant_id, name, id_hash, name_hash, asked_by, asked_at)
            values (?, ?, decode(?, 'hex'), decode(?, 'hex'), ?, ?) returning id""")
                .params(tenant.value(), name, marks.id(), marks.name(), asked.by(), RowTime.utc(asked.at()))
                .query(UUID.class).single();
    }

    /// Whose an erasure is that is under way.
    static TenantId whose(JdbcClient db, UUID id) {
        return new TenantId(db.sql("select tenant_id from installation.tenant_erasure where id = ?").param(id)
                .query(UUID.class).single());
    }

    static Optional<TenantErasure> find(JdbcClient db, UUID id) {
        return db.sql(ROW + "where id = ?").param(id).query((row, index) -> erasure(row)).optional();
    }

    /// All that ended, in the order of the chain.
    static List<TenantErasure> ended(JdbcClient db) {
        return db.sql(ROW + "where place is not null order by place").query((row, index) -> erasure(row)).list();
    }

    /// Part of them, the newest first.
    static List<TenantErasure> list(JdbcClient db, int limit, long offset) {
        return db.sql(ROW + "order by asked_at desc, id desc limit ? offset ?").params(limit, offset)
                .query((row, index) -> erasure(row)).list();
    }

    static long count(JdbcClient db) {
        return db.sql("select count(*) from installation.tenant_erasure").query(Long.class).single();
    }

    /// Whether the tenant with this mark of its id was erased.
    static boolean isErased(JdbcClient db, String idMark) {
        return db
                .sql("""
                    select exists (select from installation.tenant_erasure where place is not null and id_hash = decode(?, 'hex'))""")
                .param(idMark).query(Boolean.class).single();
    }

    /// Notes that a step ended.
    static void step(JdbcClient db, UUID id, String step) {
        db.sql("update installation.tenant_erasure set steps = array_append(steps, ?) where id = ? and ? <> all(steps)")
                .params(step, id, step).update();
    }

    /// Adds to what went.
    static void removed(JdbcClient db, UUID id, String place, long rows) {
        if (rows > 0) {
            db.sql("""
                update installation.tenant_erasure set removed = removed
                || jsonb_build_object(?::text, coalesce((removed->>?)::bigint, 0) + ?) where id = ?""")
                    .params(place, place, rows, id).update();
        }
    }

    /// Notes how many files there are before they go: of those that are counted again after something cut the work short, the first
    /// count holds.
    static void removing(JdbcClient db, UUID id, String place, long files) {
        if (files > 0) {
            db.sql("""
                update installation.tenant_erasure set removed = removed
                || jsonb_build_object(?::text, greatest((removed->>?)::bigint, ?)) where id = ?""")
                    .params(place, place, files, id).update();
        }
    }

    static void sampled(JdbcClient db, UUID id, List<String> values) {
        db.sql("update installation.tenant_erasure set sample = ? where id = ?").param(values.toArray(String[]::new))
                .param(id).update();
    }

    static List<String> sample(JdbcClient db, UUID id) {
        return db.sql("select unnest(sample) from installation.tenant_erasure where id = ?").param(id)
                .query(String.class).list();
    }

    /// Keeps what was searched and found, and when; a later search takes its place.
    static void searched(JdbcClient db, UUID id, TenantSearch search, Instant at) {
        db.sql("update installation.tenant_erasure set search = ?::jsonb, ended_at = ? where id = ?")
                .params(json(search), RowTime.utc(at), id).update();
    }

    /// Ends it: nothing in the record tells any more whose it was, and it is the last of the chain.
    static void end(JdbcClient db, UUID id, Link link) {
        db.sql("""
            update installation.tenant_erasure set tenant_id = null, name = null, sample = null, place = ?,
            hash = decode(?, 'hex') where id = ?""").params(link.place(), link.hash(), id).update();
        db.sql("update installation.erasure_chain set place = ?, hash = decode(?, 'hex')")
                .params(link.place(), link.hash()).update();
    }

    /// The search as it is kept.
    static String json(TenantSearch search) {
        return Facts.write(new TreeMap<>(Map.of("tables", search.tables(), "files", search.files(), "values",
                search.values(), "found", new TreeMap<>(search.found()), "kept", new TreeMap<>(search.kept()))));
    }

    /// An erasure that is about to end, as it will be told: with when its search ended and without the name.
    static TenantErasure closing(JdbcClient db, UUID id) {
        return db.sql(ROW + "where id = ?").param(id).query((row, index) -> erasure(row, true)).single();
    }

    private static TenantErasure erasure(ResultSet row) throws SQLException {
        return erasure(row, row.getBytes("hash") != null);
    }

    private static TenantErasure erasure(ResultSet row, boolean closed) throws SQLException {
        byte[] hash = row.getBytes("hash");
        OffsetDateTime ended = closed ? row.getObject("ended_at", OffsetDateTime.class) : null;
        Array steps = row.getArray("steps");
        return new TenantErasure(row.getObject("id", UUID.class), closed ? null : row.getString("name"),
                new Marks(HexFormat.of().formatHex(row.getBytes("id_hash")),
                        HexFormat.of().formatHex(row.getBytes("name_hash"))),
                Arrays.asList((String[]) steps.getArray()),
                new Erasure.Asked(row.getString("asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant()),
                ended == null ? null : ended.toInstant(), counts(Facts.read(row.getString("removed"))),
                search(row.getString("search")),
                hash == null ? null : new Link(row.getLong("place"), HexFormat.of().formatHex(hash)));
    }

    private static @Nullable TenantSearch search(@Nullable String json) {
        if (json == null) {
            return null;
        }
        Map<String, Object> said = Facts.read(json);
        return new TenantSearch(number(said, "tables"), number(said, "files"), number(said, "values"),
                counts(said.get("found")), counts(said.get("kept")));
    }

    private static long number(Map<String, Object> said, String name) {
        return said.get(name) instanceof Number number ? number.longValue() : 0;
    }

    private static Map<String, Long> counts(@Nullable Object said) {
        Map<String, Long> counts = new TreeMap<>();
        if (said instanceof Map<?, ?> map) {
            map.forEach((name, count) -> counts.put(String.valueOf(name), ((Number) count).longValue()));
        }
        return counts;
    }
}

package dev.upswell.server.privacy;

import dev.upswell.server.store.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All rows of a tenant, wherever they are. All calls run as the owner of the tables, whom row-level security does not bind.
///
/// Tables are those of the database's catalog, so that none can be forgotten.
final class TenantRowsRepository {

    /// Values that are shorter may be a word of anybody.
    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int ROWS = 3;
    private static final int VALUES = 2;
    /// What a row says, made once for each row, beside what is wanted; with names that no column has.
    private static final String SAID = "(select to_jsonb(t)::text as row_said offset 0) one_row, unnest(?::text[]) as wanted_value"
            + " where position(wanted_value in row_said) > 0";

    private TenantRowsRepository() {
    }

    /// Tables with rows of tenants; each stands before those that its rows point to.
    static List<String> ofTenants(JdbcClient db) {
        Set<String> left = new TreeSet<>(db.sql("""
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
            and a.attname = 'tenant_id' where c.relkind in ('r', 'p') and not c.relispartition
            and c.relnamespace = 'public'::regnamespace and c.relname <> 'tenant'""").query(String.class).list());
        List<Pointing> all = db.sql("""
            select conrelid::regclass::text as child, confrelid::regclass::text as parent from pg_constraint
            where contype = 'f' and conrelid <> confrelid""")
                .query((row, index) -> new Pointing(row.getString("child"), row.getString("parent"))).list();
        List<String> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> next = left.stream().filter(table -> all.stream()
                    .noneMatch(one -> one.parent().equals(table) && left.contains(one.child()))).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables (" + left + ") must not point to each other in a ring"
                        + "\nMaybe let one of them be emptied by hand.");
            }
            ordered.addAll(next);
            next.forEach(left::remove);
        }
        return ordered;
    }

    private record Pointing(String child, String parent) {
    }

    /// Every table of the database, those of the installation with their schema.
    static List<String> all(JdbcClient db) {
        return db.sql("""
            select oid::regclass::text from pg_class where relkind in ('r', 'p') and not relispartition
            and relnamespace in ('public'::regnamespace, 'installation'::regnamespace) order by 1""")
                .query(String.class).list();
    }

    /// Removes the tenant's rows of this table; how many.
    static long remove(JdbcClient db, String table, TenantId tenant) {
        return db.sql("delete from " + table + " where tenant_id = ?").param(tenant.value()).update();
    }

    /// Accounts that belong to this tenant and to no other, but for those who run the installation; with their identities at a company's
    /// provider and their memberships.
    ///
    /// @param accounts how many went
    /// @param identities how many went with them
    record Accounts(long accounts, long identities) {
    }

    static Accounts removeAccounts(JdbcClient db, TenantId tenant) {
        UUID[] going = db.sql("""
            select id from installation.account a where not runs_installation
            and exists (select from person p where p.account_id = a.id and p.tenant_id = :tenant)
            and not exists (select from person p where p.account_id = a.id and p.tenant_id <> :tenant) for update""")
                .param("tenant", tenant.value()).query(UUID.class).list().toArray(UUID[]::new);
        long identities = db.sql("delete from installation.external_identity where account_id = any(?)").param(going)
                .update();
        return new Accounts(db.sql("delete from installation.account where id = any(?)").param(going).update(),
                identities);
    }

    /// Removes what came in meanwhile and then the tenant itself: work that was under way has ended, and what comes later finds no tenant
    /// to write for. How many rows.
    static long removeTenant(JdbcClient db, List<String> tables, TenantId tenant) {
        db.sql("select 1 from tenant where tenant_id = ? for update").param(tenant.value()).query(Integer.class)
                .optional();
        long late = tables.stream().mapToLong(table -> remove(db, table, tenant)).sum();
        db.sql("delete from tenant where tenant_id = ?").param(tenant.value()).update();
        return late;
    }

    /// Writes the table of secrets anew without what was deleted, so that no wrapped data key is left in its file.
    static void shred(JdbcClient db) {
        db.sql("cluster vault_entry using vault_entry_pkey").update();
    }

    /// Some texts of the tenant's rows of this table that are long enough to be known again.
    static List<String> values(JdbcClient db, String table, TenantId tenant) {
        return db.sql("""
            select text_said from (select distinct found_value #>> '{}' as text_said
            from (select * from %s where tenant_id = ? limit %d) t,
            lateral jsonb_path_query(to_jsonb(t) - 'tenant_id', '$.** ? (@.type() == "string")') found_value) texts
            where length(text_said) between %d and %d and text_said !~ '["\\\\[:cntrl:]]|^[\\\\d-]{10}T|^[a-z-]+$'
            and position(? in text_said) = 0 order by length(text_said) desc, text_said limit %d"""
                .formatted(table, ROWS, SHORTEST, LONGEST, VALUES))
                .param(tenant.value()).param(tenant.toString()).query(String.class).list();
    }

    /// Those of the values that rows of other tenants or of nobody have as well.
    static Set<String> shared(JdbcClient db, Collection<String> values, TenantId tenant) {
        Set<String> tenants = Set.copyOf(ofTenants(db));
        Set<String> shared = new TreeSet<>();
        for (String table : all(db)) {
            boolean owned = tenants.contains(table);
            var found = db
                    .sql("select distinct wanted_value from " + table + " t, lateral (select wanted_value from " + SAID
                            + ") found_here" + (owned ? " where t.tenant_id <> ?" : ""))
                    .param(values.toArray(String[]::new));
            shared.addAll((owned ? found.param(tenant.value()) : found).query(String.class).list());
        }
        return shared;
    }

    /// How many rows of this table say one of these values, in text or in bytes.
    ///
    /// @param record of the erasure that is under way, which says them too
    static long naming(JdbcClient db, String table, Collection<String> values, UUID record) {
        String[] wanted = values.stream().flatMap(TenantRowsRepository::asTextAndBytes).toArray(String[]::new);
        return db.sql("select count(*) from " + table + " t where exists (select from " + SAID
                + ") and to_jsonb(t)->>'id' is distinct from ?").param(wanted)
                .param(record.toString()).query(Long.class).single();
    }

    private static Stream<String> asTextAndBytes(String value) {
        return new LinkedHashSet<>(List.of(value, HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8))))
                .stream();
    }

    /// How many rows of the request audit of others say this tenant's name where a route leaves it open; they are chained.
    static long audited(JdbcClient db, String name) {
        return db
                .sql("""
                    select count(*) from request_audit where route like '/access/tenants/{tenant}%' and ? = any(string_to_array(subject, '/'))""")
                .param(name).query(Long.class).single();
    }
}

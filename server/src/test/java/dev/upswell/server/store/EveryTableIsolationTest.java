package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two tenants with rows in every table that tenants share, and the application's role with the tenant of one of them: of the other it
/// sees, changes and learns nothing. Tables, functions, sequences and views are those of PostgreSQL's catalogue, so a new one is covered
/// by itself.
class EveryTableIsolationTest {

    private static final String MARK = "zqneighbour";
    private static final long SEED = 20_251_123;

    private static TenantId ours;
    private static TenantId theirs;
    private static List<String> tables;
    private static Map<String, List<String>> kept;

    private final TenantTransactions transactions = TestDatabase.shared().transactions();

    @BeforeAll
    static void fill() {
        ours = TestDatabase.newTenant();
        theirs = TestDatabase.newTenant();
        TestDatabase.asOwner(db -> {
            RowsOfEveryTable.fill(db, ours, "zqhome", 2, SEED);
            RowsOfEveryTable.fill(db, theirs, MARK, 2, SEED + 1);
            tables = RowsOfEveryTable.names(db);
            return db;
        });
        kept = kept();
    }

    private static Map<String, List<String>> kept() {
        return TestDatabase.asOwner(db -> RowsOfEveryTable.read(db, theirs));
    }

    /// What PostgreSQL answers to a statement of the application's role with a tenant: how many rows, or its refusal. Nothing of it stays.
    private String said(TenantId tenant, String statement, Object... parameters) {
        var said = new StringBuilder();
        try {
            transactions.run(tenant, db -> {
                said.append(db.sql(statement).params(List.of(parameters)).update()).append(" rows");
                throw new Undone();
            });
        } catch (Undone e) {
            return said.toString();
        } catch (RuntimeException e) {
            return root(e);
        }
        return said.toString();
    }

    private static final class Undone extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private static String root(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException refused && refused.getServerErrorMessage() != null) {
                return refused.getSQLState() + " " + refused.getServerErrorMessage().getMessage() + " "
                        + refused.getServerErrorMessage().getDetail();
            }
        }
        return failure.toString();
    }

    @Test
    void bothHaveRowsInEveryTable() {
        assertThat(tables).hasSizeGreaterThan(130);
        assertThat(kept).allSatisfy((table, rows) -> assertThat(rows).as(table).isNotEmpty());
        assertThat(TestDatabase.<List<String>>asOwner(db -> db.sql("""
            select relname from pg_class where relname = any(?) and not relrowsecurity""")
                .param(tables.toArray(String[]::new)).query(String.class).list())).as("open to all").isEmpty();
    }

    @Test
    void selectsSeeTheirOwnRowsAlone() {
        transactions.run(ours, db -> {
            for (String table : tables) {
                assertThat(db.sql("select distinct tenant_id from " + table).query(UUID.class).list()).as(table)
                        .isSubsetOf(ours.value());
                assertThat(count(db, table + " t where t::text like '%" + MARK + "%'")).as(table).isZero();
                assertThat(count(db, table + " where tenant_id = '" + theirs + "'")).as(table).isZero();
            }
            assertThat(db.sql("select tenant_id from tenant").query(UUID.class).list()).containsExactly(ours.value());
        });
    }

    private static long count(JdbcClient db, String from) {
        return db.sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void nothingThatIsWrittenReachesRowsOfTheOther() {
        List<String> wrong = new ArrayList<>();
        for (String table : tables) {
            expect(wrong, table, said(ours, "update " + table + " set tenant_id = tenant_id where tenant_id = ?",
                    theirs.value()), "0 rows|42501.*");
            expect(wrong, table, said(ours, "delete from " + table + " where tenant_id = ?", theirs.value()),
                    "0 rows|42501.*");
            expect(wrong, table, said(ours, "update " + table + " set tenant_id = ?", theirs.value()),
                    "42501 (new row violates row-level security|permission denied).*|23503 a row in .* keeps its tenant.*");
        }
        assertThat(wrong).isEmpty();
        for (String table : tables.reversed()) {
            remove(table);
        }
        assertThat(kept()).isEqualTo(kept);
    }

    private static void expect(List<String> wrong, String table, String said, String expected) {
        if (!said.matches("(?s)" + expected)) {
            wrong.add(table + ": " + said);
        }
    }

    /// For good, where nothing else points to them; a tenant of its own, so that the other tests find theirs.
    private void remove(String table) {
        TenantId leaving = TestDatabase.newTenant();
        try {
            transactions.run(leaving, db -> db.sql("delete from " + table).update());
        } catch (StoreException e) {
            assertThat(root(e)).startsWith("42501");
        }
    }

    @Test
    void rowsOfTheOtherCannotBeWrittenAndARefusalTellsNotWhetherTheyAreThere() {
        List<String> wrong = new ArrayList<>();
        kept.forEach((table, rows) -> {
            String there = written(ours, table, rows.getFirst());
            String nowhere = written(ours, table, neverThere(rows.getFirst(), theirs));
            expect(wrong, table, there, "42501.*");
            if (!masked(there).equals(masked(nowhere))) {
                wrong.add(table + " tells: " + there + " | " + nowhere);
            }
        });
        assertThat(wrong).isEmpty();
    }

    /// Keys are of one tenant: what the other has can be had too, and where it cannot, no key is the reason.
    @Test
    void noKeyIsTakenByARowOfTheOther() {
        TenantId third = TestDatabase.newTenant();
        List<String> wrong = new ArrayList<>();
        kept.forEach((table, rows) -> {
            String own = rows.getFirst().replace(theirs.toString(), third.toString());
            String said = written(third, table, own);
            expect(wrong, table, said, "1 rows|42501 permission denied.*|23503.*");
            if (!masked(said).equals(masked(written(third, table, neverThere(own, third))))) {
                wrong.add(table + " tells: " + said);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(TestDatabase.<List<String>>asOwner(db -> db.sql("""
            select i.indexrelid::regclass::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid
            and a.attname = 'tenant_id' where i.indisunique and i.indrelid = any(?::regclass[])
            and not a.attnum = any(i.indkey::int2[])""").param(tables.toArray(String[]::new)).query(String.class)
                .list())).as("keys over all tenants").isEmpty();
    }

    private String written(TenantId tenant, String table, String row) {
        return said(tenant,
                "insert into " + table + " overriding system value select * from json_populate_record(null::"
                        + table + ", ?::json)",
                row);
    }

    /// The same row with other identities and texts.
    private static String neverThere(String row, TenantId tenant) {
        return row.replace(tenant.toString(), "(tenant)").replace(MARK, "zqnobodyelse")
                .replaceAll("(?<=\")[0-9a-f]{7}(?=[0-9a-f]-[0-9a-f]{4}-4)", "abcdef0")
                .replace("(tenant)", tenant.toString());
    }

    private static String masked(String said) {
        return said.replaceAll("\\(.*?\\)=\\(.*?\\)", "(key)").replaceAll("zq\\w+", "(text)")
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "(id)").replaceAll("Failing row contains.*", "");
    }

    @Test
    void functionsWithOtherRightsServeTheTenantOfTheTransactionAlone() {
        List<String> calls = TestDatabase.asOwner(db -> db
                .sql("""
                    select format('select %s(%s)::text', p.oid::regproc, (select string_agg(
                        case t::regtype when 'timestamptz'::regtype then '''infinity''' when 'uuid'::regtype then quote_literal(?)
                        else 'null' end || '::' || t::regtype, ', ') from unnest(p.proargtypes::oid[]) t))
                    from pg_proc p join pg_namespace n on n.oid = pronamespace where prosecdef and prokind = 'f'
                    and prorettype <> 'trigger'::regtype and has_function_privilege('upswell_app', p.oid, 'execute')
                    and nspname not in ('pg_catalog', 'information_schema') order by 1""")
                .param(theirs.toString())
                .query(String.class).list());
        assertThat(calls).as("functions with the rights of the tables' owner").hasSizeGreaterThanOrEqualTo(2);
        TenantId caller = TestDatabase.newTenant();
        for (String call : calls) {
            String said = transactions.call(caller, db -> String.valueOf(db.sql(call).query(String.class).list()));
            assertThat(said).as(call).doesNotContain(MARK, theirs.toString());
        }
        assertThat(kept()).isEqualTo(kept);
    }

    /// Identities that the database counts are counted over all tenants, so a gap tells that somebody else wrote. They order rows and leave
    /// the database nowhere; a new one has to be thought about.
    @Test
    void sequencesAreNobodysToReadAndCountOnlyWhatLeavesTheDatabaseNowhere() {
        assertThat(TestDatabase.<List<String>>asOwner(db -> db.sql("""
            select attrelid::regclass::text || '.' || attname from pg_attribute where attidentity <> ''
            and attrelid = any(?::regclass[]) order by 1""").param(tables.toArray(String[]::new)).query(String.class)
                .list())).containsExactly("action_entry.number", "answer_inbox.seq", "audit_trail.seq",
                        "gate_batch.seq", "model_transition.seq", "plan_run.id", "weighting_adoption.id");
        assertThat(TestDatabase.<List<String>>asOwner(db -> db.sql("""
            select oid::regclass::text from pg_class where relkind = 'S' and (has_sequence_privilege('upswell_app', oid,
            'select') or has_sequence_privilege('upswell_app', oid, 'update'))""").query(String.class).list()))
                .as("sequences that tell how far they are").isEmpty();
    }

    @Test
    void viewsAndStatisticsShowNothingOfTheOther() {
        TestDatabase.asOwner(db -> db.sql("analyze entity").update());
        transactions.run(ours, db -> {
            for (String view : db.sql("""
                select c.oid::regclass::text from pg_class c where relkind in ('v', 'm')
                and relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select')""")
                    .query(String.class).list()) {
                assertThat(
                        count(db, view + " v where v::text like '%" + MARK + "%' or v::text like '%" + theirs + "%'"))
                        .as(view).isZero();
            }
            assertThat(db.sql("select tablename::text from pg_stats where tablename = any(?)")
                    .param(tables.toArray(String[]::new)).query(String.class).list()).as("samples of columns")
                    .isEmpty();
        });
        assertThat(said(ours, "select 1 from installation.account")).startsWith("42501");
        assertThat(tables.stream().collect(Collectors.joining())).doesNotContain("flyway");
    }
}

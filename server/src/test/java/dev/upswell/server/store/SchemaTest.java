package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What must hold for every table that any migration makes, read from the catalog.
class SchemaTest {

    @Test
    void theProgramsVersionIsThatOfTheNewestMigration() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
            int newest = files.map(file -> Pattern.compile("V(\\d+)__").matcher(file.getFileName().toString()))
                    .filter(Matcher::find).mapToInt(match -> Integer.parseInt(match.group(1))).max().orElseThrow();
            assertThat(Schema.VERSION).isEqualTo(newest);
        }
    }

    @Test
    void everyTableBelongsToATenantAndIsClosedByRowLevelSecurity() {
        assertThat(
                strings("""
                    select c.relname from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                    and c.relname <> 'flyway_schema_history' and not (c.relrowsecurity
                    and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)
                    and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
                                and p.polqual is not null and p.polwithcheck is not null))"""))
                .isEmpty();
    }

    @Test
    void everyKeyBeginsWithTheTenantSoThatAConflictTellsNothingOfAnother() {
        assertThat(strings("""
            select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid
            join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
            where i.indisunique and c.relnamespace = 'public'::regnamespace and a.attname <> 'tenant_id'
            and c.relname not in ('flyway_schema_history', 'tenant')""")).isEmpty();
    }

    @Test
    void everyTableAndColumnSaysWhatItHolds() {
        assertThat(strings("""
            select c.relname || coalesce('.' || a.attname, '') from pg_class c
            left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
            and c.relname <> 'flyway_schema_history'
            and (col_description(c.oid, a.attnum) is null or obj_description(c.oid, 'pg_class') is null)""")).isEmpty();
    }

    @Test
    void theApplicationsRoleOwnsNothingAndCannotBypass() {
        // Of its temporary tables, which copied rows go through, nobody else sees anything, and they end with the connection.
        assertThat(strings("""
            select relname from pg_class where pg_get_userbyid(relowner) = 'upswell_app'
            and relpersistence <> 't'""")).isEmpty();
        assertThat(strings("""
            select rolname from pg_roles where rolname = 'upswell_app'
            and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
            and not exists (select from pg_auth_members m where m.member = pg_roles.oid)""")).containsExactly(
                "upswell_app");
    }

    private static List<String> strings(String sql) {
        return TestDatabase.asOwner(db -> db.sql(sql).query(String.class).list());
    }
}

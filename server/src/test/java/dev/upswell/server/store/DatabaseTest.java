package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.postgres.Credentials;
import dev.upswell.server.postgres.EmbeddedPostgres;
import dev.upswell.server.postgres.Postmaster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How stores come and go; what a kill does to them is in `CrashTest`.
class DatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void theFirstUserStartsPostgresAndTheLastOneStopsIt() throws IOException, InterruptedException {
        StoreSettings settings = TestDatabase.settings(folder);
        List<Database> users = openTogether(settings, 4);
        Postmaster server = server().orElseThrow();
        TenantId tenant = users.getFirst().tenants().findOrCreate("kept");

        users.subList(0, 3).forEach(Database::close);
        assertThat(users.getLast().tenants().find("kept")).contains(tenant);
        users.getLast().close();
        users.getLast().close();

        assertThat(server.isAlive()).isFalse();
        assertThat(server()).isEmpty();
        Path orphan = orphan(folder, tenant);
        try (Database again = Database.open(settings)) {
            assertThat(again.tenants().find("kept")).contains(tenant);
            assertThat(orphan).doesNotExist();
        }
    }

    @Test
    void aServerThatDiesWhileItIsUsedIsStartedAgain() throws Exception {
        try (Database database = Database.open(TestDatabase.settings(folder))) {
            TenantId tenant = database.tenants().findOrCreate("kept");
            assertThat(sources(database, tenant)).isZero();
            kill(server().orElseThrow());

            assertThat(sources(database, tenant)).isZero();

            kill(server().orElseThrow());
            database.locks().acquire(tenant, "import").close();
            assertThat(database.tenants().find("kept")).contains(tenant);
        }
        assertThat(server()).isEmpty();
    }

    @Test
    void theLastUserStopsPostgresAlsoWhereTheLakeDoesNotClose() {
        Database database = Database.open(TestDatabase.settings(folder));
        LakeTest.Watched instance = new LakeTest.Watched(DuckDb.open(folder.resolve("spill"), 100));
        instance.closesBadly = true;
        database.lake().giveBack(instance);

        assertThatThrownBy(database::close).isInstanceOf(StoreException.class);

        assertThat(server()).isEmpty();
    }

    private static void kill(Postmaster server) {
        ProcessHandle process = ProcessHandle.of(server.pid()).orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    private static long sources(Database database, TenantId tenant) {
        return database.transactions().<Long>call(tenant,
                db -> db.sql("select count(*) from source").query(Long.class).single());
    }

    @Test
    void aFileThatAnotherUserMayBeAboutToPublishIsNotSwept() throws IOException {
        TestDatabase.shared();
        Path staged = orphan(TestDatabase.sharedFolder(), TestDatabase.newTenant());

        Database.open(TestDatabase.settings(TestDatabase.sharedFolder())).close();

        assertThat(staged).exists();
    }

    @Test
    void passwordsAreReadByTheirOwnerOnly() throws IOException {
        TestDatabase.shared();
        Path passwords = TestDatabase.sharedFolder().resolve("postgres").resolve("passwords");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords))).isEqualTo("rw-------");
        assertThat(TestDatabase.shared().address().toString()).doesNotContain(Files.readAllLines(passwords));
    }

    @Test
    void nobodyConnectsWithoutThePassword() {
        ExternalPostgres wrong = new ExternalPostgres(TestDatabase.shared().address().url(), Credentials.OWNER, "guess",
                "guess");

        assertThatThrownBy(() -> Database.open(TestDatabase.settings(folder).withExternal(wrong)))
                .isInstanceOf(StoreException.class).hasMessageContaining("password authentication failed");
    }

    @Test
    void anExternalServerServesAsWell() {
        PostgresAddress address = TestDatabase.shared().address();
        ExternalPostgres external = TestDatabase.external();

        try (Database database = Database.open(TestDatabase.settings(folder).withExternal(external))) {
            TenantId tenant = database.tenants().findOrCreate("external");
            assertThat(sources(database, tenant)).isZero();
            assertThat(TestDatabase.shared().tenants().find("external")).isEmpty();
        }
        assertThat(folder.resolve("postgres")).doesNotExist();
        assertThat(external.toString()).doesNotContain(address.ownerPassword());
    }

    @Test
    void openingTheFolderWithAnotherDatabaseIsRefusedAndDeletesNothing() throws IOException {
        Path strange = orphan(folder, new TenantId(UUID.randomUUID()));
        StoreSettings other = TestDatabase.settings(folder).withExternal(TestDatabase.external());

        assertThatThrownBy(() -> Database.open(other)).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("the lake files belong to another database (" + folder.resolve("lake"))
                .hasMessageContaining("Set store.url back to that database");
        assertThat(strange).exists();

        Files.delete(strange);
        Path own;
        try (Database database = Database.open(other)) {
            own = orphan(folder, database.tenants().findOrCreate("own"));
        }
        Files.writeString(folder.resolve("lake.owner"), UUID.randomUUID().toString());
        assertThatThrownBy(() -> Database.open(other)).hasMessageStartingWith("the lake files belong to another");
        assertThat(own).exists();
    }

    @Test
    void aFolderWithoutFilesIsRefusedToADatabaseWhoseFilesLieElsewhere() {
        ExternalPostgres external = TestDatabase.external();
        StoreSettings first = TestDatabase.settings(folder.resolve("first")).withExternal(external);
        try (Database database = Database.open(first)) {
            TenantId tenant = database.tenants().findOrCreate("with-files");
            database.transactions().run(tenant, db -> db.sql("""
                insert into lake_file (id, dataset, path, seq, rows, bytes, min_time, max_time)
                values (gen_random_uuid(), 'observation', ?, 1, 1, 1, now(), now())""")
                    .param(tenant + "/observation/x.parquet").update());
        }

        assertThatThrownBy(() -> Database.open(TestDatabase.settings(folder.resolve("second")).withExternal(external)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("this database keeps its lake files in another folder")
                .hasMessageContaining("--data");
    }

    @Test
    void onlyFoldersOfKnownTenantsAreSwept() throws IOException {
        StoreSettings settings = TestDatabase.settings(folder).withExternal(TestDatabase.external());
        Path unknown;
        Path leftover;
        try (Database database = Database.open(settings)) {
            unknown = orphan(folder, new TenantId(UUID.randomUUID()));
            leftover = orphan(folder, database.tenants().findOrCreate("left"));
        }

        Database.open(settings).close();

        assertThat(unknown).exists();
        assertThat(leftover).doesNotExist();
    }

    @Test
    void ofALakeThatOtherServersUseOnlyOldLeftoversAreSwept() throws IOException {
        Path lake = folder.resolve("lake");
        ExternalPostgres external = TestDatabase.external();
        StoreSettings settings = TestDatabase.settings(folder.resolve("one")).withExternal(external)
                .withSharedLake(lake);
        Path fresh;
        Path old;
        try (Database database = Database.open(settings)) {
            TenantId tenant = database.tenants().findOrCreate("left");
            fresh = orphan(folder, tenant);
            old = orphan(folder, tenant);
            Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        }

        Database.open(TestDatabase.settings(folder.resolve("two")).withExternal(external).withSharedLake(lake)).close();

        assertThat(fresh).exists();
        assertThat(old).doesNotExist();
    }

    @Test
    void aServerOnWhichTheApplicationsRoleOwnsTheTablesIsRefused() {
        PostgresAddress address = TestDatabase.shared().address();
        ExternalPostgres sameRole = new ExternalPostgres(address.url(), Credentials.APP, address.appPassword(),
                address.appPassword());

        assertThatThrownBy(() -> Database.open(TestDatabase.settings(folder).withExternal(sameRole)))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(
                        "role upswell_app can bypass row-level security: it is, or may act as, the owner")
                .hasMessageContaining("Set store.user to another role");
    }

    @Test
    void everyWayAroundTheIsolationOfTenantsIsFound() {
        assertThat(waysAfter("null")).isEmpty();
        assertThat(waysAfter("grant upswell_owner to upswell_app"))
                .contains("table source is its own", "role upswell_owner is a superuser or has bypassrls");
        assertThat(waysAfter("alter table source owner to upswell_app")).containsExactly("table source is its own");
        assertThat(waysAfter("alter table source disable row level security"))
                .containsExactly("table source is not closed");
        assertThat(waysAfter("alter role upswell_app bypassrls"))
                .containsExactly("role upswell_app is a superuser or has bypassrls");
        assertThat(waysAfter("alter role upswell_app superuser"))
                .containsExactly("role upswell_app is a superuser or has bypassrls");
    }

    /// What is found after this statement, which is then undone.
    private static List<String> waysAfter(String statement) {
        return TestDatabase.asOwner(db -> {
            db.sql("begin").update();
            db.sql("do $do$ begin " + statement + "; end $do$").update();
            List<String> ways = Schema.waysAroundIsolation(db);
            db.sql("rollback").update();
            return ways;
        });
    }

    @Test
    void theCheckFindsATableWhoseOwnerTheApplicationsRoleMayActAs() {
        TenantId tenant = TestDatabase.newTenant();
        StoreCheck check = new StoreCheck(TestDatabase.shared(), TestDatabase.sharedFolder().resolve("lake"));
        assertThat(check.findings(tenant)).extracting(StoreCheck.Finding::inOrder).doesNotContain(false);
        asOwner("create role test_owner", "grant test_owner to upswell_app", "alter table outcome owner to test_owner");
        try {
            assertThat(check.findings(tenant)).filteredOn(finding -> finding.subject().equals("Tenant isolation"))
                    .singleElement().returns(false, StoreCheck.Finding::inOrder)
                    .returns("the application's role can bypass it: table outcome is its own",
                            StoreCheck.Finding::detail);
        } finally {
            asOwner("alter table outcome owner to upswell_owner", "drop role test_owner");
        }
    }

    private static void asOwner(String... statements) {
        for (String statement : statements) {
            TestDatabase.asOwner(db -> db.sql(statement).update());
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsToldWithAdvice() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> Database.open(TestDatabase.settings(file))).isInstanceOf(StoreException.class)
                .hasMessageStartingWith("data folder cannot be used (" + file)
                .hasMessageEndingWith(
                        "Check that the folder exists, can be written and lies on a disk that supports file locks.");
    }

    private Optional<Postmaster> server() {
        return new EmbeddedPostgres(folder, folder).running();
    }

    private static Path orphan(Path dataFolder, TenantId tenant) throws IOException {
        Path lake = Files.createDirectories(dataFolder.resolve("lake").resolve(tenant.toString()).resolve("dataset"));
        return Files.createTempFile(lake, "orphan", ".parquet");
    }

    private static List<Database> openTogether(StoreSettings settings, int users) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(users)) {
            Callable<Database> open = () -> Database.open(settings);
            return threads.invokeAll(Collections.nCopies(users, open)).stream().map(Future::resultNow).toList();
        }
    }
}

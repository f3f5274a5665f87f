package dev.upswell.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.access.AccessRefused;
import dev.upswell.server.access.Installation;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestFilter;
import dev.upswell.server.audit.Verification;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.RowsOfEveryTable;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TenantErasureTest {

    private static final String PASSWORD = "four words and a half";
    private static final long SEED = 20_251_123;

    @TempDir
    Path folder;

    private final Database database = TestDatabase.shared();
    private final TenantId home = TestDatabase.newTenant();
    private final Installation installation = new Installation(database, InstantSource.fixed(PrivacyBench.NOON));
    private final List<TenantId> letGo = new ArrayList<>();

    private TenantErasures erasures(Runnable between) {
        return new TenantErasures(new TenantErasures.Parts(home, database, InstantSource.fixed(PrivacyBench.NOON),
                new TenantErasures.Places(folder, TestDatabase.sharedFolder().resolve("lake"), PrivacyBench.WORKS),
                new TenantErasures.Hooks(letGo::add, between)));
    }

    private TenantErasures erasures() {
        return erasures(() -> {
        });
    }

    private static String name(TenantId tenant) {
        return TestDatabase.asOwner(db -> db.sql("select name from tenant where tenant_id = ?").param(tenant.value())
                .query(String.class).single());
    }

    /// A tenant with rows in every table, files of the lake, an index and files beside the database.
    private PrivacyBench filled(String mark, FilledTables.Somebody... people) {
        var bench = new PrivacyBench(folder, people);
        TestDatabase.asOwner(db -> {
            RowsOfEveryTable.fill(db, bench.tenant, mark, 1, SEED + mark.hashCode());
            return db;
        });
        try {
            for (String place : List.of("request-audit", "uploads")) {
                Path file = Files.createDirectories(folder.resolve(place).resolve(bench.tenant.toString()))
                        .resolve("file");
                Files.writeString(file, mark + " of " + bench.tenant);
            }
            Files.createDirectories(folder.resolve("retrospectives"));
            Files.writeString(folder.resolve("retrospectives").resolve(bench.tenant + ".md"), mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bench;
    }

    private static Map<String, List<String>> rows(TenantId tenant) {
        return TestDatabase.asOwner(db -> RowsOfEveryTable.read(db, tenant));
    }

    private static Map<String, List<String>> withRows(TenantId tenant) {
        Map<String, List<String>> rows = new LinkedHashMap<>(rows(tenant));
        rows.values().removeIf(List::isEmpty);
        return rows;
    }

    private Map<String, String> files(TenantId tenant) {
        Map<String, String> files = new TreeMap<>();
        try {
            for (Path file : FolderTree.files(folder)) {
                if (file.toString().contains(tenant.toString())) {
                    files.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
            for (Path file : database.lakeFiles(tenant)) {
                files.put(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /// Every row of the whole database that says this, by table.
    private static List<String> saying(String text) {
        return TestDatabase.asOwner(db -> db.sql("""
            select oid::regclass::text from pg_class where relkind = 'r'
            and relnamespace in ('public'::regnamespace, 'installation'::regnamespace)""").query(String.class).list()
                .stream().filter(table -> db.sql("select exists (select from " + table
                        + " t where position(? in to_jsonb(t)::text) > 0)").param(text).query(Boolean.class).single())
                .toList());
    }

    @Test
    void nothingOfAnErasedTenantIsLeftAndItsNeighbourIsAsItWasByteForByte() {
        List<String> othersSay = saying(PrivacyBench.ANI.video());
        PrivacyBench gone = filled("zqgone", PrivacyBench.ANI);
        PrivacyBench stays = filled("zqstays", PrivacyBench.BO);
        String name = name(gone.tenant);
        Map<String, List<String>> neighbour = rows(stays.tenant);
        Map<String, String> neighbourFiles = files(stays.tenant);
        Set<String> tables = withRows(gone.tenant).keySet();
        assertThat(tables).containsExactlyInAnyOrderElementsOf(rows(gone.tenant).keySet()).hasSizeGreaterThan(130);
        assertThat(files(gone.tenant).keySet()).hasSizeGreaterThan(15);

        TenantErasure erased = erasures().erase(name, name, "dana");

        assertThat(withRows(gone.tenant)).isEmpty();
        assertThat(files(gone.tenant)).isEmpty();
        assertThat(saying(gone.tenant.toString())).isEmpty();
        assertThat(saying("zqgone")).isEmpty();
        assertThat(saying(PrivacyBench.ANI.video())).isEqualTo(othersSay);
        assertThat(database.tenants().find(name)).isEmpty();
        assertThat(rows(stays.tenant)).isEqualTo(neighbour);
        assertThat(files(stays.tenant)).isEqualTo(neighbourFiles);
        assertThat(erased.done()).isTrue();
        assertThat(erased.removed().keySet()).containsAll(tables).contains("tenant", "files lake", "files index",
                "files uploads", "files request-audit", "files retrospectives");
        assertThat(letGo).contains(gone.tenant).doesNotContain(stays.tenant);
    }

    @Test
    void theRecordNamesNobodyAndIsChained() {
        TenantId first = TestDatabase.newTenant();
        var second = new PrivacyBench(folder, PrivacyBench.ANI);
        String firstName = name(first);
        String name = name(second.tenant);
        erasures().erase(firstName, firstName, "dana");
        TenantErasure erased = erasures().erase(name, name, "dana");

        assertThat(erased.name()).isNull();
        assertThat(erased.asked()).isEqualTo(new Erasure.Asked("dana", PrivacyBench.NOON));
        assertThat(erased.endedAt()).isEqualTo(PrivacyBench.NOON);
        assertThat(erased.search()).isNotNull();
        assertThat(erased.search().found()).isEmpty();
        assertThat(erased.search().tables()).isGreaterThan(140);
        assertThat(erased.search().values()).as("less where tenants of other tests hold the same").isGreaterThan(10);
        assertThat(erasures().of(name)).extracting(TenantErasure::id).containsExactly(erased.id());
        assertThat(erasures().of("nobody")).isEmpty();
        assertThat(erasures().chain().sound()).isTrue();
        var audit = new RequestAudit(home, database);
        assertThat(audit.verify()).isInstanceOf(Verification.Sound.class);
        assertThat(audit.list(RequestFilter.ALL, 5, 0).getFirst().request().subject())
                .isEqualTo(erased.id() + " sha256 " + erased.link().hash());
    }

    @Test
    void aChangedOrMissingRecordIsFound() {
        for (int i = 0; i < 3; i++) {
            String name = TestDatabase.newTenantName();
            erasures().erase(name, name, "dana");
        }
        List<UUID> newest = erasures().list(3, 0).stream().map(TenantErasure::id).toList();
        assertThat(erasures().chain().sound()).isTrue();
        for (String change : List.of("update installation.tenant_erasure set asked_by = 'nobody' where id = ?",
                "update installation.tenant_erasure set removed = '{}' where id = ?",
                "update installation.tenant_erasure set name_hash = id_hash where id = ?",
                "delete from installation.tenant_erasure where id = ?")) {
            for (UUID id : newest) {
                assertThat(soundAfter(change, id)).as(change).isFalse();
            }
        }
        assertThat(erasures().chain().sound()).isTrue();
    }

    /// What is said of the chain after a change, which is taken back.
    private boolean soundAfter(String change, UUID id) {
        TestDatabase.asOwner(db -> db.sql("create table installation.was as select * from installation.tenant_erasure")
                .update());
        try {
            TestDatabase.asOwner(db -> db.sql(change).param(id).update());
            return erasures().chain().sound();
        } finally {
            TestDatabase.asOwner(db -> {
                db.sql("delete from installation.tenant_erasure").update();
                db.sql("insert into installation.tenant_erasure select * from installation.was").update();
                return db.sql("drop table installation.was").update();
            });
        }
    }

    @Test
    void whatIsCutShortAnywhereGoesOnAndEndsAsIfItHadNotBeen() {
        var whole = new PrivacyBench(folder, PrivacyBench.ANI);
        String uncutName = name(whole.tenant);
        var steps = new AtomicInteger();
        TenantErasure uncut = erasures(steps::incrementAndGet).erase(uncutName, uncutName, "dana");
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        String name = name(bench.tenant);
        assertThat(steps.get()).isGreaterThan(20);

        TenantErasure ended = null;
        int tries = 0;
        for (int alive = 0; ended == null; alive++) {
            var left = new AtomicInteger(alive);
            try {
                ended = erasures(() -> {
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("killed");
                    }
                }).erase(name, name, "dana");
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
            tries++;
        }

        assertThat(tries).isGreaterThan(15);
        assertThat(ended.removed()).isEqualTo(uncut.removed());
        assertThat(saying(bench.tenant.toString())).isEmpty();
        assertThat(files(bench.tenant)).isEmpty();
        assertThat(erasures().chain().sound()).isTrue();
    }

    @Test
    void fromTheFirstMomentOnNothingIsDoneForTheTenantAndNothingIsWrittenAfterwards() {
        TenantId tenant = TestDatabase.newTenant();
        String name = name(tenant);
        assertThatThrownBy(() -> erasures(() -> {
            throw new IllegalStateException("killed");
        }).erase(name, name, "dana")).hasMessage("killed");

        assertThatThrownBy(() -> write(tenant)).isInstanceOf(StoreException.class)
                .hasMessageContaining("this tenant is being erased");
        assertThatThrownBy(() -> installation.resume(name)).isInstanceOf(AccessRefused.class)
                .hasMessageContaining("is being erased");
        assertThat(erasures().isOpen()).isTrue();
        assertThat(erasures().goOn()).isPositive();
        assertThat(erasures().of(name)).hasSize(1);

        assertThatThrownBy(() -> write(tenant)).isInstanceOf(StoreException.class);
        assertThat(withRows(tenant)).isEmpty();
    }

    private void write(TenantId tenant) {
        database.transactions().run(tenant, db -> db.sql("insert into source (name, note) values ('x', 'y')").update());
    }

    @Test
    void filesThatWorkWroteAfterTheSearchAreSweptAndNobodyElses() throws IOException {
        TenantId tenant = TestDatabase.newTenant();
        String name = name(tenant);
        erasures().erase(name, name, "dana");
        Path late = Files.createDirectories(folder.resolve("index").resolve(tenant.toString()));
        Path others = Files.createDirectories(folder.resolve("index").resolve(home.toString()));
        Path unknown = Files.createDirectories(folder.resolve("index").resolve(UUID.randomUUID().toString()));

        assertThat(erasures().sweep()).isEqualTo(1);

        assertThat(late).doesNotExist();
        assertThat(others).exists();
        assertThat(unknown).exists();
    }

    @Test
    void whileItsLakeIsWrittenTheErasureWaits() {
        TenantId tenant = TestDatabase.newTenant();
        String name = name(tenant);
        var steps = new AtomicInteger();
        try (var _ = database.locks().acquire(tenant, Collected.WORK)) {
            var impatient = erasures(steps::incrementAndGet);
            assertThatThrownBy(() -> impatient.erase(name, name, "dana")).isInstanceOf(PrivacyRefused.class)
                    .hasMessageContaining("waits");
        }
        assertThat(steps).hasValue(0);
        assertThat(erasures().goOn()).isPositive();
        assertThat(erasures().of(name)).hasSize(1);
    }

    @Test
    void accountsGoThatBelongNowhereElseAndOthersLoseTheirMembership() {
        TenantId tenant = TestDatabase.newTenant();
        String name = name(tenant);
        for (String who : List.of("only@", "both@", "runs@")) {
            installation.add(who + name, PASSWORD, who.startsWith("runs"));
            installation.join(who + name, name, "owner");
        }
        installation.join("both@" + name, name(home), "owner");
        TestDatabase.asOwner(db -> db.sql("""
            insert into installation.external_identity (issuer, subject, account_id, added_at)
            select 'https://id.example', name, id, now() from installation.account where name like '%' || ?""")
                .param("@" + name).update());

        TenantErasure erased = erasures().erase(name, name, "dana");

        assertThat(installation.accounts().stream().map(Installation.Account::name).filter(one -> one.endsWith(name))
                .collect(Collectors.toSet())).containsExactlyInAnyOrder("both@" + name, "runs@" + name);
        assertThat(erased.removed()).containsEntry("installation.account", 1L)
                .containsEntry("installation.external_identity", 1L);
        assertThat(saying("only@" + name)).isEmpty();
    }

    @Test
    void aTenantIsErasedWhenItsNameIsTypedTwiceAndTheServersOwnOnlyFromTheCommandLine() {
        String name = TestDatabase.newTenantName();
        String own = name(home);

        assertThatThrownBy(() -> erasures().erase(name, "", "dana")).isInstanceOf(PrivacyRefused.class);
        assertThatThrownBy(() -> erasures().erase(name, name + "x", "dana")).isInstanceOf(PrivacyRefused.class);
        assertThatThrownBy(() -> erasures().erase("nobody", "nobody", "dana")).isInstanceOf(PrivacyRefused.class)
                .hasMessageContaining("no tenant");
        assertThatThrownBy(() -> erasures().eraseOther(own, own, "dana")).isInstanceOf(PrivacyRefused.class)
                .hasMessageContaining("run from");
        assertThatThrownBy(() -> erasures().get("x")).isInstanceOf(PrivacyRefused.class);
        assertThat(database.tenants().find(name)).isPresent();
        assertThat(database.tenants().find(own)).isPresent();

        assertThat(erasures().erase(own, own, "dana").done()).isTrue();
        assertThat(erasures().chain().sound()).isTrue();
    }
}

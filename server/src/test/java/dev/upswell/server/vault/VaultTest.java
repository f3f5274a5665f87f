package dev.upswell.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.ProviderKeys.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-01T12:00:00Z"));
    private static final Database DATABASE = TestDatabase.shared();
    private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path folder;

    private final TenantId tenant = TestDatabase.newTenant();

    private MasterKeys file() {
        return new MasterKeys(folder, "", List.of());
    }

    private Vault vault() {
        return vault(file());
    }

    private Vault vault(MasterKeys keys) {
        return new Vault(tenant, DATABASE, keys, CLOCK);
    }

    private KeptKeys keys(Map<String, String> given) {
        return new KeptKeys(tenant, DATABASE, vault(), given);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> List<T> list(String sql, Class<T> type) {
        return DATABASE.transactions().call(tenant, db -> db.sql(sql).query(type).list());
    }

    @Test
    void whatIsPutIsFoundByThisTenantAlone() {
        vault().put("a", bytes("first"));
        vault().put("a", bytes("second"));

        assertThat(vault().find("a")).hasValue(bytes("second"));
        assertThat(vault().find("b")).isEmpty();
        assertThat(new Vault(TestDatabase.newTenant(), DATABASE, file(), CLOCK).find("a")).isEmpty();
        assertThat(list("select encode(sealed, 'escape') from vault_entry", String.class)).hasSize(1)
                .noneMatch(text -> text.contains("second"));
    }

    @Test
    void theMasterKeyIsMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        vault().put("a", bytes("x"));
        String first = Files.readString(folder.resolve("vault/master.key"));
        vault().put("b", bytes("y"));

        assertThat(Files.readString(folder.resolve("vault/master.key"))).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault/master.key"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("vault"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aKeyFileThatOthersCanReadIsRefused() throws IOException {
        vault().put("a", bytes("x"));
        Files.setPosixFilePermissions(folder.resolve("vault/master.key"), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> vault().find("a")).isInstanceOf(VaultRefused.class)
                .hasMessageContaining("others may use the master key").hasMessageContaining("chmod 600");
    }

    @Test
    void aLostMasterKeyIsToldAndTheSecretCanBeSetAgain() throws IOException {
        KeptKeys keys = keys(Map.of("p.token", ""));
        keys.set("p.token", "lost");
        Files.delete(folder.resolve("vault/master.key"));

        assertThat(keys.list().getFirst().origin()).isEqualTo(Origin.CLOSED);
        assertThatThrownBy(keys::opened).isInstanceOf(VaultRefused.class).hasMessageContaining("p.token")
                .hasMessageContaining("set the key again");
        keys.set("p.token", "found");
        assertThat(keys.opened()).containsEntry("p.token", "found");
    }

    @Test
    void aRowMovedToAnotherNameStaysClosed() {
        vault().put("a", bytes("x"));
        DATABASE.transactions().run(tenant, db -> db.sql("update vault_entry set name = 'b'").update());

        assertThatThrownBy(() -> vault().find("b")).isInstanceOf(VaultRefused.class);
    }

    @Test
    void rotationSealsEverythingAnewAndForgetsTheOldKey() throws IOException {
        vault().put("a", bytes("x"));
        vault().put("b", bytes("y"));
        String before = Files.readString(folder.resolve("vault/master.key"));
        String id = list("select distinct key_id from vault_entry", String.class).getFirst();

        Rotation.Rotated done = new Rotation(DATABASE, file(), CLOCK).rotate();

        assertThat(done.sealed()).isEqualTo(2);
        assertThat(done.key()).isNotEqualTo(id);
        assertThat(list("select distinct key_id from vault_entry", String.class)).containsExactly(done.key());
        assertThat(Files.readString(folder.resolve("vault/master.key")).lines()).hasSize(1)
                .doesNotContain(before.strip());
        assertThat(vault().find("a")).hasValue(bytes("x"));
    }

    @Test
    void aRotationThatWasKilledIsFinishedByTheNext() {
        vault().put("a", bytes("x"));
        // What a kill leaves: a new key, nothing sealed with it yet.
        file().add();
        vault().put("b", bytes("y"));

        assertThat(vault().find("a")).hasValue(bytes("x"));
        new Rotation(DATABASE, file(), CLOCK).rotate();
        assertThat(vault().find("a")).hasValue(bytes("x"));
        assertThat(vault().find("b")).hasValue(bytes("y"));
        assertThat(file().ring().former()).isEmpty();
    }

    @Test
    void aGivenKeyTakesOverWhatTheFileSealed() {
        vault().put("a", bytes("x"));
        MasterKeys given = new MasterKeys(folder, GIVEN, List.of());
        assertThat(vault(given).find("a")).hasValue(bytes("x"));

        Rotation.Rotated done = new Rotation(DATABASE, given, CLOCK).rotate();

        assertThat(done.given()).isTrue();
        assertThat(vault(new MasterKeys(folder.resolve("elsewhere"), GIVEN, List.of())).find("a"))
                .hasValue(bytes("x"));
        assertThat(folder.resolve("elsewhere")).doesNotExist();
        String next = Base64.getEncoder().encodeToString(bytes("0123456789abcdef0123456789abcdef"));
        assertThat(vault(new MasterKeys(folder.resolve("elsewhere"), next, List.of(GIVEN))).find("a"))
                .hasValue(bytes("x"));
    }

    @Test
    void nothingSealedWhileKeysRotateIsLost() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> work = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                String name = "w" + writer;
                work.add(threads.submit(() -> {
                    for (int i = 0; i < 25; i++) {
                        vault().put(name + i, bytes(name + i));
                    }
                }));
            }
            work.add(threads.submit(() -> {
                for (int i = 0; i < 5; i++) {
                    new Rotation(DATABASE, file(), CLOCK).rotate();
                }
            }));
            for (Future<?> one : work) {
                one.get();
            }
        }

        for (int writer = 0; writer < 2; writer++) {
            for (int i = 0; i < 25; i++) {
                assertThat(vault().find("w" + writer + i)).hasValue(bytes("w" + writer + i));
            }
        }
    }

    @Test
    void settingsWinOverTheVault() {
        keys(Map.of("p.token", "")).set("p.token", " from-the-vault \n");

        assertThat(keys(Map.of("p.token", "")).opened()).containsExactly(Map.entry("p.token", "from-the-vault"));
        assertThat(keys(Map.of("p.token", "", "q.token", "z")).list()).extracting(ProviderKeys.Standing::origin)
                .containsExactly(Origin.VAULT, Origin.SETTING);
        assertThat(keys(Map.of("p.token", "from-a-setting")).opened()).isEmpty();
        assertThat(keys(Map.of("p.token", "from-a-setting")).list().getFirst().origin()).isEqualTo(Origin.SETTING);
        assertThat(keys(Map.of("p.token", "")).remove("p.token").origin()).isEqualTo(Origin.NONE);
        assertThat(list("select type from event_log order by occurred_at", String.class)).containsExactly("KEY_SET",
                "KEY_REMOVED");
    }

    @Test
    void whatCannotBeAKeyIsRefusedWithoutBeingRepeated() {
        KeptKeys keys = keys(Map.of("p.token", ""));

        for (String value : List.of("", "  ", "two\nlines-s3cret", "s3cret".repeat(2_000))) {
            assertThatThrownBy(() -> keys.set("p.token", value)).isInstanceOf(VaultRefused.class)
                    .hasMessageContaining("cannot be the key p.token").hasMessageNotContaining("s3cret");
        }
        assertThatThrownBy(() -> keys.set("r.token", "x")).hasMessageContaining("there is no key r.token")
                .hasMessageContaining("p.token");
        assertThatThrownBy(() -> keys.remove("p.token")).hasMessageContaining("the vault has no key p.token");
    }
}

package dev.upswell.server.vault.hashicorp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Rotation;
import dev.upswell.server.vault.Vault;
import dev.upswell.server.vault.VaultRefused;
import dev.upswell.server.vault.hashicorp.HashiCorpAccess.Entrance;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The master key in HashiCorp Vault, asked over HTTP at a stand-in that speaks its contract.
class HashiCorpKeysTest {

    private static final Database DATABASE = TestDatabase.shared();
    private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Entrance TOKEN = new Entrance.Token(StandInVault.ROOT);
    private static final Entrance ROLE = new Entrance.AppRole(StandInVault.ROLE, StandInVault.ROLE_SECRET);

    @TempDir
    Path folder;

    private final TenantId tenant = TestDatabase.newTenant();
    private StandInVault server = new StandInVault();
    private Instant now = Instant.parse("2026-02-01T12:00:00Z");

    @AfterEach
    void stop() {
        server.close();
    }

    private HashiCorpKeys place(Entrance entrance) {
        return new HashiCorpKeys(HashiCorpAccess.of(server.url(), "secret/upswell", "", entrance, ""), () -> now);
    }

    private MasterKeys keys(String given) {
        return new MasterKeys(folder, place(TOKEN), given, List.of());
    }

    private Vault vault(MasterKeys keys) {
        return new Vault(tenant, DATABASE, keys, () -> now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
        } catch (VaultRefused refused) {
            assertThat(refused.reason()).isEqualTo(VaultRefused.Reason.LOCKED);
            return refused.what() + " " + refused.advice();
        }
        throw new AssertionError("it was not refused");
    }

    @Test
    void theFirstKeyIsMadeInVaultAndNothingInTheDataFolder() {
        vault(keys("")).put("a", bytes("x"));

        assertThat(vault(keys("")).find("a")).hasValue(bytes("x"));
        assertThat(folder.resolve("vault")).doesNotExist();
        assertThat(server.versions("upswell")).hasSize(1);
        assertThat(Base64.getDecoder().decode(server.versions("upswell").getFirst().path("master-keys").asString("")))
                .hasSize(32);
    }

    @Test
    void rotationSealsAnewAndDestroysVersionsThatHoldTheOldKey() {
        vault(keys("")).put("a", bytes("x"));
        String before = server.versions("upswell").getFirst().path("master-keys").asString("");

        Rotation.Rotated done = new Rotation(DATABASE, keys(""), () -> now).rotate();

        assertThat(done.given()).isTrue();
        assertThat(server.versions("upswell")).hasSize(3);
        assertThat(server.versions("upswell").subList(0, 2)).allMatch(version -> version.isNull());
        assertThat(server.versions("upswell").getLast().path("master-keys").asString("")).isNotEqualTo(before)
                .doesNotContain("\n");
        assertThat(vault(keys("")).find("a")).hasValue(bytes("x"));
    }

    @Test
    void aPolicyThatLetsNothingBeDestroyedIsToldAfterAllIsSealedAnew() {
        vault(keys("")).put("a", bytes("x"));
        server.mayDestroy = false;

        assertThat(refusal(() -> new Rotation(DATABASE, keys(""), () -> now).rotate()))
                .contains("did not destroy older versions of secret/upswell").contains("sealed with the new one")
                .contains("update secret/destroy/upswell").contains("before 3");
        assertThat(vault(keys("")).find("a")).hasValue(bytes("x"));
    }

    @Test
    void oneGoesOverFromTheFileToVaultAndFromThereToASetting() throws IOException {
        vault(new MasterKeys(folder, "", List.of())).put("a", bytes("x"));
        assertThat(vault(keys("")).find("a")).hasValue(bytes("x"));
        new Rotation(DATABASE, keys(""), () -> now).rotate();
        Files.delete(folder.resolve("vault/master.key"));
        assertThat(vault(keys("")).find("a")).hasValue(bytes("x"));

        assertThat(vault(keys(GIVEN)).find("a")).hasValue(bytes("x"));
        new Rotation(DATABASE, keys(GIVEN), () -> now).rotate();
        assertThat(vault(new MasterKeys(folder, GIVEN, List.of())).find("a")).hasValue(bytes("x"));
    }

    @Test
    void twoThatMakeTheFirstKeyAtOnceHaveTheSame() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<String>>> made = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String own = Base64.getEncoder().encodeToString(bytes("%032d".formatted(i)));
                made.add(threads.submit(() -> place(TOKEN).change(old -> old.isEmpty() ? List.of(own) : old)));
            }
            List<List<String>> all = new ArrayList<>();
            for (Future<List<String>> one : made) {
                all.add(one.get());
            }
            assertThat(all).allMatch(all.getFirst()::equals);
        }
        assertThat(server.versions("upswell")).hasSize(1);
    }

    @Test
    void whatWasReadOpensForFiveMinutesAndSealsNothingMeanwhile() {
        Vault vault = vault(keys(""));
        vault.put("a", bytes("x"));
        assertThat(vault.find("a")).hasValue(bytes("x"));
        server.close();

        now = now.plus(Duration.ofSeconds(299));
        assertThat(vault.find("a")).hasValue(bytes("x"));
        assertThat(refusal(() -> vault.put("b", bytes("y")))).contains("does not answer");
        now = now.plus(Duration.ofSeconds(1));
        assertThat(refusal(() -> vault.find("a"))).contains("does not answer");
    }

    @Test
    void aKeyThatAnotherProcessMadeIsAskedForAtOnce() {
        Vault here = vault(keys(""));
        here.put("a", bytes("x"));
        new Rotation(DATABASE, keys(""), () -> now).rotate();
        vault(keys("")).put("b", bytes("y"));

        assertThat(here.find("b")).hasValue(bytes("y"));
        here.put("c", bytes("z"));
        assertThat(vault(keys("")).find("c")).hasValue(bytes("z"));
    }

    @Test
    void anAppRoleComesInOnceAndAgainWhenItsTokenIsOver() {
        HashiCorpKeys place = place(ROLE);
        place.read();
        place.read();
        assertThat(server.requests).containsExactly("POST auth/approle/login", "GET secret/data/upswell",
                "GET secret/data/upswell");

        now = now.plus(Duration.ofMinutes(9));
        place.read();
        assertThat(server.requests).filteredOn("POST auth/approle/login"::equals).hasSize(2);

        server.tokens.clear();
        place.read();
        assertThat(server.requests).filteredOn("POST auth/approle/login"::equals).hasSize(3);
    }

    @Test
    void whatVaultRefusesIsToldInItsWordsAndNeverWithASecret() {
        assertThat(refusal(() -> place(new Entrance.Token("hvs.secret-of-mine")).read())).contains("permission denied")
                .contains("secret/data/upswell").doesNotContain("hvs.secret-of-mine");
        assertThat(refusal(() -> place(new Entrance.AppRole("role-1", "wrong-secret")).read()))
                .contains("invalid role or secret ID").contains("vault.hashicorp.role-secret")
                .doesNotContain("wrong-secret");
        assertThat(refusal(() -> place(new Entrance.AppRole("", "")).read())).contains("not told who asks");
        server.sealed = true;
        assertThat(refusal(() -> place(TOKEN).read())).contains("Vault is sealed").contains("vault operator unseal");
        assertThat(refusal(() -> place(ROLE).read())).contains("Vault is sealed");
        server.redirect = 307;
        assertThat(refusal(() -> place(TOKEN).read())).contains("307").contains("not followed");
    }

    @Test
    void aSecretThatWasDeletedIsNotMadeAnew() {
        vault(keys("")).put("a", bytes("x"));
        server.delete("upswell");

        assertThat(refusal(() -> vault(keys("")).put("b", bytes("y")))).contains("somebody deleted it")
                .contains("vault kv undelete");
        assertThat(server.versions("upswell")).hasSize(1);
    }

    @Test
    void aSecretOfAnotherKindAndAnEngineThatIsNotThereAreTold() {
        server.put("upswell", "{\"password\":\"of somebody else\"}");
        assertThat(refusal(() -> place(TOKEN).read())).contains("without the field master-keys")
                .doesNotContain("of somebody else");

        var elsewhere = HashiCorpAccess.of(server.url(), "kv/upswell", "", TOKEN, "");
        assertThat(refusal(() -> new HashiCorpKeys(elsewhere, () -> now).read())).contains("no handler for route")
                .contains("begins with its mount");
        server.put("short", "{\"master-keys\":\"AAAA\"}");
        var damaged = HashiCorpAccess.of(server.url(), "secret/short", "", TOKEN, "");
        assertThatThrownBy(() -> vault(new MasterKeys(folder, new HashiCorpKeys(damaged, () -> now), "", List.of()))
                .put("a", bytes("x"))).hasMessageContaining("HashiCorp Vault, secret/short").hasMessageContaining(
                        "Base64 of 32 bytes")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void theNamespaceGoesAlongAndNothingShowsAToken() {
        var access = HashiCorpAccess.of(server.url(), "secret/upswell", "brands/acme", TOKEN, "");
        new HashiCorpKeys(access, () -> now).read();

        assertThat(server.namespaces).containsExactly("brands/acme");
        assertThat(access.toString()).doesNotContain(StandInVault.ROOT);
        assertThat(ROLE.toString()).doesNotContain(StandInVault.ROLE_SECRET);
    }

    @Test
    void anAuthorityHasToBeTrustedBeforeAnythingIsSaid() throws Exception {
        Path store = folder.resolve("tls.p12");
        Path pem = folder.resolve("authority.pem");
        keytool("-genkeypair", "-alias", "vault", "-keyalg", "EC", "-dname", "CN=localhost", "-ext",
                "san=dns:localhost",
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit");
        keytool("-exportcert", "-rfc", "-alias", "vault", "-keystore", store.toString(), "-storepass", "changeit",
                "-file", pem.toString());
        server.close();
        server = new StandInVault(context(store));

        assertThat(refusal(() -> place(TOKEN).read())).contains("not trusted").contains("vault.hashicorp.authorities");
        assertThat(server.requests).isEmpty();
        var trusted = HashiCorpAccess.of(server.url(), "secret/upswell", "", TOKEN, pem.toString());
        assertThat(new HashiCorpKeys(trusted, () -> now).read()).isEmpty();
        var nothing = HashiCorpAccess.of(server.url(), "secret/upswell", "", TOKEN, folder.resolve("no").toString());
        assertThat(refusal(() -> new HashiCorpKeys(nothing, () -> now).read())).contains("cannot be read from");
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore keys = KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()).isZero();
    }

    @Test
    void aPlaceNeedsAMountAndAPath() {
        assertThatThrownBy(() -> HashiCorpAccess.of(URI.create("http://localhost"), "upswell", "", TOKEN, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.LeakSearch;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Keys as a person sets them at a terminal.
class KeysCommandsTest {

    private static final String SECRET = "s3cret-typed-unseen";

    @Test
    void aKeyIsTypedKeptUsedRotatedAndRemoved() {
        Terminal terminal = new Terminal();

        Said set = terminal.typing(SECRET + "\n").run("keys", "set", "ensembledata.token");
        Said listed = terminal.run("keys");
        Said sources = terminal.run("sources");
        Said rotated = terminal.run("keys", "rotate");
        Said json = terminal.json("keys");

        assertThat(set.out()).contains("The key ensembledata.token is kept, encrypted");
        assertThat(listed.out()).contains("set, encrypted", "tiktok-research.client-secret", "not set");
        String print = json.json().valueStream().filter(key -> key.at("/name").asString().equals("ensembledata.token"))
                .map(key -> key.at("/print").asString()).findFirst().orElseThrow();
        assertThat(print).hasSize(12);
        assertThat(sources.out()).contains(print);
        assertThat(rotated.out()).contains("are now sealed with the master key");
        assertThat(set.screen() + listed.screen() + sources.screen() + rotated.screen() + json.screen())
                .doesNotContain(SECRET);
        assertThat(terminal.run("keys", "remove", "ensembledata.token").out()).contains("was removed");
        assertThat(terminal.run("sources").out()).doesNotContain(print);
    }

    @Test
    @Tag("slow")
    void aKeyOfAProviderIsNowhereInClearOnceItWasUsed() {
        String secret = "pr0vider-key-" + UUID.randomUUID();
        LeakSearch leaks = new LeakSearch(secret);
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.usual(7, Terminal.NOW.plus(Duration.ofDays(1))),
                () -> Terminal.NOW, 0).orElseThrow()) {
            Terminal terminal = new Terminal(Map.of("UPSWELL_ENSEMBLEDATA_URL", sandbox.address() + "/ensembledata"));
            terminal.typing(secret + "\n").run("keys", "set", "ensembledata.token");
            terminal.run("watch", "add", "hashtag:markeroftheleaksearch");

            Said collected = terminal.run("collect", "--once");
            Said sources = terminal.run("sources");
            TestDatabase.asOwner(db -> db.sql("checkpoint").update());

            assertThat(sources.out()).as("the key was sent, and not let in").contains("Invalid token");
            assertThat(leaks.isIn(collected.screen() + sources.screen() + terminal.run("events").screen())).isFalse();
            assertThat(leaks.in(TestDatabase.sharedFolder())).as("files of the data folder").isEmpty();
            try (OpenWorkplace workplace = terminal.workplace()) {
                String dump = workplace.database().dump().text(workplace.tenant(), List.of());
                assertThat(leaks.isIn(dump)).isFalse();
                // The same search finds what stands in clear.
                assertThat(new LeakSearch("markeroftheleaksearch").isIn(dump)).isTrue();
            }
        }
    }

    @Test
    void aRunningServerAsksWithTheNewKey() {
        Terminal terminal = new Terminal();
        try (OpenWorkplace server = terminal.workplace()) {
            var live = server.collecting().live();
            assertThat(live.sources().list()).extracting(SourceStatus::key).containsOnlyNulls();

            terminal.typing(SECRET).run("keys", "set", "ensembledata.token");

            assertThat(live.sources().list()).filteredOn(source -> source.key() != null)
                    .extracting(SourceStatus::name).containsExactly("ensembledata");
        }
    }

    @Test
    void theEnvironmentWinsAndSaysSo() {
        Terminal terminal = new Terminal(Map.of("UPSWELL_MLFLOW_TOKEN", "of-the-environment"));

        assertThat(terminal.typing(SECRET).run("keys", "set", "mlflow.token").out()).contains("which wins");
        assertThat(terminal.run("keys").out()).contains("set by a setting").doesNotContain("of-the-environment");
    }

    @Test
    void wrongUseIsToldAndNothingSecretIsRepeated() {
        Terminal terminal = new Terminal().typing(SECRET);

        assertThat(terminal.run("keys", "set").exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(terminal.run("keys", "set", "acme.token").err()).contains("there is no key acme.token",
                "ensembledata.token").doesNotContain(SECRET);
        assertThat(terminal.run("keys", "set", "ensembledata.token", SECRET).exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(terminal.typing("").run("keys", "set", "ensembledata.token").err())
                .contains("cannot be the key ensembledata.token");
        assertThat(new Terminal(Map.of("UPSWELL_VAULT_MASTER_KEY", "s3cret-but-no-key")).typing(SECRET)
                .run("keys", "set", "mlflow.token").err()).contains("must be Base64 of 32 bytes", "openssl rand")
                .doesNotContain("s3cret");
    }

    @Test
    void whatTheVaultMayKeepIsEveryKeyButThoseThatOpenIt() {
        assertThat(Setting.keys()).contains(Setting.ENSEMBLEDATA_TOKEN, Setting.TIKTOK_RESEARCH_CLIENT_KEY,
                Setting.MLFLOW_PASSWORD).doesNotContain(Setting.STORE_PASSWORD, Setting.STORE_APP_PASSWORD,
                        Setting.VAULT_MASTER_KEY, Setting.ENSEMBLEDATA_URL);
    }

    @Test
    void standardInputIsReadByLineOrWholeAndBounded() {
        var input = new TypedInput(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)), null);
        assertThat(input.secret("?")).isEqualTo("one");
        var all = new TypedInput(new ByteArrayInputStream("one\ntwo\n".getBytes(StandardCharsets.UTF_8)), null);
        assertThat(all.all(8)).isEqualTo("one\ntwo\n");
        var much = new TypedInput(new ByteArrayInputStream(new byte[20]), null);
        assertThatThrownBy(() -> much.all(10)).hasMessageContaining("more than 10");
        assertThat(List.of(Setting.VAULT_MASTER_KEY.isSecret(), Setting.STORE_PASSWORD.isSecret(),
                Setting.STORE_URL.isSecret())).containsExactly(true, true, false);
    }
}

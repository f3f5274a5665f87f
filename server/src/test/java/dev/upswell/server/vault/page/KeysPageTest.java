package dev.upswell.server.vault.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.vault.KeptKeys;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Vault;
import dev.upswell.server.vault.rest.VaultRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys as a page and a program set them: what comes in never comes out.
class KeysPageTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-02-01T12:00:00Z"));
    private static final String SECRET = "s3cret-typed-into-a-page";

    @TempDir
    static Path folder;

    private static KeptKeys keys;
    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        TenantId tenant = TestDatabase.newTenant();
        Vault vault = new Vault(tenant, TestDatabase.shared(), new MasterKeys(folder, "", List.of()), CLOCK);
        keys = new KeptKeys(tenant, TestDatabase.shared(), vault,
                Map.of("ensembledata.token", "", "mlflow.token", "from-a-setting"));
        server = LocalSite.of(List.of(VaultPagesConfiguration.class, VaultRestConfiguration.class), CLOCK, keys);
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String type, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).header("Content-Type", type)
                .timeout(Duration.ofSeconds(30)).method(method, BodyPublishers.ofString(body)).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> form(String path, String body) {
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    @Test
    void aKeyIsSetOnThePageAndNeverShown() {
        HttpResponse<String> set = form("/sources/keys",
                "name=ensembledata.token&value=" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8));
        String page = site.page("/sources/keys").body();

        assertThat(set.statusCode()).isEqualTo(302);
        assertThat(keys.opened()).containsEntry("ensembledata.token", SECRET);
        assertThat(page).contains("2 keys are set", "Here, encrypted.", "By a setting or the environment",
                "type=\"password\"").doesNotContain(SECRET, "from-a-setting", "??");
        assertThat(form("/sources/keys/ensembledata.token/remove", "").statusCode()).isEqualTo(302);
        assertThat(keys.opened()).isEmpty();
        assertThat(site.page("/sources/keys").body()).contains("One key is set");
    }

    @Test
    void aProgramSetsReadsAndRemovesKeysWithoutSeeingThem() {
        HttpResponse<String> set = send("PUT", "/api/v1/keys/ensembledata.token", "text/plain", SECRET + "\n");
        String listed = site.json("/api/v1/keys").body();

        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
        assertThat(set.body()).contains("\"origin\":\"vault\"").doesNotContain(SECRET);
        assertThat(listed).contains("\"total\":2", "\"origin\":\"setting\"").doesNotContain(SECRET, "from-a-setting");
        assertThat(send("POST", "/api/v1/keys/ensembledata.token/remove", "text/plain", "").body())
                .contains("\"origin\":\"none\"");
        assertThat(send("POST", "/api/v1/keys/ensembledata.token/remove", "text/plain", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsRefusedIsNotRepeated() {
        HttpResponse<String> unknown = form("/sources/keys", "name=acme.token&value=" + SECRET);
        HttpResponse<String> twoLines = form("/sources/keys", "name=ensembledata.token&value=" + SECRET + "%0Ax");
        HttpResponse<String> tooLong = form("/sources/keys", "name=ensembledata.token&value=" + SECRET.repeat(400));
        HttpResponse<String> inTheAddress = send("GET", "/sources/keys?value=" + SECRET, "text/plain", "");

        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("there is no key acme.token");
        assertThat(List.of(twoLines.statusCode(), tooLong.statusCode(), inTheAddress.statusCode())).containsOnly(400);
        for (HttpResponse<String> answer : List.of(unknown, twoLines, tooLong, inTheAddress)) {
            assertThat(answer.body()).doesNotContain(SECRET);
        }
    }
}

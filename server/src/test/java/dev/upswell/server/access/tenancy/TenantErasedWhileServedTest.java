package dev.upswell.server.access.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Scope;
import dev.upswell.server.access.tenancy.Town.Guest;
import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tenant that is erased over HTTP while its people are signed in and its pages were looked at.
class TenantErasedWhileServedTest {

    private static final String PATH = "/access/tenants/erasures";

    @TempDir
    private Path folder;

    private final Town town = new Town();
    private final String runner = "runner@" + town.home;

    @AfterEach
    void close() {
        town.close();
    }

    private void data(String tenant, String hashtag) throws IOException {
        StringBuilder rows = new StringBuilder("hashtag,observed_at,views\n");
        Instant first = Instant.parse("2025-11-17T00:00:00Z");
        for (int step = 0; step < 36; step++) {
            rows.append(hashtag).append(',').append(first.plus(Duration.ofHours(3L * step))).append(',')
                    .append(50_000 + 4_000 * step).append('\n');
        }
        town.load(tenant, Files.writeString(folder.resolve(hashtag + ".csv"), rows));
    }

    private Guest runner() {
        town.account(runner, true, town.home);
        return town.signedIn(runner);
    }

    private String form(String confirmation) {
        return "name=" + town.neighbour + "&confirm=" + confirmation;
    }

    @Test
    void itsPeopleAreOutAtOnceNothingOfItIsLeftAndTheOthersGoOn() throws IOException {
        data(town.home, "zzours");
        data(town.neighbour, "zztheirs");
        town.person(town.home, "mira");
        town.person(town.neighbour, "bob");
        Guest mira = town.signedIn("mira");
        Guest bob = town.signedIn(town.neighbour + "/bob");
        Guest program = town.program(town.token(town.neighbour, Scope.READ));
        assertThat(bob.get("/trends?days=90").body()).contains("zztheirs");
        assertThat(program.get("/api/v1/trends").statusCode()).isEqualTo(200);
        TenantId gone = TestDatabase.shared().tenants().find(town.neighbour).orElseThrow();

        HttpResponse<String> erased = runner().post(PATH, form(town.neighbour));

        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(302);
        assertThat(TestDatabase.shared().tenants().find(town.neighbour)).isEmpty();
        assertThat(bob.get("/trends?days=90").statusCode()).as("to the sign-in").isEqualTo(303);
        assertThat(program.get("/api/v1/trends").statusCode()).isEqualTo(401);
        assertThat(town.trySignIn(town.neighbour + "/bob").statusCode()).isEqualTo(401);
        assertThat(mira.get("/trends?days=90").body()).contains("zzours");
        assertThat(FolderTree.files(TestDatabase.sharedFolder()).stream().filter(
                file -> file.toString().contains(gone.toString()))).isEmpty();
    }

    @Test
    void thePageTellsOfTheRecordWithoutTheName() {
        Guest runner = runner();
        assertThat(runner.get(PATH).body()).contains("<option value=\"" + town.neighbour + "\"")
                .doesNotContain("<option value=\"" + town.home + "\"");

        runner.post(PATH, form(town.neighbour));

        String page = runner.get(PATH).body();
        assertThat(page).contains(this.runner, "as written").doesNotContain("value=\"" + town.neighbour + "\"");
        assertThat(runner.with("Accept", "application/json").get("/api/v1/tenants/erasures/chain").body())
                .contains("\"sound\":true");
    }

    @Test
    void whoDoesNotRunTheInstallationIsToldOfNoSuchPage() {
        town.person(town.home, "mira");
        Guest mira = town.signedIn("mira");
        Guest program = town.program(town.token(town.home, Scope.ADMIN));

        assertThat(mira.get(PATH).statusCode()).isEqualTo(404);
        assertThat(mira.post(PATH, form(town.neighbour)).statusCode()).isEqualTo(404);
        assertThat(program.get("/api/v1/tenants/erasures").statusCode()).isEqualTo(404);
        assertThat(program.send("POST", "/api/v1/tenants/erasures?" + form(town.neighbour), "", "").statusCode())
                .isEqualTo(404);
        assertThat(TestDatabase.shared().tenants().find(town.neighbour)).isPresent();
    }

    @Test
    void anUnconfirmedNameAndTheServersOwnTenantAreRefused() {
        Guest runner = runner();

        assertThat(runner.post(PATH, form("")).statusCode()).isEqualTo(422);
        assertThat(runner.post(PATH, form("other")).statusCode()).isEqualTo(422);
        assertThat(runner.post(PATH, "name=" + town.home + "&confirm=" + town.home).statusCode()).isEqualTo(409);
        assertThat(runner.post(PATH, "name=nobodys&confirm=nobodys").statusCode()).isEqualTo(404);
        assertThat(TestDatabase.shared().tenants().find(town.neighbour)).isPresent();
    }
}

package dev.upswell.server.integrate.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.Carried;
import dev.upswell.server.integrate.Issue;
import dev.upswell.server.integrate.IssueOrder;
import dev.upswell.server.integrate.Tracker;
import dev.upswell.server.integrate.rest.IntegrateRestConfiguration;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Connections as a page and a program make them: what comes in never comes out.
class ConnectionsPageTest {

    private static LocalSite server;
    private static SiteClient site;

    /// A tracker that lets in whoever has the right token.
    private record Doorkeeper(Account account) implements Tracker {

        @Override
        public String greeting() throws NotBrought {
            if (!account.token().equals("right-s3cret")) {
                throw NotBrought.forGood("Jira answered 401: the account or its token is not let in there");
            }
            return "project " + account.place() + ", type " + account.detail();
        }

        @Override
        public Optional<Issue> find(String label) {
            return Optional.empty();
        }

        @Override
        public Issue create(IssueOrder order) {
            throw new IllegalStateException("nothing is carried here");
        }

        @Override
        public Optional<Issue> read(String key) {
            return Optional.empty();
        }
    }

    @BeforeAll
    static void start() {
        Carried carried = new Carried(Doorkeeper::new);
        server = LocalSite.of(List.of(IntegratePagesConfiguration.class, IntegrateRestConfiguration.class),
                (InstantSource) carried::now, carried.connections());
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String method, String path, String type, String body) {
        return site.send(method, path, type, body);
    }

    private static HttpResponse<String> form(String path, String body) {
        return site.post(path, site.origin(), body);
    }

    @Test
    void aConnectionIsMadeAskedAndRemovedOnThePageAndItsAccountNeverShown() {
        HttpResponse<String> added = form("/access/connections", "name=board&kind=jira&site=https%3A%2F%2Ft.example.org"
                + "&place=CRE&detail=Task&user=anna%40example.org&token=wrong-s3cret");
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(added.headers().firstValue("Cache-Control")).contains("no-store");

        String page = site.page("/access/connections").body();
        assertThat(page).contains("One tracker is connected", "t.example.org · CRE · Task")
                .doesNotContain("s3cret", "anna@", "??");
        assertThat(form("/access/connections/board", "act=test").body())
                .contains("board: Jira answered 401: the account or its token is not let in there.")
                .doesNotContain("s3cret", "anna@");

        assertThat(form("/access/connections/board", "act=remove").statusCode()).isEqualTo(302);
        assertThat(site.page("/access/connections").body()).contains("No tracker is connected");
    }

    @Test
    void aProgramMakesAsksAndRemovesOne() {
        HttpResponse<String> added = send("PUT", "/api/v1/connections/cards", "application/json",
                """
                    {"kind": "jira", "site": "https://t.example.org", "place": "CRE", "user": "anna@example.org", "token": "right-s3cret"}""");
        assertThat(added.body()).contains("\"name\":\"cards\"", "t.example.org · CRE · Task").doesNotContain("s3cret",
                "anna@");

        assertThat(send("POST", "/api/v1/connections/cards/test", "application/json", "").body())
                .contains("\"reached\":true", "project CRE, type Task");
        assertThat(site.json("/api/v1/connections").body()).contains("\"total\":1").doesNotContain("s3cret");
        assertThat(send("POST", "/api/v1/connections/cards/remove", "application/json", "").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/v1/connections/cards/test", "application/json", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeAnAccountIsRefusedAndNotRepeated() {
        for (String body : List.of("name=x&kind=jira&site=nowhere&place=CRE&user=anna%40example.org&token=some-s3cret",
                "name=x&kind=jira&site=%5E&place=CRE&user=anna%40example.org&token=some-s3cret",
                "name=X&kind=jira&site=https%3A%2F%2Ft.example.org&place=CRE&user=anna%40example.org&token=some-s3cret",
                "name=x&kind=jira&site=https%3A%2F%2Ft.example.org&place=cre&user=anna%40example.org&token=some-s3cret",
                "name=x&kind=trello&place=123&user=keykeykey&token=somes3cret",
                "name=x&kind=trello&place=5abbe4b7ddc1b351ef961413&user=key%22key%22&token=somes3cret")) {
            HttpResponse<String> refused = form("/access/connections", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(body.contains("%5E") ? 400 : 422);
            assertThat(refused.body()).doesNotContain("s3cret", "anna@");
        }
    }
}

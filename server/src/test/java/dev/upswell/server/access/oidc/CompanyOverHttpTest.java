package dev.upswell.server.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.DataFolderOpener;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.store.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The real server with a provider on this machine: browsers there and back, invitations, and one's own account.
class CompanyOverHttpTest {

    private static final String PASSWORD = "four words and a half";

    private Instant now = Instant.parse("2026-02-01T12:00:00Z");
    private final StandInProvider provider = new StandInProvider(() -> now);
    private final String tenant = TestDatabase.newTenantName();
    private final String name = "ana-" + UUID.randomUUID();
    private String url = "";

    @AfterEach
    void stop() {
        provider.close();
    }

    private void served(boolean company, Consumer<Workplace> visit) {
        Map<String, String> environment = new HashMap<>(Map.of("UPSWELL_TENANT", tenant, "UPSWELL_FORECAST_NETWORK",
                "off"));
        if (company) {
            environment.putAll(Map.of("UPSWELL_OIDC_URL", provider.issuer, "UPSWELL_OIDC_CLIENT_ID",
                    StandInProvider.CLIENT, "UPSWELL_OIDC_NAME", "Acme <&>", "UPSWELL_OIDC_ROLES", "looks=executive",
                    "UPSWELL_NETWORK_PRIVATE_HOSTS", "localhost"));
        }
        try (Workplace workplace = new DataFolderOpener(TestDatabase.sharedFolder(), environment, () -> now)
                .open(new GlobalOptions())) {
            if (workplace.access().people().list().isEmpty()) {
                workplace.access().people().setPassword("mira", PASSWORD);
            }
            if (company) {
                workplace.collecting().keys().set("oidc.client-secret", StandInProvider.SECRET);
            }
            try (Serving.Running server = workplace.serving().start(0)) {
                url = "http://localhost:" + URI.create(server.url()).getPort();
                visit.accept(workplace);
            }
        }
    }

    /// A browser that keeps cookies and follows no redirection by itself.
    private final class Browser {

        private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path) {
            return send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html"));
        }

        HttpResponse<String> post(String path, String form) {
            return send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html")
                    .header("Origin", url).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /// Goes to the provider, where somebody signs in, and comes back.
        HttpResponse<String> throughTheCompany(String... groups) {
            URI asked = URI.create(location(get("/sign-in/company?to=%2Faccount")));
            String code = provider.code(asked, "sub-" + name, name, groups);
            return get("/sign-in/company/return?session_state=of-the-provider&code=" + code + "&state="
                    + StandInProvider.query(asked).get("state"));
        }

        Browser signedIn(String who) {
            assertThat(post("/sign-in", "name=" + who + "&password=four+words+and+a+half").statusCode()).isEqualTo(302);
            return this;
        }
    }

    private static String location(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(302, 303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aBrowserGoesToTheProviderAndComesBackSignedIn() {
        served(true, workplace -> {
            var browser = new Browser();
            assertThat(browser.get("/sign-in?to=/trends").body()).contains("Sign in with Acme &lt;&amp;&gt;")
                    .contains("/sign-in/company?to=/trends");

            HttpResponse<String> back = browser.throughTheCompany("looks");
            assertThat(location(back)).isEqualTo("/account");
            assertThat(back.headers().allValues("Set-Cookie"))
                    .anyMatch(cookie -> cookie.startsWith("upswell=") && cookie.contains("HttpOnly")
                            && cookie.contains("SameSite=Lax"))
                    .anyMatch(cookie -> cookie.startsWith("upswell-company=;"));
            assertThat(browser.get("/account").body()).contains(name).contains("Executive")
                    .contains("You sign in by your company").doesNotContain("name=\"present\"");
            assertThat(browser.get("/access").statusCode()).isEqualTo(403);

            assertThat(location(browser.post("/sign-out", ""))).endsWith("/sign-in?left=true");
            assertThat(browser.get("/account").statusCode()).isEqualTo(303);
            assertThat(browser.get("/sign-in?left=true").body()).contains("/sign-in/company/out");
            assertThat(location(browser.get("/sign-in/company/out"))).startsWith(provider.url() + "/out?");
        });
    }

    @Test
    void whateverGoesWrongAtTheProviderIsToldOnTheSignInPage() {
        served(true, workplace -> {
            provider.broken = true;
            HttpResponse<String> away = new Browser().get("/sign-in/company");
            assertThat(away.statusCode()).isEqualTo(502);
            assertThat(away.body()).contains("does not answer as it should").contains("name=\"password\"");
            provider.broken = false;
            now = now.plusSeconds(5);

            HttpResponse<String> nobody = new Browser().throughTheCompany("unknown");
            assertThat(nobody.statusCode()).isEqualTo(403);
            assertThat(nobody.body()).contains("none of your groups has a role here");
            assertThat(nobody.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("upswell="));

            var browser = new Browser();
            URI asked = URI.create(location(browser.get("/sign-in/company")));
            String code = provider.code(asked, "sub-" + name, name, "looks");
            HttpResponse<String> stolen = new Browser().get("/sign-in/company/return?code=" + code + "&state="
                    + StandInProvider.query(asked).get("state"));
            assertThat(stolen.statusCode()).isEqualTo(401);
            assertThat(stolen.body()).contains("begun in another browser").doesNotContain(code);
        });
    }

    @Test
    void withoutAProviderThereIsNoButtonAndNoWay() {
        served(false, workplace -> {
            assertThat(new Browser().get("/sign-in").body()).doesNotContain("/sign-in/company");
            assertThat(new Browser().get("/sign-in/company").statusCode()).isEqualTo(404);
            assertThat(new Browser().get("/sign-in/company/return?state=a&code=b").statusCode()).isEqualTo(404);
        });
    }

    @Test
    void whoeverIsInvitedSetsTheirOwnPasswordOnce() {
        served(false, workplace -> {
            Browser mira = new Browser().signedIn("mira");
            HttpResponse<String> made = mira.post("/access/invitations", "name=paul&role=planner&days=7");
            assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
            String path = made.body().replaceAll("(?s).*(/invitation\\?token=[\\w-]+).*", "$1");
            assertThat(made.body()).contains(url + path);
            assertThat(mira.get("/access/invitations").body()).doesNotContain("token=").contains("waits");

            var paul = new Browser();
            assertThat(paul.get(path).body()).contains("sign in as paul").contains("Planner");
            String form = path.replace("/invitation?", "") + "&password=";
            HttpResponse<String> refused = paul.post("/invitation", form + "short");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("12 to 200 characters; this one has 5");
            assertThat(paul.post("/invitation", form + "four+words+and+a+half").body())
                    .contains("Sign in as paul");
            assertThat(paul.signedIn("paul").get("/account").body()).contains("paul · Planner");

            // Used, never made, and none at all: the same answer.
            HttpResponse<String> used = new Browser().get(path);
            assertThat(used.statusCode()).isEqualTo(404);
            assertThat(new Browser().get("/invitation?token=never-made").body()).isEqualTo(used.body());
            assertThat(new Browser().post("/invitation", form + "four+other+words+here").statusCode()).isEqualTo(404);
            assertThat(mira.get("/access/invitations").body()).contains("used");
        });
    }

    @Test
    void onesOwnPasswordIsChangedAndOtherSignInsEnd() {
        served(false, workplace -> {
            Browser here = new Browser().signedIn("mira");
            Browser there = new Browser().signedIn("mira");
            assertThat(here.get("/account").body()).contains("this browser").contains("/end");

            HttpResponse<String> wrong = here.post("/account/password",
                    "present=not+this+one+at+all&chosen=five+words+and+a+half");
            assertThat(wrong.statusCode()).isEqualTo(400);
            assertThat(there.get("/account").statusCode()).isEqualTo(200);
            assertThat(location(here.post("/account/password",
                    "present=four+words+and+a+half&chosen=five+words+and+a+half"))).endsWith("/account?changed=true");

            assertThat(here.get("/account?changed=true").body()).contains("The new password holds");
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
            assertThat(new Browser().post("/sign-in", "name=mira&password=four+words+and+a+half").statusCode())
                    .isEqualTo(401);
            assertThat(new Browser().post("/sign-in", "name=mira&password=five+words+and+a+half").statusCode())
                    .isEqualTo(302);
        });
    }

    @Test
    void ownSignInsAreEndedOneByOneAndNobodyElses() {
        served(false, workplace -> {
            workplace.access().people().setPassword("paul", PASSWORD);
            Browser paul = new Browser().signedIn("paul");
            Browser here = new Browser().signedIn("mira");
            Browser there = new Browser().signedIn("mira");
            String own = end(here);
            String pauls = "/account/sign-ins/" + "0".repeat(16) + "/end";

            assertThat(here.post(pauls, "").statusCode()).isEqualTo(404);
            assertThat(paul.post(own, "").statusCode()).isEqualTo(404);
            assertThat(there.get("/account").statusCode()).isEqualTo(200);
            assertThat(location(here.post(own, ""))).endsWith("/account");
            assertThat(there.get("/account").statusCode()).isEqualTo(303);
            assertThat(here.get("/account").statusCode()).isEqualTo(200);
        });
    }

    private static String end(Browser browser) {
        return browser.get("/account").body().replaceAll("(?s).*action=\"(/account/sign-ins/\\w+/end)\".*", "$1");
    }
}

package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The real server over HTTP: who comes in, who does not, and what the request audit says of it.
class AccessTest {

    private static final String PASSWORD = "four words and a half";
    private static final String TYPED = "four+words+and+a+half";
    private static final String CREATOR = "{\"creator_id\":\"anna\",\"likes_ratio\":0.06}";

    private final Terminal terminal = new Terminal();

    private void served(Consumer<Visitor> visit) {
        Visitor.served(terminal, visit);
    }

    private String token(String name, String scopes) {
        return terminal.json("tokens", "create", name, "--scopes", scopes).json().at("/token").asString();
    }

    private void setPassword() {
        terminal.typing(PASSWORD + "\n").run("password", "set", "mira");
    }

    private List<JsonNode> audited(String... options) {
        List<String> command = new ArrayList<>(List.of("audit", "list", "--limit", "10000"));
        command.addAll(List.of(options));
        return terminal.json(command.toArray(String[]::new)).json().valueStream().toList();
    }

    private static String told(JsonNode row) {
        JsonNode request = row.at("/request");
        return "%s %s %s %s %d %s".formatted(request.at("/kind").asString().toLowerCase(), request.at("/method")
                .asString(), request.at("/route").asString(), request.at("/subject").asString(),
                request.at("/status").asInt(), request.at("/refusal").asString()).strip();
    }

    private void assertSound() {
        assertThat(terminal.run("audit", "verify").out()).contains("rows are as they were written");
    }

    @Test
    void withoutAPasswordThisMachineIsTheOwner() {
        served(visitor -> {
            assertThat(visitor.browser().get("/trends").statusCode()).isEqualTo(200);
            assertThat(visitor.browser().get("/trends").body()).doesNotContain("/sign-out");
            assertThat(visitor.get("/api/v1/tokens").statusCode()).isEqualTo(200);
            assertThat(visitor.postJson("/analyze", CREATOR).statusCode()).isEqualTo(200);
            assertThat(visitor.browser().get("/sign-in").body()).contains("there is nothing to sign in to");
            assertThat(visitor.browser().get("/access").body()).contains("Only this machine comes in");
        });
        assertThat(audited()).extracting(AccessTest::told).contains("local GET /trends  200",
                "local POST /analyze  200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer upsw_0123456789ab_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Bearer x",
            "Basic bWlyYTp4"})
    void aTokenThatIsNotKnownIsRefusedEvenWithoutAPassword(String header) {
        served(visitor -> {
            HttpResponse<String> answer = visitor.with("Authorization", header).postJson("/analyze", CREATOR);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"upswell\", error=\"invalid_token\"");
            assertThat(answer.body()).contains("This token is not known here or was revoked.");
            assertThat(visitor.with("Authorization", header).get("/health").statusCode()).isEqualTo(401);
        });
        assertThat(audited("--refused")).extracting(AccessTest::told).containsExactly(
                "nobody GET  /health 401 bad-token",
                "nobody POST  /analyze 401 bad-token");
    }

    @Test
    void aTokenMayDoWhatItsScopesSayAndNothingElse() {
        String score = token("scoring", "score");
        String looking = token("looking", "read");
        served(visitor -> {
            assertThat(visitor.withToken(score).postJson("/analyze", CREATOR).statusCode()).isEqualTo(200);
            assertThat(visitor.withToken(looking).get("/api/v1/trends").statusCode()).isEqualTo(200);

            HttpResponse<String> refused = visitor.withToken(score).get("/api/v1/trends");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("This asks for the scope read, which this token does not have.");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("scope=\"read\"");
            assertThat(visitor.withToken(looking).postJson("/analyze", CREATOR).statusCode()).isEqualTo(403);
            assertThat(visitor.withToken(looking).get("/api/v1/audit").statusCode()).isEqualTo(403);
            assertThat(visitor.withToken(looking).get("/nowhere").statusCode()).isEqualTo(404);
        });
        assertThat(audited()).extracting(AccessTest::told).containsExactly("token GET  /nowhere 404",
                "token GET /api/v1/audit  403 scope", "token POST /analyze  403 scope",
                "token GET /api/v1/trends  403 scope", "token GET /api/v1/trends  200", "token POST /analyze  200");
        assertThat(audited("--actor", "scoring")).hasSize(2);
        assertSound();
    }

    @Test
    void aTokenIsMadeAndRevokedOverRestAndItsTextIsToldOnce() {
        String admin = token("admin", "admin");
        served(visitor -> {
            Visitor program = visitor.withToken(admin);
            JsonNode made = JsonMapper.shared().readTree(program
                    .postJson("/api/v1/tokens", "{\"name\":\"nightly\",\"scopes\":[\"score\"],\"days\":30}").body());
            Visitor nightly = visitor.withToken(made.at("/token").asString());

            assertThat(nightly.postJson("/analyze", CREATOR).statusCode()).isEqualTo(200);
            assertThat(made.at("/madeBy").asString()).isEqualTo("token admin");
            assertThat(program.get("/api/v1/tokens").body()).contains("nightly")
                    .doesNotContain(made.at("/token").asString());
            assertThat(program.postJson("/api/v1/tokens", "{\"name\":\"nightly\",\"scopes\":[\"score\"]}").statusCode())
                    .isEqualTo(409);
            assertThat(program.postJson("/api/v1/tokens", "{\"name\":\"x\",\"scopes\":[\"all\"]}").body())
                    .contains("There is no scope", "read, write, score, admin");
            assertThat(program.postJson("/api/v1/tokens/nightly/revoke", "").statusCode()).isEqualTo(200);
            assertThat(nightly.postJson("/analyze", CREATOR).statusCode()).isEqualTo(401);
            assertThat(program.postJson("/api/v1/tokens/nightly/revoke", "").statusCode()).isEqualTo(404);
        });
    }

    @Test
    void onceAPasswordIsSetPagesAskForASignInAndProgramsForAToken() {
        setPassword();
        served(visitor -> {
            HttpResponse<String> page = visitor.browser().get("/trends?kind=sound&q=a%20b");
            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(page.headers().firstValue("Location"))
                    .hasValue("/sign-in?to=%2Ftrends%3Fkind%3Dsound%26q%3Da%2520b");

            HttpResponse<String> answer = visitor.get("/api/v1/trends");
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("\"title\":\"Sign in first\"");
            assertThat(visitor.postJson("/analyze", CREATOR).statusCode()).isEqualTo(401);

            HttpResponse<String> htmx = visitor.browser().with("HX-Request", "true").postForm("/data/sample", "");
            assertThat(htmx.statusCode()).isEqualTo(401);
            assertThat(htmx.headers().firstValue("HX-Redirect")).hasValue("/sign-in");

            assertThat(visitor.get("/health").statusCode()).isEqualTo(200);
            assertThat(visitor.get("/v3/api-docs").statusCode()).isEqualTo(401);
            assertThat(visitor.get("/assets/app.css").statusCode()).isEqualTo(200);
        });
        assertThat(audited()).allSatisfy(row -> assertThat(row.at("/request/refusal").asString())
                .isEqualTo("no-sign-in")).hasSize(5);
    }

    @Test
    void aPersonSignsInLooksAndSignsOut() {
        setPassword();
        served(visitor -> {
            HttpResponse<String> page = visitor.browser().get("/sign-in?to=/trends?kind=sound");
            assertThat(page.body()).contains("name=\"password\"", "value=\"/trends?kind=sound\"").doesNotContain("??",
                    "style=", "<nav").as("what stands on the disk is nobody's business").doesNotContain("--data");

            HttpResponse<String> in = visitor.browser().postForm("/sign-in",
                    "name=mira&password=" + TYPED + "&to=%2Ftrends%3Fkind%3Dsound");
            assertThat(in.statusCode()).isEqualTo(302);
            assertThat(in.headers().firstValue("Location")).hasValue(visitor.server() + "/trends?kind=sound");
            assertThat(in.headers().firstValue("Set-Cookie").orElseThrow()).contains("HttpOnly", "SameSite=Lax",
                    "Path=/", "Max-Age=43200").doesNotContain("Secure");

            Visitor mira = visitor.browser().keeping(in);
            assertThat(mira.get("/trends").body()).contains("Signed in as mira", "action=\"/sign-out\"");
            assertThat(visitor.keeping(in).get("/api/v1/tokens").statusCode()).isEqualTo(200);
            HttpResponse<String> made = mira.postForm("/access/tokens", "name=nightly&days=7&score=true");
            assertThat(made.body()).contains("The token nightly is made", "upsw_");
            assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
            assertThat(mira.get("/access").body()).contains("nightly", "mira").doesNotContain("upsw_");

            assertThat(mira.postForm("/sign-out", "").statusCode()).isEqualTo(302);
            assertThat(mira.get("/trends").statusCode()).isEqualTo(303);
        });
        assertThat(audited("--actor", "mira")).extracting(AccessTest::told).contains("person POST /sign-in  302",
                "person GET /trends  200", "person POST /access/tokens  200");
        assertThat(terminal.json("tokens").json().at("/0/madeBy").asString()).isEqualTo("mira");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/\\\\evil.example", "javascript:x"})
    void aSignInLeadsNowhereElse(String to) {
        setPassword();
        served(visitor -> {
            HttpResponse<String> in = visitor.browser().postForm("/sign-in", "name=mira&password=" + TYPED + "&to="
                    + java.net.URLEncoder.encode(to, StandardCharsets.UTF_8));
            assertThat(in.headers().firstValue("Location")).hasValue(visitor.server() + "/");
        });
    }

    @Test
    void aChangeBySignedInPeopleHasToComeFromAPageOfThisServer() {
        setPassword();
        served(visitor -> {
            Visitor mira = visitor.keeping(visitor.signIn("mira", TYPED));
            String form = "name=forged&days=7&admin=true";

            assertThat(mira.with("Origin", "https://evil.example").postForm("/access/tokens", form).statusCode())
                    .isEqualTo(403);
            assertThat(mira.with("Sec-Fetch-Site", "cross-site").postForm("/access/tokens", form).statusCode())
                    .isEqualTo(403);
            assertThat(mira.postForm("/access/tokens", form).body())
                    .contains("has to say which page it comes from; this one does not");
            assertThat(mira.with("Sec-Fetch-Site", "same-origin").postForm("/access/tokens", "name=own&read=true")
                    .statusCode()).isEqualTo(200);
        });
        assertThat(terminal.run("tokens").out()).contains("own").doesNotContain("forged");
        assertThat(audited("--refused")).extracting(AccessTest::told).containsExactly(
                "person POST  /access/tokens 403 no-origin", "nobody POST  /access/tokens 403 foreign",
                "nobody POST  /access/tokens 403 foreign");
    }

    @Test
    void aNameIsLockedAfterFiveFailuresWhetherOrNotSomebodyHasIt() {
        setPassword();
        served(visitor -> {
            for (String name : List.of("mira", "nobody-of-this-name")) {
                for (int failure = 1; failure <= 5; failure++) {
                    HttpResponse<String> wrong = visitor.signIn(name, "wrong");
                    assertThat(wrong.statusCode()).isEqualTo(401);
                    assertThat(wrong.body()).contains("Name and password do not belong together.");
                }
                HttpResponse<String> locked = visitor.signIn(name, TYPED);
                assertThat(locked.statusCode()).isEqualTo(429);
                assertThat(locked.headers().firstValue("Retry-After")).hasValue("900");
                assertThat(locked.body()).contains("failed too often. Try again in 15 minutes.");
                assertThat(locked.headers().firstValue("Set-Cookie")).isEmpty();
            }
            setPassword();
            assertThat(visitor.signIn("mira", TYPED).statusCode()).as("a new password lifts the lock").isEqualTo(302);
        });
        assertThat(terminal.run("events").out()).contains("SIGN_IN_LOCKED", "PASSWORD_SET");
        assertThat(audited("--refused")).extracting(AccessTest::told).contains("nobody POST /sign-in  401 password",
                "nobody POST /sign-in  429 locked").hasSize(12);
    }

    @Test
    void anAddressThatTriesTooOftenHasToWait() {
        setPassword();
        served(visitor -> {
            for (int time = 1; time <= 20; time++) {
                assertThat(visitor.signIn("name" + time, "wrong").statusCode()).isEqualTo(401);
            }
            HttpResponse<String> refused = visitor.signIn("mira", TYPED);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).contains("Too many sign-ins were tried from this address.");
        });
    }

    @Test
    void aHundredThreadsLeaveExactlyAsManyRowsAsTheySentRequests() {
        String score = token("scoring", "score");
        served(visitor -> {
            Visitor program = visitor.withToken(score);
            try (ExecutorService threads = Executors.newFixedThreadPool(100)) {
                List<Callable<Integer>> work = new ArrayList<>();
                for (int thread = 0; thread < 100; thread++) {
                    work.add(() -> {
                        for (int time = 0; time < 20; time++) {
                            assertThat(program.postJson("/analyze", CREATOR).statusCode()).isEqualTo(200);
                        }
                        return 20;
                    });
                }
                for (Future<Integer> done : threads.invokeAll(work)) {
                    assertThat(done.get()).isEqualTo(20);
                }
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });

        assertThat(audited("--actor", "scoring")).hasSize(2_000);
        assertSound();
    }

    @Test
    void aRowThatWasChangedIsNamedByEveryInterface() {
        served(visitor -> {
            for (int time = 0; time < 5; time++) {
                visitor.get("/api/v1/tokens");
            }
        });
        dev.upswell.server.store.TestDatabase.asOwner(db -> db.sql("""
            update request_audit set status = 500 from tenant
            where tenant.tenant_id = request_audit.tenant_id and name = ? and seq = 3""").param(terminal.tenant())
                .update());

        Terminal.Said said = terminal.run("audit", "verify");
        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.out()).contains("Row 3 is the first that is not as it was written: it was changed");
        served(visitor -> {
            assertThat(visitor.postJson("/api/v1/audit/verify", "").body()).contains("\"sound\":false", "\"broken\":3",
                    "\"how\":\"changed\"");
            assertThat(visitor.browser().postForm("/access/audit/verify", "").body())
                    .contains("Row 3 is the first that is not as it was written");
            assertThat(visitor.browser().get("/access/audit?q=tokens&limit=2").body()).contains("1–2 of 5",
                    "rel=\"next\"", "/api/v1/tokens");
        });
    }

    @Test
    void whoIsNotSignedInSendsNoFilesAndNothingLong() {
        setPassword();
        served(visitor -> {
            assertThat(visitor.postForm("/sign-in", "name=" + "x".repeat(20_000)).statusCode()).isEqualTo(413);
            assertThat(visitor.with("Content-Type", "multipart/form-data; boundary=b").postJson("/sign-in", "--b--")
                    .statusCode()).isEqualTo(413);
            assertThat(visitor.postJson("/assets/app.css", "{}").statusCode()).isEqualTo(401);
            assertThat(visitor.postJson("/health", "{}").statusCode()).isEqualTo(401);
        });
    }

    @Test
    void aTokenNamedAsAnothersIdDoesNotHideIt() {
        JsonNode real = terminal.json("tokens", "create", "real", "--scopes", "read").json();
        String id = real.at("/token").asString().split("_")[1];
        token(id, "read");

        assertThat(terminal.run("tokens", "revoke", id).exitCode()).isZero();

        served(visitor -> assertThat(visitor.withToken(real.at("/token").asString()).get("/trends").statusCode())
                .isEqualTo(401));
    }

    @Test
    void commandsSaveSecretsFromArgumentsAndSayWhatIsWrong() {
        assertThat(terminal.typing("short\n").run("password", "set").screen())
                .contains("A password has 12 to 200 characters; this one has 5.");
        assertThat(terminal.typing(PASSWORD).run("password", "set", "Mira M").screen())
                .contains("\"Mira M\" cannot be a person's name.");
        assertThat(terminal.run("people").out()).contains("Nobody has a password");
        setPassword();
        assertThat(terminal.run("people").out()).contains("mira", "owner").doesNotContain("argon2");
        assertThat(terminal.run("people", "remove", "carl").screen()).contains("There is nobody called \"carl\".");
        assertThat(terminal.run("tokens").out()).contains("There are no tokens.");
        String text = token("nightly", "read,score");
        assertThat(terminal.run("tokens").out()).contains("nightly", "read score", "good")
                .doesNotContain(text.substring(18));
        assertThat(terminal.run("tokens", "create", "x", "--scopes", "reed,rite").screen())
                .contains("There is no scope \"reed\", \"rite\".");
        assertThat(terminal.run("tokens", "create", "x", "--expires", "400d").screen())
                .contains("A token lasts from a minute to 366 days.");
        assertThat(terminal.run("tokens", "revoke", "nightly").out()).contains("is revoked");
        assertThat(terminal.run("people", "remove", "mira").exitCode()).isZero();
    }
}

package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// People and their roles by command, page and REST: what each may, and what nobody can do to the owners.
class PeopleTest {

    private static final String PASSWORD = "four words and a half";
    private static final String TYPED = "four+words+and+a+half";

    private final Terminal terminal = new Terminal();

    private void add(String name, String role) {
        assertThat(terminal.typing(PASSWORD + "\n").run("password", "set", name, "--role", role).exitCode()).isZero();
    }

    private void served(Consumer<Visitor> visit) {
        Visitor.served(terminal, visit);
    }

    private static Visitor signedIn(Visitor visitor, String name) {
        return visitor.browser().keeping(visitor.signIn(name, TYPED));
    }

    @Test
    void commandsGiveRolesKeepOutAndLetInAgain() {
        assertThat(terminal.typing(PASSWORD + "\n").run("password", "set", "paul", "--role", "planner").screen())
                .contains("There is no owner yet, so \"paul\" cannot be planner.");
        add("mira", "owner");
        add("paul", "planner");

        JsonNode people = terminal.json("people", "role", "paul", "analyst").json();
        assertThat(people.at("/1/name").asString()).isEqualTo("paul");
        assertThat(people.at("/1/role").asString()).isEqualTo("analyst");
        assertThat(terminal.run("people", "role", "paul", "king").screen()).contains("There is no role \"king\".",
                "owner, executive, analyst, planner, creator, affiliate, client, admin");
        assertThat(terminal.run("people", "role", "carl", "client").screen())
                .contains("There is nobody called \"carl\".");
        assertThat(terminal.run("people", "role", "mira", "analyst").screen())
                .contains("\"mira\" is the only owner who may come in.");
        assertThat(terminal.run("people", "disable", "mira").screen()).contains("Make somebody else an owner first.");
        assertThat(terminal.json("people", "disable", "paul").json().at("/1/disabledAt").asString())
                .isEqualTo(Terminal.NOW.toString());
        assertThat(terminal.json("people", "enable", "paul").json().at("/1/disabledAt").isMissingNode()).isTrue();
        assertThat(terminal.run("people", "role", "paul").screen()).contains("which role?");
        assertThat(terminal.run("events").out()).contains("ROLE_CHANGED", "PERSON_DISABLED", "PERSON_ENABLED");
    }

    @Test
    void somebodyIsInvitedByCommandAndByRest() {
        add("mira", "owner");
        JsonNode made = terminal.json("people", "invite", "paul", "planner", "--days", "2").json();
        assertThat(made.at("/path").asString()).startsWith("/invitation?token=");
        assertThat(made.at("/expiresAt").asString()).isEqualTo("2025-11-23T12:00:00Z");
        assertThat(terminal.json("people", "invitations").json().at("/0/state").asString()).isEqualTo("open");
        assertThat(terminal.run("people", "invitations").out()).contains("paul", "planner", "local").doesNotContain(
                made.at("/path").asString());
        assertThat(terminal.run("people", "invite", "paul").screen()).contains("which role?");
        assertThat(terminal.run("people", "invite", "mira", "planner").screen()).contains("already");

        String token = terminal.json("tokens", "create", "rest", "--scopes", "admin").json().at("/token").asString();
        served(visitor -> {
            HttpResponse<String> answer = visitor.withToken(token).postJson("/api/v1/invitations",
                    "{\"name\":\"otto\",\"role\":\"client\",\"days\":3}");
            assertThat(answer.body()).contains("\"path\":\"/invitation?token=", "\"madeBy\":\"token rest\"");
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
            assertThat(visitor.withToken(token).get("/api/v1/invitations").body())
                    .contains("otto", "paul").doesNotContain("\"path\"");
            assertThat(visitor.withToken(token).postJson("/api/v1/invitations",
                    "{\"name\":\"carl\",\"role\":\"owner\"}").statusCode()).isEqualTo(400);
            assertThat(visitor.withToken(token).postJson("/api/v1/invitations/otto/revoke", "").body())
                    .contains("\"state\":\"revoked\"");
            assertThat(visitor.withToken(token).get("/account").statusCode()).isEqualTo(403);
        });
        assertThat(terminal.json("people", "uninvite", "paul").json().at("/0/state").asString()).isEqualTo("revoked");
        assertThat(terminal.run("events").out()).contains("PERSON_INVITED", "INVITATION_REVOKED")
                .doesNotContain("token=");
    }

    @Test
    void anOwnerAddsSomebodyOnThePageAndTakesTheirRoleAndTheirWayIn() {
        add("mira", "owner");
        served(visitor -> {
            Visitor mira = signedIn(visitor, "mira");
            assertThat(mira.postForm("/access/people", "name=paul&role=planner&password=" + TYPED).statusCode())
                    .isEqualTo(302);
            assertThat(mira.get("/access").body()).contains("paul", "action=\"/access/people/paul/role\"");
            assertThat(mira.postForm("/access/people", "name=paul&role=client&password=" + TYPED).body())
                    .contains("There is somebody called &quot;paul&quot; already.");

            Visitor paul = signedIn(visitor, "paul");
            assertThat(paul.get("/trends").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = paul.get("/access");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("The role planner may not do this.");
            assertThat(paul.get("/models/no-such-model").statusCode()).as("the same for what there is not")
                    .isEqualTo(403);

            assertThat(mira.postForm("/access/people/paul/role", "role=analyst").statusCode()).isEqualTo(302);
            assertThat(paul.get("/models").statusCode()).isEqualTo(200);

            assertThat(mira.postForm("/access/people/paul/disable", "").statusCode()).isEqualTo(302);
            assertThat(paul.get("/trends").statusCode()).as("signed out").isEqualTo(303);
            assertThat(visitor.signIn("paul", TYPED).body()).contains("Name and password do not belong together.");
            assertThat(mira.postForm("/access/people/paul/enable", "").statusCode()).isEqualTo(302);
            assertThat(visitor.signIn("paul", TYPED).statusCode()).isEqualTo(302);
        });
        assertThat(terminal.run("audit", "list", "--refused").out()).contains("paul", "role");
    }

    @Test
    void adminsAddPeopleButMakeNoOwnersAndDoNothingToThem() {
        add("mira", "owner");
        add("adam", "admin");
        served(visitor -> {
            Visitor adam = signedIn(visitor, "adam");
            assertThat(adam.postForm("/access/people", "name=carl&role=client&password=" + TYPED).statusCode())
                    .isEqualTo(302);
            assertThat(adam.postForm("/access/people", "name=eve&role=owner&password=" + TYPED).body())
                    .contains("Only owners make owners");
            assertThat(adam.postForm("/access/people/adam/role", "role=owner").statusCode()).isEqualTo(400);
            assertThat(adam.postForm("/access/people/mira/role", "role=client").statusCode()).isEqualTo(400);
            assertThat(adam.postForm("/access/people/mira/disable", "").statusCode()).isEqualTo(400);
        });
        assertThat(terminal.run("people").out()).contains("carl").doesNotContain("eve");
    }

    @Test
    void programsKeepPeopleOverRest() {
        add("mira", "owner");
        String token = terminal.json("tokens", "create", "people", "--scopes", "admin").json().at("/token").asString();
        served(visitor -> {
            Visitor program = visitor.withToken(token);
            assertThat(program.postJson("/api/v1/people", """
                {"name": "carl", "role": "client", "password": "%s"}""".formatted(PASSWORD)).body())
                    .contains("\"role\":\"client\"").doesNotContain(PASSWORD, "argon2");
            assertThat(program.postJson("/api/v1/people", """
                {"name": "eve", "role": "owner", "password": "%s"}""".formatted(PASSWORD)).statusCode())
                    .isEqualTo(400);
            assertThat(program.postJson("/api/v1/people", "{}").statusCode()).isEqualTo(400);
            assertThat(program.postJson("/api/v1/people/carl/role?role=creator", "").body())
                    .contains("\"role\":\"creator\"");
            assertThat(program.postJson("/api/v1/people/carl/disable", "").body()).contains("disabledAt");
            assertThat(program.postJson("/api/v1/people/carl/enable", "").body()).doesNotContain("disabledAt");
            assertThat(program.postJson("/api/v1/people/nobody/enable", "").statusCode()).isEqualTo(404);
            assertThat(program.get("/api/v1/people").body()).contains("\"total\":2", "carl", "mira");
        });
    }

    @Test
    void whatHappensToPeopleAndTokensIsReadByThoseWhoKeepThemAlone() {
        add("mira", "owner");
        add("ana", "analyst");
        add("adam", "admin");
        String reads = terminal.json("tokens", "create", "nightly-seven", "--scopes", "read").json().at("/token")
                .asString();
        terminal.run("people", "role", "ana", "analyst");
        served(visitor -> {
            Visitor ana = signedIn(visitor, "ana");
            Visitor program = visitor.withToken(reads);
            ana.postForm("/agents/rules/TOKEN_MADE", "told=true");
            for (String path : List.of("/agents/events", "/agents/events?type=PASSWORD_SET", "/agents",
                    "/api/v1/events", "/api/v1/events?type=TOKEN_MADE", "/api/v1/notices")) {
                Visitor reader = path.startsWith("/api") ? ana.with("Accept", "*/*") : ana;
                String known = reader.get(path).body().replaceAll("(?s)<form.*?</form>|<select.*?</select>", "");
                assertThat(known).as(path).doesNotContain("adam", "nightly-seven");
                if (path.startsWith("/api")) {
                    assertThat(program.get(path).body()).as(path).doesNotContain("adam", "nightly-seven",
                            "\"type\":\"TOKEN_MADE\"");
                }
            }
            assertThat(ana.with("Accept", "*/*").get("/api/v1/events").body()).contains("RULE_CHANGED");
            for (String keeper : List.of("mira", "adam")) {
                assertThat(signedIn(visitor, keeper).with("Accept", "*/*").get("/api/v1/events").body())
                        .contains("TOKEN_MADE", "PASSWORD_SET", "adam", "nightly-seven");
            }
            assertThat(signedIn(visitor, "mira").with("Accept", "*/*").get("/api/v1/notices").body())
                    .contains("TOKEN_MADE");
        });
    }
}

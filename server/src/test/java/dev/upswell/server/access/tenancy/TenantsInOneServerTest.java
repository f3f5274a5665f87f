package dev.upswell.server.access.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Scope;
import dev.upswell.server.access.tenancy.Town.Guest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two tenants in one running server over HTTP, each with a hashtag of its own: who sees which.
class TenantsInOneServerTest {

    private static final String OURS = "zzours";
    private static final String THEIRS = "zztheirs";

    @TempDir
    private static Path folder;

    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
        data(town, town.home, OURS);
        data(town, town.neighbour, THEIRS);
    }

    @AfterAll
    static void close() {
        town.close();
    }

    private static void data(Town town, String tenant, String hashtag) {
        try {
            StringBuilder rows = new StringBuilder("hashtag,observed_at,views\n");
            Instant first = Instant.parse("2025-11-17T00:00:00Z");
            for (int step = 0; step < 36; step++) {
                rows.append(hashtag).append(',').append(first.plus(Duration.ofHours(3L * step))).append(',')
                        .append(50_000 + 4_000 * step).append('\n');
            }
            town.load(tenant, Files.writeString(folder.resolve(hashtag + ".csv"), rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String trends(Guest guest) {
        HttpResponse<String> answer = guest.get("/trends?days=90");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void peopleOfTwoTenantsAreSignedInAtOnceAndEachSeesTheirOwn() {
        town.person(town.home, "mira");
        town.person(town.neighbour, "bob");

        Guest mira = town.signedIn("mira");
        Guest bob = town.signedIn(town.neighbour + "/bob");

        assertThat(trends(mira)).contains(OURS).doesNotContain(THEIRS, town.neighbour);
        assertThat(trends(bob)).contains(THEIRS).doesNotContain(OURS, town.home);
        assertThat(trends(mira)).contains(OURS).doesNotContain(THEIRS);
        assertThat(mira.get("/entities/hashtag/" + THEIRS).statusCode()).isEqualTo(404);
        assertThat(bob.get("/entities/hashtag/" + THEIRS).statusCode()).isEqualTo(200);
        assertThat(mira.get("/access").body()).contains("mira").doesNotContain("bob", "/access/tenants");
        assertThat(bob.get("/access").body()).contains("bob").doesNotContain("mira", "/access/tenants");
    }

    @Test
    void oneNameInTwoTenantsIsTwoPeople() {
        town.person(town.home, "twin");
        town.person(town.neighbour, "twin");

        assertThat(town.signedIn("twin").get("/access").statusCode()).isEqualTo(200);
        town.workplace.access().people().remove("twin");
        assertThat(town.trySignIn("twin").statusCode()).isEqualTo(401);
        assertThat(town.signedIn(town.neighbour + "/twin").get("/trends").statusCode()).isEqualTo(200);
    }

    @Test
    void whoBelongsToSeveralChangesBetweenThemAndIsRemembered() {
        String name = "changer@" + town.home;
        town.account(name, false, town.home, town.neighbour);

        Guest ada = town.signedIn(name);
        String first = trends(ada).contains(OURS) ? town.home : town.neighbour;
        String other = first.equals(town.home) ? town.neighbour : town.home;
        assertThat(trends(ada)).contains("action=\"/sign-in/tenant\"", "value=\"" + other + "\"");
        Guest there = ada.changedTo(other);

        assertThat(trends(there)).contains(other.equals(town.home) ? OURS : THEIRS)
                .doesNotContain(other.equals(town.home) ? THEIRS : OURS);
        assertThat(ada.get("/trends").statusCode()).as("the old sign-in ended").isEqualTo(303);
        assertThat(trends(town.signedIn(name))).contains(other.equals(town.home) ? OURS : THEIRS);
    }

    @Test
    void nobodyChangesToATenantThatIsNotTheirsAndIsNotToldWhetherItIsThere() {
        town.person(town.home, "mira");
        town.account("one@" + town.home, false, town.home);
        for (Guest guest : List.of(town.signedIn("mira"), town.signedIn("one@" + town.home))) {
            HttpResponse<String> there = guest.post("/sign-in/tenant", "tenant=" + town.neighbour);
            HttpResponse<String> nowhere = guest.post("/sign-in/tenant", "tenant=nobodys-tenant");

            assertThat(there.statusCode()).isEqualTo(404);
            assertThat(there.body().replace(town.neighbour, "X"))
                    .isEqualTo(nowhere.body().replace("nobodys-tenant", "X"));
            assertThat(guest.get("/trends").body()).doesNotContain("/sign-in/tenant");
        }
    }

    @Test
    void aSignInTellsNothingOfTenantsAndAccounts() {
        town.person(town.home, "mira");
        town.person(town.neighbour, "bob");
        town.account("ada@" + town.home, false, town.neighbour);

        List<String> answers = new ArrayList<>();
        for (String name : List.of("mira", "ada@" + town.home, "nobody", town.neighbour + "/bob",
                town.neighbour + "/nobody", "nowhere/bob", "bob")) {
            HttpResponse<String> answer = town.browser().post("/sign-in",
                    "name=" + name.replace("/", "%2F").replace("@", "%40") + "&password=wrong+words+of+length");
            town.pass(Duration.ofSeconds(4));
            answers.add(answer.statusCode() + answer.body());
        }
        assertThat(answers).allMatch(answer -> answer.equals(answers.getFirst()) && answer.startsWith("401"));
    }

    @Test
    void aTokenBelongsToOneTenant() {
        Guest ours = town.program(town.token(town.home, Scope.READ));
        Guest theirs = town.program(town.token(town.neighbour, Scope.READ));

        assertThat(ours.get("/api/v1/trends").body()).contains(OURS).doesNotContain(THEIRS);
        assertThat(theirs.get("/api/v1/trends").body()).contains(THEIRS).doesNotContain(OURS);
    }

    @Test
    void eachTenantsAuditHasItsOwnRequestsAndStrangersLeaveNoPathInAny() {
        town.person(town.home, "mira");
        town.person(town.neighbour, "bob");
        town.person(town.neighbour, "carl");
        Guest carl = town.signedIn(town.neighbour + "/carl");
        carl.get("/entities/hashtag/" + THEIRS);
        town.browser().get("/entities/hashtag/" + THEIRS + "-of-a-stranger");
        town.awaitAudited(town.neighbour, "carl");

        assertThat(town.audited(town.neighbour)).anyMatch(row -> row.contains("carl") && row.contains(THEIRS))
                .anyMatch(row -> row.contains("/sign-in"));
        assertThat(town.audited(town.home)).noneMatch(row -> row.contains("carl") || row.contains(THEIRS + "-of"))
                .anyMatch(row -> row.contains("no-sign-in"));
    }

    @Test
    void whenASubscriptionEndsReportsStayReadableForThirtyDaysAndThenNothing() {
        try (Town town = new Town()) {
            subscriptionEnds(town);
        }
    }

    private static void subscriptionEnds(Town town) {
        town.person(town.home, "mira");
        town.person(town.neighbour, "bob");
        Guest mira = town.signedIn("mira");
        Guest program = town.program(town.token(town.neighbour, Scope.READ));
        town.workplace.installation().end(town.neighbour);
        Guest bob = town.signedIn(town.neighbour + "/bob");

        assertThat(bob.get("/reports").statusCode()).isEqualTo(200);
        assertThat(program.get("/api/v1/reports").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = bob.get("/trends");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body())
                .contains("The subscription ended on 2025-11-21. Reports can be read until 2025-12-21;");
        assertThat(bob.post("/reports", "").statusCode()).isEqualTo(403);
        assertThat(program.get("/api/v1/trends").body()).contains("The subscription ended on 2025-11-21.");
        assertThat(mira.get("/trends").statusCode()).as("others go on").isEqualTo(200);

        town.pass(Duration.ofDays(30));
        Guest later = town.signedIn(town.neighbour + "/bob");
        assertThat(later.get("/reports").body()).contains("nothing can be read here any more");
        assertThat(later.get("/reports").statusCode()).isEqualTo(403);

        town.workplace.installation().resume(town.neighbour);
        assertThat(town.signedIn(town.neighbour + "/bob").get("/trends").statusCode()).isEqualTo(200);
    }

    @Test
    void whoRunsTheInstallationDoesSoFromTheServersOwnTenantAlone() {
        String root = "root@" + town.home;
        town.account(root, true, town.home, town.neighbour);
        town.person(town.home, "mira");
        Guest mira = town.signedIn("mira");
        assertThat(mira.get("/access/tenants").statusCode()).isEqualTo(404);
        assertThat(mira.post("/access/tenants", "name=x").statusCode()).isEqualTo(404);

        Guest there = town.signedIn(root).changedTo(town.neighbour);
        assertThat(there.get("/access/tenants").statusCode()).as("another's audit would tell of it").isEqualTo(404);
        Guest here = there.changedTo(town.home);
        assertThat(here.get("/access/tenants").body()).contains(town.home, town.neighbour, root);

        String added = town.home + "-new";
        assertThat(here.post("/access/tenants", "name=" + added).statusCode()).isEqualTo(302);
        assertThat(here.post("/access/accounts", "name=eve%40" + added + "&password=" + Town.TYPED).statusCode())
                .isEqualTo(302);
        assertThat(here.post("/access/accounts/eve@" + added + "/join", "tenant=" + town.neighbour + "&role=planner")
                .statusCode()).isEqualTo(302);
        assertThat(here.get("/access/tenants").body()).contains(added, "eve@" + added,
                town.neighbour + " as planner");
        assertThat(town.signedIn("eve@" + added).get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(here.post("/access/accounts/eve@" + added + "/remove", "").statusCode()).isEqualTo(302);
        assertThat(town.trySignIn("eve@" + added).statusCode()).isEqualTo(401);
        assertThat(here.post("/access/tenants", "name=Not/Valid").body()).contains("cannot be a tenant");
    }

    private static List<String> addresses(Guest guest) {
        List<String> found = new ArrayList<>(List.of("/welcome", "/data", "/trends", "/trends?kind=sound",
                "/entities/hashtag/" + OURS, "/entities/hashtag/" + THEIRS, "/metrics/hashtag/" + THEIRS, "/models",
                "/models/evaluation", "/videos", "/creators", "/patterns", "/recommendations", "/trials", "/themes",
                "/agents", "/agents/events", "/sources", "/sources/watches", "/sources/keys", "/compliance",
                "/data/quality", "/access", "/access/tenants", "/reports", "/api",
                "/api/v1/trends?format=csv", "/api/v1/entities/hashtag/" + OURS + "/metrics?format=csv"));
        JsonNode paths = JsonMapper.shared().readTree(guest.get("/v3/api-docs").body()).get("paths");
        for (String path : new TreeSet<>(paths.propertyNames())) {
            if (paths.get(path).has("get") && !path.contains("audit")) {
                found.add(path.replace("{kind}", "hashtag").replaceAll("\\{[^}]+}", THEIRS));
            }
        }
        return found;
    }

    private static Map<String, String> seen(Guest guest, List<String> addresses) {
        Map<String, String> seen = new LinkedHashMap<>();
        for (String address : addresses) {
            HttpResponse<String> answer = guest.get(address);
            assertThat(answer.statusCode()).as(address + answer.body()).isLessThan(500);
            seen.put(address, answer.statusCode() + " " + answer.body());
        }
        return seen;
    }

    /// Until no agent is at work any more: what they end afterwards would look like another's doing.
    private static void awaitRest(Guest guest) {
        long start = System.nanoTime();
        while (guest.get("/agents").body().contains(">running<")) {
            assertThat(System.nanoTime() - start).as("an agent is still at work").isLessThan(120_000_000_000L);
            Thread.onSpinWait();
        }
    }

    @Test
    @Tag("slow")
    void whatOneTenantDoesInTheSameServerIsSeenNowhereByTheOther() {
        try (Town town = new Town()) {
            data(town, town.home, OURS);
            Guest ours = town.program(town.token(town.home, Scope.values()));
            Guest theirs = town.program(town.token(town.neighbour, Scope.values()));
            List<String> addresses = addresses(ours);
            awaitRest(ours);
            awaitRest(theirs);
            Map<String, String> before = seen(ours, addresses);

            data(town, town.neighbour, THEIRS);
            seen(theirs, addresses);
            awaitRest(theirs);

            assertThat(addresses).hasSizeGreaterThan(100);
            assertThat(seen(ours, addresses)).isEqualTo(before);
            assertThat(before.values()).noneMatch(answer -> answer.contains(town.neighbour));
            assertThat(theirs.get("/trends").body()).contains(THEIRS);
        }
    }

    /// For some seconds both tenants ask for the same pages from many threads at once.
    @Test
    void requestsOfBothTenantsAtOnceNeverMix() throws Exception {
        Guest ours = town.program(town.token(town.home, Scope.READ));
        Guest theirs = town.program(town.token(town.neighbour, Scope.READ));
        List<String> paths = List.of("/trends?days=90", "/api/v1/trends", "/api/v1/imports",
                "/entities/hashtag/" + OURS, "/entities/hashtag/" + THEIRS, "/data", "/api/v1/tokens");
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        List<Callable<List<String>>> visitors = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            Guest guest = i % 2 == 0 ? ours : theirs;
            String mine = i % 2 == 0 ? OURS : THEIRS;
            String other = i % 2 == 0 ? THEIRS : OURS;
            visitors.add(() -> {
                List<String> seen = new ArrayList<>();
                for (int step = 0; System.nanoTime() < end || step < paths.size(); step++) {
                    String path = paths.get(step % paths.size());
                    HttpResponse<String> answer = guest.get(path);
                    boolean mixed = answer.body().contains(other) && !path.contains(other);
                    boolean mine200 = !path.contains(mine) || answer.statusCode() == 200;
                    boolean other404 = !path.contains(other) || answer.statusCode() == 404;
                    seen.add(mixed || !mine200 || !other404 || answer.statusCode() >= 500
                            ? path + " " + answer.statusCode() + (mixed ? " shows " + other : "")
                            : "");
                }
                return seen;
            });
        }
        List<String> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<String>> done : threads.invokeAll(visitors)) {
                all.addAll(done.get());
            }
        }
        System.out.println(all.size() + " answers to two tenants at once");
        assertThat(all).hasSizeGreaterThanOrEqualTo(24 * paths.size()).containsOnly("");
    }
}

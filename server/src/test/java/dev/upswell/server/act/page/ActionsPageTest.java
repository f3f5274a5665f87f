package dev.upswell.server.act.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.act.ActParts;
import dev.upswell.server.act.Actions;
import dev.upswell.server.act.rest.ActRestConfiguration;
import dev.upswell.server.integrate.Carried;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.Tasks;
import dev.upswell.server.scorecard.FollowedPlaybooks;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The queue as people and programs see and change it.
class ActionsPageTest {

    private final Carried carried = new Carried(_ -> {
        throw new IllegalStateException("nothing is asked here");
    });
    private LocalSite server;
    private SiteClient site;

    @BeforeEach
    void start() {
        var actions = new Actions(new ActParts(carried.tenant, carried.database,
                new FollowedPlaybooks(carried.tenant, carried.database, carried::now),
                new Pseudonyms(carried.tenant, false), carried.issues(), carried::now));
        server = LocalSite.of(List.of(ActPagesConfiguration.class, ActRestConfiguration.class),
                (InstantSource) carried::now, actions,
                carried.connections());
        site = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private UUID task() {
        UUID id = new Tasks(carried.database).open(carried.tenant,
                new Order("v1", "Act on video <v1>", Category.CONTENT,
                        "15 minutes after posting: 3.0 views/min.", "The hook is late.", "The next score is higher.",
                        "content team", LocalDate.parse("2026-01-05"), Map.of("v15_place", 4.0, "slaHours", 2.0)),
                Carried.START).orElseThrow().id();
        carried.database.transactions().run(carried.tenant,
                db -> db.sql("update improvement_task set created_at = opened_as_of").update());
        return id;
    }

    private HttpResponse<String> post(String path, String body) {
        return site.post(path, site.origin(), body);
    }

    private HttpResponse<String> order(String path) {
        return site.postJson(path, "");
    }

    @Test
    void anEmptyQueueSaysWhatWillStandThere() {
        assertThat(site.page("/actions").body()).contains("Nothing is to be done", "stand here as soon as they arise")
                .doesNotContain("??");
        assertThat(site.json("/api/v1/actions").body()).contains("\"total\":0");
    }

    @Test
    void theQueueTellsPriorityWithItsGroundWhoAndUntilWhen() {
        UUID id = task();
        carried.turn(Duration.ofHours(3));

        assertThat(site.page("/actions").body()).contains("One thing is to be done, one of them late",
                "Act on video &lt;v1&gt;", "20 of 25 · impact 5, effort 2", "content team", "/actions/" + id);
        assertThat(site.page("/actions/" + id).body()).contains("5 of 5. The video stands above 4",
                "2 of 5. Nothing was measured: usual for its kind.", "15 minutes after posting: 3.0 views/min.",
                "It stands nowhere else.", "It arose.").doesNotContain("??");
        assertThat(site.page("/actions?queue=creators").body()).contains("Nothing is to be done");
        assertThat(site.page("/actions?queue=nonsense").statusCode()).isEqualTo(400);
        assertThat(site.page("/actions/" + new UUID(0, 0)).statusCode()).isEqualTo(404);
    }

    @Test
    void whatPeopleDoStandsInTheHistoryAndInTheAnswersOfPrograms() {
        UUID id = task();

        assertThat(post("/actions/" + id + "/settle", "assignee=ben&due=2026-01-09&impact=2&effort=0&by=anna")
                .statusCode()).isEqualTo(302);
        assertThat(post("/actions/" + id + "/comments", "text=%3Cb%3Elate%3C%2Fb%3E&by=anna").statusCode())
                .isEqualTo(302);
        assertThat(site.page("/actions/" + id).body()).contains("A person set it.", "&lt;b&gt;late&lt;/b&gt;",
                "gave it to", "ben");
        assertThat(order("/api/v1/actions/" + id + "/take?by=carla").body()).contains("\"assignee\":\"carla\"",
                "\"state\":\"taken\"", "\"kind\":\"COMMENT\"");
        assertThat(post("/actions/" + id + "/close", "as=done&result=Recut.&by=carla").statusCode()).isEqualTo(302);
        assertThat(site.page("/actions?state=closed").body()).contains("One thing was closed");
        assertThat(order("/api/v1/actions/" + id + "/close").statusCode()).isEqualTo(409);
        assertThat(site.page("/actions/" + id).body()).contains("called it done:", "Recut.")
                .doesNotContain("/actions/" + id + "/take");
    }

    @Test
    void whatIsOrderedElsewhereSaysThatItIsOnItsWay() {
        UUID id = task();
        carried.connections().add("board", Carried.jira(URI.create("https://t.example.org")), "anna");
        assertThat(site.page("/actions/" + id).body()).contains("Carry there", "board · t.example.org · CRE · Task");

        assertThat(post("/actions/" + id + "/send", "connection=board&by=anna").statusCode()).isEqualTo(302);

        assertThat(site.page("/actions/" + id).body()).contains("on its way").doesNotContain("Carry there");
        assertThat(site.json("/api/v1/actions").body()).contains("\"connection\":\"board\"", "\"state\":\"waiting\"");
        assertThat(order("/api/v1/actions/" + id + "/send?connection=board").statusCode()).isEqualTo(409);
        assertThat(order("/api/v1/actions/" + id + "/send?connection=none").statusCode()).isEqualTo(404);
    }
}

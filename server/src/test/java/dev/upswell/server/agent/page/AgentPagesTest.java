package dev.upswell.server.agent.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.agent.AgentParts;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Job;
import dev.upswell.server.agent.Outcome;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.agent.Schedule;
import dev.upswell.server.agent.rest.AgentRestConfiguration;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.event.Role;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.Post;
import dev.upswell.server.notify.rest.NotifyRestConfiguration;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Pages and endpoints of the agents, over a store.
class AgentPagesTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");

    private final Post post = new Post();
    private final TenantId tenant = post.tenant;
    private final Notices notices = post.notices();
    private final Agents agents = new Agents(
            new AgentParts(tenant, TestDatabase.shared(), "one", InstantSource.fixed(NOON), Duration.ofSeconds(30)),
            new Schedule(List.of(
                    new Job("drift", Role.EVALUATION, Cadence.of(Rule.of("12h")),
                            turn -> Outcome.done(Map.of("reports", 2L))),
                    Job.later("semantics", Role.SEMANTIC, Cadence.of(Rule.of("4h")))), new NoNews(), work -> work.get(),
                    UnaryOperator.identity()));
    private LocalSite server;
    private SiteClient site;

    private record NoNews() implements Schedule.News {

        @Override
        public void begin() {
        }

        @Override
        public void catchUp() {
        }

        @Override
        public Map<String, Instant> seen() {
            return Map.of();
        }

        @Override
        public boolean isWaiting() {
            return false;
        }
    }

    @BeforeEach
    void start() {
        server = LocalSite.of(
                List.of(AgentPagesConfiguration.class, AgentRestConfiguration.class, NotifyRestConfiguration.class),
                InstantSource.fixed(NOON), agents, notices, post.channels(), post.deliveries(),
                new KeptAgentPages(agents,
                        new KeptAgentPages.Told(notices, post.channels(), post.deliveries())));
        site = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePageShowsEveryJobItsLastRunAndWhatComesLater() {
        agents.run("drift");

        assertThat(text("/agents")).contains("3 jobs, and none of them failed last", "every 12 h", "2 reports",
                "✓ done",
                "comes later", "Nothing is to be read", "The first summary comes after midnight");
        assertThat(text("/agents/jobs/drift")).contains("Job drift", "a person", "one", "Run it now");
        assertThat(text("/agents/jobs/semantics")).contains("comes with a later capability")
                .doesNotContain("Run it now");
        assertThat(site.page("/agents/jobs/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void aCadenceIsChangedOnItsPageAndGivenBack() {
        post("/agents/jobs/drift", "every=daily+03:15&missed=skip&backlog=1&enabled=true&by=anna");

        assertThat(text("/agents/jobs/drift")).contains("daily at 03:15 UTC", "Back to the usual");
        assertThat(text("/agents")).contains("set by anna");
        post("/agents/jobs/drift", "every=daily+03:15&usual=true&backlog=1");
        assertThat(text("/agents/jobs/drift")).contains("every 12 h").doesNotContain("Back to the usual");
        assertThat(text("/agents/events?type=CADENCE_CHANGED")).contains("2 events", "cadence changed", "anna");
        assertThat(site.post("/agents/jobs/drift", site.origin(), "every=noon&backlog=1").statusCode()).isEqualTo(400);
    }

    @Test
    void whatPeopleAreToldOfStandsOnThePageUntilItWasRead() {
        TestDatabase.shared().transactions().run(tenant, db -> new EventLogRepository("test").write(db,
                EventType.DRIFT_ALERT, Map.of("title", "Views per post drifted.")));

        assertThat(text("/agents")).contains("Views per post drifted.", "It was read");
        post("/agents/notices/read", "until=" + notices.unread(1, 0).getFirst().at());
        assertThat(text("/agents")).contains("Nothing is to be read");
        post("/agents/rules/DRIFT_ALERT", "told=false");
        assertThat(notices.rules())
                .contains(new Notices.NotificationRule(EventType.DRIFT_ALERT, false, "hand", List.of()));
    }

    @Test
    void programsReadAndChangeTheSame() {
        JsonNode jobs = json("/api/v1/agents/jobs");
        assertThat(jobs.at("/total").asInt()).isEqualTo(3);
        assertThat(jobs.at("/items/0/job").asString()).isEqualTo("semantics");
        assertThat(jobs.at("/items/0/later").asBoolean()).isTrue();

        var changed = asked("/api/v1/agents/jobs/drift?every=6h&by=anna");
        assertThat(changed.body()).contains("\"every\":\"6h\"", "\"changedBy\":\"anna\"");
        assertThat(asked("/api/v1/agents/jobs/drift/runs").statusCode()).isEqualTo(202);
        assertThat(asked("/api/v1/agents/jobs/semantics/runs").statusCode()).isEqualTo(409);
        assertThat(json("/api/v1/agents/runs?job=drift").at("/items/0/state").asString()).isEqualTo("WAITING");
        assertThat(json("/api/v1/events?agent=scheduler").at("/items/0/type").asString()).isEqualTo("CADENCE_CHANGED");
        assertThat(json("/api/v1/notification-rules").at("/total").asInt()).isEqualTo(EventType.values().length);
        assertThat(json("/api/v1/notices").at("/total").asInt()).isZero();
        assertThat(json("/api/v1/agents/summaries").at("/total").asInt()).isZero();
    }

    @Test
    void whereNobodyIsToldAwayFromThePageItSaysSo() {
        assertThat(text("/agents")).contains("Where people are told", "Nobody is told away from this page")
                .doesNotContain("Last deliveries");
        assertThat(site.page("/agents/events").body()).contains("name=\"told\"").doesNotContain("name=\"send\"");
    }

    @Test
    void aMailAddressIsAddedTriedAndRemoved() {
        post("/agents/channels", "name=on-call&address=anna@example.org&by=anna");
        assertThat(text("/agents")).contains("a…@example.org", "added by anna", "16 types of events",
                "Nothing was sent yet.").doesNotContain("anna@");

        post("/agents/channels/on-call", "act=test");
        assertThat(text("/agents")).contains("a test", "✓ sent", "One delivery is kept");
        post("/agents/channels/on-call", "act=remove&by=anna");
        assertThat(text("/agents")).contains("Nobody is told away from this page");
        assertThat(site.post("/agents/channels/on-call", site.origin(), "act=test").statusCode()).isEqualTo(404);
    }

    @Test
    void theSecretOfAWebhookIsShownOnceWhenItIsAdded() {
        String added = site.post("/agents/channels", site.origin(), "name=hook&address=https://example.org/key").body();

        assertThat(added).contains("The channel hook was added", "it is shown this once");
        String secret = added.replaceFirst("(?s).*<code>([\\w-]{43})</code>.*", "$1");
        assertThat(secret).hasSize(43);
        assertThat(text("/agents")).contains("https://example.org/…").doesNotContain(secret, "/key");
        assertThat(site.post("/agents/channels", site.origin(), "name=hook&address=nonsense").statusCode())
                .isEqualTo(400);
        assertThat(site.post("/agents/channels", site.origin(), "name=hook&address=ben@example.org").statusCode())
                .isEqualTo(409);
    }

    @Test
    void whatIsSentWhereIsChosenOnThePageOfEvents() {
        post("/agents/channels", "name=on-call&address=anna@example.org");

        post("/agents/rules/METRIC_DONE", "send=on-call");
        post("/agents/rules/DRIFT_ALERT", "stop=on-call");

        assertThat(text("/agents/events")).contains("sent to on-call", "✓ on-call");
        assertThat(notices.rule(EventType.METRIC_DONE).channels()).containsExactly("on-call");
        assertThat(notices.rule(EventType.DRIFT_ALERT)).returns(true, Notices.NotificationRule::told)
                .returns(List.of(), Notices.NotificationRule::channels);
        assertThat(site.post("/agents/rules/METRIC_DONE", site.origin(), "send=nobody").statusCode())
                .isEqualTo(404);
    }

    @Test
    void programsAddTryAndRemoveChannelsToo() {
        HttpResponse<String> added = put("/api/v1/notices/channels/hook?by=anna", "https://example.org/key");
        assertThat(added.body()).contains("\"kind\":\"webhook\"", "\"secret\":\"", "\"addedBy\":\"anna\"")
                .doesNotContain("/key");
        assertThat(put("/api/v1/notices/channels/hook", "ben@example.org").statusCode()).isEqualTo(409);
        assertThat(put("/api/v1/notices/channels/other", "nonsense").statusCode()).isEqualTo(400);

        assertThat(site.json("/api/v1/notices/channels").body()).contains("https://example.org/…")
                .doesNotContain("secret", "/key");
        assertThat(asked("/api/v1/notices/channels/hook/test").body()).contains("\"state\":\"SENT\"");
        assertThat(asked("/api/v1/notices/channels/nobody/test").statusCode()).isEqualTo(404);
        assertThat(json("/api/v1/notices/deliveries?channel=hook").at("/items/0/test").asBoolean()).isTrue();
        assertThat(json("/api/v1/notices/deliveries?channel=other").at("/total").asInt()).isZero();
        assertThat(asked("/api/v1/notification-rules/METRIC_DONE?channel=hook&told=true").body())
                .contains("\"channels\":[\"hook\"]", "\"told\":false");
        assertThat(asked("/api/v1/notices/channels/hook/remove").body()).isEqualTo("{\"name\":\"hook\"}");
        assertThat(json("/api/v1/notices/channels").at("/total").asInt()).isZero();
    }

    private HttpResponse<String> put(String path, String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(site.origin() + path))
                    .header("Accept", "application/json").header("Content-Type", "text/plain")
                    .PUT(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void post(String path, String form) {
        assertThat(site.post(path, site.origin(), form).statusCode()).isBetween(200, 399);
    }

    private HttpResponse<String> asked(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http
                    .send(HttpRequest.newBuilder(URI.create(site.origin() + path)).header("Accept", "application/json")
                            .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode json(String path) {
        return JsonMapper.shared().readTree(site.json(path).body());
    }

    private String text(String path) {
        return site.page(path).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}

package dev.upswell.server.live.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.live.page.LivePagesConfiguration;
import dev.upswell.server.live.sweep.LiveBench;
import dev.upswell.server.web.LocalSite;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Endpoints and page over a tenant that collects from a sandbox.
class LiveRestTest {

    private static final String HASHTAG = "hashtag:" + LiveBench.busiest();

    private static LiveBench bench;
    private static LocalSite site;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        bench = new LiveBench();
        client = HttpClient.newHttpClient();
        site = LocalSite.of(List.of(LiveRestConfiguration.class, LivePagesConfiguration.class),
                InstantSource.fixed(LiveBench.NOON), bench.live(), bench.replays());
    }

    @AfterAll
    static void stop() {
        site.close();
        client.close();
        bench.close();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(site.address() + path)));
    }

    private static HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(URI.create(site.address() + path))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private static String page() {
        return text("/sources");
    }

    private static String text(String path) {
        return get(path).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String subject(String text) {
        return "/api/v1/live/watches?subject=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWatchedIsAddedVisitedShownAndRemoved() {
        HttpResponse<String> added = post(subject(HASHTAG) + "&everyMinutes=30&pages=2");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(post(subject(HASHTAG)).statusCode()).isEqualTo(409);

        bench.round();

        JsonNode watch = json(get("/api/v1/live/watches")).at("/items/0");
        JsonNode source = json(get("/api/v1/live/sources?limit=1")).at("/items/0");
        assertThat(watch.at("/subject").asString()).isEqualTo(HASHTAG);
        assertThat(watch.at("/last/state").asString()).isEqualTo("DONE");
        assertThat(watch.at("/last/pages").asInt()).isEqualTo(2);
        assertThat(source.at("/name").asString()).isEqualTo("ensembledata");
        assertThat(source.at("/budgets/0/used").asInt()).isEqualTo(2);
        assertThat(source.at("/budgets/0/plannedPerDay").asDouble()).isEqualTo(96);
        assertThat(source.at("/budgets/0/freeAgain").asString()).isEqualTo("2026-02-02T00:00:00Z");
        assertThat(page()).contains("EnsembleData", "2 of 1,000 units", "Planned for a whole day: about 96 units",
                "TikTok Research",
                "0 of 10 requests", "Nothing failed for good.");
        assertThat(text("/sources/watches")).contains("One subject is watched", HASHTAG.substring("hashtag:".length()),
                "done, 2 pages", "as pinned");

        assertThat(post("/api/v1/live/watches/" + watch.at("/id").asString() + "/remove").statusCode()).isEqualTo(200);
        assertThat(json(get("/api/v1/live/watches")).at("/total").asInt()).isZero();
        assertThat(page()).contains("Nothing is watched yet");
    }

    @Test
    void whatIsWatchedIsPlannedChangedAndLimited() {
        String added = json(post(subject("creator:some.one") + "&kind=own&priority=high")).at("/id").asString();

        JsonNode planned = json(post("/api/v1/live/plans/renew")).at("/items/0");
        assertThat(planned.at("/trigger").asString()).isEqualTo("asked");
        assertThat(planned.at("/bound/budget").asString()).isEqualTo("units");
        JsonNode own = planned.at("/watches").valueStream()
                .filter(one -> one.at("/subject").asString().equals("creator:some.one")).findFirst().orElseThrow();
        assertThat(own.at("/weight").asDouble()).isEqualTo(8);
        assertThat(own.at("/why").asString()).isEqualTo("worth_it");
        assertThat(json(get("/api/v1/live/plans")).at("/total").asInt()).isEqualTo(1);
        assertThat(text("/sources/watches")).contains("Own accounts", "no other use of its units adds more",
                "how it moves is not learnt yet");

        JsonNode changed = json(post("/api/v1/live/watches/" + added + "/change?everyMinutes=60&priority=low"));
        assertThat(changed.at("/pinned").asBoolean()).isTrue();
        assertThat(changed.at("/kind").asString()).isEqualTo("topic");
        JsonNode limited = json(
                post("/api/v1/live/sources/ensembledata/ceiling?unitsPerDay=400&price=0.002&currency=EUR"));
        assertThat(limited.at("/ceiling/unitsPerDay").asInt()).isEqualTo(400);
        assertThat(limited.at("/budgets/0/limit").asInt()).isEqualTo(400);
        assertThat(limited.at("/budgets/0/because").asString()).isEqualTo("ceiling");
        assertThat(post("/api/v1/live/sources/ensembledata/ceiling?unitsPerDay=0").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/live/sources/ensembledata/ceiling").statusCode()).isEqualTo(200);
        assertThat(post("/api/v1/live/watches/" + added + "/remove").statusCode()).isEqualTo(200);
    }

    @Test
    void aLetterIsReadWholeByItsId() {
        UUID id = UUID.randomUUID();
        bench.database.transactions().run(bench.tenant, db -> db.sql("""
            insert into dead_letter (id, source, subject, page, reason, detail, body, tries, died_at)
            values (?, 'ensembledata', 'hashtag:x', 1, 'unstorable', 'made up', repeat('é', 5000), 1, now())""")
                .param(id).update());

        JsonNode whole = json(get("/api/v1/live/dead-letters/" + id));

        assertThat(json(get("/api/v1/live/dead-letters")).at("/items/0/body").asString()).hasSize(2_000);
        assertThat(whole.at("/body").asString()).hasSize(5_000);
        assertThat(post("/api/v1/live/dead-letters/" + id + "/drop").statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/live/dead-letters/00000000-0000-0000-0000-000000000001").statusCode()).isEqualTo(404);
    }

    @Test
    void lettersAreListedAndClosedByFilter() {
        for (int number = 0; number < 120; number++) {
            String reason = number % 2 == 0 ? "malformed" : "unstorable";
            int hour = number / 10;
            bench.database.transactions()
                    .run(bench.tenant, db -> db
                            .sql("""
                                insert into dead_letter (source, subject, page, reason, detail, format, body, tries, answered_at, died_at)
                                values ('sim-filter', 'hashtag:f', 1, ?, 'made up', 'ensembledata-posts', '{"data":[]}', 1, now(),
                                    timestamptz '2026-03-01T00:00:00Z' + make_interval(hours => ?))""")
                            .param(reason).param(hour)
                            .update());
        }
        String filter = "?source=sim-filter&reason=unstorable&from=2026-03-01T04:00&until=2026-03-01T06:00:00Z";

        assertThat(json(get("/api/v1/live/dead-letters" + filter)).at("/total").asInt()).isEqualTo(10);
        assertThat(text("/sources" + filter)).contains("Take all 10 up again", "Drop all 10");
        JsonNode replayed = json(post("/api/v1/live/dead-letters/replay" + filter));
        assertThat(replayed.at("/closed").size()).isEqualTo(10);
        assertThat(replayed.at("/left").asInt()).isZero();
        assertThat(bench.list("select count(*) from answer_inbox where source = 'sim-filter'", Long.class))
                .containsExactly(10L);
        JsonNode dropped = json(post("/api/v1/live/dead-letters/drop?source=sim-filter&reason=malformed"));
        assertThat(dropped.at("/closed").size()).isEqualTo(60);
        assertThat(json(get("/api/v1/live/dead-letters?source=sim-filter")).at("/total").asInt()).isEqualTo(50);

        assertThat(json(post("/api/v1/live/dead-letters/drop")).at("/detail").asString())
                .contains("It is not said which dead letters are meant.", "all=true");
        assertThat(post("/api/v1/live/dead-letters/drop?from=yesterday").statusCode()).isEqualTo(400);
        assertThat(post("/sources/letters/close?as=drop&source=sim-filter").statusCode()).isIn(200, 302, 303);
        assertThat(json(get("/api/v1/live/dead-letters?source=sim-filter")).at("/total").asInt()).isZero();
        bench.round();
    }

    @Test
    void aReplayIsAskedForAndFound() {
        HttpResponse<String> asked = post(
                "/api/v1/live/replays?source=sim-ensembledata&from=2026-02-01T00:00&until=2026-02-02T00:00&all=true");

        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        assertThat(json(asked).at("/state").asString()).isEqualTo("open");
        bench.replays().work();
        String id = json(asked).at("/id").asString();
        assertThat(json(get("/api/v1/live/replays/" + id)).at("/state").asString()).isEqualTo("done");
        assertThat(json(get("/api/v1/live/replays")).at("/items/0/id").asString()).isEqualTo(id);
        assertThat(page()).contains("Raw answers, read again", "sim-ensembledata", "done");

        assertThat(json(post("/api/v1/live/replays?from=2026-02-02T00:00&until=2026-02-01T00:00")).at("/detail")
                .asString()).contains("There is no time from 2026-02-02T00:00:00Z");
        assertThat(post("/api/v1/live/replays?run=2027-01-01T00:00").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/live/replays/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void whatCannotBeIsAProblem() {
        assertThat(json(post(subject("glasshair"))).at("/detail").asString()).contains("must be FEED:TARGET");
        assertThat(post(subject("video:abc")).statusCode()).isEqualTo(400);
        assertThat(post(subject(HASHTAG) + "&everyMinutes=5").statusCode()).isEqualTo(400);
        assertThat(post(subject(HASHTAG) + "&source=echo").statusCode()).isEqualTo(400);
        assertThat(post("/api/v1/live/watches/abc/remove").statusCode()).isEqualTo(404);
        assertThat(post("/api/v1/live/dead-letters/00000000-0000-0000-0000-000000000001/drop").statusCode())
                .isEqualTo(404);
        assertThat(get("/api/v1/live/sources?limt=1").statusCode()).isEqualTo(400);
    }
}

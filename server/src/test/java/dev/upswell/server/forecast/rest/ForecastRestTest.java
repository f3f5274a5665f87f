package dev.upswell.server.forecast.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastRestTest {

    private static final Forecasts FORECASTS = WatchedTenant.fourteenDays();
    private static final Instant FROM = Instant.parse("2025-03-12T00:00:00Z");

    private static LocalSite site;
    private static String address;

    @BeforeAll
    static void start() {
        site = LocalSite.of(List.of(ForecastRestConfiguration.class),
                InstantSource.fixed(FROM), FORECASTS);
        address = site.address();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private record Answer(int status, JsonNode body) {
    }

    private static Answer ask(String method, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .method(method, HttpRequest.BodyPublishers.noBody()).build();
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        }
    }

    private static String text(String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address + path)).build(),
                    HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @Test
    void modelIsTrainedPromotedAndRolledBack() throws Exception {
        Answer trained = ask("POST", "/api/v1/train");

        assertThat(trained.status()).isEqualTo(201);
        assertThat(trained.body().at("/items/1/kind").asString()).isEqualTo("boosted-trees");
        assertThat(trained.body().at("/items/1/state").asString()).isEqualTo("ACTIVE");
        assertThat(trained.body().at("/items/1/datasetHash").asString()).hasSize(64);
        assertThat(trained.body().at("/items/1/artefactHash").asString()).hasSize(64);
        String logistic = trained.body().at("/items/0/id").asString();
        String trees = trained.body().at("/items/1/id").asString();
        assertThat(ask("POST", "/api/v1/models/" + logistic + "/promote").body().at("/state").asString())
                .isEqualTo("ACTIVE");
        assertThat(ask("GET", "/api/v1/models/" + trees).body().at("/state").asString()).isEqualTo("RETIRED");
        assertThat(ask("POST", "/api/v1/models/" + logistic + "/rollback").body().at("/id").asString())
                .isEqualTo(trees);
        assertThat(ask("POST", "/api/v1/models/" + logistic + "/rollback").status()).isEqualTo(409);
        JsonNode models = ask("GET", "/api/v1/models?kind=logistic&limit=1").body();
        assertThat(models.propertyNames()).containsExactlyInAnyOrder("items", "total", "limit", "offset");
        assertThat(models.at("/items").size()).isEqualTo(1);
        assertThat(models.at("/items/0/kind").asString()).isEqualTo("logistic");
        assertThat(ask("GET", "/api/v1/models?state=ACTIVE").body().at("/items/0/id").asString()).isEqualTo(trees);
        assertThat(ask("GET", "/api/v1/models?state=active").body().at("/detail").asString())
                .contains("CANDIDATE, SHADOW, AWAITING_APPROVAL, ACTIVE, RETIRED, REJECTED");
    }

    @Test
    void predictionsComeWithTheirReasonsAndLaterWithWhatHappened() throws Exception {
        FORECASTS.training().train(FORECASTS.tenant(), FROM, Progress.SILENT);

        Answer made = ask("POST", "/api/v1/predict?at=" + FROM);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/scored").asInt()).isEqualTo(10);
        JsonNode first = ask("GET", "/api/v1/predictions?limit=1&q=TAG&at=" + FROM).body();
        assertThat(first.at("/asOf").asString()).isEqualTo(FROM.toString());
        assertThat(first.at("/items").size()).isEqualTo(1);
        assertThat(first.at("/items/0/why").size()).isEqualTo(5);
        assertThat(first.at("/items/0/interval").size()).isEqualTo(2);
        assertThat(first.at("/items/0").has("outcome")).isFalse();
        assertThat(first.at("/items/0/name").asString()).isEqualTo(first.at("/items/0/id").asString());
        assertThat(first.at("/items/0/source").asString()).isEqualTo("poll");
        assertThat(first.at("/items/0/views/mid").isNumber()).isTrue();
        assertThat(first.at("/total").asInt()).isEqualTo(10);
        assertThat(ask("GET", "/api/v1/predictions?q=tag3&at=" + FROM).body().at("/total").asInt()).isEqualTo(1);
        assertThat(ask("GET", "/api/v1/predictions?atLeast=100&at=" + FROM).body().at("/total").asInt()).isZero();

        FORECASTS.outcomes().settle(FORECASTS.tenant(), FROM.plus(Duration.ofDays(2)));

        JsonNode outcomes = ask("GET", "/api/v1/outcomes?limit=3").body();
        assertThat(outcomes.at("/items").size()).isEqualTo(3);
        assertThat(outcomes.at("/total").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(outcomes.at("/items/0/outcome/growth").isNumber()).isTrue();
        int surged = ask("GET", "/api/v1/outcomes?surged=true").body().at("/total").asInt();
        int quiet = ask("GET", "/api/v1/outcomes?surged=false").body().at("/total").asInt();
        assertThat(surged + quiet).isEqualTo(outcomes.at("/total").asInt());
        assertThat(surged).isPositive();
    }

    @Test
    void latestBacktestIsServedWithItsIntervals() throws Exception {
        assertThat(ask("GET", "/api/v1/backtests?limit=1").body().at("/items").isArray()).isTrue();
        FORECASTS.backtesting().run(FORECASTS.tenant(), new BacktestRequest(FROM, FROM.plus(Duration.ofHours(12)),
                Duration.ofHours(6), 4), null, Progress.SILENT);

        JsonNode latest = ask("GET", "/api/v1/backtests/latest").body();

        assertThat(latest.at("/report/pairs").asInt()).isEqualTo(30);
        assertThat(latest.at("/report/models/6/model").asString()).isEqualTo("boosted-trees");
        assertThat(latest.at("/report/models/6/prAucInterval").size()).isEqualTo(2);
    }

    @Test
    void backtestRunsInTheBackgroundAndItsPredictionsCanBeFetched() throws Exception {
        String range = "from=" + FROM + "&to=" + FROM.plus(Duration.ofHours(12)) + "&everyHours=6";
        try (var busy = FORECASTS.backtesting().begin(FORECASTS.tenant(),
                new BacktestRequest(FROM, FROM, Duration.ofHours(6), 4))) {
            assertThat(ask("POST", "/api/v1/backtests?" + range).status()).isEqualTo(409);
            assertThat(ask("GET", "/api/v1/backtests/" + busy.id()).body().at("/state").asString())
                    .isEqualTo("RUNNING");
            assertThat(text("/api/v1/backtests/" + busy.id() + "/predictions")).contains("no backtest with this id");
        }

        Answer begun = ask("POST", "/api/v1/backtests?" + range);

        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        String place = "/api/v1/backtests/" + begun.body().at("/id").asString();
        JsonNode done = begun.body();
        for (long end = System.nanoTime() + 60_000_000_000L; done.at("/state").asString().equals("RUNNING")
                && System.nanoTime() < end;) {
            done = ask("GET", place).body();
        }
        assertThat(done.at("/state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/every").asString()).isEqualTo("PT6H");
        assertThat(done.at("/report/pairs").asInt()).isEqualTo(30);
        assertThat(text(place + "/predictions").lines()).hasSize(1 + 7 * 30).first()
                .isEqualTo("entity,cut,horizon_hours,probability,label,model");
        assertThat(ask("GET", "/api/v1/backtests?state=FAILED").body().at("/items/0/problem").asString())
                .startsWith("The program was ended");
        assertThat(ask("POST", "/api/v1/backtests?from=2030-01-01T00:00:00Z").status()).isEqualTo(422);
        assertThat(ask("POST", "/api/v1/backtests?everyHours=5").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/v1/backtests/none").status()).isEqualTo(404);
    }

    @Test
    void aKindThatWasNeverReadHasNoPredictionsAndAnUnknownOneIsRefused() throws Exception {
        assertThat(ask("GET", "/api/v1/predictions?kind=video&horizon=48h").body().get("total").asInt()).isZero();
        assertThat(ask("POST", "/api/v1/train?kind=video").status()).isEqualTo(422);
        assertThat(ask("GET", "/api/v1/predictions?kind=cat").status()).isEqualTo(400);
        assertThat(ask("GET", "/api/v1/models?entityKind=creator").body().get("total").asInt()).isZero();
    }

    @Test
    void driftIsReportedPerTaskWithItsFeaturesByGravity() throws Exception {
        assertThat(ask("POST", "/api/v1/drift?horizon=48h").status()).isEqualTo(409);
        assertThat(ask("POST", "/api/v1/train?horizon=6h&at=" + FROM).status()).isEqualTo(201);

        Answer checked = ask("POST", "/api/v1/drift?horizon=6h");

        assertThat(checked.status()).as(checked.body().toString()).isEqualTo(200);
        assertThat(checked.body().at("/asOf").asString()).isEqualTo("2025-03-14T18:00:00Z");
        assertThat(checked.body().at("/gravest").size()).isEqualTo(10);
        assertThat(checked.body().at("/reference/rows").asInt()).isPositive();
        JsonNode latest = ask("GET", "/api/v1/drift?kind=hashtag&horizon=6h").body();
        assertThat(latest.propertyNames()).containsExactlyInAnyOrder("items", "total", "limit", "offset");
        assertThat(latest.at("/items/0")).isEqualTo(checked.body());
        boolean confirmed = checked.body().at("/confirmed").asBoolean();
        assertThat(ask("GET", "/api/v1/drift?horizon=6h&confirmed=" + !confirmed).body().at("/total").asInt()).isZero();
        JsonNode features = ask("GET", "/api/v1/drift/features?horizon=6h&limit=5").body();
        assertThat(features.at("/total").asInt()).isEqualTo(checked.body().at("/features/all").asInt());
        assertThat(features.at("/items/0")).isEqualTo(checked.body().at("/gravest/0"));
        assertThat(
                ask("GET", "/api/v1/drift/features?horizon=6h&q=GROWTH_24H").body().at("/items/0/feature").asString())
                .contains("growth_24h");
        assertThat(ask("GET", "/api/v1/drift/reports?horizon=6h").body().at("/total").asInt()).isEqualTo(1);
        assertThat(ask("GET", "/api/v1/drift/reports?kind=sound").body().at("/total").asInt()).isZero();
        assertThat(ask("GET", "/api/v1/drift?horizon=7h").status()).isEqualTo(400);
    }

    @Test
    void whatCannotBeDoneIsAProblemInWords() throws Exception {
        try (TenantLocks.Held held = TestDatabase.shared().locks().acquire(FORECASTS.tenant(), "forecast-training")) {
            Answer busy = ask("POST", "/api/v1/train");
            assertThat(busy.status()).isEqualTo(409);
            assertThat(busy.body().at("/detail").asString())
                    .isEqualTo("The same work is running. Wait until it has ended, then try again.");
        }
        Answer early = ask("POST", "/api/v1/train?at=2025-03-02T00:00:00Z");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().at("/detail").asString()).startsWith("There is too little to learn from. Only ");
        assertThat(ask("GET", "/api/v1/models/none").status()).isEqualTo(404);
        assertThat(ask("GET", "/api/v1/predictions?at=yesterday&limit=0").body().at("/problems").size()).isEqualTo(2);
    }
}

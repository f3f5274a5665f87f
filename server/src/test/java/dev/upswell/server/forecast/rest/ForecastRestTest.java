package dev.upswell.server.forecast.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.forecast.BacktestRequest;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.store.TenantLocks;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.ShellConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastRestTest {

    private static final Forecasts FORECASTS = WatchedTenant.fourteenDays();
    private static final Instant FROM = Instant.parse("2025-03-12T00:00:00Z");

    private static ConfigurableApplicationContext server;
    private static String address;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ShellConfiguration.class, ForecastRestConfiguration.class})
    static class Site {

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(FROM);
        }

        @Bean
        Forecasts forecasts() {
            return FORECASTS;
        }
    }

    @BeforeAll
    static void start() {
        server = new SpringApplicationBuilder(Site.class).properties(Map.of("server.port", "0", "server.address",
                "127.0.0.1", "spring.main.banner-mode", "off")).run();
        address = "http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port");
    }

    @AfterAll
    static void stop() {
        server.close();
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

    @Test
    void modelIsTrainedPromotedAndRolledBack() throws Exception {
        Answer trained = ask("POST", "/api/v1/train");

        assertThat(trained.status()).isEqualTo(201);
        assertThat(trained.body().at("/models/1/kind").asString()).isEqualTo("boosted-trees");
        assertThat(trained.body().at("/models/1/state").asString()).isEqualTo("ACTIVE");
        assertThat(trained.body().at("/models/1/datasetHash").asString()).hasSize(64);
        String logistic = trained.body().at("/models/0/id").asString();
        String trees = trained.body().at("/models/1/id").asString();
        assertThat(ask("POST", "/api/v1/models/" + logistic + "/promote").body().at("/state").asString())
                .isEqualTo("ACTIVE");
        assertThat(ask("GET", "/api/v1/models/" + trees).body().at("/state").asString()).isEqualTo("RETIRED");
        assertThat(ask("POST", "/api/v1/models/" + logistic + "/rollback").body().at("/id").asString())
                .isEqualTo(trees);
        assertThat(ask("POST", "/api/v1/models/" + logistic + "/rollback").status()).isEqualTo(409);
        assertThat(ask("GET", "/api/v1/models").body().at("/models").size()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void predictionsComeWithTheirReasonsAndLaterWithWhatHappened() throws Exception {
        FORECASTS.training().train(FORECASTS.tenant(), FROM, Progress.SILENT);

        Answer made = ask("POST", "/api/v1/predict?at=" + FROM);

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body().at("/scored").asInt()).isEqualTo(10);
        JsonNode first = ask("GET", "/api/v1/predictions?top=1&at=" + FROM).body();
        assertThat(first.at("/asOf").asString()).isEqualTo(FROM.toString());
        assertThat(first.at("/predictions").size()).isEqualTo(1);
        assertThat(first.at("/predictions/0/why").size()).isEqualTo(5);
        assertThat(first.at("/predictions/0/interval").size()).isEqualTo(2);
        assertThat(first.at("/predictions/0").has("outcome")).isFalse();

        FORECASTS.outcomes().settle(FORECASTS.tenant(), FROM.plus(Duration.ofDays(2)));

        JsonNode outcomes = ask("GET", "/api/v1/outcomes?limit=3").body();
        assertThat(outcomes.at("/items").size()).isEqualTo(3);
        assertThat(outcomes.at("/total").asInt()).isGreaterThanOrEqualTo(10);
        assertThat(outcomes.at("/items/0/outcome/growth").isNumber()).isTrue();
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
        assertThat(ask("GET", "/api/v1/predictions?at=yesterday&top=0").body().at("/problems").size()).isEqualTo(2);
    }
}

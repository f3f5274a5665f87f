package dev.upswell.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityId;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.listing.page.ListingConfiguration;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.trend.compute.ObservedLake;
import dev.upswell.server.trend.compute.Readings;
import dev.upswell.server.trend.page.html.TrendPagesConfiguration;
import dev.upswell.server.trend.page.stored.StoredTrendPages;
import dev.upswell.server.trend.rest.TrendRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import dev.upswell.timeline.Observation;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lists as files, asked for under the addresses of their pages.
class ListFilesTest {

    private static final TenantId TENANT = TestDatabase.newTenant();
    private static final Instant START = Instant.parse("2025-03-01T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-03-06T00:00:00Z"));

    private static LocalSite server;
    private static SiteClient site;

    /// Twelve hashtags read every hour for five days, each growing faster than the one before.
    @BeforeAll
    static void start() {
        List<Observation> readings = new ArrayList<>();
        for (int tag = 1; tag <= 12; tag++) {
            readings.addAll(Readings.hourly(EntityId.hashtag("tag" + tag), START, 24 * 5, 100_000, 1_000L * tag));
        }
        new ObservedLake(TENANT).observe(readings);
        var trends = new TrendQuery(TestDatabase.shared(), new ExpectationRepository());
        var entities = new EntityQuery(TestDatabase.shared(), new ExpectationRepository());
        var metrics = new MetricJob(TestDatabase.shared(), CLOCK, done -> {
        });
        metrics.computeDue(TENANT, (done, total) -> {
        });
        server = LocalSite.of(
                List.of(TrendRestConfiguration.class, TrendPagesConfiguration.class, ListingConfiguration.class),
                CLOCK, TENANT, trends, entities, metrics, new StoredTrendPages(TENANT, trends, entities, CLOCK),
                new TableFiles(TENANT, TestDatabase.shared().lake(), CLOCK,
                        () -> new TableFiles.Owner("acme", "", "")));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPageLeadsToFilesOfAllRowsThatItsFilterLeaves() {
        String page = site.page("/trends?q=tag1&top=2&days=30").body();

        assertThat(page).contains("href=\"/trends?days=30&amp;q=tag1&amp;format=csv\"",
                "href=\"/trends?days=30&amp;q=tag1&amp;format=parquet\"");
        assertThat(lines("/trends?days=30&q=tag1&format=csv")).hasSize(1 + 4)
                .first().asString().startsWith("rank,id,name,viewsGained");
        assertThat(lines("/trends?q=tag1&top=2&format=csv")).as("a file holds all rows, not the page's").hasSize(5);
    }

    private static List<String> lines(String path) {
        HttpResponse<String> file = site.page(path);
        assertThat(file.statusCode()).as(file.body()).isEqualTo(200);
        return file.body().lines().toList();
    }

    @Test
    void rowsStandInTheOrderOfThePage() {
        String page = site.page("/trends").body();
        List<String> ids = lines("/trends?format=csv").stream().skip(1).map(line -> line.split(",")[1]).toList();

        assertThat(ids).hasSize(12).isSortedAccordingTo(
                (one, other) -> Integer.compare(page.indexOf("/entities/hashtag/" + one + '"'),
                        page.indexOf("/entities/hashtag/" + other + '"')));
    }

    @Test
    void aFileSaysWhoseItIsAndFromWhere() {
        HttpResponse<String> csv = site.page("/metrics/hashtag/tag3?window=1h&format=csv");
        JsonNode json = JsonMapper.shared().readTree(site.page("/metrics/hashtag/tag3?window=1h&format=json").body());

        assertThat(csv.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename=\"metrics-hashtag.csv\"");
        assertThat(csv.headers().firstValue("Link").orElseThrow())
                .isEqualTo("</metrics/hashtag/tag3?window=1h&format=csvw>; rel=\"describedby\";"
                        + " type=\"application/csvm+json\"");
        assertThat(json.at("/notice/tenant").asString()).isEqualTo("acme");
        assertThat(json.at("/notice/source").asString()).isEqualTo("/metrics/hashtag/tag3?window=1h");
        assertThat(json.at("/notice/rights").asString()).startsWith("Confidential.");
        assertThat(json.at("/rows").size()).isEqualTo((int) csv.body().lines().count() - 1).isGreaterThan(24);
        assertThat(site.page("/metrics/hashtag/tag3?window=1h&format=csvw").body()).contains("views/min");
    }

    @Test
    void whatCannotBeHadIsToldAsOnPages() {
        assertThat(site.page("/trends?format=xlsx").statusCode()).isEqualTo(400);
        assertThat(site.page("/trends?format=csv&kind=planet").statusCode()).isEqualTo(400);
        assertThat(site.page("/metrics/hashtag/nobody?format=csv").statusCode()).isEqualTo(404);
    }
}

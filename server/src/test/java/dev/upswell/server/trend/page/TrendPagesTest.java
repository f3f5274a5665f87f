package dev.upswell.server.trend.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.SampleSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class TrendPagesTest {

    @Value("${local.server.port}")
    private int port;

    private SiteClient site;

    @BeforeEach
    void open() {
        site = new SiteClient(port);
    }

    @Test
    void theHeadlineStatesTheFinding() {
        assertThat(text("/trends")).contains("Two hashtags are called to surge in the next 24 hours")
                .contains("412 watched").contains("as of today 14:00 UTC").contains("last reading 6 min ago");
    }

    @Test
    void headlinesOfATimeGoneByNameThatTime() {
        assertThat(text("/trends?at=2025-12-31T21:00:00Z"))
                .contains("Two hashtags are called to surge in the 24 hours after 31 Dec 2025, 21:00 UTC");
        assertThat(text("/trends?kind=sound&at=2025-12-31T21:00:00Z"))
                .contains("Two sounds are emerging, as of 31 Dec 2025, 21:00 UTC");
        assertThat(text("/entities/hashtag/glasshair?at=2025-12-31T21:00:00Z"))
                .contains("#glasshair had a 74 % chance to surge in the 24 hours after");
    }

    @Test
    void trustStandsBesideTheFinding() {
        assertThat(text("/trends")).contains("31 of 44").contains("median 7.5 h before").contains("68 %")
                .contains("stated 66 % · 19 of 28 calls").contains("2 fewer than the period before")
                .contains("+0.24 PR-AUC").contains("0.58 against 0.34 for ranking by growth and 0.05 for guessing");
    }

    @Test
    void aRowSaysWhyWithItsNumbers() {
        assertThat(text("/trends")).contains("#glasshair")
                .contains("Gained 184 K views in 24 h, 3.1× the day before; 41 known creators, the largest with 12 %.")
                .contains("of the views of the watched videos one creator holds 83 %: possibly bought.")
                .contains("Engagement halves every 19 h since its peak").contains("possible boost").contains("74 %")
                .contains("61–84");
    }

    @Test
    void everyNumberLinksToItsRowsAndCarriesItsExactValue() {
        assertThat(site.page("/trends").body())
                .contains("href=\"/metrics/hashtag/glasshair?window=24h&amp;at=2026-01-14T14%3A00%3A00Z\"")
                .contains("title=\"Views gained: 184,213\"");
    }

    @Test
    void missingReadingsBreakTheLineAndForecastsHaveABand() {
        String row = row("bakingforbeginnersandfriends");

        assertThat(row.split("class=\"run\"")).hasSize(3);
        assertThat(row).contains("class=\"band\"").contains("class=\"ahead\"");
    }

    @Test
    void withoutAModelTheOrderIsByMomentumAndSaysSo() {
        assertThat(text("/trends?kind=sound")).contains("Two sounds are emerging")
                .contains("No model serves yet").doesNotContain("no outcome is known yet")
                .contains("Nothing new has come since yesterday 19:00 UTC");
    }

    @Test
    void emptyStatesSayWhatToDo() {
        assertThat(text("/trends?kind=creator")).contains("No creator is watched yet")
                .contains("None of this kind is in your data");
        assertThat(text("/trends?q=nosuchname")).contains("Nothing matches these filters").contains("Show all");
    }

    @Test
    void entitiesAreComparedOverTheSameTime() {
        String page = text("/trends/compare?kind=hashtag&id=glasshair&id=icedmatcha");

        assertThat(page).contains("Two beside each other", "#glasshair", "#icedmatcha", "Views at the start",
                "Index now, start = 100", "Chance of a surge within 24 h", "61–84 %", "Views gained");
        assertThat(site.page("/trends/compare?kind=hashtag&id=glasshair&id=icedmatcha").body())
                .contains("data-chart=\"compared\"", "/metrics/hashtag/icedmatcha?window=24h");
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        assertThat(text("/trends/compare")).contains("Nothing is ticked", "Tick two to six");
        assertThat(text("/trends/compare?kind=hashtag&id=glasshair")).contains("Nothing is ticked");
        assertThat(site.page("/trends/compare?id=glasshair&id=nosuchname").statusCode()).isEqualTo(404);
        assertThat(site.page("/trends/compare?id=a&id=b&id=c&id=d&id=e&id=f&id=g").statusCode()).isEqualTo(400);
    }

    @Test
    void filtersNarrowTheListAndStayInLinks() {
        HttpResponse<String> page = site.page("/trends?q=matcha&days=30");

        assertThat(page.body()).contains("#icedmatcha").doesNotContain("#glasshair")
                .contains("href=\"/trends?kind=sound&amp;days=30&amp;q=matcha\"");
    }

    @Test
    void theEntityPageTellsChanceReasonsAndOutcomes() {
        assertThat(text("/entities/hashtag/glasshair")).contains("#glasshair has a 74 % chance to surge in the next 24")
                .contains("90 % interval 61–84 %").contains("Growth in the last 24 hours, against all others")
                .contains("above 98 %")
                .contains("raises").contains("lowers").contains("surged").contains("no surge").contains("not known yet")
                .contains("tiktok-web").contains("period totals").contains("Boosted trees");
    }

    @Test
    void aChanceWithoutAnIntervalSaysSo() {
        assertThat(text("/entities/hashtag/bakingforbeginnersandfriends")).contains("3 %")
                .contains("no interval: the model could not be calibrated")
                .doesNotContainPattern("90 % interval \\d+–");
        assertThat(row("bakingforbeginnersandfriends"))
                .contains("Probability 0.030; the model could not be calibrated");
    }

    @Test
    void absentMetricsTellTheirReason() {
        assertThat(site.page("/entities/hashtag/glasshair").body())
                .contains("title=\"Readings back less than half of the window\"")
                .contains("Without a value: Acceleration. The change before was too close to 0 to compare with.");
    }

    @Test
    void whatHoverTellsIsAlsoThereToOpen() {
        assertThat(text("/trends")).contains("What these words mean")
                .contains("Momentum above the top 5 % of the last 7 days").contains("Weighs change of volume");
        assertThat(text("/entities/hashtag/glasshair")).contains("What these words mean")
                .contains("Share of the window that readings back");
        assertThat(text("/metrics/hashtag/glasshair")).contains("New views in the window");
    }

    @Test
    void everyAreaThatScrollsTakesTheFocus() {
        for (String path : List.of("/trends", "/entities/hashtag/glasshair", "/metrics/hashtag/glasshair")) {
            List<String> parts = List.of(site.page(path).body().split("class=\"scroll\"", -1));

            assertThat(parts.subList(1, parts.size())).isNotEmpty().allMatch(
                    area -> area.startsWith(" tabindex=\"0\" role=\"region\" aria-label="));
        }
    }

    @Test
    void theTableOfTheChartHasLevelGainsAndForecast() {
        String page = text("/entities/hashtag/glasshair");

        assertThat(page).contains("Time (UTC)Views in allViews gained per 1 h")
                .containsPattern("2026-01-14 14:00 1,[0-9]{3},[0-9]{3} 8,[0-9]{3}")
                .containsPattern("2026-01-15 14:00 expected 1,[0-9,]{7}90 % of outcomes: 1,[0-9,]{7}–1,[0-9,]{7}");
        assertThat(text("/entities/hashtag/bakingforbeginnersandfriends")).contains("missing missing");
    }

    @Test
    void windowsThatRestOnAnEarlierReadingAreMarked() {
        String page = text("/metrics/hashtag/glasshair?window=1h&limit=50");

        assertThat(page.split("… carried forward", -1)).hasSize(4);
        assertThat(page).contains("the last one before it counts");
        assertThat(text("/metrics/hashtag/glasshair?window=1h&offset=50")).doesNotContain("arried forward");
    }

    @Test
    void rowsArePaged() {
        assertThat(text("/metrics/hashtag/glasshair?window=1h&limit=50&offset=50")).contains("51–100 of 168")
                .contains("Previous").contains("Next");
        assertThat(text("/metrics/hashtag/glasshair?window=15m")).contains("No rows for this window");
    }

    private String row(String name) {
        String body = site.page("/trends").body();
        int start = body.indexOf(">#" + name);
        return body.substring(start, body.indexOf("</tr>", start));
    }

    private String text(String path) {
        return site.page(path).body().replaceAll("<[^>]*>", "").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
}

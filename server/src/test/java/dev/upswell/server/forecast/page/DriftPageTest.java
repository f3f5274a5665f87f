package dev.upswell.server.forecast.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.SampleSite;
import dev.upswell.server.web.SiteClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class DriftPageTest {

    @Value("${local.server.port}")
    private int port;

    @Test
    void theHeadlineSaysWhetherDriftIsConfirmedAndOnWhichRows() {
        assertThat(text("/models/drift"))
                .contains("Hashtags within 24 h: what is scored no longer resembles what the model learned from")
                .contains("200 rows of the 24 hours until 8 Jan 2026, 00:00 UTC, held against 6,000 training rows")
                .contains("beyond one that had from the start");
    }

    @Test
    void featuresComeInWordsTheGravestFirstAndWhatDriftedFromTheStartAfterThem() {
        String page = text("/models/drift");

        assertThat(page.indexOf("Growth in the last 24 hours")).isPositive()
                .isLessThan(page.indexOf("reading_age_hours"));
        assertThat(page.indexOf("growth_72h")).isLessThan(page.indexOf("drifted from the start"));
        assertThat(page).contains("drifted from the start");
    }

    @Test
    void smallBarsTellTheSharesOfThenAndNow() {
        assertThat(new SiteClient(port).page("/models/drift").body()).contains("class=\"then-now\"")
                .contains("% then, ").doesNotContain("NaN");
    }

    @Test
    void theFilterLeavesOneVerdictAndStandsInTheLinks() {
        assertThat(text("/models/drift?verdict=stable")).contains("Stable").doesNotContain("growth_72h");
        assertThat(new SiteClient(port).page("/models/drift").body())
                .contains("/models/drift?kind=hashtag&amp;horizon=24&amp;verdict=drifted");
        assertThat(text("/models/drift?verdict=odd")).contains("“verdict” must be one of all, drifted");
    }

    @Test
    void whatWasNeverComparedSaysWhatMakesAReport() {
        assertThat(text("/models/drift?kind=sound")).contains("Nothing has been compared yet")
                .contains("./upswell drift");
    }

    private String text(String path) {
        return new SiteClient(port).page(path).body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}

package dev.upswell.server.evaluate.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.SampleSite;
import dev.upswell.server.web.SiteClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class EvaluationPagesTest {

    @Value("${local.server.port}")
    private int port;

    @Test
    void theHeadlineSetsTheLikeliestBesideGuessing() {
        assertThat(text("/models/evaluation")).contains("Of the ten likeliest, 50 % surged; guessing finds 5.2 %")
                .contains("168 of 308 surges; 45 % of 308 calls were false")
                .contains("0.470 to 0.620 (95 %); guessing 0.052; AUC 0.914");
    }

    @Test
    void everyChartHasItsNumbersInATableToo() {
        String page = new SiteClient(port).page("/models/evaluation").body();

        assertThat(page.split("data-chart=", -1)).hasSize(6);
        assertThat(page).contains("&quot;bins&quot;:[{&quot;from&quot;:0.0,&quot;to&quot;:3.0");
        assertThat(text("/models/evaluation")).contains("2025-12-24 211 11 6 5 5")
                .contains("0–3").contains("Data gap Fewer than half");
    }

    @Test
    void aDayWhoseRangesAreUnknownIsMissingAndNotZero() {
        assertThat(new SiteClient(port).page("/models/evaluation").body()).contains("[1766534400000,null]");
    }

    @Test
    void theChoiceStandsInTheLinks() {
        assertThat(new SiteClient(port).page("/models/evaluation?days=14").body())
                .contains("/models/evaluation?kind=hashtag&amp;horizon=24&amp;model=" + SampleEvaluationPages.MODEL
                        + "&amp;days=14");
        assertThat(text("/models/evaluation?kind=sound")).contains("Nothing was judged for this choice");
    }

    @Test
    void aHorizonAloneIsAChoiceToo() {
        assertThat(text("/models/evaluation?horizon=48h")).contains("Nothing was judged for this choice");
        assertThat(text("/models/evaluation?horizon=24")).contains("Of the ten likeliest");
    }

    @Test
    void theRunningWeekStandsAboveTheWrittenOnes() {
        assertThat(text("/models/retrospectives")).contains("Week 2026-W02, 2026-01-05 to 2026-01-11 so far")
                .contains("Week 2026-W01").contains("1,477 predictions · 7 cuts · 77 surged");
    }

    private String text(String path) {
        return new SiteClient(port).page(path).body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}

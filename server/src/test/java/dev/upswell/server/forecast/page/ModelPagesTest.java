package dev.upswell.server.forecast.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.Figures;
import dev.upswell.server.web.SampleSite;
import dev.upswell.server.web.SiteClient;
import dev.upswell.server.web.TestWords;
import dev.upswell.server.web.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ModelPagesTest {

    @Value("${local.server.port}")
    private int port;

    @Test
    void thePageComparesEveryModelWithTheBaselines() {
        String page = text("/models");

        assertThat(page).contains("The best model beats every baseline: PR‑AUC 0.55 against 0.34")
                .contains("Boosted trees against the best baseline, Self-exciting growth: +0.213 PR-AUC")
                .contains("183 cuts from 1 Jul 2025 to 30 Dec 2025 · 38,766 predictions")
                .contains("0.528–0.580").contains("Yesterday’s growth baseline").contains("States the usual share");
    }

    @Test
    void aSimulatedWorldShowsTheShareOfWhatWasKnowable() {
        assertThat(text("/models")).contains("Share of what was knowable", "the same 52,870 predictions at 53 cuts")
                .contains("The oracle 0.840 100").contains("Boosted trees 0.766 91.2").contains("89.7");
    }

    @Test
    void otherKindsAndHorizonsSayWhatTheirLastBacktestShowed() {
        assertThat(text("/models")).contains("Videos within 24 h").contains(
                "No model beats the baselines yet: PR‑AUC 0.11 against 0.12").contains("Sounds within 6 h")
                .contains("Not judged yet");
    }

    @Test
    void theChartsCarryTheirNumbers() {
        assertThat(new SiteClient(port).page("/models").body())
                .contains(
                        "&quot;name&quot;:&quot;Boosted trees&quot;,&quot;baseline&quot;:false,&quot;value&quot;:0.554")
                .contains("&quot;prevalence&quot;:0.0525").contains("data-chart=\"calibration\"");
    }

    @Test
    void aRecordTellsWhereTheModelCameFrom() {
        assertThat(text("/models/boosted-trees-2026-01-12")).contains("Boosted trees, trained")
                .contains("1 Jan 2025 to 12 Jan 2026").contains("61,402, of them 3,190 surges")
                .contains("sha256:1f0c9d2ab7e4")
                .contains("200 rounds, at most 4 levels deep, rate 0.08", "hashtags, by views, 24 h ahead")
                .doesNotContain("TreeSettings", "HASHTAG").contains("feature_set_v1");
        assertThat(text("/models/logistic-2026-01-12")).contains("needs no file")
                .contains("Not shown to beat the baselines: PR-AUC 0.352 against 0.341");
    }

    @Test
    void nothingCanBePushedWhereNoServerIsSet() {
        assertThat(new SiteClient(port).page("/models/boosted-trees-2026-01-12").body()).containsPattern(
                "<button type=\"submit\"[^>]*disabled[^>]*>Push to MLflow");
    }

    @Test
    void aModelThatDoesNotBeatTheBaselinesIsToldPlainly() {
        var verdict = new Verdict(words(), new Figures(words()));

        assertThat(verdict.headline(evaluation(0.30, null)))
                .isEqualTo("No model beats the baselines yet: PR‑AUC 0.30 against 0.34");
        assertThat(verdict.headline(evaluation(0.36, new Measure(0.02, -0.01, 0.05))))
                .isEqualTo(
                        "The best model scores higher than every baseline, but not provably: PR‑AUC 0.36 against 0.34");
        assertThat(verdict.headline(evaluation(0.36, new Measure(0.02, 0.01, 0.03))))
                .startsWith("The best model beats");
        assertThat(verdict.headline(null)).isEqualTo("No model has been judged yet");
        assertThat(verdict.detail(null)).isEmpty();
    }

    private static Words words() {
        return TestWords.english();
    }

    private static Evaluation evaluation(double prAuc, @Nullable Measure edge) {
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        return new Evaluation(new Evaluation.Scope(day, day, 1, 100, 0.05, 24),
                List.of(score("hawkes", true, 0.34, null), score("logistic", false, prAuc, edge)));
    }

    private static ModelScore score(String model, boolean baseline, double prAuc, @Nullable Measure edge) {
        return new ModelScore(model, baseline, Map.of(Score.PR_AUC, new Measure(prAuc, prAuc - 0.02, prAuc + 0.02)),
                edge,
                List.of());
    }

    private String text(String path) {
        return new SiteClient(port).page(path).body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}

package dev.upswell.server.registry.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.SampleSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(classes = SampleSite.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class RegistryPagesTest {

    @Value("${local.server.port}")
    private int port;

    @Autowired
    private SampleRegistryPages sample;

    @BeforeEach
    void forget() {
        sample.deeds.clear();
    }

    @Test
    void itSaysWhoServesSinceWhenByWhomAndWhereItComesFrom() {
        assertThat(text("/models/lifecycle")).contains("Hashtags within 24 h: Boosted trees serve")
                .contains("Serves since 10 Jan 2026, 12:00 UTC, by Mira").contains("Approved by Mira.")
                .contains("9be17700c1d2").contains("4be1f0c9d2ab7e4").contains("61,402, of them 3,190 surges");
    }

    @Test
    void aChallengerStandsBesideTheServingModelWithIntervalsAndWhatTheRuleStillAsks() {
        assertThat(text("/models/lifecycle"))
                .contains(
                        "Judged once outcomes are known until 17 Jan 2026, 12:00 UTC; they are until 11 Jan 2026, 12:00 UTC")
                .contains("it is +15.6 % 0.520 0.450 to 0.580 0.450 0.390 to 0.520")
                .contains("✓ met: at least 5 % better; it is +15.6 %")
                .contains("+0.030 −0.020 to 0.070 ✕ not met: 95 % interval above 0")
                .contains("4 ✕ not met: at least 5 Surges ")
                .contains("The rule would say now: On 840 pairs of 4 cuts");
    }

    @Test
    void aPromotionIsShownOnProbationWithTheRuleThatTakesItBack() {
        assertThat(text("/models/lifecycle")).contains("stays below 90 % of the earlier model’s for 2 days")
                .contains("It has been behind the model before it since yesterday 06:00 UTC")
                .contains("at least 90 % of the earlier model’s; it is 81 %");
    }

    @Test
    void whatHappenedTellsWhoAndWhyAndWhatOldEventsDoNotTell() {
        assertThat(text("/models/lifecycle")).contains("rolled back").contains("by rule")
                .contains("Its live PR-AUC, 0.310").contains("1–4 of 4");
    }

    @Test
    void aTaskWithoutAModelAndOneThatNeverWasSaySo() {
        assertThat(text("/models/lifecycle?kind=sound&horizon=6")).contains("Sounds within 6 h: no model serves")
                .contains("Nobody: a model comes here").contains("Nothing yet.");
        assertThat(text("/models/lifecycle?kind=creator")).contains("No model has been trained")
                .contains("./upswell train");
    }

    @Test
    void decisionsAreTakenFromThisSitesPagesWithTheNameThatWasGiven() {
        HttpResponse<String> approved = post("/models/" + SampleRegistryPages.AWAITING + "/approve", "by=Mira");
        post("/models/" + SampleRegistryPages.AWAITING + "/reject", "by=");
        post("/models/" + SampleRegistryPages.SERVING + "/rollback", "by=Sam");
        post("/models/" + SampleRegistryPages.BEFORE + "/promote", "by=Sam");

        assertThat(approved.statusCode()).isEqualTo(302);
        assertThat(approved.headers().firstValue("Location")).hasValueSatisfying(
                place -> assertThat(place).endsWith("/models/lifecycle?kind=hashtag&horizon=24"));
        assertThat(sample.deeds).containsExactly("APPROVE " + SampleRegistryPages.AWAITING + " by Mira",
                "REJECT " + SampleRegistryPages.AWAITING + " by hand",
                "ROLLBACK " + SampleRegistryPages.SERVING + " by Sam",
                "PROMOTE " + SampleRegistryPages.BEFORE + " by Sam");
    }

    @Test
    void aForeignPageCannotDecide() {
        SiteClient site = new SiteClient(port);
        String path = "/models/" + SampleRegistryPages.AWAITING + "/approve";

        assertThat(site.post(path, "http://evil.example", "by=Mira").statusCode()).isEqualTo(403);
        assertThat(site.post("/models/tasks/retrain", "http://evil.example", "task=hashtag/24h").statusCode())
                .isEqualTo(403);
        assertThat(post("/models/none/approve", "by=Mira").statusCode()).isEqualTo(404);
        assertThat(sample.deeds).isEmpty();
    }

    @Test
    void anAlertIsAcknowledgedByAButtonAndSaysByWhomOnceItIs() {
        String page = text("/models/tasks");
        assertThat(page).contains("Seen it", "by Mira");

        assertThat(post("/models/alerts/" + SampleRegistryPages.SHADOW + "/ack", "by=Sam").statusCode()).isEqualTo(302);
        post("/models/alerts/" + SampleRegistryPages.SHADOW + "/ack", "");
        assertThat(post("/models/alerts/none/ack", "").statusCode()).isEqualTo(404);

        assertThat(sample.deeds).containsExactly("SEEN " + SampleRegistryPages.SHADOW + " by Sam",
                "SEEN " + SampleRegistryPages.SHADOW + " by hand");
    }

    @Test
    void tasksTellCauseStateAndResultAndCanBeClosedAndAskedFor() {
        assertThat(text("/models/tasks")).contains("One task is to be done").contains("in work")
                .contains("Features that drifted 14").contains("12 of 53 misses")
                .contains("A second source fills the nights.").contains("model agent, to be reviewed by 9 Feb 2026")
                .contains("no longer resembles what the model learned from: growth_24h.");
        assertThat(text("/models/tasks?state=done")).contains("Read hashtags more evenly")
                .doesNotContain("Train the model of");
        assertThat(text("/models/tasks?category=label")).contains("No task matches these filters.");

        assertThat(post("/models/tasks/retrain", "task=hashtag%2F24h&by=Mira").statusCode()).isEqualTo(302);
        post("/models/tasks/abc/close", "as=dropped&result=A+false+alarm.");
        assertThat(post("/models/tasks/retrain", "task=planets").statusCode()).isEqualTo(400);
        assertThat(sample.deeds).containsExactly("RETRAIN hashtag/24h by Mira", "DROPPED abc: A false alarm.");
    }

    private HttpResponse<String> post(String path, String form) {
        SiteClient site = new SiteClient(port);
        return site.post(path, site.origin(), form);
    }

    private String text(String path) {
        return new SiteClient(port).page(path).body().replaceAll("<[^>]*>", " ").replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }
}

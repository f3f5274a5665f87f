package dev.upswell.server.comply.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CompliancePageTest {

    private static final Instant NOON = Instant.parse("2026-02-01T12:20:00Z");

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(CompliancePagesConfiguration.class), InstantSource.fixed(NOON),
                new SampleCompliance(NOON), SampleCompliance.cleaning(NOON));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String text(String path) {
        return site.page(path).body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void decisionsTellWhatByWhichRuleAndHowMuch() {
        assertThat(text("/compliance")).contains("2 denials and one cleaning",
                "ensembledata hashtag:glasshair page 1", "e-mail addresses 1, telephone numbers 2", "unlisted",
                "Disallow: /private", "files 3, rows 1,204");
    }

    @Test
    void theLogIsFilteredByDecision() {
        assertThat(text("/compliance?decision=cleaned")).contains("glasshair").doesNotContain("Disallow: /private");
        assertThat(site.page("/compliance?decision=perhaps").statusCode()).isEqualTo(400);
    }

    @Test
    void termsStandWithTheirUseAndOwnRulesWithTheirReason() {
        assertThat(text("/compliance")).contains("TikTok Research API", "raw answers 30 days at most",
                "1,210 pages, 24,200 rows in 30 days", "my-shop", "our own shop&#39;s figures", "imports only");
    }

    @Test
    void theLastCleaningIsTold() {
        assertThat(text("/compliance")).contains("3 files were written anew; 1,204 rows held contacts:"
                + " e-mail addresses 17, telephone numbers 6.", "One dataset was left for the next run", "done",
                "compliance clean --dry-run");
    }

    @Test
    void retentionTellsWhatGoesNext() {
        assertThat(text("/compliance")).contains("answer", "11 Feb 2026", "observation", "retention --dry-run");
    }
}

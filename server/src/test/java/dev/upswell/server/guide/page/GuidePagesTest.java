package dev.upswell.server.guide.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GuidePagesTest {

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void open() {
        server = LocalSite.of(List.of(GuidePagesConfiguration.class),
                InstantSource.fixed(Instant.parse("2026-01-12T10:00:00Z")));
        site = server.client();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theContentsListPagesUnderHeadingsAndDecisionsToo() {
        String page = site.page("/docs").body();

        assertThat(page).contains("First steps", "href=\"/docs/quick-start\"", "Decisions, and why they were taken",
                "href=\"/docs/decisions/058-who-may-come-in\"").doesNotContain("pages hold");
        assertThat(site.pageIn("id", "/docs").body()).contains("Langkah pertama", "lang=\"en\"");
    }

    @Test
    void aPageShowsItsTitleItsHeadingsAndItsText() {
        String page = site.page("/docs/access").body();

        assertThat(page).contains("<h1 lang=\"en\">Who may come in</h1>", "On this page", "<article class=\"doc\"",
                "<h2 id=\"", "aria-current=\"page\"");
        assertThat(site.page("/docs/decisions/058-who-may-come-in").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsSearchedForIsListedWithItsSurroundings() {
        assertThat(site.page("/docs?q=watermark").body()).contains("pages hold “watermark”", "href=\"/docs/reports\"");
        assertThat(site.page("/docs?q=%3Cscript%3Ezzz").body()).contains("No page holds", "&lt;script&gt;zzz")
                .doesNotContain("<script>zzz");
    }

    @Test
    void aPageThatIsNotThereIsSaidToBeNone() {
        for (String path : List.of("/docs/nowhere", "/docs/decisions/000-none", "/docs/..%2Fsettings")) {
            assertThat(site.page(path).statusCode()).as(path).isIn(400, 404);
        }
        assertThat(site.page("/docs/nowhere").body()).contains("The documentation has no page of this name.");
    }

    @Test
    void helpLeadsToThePageOfASectionAndElseToTheContents() {
        assertThat(site.page("/docs/help/reports").headers().firstValue("Location").orElseThrow())
                .endsWith("/docs/reports");
        assertThat(site.page("/docs/help/nothing").headers().firstValue("Location").orElseThrow()).endsWith("/docs");
        assertThat(site.page("/docs/access").body()).doesNotContain("/docs/help/");
    }
}

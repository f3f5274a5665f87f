package dev.upswell.server.report.page;

import static dev.upswell.server.web.Answers.json;
import static dev.upswell.server.web.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.report.KeptReports;
import dev.upswell.server.report.SampleDocuments;
import dev.upswell.server.report.rest.ReportRestConfiguration;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The pages of reports and their REST, with one kind of report; beside them a tenant with none.
class ReportPagesTest {

    private static final KeptReports HERE = KeptReports.offering();
    private static final KeptReports IDLE = KeptReports.idle();
    private static LocalSite server;
    private static LocalSite idle;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = site(HERE);
        idle = site(IDLE);
        site = server.client();
    }

    private static LocalSite site(KeptReports kept) {
        return LocalSite.of(List.of(ReportPagesConfiguration.class, ReportRestConfiguration.class), KeptReports.CLOCK,
                kept.reports, kept.brandings, kept.handovers);
    }

    @AfterAll
    static void stop() {
        server.close();
        idle.close();
    }

    @Test
    void withoutAnalysesThePagesSayWhatToDoFirst() {
        SiteClient nobody = idle.client();

        assertThat(text(nobody.page("/reports"), 200)).contains("No report has been made yet",
                "begin with the patterns of a hashtag");
        assertThat(text(nobody.page("/reports/new"), 200)).contains("Nothing can be reported yet",
                "look for patterns among them, then come back.");
        assertThat(json(nobody.json("/api/v1/reports/kinds"), 200).at("/total").asInt()).isZero();
        assertThat(json(nobody.json("/api/v1/reports"), 200).at("/items").size()).isZero();
    }

    @Test
    void aReportIsMadeReadAndHandedOut() {
        assertThat(text(site.page("/reports/new"), 200)).contains("What was found and what to test next", "Hashtag",
                "Indonesia",
                "Make report");
        HttpResponse<String> made = site.post("/reports", site.origin(), "kind=client&hashtag=skincare&language=");
        assertThat(made.statusCode()).isEqualTo(302);
        String path = made.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");

        HttpResponse<String> page = site.page(path);
        assertThat(text(page, 200)).contains("Key findings", "Made of run-skincare.", "Not enough evidence");
        assertThat(page.body()).contains("<article class=\"doc\" lang=\"en\">").doesNotContain("style=");
        assertThat(text(site.page("/reports"), 200)).contains("What works for #skincare", "pdf html md json");
        assertThat(site.page(path + "/file?format=md").headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"what-works-for-skincare");
        assertThat(site.page(path + "/file").body()).startsWith("%PDF-");

        assertThat(site.post(path + "/remove", site.origin(), "").statusCode()).isEqualTo(302);
        assertThat(text(site.page(path), 404)).contains("There is no report ");
    }

    @Test
    void programsMakeListAndFetchReports() {
        JsonNode made = json(site.postJson("/api/v1/reports?kind=client&hashtag=a&language=id&by=cron", ""), 201);
        String id = made.at("/reports/0/id").asString();

        assertThat(made.at("/reports/0/language").asString()).isEqualTo("id");
        assertThat(json(site.json("/api/v1/reports/" + id), 200)).isEqualTo(made.at("/reports/0"));
        assertThat(json(site.json("/api/v1/reports?limit=1"), 200).at("/items/0/madeBy").asString()).isEqualTo("cron");
        assertThat(json(site.json("/api/v1/reports/" + id + ".json"), 200).at("/document/title").asString())
                .isEqualTo("Arahan konten #perawatankulit");
        assertThat(site.json("/api/v1/reports/" + id + ".pdf").body()).startsWith("%PDF-");
        assertThat(site.json("/api/v1/reports/" + id + ".html").headers().firstValue("Content-Type").orElseThrow())
                .isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(json(site.json("/api/v1/reports/" + id + ".doc"), 422).at("/detail").asString())
                .contains("There is no format doc. Choose pdf, html, md or json.");
        assertThat(json(site.send("DELETE", "/api/v1/reports/" + id, "text/plain", ""), 200).at("/id").asString())
                .isEqualTo(id);
        assertThat(site.json("/api/v1/reports/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldTogether() {
        assertThat(json(site.postJson("/api/v1/reports?kind=client&language=vi", ""), 422).at("/detail").asString())
                .contains("\"hashtag\" is missing.", "it was \"vi\".");
        assertThat(site.postJson("/api/v1/reports?kind=memo", "").statusCode()).isEqualTo(404);
        assertThat(site.postJson("/api/v1/reports?kind=client&hashtag=a&x=1", "").statusCode()).isEqualTo(400);
    }

    @Test
    void brandingIsLookedAtThenKept() {
        assertThat(site.page("/reports/branding").body()).contains("value=\"#1e3a8a\"");
        String wanted = "form=true&name=Warung+Agency&primary=%236D28D9&muted=%2357534E&good=%230d9488&warning=%23ea580c&confidentiality=Secret&watermark=true";
        String looked = site.page("/reports/branding?" + wanted).body();
        assertThat(looked).contains("value=\"Warung Agency\"", "preview.svg?name=Warung");
        assertThat(json(site.json("/api/v1/branding"), 200).at("/name").asString()).as("not kept yet").isEmpty();
        assertThat(site.page("/reports/branding/preview.svg?" + wanted).body()).startsWith("<svg").contains("#6D28D9",
                "Secret", "rotate(");
        assertThat(site.page("/reports/branding/preview.pdf?" + wanted).body()).startsWith("%PDF-");

        assertThat(site.post("/reports/branding", site.origin(), wanted).statusCode()).isEqualTo(302);
        assertThat(site.upload("/reports/branding/logo", "logo.png", SampleDocuments.logo()).statusCode())
                .isEqualTo(302);
        JsonNode kept = json(site.json("/api/v1/branding"), 200);
        assertThat(kept.at("/primary").asString()).isEqualTo("#6D28D9");
        assertThat(kept.at("/logo/width").asInt()).isEqualTo(360);

        assertThat(json(site.send("PUT", "/api/v1/branding", "application/json", "{\"name\":\"Other\"}"), 200)
                .at("/confidentiality").asString()).as("left out").isEqualTo("Secret");
        assertThat(json(site.send("PUT", "/api/v1/branding", "application/json",
                "{\"primary\":\"blue\",\"muted\":\"grey\"}"), 422).at("/detail").asString())
                .contains("Colour primary (blue) must be written like #1E3A8A.", "Colour muted (grey)");
        assertThat(json(site.send("PUT", "/api/v1/branding", "application/json", "{\"primary\":\"#F59E0B\"}"), 422)
                .at("/detail").asString()).contains("has a contrast of 2.14 with white: at least 4.5 is needed");
        assertThat(json(site.send("PUT", "/api/v1/branding/logo", "image/png", "no picture"), 422).at("/detail")
                .asString()).contains("The logo is neither a PNG nor a JPEG.");
        assertThat(json(site.send("DELETE", "/api/v1/branding/logo", "text/plain", ""), 200).has("logo")).isFalse();
    }
}

package dev.upswell.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.document.Block;
import dev.upswell.document.Document;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private final KeptReports here = KeptReports.offering();
    private final Reports reports = here.reports;

    private static String text(Reports.File file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatIsMadeIsKeptAndHandedOutInAllFormats() {
        KeptReport made = reports.make("client", Map.of("hashtag", "skincare"), "ada").getFirst();

        assertThat(reports.list(10, 0)).isEqualTo(new Reports.Part(List.of(made), 1));
        assertThat(made).isEqualTo(new KeptReport(made.id(), "client", "What works for #skincare, 15–30 seconds",
                Locale.ENGLISH, "run-skincare", "ada", KeptReports.NOON));
        assertThat(reports.document(made)).isEqualTo(SampleDocuments.client());
        assertThat(reports.file(made.shortId(), ReportFormat.PDF).bytes())
                .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(reports.file(made.shortId(), ReportFormat.PDF).name())
                .isEqualTo("what-works-for-skincare-15-30-seconds-" + made.shortId() + ".pdf");
        assertThat(text(reports.file(made.shortId(), ReportFormat.HTML))).startsWith("<!doctype html>");
        assertThat(text(reports.file(made.shortId(), ReportFormat.MARKDOWN))).startsWith("# What works for #skincare");
        assertThat(text(reports.file(made.shortId(), ReportFormat.JSON)))
                .contains("\"schema\" : \"upswell-document/1\"");
    }

    @Test
    void filesFollowTheBrandingOfNowAndTheDayOfMaking() {
        KeptReport made = reports.make("client", Map.of("hashtag", "a", "language", "id"), "ada").getFirst();
        here.brandings.put(SampleDocuments.branding());
        here.brandings.putLogo(Logo.read(SampleDocuments.logo()));

        assertThat(text(reports.file(made.shortId(), ReportFormat.MARKDOWN))).contains("Warung Agency, 2026-11-20",
                "*Confidential: for Glowlab only, not to be passed on*");
        assertThat(here.brandings.get()).usingRecursiveComparison().isEqualTo(SampleDocuments.branding());
        assertThat(here.brandings.put(Branding.USUAL).logo()).as("kept until it is removed").isNotNull();
        assertThat(here.brandings.putLogo(null)).isEqualTo(Branding.USUAL);
    }

    @Test
    void everythingThatIsWrongWithParametersIsToldTogether() {
        assertThatThrownBy(() -> reports.make("client", Map.of("language", "vi", "colour", "red"), "ada"))
                .isInstanceOf(ReportRefused.class).hasMessageContainingAll("\"hashtag\" is missing.",
                        "\"language\" must be one of ", "it was \"vi\".",
                        "A report of kind client takes no \"colour\".");
        assertThatThrownBy(() -> reports.make("memo", Map.of(), "ada"))
                .hasMessage("There is no kind of report memo.\nChoose one of client.");
        assertThatThrownBy(() -> KeptReports.idle().reports.make("client", Map.of(), "ada"))
                .hasMessageEndingWith("No kind of report is there yet: look for patterns first.");
    }

    @Test
    void aDocumentThatCannotBeSetIsNotKeptNorAreItsFellows() {
        Document tooLong = new Document("Long", "", Locale.ENGLISH, 1,
                List.of(new Block.PageBreak(), new Block.Paragraph("x"), new Block.PageBreak(),
                        new Block.Paragraph("second page")));

        assertThatThrownBy(() -> reports.keep("client", List.of(SampleDocuments.sparse(), tooLong), null, "ada"))
                .hasMessageContaining("The document \"Long\" fills ");
        assertThat(reports.list(10, 0).total()).isZero();
    }

    @Test
    void textThatTablesCannotHoldDoesNotLoseTheReport() {
        Document odd = new Document("A\0B", "", Locale.ENGLISH, 1, List.of(new Block.Paragraph("C\0D \uD800 E")));

        KeptReport kept = reports.keep("client", List.of(odd), null, "ada").getFirst();

        assertThat(kept.title()).isEqualTo("AB");
        assertThat(reports.file(kept.shortId(), ReportFormat.PDF).bytes()).isNotEmpty();
        assertThat(text(reports.file(kept.shortId(), ReportFormat.HTML))).doesNotContain("\0");
    }

    @Test
    void reportsOfOthersAreNotThere() {
        KeptReport made = reports.make("client", Map.of("hashtag", "a"), "ada").getFirst();
        Reports others = KeptReports.offering().reports;

        assertThat(others.list(10, 0).total()).isZero();
        assertThatThrownBy(() -> others.get(made.id().toString())).hasMessage("There is no report " + made.id()
                + ".\nRun \"upswell report list\" to see which there are.");
        here.brandings.put(SampleDocuments.branding());
        assertThat(KeptReports.offering().brandings.get()).isEqualTo(Branding.USUAL);
    }

    @Test
    void aReportIsRemovedOnce() {
        KeptReport made = reports.make("client", Map.of("hashtag", "a"), "ada").getFirst();

        assertThat(reports.remove(made.shortId())).isEqualTo(made);
        assertThatThrownBy(() -> reports.remove(made.shortId())).isInstanceOf(ReportRefused.class);
        assertThatThrownBy(() -> reports.get("")).isInstanceOf(ReportRefused.class);
    }
}

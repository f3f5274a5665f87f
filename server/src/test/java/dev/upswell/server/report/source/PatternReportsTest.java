package dev.upswell.server.report.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.brief.FieldTrial;
import dev.upswell.brief.StrategyKind;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.Choice;
import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.pattern.select.Widening;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Industries;
import dev.upswell.server.across.IndustryDraft;
import dev.upswell.server.across.SearchedClients;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSettings;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.creative.PostedVideos;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.report.GivenReports;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.Press;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportSource;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A search for patterns becomes documents that fit their pages and say no more than it found.
class PatternReportsTest {

    private static Reports reports(PostedVideos posted) {
        return reports(posted, creator -> StrategyKind.Format.RECIPE);
    }

    private static Reports reports(PostedVideos posted, Function<String, StrategyKind.Format> dealer) {
        return reports(posted, dealer, List.of());
    }

    private static Reports reports(PostedVideos posted, Function<String, StrategyKind.Format> dealer,
            List<FieldTrial> trials) {
        var competitors = new Competitors(posted.runs);
        return new Reports(posted.tenant, posted.database, () -> PostedVideos.NOON,
                new PatternReports(new ReportGround(posted.runs, new ClientHashtags(posted.runs), competitors,
                        industries(posted), benchmarks(posted), () -> trials), dealer,
                        PdfRendering::fits),
                new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering()));
    }

    private static Benchmarks benchmarks(PostedVideos posted) {
        return new Benchmarks(posted.tenant, posted.database, () -> PostedVideos.NOON, posted.runs, industries(posted));
    }

    private static Industries industries(PostedVideos posted) {
        return new Industries(posted.tenant, posted.database, () -> PostedVideos.NOON, posted.runs);
    }

    private static PatternRun searched(PostedVideos posted) {
        var wanted = new PatternRuns.Wanted("Acme", PatternSubject.of("bali", null), PostedVideos.QUICK, "ada");
        try (BegunSearch begun = posted.runs.begin(wanted)) {
            return begun.run(2, PatternRuns.Progress.SILENT);
        }
    }

    private static int pages(Reports reports, KeptReport report) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(reports.file(report.shortId(), ReportFormat.PDF).bytes())) {
            return pdf.getNumberOfPages();
        }
    }

    private static String markdown(Reports reports, KeptReport report) {
        return new String(reports.file(report.shortId(), ReportFormat.MARKDOWN).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void withoutASearchNoReportIsOffered() {
        assertThat(reports(new PostedVideos()).kinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void aSearchBecomesThreeBriefsOfTwoPagesAndALongReport(String language) throws IOException {
        PostedVideos posted = PostedVideos.of(120, 2.5);
        PatternRun run = searched(posted);
        Reports reports = reports(posted);
        assertThat(reports.kinds()).extracting(ReportKind::name).containsExactly("client", "factory", "affiliate",
                "long");
        Map<String, String> said = new HashMap<>(Map.of("run", run.id().toString(), "language", language, "brand",
                "Glowlab", "points", "light; from Bali"));

        for (String kind : List.of("client", "factory", "affiliate")) {
            KeptReport made = reports.make(kind, said, "ada").getFirst();
            assertThat(pages(reports, made)).as(kind).isBetween(1, 2);
            assertThat(made.language().getLanguage()).isEqualTo(language);
            assertThat(markdown(reports, made)).contains("bali").doesNotContain("metadata_");
        }
        List<KeptReport> whole = reports.make("long", said, "ada");
        assertThat(whole).hasSize(1);
        assertThat(pages(reports, whole.getFirst())).isBetween(3, 12);
        assertThat(markdown(reports, whole.getFirst())).contains("https://www.tiktok.com/@c");
    }

    @Test
    void aReportNamesTheIndustryOfItsClientUnlessAnotherIsChosen() {
        PostedVideos posted = PostedVideos.of(60, 0);
        PatternRun run = searched(posted);
        Reports reports = reports(posted);
        industries(posted).put("surfing", new IndustryDraft("surfing", null, "sports", "leisure", List.of("#Waves"),
                0.061, List.of("up_to_15")), "ada");
        industries(posted).place("Acme", "surfing", "ada");
        Map<String, String> said = Map.of("run", run.id().toString());

        assertThat(markdown(reports, reports.make("client", said, "ada").getFirst())).contains(
                "usual in the industry of surfing are an engagement rate of 6.1%; lengths of 0–15 s; hashtags such as");
        assertThat(markdown(reports, reports.make("client",
                Map.of("run", run.id().toString(), "industry", "functional_drinks"), "ada").getFirst()))
                .contains("functional drinks").doesNotContain("surfing");
    }

    @Test
    void whatTrialsGaveOfItsPatternsStandsInEveryReport() throws IOException {
        PostedVideos posted = PostedVideos.of(120, 2.5);
        PatternRun run = searched(posted);
        Choice asks = new Choice(FeatureDictionary.STANDARD.get("metadata_has_question"), Choice.Side.ABOVE, .5);
        Reports reports = reports(posted, creator -> StrategyKind.Format.RECIPE, List.of(
                new FieldTrial(asks, DurationBucket.UP_TO_15, FieldTrial.Outcome.VALIDATED, .43,
                        new Interval(.19, .71), 61, 64),
                new FieldTrial(asks, DurationBucket.UP_TO_60, FieldTrial.Outcome.REJECTED, -.02,
                        new Interval(-.09, .06), 61, 64)));

        for (String kind : List.of("client", "long")) {
            KeptReport made = reports.make(kind, Map.of("run", run.id().toString()), "ada").getFirst();
            assertThat(markdown(reports, made)).contains("What trials gave", "Held: 1; did not hold: 0;",
                    "+43% (+19% to +71%)", "61 / 64").doesNotContain("−2%");
            assertThat(pages(reports, made)).isLessThanOrEqualTo(kind.equals("client") ? 2 : 12);
        }
        for (String kind : List.of("factory", "affiliate")) {
            KeptReport made = reports.make(kind, Map.of("run", run.id().toString()), "ada").getFirst();
            assertThat(markdown(reports, made)).contains("Tried with creators", "It held: engagement of videos",
                    "by +43% from videos as usual").doesNotContain("+19%");
        }
    }

    @Test
    void aClientReadsWhereItStandsAmongFiveOnceABenchmarkWasMade() throws IOException {
        SearchedClients clients = new SearchedClients();
        for (int i = 0; i < 5; i++) {
            clients.hashtag("tag" + i, 24, 0, .03 + .01 * i).search("Client " + i, "tag" + i, "functional_drinks");
        }
        PostedVideos posted = clients.posted;
        Reports reports = reports(posted);
        Map<String, String> said = Map.of("run", posted.runs.lastOfHashtags("Client 4").getFirst().id().toString());
        assertThat(markdown(reports, reports.make("client", said, "ada").getFirst())).as("nothing was made yet")
                .doesNotContain("Among clients of the industry");

        assertThat(clients.benchmarks(() -> PostedVideos.NOON).make("ada").made()).isEqualTo(1);

        KeptReport made = reports.make("client", said, "ada").getFirst();
        assertThat(markdown(reports, made)).contains("Among clients of the industry", "above the middle half",
                "1 January 2026", "no client can be recognised").doesNotContain("Client 0", "Client 1", "tag1");
        assertThat(pages(reports, made)).isLessThanOrEqualTo(2);
        for (String kind : List.of("factory", "affiliate", "long")) {
            assertThat(markdown(reports, reports.make(kind, said, "ada").getFirst()))
                    .doesNotContain("Among clients of the industry");
        }
    }

    @Test
    void whereNothingIsConfirmedTheBriefsSaySo() {
        PostedVideos posted = PostedVideos.of(60, 0);
        PatternRun run = searched(posted);
        Reports reports = reports(posted);
        assertThat(run.analysis()).isNotNull().satisfies(analysis -> assertThat(analysis.confirmed()).isZero());

        for (String kind : List.of("client", "factory", "affiliate")) {
            KeptReport made = reports.make(kind, Map.of("run", run.id().toString()), "ada").getFirst();
            assertThat(markdown(reports, made)).as(kind)
                    .containsAnyOf("Not enough evidence", "Nothing has held up clearly enough")
                    .contains("Nobody looked at the videos themselves").doesNotContain("★");
        }
        assertThat(markdown(reports, reports.make("long", Map.of("run", run.id().toString()), "ada").getFirst()))
                .contains("Not looked at", "because nobody analysed or coded them for it");
    }

    @ParameterizedTest
    @EnumSource(StrategyKind.Format.class)
    void aBriefForATestOfFormatsIsMadeInTheDealtFormatAndRemembersIt(StrategyKind.Format format) throws IOException {
        PostedVideos posted = PostedVideos.of(120, 2.5);
        PatternRun run = searched(posted);
        Reports reports = reports(posted, creator -> format);

        KeptReport made = reports.make("factory", Map.of("run", run.id().toString(), "tester", "@Ann"), "ada")
                .getFirst();

        assertThat(made.given()).isEqualTo(new ReportSource.Given(format.name().toLowerCase(Locale.ROOT), "ann"));
        assertThat(reports.get(made.shortId())).isEqualTo(made);
        assertThat(new GivenReports(posted.tenant, posted.database).list()).containsExactly(made);
        assertThat(pages(reports, made)).isBetween(1, 2);
        assertThat(markdown(reports, made)).containsIgnoringCase("question in the caption");
        KeptReport usual = reports.make("factory", Map.of("run", run.id().toString()), "ada").getFirst();
        assertThat(usual.given()).isNull();
        assertThat(markdown(reports, usual)).isNotEqualTo(markdown(reports, made));
    }

    @Test
    void aTesterWhoIsNoCreatorIsRefused() {
        PostedVideos posted = PostedVideos.of(24, 0);
        PatternRun run = searched(posted);

        assertThatThrownBy(() -> reports(posted).make("factory",
                Map.of("run", run.id().toString(), "tester", "no/one !"), "ada")).isInstanceOf(Refused.class)
                .hasMessageContaining("\"tester\" is no handle of a creator.");
        assertThatThrownBy(() -> reports(posted).make("factory",
                Map.of("run", run.id().toString(), "tester", "ann"), "ada")).isInstanceOf(Refused.class)
                .hasMessageContaining("\"tester\" has nothing to try");
    }

    @Test
    void whatCameInWhereThereWereTooFewStandsInTheScope() {
        PostedVideos posted = PostedVideos.few();
        var selection = new SelectionSettings(Instant.parse("2026-02-01T00:00:00Z"), null, 1_000, .01, 800, 30, 50, 42);
        PatternRun run;
        try (BegunSearch begun = posted.runs.begin(new PatternRuns.Wanted("Acme",
                PatternSubject.of("ubud", null),
                new PatternSettings(selection, PostedVideos.QUICK.search(), Widening.HASHTAGS, false), "ada"))) {
            run = begun.run(2, PatternRuns.Progress.SILENT);
        }
        Reports reports = reports(posted);

        assertThat(markdown(reports, reports.make("client", Map.of("run", run.id().toString()), "ada").getFirst()))
                .contains("18 of up to two minutes were analysed.",
                        "Videos posted since 1 February 2026 were asked for.",
                        "Where a length had too few, 6 videos from outside these dates came in.",
                        "The earliest were posted since 10 January 2026.",
                        "Where a length still had too few, 12 videos with the related #food came in");
        assertThat(markdown(reports,
                reports.make("client", Map.of("run", run.id().toString(), "language", "id"), "ada").getFirst()))
                .contains("12 video dengan tagar terkait");
    }

    @Test
    void competitorsAreReadAndUnknownOnesRefused() {
        PostedVideos posted = PostedVideos.of(60, 0);
        PatternRun run = searched(posted);
        Reports reports = reports(posted);

        KeptReport made = reports.make("client", Map.of("run", run.id().toString(), "competitors", "c1"), "ada")
                .getFirst();

        assertThat(markdown(reports, made)).contains("@c1");
        assertThatThrownBy(() -> reports.make("client",
                Map.of("run", run.id().toString(), "competitors", "c1, nobody"), "ada")).isInstanceOf(Refused.class)
                .hasMessageContaining("No video of @nobody is stored.");
        assertThatThrownBy(() -> reports.make("client", Map.of("run", "other"), "ada")).isInstanceOf(Refused.class);
    }
}

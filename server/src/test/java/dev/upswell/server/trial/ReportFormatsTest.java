package dev.upswell.server.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.brief.StrategyKind.Format;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.Press;
import dev.upswell.server.report.ReportKind;
import dev.upswell.server.report.ReportSource;
import dev.upswell.server.report.Reports;
import dev.upswell.server.report.SampleDocuments;
import dev.upswell.server.report.pdf.PdfRendering;
import dev.upswell.server.report.text.HtmlRendering;
import dev.upswell.server.report.text.MarkdownRendering;
import dev.upswell.trial.format.FormatUse;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportFormatsTest {

    private final TriedPatterns tried = new TriedPatterns();
    private final ReportFormats formats = tried.formats;
    private final Reports reports = new Reports(tried.tenant, tried.database, tried::now,
            () -> List.of(new ReportKind("brief", "Brief", "For a test.",
                    List.of(new ReportKind.Parameter("tester", "Creator", true, Map.of())),
                    said -> new ReportSource.Output(List.of(SampleDocuments.client()), null, given(said)))),
            new Press(new PdfRendering(), new HtmlRendering(), new MarkdownRendering()));

    private ReportSource.Given given(Map<String, String> said) {
        String creator = said.getOrDefault("tester", "");
        return new ReportSource.Given(formats.deal(creator).name().toLowerCase(Locale.ROOT), creator);
    }

    private KeptReport report(String creator) {
        return reports.make("brief", Map.of("tester", creator), "ada").getFirst();
    }

    private static ReportFormats.Told told(@Nullable String report) {
        return new ReportFormats.Told("", "", report,
                (format, creator) -> new FormatUse(format, creator, true, .9, .8, 2.0, 1.2, true));
    }

    @Test
    void formatsAreDealtByTheMix() {
        Set<Format> dealt = EnumSet.noneOf(Format.class);
        for (int i = 0; i < 5; i++) {
            KeptReport made = report("maker" + i);
            ReportSource.Given given = Objects.requireNonNull(made.given());
            dealt.add(Format.valueOf(given.format().toUpperCase(Locale.ROOT)));
            assertThat(formats.out()).extracting(ReportFormats.Out::report).contains(made);
        }

        assertThat(dealt).as("all share evenly at first").containsExactlyInAnyOrder(Format.values());
    }

    @Test
    void whatCameOfAReportCountsForItsFormatOnce() {
        KeptReport made = report("ann");
        String format = formats.out().getFirst().given().format();

        formats.tell(told(made.shortId()), "ada");

        assertThat(formats.out()).singleElement().satisfies(one -> assertThat(one.told()).isTrue());
        assertThat(formats.mix().formats()).filteredOn(one -> one.given() > 0).singleElement()
                .satisfies(one -> assertThat(one.format()).isEqualTo(format));
        assertThatExceptionOfType(TrialRefused.class).isThrownBy(() -> formats.tell(told(made.shortId()), "ada"))
                .withMessageContaining("What came of the report " + made.shortId() + " was told already.");
        assertThatExceptionOfType(TrialRefused.class).isThrownBy(() -> formats.tell(told("nonsense"), "ada"))
                .withMessageContaining("No report nonsense was made for a test of formats.");
    }
}

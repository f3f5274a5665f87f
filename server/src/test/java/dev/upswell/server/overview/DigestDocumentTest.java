package dev.upswell.server.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.document.Document;
import dev.upswell.learn.Interval;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.DocumentTexts;
import dev.upswell.server.report.pdf.PdfRendering;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestDocumentTest {

    private static final Instant AT = Instant.parse("2025-11-21T12:00:00Z");
    private static final String LONG = "word ".repeat(200);

    private static Span span(int daysBefore, double rate) {
        Instant to = AT.minusSeconds(daysBefore * 86_400L);
        return new Span(to.minusSeconds(86_400), to, Map.of(Kpi.FYP_RATE,
                new Span.Measured(rate, 120, new Interval(rate - 0.07, rate + 0.08)), Kpi.VIDEOS,
                new Span.Measured(130, 130, null)));
    }

    private static Kpis kpis(int days) {
        return new Kpis(days, span(0, 0.25), span(30, 0.2),
                IntStream.range(0, 30).mapToObj(day -> span(29 - day, 0.2)).toList());
    }

    private static Digest digest(@Nullable Kpis kpis) {
        List<Cost.Asked> asked = IntStream.range(0, 8)
                .mapToObj(one -> new Cost.Asked("source-" + one, 1_200, one == 0 ? null : Long.valueOf(900))).toList();
        return new Digest("Glow", AT, 30, kpis, kpis == null ? List.of() : List.of(kpis(7), kpis(30), kpis(90)),
                new Cost(LocalDate.of(2025, 10, 23), LocalDate.of(2025, 11, 21), new BigDecimal("1.250000"), "USD",
                        asked),
                IntStream.range(0, 3).mapToObj(one -> new NextAction(LONG, LONG, "creator", AT, "/videos")).toList(),
                List.of());
    }

    private static Document document(Digest digest, String language) {
        Locale locale = Locale.of(language);
        return DigestDocument.of(digest, "overview.executive.title", locale,
                Spoken.in(locale, InstantSource.fixed(AT)));
    }

    private static String text(Digest digest) {
        return DocumentTexts.of(document(digest, "en")).replace('\u00a0', ' ');
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void itHasTwoPagesWithAndWithoutVideosHoweverLongActionsAre(String language) throws IOException {
        for (Digest digest : List.of(digest(kpis(30)), digest(null))) {
            byte[] pdf = new PdfRendering().of(document(digest, language), Branding.USUAL, LocalDate.of(2025, 11, 21));
            try (PDDocument file = Loader.loadPDF(pdf)) {
                assertThat(file.getNumberOfPages()).isEqualTo(2);
            }
        }
    }

    @Test
    void theRateBearsItsIntervalAndWhatItRestsOn() {
        assertThat(text(digest(kpis(30))))
                .contains("FYP rate 25 % (95 % interval 18–33 %, 120 videos)", "+5.0 points to the 30 days before.",
                        "Language models: 1.25 USD", "source-0: 1,200 requests; it told no charge",
                        "source-1: 1,200 requests, 900 units charged", "belong to Glow");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        String text = text(digest(null));

        assertThat(text).contains("No video is a day old yet", "No hashtag has a place in the trends yet")
                .doesNotContain("0 %");
        assertThat(text(digest(kpis(30))))
                .contains("Measured of no video: unknown, not zero.");
    }
}

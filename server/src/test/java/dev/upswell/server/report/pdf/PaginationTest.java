package dev.upswell.server.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.document.Block;
import dev.upswell.document.Block.Column;
import dev.upswell.document.Block.Mark;
import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.ReportRefused;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// What of a document stands on which page, and what cannot stand on any.
class PaginationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final PdfRendering rendering = new PdfRendering();

    private PDDocument rendered(Document document) throws IOException {
        return Loader.loadPDF(rendering.of(document, Branding.USUAL, DAY));
    }

    private static Document of(int pages, Block... blocks) {
        return new Document("Title", "", Locale.ENGLISH, pages, List.of(blocks));
    }

    private static String text(PDDocument file) throws IOException {
        return new PDFTextStripper().getText(file);
    }

    private static String page(PDDocument file, int page) throws IOException {
        PDFTextStripper one = new PDFTextStripper();
        one.setStartPage(page);
        one.setEndPage(page);
        return one.getText(file);
    }

    @Test
    void aSentenceBelowAHeadingGoesWithTheListThatItIntroduces() throws IOException {
        List<String> points = List.of("first point", "second point", "third point");
        for (int lines = 30; lines < 56; lines++) {
            Block[] blocks = Stream.concat(IntStream.range(0, lines).mapToObj(_ -> new Block.Paragraph("x")),
                    Stream.of(new Block.Heading(1, "Heading"), new Block.Paragraph("About the list"),
                            new Block.Points(Mark.DOT, points)))
                    .toArray(Block[]::new);
            try (PDDocument file = rendered(of(9, blocks))) {
                for (int page = 1; page <= file.getNumberOfPages(); page++) {
                    String text = page(file, page);
                    assertThat(text.contains("About the list")).as("%d lines", lines)
                            .isEqualTo(text.contains("first point")).isEqualTo(text.contains("second point"));
                }
            }
        }
    }

    @Test
    void aChartOfFewBarsStandsOnOnePage() throws IOException {
        List<Block.Bar> bars = IntStream.range(0, 5)
                .mapToObj(at -> new Block.Bar("bar " + at, 0.1, "10%", null)).toList();
        for (int lines = 30; lines < 50; lines++) {
            Block[] blocks = Stream.concat(IntStream.range(0, lines).mapToObj(_ -> new Block.Paragraph("x")),
                    Stream.of(new Block.Bars("caption", "axis", bars))).toArray(Block[]::new);
            try (PDDocument file = rendered(of(9, blocks))) {
                for (int page = 1; page <= file.getNumberOfPages(); page++) {
                    assertThat(page(file, page).contains("bar 0")).isEqualTo(page(file, page).contains("bar 4"));
                }
                assertThat(text(file)).contains("0%").contains("10%");
            }
        }
    }

    @Test
    void whatFitsDoesSoInPrintThatIsNotTheSmallest() {
        Block[] blocks = IntStream.range(0, 40).mapToObj(_ -> new Block.Paragraph("x")).toArray(Block[]::new);

        assertThat(PdfRendering.fits(of(2, blocks))).isTrue();
        assertThat(PdfRendering.fits(of(1, blocks))).isFalse();
    }

    @Test
    void aPageBreakBeginsAPage() throws IOException {
        try (PDDocument file = rendered(
                of(2, new Block.Paragraph("one"), new Block.PageBreak(), new Block.Paragraph("two")))) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
        }
    }

    @Test
    void pageBreaksAtTheEndsLeaveNoEmptyPage() throws IOException {
        try (PDDocument file = rendered(
                of(1, new Block.PageBreak(), new Block.Paragraph("one"), new Block.PageBreak()));
                PDDocument nothing = rendered(of(1))) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
            assertThat(nothing.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void namesOfColumnsHigherThanAPageAreRefused() {
        Block.Table table = new Block.Table("", List.of(new Column("word ".repeat(9000), false)),
                List.of(List.of("a"), List.of("b"), List.of("c")));

        assertThatThrownBy(() -> rendering.of(of(9, table), Branding.USUAL, DAY)).isInstanceOf(ReportRefused.class)
                .hasMessageStartingWith("The document \"Title\" has a part that is higher than a page: \"word word ")
                .hasMessageEndingWith("word…\".\nDivide it into smaller parts.");
    }

    @Test
    void namesOfColumnsThatLeaveNoRoomForARowAreRefused() {
        for (int words = 900; words < 2000; words += 25) {
            Block.Table table = new Block.Table("", List.of(new Column("word ".repeat(words), false)),
                    List.of(List.of("row ".repeat(30)), List.of("b"), List.of("c")));
            try {
                assertThat(rendering.of(of(9, table), Branding.USUAL, DAY)).isNotEmpty();
            } catch (ReportRefused refused) {
                assertThat(refused).hasMessageContaining("higher than a page");
            }
        }
    }

    @Test
    void columnsGoOnBesideEachOtherOnTheNextPage() throws IOException {
        List<Block> left = IntStream.range(0, 60).<Block>mapToObj(at -> new Block.Paragraph("left " + at)).toList();
        List<Block> right = IntStream.range(0, 20).<Block>mapToObj(at -> new Block.Paragraph("right " + at)).toList();
        try (PDDocument file = rendered(of(3, new Block.Columns(List.of(left, right)), new Block.Paragraph("below")))) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
            assertThat(text(file)).contains("left 59", "right 19", "below");
        }
    }
}

package dev.upswell.server.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.upswell.document.Block;
import dev.upswell.document.Block.Column;
import dev.upswell.document.Block.Link;
import dev.upswell.document.Block.Mark;
import dev.upswell.document.Block.Span;
import dev.upswell.document.Block.Tone;
import dev.upswell.document.Block.Track;
import dev.upswell.document.Document;
import dev.upswell.server.report.Branding;
import dev.upswell.server.report.DocumentTexts;
import dev.upswell.server.report.ReportRefused;
import dev.upswell.server.report.SampleDocuments;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfRenderingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final float DOTS_PER_INCH = 144;

    private final PdfRendering rendering = new PdfRendering();

    static Stream<Document> documents() {
        return Stream.of(SampleDocuments.client(), SampleDocuments.sparse(), SampleDocuments.indonesian(),
                SampleDocuments.longTable());
    }

    private PDDocument rendered(Document document) throws IOException {
        return rendered(document, Branding.USUAL);
    }

    private PDDocument rendered(Document document, Branding branding) throws IOException {
        return Loader.loadPDF(rendering.of(document, branding, DAY));
    }

    private static Document of(int pages, Block... blocks) {
        return new Document("Title", "", Locale.ENGLISH, pages, List.of(blocks));
    }

    private static String text(PDDocument file) throws IOException {
        return new PDFTextStripper().getText(file);
    }

    /// Letters and digits alone, because lines are broken and cells stand beside each other.
    private static List<String> words(String text) {
        return Stream.of(text.split("[\\s/]+")).filter(word -> !word.isBlank()).sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyWordCanBeSelected(Document document) throws IOException {
        try (PDDocument file = rendered(document)) {
            assertThat(words(text(file))).containsAll(words(DocumentTexts.of(document).replace("🎉", "□")));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nothingReachesIntoTheMargins(Document document) throws IOException {
        for (Branding branding : List.of(Branding.USUAL, SampleDocuments.branding())) {
            try (PDDocument file = rendered(document, branding)) {
                for (PDPage page : file.getPages()) {
                    assertThat(Drawn.on(page).bounds()).hasSizeGreaterThan(5).allSatisfy(PdfRenderingTest::inside);
                }
            }
        }
    }

    private static void inside(Rectangle2D bounds) {
        assertThat(bounds.getMinX()).isGreaterThan(Frame.SIDE - 1);
        assertThat(bounds.getMaxX()).isLessThan(PDRectangle.A4.getWidth() - Frame.SIDE + 1);
        assertThat(bounds.getMinY()).isGreaterThan(25);
        assertThat(bounds.getMaxY()).isLessThan(PDRectangle.A4.getHeight() - 30);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noLettersLieOnOthers(Document document) throws IOException {
        try (PDDocument file = rendered(document)) {
            for (PDPage page : file.getPages()) {
                List<Rectangle2D> letters = new ArrayList<>(Letters.on(file, page));
                for (int one = 0; one < letters.size(); one++) {
                    for (int other = one + 1; other < letters.size(); other++) {
                        Rectangle2D both = letters.get(one).createIntersection(letters.get(other));
                        assertThat(both.getWidth() > 1 && both.getHeight() > 1)
                                .as("%s and %s", letters.get(one), letters.get(other)).isFalse();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void allFontsAreEmbedded(Document document) throws IOException {
        try (PDDocument file = rendered(document)) {
            for (PDPage page : file.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).as("a part of a font").matches("[A-Z]{6}\\+.*");
                }
            }
        }
    }

    @Test
    void pagesAreCountedInTheLanguageOfTheDocument() throws IOException {
        try (PDDocument english = rendered(SampleDocuments.client());
                PDDocument indonesian = rendered(SampleDocuments.indonesian())) {
            assertThat(english.getNumberOfPages()).isEqualTo(2);
            assertThat(text(english)).contains("1 of 2", "2 of 2", "20 November 2026");
            assertThat(indonesian.getNumberOfPages()).isEqualTo(1);
            assertThat(text(indonesian)).contains("1 dari 1", "Dưỡng ẩm để ngủ ngon", "129.000 ₫", "penonton □");
            assertThat(indonesian.getDocumentCatalog().getLanguage()).isEqualTo("id");
        }
    }

    @Test
    void aLongTableRepeatsItsColumnsOnEachPage() throws IOException {
        try (PDDocument file = rendered(SampleDocuments.longTable())) {
            assertThat(file.getNumberOfPages()).isGreaterThanOrEqualTo(3);
            for (int page = 1; page <= file.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(file)).contains("Pattern Videos Lift Tier");
            }
        }
    }

    @Test
    void aLongDocumentIsSetInSmallerPrint() throws IOException {
        String sentence = "This is one of many sentences that fill a page with words of no meaning. ";
        Block[] blocks = IntStream.range(0, 14).mapToObj(_ -> new Block.Paragraph(sentence.repeat(5)))
                .toArray(Block[]::new);
        try (PDDocument two = rendered(of(2, blocks)); PDDocument one = rendered(of(1, blocks))) {
            assertThat(two.getNumberOfPages()).isEqualTo(2);
            assertThat(one.getNumberOfPages()).isEqualTo(1);
            assertThat(words(text(one))).filteredOn(word -> word.equals("sentences")).hasSize(70);
        }
    }

    @Test
    void aDocumentWithTooManyPagesIsRefusedWithWhatIsTooMuch() {
        Block[] blocks = IntStream.range(0, 200).mapToObj(at -> new Block.Paragraph("Sentence " + at + "."))
                .toArray(Block[]::new);

        assertThatThrownBy(() -> rendering.of(of(2, blocks), Branding.USUAL, DAY)).isInstanceOf(ReportRefused.class)
                .hasMessageMatching(
                        "(?s)The document \"Title\" fills 6 pages and may have 2, at the smallest print too: "
                                + "from \"Sentence 79\\.\" on there is no room\\.\nShorten what it says, or allow it more pages\\.");
    }

    @Test
    void linksLeadWhereTheyPointAndCodesSayTheSame() throws Exception {
        Document document = SampleDocuments.client();
        try (PDDocument file = rendered(document)) {
            PDPage page = file.getPage(1);
            List<String> targets = new ArrayList<>();
            BufferedImage image = new PDFRenderer(file).renderImageWithDPI(1, DOTS_PER_INCH);
            for (PDAnnotation annotation : page.getAnnotations()) {
                PDActionURI action = (PDActionURI) ((PDAnnotationLink) annotation).getAction();
                targets.add(action.getURI());
                assertThat(code(image, annotation.getRectangle())).isEqualTo(action.getURI());
            }
            assertThat(targets).containsExactly("https://www.tiktok.com/@creator/video/7301234567890123451",
                    "https://www.tiktok.com/@creator/video/7301234567890123452",
                    "https://www.tiktok.com/@creator/video/7301234567890123453");
        }
    }

    /// What the code at the left of an area of a page says.
    private static String code(BufferedImage page, PDRectangle area) throws Exception {
        float dots = DOTS_PER_INCH / 72;
        int size = Math.round(area.getHeight() * dots);
        BufferedImage part = page.getSubimage(Math.round(area.getLowerLeftX() * dots),
                Math.round((PDRectangle.A4.getHeight() - area.getUpperRightY()) * dots), size, size);
        int[] pixels = part.getRGB(0, 0, size, size, null, 0, size);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)))).getText();
    }

    @Test
    void theSameDocumentGivesTheSameBytes() {
        byte[] first = rendering.of(SampleDocuments.client(), SampleDocuments.branding(), DAY);

        assertThat(new PdfRendering().of(SampleDocuments.client(), SampleDocuments.branding(), DAY)).isEqualTo(first);
        assertThat(rendering.of(SampleDocuments.client(), SampleDocuments.branding(), DAY.plusDays(1)))
                .isNotEqualTo(first);
    }

    @Test
    void brandingIsOnEveryPage() throws IOException {
        try (PDDocument file = rendered(SampleDocuments.client(), SampleDocuments.branding());
                PDDocument plain = rendered(SampleDocuments.client())) {
            assertThat(text(file).split("Confidential: for Glowlab only, not to be passed on", -1)).as("on two pages")
                    .hasSize(3);
            assertThat(Drawn.on(file.getPage(0)).pictures()).isEqualTo(1);
            assertThat(Drawn.on(plain.getPage(0)).pictures()).isZero();
            assertThat(file.getDocumentInformation().getAuthor()).isEqualTo("Warung Agency");
            assertThat(Drawn.on(file.getPage(1)).bounds()).as("a watermark")
                    .anyMatch(bounds -> bounds.getHeight() > 300);
            assertThat(Drawn.on(plain.getPage(1)).bounds()).noneMatch(bounds -> bounds.getHeight() > 300);
        }
    }

    @Test
    void chartsAndTimelinesAreVectors() throws IOException {
        try (PDDocument file = rendered(SampleDocuments.client())) {
            for (PDPage page : file.getPages()) {
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        }
    }

    @Test
    void aSpanTooNarrowForItsWordsIsSaidBelow() throws IOException {
        try (PDDocument file = rendered(of(1, new Block.Timeline("", 60, List.of(new Track("Text", List
                .of(new Span(0, 1, "A sentence that is far too long"), new Span(1, 60, "Room enough")))))))) {
            assertThat(text(file)).contains("1 · 0–1 s · A sentence that is far too long", "Room enough");
        }
    }

    @Test
    void signsThatNoFontHasAreBoxesOneForEach() throws IOException {
        try (PDDocument file = rendered(of(1, new Block.Paragraph("Family 👩‍👩‍👧, flag 🇮🇩, heart ❤️, 漢字")))) {
            assertThat(text(file)).contains("Family □, flag □, heart ❤, □□");
        }
    }

    @Test
    void whatReadsFromRightToLeftIsDrawnSo() throws IOException {
        try (PDDocument file = rendered(of(1, new Block.Paragraph("Hebrew: שלום (עולם) 2026")))) {
            assertThat(text(file)).contains("שלום");
        }
    }

    @Test
    void wordsAndCellsWiderThanTheirRoomAreBroken() throws IOException {
        String word = "abcdefghij".repeat(40);
        String cell = "many words in a cell ".repeat(500);
        try (PDDocument file = rendered(of(9, new Block.Paragraph(word), new Block.Callout(Tone.GOOD, word, word),
                new Block.Points(Mark.NUMBER, List.of(word)),
                new Block.Table(word, List.of(new Column(word, false), new Column("x", true)),
                        List.of(List.of(cell, word))),
                new Block.Links(List.of(new Link(word, URI.create("https://example.com/" + word))))))) {
            for (PDPage page : file.getPages()) {
                assertThat(Drawn.on(page).bounds()).allSatisfy(PdfRenderingTest::inside);
            }
            assertThat(text(file).replaceAll("\\s", "")).contains(word);
        }
    }

    @Test
    void emptyBlocksLeaveNoTrace() throws IOException {
        try (PDDocument file = rendered(of(1, new Block.Paragraph(""), new Block.Points(Mark.DO, List.of()),
                new Block.Figures(List.of()), new Block.Bars("", "", List.of()),
                new Block.Timeline("", 0, List.of()), new Block.Links(List.of()), new Block.Columns(List.of())))) {
            assertThat(file.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void shortCellsOfATableAreNotBroken() throws IOException {
        List<Column> columns = new ArrayList<>(List.of(new Column("What they do", false)));
        List<String> cells = new ArrayList<>(List.of("Bring the first text or sticker in the first two seconds"));
        for (int at = 0; at < 7; at++) {
            columns.add(new Column("Difference in engagement " + at, true));
            cells.add("< 0.00" + at);
        }
        try (PDDocument file = rendered(of(1, new Block.Table("", columns, List.of(cells))))) {
            assertThat(text(file)).contains(cells.subList(1, cells.size()));
        }
    }

    @Test
    void theDayIsNotSaidTwice() throws IOException {
        Document dated = new Document("Title", "Analysed on 20 November 2026", Locale.ENGLISH, 1, List.of());
        Document other = new Document("Title", "Analysed on 120 November 2026", Locale.ENGLISH, 1, List.of());
        try (PDDocument once = rendered(dated); PDDocument both = rendered(other)) {
            assertThat(text(once).split("20 November 2026", -1)).hasSize(2);
            assertThat(text(both).split("20 November 2026", -1)).hasSize(3);
        }
    }

    @Test
    void valuesThatAreNoNumbersLeaveTheChartStanding() throws IOException {
        try (PDDocument file = rendered(of(1, new Block.Bars("c", "a", List.of(
                new Block.Bar("unknown", Double.NaN, "not known", null), new Block.Bar("some", 3, "3", null)))))) {
            assertThat(text(file)).contains("not known", "some");
            for (Rectangle2D bounds : Drawn.on(file.getPage(0)).bounds()) {
                inside(bounds);
            }
        }
    }
}

package dev.upswell.server.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.report.pdf.Fonts.Weight;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void numbersStayWhole() throws IOException {
        assertThat(lines("0.62 (−0.03 to 1.3)", Locale.ENGLISH, 30)).containsExactly("0.62", "(−0.03", "to 1.3)");
        assertThat(lines("0,62 (−0,03 s.d. 1,3)", Locale.of("id"), 30)).startsWith("0,62", "(−0,03");
    }

    @Test
    void abbreviationsStayWhole() throws IOException {
        assertThat(lines("(−0,94 s.d. −0,06)", Locale.of("id"), 45)).anyMatch(line -> line.contains("s.d."))
                .noneMatch(line -> line.startsWith("d."));
    }

    @Test
    void linesAreAsLongAsThereIsRoom() throws IOException {
        assertThat(lines("Ask a question. Then wait.", Locale.ENGLISH, 70)).containsExactly("Ask a question.",
                "Then wait.");
        assertThat(lines("a\n\nb", Locale.ENGLISH, 70)).containsExactly("a", "", "b");
        assertThat(lines("", Locale.ENGLISH, 70)).containsExactly("");
        assertThat(lines("Donaudampfschiff", Locale.ENGLISH, 30)).as("what is wider than a line is broken")
                .hasSizeGreaterThan(1);
        assertThat(String.join("", lines("Donaudampfschiff", Locale.ENGLISH, 30))).isEqualTo("Donaudampfschiff");
    }

    private static List<String> lines(String text, Locale language, float width) throws IOException {
        try (PDDocument document = new PDDocument()) {
            return new Wrapping(new Fonts(document), language).lines(text, Weight.REGULAR, 9, width);
        }
    }
}

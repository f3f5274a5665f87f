package dev.upswell.server.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The letters of one document: a face in two weights, and a wide one for signs that it lacks.
///
/// A sign that no face has is shown as an empty box: one for each sign that a reader sees, however many code points make it up.
final class Fonts {

    private static final String FOLDER = "/report/fonts/";
    private static final String SUBSTITUTE = "□";
    private static final float THOUSAND = 1000;
    private static final int VARIATION_FIRST = 0xFE00;
    private static final int VARIATION_LAST = 0xFE0F;

    private final Face regular;
    private final Face bold;
    private final Face wide;
    private final Map<String, List<Run>> known = new HashMap<>();

    /// How strong letters are.
    enum Weight {
        REGULAR,
        BOLD
    }

    /// A font in the document, and which code points it has.
    record Face(PDType0Font font, CmapLookup glyphs) {

        boolean has(String cluster) {
            return cluster.codePoints().allMatch(point -> glyphs.getGlyphId(point) != 0);
        }
    }

    /// Letters that stand in one font.
    record Run(PDType0Font font, String text, float width) {
    }

    Fonts(PDDocument document) {
        regular = face(document, "Lato-Regular.ttf");
        bold = face(document, "Lato-Bold.ttf");
        wide = face(document, "DejaVuSans.ttf");
    }

    private static Face face(PDDocument document, String file) {
        try (InputStream stream = Objects.requireNonNull(Fonts.class.getResourceAsStream(FOLDER + file), file)) {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream));
            font.setEnableGsub(false);
            return new Face(PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    /// Width of a line, in points.
    float width(String text, Weight weight, float size) {
        float sum = 0;
        for (Run run : runs(text, weight)) {
            sum += run.width();
        }
        return sum * size;
    }

    /// A line as runs of one font each, in the order in which they are drawn; widths for letters of size 1.
    List<Run> runs(String text, Weight weight) {
        return known.computeIfAbsent(weight.ordinal() + text, key -> split(Reading.visual(clean(text)), weight));
    }

    private List<Run> split(String text, Weight weight) {
        List<Run> runs = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        Face current = weight == Weight.BOLD ? bold : regular;
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(text);
        int from = signs.first();
        for (int to = signs.next(); to != BreakIterator.DONE; from = to, to = signs.next()) {
            String sign = text.substring(from, to);
            Face face = faceOf(sign, weight);
            if (face != current) {
                close(runs, current, pending);
                current = face;
            }
            pending.append(face.has(sign) ? sign : SUBSTITUTE);
        }
        close(runs, current, pending);
        return List.copyOf(runs);
    }

    private Face faceOf(String sign, Weight weight) {
        Face usual = weight == Weight.BOLD ? bold : regular;
        return usual.has(sign) ? usual : wide;
    }

    private static void close(List<Run> runs, Face face, StringBuilder pending) {
        if (!pending.isEmpty()) {
            String text = pending.toString();
            try {
                runs.add(new Run(face.font(), text, face.font().getStringWidth(text) / THOUSAND));
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            pending.setLength(0);
        }
    }

    /// Composed letters, blanks for what breaks or indents lines, and nothing that only steers how signs before it are drawn.
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(point -> {
            if (Character.isWhitespace(point)) {
                clean.append(' ');
            } else if (!steers(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    private static boolean steers(int point) {
        return Character.isISOControl(point) || (point >= VARIATION_FIRST && point <= VARIATION_LAST)
                || (Character.getType(point) == Character.FORMAT && point != '\u200D');
    }
}

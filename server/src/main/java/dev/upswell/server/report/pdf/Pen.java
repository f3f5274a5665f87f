package dev.upswell.server.report.pdf;

import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/// Draws on one page; positions are points from its upper left corner.
final class Pen implements AutoCloseable {

    /// How far off the ends the handles of a curve lie that makes a quarter of a circle.
    private static final float QUARTER = 0.5523f;
    private static final float MOST = 255;

    private final PDPage page;
    private final PDPageContentStream stream;
    private final Fonts fonts;

    Pen(PDDocument document, PDPage page, Fonts fonts) {
        this.page = page;
        this.fonts = fonts;
        this.stream = tried(() -> new PDPageContentStream(document, page));
    }

    /// A sequence of operators, which fails only when memory does.
    @FunctionalInterface
    interface Operators {
        void draw(PDPageContentStream stream) throws IOException;
    }

    @FunctionalInterface
    private interface Making<T> {
        T make() throws IOException;
    }

    private static <T> T tried(Making<T> making) {
        try {
            return making.make();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void raw(Operators operators) {
        tried(() -> {
            operators.draw(stream);
            return operators;
        });
    }

    static float fromBottom(float y) {
        return PDRectangle.A4.getHeight() - y;
    }

    /// A line of text.
    ///
    /// @param baseline where letters stand
    void text(String text, Weight weight, float size, Colour colour, float x, float baseline) {
        List<Fonts.Run> runs = fonts.runs(text, weight);
        if (text.isBlank() || runs.isEmpty()) {
            return;
        }
        raw(to -> {
            fill(to, colour);
            to.beginText();
            to.newLineAtOffset(x, fromBottom(baseline));
            for (Fonts.Run run : runs) {
                to.setFont(run.font(), size);
                to.showText(run.text());
            }
            to.endText();
        });
    }

    /// A line of text that ends at `right`.
    void textTo(String text, Weight weight, float size, Colour colour, float right, float baseline) {
        text(text, weight, size, colour, right - fonts.width(text, weight, size), baseline);
    }

    /// A line of text around `middle`.
    void textAround(String text, Weight weight, float size, Colour colour, float middle, float baseline) {
        text(text, weight, size, colour, middle - fonts.width(text, weight, size) / 2, baseline);
    }

    void box(Colour colour, float x, float y, float width, float height) {
        raw(to -> {
            fill(to, colour);
            to.addRect(x, fromBottom(y + height), width, height);
            to.fill();
        });
    }

    /// A box with round corners.
    void roundBox(Colour colour, float radius, float x, float y, float width, float height) {
        float round = Math.min(radius, Math.min(width, height) / 2);
        float handle = round * (1 - QUARTER);
        float top = fromBottom(y);
        float bottom = fromBottom(y + height);
        raw(to -> {
            fill(to, colour);
            to.moveTo(x + round, top);
            to.lineTo(x + width - round, top);
            to.curveTo(x + width - handle, top, x + width, top - handle, x + width, top - round);
            to.lineTo(x + width, bottom + round);
            to.curveTo(x + width, bottom + handle, x + width - handle, bottom, x + width - round, bottom);
            to.lineTo(x + round, bottom);
            to.curveTo(x + handle, bottom, x, bottom + handle, x, bottom + round);
            to.lineTo(x, top - round);
            to.curveTo(x, top - handle, x + handle, top, x + round, top);
            to.fill();
        });
    }

    void disc(Colour colour, float x, float y, float radius) {
        roundBox(colour, radius, x - radius, y - radius, 2 * radius, 2 * radius);
    }

    void frame(Colour colour, float thickness, float x, float y, float width, float height) {
        raw(to -> {
            stroke(to, colour, thickness);
            to.addRect(x, fromBottom(y + height), width, height);
            to.stroke();
        });
    }

    /// A line through points: x and y by turns.
    void line(Colour colour, float thickness, float... points) {
        raw(to -> {
            stroke(to, colour, thickness);
            to.moveTo(points[0], fromBottom(points[1]));
            for (int at = 2; at < points.length; at += 2) {
                to.lineTo(points[at], fromBottom(points[at + 1]));
            }
            to.stroke();
        });
    }

    void image(PDImageXObject image, float x, float y, float width, float height) {
        raw(to -> to.drawImage(image, x, fromBottom(y + height), width, height));
    }

    /// Makes an area lead to an address.
    void link(URI target, float x, float y, float width, float height) {
        PDActionURI action = new PDActionURI();
        action.setURI(target.toASCIIString());
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        PDAnnotationLink link = new PDAnnotationLink();
        link.setAction(action);
        link.setBorderStyle(none);
        link.setRectangle(new PDRectangle(x, fromBottom(y + height), width, height));
        link.setPrinted(true);
        tried(() -> page.getAnnotations().add(link));
    }

    private static void fill(PDPageContentStream to, Colour colour) throws IOException {
        to.setNonStrokingColor(colour.red() / MOST, colour.green() / MOST, colour.blue() / MOST);
    }

    private static void stroke(PDPageContentStream to, Colour colour, float thickness) throws IOException {
        to.setStrokingColor(colour.red() / MOST, colour.green() / MOST, colour.blue() / MOST);
        to.setLineWidth(thickness);
    }

    @Override
    public void close() {
        raw(PDPageContentStream::close);
    }
}

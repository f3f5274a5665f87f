package dev.upswell.server.report.pdf;

import dev.upswell.server.report.Branding;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.List;
import java.util.Locale;

/// What all blocks of a document are set with.
///
/// @param palette colours of the sender
record Print(Fonts fonts, Scale scale, Branding.Palette palette, Locale language) {

    /// How far letters reach over the line that they stand on, of their size.
    static final float ASCENT = 0.79f;

    private static final double TINT = 0.1;

    List<String> lines(String text, Weight weight, float size, float width) {
        return new Wrapping(fonts, language).lines(text, weight, size, width);
    }

    float width(String text, Weight weight, float size) {
        return fonts.width(text, weight, size);
    }

    /// Where letters stand in a line whose upper edge is at `top`.
    float baseline(float top, float size) {
        return top + (scale.leading(size) - size) / 2 + size * ASCENT;
    }

    /// A ground on which text is read as well as on white.
    static Colour tint(Colour colour) {
        return colour.mixed(Colour.WHITE, TINT);
    }

    /// Draws lines below each other.
    void draw(Pen pen, List<String> lines, Weight weight, float size, Colour colour, float x, float y) {
        float at = y;
        for (String line : lines) {
            pen.text(line, weight, size, colour, x, baseline(at, size));
            at += scale.leading(size);
        }
    }

    float height(List<String> lines, float size) {
        return lines.size() * scale.leading(size);
    }
}

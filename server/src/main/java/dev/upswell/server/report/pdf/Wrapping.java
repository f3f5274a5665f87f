package dev.upswell.server.report.pdf;

import dev.upswell.server.report.pdf.Fonts.Weight;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Breaks text into lines that are no wider than what there is room for.
final class Wrapping {

    private final Fonts fonts;
    private final Locale language;

    Wrapping(Fonts fonts, Locale language) {
        this.fonts = fonts;
        this.language = language;
    }

    /// The lines of a text; its own line breaks are kept.
    ///
    /// **edge cases** a word that is wider than a line is broken where the line ends; empty text is one empty line.
    List<String> lines(String text, Weight weight, float size, float width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            fill(lines, paragraph.strip(), weight, size, width);
        }
        return lines;
    }

    private void fill(List<String> lines, String text, Weight weight, float size, float width) {
        BreakIterator places = BreakIterator.getLineInstance(language);
        places.setText(text);
        String line = "";
        int from = places.first();
        for (int to = places.next(); to != BreakIterator.DONE; to = places.next()) {
            if (insideWord(text, to)) {
                continue;
            }
            String longer = line + text.substring(from, to);
            if (!fits(longer, weight, size, width) && !line.isBlank()) {
                lines.add(line.strip());
                longer = text.substring(from, to);
            }
            line = longer;
            while (!fits(line, weight, size, width)) {
                int place = breaking(line, weight, size, width);
                lines.add(line.substring(0, place));
                line = line.substring(place);
            }
            from = to;
        }
        lines.add(line.strip());
    }

    /// The iterator takes the point of a number after a minus sign, and that of an abbreviation as `s.d.`, for the end of a sentence.
    private static boolean insideWord(String text, int place) {
        return place < text.length() && Character.isLetterOrDigit(text.charAt(place))
                && ".,".indexOf(text.charAt(place - 1)) >= 0;
    }

    private boolean fits(String line, Weight weight, float size, float width) {
        return fonts.width(line.stripTrailing(), weight, size) <= width;
    }

    private int breaking(String line, Weight weight, float size, float width) {
        BreakIterator signs = BreakIterator.getCharacterInstance(Locale.ROOT);
        signs.setText(line);
        int first = signs.next();
        int place = first;
        for (int next = signs.next(); next != BreakIterator.DONE; next = signs.next()) {
            if (!fits(line.substring(0, next), weight, size, width)) {
                break;
            }
            place = next;
        }
        return place == line.length() ? first : place;
    }
}

package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.ArrayList;
import java.util.List;

/// Sets headings and running text.
final class Texts {

    private final Print print;

    Texts(Print print) {
        this.print = print;
    }

    List<Piece> heading(Block.Heading heading, float width) {
        float size = print.scale().heading(heading.level());
        List<String> lines = print.lines(heading.text(), Weight.BOLD, size, width);
        Colour colour = heading.level() == 1 ? print.palette().primary() : Colour.INK;
        return List.of(new Piece.Drawn(print.height(lines, size), heading.text(), true, null,
                (pen, x, y) -> print.draw(pen, lines, Weight.BOLD, size, colour, x, y)));
    }

    List<Piece> paragraph(Block.Paragraph paragraph, float width) {
        float size = print.scale().body();
        return lines(print.lines(paragraph.text(), Weight.REGULAR, size, width), Weight.REGULAR, size, Colour.INK, 0);
    }

    /// One piece a line, of which neither the first nor the last stands alone on a page.
    List<Piece> lines(List<String> lines, Weight weight, float size, Colour colour, float indent) {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean stays = lines.size() > 1 && (at == 0 || at == lines.size() - 2);
            pieces.add(new Piece.Drawn(print.scale().leading(size), line, stays, null, (pen, x, y) -> pen.text(line,
                    weight, size, colour, x + indent, print.baseline(y, size))));
        }
        return pieces;
    }

    /// What a table or a picture shows, above it; nothing for an empty text.
    List<Piece> caption(String text, float width) {
        if (text.isBlank()) {
            return List.of();
        }
        float size = print.scale().small() * 1.08f;
        List<String> lines = print.lines(text, Weight.BOLD, size, width);
        return List.of(new Piece.Drawn(print.height(lines, size) + print.scale().gap() * 0.35f, text, true, null,
                (pen, x, y) -> print.draw(pen, lines, Weight.BOLD, size, print.palette().muted(), x, y)));
    }
}

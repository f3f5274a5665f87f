package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.ArrayList;
import java.util.List;

/// Sets figures large and side by side, at most four in a row.
final class FigureRows {

    private static final int MOST = 4;
    private static final float NARROWEST = 95;

    private final Print print;

    FigureRows(Print print) {
        this.print = print;
    }

    /// A figure whose texts are broken into lines.
    private record Card(List<String> value, float valueSize, List<String> name, List<String> note) {
    }

    List<Piece> pieces(Block.Figures figures, float width) {
        List<Block.Figure> all = figures.figures();
        int room = Math.clamp((int) (width / NARROWEST), 1, MOST);
        int rows = (all.size() + room - 1) / room;
        List<Piece> pieces = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int from = all.size() * row / rows;
            int to = all.size() * (row + 1) / rows;
            if (row > 0) {
                pieces.add(new Piece.Space(print.scale().gap()));
            }
            pieces.add(row(all.subList(from, to), width));
        }
        return pieces;
    }

    private Piece row(List<Block.Figure> figures, float width) {
        float between = print.scale().gap();
        float pad = print.scale().pad();
        float each = (width - between * (figures.size() - 1)) / figures.size();
        List<Card> cards = figures.stream().map(figure -> card(figure, each - 2 * pad)).toList();
        float height = 0;
        for (Card card : cards) {
            height = Math.max(height, height(card) + 2 * pad);
        }
        float high = height;
        return new Piece.Drawn(high, figures.getFirst().name(), (pen, x, y) -> {
            for (int at = 0; at < cards.size(); at++) {
                float left = x + at * (each + between);
                pen.roundBox(Print.tint(print.palette().primary()), 5, left, y, each, high);
                draw(pen, cards.get(at), left + pad, y + pad);
            }
        });
    }

    private Card card(Block.Figure figure, float room) {
        float valueSize = print.scale().figure();
        while (valueSize > print.scale().body() && print.width(figure.value(), Weight.BOLD, valueSize) > room) {
            valueSize -= 1;
        }
        float small = print.scale().small();
        return new Card(print.lines(figure.value(), Weight.BOLD, valueSize, room), valueSize,
                print.lines(figure.name(), Weight.BOLD, small, room),
                figure.note().isBlank() ? List.of() : print.lines(figure.note(), Weight.REGULAR, small, room));
    }

    private float height(Card card) {
        return print.height(card.value(), card.valueSize()) + print.height(card.name(), print.scale().small())
                + print.height(card.note(), print.scale().small());
    }

    private void draw(Pen pen, Card card, float x, float y) {
        float small = print.scale().small();
        float names = y + print.height(card.value(), card.valueSize());
        float notes = names + print.height(card.name(), small);
        print.draw(pen, card.value(), Weight.BOLD, card.valueSize(), print.palette().primary(), x, y);
        print.draw(pen, card.name(), Weight.BOLD, small, Colour.INK, x, names);
        print.draw(pen, card.note(), Weight.REGULAR, small, print.palette().muted().mixed(Colour.INK, 0.8), x, notes);
    }
}

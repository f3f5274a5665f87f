package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.ArrayList;
import java.util.List;

/// Sets short points with their marks, which are drawn and not written.
final class PointList {

    private static final double DARK = 0.55;

    private final Print print;

    PointList(Print print) {
        this.print = print;
    }

    List<Piece> pieces(Block.Points points, float width) {
        float size = print.scale().body();
        float indent = size * 1.75f;
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at < points.points().size(); at++) {
            int number = at + 1;
            List<String> lines = print.lines(points.points().get(at), Weight.REGULAR, size, width - indent);
            List<Piece> texts = new Texts(print).lines(lines, Weight.REGULAR, size, Colour.INK, indent);
            Piece first = texts.getFirst();
            pieces.add(new Piece.Drawn(first.height(), first.says(), first.staysWithNext(), null, (pen, x, y) -> {
                mark(pen, points.mark(), number, x, y);
                first.draw(pen, x, y);
            }));
            pieces.addAll(texts.subList(1, texts.size()));
            if (at < points.points().size() - 1 && (at == 0 || at == points.points().size() - 2)) {
                keepWithNext(pieces);
            }
            pieces.add(new Piece.Space(size * 0.28f));
        }
        if (!pieces.isEmpty()) {
            pieces.removeLast();
        }
        return pieces;
    }

    /// Neither the first nor the last point stands alone on a page.
    private static void keepWithNext(List<Piece> pieces) {
        if (pieces.getLast() instanceof Piece.Drawn last) {
            pieces.set(pieces.size() - 1, last.stayingWithNext(true));
        }
    }

    private void mark(Pen pen, Block.Mark mark, int number, float x, float y) {
        float size = print.scale().body();
        float middle = y + print.scale().leading(size) / 2;
        float radius = size * 0.5f;
        switch (mark) {
            case DOT -> pen.disc(print.palette().primary(), x + radius, middle, size * 0.16f);
            case NUMBER -> pen.text(number + ".", Weight.BOLD, size, print.palette().primary(), x,
                    print.baseline(y, size));
            case DO -> doMark(pen, x + radius, middle, radius);
            case DO_NOT -> doNotMark(pen, x + radius, middle, radius);
            case BOX -> pen.frame(print.palette().muted(), 0.9f, x + size * 0.1f, middle - size * 0.4f, size * 0.8f,
                    size * 0.8f);
        }
    }

    private void doMark(Pen pen, float x, float y, float radius) {
        Colour good = print.palette().good();
        pen.disc(good.mixed(Colour.WHITE, 0.2), x, y, radius);
        pen.line(good.mixed(Colour.INK, DARK), radius * 0.32f, x - radius * 0.48f, y + radius * 0.02f,
                x - radius * 0.12f, y + radius * 0.4f, x + radius * 0.5f, y - radius * 0.38f);
    }

    private void doNotMark(Pen pen, float x, float y, float radius) {
        Colour warning = print.palette().warning();
        Colour dark = warning.mixed(Colour.INK, DARK);
        float arm = radius * 0.38f;
        pen.disc(warning.mixed(Colour.WHITE, 0.25), x, y, radius);
        pen.line(dark, radius * 0.32f, x - arm, y - arm, x + arm, y + arm);
        pen.line(dark, radius * 0.32f, x - arm, y + arm, x + arm, y - arm);
    }
}

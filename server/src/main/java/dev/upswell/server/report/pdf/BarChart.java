package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.learn.Interval;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.ArrayList;
import java.util.List;

/// Draws lying bars with their intervals over an axis.
final class BarChart {

    /// Charts of no more bars stand on one page.
    private static final int KEPT_WHOLE = 12;
    private static final float HAIR = 0.4f;
    private static final float WHISKER = 0.9f;
    private static final double FAINT = 0.3;
    /// Whiskers are seen on bars that are no darker.
    private static final double LIGHT = 0.55;
    private static final float MOST_FOR_NAMES = 0.46f;

    private final Print print;

    BarChart(Print print) {
        this.print = print;
    }

    /// Where things stand in the chart, from its left edge.
    ///
    /// @param from where the axis begins
    /// @param to where it ends
    private record Layout(Axis axis, float width, float from, float to, float rowHeight) {

        float x(double value) {
            return from + (float) axis.place(value) * (to - from);
        }
    }

    List<Piece> pieces(Block.Bars bars, float width) {
        List<Piece> pieces = new ArrayList<>(new Texts(print).caption(bars.caption(), width));
        if (bars.bars().isEmpty()) {
            return pieces;
        }
        Layout layout = layout(bars, width);
        List<Block.Bar> all = bars.bars();
        for (int at = 0; at < all.size(); at++) {
            boolean stays = all.size() <= KEPT_WHOLE || at == 0 || at >= all.size() - 2;
            pieces.add(row(all.get(at), layout).stayingWithNext(stays));
        }
        pieces.add(foot(bars.axis(), layout));
        return pieces;
    }

    private float size() {
        return print.scale().small();
    }

    private Layout layout(Block.Bars bars, float width) {
        float names = 0;
        float values = 0;
        for (Block.Bar bar : bars.bars()) {
            names = Math.max(names, print.width(bar.name(), Weight.REGULAR, size()));
            values = Math.max(values, print.width(bar.shown(), Weight.BOLD, size()));
        }
        float pad = print.scale().pad();
        float shown = Math.min(values, width * 0.3f);
        float from = Math.min(names, width * MOST_FOR_NAMES) + pad;
        return new Layout(Axis.of(bars.bars()), width, from, width - shown - 1.5f * pad, print.scale().leading(size()));
    }

    private Piece.Drawn row(Block.Bar bar, Layout layout) {
        float pad = print.scale().pad();
        List<String> name = print.lines(bar.name(), Weight.REGULAR, size(), layout.from() - pad);
        List<String> shown = print.lines(bar.shown(), Weight.BOLD, size(),
                layout.width() - layout.to() - 1.5f * pad + 1);
        int most = Math.max(name.size(), shown.size());
        float height = most * layout.rowHeight() + print.scale().body() * 0.35f;
        return new Piece.Drawn(height, bar.name(), (pen, x, y) -> {
            grid(pen, layout, x, y, height);
            bar(pen, bar, layout, x, y + height / 2);
            print.draw(pen, name, Weight.REGULAR, size(), Colour.INK, x,
                    y + (height - print.height(name, size())) / 2);
            print.draw(pen, shown, Weight.BOLD, size(), Colour.INK, x + layout.to() + 1.5f * pad,
                    y + (height - print.height(shown, size())) / 2);
        });
    }

    private void grid(Pen pen, Layout layout, float x, float y, float height) {
        Colour faint = print.palette().muted().mixed(Colour.WHITE, FAINT);
        for (double mark : layout.axis().marks()) {
            float at = x + layout.x(mark);
            pen.line(mark == 0 ? print.palette().muted() : faint, mark == 0 ? 2 * HAIR : HAIR, at, y, at, y + height);
        }
    }

    private void bar(Pen pen, Block.Bar bar, Layout layout, float x, float middle) {
        if (!Double.isFinite(bar.value())) {
            return;
        }
        float thick = print.scale().body() * 0.85f;
        float zero = x + layout.x(0);
        float end = x + layout.x(bar.value());
        Colour sign = bar.value() < 0 ? print.palette().warning() : print.palette().primary();
        Colour colour = sign.mixed(Colour.WHITE, LIGHT);
        pen.box(colour, Math.min(zero, end), middle - thick / 2, Math.abs(end - zero), thick);
        Interval interval = bar.interval();
        if (interval != null) {
            whisker(pen, x + layout.x(interval.low()), x + layout.x(interval.high()), middle, thick * 0.28f);
        }
    }

    private static void whisker(Pen pen, float low, float high, float middle, float arm) {
        pen.line(Colour.INK, WHISKER, low, middle, high, middle);
        pen.line(Colour.INK, WHISKER, low, middle - arm, low, middle + arm);
        pen.line(Colour.INK, WHISKER, high, middle - arm, high, middle + arm);
    }

    private Piece foot(String title, Layout layout) {
        float size = size() * 0.92f;
        float leading = print.scale().leading(size);
        List<String> lines = title.isBlank()
                ? List.of()
                : print.lines(title, Weight.REGULAR, size, layout.width() - layout.from());
        Colour muted = print.palette().muted();
        return new Piece.Drawn(leading + print.height(lines, size), title, (pen, x, y) -> {
            pen.line(muted, HAIR, x + layout.from(), y, x + layout.to(), y);
            float free = x;
            for (double mark : layout.axis().marks()) {
                String text = layout.axis().written(mark, print.language());
                float half = print.width(text, Weight.REGULAR, size) / 2;
                float at = Math.min(x + layout.x(mark), x + layout.width() - half);
                if (at - half > free) {
                    pen.textAround(text, Weight.REGULAR, size, muted, at, print.baseline(y, size));
                    free = at + half + 2;
                }
            }
            print.draw(pen, lines, Weight.REGULAR, size, muted, x + layout.from(), y + leading);
        });
    }
}

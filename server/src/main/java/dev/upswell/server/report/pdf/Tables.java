package dev.upswell.server.report.pdf;

import dev.upswell.document.Block;
import dev.upswell.server.report.Colour;
import dev.upswell.server.report.pdf.Fonts.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Sets tables: cells are broken into lines, and the names of columns stand on top of each page.
final class Tables {

    private static final float LINE = 0.5f;
    /// Tables of no more rows stand on one page.
    private static final int KEPT_WHOLE = 8;

    /// Texts of no more letters are not broken: `30–60 detik`, `< 0.001`, `34 / 51`.
    private static final int SHORT = 12;

    private final Print print;

    Tables(Print print) {
        this.print = print;
    }

    List<Piece> pieces(Block.Table table, float width) {
        List<Piece> pieces = new ArrayList<>(new Texts(print).caption(table.caption(), width));
        float[] widths = widths(table, width);
        List<String> names = table.columns().stream().map(Block.Column::name).toList();
        Row header = row(table, names, widths, Weight.BOLD, null);
        pieces.add(header);
        int last = table.rows().size() - 1;
        for (int at = 0; at <= last; at++) {
            boolean stays = at < last && (last < KEPT_WHOLE || at == 0 || at == last - 1);
            pieces.add(row(table, table.rows().get(at), widths, Weight.REGULAR, header).stayingWithNext(stays));
        }
        return pieces;
    }

    private float size() {
        return print.scale().body() * 0.9f;
    }

    private float pad() {
        return print.scale().body() * 0.38f;
    }

    private float side() {
        return print.scale().body() * 0.55f;
    }

    private Row row(Block.Table table, List<String> cells, float[] widths, Weight weight,
            @Nullable Row header) {
        List<List<String>> lines = IntStream.range(0, widths.length)
                .mapToObj(at -> print.lines(cells.get(at), weight, size(), widths[at] - 2 * side())).toList();
        return new Row(lines, table.columns(), widths, weight, header, header == null);
    }

    /// Each column as wide as its longest word needs, and what is left by how long its texts are. Short texts are not broken where
    /// there is room for them.
    private float[] widths(Block.Table table, float width) {
        float[] whole = widths(table, width, true);
        return whole.length > 0 ? whole : widths(table, width, false);
    }

    /// @return empty where short texts that are not broken leave no room
    private float[] widths(Block.Table table, float width, boolean shortWhole) {
        int count = table.columns().size();
        float[] least = new float[count];
        float[] wanted = new float[count];
        for (int column = 0; column < count; column++) {
            measure(table.columns().get(column).name().split("\\s+"), Weight.BOLD, least, column);
            wanted[column] = Math.max(wanted[column],
                    print.width(table.columns().get(column).name(), Weight.BOLD, size()) + 2 * side() + 1);
            for (List<String> row : table.rows()) {
                String text = row.get(column);
                wanted[column] = Math.max(wanted[column], print.width(text, Weight.REGULAR, size()) + 2 * side() + 1);
                measure(shortWhole && text.length() <= SHORT ? new String[]{text} : text.split("\\s+"),
                        Weight.REGULAR, least, column);
            }
        }
        return shortWhole && sum(least) > width ? new float[0] : shared(least, wanted, width);
    }

    private void measure(String[] unbroken, Weight weight, float[] least, int column) {
        float pads = 2 * side() + 1;
        for (String word : unbroken) {
            float longest = Math.min(print.width(word, weight, size()), size() * 14);
            least[column] = Math.max(least[column], longest + pads);
        }
    }

    private static float[] shared(float[] least, float[] wanted, float width) {
        float leastSum = sum(least);
        float wantedSum = sum(wanted);
        float[] widths = new float[least.length];
        for (int at = 0; at < widths.length; at++) {
            if (leastSum >= width) {
                widths[at] = width * least[at] / leastSum;
            } else if (wantedSum <= width) {
                widths[at] = wanted[at] + (width - wantedSum) / widths.length;
            } else {
                widths[at] = least[at] + (width - leastSum) * (wanted[at] - least[at]) / (wantedSum - leastSum);
            }
        }
        return widths;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    /// A row whose cells are broken into lines.
    private final class Row implements Piece {

        private final List<List<String>> cells;
        private final List<Block.Column> columns;
        private final float[] widths;
        private final Weight weight;
        private final @Nullable Row header;
        private final boolean stays;

        Row(List<List<String>> cells, List<Block.Column> columns, float[] widths, Weight weight,
                @Nullable Row header, boolean stays) {
            this.cells = cells;
            this.columns = columns;
            this.widths = widths;
            this.weight = weight;
            this.header = header;
            this.stays = stays;
        }

        Row stayingWithNext(boolean stay) {
            return new Row(cells, columns, widths, weight, header, stay);
        }

        private int lines() {
            return cells.stream().mapToInt(List::size).max().orElse(1);
        }

        @Override
        public float height() {
            return lines() * print.scale().leading(size()) + 2 * pad();
        }

        @Override
        public boolean staysWithNext() {
            return stays;
        }

        @Override
        public @Nullable Piece repeated() {
            return header;
        }

        @Override
        public String says() {
            return String.join(" ", cells.getFirst());
        }

        @Override
        public Optional<Cut> cut(float room) {
            int fitting = (int) ((room - 2 * pad()) / print.scale().leading(size()));
            if (header == null || fitting < 3 || lines() - fitting < 2) {
                return Optional.empty();
            }
            return Optional.of(new Cut(part(0, fitting), part(fitting, lines())));
        }

        private Row part(int from, int to) {
            List<List<String>> part = cells.stream()
                    .map(cell -> cell.subList(Math.min(from, cell.size()), Math.min(to, cell.size()))).toList();
            return new Row(part, columns, widths, weight, header, stays && to == lines());
        }

        @Override
        public void draw(Pen pen, float x, float y) {
            float left = x;
            float whole = sum(widths);
            if (header == null) {
                pen.box(Print.tint(print.palette().primary()), x, y, whole, height());
            }
            for (int at = 0; at < widths.length; at++) {
                drawCell(pen, cells.get(at), columns.get(at).number(), left, y, widths[at]);
                left += widths[at];
            }
            Colour line = header == null
                    ? print.palette().primary()
                    : print.palette().muted().mixed(Colour.WHITE, 0.35);
            pen.line(line, LINE, x, y + height(), x + whole, y + height());
        }

        private void drawCell(Pen pen, List<String> lines, boolean number, float left, float y, float width) {
            float at = y + pad();
            for (String line : lines) {
                float baseline = print.baseline(at, size());
                if (number) {
                    pen.textTo(line, weight, size(), Colour.INK, left + width - side(), baseline);
                } else {
                    pen.text(line, weight, size(), Colour.INK, left + side(), baseline);
                }
                at += print.scale().leading(size());
            }
        }
    }
}

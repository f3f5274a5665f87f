package dev.upswell.server.cli;

import java.util.ArrayList;
import java.util.List;

/// A table of text with aligned columns, numbers to the right.
public final class TextTable {

    private final List<String> heads;
    private final List<Boolean> toTheRight;
    private final List<List<String>> rows = new ArrayList<>();

    /// A head that starts with `>` sets its column to the right.
    public TextTable(String... heads) {
        this.heads = List.of(heads).stream().map(head -> head.startsWith(">") ? head.substring(1) : head).toList();
        this.toTheRight = List.of(heads).stream().map(head -> head.startsWith(">")).toList();
    }

    /// Adds a row; it has as many cells as there are heads.
    public void row(String... cells) {
        if (cells.length != heads.size()) {
            throw new IllegalArgumentException(
                    "row (" + cells.length + " cells) must have " + heads.size() + " cells\nMaybe a column was added.");
        }
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = new int[heads.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = width(heads.get(column));
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        StringBuilder text = new StringBuilder();
        append(text, heads, widths);
        for (int width : widths) {
            text.append("─".repeat(width)).append("  ");
        }
        text.setLength(text.length() - 2);
        text.append('\n');
        rows.forEach(row -> append(text, row, widths));
        return text.toString().stripTrailing();
    }

    private void append(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - width(cells.get(column)));
            line.append(toTheRight.get(column) ? gap + cells.get(column) : cells.get(column) + gap).append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}

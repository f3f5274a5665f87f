package dev.upswell.server.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Columns, which go on beside each other on the next page.
///
/// @param step from the left edge of one column to that of the next
record SideBySide(List<Stack> columns, float step) implements Piece {

    @Override
    public float height() {
        float most = 0;
        for (Stack column : columns) {
            most = Math.max(most, column.height());
        }
        return most;
    }

    @Override
    public void draw(Pen pen, float x, float y) {
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column).draw(pen, x + column * step, y);
        }
    }

    @Override
    public String says() {
        return columns.stream().flatMap(column -> column.pieces().stream()).map(Piece::says)
                .filter(said -> !said.isEmpty()).findFirst().orElse("");
    }

    @Override
    public Optional<Cut> cut(float room) {
        List<Stack> placed = new ArrayList<>();
        List<Stack> rest = new ArrayList<>();
        for (Stack column : columns) {
            Stack.Filled filled = column.fill(room);
            if (filled.placed().pieces().isEmpty() && !column.pieces().isEmpty()) {
                return Optional.empty();
            }
            placed.add(filled.placed());
            rest.add(filled.rest());
        }
        return Optional.of(new Cut(new SideBySide(placed, step), new SideBySide(rest, step)));
    }
}

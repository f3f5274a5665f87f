package dev.upswell.server.heat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table whose cells have a colour for the eye, and a number and words for everybody; template `heat` draws it.
///
/// @param caption what it shows
/// @param corner what its rows are
/// @param wide whether its columns are many and narrow, such as hours
public record HeatMap(String caption, String corner, boolean wide, List<Head> columns, List<Row> rows) {

    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException("cells of " + row.head().name() + " (" + row.cells().size()
                        + ") must be as many as columns, " + columns.size() + "\nMaybe missing ones were left out.");
            }
        }
    }

    /// What heads a column or a row.
    ///
    /// @param shortened where there is little room; the name where it is short already
    /// @param page of what it names; null without one
    public record Head(String name, String shortened, @Nullable String page) {

        /// A head that needs no shortening.
        public static Head of(String name) {
            return new Head(name, name, null);
        }

        /// A head that leads to the page of what it names.
        public static Head to(String name, String page) {
            return new Head(name, name, page);
        }
    }

    /// A row.
    public record Row(Head head, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// A cell.
    ///
    /// @param shade class of its colour, empty for none
    /// @param text its number; null where nothing is known, which is not nought
    /// @param under what stands below it in small; null for nothing
    /// @param says what it means, with units; of a missing cell why it is missing
    public record Cell(String shade, @Nullable String text, @Nullable String under, String says) {

        /// A cell that nothing is known of.
        public static Cell missing(String says) {
            return new Cell("", null, null, says);
        }
    }

    /// The colour of a number by how far it lies above or below the middle.
    ///
    /// @param faint from this distance on it is seen, and from `strong` on it is strong
    public static String beside(double middle, double value, double faint, double strong) {
        double off = Math.abs(value - middle);
        return (value >= middle ? "high-" : "low-") + (off >= strong ? "3" : off >= faint ? "2" : "1");
    }

    /// The colour of a share of the largest [0..1].
    public static String of(double share) {
        return share >= 2 / 3.0 ? "high-3" : share >= 1 / 3.0 ? "high-2" : share > 0 ? "high-1" : "";
    }
}

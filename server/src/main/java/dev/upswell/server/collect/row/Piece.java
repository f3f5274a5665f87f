package dev.upswell.server.collect.row;

import java.util.List;

/// Some whole lines of a file, read from disk and not yet looked at.
public interface Piece {

    /// What stands in it. May be called on any thread, once.
    Rows rows();

    /// How much memory its text takes.
    long bytes();

    /// The rows of a piece, numbered from its beginning.
    ///
    /// @param rows with row and line numbers that count from 1 in this piece
    /// @param lines how many lines it has
    record Rows(List<RawRow> rows, long lines) {

        public Rows {
            rows = List.copyOf(rows);
        }
    }
}

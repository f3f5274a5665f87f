package dev.upswell.server.collect.row;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file whose format is known, being read row by row with bounded memory.
public interface OpenFile extends AutoCloseable {

    /// What maps its rows.
    RowMapper mapper();

    /// The columns of a CSV, or the top-level keys of the first object of a JSON file.
    List<String> columns();

    /// The next row, or `null` at the end.
    ///
    /// **errors** `ImportRefused` when the disk fails.
    @Nullable
    RawRow next();

    /// The next lines of a file that several threads may look at, instead of its next row; then rows are not asked for.
    ///
    /// **absence** `null` at the end, and for a file that is read row by row only
    default @Nullable Piece nextPiece() {
        return null;
    }

    /// Whether the file comes in pieces.
    default boolean comesInPieces() {
        return false;
    }

    /// How many bytes of the file, as it lies on disk, have been read.
    long bytesRead();

    /// After the last row: why the file ended early, if it did (a truncated gzip, JSON that breaks off). The rows before
    /// are good.
    Optional<String> problem();

    /// After the last row: remarks about the file as a whole.
    List<String> remarks();

    @Override
    void close();
}

package dev.upswell.server.collect.format;

import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON file being read, whatever its shape.
record JsonFile(Opened file, JsonRows rows, RowMapper mapper, List<String> columns) implements OpenFile {

    @Override
    public @Nullable RawRow next() {
        RawRow row = rows.next();
        return row == null ? null : mapper.withoutPeople(row);
    }

    @Override
    public boolean comesInPieces() {
        return rows instanceof JsonLines;
    }

    @Override
    public @Nullable Piece nextPiece() {
        Piece piece = rows instanceof JsonLines lines ? lines.nextPiece(mapper.readsByName()) : null;
        return piece == null ? null : new Cleared(piece, mapper);
    }

    /// A piece without what must not be kept about people.
    private record Cleared(Piece piece, RowMapper mapper) implements Piece {

        @Override
        public Rows rows() {
            Rows all = piece.rows();
            return new Rows(all.rows().stream().map(mapper::withoutPeople).toList(), all.lines());
        }

        @Override
        public long bytes() {
            return piece.bytes();
        }
    }

    @Override
    public long bytesRead() {
        return file.counted().count();
    }

    @Override
    public Optional<String> problem() {
        return file.damage().problem();
    }

    @Override
    public List<String> remarks() {
        return file.remarks();
    }

    @Override
    public void close() {
        file.close();
    }
}

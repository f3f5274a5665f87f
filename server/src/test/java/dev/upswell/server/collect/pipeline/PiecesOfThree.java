package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.Piece;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.mapping.TableHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Gives the rows of a file, each on a line of its own, in pieces of three, so large that none waits beside another.
record PiecesOfThree(FileReading reading) implements FileReading {

    private static final int ROWS = 3;

    /// Rows of a file without a header or blank lines, cut out of it.
    private record Three(List<RawRow> file, long before) implements Piece {

        @Override
        public Rows rows() {
            return new Rows(file.stream().map(row -> row.moved(-before, -before)).toList(), file.size());
        }

        @Override
        public long bytes() {
            return Integer.MAX_VALUE;
        }
    }

    @Override
    public OpenFile open(ImportSource source, ImportOptions options) {
        OpenFile file = reading.open(source, options);
        return new OpenFile() {

            private long before;

            @Override
            public RowMapper mapper() {
                return file.mapper();
            }

            @Override
            public List<String> columns() {
                return file.columns();
            }

            @Override
            public @Nullable RawRow next() {
                throw new AssertionError("rows come in pieces");
            }

            @Override
            public boolean comesInPieces() {
                return true;
            }

            @Override
            public @Nullable Piece nextPiece() {
                List<RawRow> rows = new ArrayList<>();
                RawRow row = file.next();
                while (row != null) {
                    rows.add(row);
                    row = rows.size() < ROWS ? file.next() : null;
                }
                Piece piece = rows.isEmpty() ? null : new Three(rows, before);
                before += rows.size();
                return piece;
            }

            @Override
            public long bytesRead() {
                return file.bytesRead();
            }

            @Override
            public Optional<String> problem() {
                return file.problem();
            }

            @Override
            public List<String> remarks() {
                return file.remarks();
            }

            @Override
            public void close() {
                file.close();
            }
        };
    }

    @Override
    public TableHead head(ImportSource source) {
        return reading.head(source);
    }
}

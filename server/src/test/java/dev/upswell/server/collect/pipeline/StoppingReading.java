package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.mapping.TableHead;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads a file until it is asked for the given row (or for what follows the last), and then throws.
record StoppingReading(FileReading reading, long row, Supplier<? extends Throwable> stop) implements FileReading {

    /// Ends an import as a kill does: no handler of exceptions sees it.
    static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    @Override
    public OpenFile open(ImportSource source, ImportOptions options) {
        OpenFile file = reading.open(source, options);
        return new OpenFile() {

            private long asked;

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
                if (++asked == row) {
                    throw sneaky(stop.get());
                }
                return file.next();
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

    private static RuntimeException sneaky(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (RuntimeException) thrown;
    }

    @Override
    public TableHead head(ImportSource source) {
        return reading.head(source);
    }
}

package dev.upswell.server.collect;

import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.KeptMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import of a file would do, told from its first rows.
///
/// @param format the detected or demanded format
/// @param columns the columns of a CSV, or the keys of the first object, as the file has them
/// @param recognised those of them that are read; for JSON all, because mappers look into nested objects
/// @param rows the first rows
/// @param remarks remarks on the file and notes on the rows
/// @param mapping by which it is read, in the file's own spelling; `null` for a known format
/// @param kept the kept mapping that reads it; `null` when none does
public record ImportPreview(String name, FileFormat format, List<String> columns, List<String> recognised,
        List<PreviewRow> rows, List<String> remarks, @Nullable ColumnMapping mapping, @Nullable KeptMapping kept) {

    /// One of the first rows, and what would become of it.
    public record PreviewRow(Position position, String excerpt, RowResult result) {
    }

    public ImportPreview {
        columns = List.copyOf(columns);
        recognised = List.copyOf(recognised);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }
}

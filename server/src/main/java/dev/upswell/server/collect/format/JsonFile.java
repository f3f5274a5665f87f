package dev.upswell.server.collect.format;

import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A JSON file being read, whatever its shape.
record JsonFile(Opened file, JsonRows rows, RowMapper mapper, List<String> columns) implements OpenFile {

    @Override
    public @Nullable RawRow next() {
        return rows.next();
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

package dev.upswell.server.collect.format;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A wide table being read cell by cell: every cell that says something is a row, with what its row in the file is known by.
///
/// Rows count cells, lines are those of the file. A row of the file that cannot be read is one row here. **cost** one row of
/// the file at a time, and a header for each column.
final class CellRows implements OpenFile {

    /// Other columns go with a cell, so that a mended mapping can read it; where there are more, only those that are read.
    private static final int CARRIED = 16;

    private final OpenFile table;
    private final List<String> carried;
    private final List<CsvHeader> cells = new ArrayList<>();
    private RawRow.@Nullable Csv wide;
    private int next;
    private long row;

    CellRows(OpenFile table, ColumnMapping mapping) {
        this.table = table;
        Cells rule = mapping.cells();
        Set<String> across = rule == null
                ? Set.of()
                : new HashSet<>(rule.columns(table.columns(), mapping.columns()));
        List<String> others = table.columns().stream().filter(column -> !across.contains(column)).toList();
        this.carried = others.size() <= CARRIED ? others : List.copyOf(mapping.columns());
        for (String column : table.columns()) {
            if (across.contains(column)) {
                List<String> columns = new ArrayList<>(carried);
                columns.add(column);
                cells.add(CsvHeader.ofCell(columns));
            }
        }
    }

    @Override
    public @Nullable RawRow next() {
        while (true) {
            RawRow.Csv open = wide;
            if (open == null) {
                RawRow read = table.next();
                if (!(read instanceof RawRow.Csv csv)) {
                    return read == null ? null : read.moved(++row - read.position().row(), 0);
                }
                wide = csv;
                next = 0;
            } else if (next == cells.size()) {
                wide = null;
            } else {
                CsvHeader header = cells.get(next++);
                if (open.says(header.columns().getLast())) {
                    return cell(open, header);
                }
            }
        }
    }

    private RawRow cell(RawRow.Csv open, CsvHeader header) {
        List<String> values = new ArrayList<>(header.columns().size());
        for (String column : header.columns()) {
            String value = open.field(column);
            values.add(value == null ? "" : value);
        }
        return new RawRow.Csv(new Position(++row, open.position().line()), header, values);
    }

    @Override
    public RowMapper mapper() {
        return table.mapper();
    }

    @Override
    public List<String> columns() {
        return table.columns();
    }

    @Override
    public long bytesRead() {
        return table.bytesRead();
    }

    @Override
    public Optional<String> problem() {
        return table.problem();
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>(table.remarks());
        remarks.add("a wide table: each cell of its %,d columns of cells is a row here; empty cells are none"
                .formatted(cells.size()));
        return remarks;
    }

    @Override
    public void close() {
        table.close();
    }
}

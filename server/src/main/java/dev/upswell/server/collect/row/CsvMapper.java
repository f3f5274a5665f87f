package dev.upswell.server.collect.row;

import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import java.util.List;

/// A mapper of CSV rows, known by the columns that must be there; other columns may be, in any order.
public interface CsvMapper extends RowMapper {

    /// The columns without which a file is not of this format.
    List<String> requiredColumns();

    /// The columns that are read when they are there.
    default List<String> optionalColumns() {
        return List.of();
    }

    @Override
    default List<String> recognised(List<String> columns) {
        return columns.stream()
                .filter(column -> requiredColumns().contains(column) || optionalColumns().contains(column)).toList();
    }

    /// Reads one row into the check.
    void read(RawRow.Csv row, RowCheck check);

    @Override
    default int affinity(RawRow row) {
        return row instanceof RawRow.Csv csv && csv.header().columns().containsAll(requiredColumns())
                ? requiredColumns().size()
                : 0;
    }

    @Override
    default RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Csv csv -> {
                RowCheck check = new RowCheck(context);
                read(csv, check);
                yield check.result();
            }
            case RawRow.Json _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "JSON in a CSV");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }
}

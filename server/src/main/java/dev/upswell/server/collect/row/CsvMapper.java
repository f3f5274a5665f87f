package dev.upswell.server.collect.row;

import dev.upswell.server.collect.MappingContext;
import dev.upswell.server.collect.RawRow;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowMapper;
import dev.upswell.server.collect.RowResult;
import java.util.List;

/// A mapper of CSV rows, known by the columns that must be there; other columns may be, in any order.
public interface CsvMapper extends RowMapper {

    /// The columns without which a file is not of this format.
    List<String> requiredColumns();

    /// Reads one row into the check.
    void read(RawRow.Csv row, RowCheck check);

    @Override
    default int affinity(RawRow row) {
        return row instanceof RawRow.Csv csv && csv.header().columns().containsAll(requiredColumns())
                ? requiredColumns().size() : 0;
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

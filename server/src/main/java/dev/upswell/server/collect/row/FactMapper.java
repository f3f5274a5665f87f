package dev.upswell.server.collect.row;

import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import tools.jackson.databind.JsonNode;

/// A mapper of JSON objects about ads, shops or how own videos are watched, known by the properties that only this provider gives.
public interface FactMapper extends RowMapper {

    /// Whether the object has what only this provider gives.
    boolean recognises(JsonNode item);

    /// Reads one object into the check.
    void read(JsonNode item, RowCheck check, FigureCheck figures);

    @Override
    default int affinity(RawRow row) {
        return row instanceof RawRow.Json json && json.node().isObject() && recognises(json.node()) ? 1 : 0;
    }

    @Override
    default RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Json json when json.node().isObject() -> {
                RowCheck check = new RowCheck(context);
                read(json.node(), check, new FigureCheck(check, context));
                yield check.result();
            }
            case RawRow.Json _,RawRow.Csv _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "not a JSON object");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }
}

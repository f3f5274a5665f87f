package dev.upswell.server.collect.pipeline;

import dev.upswell.quality.FieldSketch;
import dev.upswell.server.collect.row.RawRow;
import tools.jackson.databind.JsonNode;

/// Tells which fields a raw row has: the columns of a CSV, and of JSON the properties of the item and of objects in it.
final class RowFields {

    private RowFields() {
    }

    static void tell(RawRow row, FieldSketch.Gathering fields) {
        switch (row) {
            case RawRow.Csv csv -> {
                // Of a wide table the next file has other times: its cells are one field.
                String cell = csv.header().cell();
                csv.header().columns()
                        .forEach(column -> fields.field(column.equals(cell) ? "each cell" : column, ""));
            }
            case RawRow.Json json -> json.node().properties().forEach(property -> {
                fields.field(property.getKey(), type(property.getValue()));
                if (property.getValue().isObject()) {
                    property.getValue().properties().forEach(inner -> fields
                            .field(property.getKey() + "." + inner.getKey(), type(inner.getValue())));
                }
            });
            case RawRow.Broken _ -> {
                // What cannot be read has no field.
            }
        }
    }

    private static String type(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "list";
            case OBJECT -> "object";
            case BINARY, MISSING, NULL, POJO -> "";
        };
    }
}

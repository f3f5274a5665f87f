package dev.upswell.server.listing;

import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// Tables as JSON, and what the columns of a CSV file are ("Metadata Vocabulary for Tabular Data", W3C 2015).
final class TableJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TableJson() {
    }

    static <T> void write(Table<T> table, FileNotice notice, Iterable<T> rows, OutputStream out) {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeName("notice");
            json.writeStartObject();
            notice.entries().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeName("columns");
            json.writeStartArray();
            table.columns().forEach(one -> column(json, one));
            json.writeEndArray();
            json.writeName("rows");
            json.writeStartArray();
            for (T row : rows) {
                json.writeStartObject();
                for (Column<T> column : table.columns()) {
                    json.writeName(column.name());
                    cell(json, column.of(row));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void column(JsonGenerator json, Column<?> column) {
        json.writeStartObject();
        json.writeStringProperty("name", column.name());
        if (!column.unit().isEmpty()) {
            json.writeStringProperty("unit", column.unit());
        }
        json.writeStringProperty("type", datatype(column.type()));
        json.writeEndObject();
    }

    private static void cell(JsonGenerator json, @Nullable Object cell) {
        switch (cell) {
            case null -> json.writeNull();
            case Double number when !Double.isFinite(number) -> json.writeNull();
            case Double number -> json.writeNumber(number);
            case Number number -> json.writeNumber(number.longValue());
            case Boolean flag -> json.writeBoolean(flag);
            case Instant at -> json.writeString(at.toString());
            case LocalDate day -> json.writeString(day.toString());
            default -> json.writeString(cell.toString());
        }
    }

    static void describe(Table<?> table, FileNotice notice, OutputStream out) {
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringProperty("@context", "http://www.w3.org/ns/csvw");
            json.writeStringProperty("url", FileFormat.CSV.file(table.name()));
            json.writeStringProperty("dc:creator", notice.sender().isEmpty() ? notice.tenant() : notice.sender());
            json.writeStringProperty("dc:publisher", notice.tenant());
            json.writeStringProperty("dc:source", notice.source());
            json.writeStringProperty("dc:created", notice.madeAt().toString());
            json.writeStringProperty("dc:rights", notice.rights());
            json.writeName("tableSchema");
            json.writeStartObject();
            json.writeName("columns");
            json.writeStartArray();
            table.columns().forEach(one -> described(json, one));
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void described(JsonGenerator json, Column<?> column) {
        json.writeStartObject();
        json.writeStringProperty("titles", column.name());
        json.writeStringProperty("datatype", datatype(column.type()));
        if (!column.unit().isEmpty()) {
            json.writeStringProperty("schema:unitText", column.unit());
        }
        json.writeEndObject();
    }

    private static String datatype(Column.Type type) {
        return switch (type) {
            case TEXT -> "string";
            case NUMBER -> "double";
            case WHOLE -> "long";
            case FLAG -> "boolean";
            case TIME -> "dateTimeStamp";
            case DAY -> "date";
        };
    }
}

package dev.upswell.server.collect.format;

import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.collect.mapper.MappedRows;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Opens a file that a mapping describes: only its separator or its layout is told from the content.
final class MappedDetection {

    /// How many items of a JSON file are looked at: not every item has every property.
    private static final int SAMPLE = 200;
    private static final int DEEPEST_PATH = 4;
    private static final String DOES_NOT_FIT = "The mapping does not fit ";

    private final ColumnMapping mapping;
    private final RowMapper mapper;

    MappedDetection(ColumnMapping mapping) {
        this.mapping = mapping;
        this.mapper = new MappedRows(mapping);
    }

    /// The columns under the separator that finds most of the mapping's.
    OpenFile csv(Opened file) {
        String head = new String(file.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        char best = ',';
        for (char separator : Separators.ALL) {
            if (found(head, separator) > found(head, best)) {
                best = separator;
            }
        }
        List<String> columns = Separators.columns(head, best);
        requireAll(file.name(), columns, columns);
        CsvHeader header = ContentDetection.header(file, columns);
        List<String> problems = mapping.cells() == null ? List.of() : WideHeader.problems(mapping, columns);
        if (!problems.isEmpty()) {
            throw new MappingRefused(DOES_NOT_FIT + file.name() + ":", problems);
        }
        CsvFile table = new CsvFile(file, best, header, mapper);
        return mapping.cells() == null ? table : new CellRows(table, mapping);
    }

    private int found(String head, char separator) {
        return mapper.recognised(Separators.columns(head, separator)).size();
    }

    OpenFile json(ImportSource source, Opened file) {
        if (mapping.cells() != null) {
            throw new MappingRefused(DOES_NOT_FIT + file.name() + ":",
                    List.of("cells are those of a CSV, and the file is JSON"));
        }
        JsonShape shape = JsonShape.ofItems(file.head());
        Set<String> seen = new LinkedHashSet<>();
        Set<String> found = new LinkedHashSet<>();
        try (Opened probe = Opened.of(source)) {
            JsonRows rows = shape.rows(probe);
            RawRow row = rows.next();
            for (int i = 0; i < SAMPLE && row != null; i++, row = rows.next()) {
                if (row instanceof RawRow.Json json) {
                    JsonNode item = json.node();
                    paths("", item, 1, seen);
                    mapping.columns().stream().filter(column -> !MappedRows.find(item, column).isMissingNode())
                            .forEach(found::add);
                }
            }
        }
        requireAll(file.name(), found, seen);
        return new JsonFile(file, shape.rows(file), mapper, List.copyOf(mapping.columns()));
    }

    private static void paths(String prefix, JsonNode item, int depth, Set<String> seen) {
        item.properties().forEach(property -> {
            String path = prefix + property.getKey();
            if (property.getValue().isObject() && depth < DEEPEST_PATH) {
                paths(path + ".", property.getValue(), depth + 1, seen);
            } else {
                seen.add(path);
            }
        });
    }

    private void requireAll(String name, Collection<String> found, Collection<String> columns) {
        List<String> missing = mapping.columns().stream().filter(column -> !found.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new MappingRefused(DOES_NOT_FIT + name + ":", List.of(
                    "the file has no column " + String.join(", ", missing),
                    "it has " + (columns.isEmpty() ? "none that can be read" : ContentDetection.shortened(columns))));
        }
    }
}

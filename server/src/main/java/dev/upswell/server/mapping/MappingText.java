package dev.upswell.server.mapping;

import dev.upswell.server.mapping.ColumnMapping.Kind;
import dev.upswell.server.mapping.ColumnMapping.Time;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes mappings as text that a mapping is read from, one key a line.
final class MappingText {

    private MappingText() {
    }

    static String of(ColumnMapping mapping) {
        List<String> lines = new ArrayList<>();
        lines.add("kind: " + switch (mapping.kind()) {
            case Kind.Fixed fixed -> fixed.kind().label();
            case Kind.InColumn inColumn -> "{column: " + quoted(inColumn.column()) + "}";
        });
        add(lines, "id", mapping.id());
        add(lines, "name", mapping.name());
        switch (mapping.observedAt()) {
            case null -> {
            }
            case Time.Constant constant ->
                lines.add("observed-at: {constant: " + quoted(constant.at().toString()) + "}");
            case Time.InColumn inColumn -> lines.add(time(ColumnMapping.OBSERVED_AT, inColumn));
        }
        lines.add(source(mapping.sourceColumn(), mapping.source()));
        addAll(lines, ColumnMapping.COUNTERS, mapping.counters());
        addAll(lines, ColumnMapping.CONTENT, mapping.content());
        if (mapping.posted() != null) {
            lines.add(time(ColumnMapping.POSTED, mapping.posted()));
        }
        Cells cells = mapping.cells();
        if (cells != null) {
            lines.add(cells(cells.counter(), cells.across(), cells.format(), cells.zone().getId(), cells.totals(),
                    cells.except().stream().sorted().toList()));
        }
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    /// The line of cells.
    ///
    /// @param counter which they are; `null` while nobody says it
    /// @param format how the times in the names are written; `null` while nobody says it
    static String cells(@Nullable String counter, Cells.Across across, @Nullable TimeFormat format, String zone,
            Cells.Totals totals, List<String> except) {
        return "cells: {columns: " + across.label() + (counter == null ? "" : ", counter: " + counter)
                + (across == Cells.Across.NAMES
                        ? ""
                        : (format == null ? "" : ", format: " + format.label()) + ", zone: " + quoted(zone))
                + ", totals: " + totals.label()
                + (except.isEmpty()
                        ? ""
                        : except.stream().map(MappingText::quoted)
                                .collect(Collectors.joining(", ", ", except: [", "]")))
                + "}";
    }

    /// The line of a time that a column says.
    static String time(String key, Time.InColumn time) {
        String clock = time.clock();
        return key + ": {column: " + quoted(time.column()) + ", format: " + time.format().label()
                + (clock == null ? "" : ", clock: " + quoted(clock)) + ", zone: " + quoted(time.zone().getId()) + "}";
    }

    /// The line of who tells the rows.
    ///
    /// @param name of rows that do not say it; `null` while nobody says that
    static String source(@Nullable String column, @Nullable String name) {
        return "source: " + (column == null
                ? quoted(String.valueOf(name))
                : "{column: " + quoted(column)
                        + (name == null ? "" : ", " + MappingFile.OTHERWISE + ": " + quoted(name))
                        + "}");
    }

    private static void addAll(List<String> lines, List<String> keys, Map<String, String> columns) {
        keys.forEach(key -> add(lines, key, columns.get(key)));
    }

    private static void add(List<String> lines, String key, @Nullable String column) {
        if (column != null) {
            lines.add(key + ": " + quoted(column));
        }
    }

    /// A text in double quotes, as YAML and JSON both read it.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c == 0x7f || (c >= 0x80 && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff
                    || (c >= 0xd800 && c < 0xe000) || c >= 0xfffe) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }
}

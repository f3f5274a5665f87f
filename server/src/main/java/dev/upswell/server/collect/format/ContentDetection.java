package dev.upswell.server.collect.format;

import dev.upswell.server.collect.ColumnMapping;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells a file's format from its content: its first bytes, its header, or the first items of a JSON file.
public final class ContentDetection implements FileReading {

    /// How many items of a JSON file are looked at: the first ones may be broken or error messages.
    private static final int SAMPLE = 200;
    private static final Position START = new Position(1, 1);
    private final List<RowMapper> mappers;

    public ContentDetection(List<RowMapper> mappers) {
        this.mappers = List.copyOf(mappers);
    }

    @Override
    public OpenFile open(ImportSource source, ImportOptions options) {
        Optional<FileFormat> format = options.demandedFormat();
        Opened file = Opened.of(source);
        try {
            ColumnMapping mapping = options.mapping();
            if (mapping != null) {
                MappedDetection mapped = new MappedDetection(mapping);
                return switch (Kind.of(file)) {
                    case CSV -> mapped.csv(file);
                    case JSON -> mapped.json(source, file);
                };
            }
            return switch (Kind.of(file)) {
                case CSV -> csv(file, format);
                case JSON -> json(source, file, format);
            };
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private OpenFile csv(Opened file, Optional<FileFormat> format) {
        String head = new String(file.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        char widest = ',';
        for (char separator : Separators.ALL) {
            List<String> columns = Separators.columns(head, separator);
            if (columns.size() > Separators.columns(head, widest).size()) {
                widest = separator;
            }
            RowMapper mapper = best(new RawRow.Csv(START, distinct(columns), columns), format);
            if (mapper != null) {
                CsvHeader header = header(file, columns);
                return new CsvFile(file, separator, header, mapper);
            }
        }
        List<String> columns = Separators.columns(head, widest);
        header(file, columns);
        throw unknown(file.name(), format,
                widest == ','
                        ? "columns"
                        : "columns, separated by " + Separators.name(widest) + " where commas are expected",
                columns);
    }

    private static CsvHeader distinct(List<String> columns) {
        return new CsvHeader(List.copyOf(new LinkedHashSet<>(columns)));
    }

    static CsvHeader header(Opened file, List<String> columns) {
        List<String> twice = columns.stream().filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .distinct().toList();
        if (!twice.isEmpty()) {
            throw new ImportRefused(
                    "The header of " + file.name() + " names a column twice: " + String.join(", ", twice)
                            + ".",
                    "Remove or rename one of them, so that it is clear which to read.");
        }
        if (columns.size() > RowBounds.CSV_FIELDS) {
            throw new ImportRefused(
                    "The header of " + file.name() + " has more than " + RowBounds.CSV_FIELDS + " columns.",
                    "Keep the columns that are read, and leave out the others.");
        }
        return new CsvHeader(columns);
    }

    private OpenFile json(ImportSource source, Opened file, Optional<FileFormat> format) {
        JsonShape shape = JsonShape.of(file.head());
        Set<String> seen = new LinkedHashSet<>();
        try (Opened probe = Opened.of(source)) {
            JsonRows rows = shape.rows(probe);
            RawRow row = rows.next();
            for (int i = 0; i < SAMPLE && row != null; i++, row = rows.next()) {
                RowMapper mapper = best(row, format);
                List<String> keys = keys(row);
                if (mapper != null) {
                    return new JsonFile(file, shape.rows(file), mapper, keys);
                }
                seen.addAll(keys);
            }
            Optional<String> problem = probe.damage().problem();
            if (seen.isEmpty() && problem.isPresent()) {
                throw new ImportRefused(file.name() + ": " + problem.get(), "Export or copy the file again.");
            }
        }
        if (seen.isEmpty()) {
            throw new ImportRefused("The file " + file.name() + " holds no item that can be read as JSON.",
                    "Check that the export ended well.");
        }
        throw unknown(file.name(), format, "keys", seen);
    }

    private static List<String> keys(RawRow row) {
        return row instanceof RawRow.Json json ? List.copyOf(json.node().propertyNames()) : List.of();
    }

    private @Nullable RowMapper best(RawRow row, Optional<FileFormat> format) {
        return mappers.stream().filter(mapper -> format.isEmpty() || mapper.format() == format.get())
                .filter(mapper -> mapper.affinity(row) > 0)
                .max(Comparator.comparingInt(mapper -> mapper.affinity(row))).orElse(null);
    }

    private static ImportRefused unknown(String name, Optional<FileFormat> format, String what,
            Iterable<String> seen) {
        String found = "It has the " + what + ": " + shortened(seen) + ".";
        if (format.isPresent()) {
            return new ImportRefused(
                    "The file " + name + " is not of the format " + format.get().label() + ", which is "
                            + format.get().recognisedBy() + ".\n" + found,
                    "Leave the format to be detected, or name another.");
        }
        return new ImportRefused("The format of " + name + " is not known.\n" + found,
                "Rename the columns to those of a known format:\n" + FileFormat.listing());
    }

    static String shortened(Iterable<String> names) {
        List<String> kept = new ArrayList<>();
        for (String name : names) {
            if (kept.size() == 30) {
                kept.add("…");
                break;
            }
            kept.add(name.length() > 60 ? name.substring(0, 60) + "…" : name);
        }
        return String.join(", ", kept);
    }
}

package dev.upswell.server.collect.format;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.json.RowBounds;
import dev.upswell.server.collect.row.CsvHeader;
import dev.upswell.server.collect.row.FileReading;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.TableHead;
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
    private static final int GUESSED_FROM = 500;
    /// Of a table with thousands of columns fewer rows are looked at.
    private static final int CELLS_GUESSED_FROM = 200_000;
    private static final String COLUMNS = "columns";
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
        String head = text(file);
        for (char separator : Separators.ALL) {
            List<String> columns = Separators.columns(head, separator);
            RowMapper mapper = best(new RawRow.Csv(START, distinct(columns), columns), format);
            if (mapper != null) {
                CsvHeader header = header(file, columns);
                return new CsvFile(file, separator, header, mapper);
            }
        }
        char widest = widest(head);
        List<String> columns = Separators.columns(head, widest);
        header(file, columns);
        throw unknown(file.name(), format,
                widest == ','
                        ? COLUMNS
                        : COLUMNS + ", separated by " + Separators.name(widest) + " where commas are expected",
                columns);
    }

    @Override
    public TableHead head(ImportSource source) {
        try (Opened file = Opened.of(source)) {
            if (Kind.of(file) == Kind.JSON) {
                throw new ImportRefused("The file " + file.name() + " is JSON; only the columns of a CSV are guessed.",
                        "Write a mapping with the paths of its properties: docs/importing.md has an example.");
            }
            String head = text(file);
            char widest = widest(head);
            List<String> columns = Separators.columns(head, widest);
            // The rows are only read here, so any mapper will do.
            CsvFile table = new CsvFile(file, widest, header(file, columns), mappers.getFirst());
            List<List<String>> rows = new ArrayList<>();
            int broken = 0;
            RawRow row = table.next();
            int most = Math.min(GUESSED_FROM, CELLS_GUESSED_FROM / Math.max(1, columns.size()));
            for (int i = 0; i < most && row != null; i++, row = table.next()) {
                if (row instanceof RawRow.Csv csv) {
                    rows.add(csv.values());
                } else {
                    broken++;
                }
            }
            List<String> remarks = new ArrayList<>(table.remarks());
            if (broken > 0) {
                remarks.add(broken + " of the first " + (rows.size() + broken)
                        + " rows do not fit the header and would be quarantined");
            }
            if (columns.stream().filter(ContentDetection::isValue).count() * 2 > columns.size()) {
                remarks.add("the first row looks like values: a file needs the names of its columns there");
            }
            return new TableHead(file.name(), columns, rows, remarks);
        }
    }

    private static String text(Opened file) {
        return new String(file.head(), StandardCharsets.UTF_8).replace("\uFEFF", "");
    }

    private static boolean isValue(String name) {
        // A wide table has times for names.
        return name.matches("[-+]?[\\d.,:/ -]+|https?://.*") && !Cells.isTime(name);
    }

    private static char widest(String head) {
        char widest = ',';
        for (char separator : Separators.ALL) {
            if (Separators.columns(head, separator).size() > Separators.columns(head, widest).size()) {
                widest = separator;
            }
        }
        return widest;
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
                    "Keep the columns that are read, and leave out the others; split a table with a column for each time"
                            + " into several files, each with the columns that rows are known by.");
        }
        if (file.head().length == Opened.HEAD && !hasLineEnd(file.head())) {
            throw new ImportRefused("The header of " + file.name() + " is longer than " + Opened.HEAD + " bytes.",
                    "Check that its lines end; keep the columns that are read, and leave out the others, or split a table"
                            + " with a column for each time into several files.");
        }
        return new CsvHeader(columns);
    }

    private static boolean hasLineEnd(byte[] head) {
        for (byte b : head) {
            if (b == '\n' || b == '\r') {
                return true;
            }
        }
        return false;
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
                (what.startsWith(COLUMNS)
                        ? "Say what the columns are: upswell import --map guess FILE begins with a guess, as the page Data"
                                + " does. Or rename"
                        : "Write a mapping, as docs/importing.md says, or rename")
                        + " them to those of a known format:\n" + FileFormat.listing());
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

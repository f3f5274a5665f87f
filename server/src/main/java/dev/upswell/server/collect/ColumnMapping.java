package dev.upswell.server.collect;

import dev.upswell.content.EntityKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How to read a CSV or JSON file of one's own columns: which column says what.
///
/// A column is a name in the header of a CSV, or a path of property names with dots between them in JSON.
///
/// @param kind what the rows are about
/// @param id column of the id; `null` when `name` alone says what a row is about
/// @param name column of the name, by which hashtags and creators are known; `null` when `id` alone says it
/// @param observedAt when the rows were observed; `null` when the importer says it for the whole file
/// @param source under which the readings are kept
/// @param counters column of each counter by its name in [Collected#COUNTERS], at least one
public record ColumnMapping(Kind kind, @Nullable String id, @Nullable String name, @Nullable Time observedAt,
        String source, Map<String, String> counters) {

    public ColumnMapping {
        counters = Map.copyOf(counters);
        if (counters.isEmpty() || (id == null && name == null)) {
            throw new IllegalArgumentException("mapping (" + source
                    + ") must have an id or a name, and a counter\nMaybe read it with ColumnMapping.parse.");
        }
    }

    /// What the rows are about.
    public sealed interface Kind {

        /// All rows are about entities of one kind.
        record Fixed(EntityKind kind) implements Kind {
        }

        /// Each row says it in this column.
        record InColumn(String column) implements Kind {
        }
    }

    /// When the rows were observed.
    public sealed interface Time {

        /// All at once.
        record Constant(Instant at) implements Time {
        }

        /// Each row says it in this column.
        record InColumn(String column, TimeFormat format) implements Time {
        }
    }

    /// How times are written.
    public enum TimeFormat {
        /// ISO 8601 or `2025-07-02 05:03:39`; UTC when no zone is given.
        ISO("iso"),
        /// Seconds since 1970.
        EPOCH_SECONDS("epoch-seconds"),
        /// Milliseconds since 1970.
        EPOCH_MILLISECONDS("epoch-milliseconds");

        private final String label;

        TimeFormat(String label) {
            this.label = label;
        }

        /// The word for it in mappings.
        public String label() {
            return label;
        }
    }

    /// Reads a mapping.
    ///
    /// @param origin how messages call it
    /// @param observedAt when the file was observed, as its importer says besides the mapping; `null` when nobody says it
    ///
    /// **errors** [MappingRefused] with all problems.
    public static ColumnMapping parse(String origin, String yaml, @Nullable Instant observedAt) {
        return new MappingFile(origin, observedAt).read(yaml);
    }

    /// All columns that are read, each once.
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        if (kind instanceof Kind.InColumn inColumn) {
            columns.add(inColumn.column());
        }
        Stream.of(id, name).forEach(column -> {
            if (column != null) {
                columns.add(column);
            }
        });
        if (observedAt instanceof Time.InColumn inColumn) {
            columns.add(inColumn.column());
        }
        Collected.COUNTERS.stream().filter(counters::containsKey).map(counters::get).forEach(columns::add);
        return columns;
    }

    /// What the mapping says, in one form for all ways to write it: two files read by mappings that differ here are read in
    /// different ways.
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = new TreeMap<>(counters);
        identity.put("source", source);
        identity.put("kind", switch (kind) {
            case Kind.Fixed fixed -> fixed.kind().label();
            case Kind.InColumn inColumn -> "column " + inColumn.column();
        });
        if (id != null) {
            identity.put("id", id);
        }
        if (name != null) {
            identity.put("name", name);
        }
        switch (observedAt) {
            case null -> {
            }
            case Time.Constant constant -> identity.put("observed-at", constant.at().toString());
            case Time.InColumn inColumn -> identity.put("observed-at",
                    "column " + inColumn.column() + " " + inColumn.format().label());
        }
        return identity;
    }
}

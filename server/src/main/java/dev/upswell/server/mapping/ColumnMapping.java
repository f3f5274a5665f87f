package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.ColumnMapping.Time.InColumn;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How to read a CSV or JSON file of one's own columns: which column says what.
///
/// A column is a name in the header of a CSV, or a path of property names with dots between them in JSON.
///
/// @param kind what the rows are about
/// @param id column of the id; `null` when `name` or the address says what a row is about
/// @param name column of the name, by which hashtags and creators are known; `null` when `id` alone says it
/// @param observedAt when the rows were observed; `null` when the importer says it for the whole file
/// @param source under which the readings are kept of rows that do not say it themselves
/// @param sourceColumn column in which rows say it; `null` when none does
/// @param counters column of each counter by its name in [#COUNTERS]; of videos with content there may be none
/// @param content column of what else is said of videos by its name in [#CONTENT]
/// @param posted when videos were posted; `null` when no column says it
/// @param cells columns of which every cell is a reading, in place of counters; `null` where a row is one
public record ColumnMapping(Kind kind, @Nullable String id, @Nullable String name, @Nullable Time observedAt,
        String source, @Nullable String sourceColumn, Map<String, String> counters, Map<String, String> content,
        @Nullable InColumn posted, @Nullable Cells cells) {

    /// The counters by name.
    public static final List<String> COUNTERS = List.of("views", "likes", "comments", "shares", "saves", "posts",
            "followers");

    /// What rows about videos may say apart from counters and the time of posting.
    public static final List<String> CONTENT = List.of("url", "creator", "sound", "caption", "hashtags", "duration",
            "completion-rate", "average-watch", "rewatch-ratio", "retention-3s", "retention-5s", "profile-views",
            "link-clicks", "new-followers");

    /// Those of [#CONTENT] that say how videos are watched, which only their owners are told.
    public static final List<String> VIEWING = CONTENT.subList(6, CONTENT.size());

    static final String OBSERVED_AT = "observed-at";
    static final String POSTED = "posted";
    private static final String SOURCE_COLUMN = "source.column";
    private static final String COLUMN = "column ";

    public ColumnMapping {
        counters = Map.copyOf(counters);
        content = Map.copyOf(content);
        boolean named = cells != null && cells.across() == Cells.Across.NAMES;
        if ((cells == null && counters.isEmpty() && content.isEmpty() && posted == null)
                || (!named && id == null && name == null && !content.containsKey("url"))) {
            throw new IllegalArgumentException("mapping (" + source
                    + ") must have an id or a name, and a counter\nMaybe read it with ColumnMapping.parse.");
        }
    }

    /// A table of which each row is one reading.
    public ColumnMapping(Kind kind, @Nullable String id, @Nullable String name, @Nullable Time observedAt,
            String source, @Nullable String sourceColumn, Map<String, String> counters, Map<String, String> content,
            @Nullable InColumn posted) {
        this(kind, id, name, observedAt, source, sourceColumn, counters, content, posted, null);
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
        ///
        /// @param clock column of the time of the day, where `column` has the day alone; `null` when one column says both
        /// @param zone of texts that name none
        record InColumn(String column, TimeFormat format, @Nullable String clock, ZoneId zone) implements Time {

            /// One column, in UTC where it names no zone.
            public InColumn(String column, TimeFormat format) {
                this(column, format, null, ZoneOffset.UTC);
            }

            InColumn renamed(UnaryOperator<String> columns) {
                return new InColumn(columns.apply(column), format, clock == null ? null : columns.apply(clock), zone);
            }

            /// The columns that are read.
            public List<String> columns() {
                return clock == null ? List.of(column) : List.of(column, clock);
            }
        }
    }

    /// How times are written.
    public enum TimeFormat {
        /// ISO 8601 or `2025-07-02 05:03:39`.
        ISO("iso"),
        /// Seconds since 1970.
        EPOCH_SECONDS("epoch-seconds"),
        /// Milliseconds since 1970.
        EPOCH_MILLISECONDS("epoch-milliseconds"),
        /// `31/12/2025`, `31.12.2025 14:30` or `31-12-2025 14:30:05`.
        DAY_FIRST("day-first"),
        /// `12/31/2025` or `12/31/2025 14:30`.
        MONTH_FIRST("month-first");

        private final String label;

        TimeFormat(String label) {
            this.label = label;
        }

        /// The word for it in mappings.
        public String label() {
            return label;
        }

        /// The format with this label, if there is one.
        public static Optional<TimeFormat> find(String label) {
            return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
        }
    }

    /// Reads a mapping.
    ///
    /// @param origin how messages call it
    /// @param observedAt when the file was observed, as its importer says besides the mapping; `null` when nobody says it
    ///
    /// **errors** [MappingRefused] with all problems.
    public static ColumnMapping parse(String origin, String yaml, @Nullable Instant observedAt) {
        return new MappingFile(origin, observedAt, false).read(yaml);
    }

    /// Reads a mapping that is to be kept: where no column says when the rows were observed, each file does.
    ///
    /// **errors** [MappingRefused] with all problems, of which one moment for every file is one.
    public static ColumnMapping toKeep(String origin, String yaml) {
        return new MappingFile(origin, null, true).read(yaml);
    }

    /// The mapping as text that [#parse] reads.
    public String document() {
        return MappingText.of(this);
    }

    /// The mapping that [#identity] told.
    public static ColumnMapping ofIdentity(Map<String, String> identity) {
        Map<String, String> counters = new HashMap<>(identity);
        counters.keySet().retainAll(COUNTERS);
        Map<String, String> content = new HashMap<>(identity);
        content.keySet().retainAll(CONTENT);
        String kind = identity.getOrDefault("kind", "");
        return new ColumnMapping(
                kind.startsWith(COLUMN)
                        ? new Kind.InColumn(kind.substring(COLUMN.length()))
                        : new Kind.Fixed(EntityKind.of(kind)),
                identity.get("id"), identity.get("name"), time(OBSERVED_AT, identity),
                identity.getOrDefault("source", ""), identity.get(SOURCE_COLUMN), counters, content,
                time(POSTED, identity) instanceof Time.InColumn posted ? posted : null,
                Cells.ofIdentity(identity).orElse(null));
    }

    private static @Nullable Time time(String key, Map<String, String> identity) {
        String text = identity.get(key);
        if (text == null) {
            return null;
        }
        if (!text.startsWith(COLUMN)) {
            return new Time.Constant(Instant.parse(text));
        }
        int format = text.lastIndexOf(' ');
        return new Time.InColumn(text.substring(COLUMN.length(), format),
                TimeFormat.find(text.substring(format + 1)).orElse(TimeFormat.ISO), identity.get(key + ".clock"),
                ZoneId.of(identity.getOrDefault(key + ".zone", "Z")));
    }

    /// All columns that are read, each once; without those of cells, which depend on the file.
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
            columns.addAll(inColumn.columns());
        }
        if (sourceColumn != null) {
            columns.add(sourceColumn);
        }
        COUNTERS.stream().filter(counters::containsKey).map(counters::get).forEach(columns::add);
        CONTENT.stream().filter(content::containsKey).map(content::get).forEach(columns::add);
        if (posted != null) {
            columns.addAll(posted.columns());
        }
        return columns;
    }

    /// The same mapping of columns that are called otherwise.
    ColumnMapping renamed(UnaryOperator<String> columns) {
        Map<String, String> renamedCounters = new HashMap<>(counters);
        renamedCounters.replaceAll((counter, column) -> columns.apply(column));
        Map<String, String> renamedContent = new HashMap<>(content);
        renamedContent.replaceAll((what, column) -> columns.apply(column));
        return new ColumnMapping(
                kind instanceof Kind.InColumn(String column) ? new Kind.InColumn(columns.apply(column)) : kind,
                id == null ? null : columns.apply(id), name == null ? null : columns.apply(name),
                observedAt instanceof Time.InColumn time ? time.renamed(columns) : observedAt, source,
                sourceColumn == null ? null : columns.apply(sourceColumn), renamedCounters, renamedContent,
                posted == null ? null : posted.renamed(columns), cells == null ? null : cells.renamed(columns));
    }

    /// Whether the table itself says when it was observed.
    public boolean saysTime() {
        return observedAt != null || (cells != null && cells.across() == Cells.Across.TIMES);
    }

    /// Whether rows say more of a video than its counters.
    public boolean describes() {
        return kind instanceof Kind.Fixed(EntityKind fixed) && fixed == EntityKind.VIDEO
                && (posted != null || content.keySet().stream().anyMatch(key -> !key.equals("url")));
    }

    /// What the mapping says, in one form for all ways to write it: two files read by mappings that differ here are read in
    /// different ways.
    public SortedMap<String, String> identity() {
        SortedMap<String, String> identity = new TreeMap<>(counters);
        identity.putAll(content);
        identity.put("source", source);
        if (sourceColumn != null) {
            identity.put(SOURCE_COLUMN, sourceColumn);
        }
        identity.put("kind", switch (kind) {
            case Kind.Fixed fixed -> fixed.kind().label();
            case Kind.InColumn inColumn -> COLUMN + inColumn.column();
        });
        if (id != null) {
            identity.put("id", id);
        }
        if (name != null) {
            identity.put("name", name);
        }
        tell(OBSERVED_AT, observedAt, identity);
        tell(POSTED, posted, identity);
        if (cells != null) {
            cells.tell(identity);
        }
        return identity;
    }

    private static void tell(String key, @Nullable Time time, Map<String, String> identity) {
        switch (time) {
            case null -> {
            }
            case Time.Constant constant -> identity.put(key, constant.at().toString());
            case Time.InColumn inColumn -> {
                identity.put(key, COLUMN + inColumn.column() + " " + inColumn.format().label());
                if (inColumn.clock() != null) {
                    identity.put(key + ".clock", inColumn.clock());
                }
                if (!inColumn.zone().equals(ZoneOffset.UTC)) {
                    identity.put(key + ".zone", inColumn.zone().getId());
                }
            }
        }
    }
}

package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.ColumnMapping.Kind;
import dev.upswell.server.mapping.ColumnMapping.Time;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads a mapping from YAML and collects all that is wrong with it.
final class MappingFile {

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9:._-]{0,63}");
    private static final int SHOWN = 80;
    private static final int PARTS_SHOWN = 5;
    private static final List<String> TIME_KEYS = List.of("column", "format", "clock", "zone");
    private static final String CELLS = "cells";
    private static final List<String> CELLS_KEYS = List.of("columns", "counter", "format", "zone", "totals", "except");
    private static final List<String> KEYS = Stream
            .of(Stream.of("kind", "id", "name", "observed-at", "source"), ColumnMapping.COUNTERS.stream(),
                    ColumnMapping.CONTENT.stream(), Stream.of(ColumnMapping.POSTED, CELLS))
            .flatMap(keys -> keys).toList();
    static final String OTHERWISE = "otherwise";
    private static final List<String> SOURCE_KEYS = List.of("column", OTHERWISE);
    static final String ONE_MOMENT = "observed-at is one moment, which would date every later file; leave it out, and say"
            + " the time with each file";
    private final String origin;
    private final @Nullable Instant given;
    private final boolean toKeep;
    private final List<String> problems = new ArrayList<>();

    MappingFile(String origin, @Nullable Instant given, boolean toKeep) {
        this.origin = origin;
        this.given = given;
        this.toKeep = toKeep;
    }

    /// Leaves every scalar the text that it is: `2026-01-01`, `yes` and `12` are names of columns like any other.
    private static final class TextOnly extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            // None: a scalar without a resolver is text.
        }
    }

    ColumnMapping read(String yaml) {
        Map<String, Object> tree = tree(yaml);
        tree.keySet().stream().filter(key -> !KEYS.contains(key)).forEach(
                key -> problems.add("unknown key \"" + shown(key) + "\"; the keys are " + String.join(", ", KEYS)));
        Optional<Kind> kind = kind(tree.get("kind"));
        String id = column("id", tree);
        String name = column("name", tree);
        Map<String, String> content = content(kind, tree);
        Optional<Time> posted = tree.containsKey(ColumnMapping.POSTED)
                ? inColumn(ColumnMapping.POSTED, tree.get(ColumnMapping.POSTED))
                : Optional.empty();
        boolean described = tree.containsKey(ColumnMapping.POSTED)
                || content.keySet().stream().anyMatch(key -> !key.equals("url"));
        Optional<Cells> cells = tree.containsKey(CELLS) ? cells(tree.get(CELLS)) : Optional.empty();
        Cells.Across across = cells.map(Cells::across).orElse(null);
        if (across == Cells.Across.NAMES) {
            requireNamesApart(kind, tree);
        } else {
            requireIdentity(kind, id, name, content.containsKey("url"));
        }
        Optional<Time> time = across == Cells.Across.TIMES
                ? timeOfCells(tree.get("observed-at"))
                : time(tree.get("observed-at"), described);
        Optional<Source> source = source(tree.get("source"));
        Map<String, String> counters = counters(tree, described || tree.containsKey(CELLS));
        if (tree.containsKey(CELLS) && (described || !counters.isEmpty())) {
            problems.add(
                    "every cell is a reading, so nothing else of a row is kept but what it is about; leave out cells, or "
                            + tree.keySet().stream().filter(MappingFile::besideCells)
                                    .collect(Collectors.joining(", ")));
        }
        if (!problems.isEmpty() || kind.isEmpty() || source.isEmpty()) {
            throw new MappingRefused("The mapping " + origin + " cannot be used:", problems);
        }
        return new ColumnMapping(kind.get(), id, name, time.orElse(null), source.get().name(),
                source.get().column(), counters, content,
                posted.orElse(null) instanceof Time.InColumn inColumn ? inColumn : null, cells.orElse(null));
    }

    private static boolean besideCells(String key) {
        return ColumnMapping.COUNTERS.contains(key) || key.equals(ColumnMapping.POSTED)
                || (ColumnMapping.CONTENT.contains(key) && !key.equals("url"));
    }

    private Optional<Cells> cells(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)
                || !map.keySet().stream().allMatch(one -> one instanceof String name && CELLS_KEYS.contains(name))) {
            problems.add(
                    "cells (" + shown(value) + ") cannot be used; write {columns: times, counter: views}; its keys are "
                            + String.join(", ", CELLS_KEYS));
            return Optional.empty();
        }
        Optional<Cells.Across> across = word("columns", map.get("columns"), Cells.Across::find, "times or names");
        Optional<String> counter = word("counter", map.get("counter"),
                one -> Optional.of(one).filter(ColumnMapping.COUNTERS::contains),
                String.join(", ", ColumnMapping.COUNTERS));
        Optional<Cells.Totals> totals = word("totals", map.containsKey("totals") ? map.get("totals") : "running",
                Cells.Totals::find, "running or period");
        Optional<TimeFormat> format = format(CELLS, map.containsKey("format") ? map.get("format") : "iso");
        ZoneId zone = zone(CELLS, map.containsKey("zone") ? map.get("zone") : "Z");
        Set<String> except = except(map.containsKey("except") ? map.get("except") : List.of());
        return zone == null || across.isEmpty() || counter.isEmpty() || totals.isEmpty()
                ? Optional.empty()
                : format.map(each -> new Cells(counter.get(), across.get(), each, zone, totals.get(), except));
    }

    private <T> Optional<T> word(String key, @Nullable Object value, Function<String, Optional<T>> known,
            String words) {
        Optional<T> found = value instanceof String text ? known.apply(text.strip()) : Optional.empty();
        if (found.isEmpty()) {
            problems.add("cells: " + key + " " + (value == null ? "is missing" : "(" + shown(value) + ") is not known")
                    + "; write " + words);
        }
        return found;
    }

    private Set<String> except(@Nullable Object value) {
        if (value instanceof List<?> list
                && list.stream().allMatch(one -> one instanceof String text && isStorable(text))) {
            return list.stream().map(one -> String.valueOf(one).strip()).collect(Collectors.toSet());
        }
        problems.add("cells: except (" + shown(value) + ") must be a list of columns, as in [Total, Note]");
        return Set.of();
    }

    /// The names of the columns say what the readings are of, so nothing else may.
    private void requireNamesApart(Optional<Kind> kind, Map<String, Object> tree) {
        Stream.of("id", "name", "url").filter(tree::containsKey).forEach(key -> problems
                .add(key + " is said by the columns of cells; leave it out, or write cells: {columns: times}"));
        if (kind.isPresent() && kind.get() instanceof Kind.InColumn) {
            problems.add("kind must be one for all columns of cells; write hashtag, sound, video or creator");
        }
    }

    /// The names of the columns say when the readings were made, so nothing else may.
    private Optional<Time> timeOfCells(@Nullable Object value) {
        if (value != null || given != null) {
            problems.add((value != null ? "observed-at" : "--observed-at")
                    + " is said by the columns of cells; leave it out");
        }
        return Optional.empty();
    }

    private Map<String, String> content(Optional<Kind> kind, Map<String, Object> tree) {
        Map<String, String> content = new LinkedHashMap<>();
        for (String key : ColumnMapping.CONTENT) {
            String column = column(key, tree);
            if (column != null) {
                content.put(key, column);
            }
        }
        boolean video = kind.isPresent() && kind.get() instanceof Kind.Fixed(EntityKind fixed)
                && fixed == EntityKind.VIDEO;
        if (kind.isPresent() && !video && (!content.isEmpty() || tree.containsKey(ColumnMapping.POSTED))) {
            problems.add(String.join(", ", content.isEmpty() ? List.of(ColumnMapping.POSTED) : content.keySet())
                    + " can be said of videos only; leave it out or write kind: video");
        }
        return content;
    }

    private Map<String, Object> tree(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions dumping = new DumperOptions();
        try {
            Object tree = new Yaml(new SafeConstructor(options), new Representer(dumping), dumping, options,
                    new TextOnly()).load(yaml);
            if (tree instanceof Map<?, ?> map) {
                Map<String, Object> keys = new LinkedHashMap<>();
                map.forEach((key, value) -> keys.put(key instanceof String text ? text : shown(key),
                        value == null ? "" : value));
                return keys;
            }
            throw refused("it must consist of lines such as \"views: NAME OF A COLUMN\"");
        } catch (MarkedYAMLException e) {
            throw refused("not valid YAML at line " + (e.getProblemMark() == null
                    ? "1"
                    : e.getProblemMark().getLine() + 1) + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw refused("not valid YAML: " + e.getMessage());
        }
    }

    private MappingRefused refused(String problem) {
        return new MappingRefused("The mapping " + origin + " cannot be used:", List.of(problem));
    }

    private @Nullable String column(String key, Map<String, Object> tree) {
        return tree.containsKey(key) ? text(key, tree.get(key)) : null;
    }

    private @Nullable String text(String key, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank() && isStorable(text)) {
            return text.strip();
        }
        problems.add(key + " must be the name of a column");
        return null;
    }

    /// No file has such a name, and no database keeps it.
    private static boolean isStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /// What a message shows of a value: its beginning. A list may hold itself, and a few lines may write thousands of the same.
    private static String shown(@Nullable Object value) {
        String text = switch (value) {
            case Map<?, ?> map -> map.entrySet().stream().limit(PARTS_SHOWN)
                    .map(entry -> part(entry.getKey()) + "=" + part(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> list -> list.stream().limit(PARTS_SHOWN).map(MappingFile::part)
                    .collect(Collectors.joining(", ", "[", "]"));
            case null -> "nothing";
            default -> part(value);
        };
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private static String part(@Nullable Object value) {
        String text = value instanceof Map || value instanceof Collection ? "…" : String.valueOf(value);
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    private Optional<Kind> kind(@Nullable Object value) {
        List<String> known = Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();
        if (value instanceof String label && known.contains(label.strip())) {
            return Optional.of(new Kind.Fixed(EntityKind.of(label.strip())));
        }
        if (value instanceof Map<?, ?> map && map.size() == 1 && map.containsKey("column")) {
            return Optional.ofNullable(text("kind: column", map.get("column"))).map(Kind.InColumn::new);
        }
        problems.add("kind " + (value == null ? "is missing" : "(" + shown(value) + ") cannot be used")
                + "; write one of " + String.join(", ", known) + ", or {column: NAME}");
        return Optional.empty();
    }

    private void requireIdentity(Optional<Kind> kind, @Nullable String id, @Nullable String name, boolean address) {
        if (address && id == null) {
            return;
        }
        if (id == null && name == null) {
            problems.add("id and name are missing; one of them says what a row is about");
        } else if (id == null && kind.isPresent() && kind.get() instanceof Kind.Fixed(EntityKind fixed)
                && (fixed == EntityKind.SOUND || fixed == EntityKind.VIDEO)) {
            problems.add("id is missing; a " + fixed.label() + " is known by its number, not by its name");
        }
    }

    private Optional<Time> time(@Nullable Object value, boolean described) {
        if (value == null) {
            if (given == null && !described && !toKeep) {
                problems.add("observed-at is missing; write {column: NAME, format: FORMAT} or {constant: TIME}, or"
                        + " give --observed-at");
            }
            return Optional.empty();
        }
        return value instanceof Map<?, ?> map && map.keySet().equals(Set.of("constant"))
                ? constant(shown(map.get("constant")))
                : inColumn("observed-at", value);
    }

    private Optional<Time> inColumn(String key, @Nullable Object value) {
        if (value instanceof String text && !text.isBlank()) {
            return Optional.ofNullable(text(key, value)).map(column -> new Time.InColumn(column, TimeFormat.ISO));
        }
        if (value instanceof Map<?, ?> map && map.containsKey("column")
                && map.keySet().stream().allMatch(one -> one instanceof String name && TIME_KEYS.contains(name))) {
            String column = text(key + ": column", map.get("column"));
            String clock = map.containsKey("clock") ? text(key + ": clock", map.get("clock")) : null;
            Optional<TimeFormat> format = format(key, map.containsKey("format") ? map.get("format") : "iso");
            ZoneId zone = zone(key, map.containsKey("zone") ? map.get("zone") : "Z");
            return column == null || zone == null
                    ? Optional.empty()
                    : format.map(each -> new Time.InColumn(column, each, clock, zone));
        }
        problems.add(key + " (" + shown(value) + ") cannot be used; write {column: NAME, format: FORMAT}"
                + (key.equals("observed-at") ? " or {constant: TIME}" : ""));
        return Optional.empty();
    }

    private @Nullable ZoneId zone(String key, @Nullable Object value) {
        try {
            ZoneId zone = ZoneId.of(shown(value).strip());
            return zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
        } catch (DateTimeException e) {
            problems.add(key + ": zone (" + shown(value) + ") is not known; write one like +07:00 or Asia/Jakarta");
            return null;
        }
    }

    private Optional<Time> constant(String text) {
        if (toKeep) {
            problems.add(ONE_MOMENT);
            return Optional.empty();
        }
        if (given != null) {
            problems.add("observed-at is given twice, as a constant and by --observed-at; leave one out");
            return Optional.empty();
        }
        try {
            return Optional.of(new Time.Constant(Instant.parse(text.strip())));
        } catch (DateTimeException e) {
            problems.add("observed-at: constant (" + text + ") is no time; write it like 2026-01-01T00:00:00Z");
            return Optional.empty();
        }
    }

    private Optional<TimeFormat> format(String key, @Nullable Object value) {
        Optional<TimeFormat> format = TimeFormat.find(shown(value).strip());
        if (format.isEmpty()) {
            problems.add(key + ": format (" + shown(value) + ") is not known; write one of " + Arrays
                    .stream(TimeFormat.values()).map(TimeFormat::label).collect(Collectors.joining(", ")));
        }
        return format;
    }

    /// Who tells the rows.
    ///
    /// @param column in which rows say it; `null` when none does
    private record Source(String name, @Nullable String column) {
    }

    private Optional<Source> source(@Nullable Object value) {
        if (value instanceof Map<?, ?> map
                && map.keySet().stream().allMatch(one -> one instanceof String name && SOURCE_KEYS.contains(name))) {
            String column = text("source: column", map.get("column"));
            return sourceName("source: otherwise", map.get(OTHERWISE))
                    .flatMap(name -> column == null ? Optional.empty() : Optional.of(new Source(name, column)));
        }
        return sourceName("source", value).map(name -> new Source(name, null));
    }

    private Optional<String> sourceName(String key, @Nullable Object value) {
        if (value instanceof String text && SOURCE.matcher(text.strip()).matches()) {
            return Optional.of(text.strip());
        }
        problems.add(key + " " + (value == null ? "is missing" : "(" + shown(value) + ") cannot be used")
                + "; write a name of lower-case letters, digits and : . _ -"
                + (key.equals("source") ? "" : ", for rows that say no source"));
        return Optional.empty();
    }

    private Map<String, String> counters(Map<String, Object> tree, boolean described) {
        Map<String, String> counters = new LinkedHashMap<>();
        Set<String> columns = new HashSet<>();
        for (String counter : ColumnMapping.COUNTERS) {
            String column = column(counter, tree);
            if (column != null) {
                counters.put(counter, column);
                if (!columns.add(column)) {
                    problems.add("the column " + column + " is read as two counters, " + counter + " being one");
                }
            }
        }
        if (!described && counters.isEmpty() && ColumnMapping.COUNTERS.stream().noneMatch(tree::containsKey)) {
            problems.add("no counter is given; name the column of at least one of "
                    + String.join(", ", ColumnMapping.COUNTERS));
        }
        return counters;
    }
}

package dev.upswell.server.mapping;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.ColumnMapping.Time;
import dev.upswell.server.mapping.ColumnMapping.TimeFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A mapping on its way: what each column is taken as, and what the columns do not say; perhaps something is missing yet.
///
/// @param kind what the rows are about; `null` while nobody says it, or when a column does
/// @param columns each with its role, in the order of the table
/// @param source under which the readings are kept, of rows that do not say it in a column; `null` while nobody says it
/// @param observed how times of observation are written
/// @param posted how times of posting are written
/// @param wide what the columns of cells say; `null` where a row is one reading
public record MappingDraft(@Nullable EntityKind kind, List<Column> columns, @Nullable String source, Written observed,
        Written posted, @Nullable Wide wide) {

    public MappingDraft {
        columns = List.copyOf(columns);
    }

    /// A table of which each row is one reading.
    public MappingDraft(@Nullable EntityKind kind, List<Column> columns, @Nullable String source, Written observed,
            Written posted) {
        this(kind, columns, source, observed, posted, null);
    }

    /// What the columns of cells say.
    ///
    /// @param counter which the cells are; `null` while nobody says it
    /// @param format how the times in the names of the columns are written; `null` while nobody says it
    /// @param zone of those that name none, as a mapping writes it
    public record Wide(Cells.Across across, @Nullable String counter, @Nullable TimeFormat format, String zone,
            Cells.Totals totals) {
    }

    /// A column and what it is taken as.
    public record Column(String name, ColumnRole role) {
    }

    /// How times are written.
    ///
    /// @param zone of texts that name none, as a mapping writes it
    public record Written(TimeFormat format, String zone) {

        /// ISO 8601 in UTC.
        public static final Written USUAL = new Written(TimeFormat.ISO, "Z");
    }

    /// The mapping of this draft.
    ///
    /// @param observedAt when all rows were observed, if no column says it; `null` when nobody says it
    ///
    /// **errors** [MappingRefused] with all that is missing or contradicts itself
    public ColumnMapping mapping(String origin, @Nullable Instant observedAt) {
        List<String> problems = new ArrayList<>(
                columns.stream().map(Column::role).filter(role -> role != ColumnRole.IGNORE && role != ColumnRole.CELLS)
                        .filter(role -> named(role).size() > 1).distinct().map(role -> role.label() + " is said by "
                                + String.join(" and ", named(role)) + "; choose one of them")
                        .toList());
        addProblemsOfCells(problems);
        if (!problems.isEmpty()) {
            throw new MappingRefused("The mapping " + origin + " cannot be used:", problems);
        }
        boolean told = has(ColumnRole.OBSERVED) || (wide != null && wide.across() == Cells.Across.TIMES);
        return ColumnMapping.parse(origin, document(), told ? null : observedAt);
    }

    private List<String> named(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).map(Column::name).toList();
    }

    private void addProblemsOfCells(List<String> problems) {
        List<String> cells = named(ColumnRole.CELLS);
        if (wide == null) {
            if (!cells.isEmpty()) {
                problems.add(brief(cells) + " " + (cells.size() == 1 ? "is" : "are")
                        + " taken as cells; say whether the names of these columns are times or names");
            }
            return;
        }
        if (cells.isEmpty()) {
            problems.add("no column is taken as cells; say which are, or that each row is one reading");
        }
        if (wide.across() == Cells.Across.TIMES) {
            List<String> none = cells.stream().filter(column -> !Cells.isTime(column)).toList();
            if (!none.isEmpty()) {
                problems.add(brief(none) + " cannot be a time such as 2025-12-31; take it as something else");
            }
            if (wide.format() == null && !cells.isEmpty()) {
                problems.add("whether the columns write the day or the month first cannot be told ("
                        + brief(cells) + "); choose how the times of the columns are written");
            }
        }
        if (wide.counter() == null && !cells.isEmpty()) {
            problems.add("which counter the cells are is not said; choose one of "
                    + String.join(", ", ColumnMapping.COUNTERS));
        }
    }

    /// The first of some columns, for messages.
    static String brief(List<String> columns) {
        String first = columns.stream().limit(3).collect(Collectors.joining(", "));
        return columns.size() <= 3 ? first : first + " and " + (columns.size() - 3) + " more";
    }

    private boolean has(ColumnRole role) {
        return columns.stream().anyMatch(column -> column.role() == role);
    }

    /// The draft as text that a mapping is read from; what is missing is left out.
    public String document() {
        List<String> lines = lines();
        return lines.isEmpty() ? "{}\n" : String.join("\n", lines) + "\n";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String kindColumn = column(ColumnRole.KIND);
        if (kindColumn != null) {
            lines.add("kind: {column: " + MappingText.quoted(kindColumn) + "}");
        } else if (kind != null) {
            lines.add("kind: " + kind.label());
        }
        add(lines, ColumnRole.ID);
        add(lines, ColumnRole.NAME);
        String at = column(ColumnRole.OBSERVED);
        if (at != null) {
            lines.add("observed-at: " + time(at, column(ColumnRole.CLOCK), observed));
        }
        String named = source == null || source.isBlank() ? null : source.strip();
        String told = column(ColumnRole.SOURCE);
        if (named != null || told != null) {
            lines.add(MappingText.source(told, named));
        }
        for (ColumnRole role : ColumnRole.values()) {
            if (role.counter() || role.content()) {
                add(lines, role);
            }
        }
        String postedAt = column(ColumnRole.POSTED);
        if (postedAt != null) {
            lines.add("posted: " + time(postedAt, null, posted));
        }
        if (wide != null) {
            lines.add(MappingText.cells(wide.counter(), wide.across(), wide.format(),
                    wide.zone().isBlank() ? "Z" : wide.zone().strip(), wide.totals(), except(wide.across())));
        }
        return lines;
    }

    /// Columns that look like cells and are none.
    private List<String> except(Cells.Across across) {
        return named(ColumnRole.IGNORE).stream()
                .filter(column -> across == Cells.Across.NAMES || Cells.isTime(column)).toList();
    }

    private static String time(String column, @Nullable String clock, Written written) {
        return "{column: " + MappingText.quoted(column) + ", format: " + written.format().label()
                + (clock == null ? "" : ", clock: " + MappingText.quoted(clock)) + ", zone: "
                + MappingText.quoted(written.zone().isBlank() ? "Z" : written.zone().strip()) + "}";
    }

    private void add(List<String> lines, ColumnRole role) {
        String column = column(role);
        if (column != null) {
            lines.add(role.label() + ": " + MappingText.quoted(column));
        }
    }

    private @Nullable String column(ColumnRole role) {
        return columns.stream().filter(column -> column.role() == role).map(Column::name).findFirst().orElse(null);
    }

    /// The draft of a mapping, for these columns.
    public static MappingDraft of(ColumnMapping mapping, List<String> columns) {
        EntityKind kind = mapping.kind() instanceof ColumnMapping.Kind.Fixed(EntityKind fixed) ? fixed : null;
        Cells cells = mapping.cells();
        Set<String> across = cells == null ? Set.of() : Set.copyOf(cells.columns(columns, mapping.columns()));
        return new MappingDraft(kind,
                columns.stream().map(column -> new Column(column,
                        across.contains(column) ? ColumnRole.CELLS : RoleOf.column(mapping, column))).toList(),
                mapping.source(), mapping.observedAt() instanceof Time.InColumn time ? written(time) : Written.USUAL,
                mapping.posted() == null ? Written.USUAL : written(mapping.posted()),
                cells == null
                        ? null
                        : new Wide(cells.across(), cells.counter(), cells.format(), cells.zone().getId(),
                                cells.totals()));
    }

    private static Written written(Time.InColumn time) {
        return new Written(time.format(), time.zone().getId());
    }

    /// Finds what a mapping takes a column as.
    private static final class RoleOf {

        static ColumnRole column(ColumnMapping mapping, String column) {
            if (mapping.kind() instanceof ColumnMapping.Kind.InColumn(String kind) && kind.equals(column)) {
                return ColumnRole.KIND;
            }
            if (column.equals(mapping.id())) {
                return ColumnRole.ID;
            }
            if (column.equals(mapping.name())) {
                return ColumnRole.NAME;
            }
            if (column.equals(mapping.sourceColumn())) {
                return ColumnRole.SOURCE;
            }
            if (mapping.observedAt() instanceof Time.InColumn time && time.columns().contains(column)) {
                return time.column().equals(column) ? ColumnRole.OBSERVED : ColumnRole.CLOCK;
            }
            if (mapping.posted() != null && mapping.posted().column().equals(column)) {
                return ColumnRole.POSTED;
            }
            return Stream.concat(mapping.counters().entrySet().stream(),
                    mapping.content().entrySet().stream()).filter(entry -> entry.getValue().equals(column))
                    .map(entry -> ColumnRole.find(entry.getKey()).orElse(ColumnRole.IGNORE)).findFirst()
                    .orElse(ColumnRole.IGNORE);
        }
    }
}

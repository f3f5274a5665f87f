package dev.upswell.server.collect.mapper;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.mapped.LocalCount;
import dev.upswell.server.collect.mapped.LocalTimeText;
import dev.upswell.server.collect.mapped.MappedVideo;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.row.WrittenId;
import dev.upswell.server.collect.viewing.MappedViewing;
import dev.upswell.server.mapping.Cells;
import dev.upswell.server.mapping.ColumnMapping;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Rows of any CSV or JSON, read by a mapping that says which column is what.
public final class MappedRows implements RowMapper {

    /// The version of this way to read mapped rows.
    public static final int VERSION = 2;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final ColumnMapping mapping;

    public MappedRows(ColumnMapping mapping) {
        this.mapping = mapping;
    }

    @Override
    public FileFormat format() {
        return FileFormat.MAPPED;
    }

    @Override
    public int version() {
        return VERSION;
    }

    @Override
    public boolean cumulative() {
        Cells cells = mapping.cells();
        return cells == null || cells.totals() == Cells.Totals.RUNNING;
    }

    @Override
    public String contentSource() {
        return mapping.source();
    }

    @Override
    public String contentSource(RawRow row) {
        String column = mapping.sourceColumn();
        if (column == null) {
            return mapping.source();
        }
        String told = switch (row) {
            case RawRow.Csv csv -> csv.field(column);
            case RawRow.Json json -> JsonText.at(find(json.node(), column));
            case RawRow.Broken _ -> null;
        };
        return told == null ? mapping.source() : sourceName(told).toLowerCase(Locale.ROOT);
    }

    /// A name as a source has it, where it can be one: `Google Trends` is `google-trends`.
    private static String sourceName(String told) {
        return BLANKS.matcher(told.strip()).replaceAll("-");
    }

    /// Who tells the row; `null` when what its column says can be no source.
    private @Nullable String source(Function<String, @Nullable String> field, RowCheck check) {
        String column = mapping.sourceColumn();
        String told = column == null ? null : field.apply(column);
        return column == null || told == null ? mapping.source() : check.source(column, sourceName(told));
    }

    @Override
    public List<String> recognised(List<String> columns) {
        Set<String> read = new HashSet<>(mapping.columns());
        Cells cells = mapping.cells();
        if (cells != null) {
            read.addAll(cells.columns(columns, mapping.columns()));
        }
        return columns.stream().filter(read::contains).toList();
    }

    /// How many of the mapping's columns the row has.
    @Override
    public int affinity(RawRow row) {
        return switch (row) {
            case RawRow.Csv csv -> recognised(csv.header().columns()).size();
            case RawRow.Json json -> (int) mapping.columns().stream()
                    .filter(column -> !find(json.node(), column).isMissingNode()).count();
            case RawRow.Broken _ -> 0;
        };
    }

    /// What stands at a column's name, or at its path when no property has that name; missing when nothing does.
    public static JsonNode find(JsonNode item, String column) {
        JsonNode found = item.path(column);
        if (found.isMissingNode() && column.indexOf('.') > 0) {
            found = item;
            for (String step : column.split("\\.", -1)) {
                found = found.path(step);
            }
        }
        return found;
    }

    @Override
    public RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Csv csv -> {
                Cells cells = mapping.cells();
                yield cells == null ? read(csv::field, null, context) : cell(csv, cells, context);
            }
            case RawRow.Json json when json.node().isObject() ->
                read(column -> JsonText.at(find(json.node(), column)), null, context);
            case RawRow.Json _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "not a JSON object");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }

    /// A cell of a wide table; what is wrong with it is told with its column.
    private RowResult cell(RawRow.Csv row, Cells cells, MappingContext context) {
        String column = row.header().cell();
        if (column == null) {
            return new RowResult.Rejected(RejectReason.NO_COUNTS,
                    "the mapping reads cells, and this is a whole row: import its file again by the mapping");
        }
        if (cells.except().contains(column)) {
            return new RowResult.Rejected(RejectReason.NO_COUNTS, "the mapping leaves column " + column + " out");
        }
        RowResult result = read(row::field, column, context);
        return result instanceof RowResult.Rejected(RejectReason reason, String detail)
                ? new RowResult.Rejected(reason, "column " + column + ": " + detail)
                : result;
    }

    /// @param cell the column of the cell; `null` when the row is one reading
    private RowResult read(Function<String, @Nullable String> field, @Nullable String cell, MappingContext context) {
        RowCheck check = new RowCheck(context);
        EntityId entity = entity(field, cell, check);
        Instant observedAt = observedAt(field, cell, check);
        String source = source(field, check);
        MappedVideo video = new MappedVideo(mapping, source, field, check);
        check.observe(entity, source, observedAt,
                UpswellObservationsMapper.counts(counter -> video.belongs(counter) ? count(counter, cell, field) : null,
                        check));
        video.describe(entity, observedAt, counter -> count(counter, cell, field));
        MappedViewing.read(mapping, entity, source, observedAt, field, check, new FigureCheck(check, context));
        if (mapping.name() != null) {
            check.name(entity, field.apply(mapping.name()));
        } else if (cell != null && isAcross(Cells.Across.NAMES)) {
            check.name(entity, cell);
        }
        return check.result();
    }

    private boolean isAcross(Cells.Across across) {
        Cells cells = mapping.cells();
        return cells != null && cells.across() == across;
    }

    private @Nullable String count(String counter, @Nullable String cell, Function<String, @Nullable String> field) {
        Cells cells = mapping.cells();
        String column = cells == null
                ? mapping.counters().get(counter)
                : cells.counter().equals(counter) ? cell : null;
        String text = column == null ? null : field.apply(column);
        return text == null ? null : LocalCount.plain(text);
    }

    /// What a name in the header of a wide table is of; `null` when it can be none.
    public static @Nullable EntityId named(EntityKind kind, String column) {
        return UpswellObservationsMapper.entity(kind, column, column,
                new RowCheck(new MappingContext(Instant.EPOCH, null)));
    }

    private @Nullable EntityId entity(Function<String, @Nullable String> field, @Nullable String cell,
            RowCheck check) {
        if (cell != null && isAcross(Cells.Across.NAMES) && mapping.kind() instanceof ColumnMapping.Kind.Fixed fixed) {
            return UpswellObservationsMapper.entity(fixed.kind(), "its name", cell, check);
        }
        EntityKind kind = switch (mapping.kind()) {
            case ColumnMapping.Kind.Fixed fixed -> fixed.kind();
            case ColumnMapping.Kind.InColumn inColumn ->
                UpswellObservationsMapper.kind(inColumn.column(), field.apply(inColumn.column()), check);
        };
        String id = mapping.id() == null ? null : field.apply(mapping.id());
        String name = mapping.name() == null ? null : field.apply(mapping.name());
        String url = mapping.content().get("url");
        return switch (kind) {
            case null -> null;
            case HASHTAG, CREATOR -> UpswellObservationsMapper.entity(kind, column(), name == null ? id : name, check);
            case SOUND, VIDEO -> url != null && (id == null || !WrittenId.isDigits(id))
                    ? check.video(mapping.id() == null ? url : mapping.id(), id, field.apply(url))
                    : UpswellObservationsMapper.entity(kind, mapping.id() == null ? "id" : mapping.id(), id, check);
        };
    }

    /// The column by which hashtags and creators are known.
    private String column() {
        String name = mapping.name();
        return name == null ? String.valueOf(mapping.id()) : name;
    }

    private @Nullable Instant observedAt(Function<String, @Nullable String> field, @Nullable String cell,
            RowCheck check) {
        Cells cells = mapping.cells();
        if (cells != null && cell != null && cells.across() == Cells.Across.TIMES) {
            return check.time("its time", cells.at(cell).map(Instant::toString).orElse(cell),
                    ColumnMapping.TimeFormat.ISO);
        }
        return switch (mapping.observedAt()) {
            case null -> mapping.describes()
                    ? check.observedAt("observed-at", null)
                    : check.time("observed-at", null, ColumnMapping.TimeFormat.ISO);
            case ColumnMapping.Time.Constant constant -> constant.at();
            case ColumnMapping.Time.InColumn time ->
                check.time(time.column(), LocalTimeText.of(time, field), time.format());
        };
    }
}

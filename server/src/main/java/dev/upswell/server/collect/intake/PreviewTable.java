package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowNote;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.viewing.ViewingMappers;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.timeline.Observation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The beginning of a file as a table: its columns or fields with their meaning, and what would be stored of its first rows.
///
/// @param fields what is read, in the file's order for a CSV, then some of what is left out
/// @param rows the cells of the first usable rows, in the order of `fields`; empty text where nothing would be stored
/// @param from earliest reading in the part looked at; `null` when none has a time
/// @param to latest one; `null` exactly when `from` is
/// @param refused how many of the rows looked at would be quarantined
/// @param needsObservedAt whether counts would be lost unless somebody says when they were read
/// @param refusedUndated whether rows would even be quarantined then, because they hold nothing but counts
public record PreviewTable(List<Field> fields, List<List<String>> rows, @Nullable Instant from, @Nullable Instant to,
        int looked, int refused, boolean needsObservedAt, boolean refusedUndated) {

    private static final int MOST_LEFT_OUT = 8;
    private static final int MOST_ROWS = 8;

    /// A column or field.
    ///
    /// @param target the code of its meaning; `null` when it is left out
    public record Field(String name, @Nullable String target) {
    }

    public PreviewTable {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /// The table of this preview.
    public static PreviewTable of(ImportPreview preview) {
        ColumnMapping mapping = preview.mapping();
        if (mapping != null && mapping.cells() != null) {
            return of(preview, MappedTargets.of(MappingDraft.of(mapping, preview.columns())),
                    MappedTargets.ofCells(mapping.kind(), mapping.cells()));
        }
        if (mapping != null) {
            return of(preview, MappedTargets.of(MappingDraft.of(mapping, preview.columns())));
        }
        return of(preview, preview.format() == FileFormat.TIKTOK_STUDIO_VIDEOS
                ? ViewingMappers.studioTargets(preview.columns())
                : FieldTargets.of(preview.format()));
    }

    private static PreviewTable of(ImportPreview preview, Map<String, String> targets) {
        return of(preview, targets, List.of());
    }

    /// @param ofCells what the name of a cell's column and the cell itself are, of a wide table
    private static PreviewTable of(ImportPreview preview, Map<String, String> targets, List<Field> ofCells) {
        List<RowResult.Mapped> mapped = new ArrayList<>();
        boolean undated = false;
        boolean refused = false;
        for (ImportPreview.PreviewRow row : preview.rows()) {
            switch (row.result()) {
                case RowResult.Mapped yes -> {
                    mapped.add(yes);
                    undated |= yes.notes().contains(RowNote.UNDATED);
                }
                case RowResult.Rejected no ->
                    refused |= no.reason() == RejectReason.MISSING_TIME
                            && (isJson(preview.format()) || timeless(preview));
            }
        }
        List<Field> fields = new ArrayList<>(fields(preview, targets, mapped));
        fields.addAll(ofCells);
        List<Instant> times = mapped.stream().flatMap(row -> row.observations().stream()).map(Observation::observedAt)
                .sorted().toList();
        return new PreviewTable(fields,
                mapped.stream().limit(MOST_ROWS).map(row -> fields.stream().map(field -> cell(row, field)).toList())
                        .toList(),
                times.isEmpty() ? null : times.getFirst(), times.isEmpty() ? null : times.getLast(),
                preview.rows().size(),
                preview.rows().size() - mapped.size(), undated || refused, refused);
    }

    /// Whether the mapping leaves it to the file to say when it was observed.
    private static boolean timeless(ImportPreview preview) {
        return preview.mapping() != null && !preview.mapping().saysTime();
    }

    private static String cell(RowResult.Mapped row, Field field) {
        return field.target() == null ? "" : StoredCell.of(row, field.target());
    }

    private static List<Field> fields(ImportPreview preview, Map<String, String> targets,
            List<RowResult.Mapped> rows) {
        return isJson(preview.format()) ? given(targets, rows) : columns(preview, targets);
    }

    private static boolean isJson(FileFormat format) {
        return switch (format) {
            case APIFY_ITEMS, TIKTOK_WEB_ITEMS, TIKTOK_WEB_PROFILES, ENSEMBLEDATA_POSTS, TIKTOK_RESEARCH_VIDEOS,
                    TIKTOK_DISPLAY,
                    CREATOR_CENTER_ITEMS,
                    UPSWELL_VIDEOS, UPSWELL_PEOPLE,
                    SHOP_PRODUCT_PAGES, TIKTOK_USER_EXPORT, TIKTOK_BUSINESS_REPORT, TIKTOK_LIBRARY_ADS,
                    TIKTOK_SHOP_ORDERS, TIKTOK_ACCOUNT_VIDEOS, CREATOR_CENTER_INSIGHTS,
                    CREATIVE_CENTER_HASHTAGS_API ->
                true;
            case HASHTAG_VIEWS, DISCOVER_HASHTAGS, DISCOVER_SOUNDS, DISCOVER_CREATORS, CREATIVE_CENTER_HASHTAGS,
                    CREATIVE_CENTER_POSTS, CREATIVE_CENTER_CREATOR_VIDEOS, APIFY_ITEMS_CSV, UPSWELL_OBSERVATIONS,
                    TIKTOK_ADS_MANAGER, TIKTOK_SELLER_CENTER_ORDERS, UPSWELL_ASSETS, UPSWELL_AUDIENCE,
                    TIKTOK_STUDIO_VIDEOS, VIDEO_ANALYTICS, MAPPED ->
                false;
        };
    }

    /// The fields that at least one row has.
    private static List<Field> given(Map<String, String> targets, List<RowResult.Mapped> rows) {
        List<Field> fields = new ArrayList<>();
        targets.forEach((name, target) -> {
            if (rows.stream().anyMatch(row -> !StoredCell.of(row, target).isEmpty())) {
                fields.add(new Field(name, target));
            }
        });
        return fields;
    }

    private static List<Field> columns(ImportPreview preview, Map<String, String> targets) {
        List<Field> fields = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int leftOut = 0;
        Set<String> read = preview.mapping() == null || preview.mapping().cells() == null
                ? Set.of()
                : Set.copyOf(preview.recognised());
        for (String column : preview.columns()) {
            if (read.contains(column) && !targets.containsKey(column)) {
                continue;
            }
            String key = preview.format() == FileFormat.MAPPED ? column : FieldTargets.key(column);
            String target = targets.get(key);
            if (target == null ? leftOut++ < MOST_LEFT_OUT : seen.add(key)) {
                fields.add(new Field(column, target));
            }
        }
        return fields;
    }
}

package dev.upswell.server.collect.trade;

import dev.upswell.commerce.AudienceShare;
import dev.upswell.commerce.AudienceShare.Trait;
import dev.upswell.content.EntityId;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.RowMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Upswell's own format for audiences: which share of the audience of a creator or video is of an age, gender, country or device.
///
/// **units** a share is a fraction, or a percentage when `%` follows; a day as `date` was known at its end in UTC, at the latest
/// at the import.
final class AudienceMapper implements RowMapper {

    private static final List<String> COLUMNS = List.of("kind", "id", "date", "trait", "band", "share");

    @Override
    public FileFormat format() {
        return FileFormat.UPSWELL_AUDIENCE;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<String> recognised(List<String> columns) {
        return columns.stream().filter(COLUMNS::contains).toList();
    }

    @Override
    public int affinity(RawRow row) {
        return switch (row) {
            case RawRow.Csv csv -> csv.header().columns().containsAll(COLUMNS) ? COLUMNS.size() : 0;
            case RawRow.Json json -> json.node().propertyNames().containsAll(COLUMNS) ? COLUMNS.size() : 0;
            case RawRow.Broken _ -> 0;
        };
    }

    @Override
    public RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Csv csv -> read(csv::field, context);
            case RawRow.Json json when json.node().isObject() ->
                read(name -> JsonText.at(json.node(), name), context);
            case RawRow.Json _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "not a JSON object");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }

    private RowResult read(Function<String, @Nullable String> field, MappingContext context) {
        RowCheck check = new RowCheck(context);
        FigureCheck figures = new FigureCheck(check, context);
        EntityId about = about(field, check);
        Instant at = knownAt(field.apply("date"), check, figures);
        Trait trait = trait(field.apply("trait"), check);
        String band = figures.required("band", field.apply("band"));
        Double share = share(field.apply("share"), check, figures);
        if (about != null && at != null && trait != null && band != null && share != null) {
            check.fact(new AudienceShare(about, trait, band, share, format().label(), at));
        }
        return check.result();
    }

    private static @Nullable EntityId about(Function<String, @Nullable String> field, RowCheck check) {
        String kind = field.apply("kind");
        return switch (kind == null ? "" : kind.toLowerCase(Locale.ROOT)) {
            case "creator" -> check.creator("id", field.apply("id"));
            case "video" -> check.video("id", field.apply("id"), field.apply("id"));
            default -> {
                check.reject(RejectReason.BAD_KIND, "kind", kind);
                yield null;
            }
        };
    }

    private static @Nullable Instant knownAt(@Nullable String text, RowCheck check, FigureCheck figures) {
        if (text == null || text.length() != 10) {
            return check.time("date", text, ZoneOffset.UTC);
        }
        LocalDate day = figures.day("date", text);
        return day == null ? null : figures.endOf(day);
    }

    private static @Nullable Trait trait(@Nullable String text, RowCheck check) {
        var found = Arrays.stream(Trait.values()).filter(one -> one.label().equalsIgnoreCase(text)).findFirst();
        if (found.isEmpty()) {
            check.reject(RejectReason.BAD_KIND, "trait is not age, gender, country, device or country_device", text);
        }
        return found.orElse(null);
    }

    private static @Nullable Double share(@Nullable String text, RowCheck check, FigureCheck figures) {
        if (text == null) {
            check.reject(RejectReason.NO_COUNTS, "share", null);
            return null;
        }
        String bare = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        Double share = bare.equals(text) ? figures.fraction("share", text) : figures.percent("share", bare);
        if (share != null && share > 1) {
            check.reject(RejectReason.ABSURD_COUNT, "share", text);
            return null;
        }
        return share;
    }
}

package dev.upswell.server.collect.trade;

import dev.upswell.commerce.OwnAsset;
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
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Upswell's own format for what one made or plans: hooks, captions, scripts, with their plan. Times without a zone are UTC.
final class OwnAssetsMapper implements RowMapper {

    private static final int LONGEST_SCRIPT = 20_000;
    private static final List<String> COLUMNS = List.of("asset_id", "caption", "hook", "script", "campaign",
            "duration_seconds", "sound", "hashtags", "planned_at", "posted_at", "video_id", "observed_at");

    @Override
    public FileFormat format() {
        return FileFormat.UPSWELL_ASSETS;
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
            case RawRow.Csv csv -> fits(csv.header().columns()) ? 3 : 0;
            case RawRow.Json json -> fits(List.copyOf(json.node().propertyNames())) ? 3 : 0;
            case RawRow.Broken _ -> 0;
        };
    }

    private static boolean fits(List<String> names) {
        return names.contains("asset_id") && COLUMNS.subList(1, 11).stream().anyMatch(names::contains);
    }

    @Override
    public RowResult map(RawRow row, MappingContext context) {
        return switch (row) {
            case RawRow.Csv csv -> read(csv::field, context);
            case RawRow.Json json when json.node().isObject() -> read(
                    name -> name.equals("hashtags") && json.node().path(name).isArray()
                            ? String.join(" ", JsonText.each(json.node().path(name), "name"))
                            : JsonText.at(json.node(), name),
                    context);
            case RawRow.Json _ -> new RowResult.Rejected(RejectReason.NOT_AN_OBJECT, "not a JSON object");
            case RawRow.Broken broken -> new RowResult.Rejected(broken.reason(), broken.detail());
        };
    }

    private RowResult read(Function<String, @Nullable String> field, MappingContext context) {
        RowCheck check = new RowCheck(context);
        FigureCheck figures = new FigureCheck(check, context);
        String id = figures.required("asset_id", field.apply("asset_id"));
        var words = new OwnAsset.Words(figures.text("caption", field.apply("caption"), LONGEST_SCRIPT),
                figures.text("hook", field.apply("hook"), LONGEST_SCRIPT),
                figures.text("script", field.apply("script"), LONGEST_SCRIPT));
        String tags = field.apply("hashtags");
        Instant planned = figures.planned("planned_at", field.apply("planned_at"));
        Instant posted = check.createdAt("posted_at", field.apply("posted_at"), null);
        Instant told = check.observedAt("observed_at", field.apply("observed_at"));
        EntityId video = field.apply("video_id") == null
                ? null
                : check.video("video_id", field.apply("video_id"), field.apply("video_id"));
        var duration = check.seconds("duration_seconds", field.apply("duration_seconds"));
        String campaign = figures.text("campaign", field.apply("campaign"));
        if (id != null) {
            check.fact(new OwnAsset(id, format().label(), told == null ? figures.toldAt() : told, words, campaign,
                    duration, check.soundIfGiven(field.apply("sound")),
                    check.hashtags(tags == null ? List.of() : List.of(tags.split("[\\s,;]+"))), planned, posted,
                    video));
        }
        return check.result();
    }
}

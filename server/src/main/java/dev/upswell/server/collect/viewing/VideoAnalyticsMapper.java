package dev.upswell.server.collect.viewing;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.RowMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Upswell's own format for how videos are watched, with a row or object for each video and time.
///
/// **units** shares are fractions, or percentages when `%` follows; times are seconds; a day as `observed_at` is its end in UTC.
final class VideoAnalyticsMapper implements RowMapper {

    private static final String VIDEO = "video_id";
    private static final String TOLD = "observed_at";
    private static final List<String> COLUMNS = columns();

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(VIDEO, TOLD));
        Arrays.stream(Figure.values()).map(Figure::label).forEach(columns::add);
        return List.copyOf(columns);
    }

    @Override
    public FileFormat format() {
        return FileFormat.VIDEO_ANALYTICS;
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
            case RawRow.Csv csv -> fits(csv.header().columns()) && csv.header().columns().contains(TOLD) ? 3 : 0;
            case RawRow.Json json -> fits(json.node().propertyNames()) ? 3 : 0;
            case RawRow.Broken _ -> 0;
        };
    }

    private static boolean fits(Collection<String> names) {
        return names.contains(VIDEO) && Figure.OF_VIEWING.stream().map(Figure::label).anyMatch(names::contains);
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
        ViewingCheck viewing = new ViewingCheck(check, new FigureCheck(check, context));
        for (Figure figure : Figure.values()) {
            viewing.read(figure, figure.label(), field.apply(figure.label()),
                    figure == Figure.WATCH_TIME ? Unit.SECONDS : Unit.FRACTION);
        }
        viewing.tell(check.video(VIDEO, field.apply(VIDEO), field.apply(VIDEO)), contentSource(),
                viewing.toldAt(TOLD, field.apply(TOLD)));
        return check.result();
    }
}

package dev.upswell.server.collect.viewing;

import dev.upswell.content.EntityId;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the Creator Center tells of one video's viewing, by the names under which its pages ask for it.
///
/// A figure is a number, or stands at `value.value` beside a `status` that is 0 when it was told. **units** shares are
/// fractions, the time per view is in seconds, points of the retention curve are thousandths of a second.
public final class InsightFigures {

    private static final List<String> COMPLETION = List.of("video_finish_rate_realtime");
    private static final List<String> WATCH_TIME = List.of("video_per_duration_realtime");
    private static final List<String> FOLLOWERS = List.of("video_new_followers", "realtime_new_followers",
            "video_new_follower_realtime");
    private static final String RETENTION = "video_retention_rate_realtime";
    private static final int SECOND = 1_000;

    private InsightFigures() {
    }

    /// Adds what an object tells of this video's viewing, if anything.
    ///
    /// @param video null when it is not known; faults are told all the same
    public static void read(JsonNode object, @Nullable EntityId video, String source, RowCheck check,
            FigureCheck figures) {
        ViewingCheck viewing = new ViewingCheck(check, figures);
        figures(object, viewing, check);
        viewing.fact(video, source, null);
    }

    static void figures(JsonNode object, ViewingCheck viewing, RowCheck check) {
        COMPLETION.forEach(name -> viewing.read(Figure.COMPLETION, name, scalar(object.path(name)), Unit.FRACTION));
        WATCH_TIME.forEach(name -> viewing.read(Figure.WATCH_TIME, name, scalar(object.path(name)), Unit.UNSAID));
        FOLLOWERS.forEach(name -> viewing.read(Figure.NEW_FOLLOWERS, name, scalar(object.path(name)), Unit.UNSAID));
        JsonNode curve = object.path(RETENTION).path("value").path("list");
        if (!curve.isArray() || isUntold(object.path(RETENTION).path("value"))) {
            return;
        }
        if (isInOtherUnits(curve)) {
            check.reject(RejectReason.AMBIGUOUS, RETENTION + ": points in seconds or thousandths", null);
            return;
        }
        for (JsonNode point : curve) {
            BigDecimal at = number(JsonText.at(point, "timestamp"));
            if (at != null && at.compareTo(BigDecimal.valueOf(3L * SECOND)) == 0) {
                viewing.read(Figure.RETENTION_3S, RETENTION, JsonText.at(point, "value"), Unit.FRACTION);
            } else if (at != null && at.compareTo(BigDecimal.valueOf(5L * SECOND)) == 0) {
                viewing.read(Figure.RETENTION_5S, RETENTION, JsonText.at(point, "value"), Unit.FRACTION);
            }
        }
    }

    /// Whether all points behind the first lie within a second, where no curve ends that counts thousandths.
    private static boolean isInOtherUnits(JsonNode curve) {
        List<BigDecimal> behind = curve.valueStream().map(point -> JsonText.at(point, "timestamp"))
                .map(InsightFigures::number).filter(at -> at != null && at.signum() > 0).toList();
        return !behind.isEmpty() && behind.stream().allMatch(at -> at.compareTo(BigDecimal.valueOf(SECOND)) < 0);
    }

    private static @Nullable String scalar(JsonNode figure) {
        if (!figure.isObject()) {
            return JsonText.at(figure);
        }
        JsonNode value = figure.path("value");
        if (!value.isObject()) {
            return isUntold(figure) ? null : JsonText.at(value);
        }
        return isUntold(value) ? null : JsonText.at(value, "value");
    }

    private static boolean isUntold(JsonNode value) {
        String status = JsonText.at(value, "status");
        return status != null && !status.equals("0");
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}(\\.\\d{1,6})?") ? new BigDecimal(text) : null;
    }
}

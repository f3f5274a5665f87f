package dev.upswell.benchmarks.video;

import dev.upswell.trend.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// The same windows and metrics as one statement of DuckDB SQL a window length.
final class DuckDbWindows {

    /// What the statement yields beside the video and the window's end: all that the engine does for videos without the
    /// half-life, the likes gained as such, the bounds that rounding sets, reasons of absences and hashes of inputs.
    static final List<String> METRICS = List.of("views", "views_gained", "view_velocity", "like_rate", "comment_rate",
            "share_rate", "engagement_rate", "engagement_efficiency", "velocity", "view_growth", "acceleration",
            "log_view_growth_24h", "momentum", "persistence", "time_concentration");

    private static final String HOUR_EDGE = "lag({'i': i, 't': t, 'x': e, 'gv': gv, 'backed': backed,"
            + " 'bridge': next_bridge, 'n': next_t, 'ngv': next_gv}, 1) OVER w";
    private static final String HOUR_GAIN = "CASE WHEN cadence <= 3600 AND 2 * CASE at_hour"
            + " WHEN 0 THEN backed + born - (e - 3600) WHEN 2 THEN backed - h.backed - (h.x - h.t) WHEN 4 THEN 0"
            + " ELSE backed - h.backed END >= 3600 THEN " + gained("h", "at_hour", "gv", "h.gv", "h.ngv") + " END";
    private static final String CONCENTRATION = "CASE WHEN v IS NOT NULL AND len(hours) >= 12 AND list_sum(hours) > 0"
            + " THEN list_sum(list_transform(list_sort(hours), lambda x, j: (2.0::DOUBLE * j - len(hours) - 1) * x))"
            + " / (len(hours) * list_sum(hours)::DOUBLE) END";

    private DuckDbWindows() {
    }

    /// The statement for windows of this length over these readings, a file or a query in parentheses.
    static String sql(Window window, String relation) throws IOException {
        boolean day = window == Window.DAY;
        String sql = resource("windows.sql")
                .replace("$HOUR_EDGE", day ? HOUR_EDGE : "NULL::STRUCT(i INT, t BIGINT, x BIGINT, bridge BOOLEAN)")
                .replace("$HOUR_GAIN", day ? HOUR_GAIN : "NULL::BIGINT")
                .replace("$HOUR_LIST", day ? "list(hour) FILTER (hour IS NOT NULL) OVER recent" : "NULL")
                .replace("$CONCENTRATION", day ? CONCENTRATION : "NULL::DOUBLE");
        for (String counter : List.of("v", "l", "c", "s")) {
            String call = "(g" + counter + ", s.g" + counter + ", s.ng" + counter + ")";
            sql = sql.replace("$GAINED" + call,
                    gained("s", "at_start", "g" + counter, "s.g" + counter, "s.ng" + counter));
        }
        return sql.replace("$LENGTH", Long.toString(window.seconds()))
                .replace("$STEP", Long.toString(window.stepSeconds())).replace("$FILE", relation);
    }

    private static String gained(String edge, String place, String now, String before, String next) {
        return "CASE " + place + " WHEN 0 THEN " + now + " WHEN 1 THEN " + now + " - " + before + " WHEN 2 THEN " + now
                + " - " + before + " - (" + next + " - " + before + ") * (" + edge + ".x - " + edge + ".t) // (" + edge
                + ".n - " + edge + ".t) WHEN 3 THEN " + now + " - " + next + " ELSE 0 END";
    }

    /// One row with the number of rows and the sum of each metric: nothing can be left uncomputed.
    static String sums(String windows) {
        return METRICS.stream().map(metric -> "sum(" + metric + ")::DOUBLE")
                .collect(Collectors.joining(", ", "SELECT count(*), ", " FROM (" + windows + ")"));
    }

    static String resource(String name) throws IOException {
        try (InputStream in = DuckDbWindows.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("resource (" + name + ") must lie beside this class\nMaybe build anew.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.upswell.server.forecast.page;

import dev.upswell.learn.drift.StrangeRows;
import dev.upswell.server.forecast.StoredDrift;
import dev.upswell.server.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the chart of the drift page is drawn from.
final class DriftCharts {

    private static final double PERCENT = 100;

    private DriftCharts() {
    }

    /// Lines over the reports.
    record Lines(List<Line> lines, Map<String, String> texts) {
    }

    /// One line: [instant in milliseconds, value or null].
    record Line(String name, boolean dashed, List<List<@Nullable Number>> points) {
    }

    /// The share of features that drifted beyond those that had from the start, and the share of strange rows.
    ///
    /// @param reports the newest first
    static Lines history(List<StoredDrift> reports, Words words) {
        List<List<@Nullable Number>> drifted = reports.reversed().stream()
                .map(one -> point(one, PERCENT * one.share())).toList();
        List<List<@Nullable Number>> strange = reports.reversed().stream().map(one -> point(one, strange(one)))
                .toList();
        return new Lines(
                List.of(new Line(words.say("drift.chart.features"), false, drifted),
                        new Line(words.say("drift.chart.strange"), true, strange)),
                Map.of("day", "", "axis", words.say("drift.chart.axis"), "missing", words.say("evaluation.unknown"),
                        "unit", words.say("evaluation.percent")));
    }

    private static List<@Nullable Number> point(StoredDrift one, @Nullable Number value) {
        return Arrays.asList(one.asOf().toEpochMilli(), value);
    }

    private static @Nullable Double strange(StoredDrift one) {
        StrangeRows strange = one.report().strange();
        return strange == null ? null : Double.valueOf(PERCENT * strange.share());
    }
}

package dev.upswell.server.trend.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.trend.PredictionDocument;
import dev.upswell.server.trend.Reading;
import dev.upswell.timeline.Counter;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One entity as the REST interface answers it. What is absent is left out.
///
/// @param at the full hour as of which the windows hold
/// @param windows the last row of each window length, shortest first
/// @param forecast absent when no model scored the entity
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntityDocument(String kind, String id, String name, @Nullable Instant at, List<Row> windows,
        @Nullable PredictionDocument forecast, List<Source> sources) {

    public EntityDocument {
        windows = List.copyOf(windows);
        sources = List.copyOf(sources);
    }

    /// One metric row.
    ///
    /// @param window `15m`, `1h` or `24h`
    /// @param to end of the window, as of which everything in the row holds
    /// @param metrics the metrics that have a value
    /// @param absent why the others have none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(String window, Instant from, Instant to, double coverage, String source, @Nullable String basis,
            boolean provisional, boolean isNew, int definition, String inputsHash, Map<String, Double> metrics,
            Map<String, String> absent) {

        static Row of(MetricRow row) {
            Map<String, Double> metrics = new LinkedHashMap<>();
            row.values().present().forEach((metric, value) -> metrics.put(key(metric), value));
            Map<String, String> absent = new LinkedHashMap<>();
            row.values().absences()
                    .forEach((metric, reason) -> absent.put(key(metric), reason.name().toLowerCase(Locale.ROOT)));
            MetricRow.Backing backing = row.backing();
            return new Row(row.window().label(), row.end().minus(row.window().length()), row.end(), backing.coverage(),
                    backing.source(), backing.basis() == null ? null : backing.basis().label(), backing.provisional(),
                    row.isNew(), backing.definition(), Long.toHexString(backing.inputsHash()), metrics, absent);
        }
    }

    /// Who reads the entity, and how often.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(String source, long readings, Instant first, Instant last, @Nullable Long cadenceSeconds,
            boolean cumulative) {

        static Source of(Reading.Coverage coverage) {
            var cadence = coverage.cadence();
            return new Source(coverage.source(), coverage.readings(), coverage.first(), coverage.last(),
                    cadence == null ? null : Long.valueOf(cadence.toSeconds()), coverage.cumulative());
        }
    }

    /// One stored reading.
    public record Observation(Instant observedAt, String source, Map<String, Long> counts) {

        static Observation of(Reading reading) {
            Map<String, Long> counts = new TreeMap<>();
            reading.counts().forEach((counter, count) -> counts.put(label(counter), count));
            return new Observation(reading.at(), reading.source(), counts);
        }

        private static String label(Counter counter) {
            return counter.label();
        }
    }

    /// The name of a metric in camel case.
    static String key(Metric metric) {
        StringBuilder key = new StringBuilder();
        for (String word : metric.label().split("_")) {
            key.append(key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return key.toString();
    }
}

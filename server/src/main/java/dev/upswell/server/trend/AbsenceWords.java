package dev.upswell.server.trend;

import dev.upswell.trend.Absence;
import dev.upswell.trend.Metric;
import dev.upswell.trend.MetricValues;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Writes the reasons for absent metrics as one text and reads them back.
///
/// Millions of rows share a handful of texts, so each is made once: Parquet then keeps it in a dictionary.
public final class AbsenceWords {

    private static final Metric[] METRICS = Metric.values();

    private final Map<Pattern, String> texts = new HashMap<>();
    private final Map<String, Map<Metric, Absence>> read = new HashMap<>();

    /// The reasons as numbers, five bits each: absence ordinal plus one, 0 where there is a value.
    private record Pattern(long low, long middle, long high) {
    }

    /// The reasons of these values.
    public String write(MetricValues values) {
        long[] packed = new long[3];
        for (int i = 0; i < METRICS.length; i++) {
            if (!values.has(METRICS[i])) {
                long reason = values.absence(METRICS[i]).orElseThrow().ordinal() + 1L;
                packed[i / 12] |= reason << 5 * (i % 12);
            }
        }
        return texts.computeIfAbsent(new Pattern(packed[0], packed[1], packed[2]), unused -> text(values.absences()));
    }

    /// The reasons that this text names.
    public Map<Metric, Absence> read(String text) {
        return read.computeIfAbsent(text, AbsenceWords::parse);
    }

    private static String text(Map<Metric, Absence> absences) {
        return absences.entrySet().stream()
                .map(entry -> entry.getKey().label() + "=" + entry.getValue().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private static Map<Metric, Absence> parse(String text) {
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        for (String pair : text.isEmpty() ? new String[0] : text.split(" ")) {
            int equals = pair.indexOf('=');
            absences.put(Metric.valueOf(pair.substring(0, equals).toUpperCase(Locale.ROOT)),
                    Absence.valueOf(pair.substring(equals + 1).toUpperCase(Locale.ROOT)));
        }
        return Map.copyOf(absences);
    }
}

package dev.upswell.server.evaluate.page;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.web.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the charts of the evaluation page are drawn from. Shares are in percent.
final class EvaluationCharts {

    /// Hours of a day by which leads are counted.
    private static final int STEP_HOURS = 3;

    private static final double NOMINAL = 90;

    private EvaluationCharts() {
    }

    /// Lines over days.
    ///
    /// @param reference a level that does not change; null for none
    record Lines(List<Line> lines, @Nullable Reference reference, Map<String, String> texts) {
    }

    /// One line: `[epoch milliseconds, value]`, the value null where it is not known.
    record Line(String name, boolean dashed, List<List<@Nullable Number>> points) {
    }

    /// A level with its name.
    record Reference(String name, double value) {
    }

    /// Counts by bin.
    record Histogram(List<Bin> bins, Map<String, String> texts) {
    }

    /// So many between these two, the first included.
    record Bin(double from, double to, int count) {
    }

    /// Observed against stated probability.
    record Calibration(List<Curve> curves, Map<String, String> texts) {
    }

    /// The bins of a curve: [stated, observed, low, high, count].
    record Curve(String name, List<List<Number>> bins) {
    }

    static Lines precision(List<DailyEvaluation> days, Words words) {
        return new Lines(List.of(
                line(words.say("evaluation.precision10"), false, days, day -> 100 * day.figures().top10().precision()),
                line(words.say("evaluation.precision50"), false, days, day -> 100 * day.figures().top50().precision()),
                line(words.say("evaluation.guessing"), true, days,
                        day -> 100.0 * day.figures().surges() / day.pairs())),
                null, texts(words, "evaluation.share.axis"));
    }

    static Lines coverage(List<DailyEvaluation> days, Words words) {
        return new Lines(List.of(line(words.say("evaluation.coverage.day"), false, days, day -> share(
                day.figures().ranges())), line(words.say("evaluation.coverage.window"), true, days,
                        day -> share(day.figures().trailing().ranges()))),
                new Reference(words.say("evaluation.coverage.nominal"), NOMINAL),
                texts(words, "evaluation.coverage.axis"));
    }

    static Lines prevalence(List<DailyEvaluation> days, Words words) {
        return new Lines(List.of(line(words.say("evaluation.prevalence.day"), false, days,
                day -> 100.0 * day.figures().surges() / day.pairs()),
                line(words.say("evaluation.prevalence.window"), true, days,
                        day -> 100 * day.figures().trailing().prevalence())),
                null, texts(words, "evaluation.share.axis"));
    }

    static Histogram lead(List<DailyEvaluation> days, int horizonHours, Words words) {
        List<Double> hours = days.stream().flatMap(day -> day.figures().lead().hours().stream()).toList();
        List<Bin> bins = new ArrayList<>();
        for (int from = 0; from < horizonHours; from += STEP_HOURS) {
            double low = from;
            double high = Math.min(horizonHours, from + STEP_HOURS);
            boolean last = high == horizonHours;
            bins.add(new Bin(low, high,
                    (int) hours.stream().filter(one -> one >= low && (one < high || last && one <= high)).count()));
        }
        return new Histogram(bins, Map.of("x", words.say("evaluation.lead.axis"), "y", words.say("evaluation.hits")));
    }

    static Calibration reliability(List<DayFigures.Bin> bins, Words words) {
        return new Calibration(List.of(new Curve(words.say("evaluation.reliability.name"),
                bins.stream().map(bin -> List.<Number>of(bin.stated(), bin.observed(), bin.low(), bin.high(),
                        Math.round(bin.count()))).toList())),
                Map.of("stated", words.say("models.calibration.stated"), "observed",
                        words.say("models.calibration.observed"), "perfect", words.say("models.calibration.perfect"),
                        "cases", words.say("models.calibration.cases")));
    }

    private static @Nullable Double share(DayFigures.@Nullable Ranges ranges) {
        return ranges == null ? null : 100 * ranges.coverage();
    }

    private static Line line(String name, boolean dashed, List<DailyEvaluation> days,
            Function<DailyEvaluation, @Nullable Double> value) {
        return new Line(name, dashed, days.stream().map(day -> point(day.day(), value.apply(day))).toList());
    }

    private static List<@Nullable Number> point(LocalDate day, @Nullable Double value) {
        List<@Nullable Number> point = new ArrayList<>();
        point.add(day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
        point.add(value);
        return point;
    }

    private static Map<String, String> texts(Words words, String axis) {
        return Map.of("axis", words.say(axis), "day", words.say("evaluation.day.axis"), "missing",
                words.say("evaluation.unknown"), "unit", words.say("evaluation.percent"));
    }
}

package dev.upswell.server.evaluate.page;

import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.web.Words;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
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
                line(words.say("evaluation.precision10"), false, days,
                        day -> overCuts(day, one -> one.top10().precision())),
                line(words.say("evaluation.precision50"), false, days,
                        day -> overCuts(day, one -> one.top50().precision())),
                line(words.say("evaluation.guessing"), true, days, EvaluationCharts::prevalence)),
                null, texts(words, "evaluation.share.axis"));
    }

    static Lines coverage(List<DailyEvaluation> days, Words words) {
        return new Lines(List.of(line(words.say("evaluation.coverage.day"), false, days, EvaluationCharts::coverage),
                line(words.say("evaluation.coverage.window"), true, days,
                        day -> share(day.getLast().figures().trailing().ranges()))),
                new Reference(words.say("evaluation.coverage.nominal"), NOMINAL),
                texts(words, "evaluation.coverage.axis"));
    }

    static Lines prevalence(List<DailyEvaluation> days, Words words) {
        return new Lines(List.of(line(words.say("evaluation.prevalence.day"), false, days,
                EvaluationCharts::prevalence),
                line(words.say("evaluation.prevalence.window"), true, days,
                        day -> 100 * day.getLast().figures().trailing().prevalence())),
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

    /// A mean over the cuts of a day, whichever models served them, in percent.
    private static double overCuts(List<DailyEvaluation> day, ToDoubleFunction<DayFigures> figure) {
        return 100 * day.stream().mapToDouble(one -> one.cuts() * figure.applyAsDouble(one.figures())).sum()
                / day.stream().mapToInt(DailyEvaluation::cuts).sum();
    }

    private static double prevalence(List<DailyEvaluation> day) {
        return 100 * Totals.of(day).prevalence();
    }

    private static @Nullable Double coverage(List<DailyEvaluation> day) {
        Double coverage = Totals.of(day).coverage();
        return coverage == null ? null : Double.valueOf(100 * coverage);
    }

    private static @Nullable Double share(DayFigures.@Nullable Ranges ranges) {
        return ranges == null ? null : 100 * ranges.coverage();
    }

    /// A point for each day, from the rows of that day.
    private static Line line(String name, boolean dashed, List<DailyEvaluation> days,
            Function<List<DailyEvaluation>, @Nullable Double> value) {
        Map<LocalDate, List<DailyEvaluation>> byDay = days.stream()
                .collect(Collectors.groupingBy(DailyEvaluation::day, TreeMap::new, Collectors.toList()));
        List<List<@Nullable Number>> points = new ArrayList<>();
        byDay.forEach((day, rows) -> points.add(point(day, value.apply(rows))));
        return new Line(name, dashed, points);
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

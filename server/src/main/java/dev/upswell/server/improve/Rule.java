package dev.upswell.server.improve;

import dev.upswell.server.evaluate.Cause;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.registry.ImprovementTask.Category;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// When a week of forecasts calls for work, and when that work has helped: one number of the week, with the bar above which a
/// task is opened and the lower one at or below which it is closed.
///
/// The gap between the bars keeps a task from being opened and closed by turns.
///
/// @param code names the rule in topics
/// @param number the week's number, the higher the worse; empty when the week says too little
/// @param words how the task is put; `%s` in the title stands for the kind and the horizon
record Rule(String code, Category category, String owner, double opensAbove, double closesAt, Measure number,
        Words words) {

    /// Fewer wrong calls than this say nothing about causes.
    private static final int WRONG_CALLS = 5;

    private static final double HALF_OF_ALERTS = 0.6;
    private static final double NOMINAL = 0.9;

    /// Reads the number of a week.
    interface Measure extends Function<Retrospective.Part, OptionalDouble> {
    }

    /// How a task is put.
    ///
    /// @param number what the number is, as in "the share of … was 34 %"
    record Words(String title, String number, String hypothesis) {
    }

    /// All rules, in the order in which tasks are opened.
    static final List<Rule> ALL = List.of(
            cause(Cause.DATA_GAP, Category.DATA, "collect agent", new Words("Read %s without gaps",
                    "share of wrong calls laid to gaps in the readings",
                    "Sources are read too seldom or fail; with readings as on usual days these calls would be right.")),
            cause(Cause.LATE_DETECTION, Category.MODEL, "model agent", new Words("Call surges of %s earlier",
                    "share of wrong calls that came too late",
                    "Cuts lie too far apart or the first hours weigh too little; shorter steps or features of the last"
                            + " hours would call them in time.")),
            cause(Cause.MISLABELLED_CLUSTER, Category.LABEL, "theme agent", new Words("Compare %s with their like",
                    "share of wrong calls judged in the wrong company", "Themes put entities together that do not move"
                            + " together; a finer theme would set the right bar.")),
            cause(Cause.MODEL_DRIFT, Category.MODEL, "model agent", new Words("Catch up with what changed for %s",
                    "share of wrong calls laid to drift",
                    "The world moved on after the training, or another kind of model sees it better; a retrained or"
                            + " another model would be right.")),
            cause(Cause.FEATURE_GAP, Category.FEATURE, "feature agent", new Words(
                    "Find features that tell surges of %s",
                    "share of wrong calls that no feature spoke of",
                    "What tells these cases apart is not among the features; their sources or themes may hold it.")),
            new Rule("calibration", Category.MODEL, "model agent", 0.02, 0.015, part -> value(part.figures().ece()),
                    new Words("Calibrate the forecasts of %s anew", "expected calibration error over 14 days",
                            "The share of surges moved since the calibration; one on later rows would state what comes"
                                    + " true.")),
            new Rule("ranges", Category.MODEL, "model agent", 0.05, 0.03, Rule::offNominal,
                    new Words("Set the ranges of views of %s right",
                            "distance of the share of views inside their 90 % range from 90 %",
                            "Growth became steadier or wilder since the ranges were corrected; a correction on later rows"
                                    + " would cover nine of ten.")),
            new Rule("alerts", Category.MODEL, "model agent", HALF_OF_ALERTS, 0.5, Rule::falseAlerts,
                    new Words("Raise alerts of %s that come true", "share of alerts that were false",
                            "The threshold was set where half of the alerts came true; the world has moved since, and a"
                                    + " later threshold would be higher.")),
            new Rule("precision", Category.MODEL, "model agent", 1.0 / 3, 0.1, Rule::lostPrecision,
                    new Words("Bring the top ten of %s back to what they were",
                            "loss of precision@10 against the mean of the weeks before",
                            "Something about the readings, the market or the model changed in this week; the causes beside"
                                    + " it say where to look first.")));

    private static Rule cause(Cause cause, Category category, String owner, Words words) {
        return new Rule(cause.code().replace('_', '-'), category, owner, 0.2, 0.1, part -> share(part, cause), words);
    }

    /// The topic of what this rule opens for a task of models: of one topic one improvement is pending at most.
    String topic(Retrospective.Part part) {
        return "improve " + code + " " + of(part);
    }

    /// For example `hashtag/24h`.
    static String of(Retrospective.Part part) {
        return part.task().label();
    }

    private static OptionalDouble share(Retrospective.Part part, Cause cause) {
        int wrong = part.figures().misses() + part.figures().falseSurges();
        int laid = part.causes().stream().filter(one -> one.cause() == cause)
                .mapToInt(Retrospective.CauseCount::calls).sum();
        if (wrong < WRONG_CALLS) {
            return laid == 0 ? OptionalDouble.of(0) : OptionalDouble.empty();
        }
        return OptionalDouble.of((double) laid / wrong);
    }

    private static OptionalDouble offNominal(Retrospective.Part part) {
        Double coverage = part.figures().coverage();
        return coverage == null ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(coverage - NOMINAL));
    }

    private static OptionalDouble falseAlerts(Retrospective.Part part) {
        int alerts = part.figures().hits() + part.figures().falseSurges();
        return alerts < WRONG_CALLS
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) part.figures().falseSurges() / alerts);
    }

    /// Weeks before are those that the retrospective shows, at least two; where nothing was right there is nothing to lose.
    private static OptionalDouble lostPrecision(Retrospective.Part part) {
        double[] before = part.before().stream().mapToDouble(Retrospective.WeekFigures::precisionAt10).toArray();
        double usual = Arrays.stream(before).average().orElse(0);
        return before.length < 2 || usual == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(0, 1 - part.figures().precisionAt10() / usual));
    }

    private static OptionalDouble value(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}

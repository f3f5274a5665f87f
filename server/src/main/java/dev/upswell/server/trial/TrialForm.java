package dev.upswell.server.trial;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.Choice;
import dev.upswell.server.web.Query;
import dev.upswell.trial.Arm;
import dev.upswell.trial.Made;
import dev.upswell.trial.format.FormatUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads from a request what is told of trials, advice and formats.
public final class TrialForm {

    /// Lengths, the shortest first.
    public static final List<String> BUCKETS = DurationBucket.LENGTHS.stream().map(TrialRepository::word).toList();
    /// Sides of a threshold.
    public static final List<String> SIDES = Stream.of(Choice.Side.values()).map(TrialRepository::word).toList();
    /// Arms.
    public static final List<String> ARMS = Stream.of(Arm.values()).map(Arm::word).toList();
    /// What may be told of how a video was made.
    public static final List<String> MADE = Stream.of(Made.values()).map(Made::word).toList();
    private static final List<String> YES_NO = List.of("yes", "no");
    private static final int LONGEST = 100;

    private TrialForm() {
    }

    /// A trial by `name`, `feature`, `side`, `threshold`, `bucket`, `lift` and `by`.
    public static Trials.Wanted wanted(Query query, String by) {
        String name = query.text("name", LONGEST).orElse("");
        String feature = query.text("feature", LONGEST).orElse("");
        Choice.Side side = Choice.Side.valueOf(upper(query.choice("side", SIDES, "above")));
        Optional<String> threshold = query.text("threshold", 30);
        DurationBucket bucket = DurationBucket.valueOf(upper(query.choice("bucket", BUCKETS, BUCKETS.get(1))));
        Optional<String> lift = query.text("lift", 30);
        String who = query.text("by", LONGEST).orElse(by);
        query.done();
        return new Trials.Wanted(name, feature, side, threshold.map(text -> number("threshold", text)).orElse(0.5),
                bucket, number("lift", lift), who);
    }

    /// A video by `video`, `arm`, `creator`, `posted`, `rate`, `made` and `by`.
    public static Trials.Added added(Query query, String by) {
        String video = query.text("video", LONGEST).orElse("");
        Optional<String> arm = query.oneOf("arm", ARMS);
        var posted = query.instant("posted");
        Optional<String> creator = query.text("creator", LONGEST);
        Optional<String> rate = query.text("rate", 30);
        Optional<String> made = query.oneOf("made", MADE);
        String who = query.text("by", LONGEST).orElse(by);
        query.done();
        return new Trials.Added(video, Arm.valueOf(upper(arm.orElseThrow(() -> TrialRefused.missing("arm")))),
                creator.orElse(null), posted.orElse(null), number("rate", rate),
                made.map(word -> Made.valueOf(upper(word))).orElse(null), who);
    }

    /// What a video follows, by `video`, `creator`, `posted`, `given`, `implemented`, `rate` and `by`.
    public static FollowedAdvice.Told advice(Query query, String by) {
        String video = query.text("video", LONGEST).orElse("");
        Optional<String> creator = query.text("creator", LONGEST);
        var posted = query.instant("posted");
        int given = query.number("given", 1, 1000, 1);
        int implemented = query.number("implemented", 0, 1000, 0);
        Optional<String> rate = query.text("rate", 30);
        String who = query.text("by", LONGEST).orElse(by);
        query.done();
        return new FollowedAdvice.Told(video, creator.orElse(null), posted.orElse(null), given, implemented,
                number("rate", rate), who);
    }

    /// What came of a report, by `format`, `creator`, `adopted`, `comprehension`, `accuracy`, `hours`, `lift`, `repeated`
    /// and `report`.
    public static ReportFormats.Told use(Query query) {
        String format = query.text("format", LONGEST).orElse("");
        String creator = query.text("creator", LONGEST).orElse("");
        boolean adopted = query.choice("adopted", YES_NO, "no").equals("yes");
        Optional<Double> comprehension = query.fraction("comprehension");
        Optional<Double> accuracy = query.fraction("accuracy");
        Optional<String> hours = query.text("hours", 30);
        Optional<String> lift = query.text("lift", 30);
        Optional<String> repeated = query.oneOf("repeated", YES_NO);
        Double took = number("hours", hours);
        Double lifted = number("lift", lift);
        Optional<String> report = query.text("report", LONGEST);
        return new ReportFormats.Told(format, creator, report.orElse(null),
                (of, by) -> new FormatUse(of, by, adopted, comprehension.orElse(null), accuracy.orElse(null), took,
                        lifted, repeated.map("yes"::equals).orElse(null)));
    }

    private static @Nullable Double number(String name, Optional<String> text) {
        return text.isEmpty() ? null : Double.valueOf(number(name, text.get()));
    }

    private static double number(String name, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notNumber) {
            // It is told below.
        }
        throw TrialRefused.number(name, text);
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}

package dev.upswell.server.trial.page;

import dev.upswell.learn.Interval;
import dev.upswell.server.trial.KeptTrial;
import dev.upswell.server.trial.Trials;
import dev.upswell.trial.Arm;
import dev.upswell.trial.Engagement;
import dev.upswell.trial.Further;
import dev.upswell.trial.Lift;
import dev.upswell.trial.Standing;
import dev.upswell.trial.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A trial as its page shows it.
///
/// @param says what is asked for, in a sentence
/// @param tone of the chip of its verdict
/// @param asked the lift by what was asked for; null while nothing can be compared
/// @param made the lift among videos known to do as asked; null as well
/// @param further null unless there is not enough evidence
/// @param dots known videos on a line from the least engaged to the most
record TrialView(KeptTrial trial, String says, Standing standing, String verdict, String tone,
        @Nullable Span asked, @Nullable Span made, @Nullable Further further, List<Dot> dots, List<Row> rows) {

    private static final double FROM = 0.5;
    private static final double TO = 2.5;
    private static final double WIDE = 96;

    /// A lift on an axis of logarithms from 0.5 to 2.5, in a picture 100 wide.
    ///
    /// @param from where the interval begins; null with its width while so few videos exclude nothing
    /// @param at where the estimate stands
    record Span(Lift lift, @Nullable Double from, @Nullable Double width, double at) {

        static @Nullable Span of(@Nullable Lift lift) {
            if (lift == null) {
                return null;
            }
            Interval interval = lift.interval();
            return interval == null
                    ? new Span(lift, null, null, place(lift.value()))
                    : new Span(lift, place(interval.low()),
                            Math.max(0.5, place(interval.high()) - place(interval.low())),
                            place(lift.value()));
        }

        /// Where no lift stands.
        public double one() {
            return place(1);
        }

        /// Where a worthwhile one stands.
        public double worthwhile() {
            return place(Verdict.WORTHWHILE);
        }
    }

    /// A video in a picture 200 by 44, control videos above test videos.
    record Dot(double x, int y, boolean test, String video, double rate) {
    }

    /// The least and the most engagement of known videos, at the ends of the line.
    ///
    /// **errors** without dots there are none
    public List<Double> ends() {
        DoubleSummaryStatistics rates = dots.stream().mapToDouble(Dot::rate).summaryStatistics();
        return List.of(rates.getMin(), rates.getMax());
    }

    /// A video.
    ///
    /// @param engagement code of what is known of it
    /// @param rate null unless known
    /// @param asAsked code of whether it did as asked
    record Row(String video, String arm, @Nullable String creator, Instant postedAt, Instant due, String engagement,
            @Nullable Double rate, String asAsked) {
    }

    static TrialView of(Trials.Seen seen, Locale language) {
        Standing standing = seen.standing();
        Verdict verdict = standing.verdict();
        return new TrialView(seen.trial(), seen.trial().says(language), standing, verdict.word(), switch (verdict) {
            case Verdict.Validated _ -> "rise";
            case Verdict.Rejected _ -> "fall";
            case Verdict.NotEnoughEvidence _ -> "warn";
        }, Span.of(verdict.lifted().orElse(null)), Span.of(standing.asMade()),
                verdict instanceof Verdict.NotEnoughEvidence none ? none.further() : null, dots(seen.lines()),
                seen.lines().stream().map(TrialView::row).toList());
    }

    private static double place(double lift) {
        double share = Math.log(lift / FROM) / Math.log(TO / FROM);
        return rounded(2 + WIDE * Math.clamp(share, 0, 1));
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }

    private static List<Dot> dots(List<Trials.Line> lines) {
        DoubleSummaryStatistics logs = new DoubleSummaryStatistics();
        for (Trials.Line line : lines) {
            if (line.video().engagement() instanceof Engagement.Known known) {
                logs.accept(Math.log(known.rate()));
            }
        }
        double width = Math.max(1e-9, logs.getMax() - logs.getMin());
        List<Dot> dots = new ArrayList<>();
        for (Trials.Line line : lines) {
            if (line.video().engagement() instanceof Engagement.Known known) {
                boolean test = line.told().arm() == Arm.TEST;
                dots.add(new Dot(rounded(6 + 188 * (Math.log(known.rate()) - logs.getMin()) / width), test ? 33 : 11,
                        test, line.told().id(), known.rate()));
            }
        }
        return dots;
    }

    private static Row row(Trials.Line line) {
        Engagement engagement = line.video().engagement();
        return new Row(line.told().id(), line.told().arm().word(), line.told().creator(), line.told().postedAt(),
                line.told().postedAt().plus(Engagement.AGE), switch (engagement) {
                    case Engagement.Known _ -> "known";
                    case Engagement.NotYet _ -> "notYet";
                    case Engagement.Unread _ -> "unread";
                }, engagement instanceof Engagement.Known known ? Double.valueOf(known.rate()) : null,
                line.video().made().asAsked(line.told().arm())
                        .map(done -> done ? "asAsked" : "otherwise").orElse("unknown"));
    }
}

package dev.upswell.server.refine;

import dev.upswell.experiment.SampleRatio;
import dev.upswell.experiment.Sequential;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A version that words a part of the texts, beside the one that words the others, since the trial began.
///
/// Which text is asked by which version follows from the hash of its evidence, so that nobody chooses. Figures may be looked at at any
/// time: the intervals hold at all looks at once, 95 % over all figures together. Who promotes is a person.
///
/// @param share part of the texts that the tried version is asked for
/// @param since begin of the trial, or of its present share
public record PromptTrial(String purpose, int serving, int tried, double share, Instant since, Arm baseline, Arm treated) {

    private static final double ERROR = 0.05;
    /// A tenth is a difference that would not surprise.
    private static final double EXPECTED_SHARE = 0.1;
    private static final double EXPECTED_SECONDS = 5;
    private static final int FIGURES = Figure.values().length;

    /// What is compared; of all of them more is better.
    public enum Figure {
        /// Share of the judged texts that were accepted as they were.
        ACCEPTED,
        /// Share of the texts for which it was asked that it wrote and of which the check discarded nothing.
        HELD,
        /// Share of the texts because of which something was done, of those of which that was told.
        ACTED,
        /// Mean time in view before the verdict, in seconds, where it was measured.
        DWELL
    }

    /// What the figures come to.
    public enum Verdict {
        /// Nothing is sure yet.
        OPEN,
        /// One figure is surely better and none surely worse.
        BETTER,
        /// One figure is surely worse and none surely better.
        WORSE,
        /// Some are surely better and some surely worse.
        MIXED,
        /// Texts were not dealt as planned: nothing follows.
        MISDEALT
    }

    /// What was seen of a version.
    ///
    /// @param asked texts for which it was asked
    /// @param held that it wrote, and of which the check discarded nothing
    /// @param judged texts that it wrote and people judged
    /// @param acted because of which something was done
    /// @param told of which was told whether something was done
    /// @param dwells how often the time in view was measured
    /// @param dwellMean in seconds; 0 where nothing was measured
    public record Arm(long asked, long held, long judged, long accepted, long acted, long told, long dwells,
            double dwellMean, double dwellVariance) {
    }

    /// A figure of both.
    ///
    /// @param sequential the difference, tried less serving, with its interval and p
    public record Compared(Figure figure, Sequential.Seen baseline, Sequential.Seen treated, Sequential sequential) {

        boolean isBetter() {
            return sequential.low() > 0;
        }

        boolean isWorse() {
            return sequential.high() < 0;
        }
    }

    /// The figures of which both have units.
    public List<Compared> compared() {
        List<Compared> all = new ArrayList<>();
        share(Figure.ACCEPTED, baseline.accepted(), baseline.judged(), treated.accepted(), treated.judged())
                .ifPresent(all::add);
        share(Figure.HELD, baseline.held(), baseline.asked(), treated.held(), treated.asked()).ifPresent(all::add);
        share(Figure.ACTED, baseline.acted(), baseline.told(), treated.acted(), treated.told())
                .ifPresent(all::add);
        if (baseline.dwells() > 1 && treated.dwells() > 1 && baseline.dwellVariance() + treated.dwellVariance() > 0) {
            all.add(compared(Figure.DWELL,
                    new Sequential.Seen(baseline.dwells(), baseline.dwellMean(), baseline.dwellVariance()),
                    new Sequential.Seen(treated.dwells(), treated.dwellMean(), treated.dwellVariance()),
                    EXPECTED_SECONDS));
        }
        return all;
    }

    private static Optional<Compared> share(Figure figure, long did, long of, long didTried, long ofTried) {
        return of == 0 || ofTried == 0
                ? Optional.empty()
                : Optional.of(withinWhole(compared(figure, Sequential.Seen.share(did, of),
                        Sequential.Seen.share(didTried, ofTried), EXPECTED_SHARE)));
    }

    /// Shares lie no further apart than a whole.
    private static Compared withinWhole(Compared one) {
        Sequential wide = one.sequential();
        return new Compared(one.figure(), one.baseline(), one.treated(), new Sequential(wide.difference(),
                Math.max(-1, wide.low()), Math.min(1, wide.high()), wide.p()));
    }

    private static Compared compared(Figure figure, Sequential.Seen baseline, Sequential.Seen treated,
            double expected) {
        return new Compared(figure, baseline, treated, Sequential.of(baseline, treated, expected, ERROR / FIGURES));
    }

    /// What follows.
    public Verdict verdict() {
        if (isMisdealt()) {
            return Verdict.MISDEALT;
        }
        List<Compared> all = compared();
        boolean better = all.stream().anyMatch(Compared::isBetter);
        boolean worse = all.stream().anyMatch(Compared::isWorse);
        return better && worse ? Verdict.MIXED : better ? Verdict.BETTER : worse ? Verdict.WORSE : Verdict.OPEN;
    }

    private boolean isMisdealt() {
        return share > 0 && share < 1 && baseline.asked() + treated.asked() > 0
                && SampleRatio.of(new long[]{baseline.asked(), treated.asked()}, new double[]{1 - share, share})
                        .isOff();
    }
}

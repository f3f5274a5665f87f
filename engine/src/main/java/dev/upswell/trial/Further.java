package dev.upswell.trial;

import dev.upswell.experiment.Anytime;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/// How many more videos, half of them test and half control, will validate the pattern with a chance of 80 % where its true lift is the
/// one that the trial was planned to find.
///
/// @param paired where new creators make one of each; even, from 2 to [#MOST]
/// @param apart where each video is of another new creator; even, from 2 to [#MOST]
public record Further(int paired, int apart) {

    /// Stands for as many and more.
    public static final int MOST = 10_000;

    private static final double POWER = 0.8;

    public Further {
        if (paired < 2 || apart < 2 || paired > MOST || apart > MOST) {
            throw new IllegalArgumentException("further videos (" + paired + " paired, " + apart
                    + " apart) must be from 2 to " + MOST + "\nMaybe there is a verdict already.");
        }
    }

    /// How many are needed beyond those compared.
    ///
    /// @param known null while nothing can be compared
    public static Further of(@Nullable Comparison known, Expectation expected) {
        Anytime within = known == null ? null : known.within();
        Anytime between = known == null ? null : known.between();
        int fewest = known == null ? 0 : Math.min(known.tested(), known.controlled());
        int least = Math.max(1, Verdict.LEAST - fewest);
        double aim = Math.log(expected.lift());
        return new Further(new Plan(within, between, expected.within(), 1, aim, expected.spreadWithin()).videos(least),
                new Plan(between, within, expected.between(), 2, aim, expected.spreadBetween()).videos(least));
    }

    /// A trial that goes on in one way from where it stands.
    ///
    /// What was seen stays: the estimate will be the mean of the one so far and of what further videos show, weighed by information. How
    /// large the noise is is not known: the chance is averaged over what the expectation, taken for as much as ten degrees of freedom,
    /// and the videos so far leave possible.
    private static final class Plan {

        private static final double BELIEVED = 10;
        private static final int CASES = 9;
        private static final int HALVINGS = 18;
        /// An effect that no pattern has.
        private static final double FAR = 8;
        private static final double INFORMATION_OF_PAIR = 0.5;
        private static final NormalDistribution NORMAL = new NormalDistribution();

        private final @Nullable Anytime seen;
        private final @Nullable Anytime other;
        private final double[] deviations = new double[CASES];
        private final int degreesOfPair;
        private final double aim;
        private final double spread;

        Plan(@Nullable Anytime seen, @Nullable Anytime other, double expected, int degreesOfPair, double aim,
                double spread) {
            this.seen = seen;
            this.other = other;
            this.degreesOfPair = degreesOfPair;
            this.aim = aim;
            this.spread = spread;
            int degrees = seen == null ? 0 : seen.degrees();
            double squares = BELIEVED * expected * expected
                    + (seen == null ? 0 : degrees * seen.deviation() * seen.deviation());
            ChiSquaredDistribution chance = new ChiSquaredDistribution(null, BELIEVED + degrees);
            for (int i = 0; i < CASES; i++) {
                deviations[i] = Math.sqrt(squares / chance.inverseCumulativeProbability((i + 0.5) / CASES));
            }
        }

        int videos(int least) {
            int enough = least;
            while (2 * enough < MOST && power(enough) < POWER) {
                enough *= 2;
            }
            int most = Math.min(enough, MOST / 2);
            if (power(most) < POWER) {
                return MOST;
            }
            int tooFew = enough == least ? least - 1 : enough / 2;
            while (most - tooFew > 1) {
                int middle = (tooFew + most) / 2;
                if (power(middle) < POWER) {
                    tooFew = middle;
                } else {
                    most = middle;
                }
            }
            return 2 * most;
        }

        private double power(int pairs) {
            double before = seen == null ? 0 : seen.information();
            double added = pairs * INFORMATION_OF_PAIR;
            double whole = before + added;
            double mean = (seen == null ? 0 : before * seen.effect() / whole) + added * aim / whole;
            int degrees = seen == null
                    ? degreesOfPair * pairs - (degreesOfPair == 1 ? 1 : 2)
                    : seen.degrees() + degreesOfPair * pairs;
            return degrees < 1
                    ? 0
                    : Arrays.stream(deviations).map(deviation -> {
                        double scatter = deviation * Math.sqrt(added) / whole;
                        double needed = needed(new Anytime(mean, deviation, whole, degrees, spread));
                        return NORMAL.cumulativeProbability((mean - needed) / scatter);
                    }).average().orElseThrow();
        }

        /// The least effect that validates the pattern when so much is known.
        private double needed(Anytime then) {
            Anytime beside = other;
            if (beside == null) {
                double aboveOne = then.reach(-Math.log(Lift.ERROR)).orElse(Double.POSITIVE_INFINITY);
                double aboveNegligible = then.reach(-Math.log(2 * Lift.ERROR)).orElse(Double.POSITIVE_INFINITY);
                return Math.max(Math.log(Verdict.WORTHWHILE),
                        Math.max(aboveOne, Math.log(Verdict.NEGLIGIBLE) + aboveNegligible));
            }
            double tooLittle = 0;
            double enough = FAR;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (tooLittle + enough) / 2;
                Anytime with = new Anytime(middle, then.deviation(), then.information(), then.degrees(), then.spread());
                if (new Effect(List.of(with, beside)).validates()) {
                    enough = middle;
                } else {
                    tooLittle = middle;
                }
            }
            return enough;
        }
    }
}

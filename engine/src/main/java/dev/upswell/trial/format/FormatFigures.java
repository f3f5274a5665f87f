package dev.upswell.trial.format;

import dev.upswell.learn.Interval;
import dev.upswell.numeric.WilsonInterval;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/// What is known of a format.
///
/// @param given how many reports of it were given
/// @param adopted share that was tried; null without a report
/// @param comprehension mean share of questions answered rightly; null while fewer than two are known
/// @param accuracy mean share of instructions followed; null as well
/// @param hours geometric mean of the time to create, in hours; null as well
/// @param lift geometric mean of the lift; null as well
/// @param repeated share of those who tried it that used it again; null while none is known
/// @param state whether it passed: accuracy above 0.7 and less than three hours, both with an error of 5 %
/// @param further more uses that tell with a chance of 80 %, where the format is as good as it seems; 0 once it passed or failed
public record FormatFigures(String format, int given, @Nullable Measured adopted, @Nullable Measured comprehension,
        @Nullable Measured accuracy, @Nullable Measured hours, @Nullable Measured lift, @Nullable Measured repeated,
        State state, int further) {

    /// Accuracy that a format must exceed.
    public static final double ACCURATE = 0.7;
    /// Hours that it must stay below.
    public static final double QUICK_HOURS = 3;
    /// Uses without which nothing is said.
    public static final int LEAST = 10;
    /// Stands for as many further uses and more.
    public static final int MOST = 1000;

    private static final double SIDE_ERROR = 0.05;
    private static final double POWER = 0.8;
    private static final double LEAST_VALUE = 0.05;
    /// What accuracy and log hours scatter by while too few are known to say.
    private static final double USUAL_ACCURACY_DEVIATION = 0.2;
    private static final double USUAL_HOURS_DEVIATION = 0.6;

    /// A figure.
    ///
    /// @param interval holds the true one in 90 of 100 cases, so that each end is wrong in one of twenty
    /// @param count how many uses it rests on
    public record Measured(double value, Interval interval, int count) {
    }

    /// How far a format is.
    public enum State {
        /// Accurate and quick enough.
        PASSED,
        /// Not accurate or not quick enough.
        FAILED,
        /// Neither can be said yet.
        UNDECIDED
    }

    /// What uses of one format tell.
    public static FormatFigures of(String format, List<FormatUse> uses) {
        Sample accuracy = Sample.of(uses, FormatUse::accuracy);
        Sample hours = Sample.of(uses, use -> log(use.hours()));
        State state = state(accuracy, hours);
        return new FormatFigures(format, uses.size(),
                share(uses.size(), (int) uses.stream().filter(FormatUse::adopted).count()),
                Sample.of(uses, FormatUse::comprehension).measured(Function.identity()),
                accuracy.measured(Function.identity()), hours.measured(Math::exp),
                Sample.of(uses, use -> log(use.lift())).measured(Math::exp),
                share((int) uses.stream().filter(use -> use.repeated() != null).count(),
                        (int) uses.stream().filter(use -> Boolean.TRUE.equals(use.repeated())).count()),
                state, state == State.UNDECIDED ? further(accuracy, hours) : 0);
    }

    /// Reports that take no time at all count as three minutes.
    private static @Nullable Double log(@Nullable Double value) {
        return value == null ? null : Double.valueOf(Math.log(Math.max(LEAST_VALUE, value)));
    }

    private static @Nullable Measured share(int of, int those) {
        if (of == 0) {
            return null;
        }
        double share = (double) those / of;
        WilsonInterval wilson = WilsonInterval.ninety(share, of);
        return new Measured(share, new Interval(wilson.low(), wilson.high()), of);
    }

    private static State state(Sample accuracy, Sample hours) {
        Optional<Interval> accurate = accuracy.enough();
        Optional<Interval> quick = hours.enough();
        double limit = Math.log(QUICK_HOURS);
        if ((accurate.isPresent() && accurate.get().high() < ACCURATE)
                || (quick.isPresent() && quick.get().low() > limit)) {
            return State.FAILED;
        }
        return accurate.isPresent() && quick.isPresent() && accurate.get().low() > ACCURATE
                && quick.get().high() < limit ? State.PASSED : State.UNDECIDED;
    }

    private static int further(Sample accuracy, Sample hours) {
        return Math.max(accuracy.further(ACCURATE, USUAL_ACCURACY_DEVIATION),
                hours.further(Math.log(QUICK_HOURS), USUAL_HOURS_DEVIATION));
    }

    /// Mean and deviation of what is known.
    private record Sample(int count, double mean, double deviation) {

        static Sample of(List<FormatUse> uses, Function<FormatUse, @Nullable Double> part) {
            List<Double> known = uses.stream().map(part).filter(Objects::nonNull).map(Objects::requireNonNull)
                    .toList();
            double mean = known.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double squares = known.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
            return new Sample(known.size(), mean, known.size() < 2 ? 0 : Math.sqrt(squares / (known.size() - 1)));
        }

        private Interval interval() {
            double half = new TDistribution(null, count - 1.0).inverseCumulativeProbability(1 - SIDE_ERROR)
                    * deviation / Math.sqrt(count);
            return new Interval(mean - half, mean + half);
        }

        Optional<Interval> enough() {
            return count < LEAST ? Optional.empty() : Optional.of(interval());
        }

        @Nullable Measured measured(Function<Double, Double> scale) {
            if (count < 2) {
                return null;
            }
            Interval found = interval();
            return new Measured(scale.apply(mean), new Interval(scale.apply(found.low()), scale.apply(found.high())),
                    count);
        }

        /// How many more tell the mean from a limit.
        int further(double limit, double usual) {
            NormalDistribution normal = new NormalDistribution();
            double z = normal.inverseCumulativeProbability(1 - SIDE_ERROR) + normal.inverseCumulativeProbability(POWER);
            double scatter = count < LEAST ? Math.max(usual, deviation) : deviation;
            double distance = count < 2 ? usual / 2 : Math.abs(mean - limit);
            double needed = distance == 0 ? MOST : Math.ceil(Math.pow(z * scatter / distance, 2));
            return (int) Math.clamp(Math.max(needed, LEAST) - count, 0, MOST);
        }
    }
}

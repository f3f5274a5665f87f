package dev.upswell.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/// What a backtest goes through.
///
/// @param from the first cut that may be judged, also the first training
/// @param to the last cut that may be judged
/// @param retrainEvery how long a training serves
/// @param bootstrapSamples draws behind each 95 % interval
public record BacktestSettings(Instant from, Instant to, Duration retrainEvery, Set<SurgeKind> kinds,
        TrainSettings training, int bootstrapSamples) {

    private static final int SAMPLES = 400;

    /// All rules and models but those that take minutes a training.
    public static final Set<SurgeKind> QUICK = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(SurgeKind.SEQUENCE, SurgeKind.ENSEMBLE, SurgeKind.IMPORTED)));

    public BacktestSettings {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "backtest (" + from + " to " + to
                            + ") must not end before it starts\nMaybe the dates are swapped.");
        }
        if (retrainEvery.isZero() || retrainEvery.isNegative()) {
            throw new IllegalArgumentException(
                    "retraining (every " + retrainEvery + ") must be positive\nMaybe use P7D.");
        }
        if (kinds.contains(SurgeKind.IMPORTED)) {
            throw new IllegalArgumentException("backtest (" + kinds
                    + ") must be of models that are trained here\nMaybe let the imported one predict in shadow.");
        }
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
    }

    /// All rules and models but those that take minutes a training, trained weekly.
    public static BacktestSettings weekly(Instant from, Instant to, TrainSettings training) {
        return new BacktestSettings(from, to, Duration.ofDays(7), QUICK, training, SAMPLES);
    }

    /// The same backtest of these rules and models.
    public BacktestSettings kinds(Set<SurgeKind> others) {
        return new BacktestSettings(from, to, retrainEvery, others, training, bootstrapSamples);
    }

    /// The same with trainings this far apart.
    public BacktestSettings retrainedEvery(Duration distance) {
        return new BacktestSettings(from, to, distance, kinds, training, bootstrapSamples);
    }
}

package dev.upswell.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// How fast the logarithm of a counter drifts, and how fast it wanders off that drift: what is known of it an hour after a reading
/// is uncertain with the variance [#perHour].
///
/// A random walk with drift whose steps lie unevenly in time: the drift is what it moved over the time it took, and the variance is
/// the mean of the squared steps off the drift, each over its time. Later steps count more, with a half-life of two days, and
/// [#PRIOR_STEPS] steps of what is usual among its like are mixed in, so that two readings do not make a rate.
///
/// @param perHour variance of the logarithm after an hour without a reading, from 0
/// @param driftPerHour mean change of the logarithm in an hour
/// @param steps between readings that it rests on; 0 when it is all prior
public record Volatility(double perHour, double driftPerHour, int steps) {

    /// What is taken for usual while nothing of the kind is known: a tenth of the level in a day.
    public static final double USUAL = 0.1 * 0.1 / 24;

    /// What is taken for a counter that surges: half of the level in a day.
    public static final double SURGING = 0.5 * 0.5 / 24;

    static final double PRIOR_STEPS = 4;

    private static final double HALF_LIFE_HOURS = 48;

    public Volatility {
        if (!(perHour >= 0 && perHour < Double.POSITIVE_INFINITY && Double.isFinite(driftPerHour)) || steps < 0) {
            throw new IllegalArgumentException("volatility (" + perHour + " an hour, drift " + driftPerHour
                    + ") must be finite and not below 0\nMaybe a level was no count.");
        }
    }

    /// A counter read at an instant.
    ///
    /// @param level from 0; levels of 0 tell nothing of a logarithm and are passed over
    public record Reading(Instant at, double level) {
    }

    /// Nothing is known but what is usual.
    public static Volatility unknown(double usual) {
        return new Volatility(usual, 0, 0);
    }

    /// What these readings tell.
    ///
    /// @param readings of one counter by one source, in order of time; of several at one instant the first counts
    /// @param usual variance in an hour among its like
    public static Volatility of(List<Reading> readings, double usual) {
        List<Reading> told = readings.stream().filter(reading -> reading.level() > 0).toList();
        double weights = 0;
        double moved = 0;
        double took = 0;
        int steps = 0;
        for (int i = 1; i < told.size(); i++) {
            double hours = hours(told.get(i - 1), told.get(i));
            if (hours > 0) {
                double weight = weight(told, i);
                moved += weight * Math.log(told.get(i).level() / told.get(i - 1).level());
                took += weight * hours;
                weights += weight;
                steps++;
            }
        }
        if (steps == 0) {
            return unknown(usual);
        }
        double drift = moved / took;
        return new Volatility((PRIOR_STEPS * usual + squares(told, drift)) / (PRIOR_STEPS + weights), drift, steps);
    }

    /// The same where a surge is foretold: past readings of a subject that is about to burst do not tell how it will move, so it
    /// is taken for a surging one as far as the forecast is sure.
    ///
    /// @param probability of a surge, 0 to 1
    public Volatility foretold(double probability) {
        return new Volatility(perHour + probability * Math.max(0, SURGING - perHour), driftPerHour, steps);
    }

    private static double squares(List<Reading> told, double drift) {
        double squares = 0;
        for (int i = 1; i < told.size(); i++) {
            double hours = hours(told.get(i - 1), told.get(i));
            if (hours > 0) {
                double off = Math.log(told.get(i).level() / told.get(i - 1).level()) - drift * hours;
                squares += weight(told, i) * off * off / hours;
            }
        }
        return squares;
    }

    private static double weight(List<Reading> told, int place) {
        return Math.pow(0.5, hours(told.get(place), told.getLast()) / HALF_LIFE_HOURS);
    }

    private static double hours(Reading from, Reading to) {
        return Duration.between(from.at(), to.at()).toMillis() / 3_600_000.0;
    }
}

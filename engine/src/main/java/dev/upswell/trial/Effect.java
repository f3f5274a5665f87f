package dev.upswell.trial;

import dev.upswell.experiment.Anytime;
import dev.upswell.learn.Interval;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An effect on log engagement as several independent estimates tell it together.
///
/// @param parts one or more, of different videos
record Effect(List<Anytime> parts) {

    private static final int HALVINGS = 60;

    Effect {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("effect must rest on an estimate\nMaybe no videos can be compared yet.");
        }
    }

    /// The mean of the estimates, weighed by their precision.
    double value() {
        double weights = 0;
        double sum = 0;
        for (Anytime part : parts) {
            double weight = 1 / (part.error() * part.error());
            weights += weight;
            sum += weight * part.effect();
        }
        return sum / weights;
    }

    /// Its standard error.
    double error() {
        return 1 / Math.sqrt(parts.stream().mapToDouble(part -> 1 / (part.error() * part.error())).sum());
    }

    /// Whether the true effect is above a limit, with the chance `error` of being wrong at any look. Evidence against the limit weighs
    /// both sides alike, so that one side has half of twice the error.
    boolean exceeds(double limit, double error) {
        return value() > limit && against(limit) >= -Math.log(2 * error);
    }

    /// Whether it is enough to call a pattern validated.
    boolean validates() {
        return value() > Math.log(Verdict.WORTHWHILE) && exceeds(0, Lift.ERROR / 2)
                && exceeds(Math.log(Verdict.NEGLIGIBLE), Lift.ERROR);
    }

    /// Whether it is little enough to call a pattern rejected: the interval lies below what is negligible.
    boolean rejects() {
        double limit = Math.log(Verdict.NEGLIGIBLE);
        return parts.stream().allMatch(part -> part.effect() < limit) && against(limit) > -Math.log(Lift.ERROR);
    }

    /// Holds the true effect at all looks at once with the chance `1 − error`; empty while so few videos exclude nothing.
    Optional<Interval> interval(double error) {
        double enough = -Math.log(error);
        if (parts.stream().mapToDouble(Anytime::most).sum() <= enough) {
            return Optional.empty();
        }
        double least = parts.stream().mapToDouble(Anytime::effect).min().orElseThrow();
        double most = parts.stream().mapToDouble(Anytime::effect).max().orElseThrow();
        return Optional.of(new Interval(end(least, -1, enough), end(most, 1, enough)));
    }

    /// The least that [#exceeds] holds for; null while so few videos exclude nothing.
    @Nullable
    Double floor(double error) {
        return interval(2 * error).map(Interval::low).orElse(null);
    }

    private double against(double other) {
        return parts.stream().mapToDouble(part -> part.against(other)).sum();
    }

    private double end(double from, int direction, double enough) {
        double step = error();
        while (against(from + direction * step) < enough && step < 1e6) {
            step *= 2;
        }
        double near = 0;
        double far = step;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (near + far) / 2;
            if (against(from + direction * middle) < enough) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return from + direction * far;
    }
}

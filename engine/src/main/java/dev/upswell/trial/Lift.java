package dev.upswell.trial;

import dev.upswell.experiment.Anytime;
import dev.upswell.learn.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many times as much engagement one kind of videos has as another: 1.25 is a quarter more.
///
/// @param value estimated, by ratios of geometric means
/// @param interval holds the true lift at all looks at once in 95 of 100 trials; null while so few videos exclude nothing
/// @param exceeds the true lift is above it at all looks at once in 95 of 100 trials; null while so few videos exclude nothing
public record Lift(double value, @Nullable Interval interval, @Nullable Double exceeds) {

    /// How often the interval, and by itself what the lift exceeds, may be wrong.
    static final double ERROR = 0.05;

    /// The lift of an effect on log engagement.
    public static Lift of(Anytime effect) {
        return of(new Effect(List.of(effect)));
    }

    static Lift of(Effect effect) {
        Double floor = effect.floor(ERROR);
        return new Lift(Math.exp(effect.value()),
                effect.interval(ERROR).map(found -> new Interval(Math.exp(found.low()), Math.exp(found.high())))
                        .orElse(null),
                floor == null ? null : Double.valueOf(Math.exp(floor)));
    }
}

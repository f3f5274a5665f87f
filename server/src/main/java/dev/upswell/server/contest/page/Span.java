package dev.upswell.server.contest.page;

import dev.upswell.server.contest.ConfigurationTrial;
import dev.upswell.server.contest.ConfigurationTrials;
import dev.upswell.server.contest.ConfigurationValue;
import dev.upswell.server.contest.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure with its interval on an axis, in a picture 100 wide.
///
/// @param alike where neither would be better; null on an axis that has no such place
record Span(double value, double low, double high, double from, double width, double at, @Nullable Double alike) {

    private static final double LEAST_WIDTH = 0.5;
    private static final double WIDE = 96;

    /// What a trial tells; null while there is no interval.
    static @Nullable Span of(ConfigurationTrials.Seen seen) {
        Look look = seen.look();
        Double value = look.value();
        Double low = look.low();
        Double high = look.high();
        if (value == null || low == null || high == null) {
            return null;
        }
        if (seen.trial().kind() == ConfigurationTrial.Kind.INTERLEAVE) {
            return of(value, low, high, 0, 1, 0.5);
        }
        double reach = Math.max(seen.trial().effect(), Math.max(Math.abs(low), Math.abs(high)));
        return of(value, low, high, -reach, reach, 0.0);
    }

    /// The value of a configuration on an axis that all have in common; null where there is no figure.
    static @Nullable Span of(ConfigurationValue one, List<ConfigurationValue> all) {
        Double value = one.value();
        Double low = one.low();
        Double high = one.high();
        if (value == null || low == null || high == null) {
            return null;
        }
        double most = all.stream().mapToDouble(other -> other.high() == null ? 0 : other.high()).max().orElse(1);
        double least = all.stream().mapToDouble(other -> other.low() == null ? 0 : other.low()).min().orElse(0);
        return of(value, low, high, Math.min(0, least), Math.max(1, most), null);
    }

    private static Span of(double value, double low, double high, double least, double most, @Nullable Double alike) {
        double from = place(low, least, most);
        return new Span(value, low, high, from, Math.max(LEAST_WIDTH, place(high, least, most) - from),
                place(value, least, most), alike == null ? null : (Double) place(alike, least, most));
    }

    private static double place(double value, double least, double most) {
        return 2 + WIDE * Math.clamp((value - least) / (most - least), 0, 1);
    }
}

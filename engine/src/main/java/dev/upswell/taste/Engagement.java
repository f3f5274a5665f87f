package dev.upswell.taste;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// How much engagement a video had for its views, on a logarithmic scale: 20 likes of 100 views are much, of 10 million nothing.
///
/// Points are likes + 2 · comments + 3 · shares; one point for five views is full. Few views tell little: the rate is drawn to the usual one
/// as if 200 views more had been usual.
public final class Engagement {

    /// The usual rate where nothing tells it.
    public static final double USUAL = .5;

    private static final double COMMENT = 2;
    private static final double SHARE = 3;
    private static final double SCALE = 1_000;
    private static final double FULL = .2;
    private static final double DOUBT_VIEWS = 200;

    private Engagement() {
    }

    /// The rate of a video, 0 to 1.
    ///
    /// **absence** empty where views, likes, comments or shares are not known, and of no views
    ///
    /// @param usual the middle rate of the videos it stands among
    public static OptionalDouble rate(Counts counts, double usual) {
        OptionalDouble raw = raw(counts);
        if (raw.isEmpty()) {
            return raw;
        }
        double views = number(counts.views());
        return OptionalDouble.of((raw.getAsDouble() * views + usual * DOUBT_VIEWS) / (views + DOUBT_VIEWS));
    }

    /// The middle of the rates of these videos, as far as they are known; 0.5 where none is.
    public static double usual(List<Counts> videos) {
        double[] rates = videos.stream().map(Engagement::raw).filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble).sorted().toArray();
        return rates.length == 0 ? USUAL : (rates[(rates.length - 1) / 2] + rates[rates.length / 2]) / 2;
    }

    private static OptionalDouble raw(Counts counts) {
        if (counts.views() == null || counts.likes() == null || counts.comments() == null || counts.shares() == null
                || number(counts.views()) <= 0) {
            return OptionalDouble.empty();
        }
        double points = number(counts.likes()) + COMMENT * number(counts.comments()) + SHARE * number(counts.shares());
        double share = points / number(counts.views());
        return OptionalDouble.of(Math.clamp(StrictMath.log1p(SCALE * share) / StrictMath.log1p(SCALE * FULL), 0, 1));
    }

    private static double number(@Nullable Count count) {
        return count == null ? 0 : count.value();
    }
}
